using System.Globalization;
using Greenprint.PlanText;
using Greenprint.PlanText.Alignment;
using Greenprint.Quantities;

namespace Greenprint.Planning.Aligning;

/// <summary>The words of an alignment, the same at the terminal, on the page and in the document.</summary>
internal static class AlignmentWords
{
    /// <summary>The name of a result.</summary>
    public static Bilingual Name(AlignmentStatus status) => status switch
    {
        AlignmentStatus.Carried => ("已衔接", "carried"),
        AlignmentStatus.Tightened => ("加严", "tightened"),
        AlignmentStatus.Weakened => ("放松", "weakened"),
        AlignmentStatus.Missing => ("缺项", "missing"),
        AlignmentStatus.LocalOnly => ("本级自设", "local only"),
        AlignmentStatus.UnitDiffers => ("口径不同", "unit differs"),
        AlignmentStatus.NotComparable => ("无法比较", "not comparable"),
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "A new status needs its name."),
    };

    /// <summary>What a result means, in one line.</summary>
    public static Bilingual Meaning(AlignmentStatus status) => status switch
    {
        AlignmentStatus.Carried => ("要求一致", "the same demand"),
        AlignmentStatus.Tightened => ("本级要求更高", "the local plan asks more"),
        AlignmentStatus.Weakened => ("本级要求较低", "the local plan asks less"),
        AlignmentStatus.Missing => ("对照规划有、本级没有", "in the other plan only"),
        AlignmentStatus.LocalOnly => ("本级有、对照规划没有", "in the local plan only"),
        AlignmentStatus.UnitDiffers => ("单位或口径不能换算", "units that do not convert"),
        AlignmentStatus.NotComparable => ("缺少可比的数值", "no number to compare"),
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "A new status needs its meaning."),
    };

    /// <summary>A sign beside the name, so that it is not colour alone that tells.</summary>
    public static string Sign(AlignmentStatus status) => status switch
    {
        AlignmentStatus.Carried => "＝",
        AlignmentStatus.Tightened => "▲",
        AlignmentStatus.Weakened => "▼",
        AlignmentStatus.Missing => "○",
        AlignmentStatus.LocalOnly => "＋",
        AlignmentStatus.UnitDiffers => "≠",
        _ => "？",
    };

    /// <summary>The tone of a result among the states of the style sheet.</summary>
    public static string Tone(AlignmentStatus status) => status switch
    {
        AlignmentStatus.Carried => "good",
        AlignmentStatus.Tightened => "achieved",
        AlignmentStatus.Weakened => "worse",
        AlignmentStatus.Missing => "behind",
        AlignmentStatus.LocalOnly => "halted",
        AlignmentStatus.UnitDiffers => "slow",
        _ => "unknown",
    };

    /// <summary>The name of an answer.</summary>
    public static Bilingual Name(AnswerKind kind) => kind switch
    {
        AnswerKind.Explained => ("已说明理由", "Reason given"),
        AnswerKind.WillChange => ("将调整", "To be changed"),
        AnswerKind.NotApplicable => ("不适用", "Does not apply"),
        AnswerKind.Withdrawn => ("撤回答复", "Answer withdrawn"),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "A new answer needs its name."),
    };

    /// <summary>The name of a relation between two plans.</summary>
    public static Bilingual Name(AlignmentRelation relation) => relation switch
    {
        AlignmentRelation.Upper => ("上级规划", "Upper plan"),
        AlignmentRelation.SameRegion => ("本地区其他规划", "Other plans of this region"),
        AlignmentRelation.Elsewhere => ("本系统中的其他规划", "Other plans here"),
        AlignmentRelation.Library => ("参考规划", "Library"),
        _ => throw new ArgumentOutOfRangeException(nameof(relation), relation, "A new relation needs its name."),
    };

    /// <summary>The target as printed, or null: of a table of yearly steps, the sum.</summary>
    public static string? Target(IndicatorItem item) => item.Target?.Text ?? item.OtherYears.FirstOrDefault(value => value.Year is null)?.Text;

    /// <summary>One side in one line, as it is kept with an answer: 森林覆盖率（%），2030：≥58.9.</summary>
    public static string Line(IndicatorItem item)
    {
        var year = item.Target?.Year is { } due ? string.Create(CultureInfo.InvariantCulture, $"{due}：") : "";
        return $"{item.Name}{(item.Unit is null ? "" : $"（{item.Unit}）")}，{year}{Target(item) ?? "—"}";
    }
}

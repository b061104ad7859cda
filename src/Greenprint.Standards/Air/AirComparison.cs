using Greenprint.Quantities;

namespace Greenprint.Standards.Air;

/// <summary>A day on which two editions say different things.</summary>
/// <param name="Date">The day.</param>
/// <param name="First">Its index under the first edition.</param>
/// <param name="Second">Its index under the second.</param>
public sealed record DayDifference(DateOnly Date, AirIndex First, AirIndex Second);

/// <summary>The same data under two editions.</summary>
/// <param name="First">The result under the first.</param>
/// <param name="Second">The result under the second.</param>
public sealed record AirComparison(AirResult First, AirResult Second)
{
    /// <summary>Days whose level, or whether they have one, differs.</summary>
    public IReadOnlyList<DayDifference> Days =>
        [.. First.Days.Zip(Second.Days, (first, second) => new DayDifference(first.Date, first.Index, second.Index)).Where(day => day.First.Level?.Level != day.Second.Level?.Level)];
}

/// <summary>A period as it is printed: judged by the edition of its last day, and beside it, where a switch of editions cuts the period, by the edition of its first.</summary>
/// <param name="Result">Days by the edition of the day, the period by that of its last day.</param>
/// <param name="Before">Everything by the edition of the first day; null where no switch cuts the period.</param>
/// <param name="Note">Says that a switch cuts the period and which edition judges; null where none does.</param>
public sealed record AirJudgement(AirResult Result, AirResult? Before, Bilingual? Note)
{
    internal static Bilingual NoteOf(Period period, AirEdition before, AirEdition last) => (
        $"{period} 内标准版本更替：{last.From:yyyy-MM-dd} 起施行 {last.Name.Zh}。各日按当日版本评价，本期按最后一日的版本评价；并列给出按 {before.Name.Zh} 的结果。",
        $"The edition changes within {period}: {last.Name.En} is in force from {last.From:yyyy-MM-dd}. Each day is judged by its own edition, the period by that of its last day; the result under {before.Name.En} stands beside it.");
}

using Greenprint.PlanText;
using Greenprint.Quantities;

namespace Greenprint.Planning.Confirming.Screen;

/// <summary>The fields of each kind of item, in the order in which a person reads them.</summary>
internal static class ContentFields
{
    private static readonly ContentField Number = ContentField.Line(nameof(FoundContent.Number), ("序号", "Number"), content => content.Number, (content, text) => content with { Number = text });
    private static readonly ContentField Lead = ContentField.Units(nameof(FoundContent.Lead), ("牵头单位", "Leads"), content => content.Lead, (content, names) => content with { Lead = names });
    private static readonly ContentField Support = ContentField.Units(nameof(FoundContent.Support), ("配合单位", "Supports"), content => content.Support, (content, names) => content with { Support = names });

    private static readonly ContentField Clause = new(
        nameof(FoundContent.ClauseId), ("所在条款", "Clause"), FieldControl.Clause, content => content.ClauseId, (content, text) => content with { ClauseId = text });

    private static readonly IReadOnlyList<ContentField> Goal = [Name("目标表述", "Wording", FieldControl.Lines), Clause];
    private static readonly IReadOnlyList<ContentField> KeyTask = [Name("任务", "Task"), Number, Text("内容", "Content"), Lead, Support, Clause];
    private static readonly IReadOnlyList<ContentField> Measure = [Name("措施表述", "Wording", FieldControl.Lines), Lead, Support, Clause];
    private static readonly IReadOnlyList<ContentField> Safeguard = [Name("保障措施", "Safeguard"), Number, Text("内容", "Content"), Clause];

    private static readonly IReadOnlyList<ContentField> Project =
    [
        Name("项目名称", "Project"),
        Group("项目类别", "Category"),
        Text("建设内容", "What is built"),
        ContentField.Line(nameof(FoundContent.Period), ("建设期限", "Years"), content => content.Period, (content, text) => content with { Period = text }),
        ContentField.Number(nameof(FoundContent.Money), ("投资", "Money"), content => content.Money, (content, value) => content with { Money = value }),
        ContentField.Line(nameof(FoundContent.MoneyUnit), ("投资单位", "Unit of money"), content => content.MoneyUnit, (content, text) => content with { MoneyUnit = text }) with { Hint = ("例如 万元。", "For example 万元.") },
        Lead,
        Support,
        Clause,
    ];

    private static readonly IReadOnlyList<ContentField> Indicator =
    [
        Name("指标名称", "Indicator"),
        Group("指标类别", "Group"),
        ContentField.Line(nameof(FoundContent.Unit), ("单位", "Unit"), content => content.Unit, (content, text) => content with { Unit = text }),
        ContentField.Whole(nameof(FoundContent.BaselineYear), ("基准年", "Baseline year"), 1949, 2200, content => content.BaselineYear, (content, year) => content with { BaselineYear = year }),
        ContentField.Number(nameof(FoundContent.BaselineValue), ("基准值", "Baseline"), content => content.BaselineValue, (content, value) => content with { BaselineValue = value }),
        ContentField.Choice(nameof(FoundContent.TargetKind), ("目标类型", "Kind of target"), TargetKinds, content => content.TargetKind, (content, kind) => content with { TargetKind = kind }),
        ContentField.Whole(nameof(FoundContent.TargetYear), ("目标年", "Target year"), 1949, 2200, content => content.TargetYear, (content, year) => content with { TargetYear = year }),
        ContentField.Number(nameof(FoundContent.TargetValue), ("目标值", "Target"), content => content.TargetValue, (content, value) => content with { TargetValue = value }),
        ContentField.Number(nameof(FoundContent.TargetUpper), ("目标上限", "Upper edge"), content => content.TargetUpper, (content, value) => content with { TargetUpper = value }) with { Hint = ("只用于区间目标。", "For ranges only.") },
        ContentField.Line(nameof(FoundContent.TargetText), ("目标原文", "Target as printed"), content => content.TargetText, (content, text) => content with { TargetText = text }),
        ContentField.Choice(nameof(FoundContent.Nature), ("属性", "Nature"), Natures, content => content.Nature, (content, nature) => content with { Nature = nature }),
        Lead,
        Support,
        ContentField.Choice(nameof(FoundContent.TargetChange), ("目标是变化幅度", "The target is a change"), Changes, content => content.TargetChange, (content, change) => content with { TargetChange = change }) with { IsRare = true },
        ContentField.Choice(nameof(FoundContent.Direction), ("优劣方向", "Which way is better"), Directions, content => content.Direction, (content, direction) => content with { Direction = direction }) with { IsRare = true },
        ContentField.Whole(nameof(FoundContent.Decimals), ("小数位数", "Decimals"), 0, 6, content => content.Decimals, (content, decimals) => content with { Decimals = decimals }) with { IsRare = true },
        ContentField.Line(nameof(FoundContent.BaselineText), ("基准原文", "Baseline as printed"), content => content.BaselineText, (content, text) => content with { BaselineText = text }) with { IsRare = true },
        ContentField.Line(nameof(FoundContent.Code), ("指标代码", "Code"), content => content.Code, (content, text) => content with { Code = text }) with { IsRare = true, Hint = ("指标目录中的代码，例如 air-pm25；没有的留空。", "Its code in the catalogue, for example air-pm25; empty where it has none.") },
        Clause with { IsRare = true },
    ];

    private static IReadOnlyList<(TargetKind, Bilingual)> TargetKinds =>
    [
        (TargetKind.AtLeast, ("不低于（≥）", "At least (≥)")),
        (TargetKind.AtMost, ("不高于（≤）", "At most (≤)")),
        (TargetKind.Keep, ("保持不降低", "Keep, no worse")),
        (TargetKind.Range, ("区间", "Range")),
        (TargetKind.Cumulative, ("五年累计", "Sum over the years")),
        (TargetKind.Milestone, ("按期完成", "Done by the year")),
        (TargetKind.AssignedBySuperior, ("完成上级下达任务", "As assigned by the superior")),
        (TargetKind.Direction, ("只有方向", "Direction only")),
    ];

    private static IReadOnlyList<(IndicatorNature, Bilingual)> Natures =>
    [
        (IndicatorNature.Binding, ("约束性", "Binding")), (IndicatorNature.Anticipatory, ("预期性", "Anticipatory")), (IndicatorNature.Leading, ("引领性", "Leading")),
    ];

    private static IReadOnlyList<(DesiredDirection, Bilingual)> Directions =>
    [
        (DesiredDirection.Up, ("越高越好", "Higher is better")), (DesiredDirection.Down, ("越低越好", "Lower is better")), (DesiredDirection.None, ("不分高低", "Neither")),
    ];

    private static IReadOnlyList<(TargetChange, Bilingual)> Changes =>
    [
        (TargetChange.Decrease, ("比基准下降", "A fall from the baseline")), (TargetChange.Increase, ("比基准上升", "A rise from the baseline")),
    ];

    public static IReadOnlyList<ContentField> Of(FoundKind kind) => kind switch
    {
        FoundKind.Goal => Goal,
        FoundKind.Indicator => Indicator,
        FoundKind.KeyTask => KeyTask,
        FoundKind.Measure => Measure,
        FoundKind.Project => Project,
        FoundKind.Safeguard => Safeguard,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "A new kind needs its fields."),
    };

    private static ContentField Name(string zh, string en, FieldControl control = FieldControl.Line) =>
        new(nameof(FoundContent.Name), (zh, en), control, content => content.Name, (content, text) => content with { Name = text });

    private static ContentField Group(string zh, string en) =>
        ContentField.Line(nameof(FoundContent.Group), (zh, en), content => content.Group, (content, text) => content with { Group = text });

    private static ContentField Text(string zh, string en) =>
        new(nameof(FoundContent.Text), (zh, en), FieldControl.Lines, content => content.Text, (content, text) => content with { Text = text });
}

using Greenprint.Quantities;

namespace Greenprint.Planning.Workbooks;

/// <summary>Words to choose from, in both languages.</summary>
internal static class Choices
{
    public static IReadOnlyList<(IndicatorNature Value, Bilingual Name)> Natures { get; } =
    [
        (IndicatorNature.Binding, ("约束性", "Binding")), (IndicatorNature.Anticipatory, ("预期性", "Anticipatory")), (IndicatorNature.Leading, ("引领性", "Leading")),
    ];

    public static IReadOnlyList<(DesiredDirection Value, Bilingual Name)> Directions { get; } =
    [
        (DesiredDirection.Up, ("越高越好", "Higher is better")), (DesiredDirection.Down, ("越低越好", "Lower is better")), (DesiredDirection.None, ("区间", "Neither")),
    ];

    public static IReadOnlyList<(ValueOrigin Value, Bilingual Name)> Origins { get; } =
    [
        (ValueOrigin.Computed, ("计算值", "Computed")), (ValueOrigin.Reported, ("填报值", "Reported")), (ValueOrigin.Issued, ("上级核定值", "Issued by the superior")),
    ];

    public static IReadOnlyList<(TargetKind Value, Bilingual Name)> Kinds { get; } =
    [
        (TargetKind.AtLeast, ("不低于", "At least")), (TargetKind.AtMost, ("不高于", "At most")), (TargetKind.Keep, ("保持", "Keep")), (TargetKind.Range, ("区间", "Range")),
        (TargetKind.Cumulative, ("累计", "Sum of the years")), (TargetKind.Milestone, ("完成事项", "Milestone")),
        (TargetKind.AssignedBySuperior, ("上级下达", "Assigned by the superior")), (TargetKind.Direction, ("定性", "Direction only")),
    ];

    public static IReadOnlyList<(EvidenceClass Value, Bilingual Name)> Proofs { get; } = [.. Enum.GetValues<EvidenceClass>().Select(proof => (proof, YearTasks.TaskWords.Of(proof)))];

    public static IReadOnlyList<(bool Value, Bilingual Name)> TaskStates { get; } = [(false, ("执行中", "In force")), (true, ("已取消", "Cancelled"))];

    public static string Name<T>(this IEnumerable<(T Value, Bilingual Name)> choices, T? value, PlanSheetSource source)
        where T : struct =>
        value is { } known ? source.Say(choices.First(choice => choice.Value.Equals(known)).Name) : "";

    public static IEnumerable<string> Names<T>(this IEnumerable<(T Value, Bilingual Name)> choices, PlanSheetSource source) => choices.Select(choice => source.Say(choice.Name));
}

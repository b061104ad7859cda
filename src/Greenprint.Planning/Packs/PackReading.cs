using Greenprint.Quantities;

namespace Greenprint.Planning.Packs;

/// <summary>What a pack means where it may be brief: direction, first year of a sum, texts.</summary>
internal static class PackReading
{
    public static Target TargetOf(PlanPack pack, PackTarget target) => TargetOf(pack.Start, target);

    /// <param name="start">First year of the plan.</param>
    /// <param name="target">The target.</param>
    public static Target TargetOf(int start, PackTarget target) => new(
        target.Kind,
        target.Year,
        target.Value,
        target.Upper,
        target.Text ?? TargetText.Of(target),
        target.Document,
        target.Kind == TargetKind.Cumulative ? target.From ?? start : target.From);

    public static Baseline? BaselineOf(PackIndicator indicator) => indicator.Baseline is not { } given
        ? null
        : new(given.Year, given.Value, given.Text ?? new Bilingual(TargetText.Plain(given.Value), TargetText.Plain(given.Value)));

    /// <summary>
    /// Which way is better: as given, else by the kind, else from the baseline's number to the target's. A zero on either side is a number like any other.
    /// </summary>
    public static DesiredDirection? DirectionOf(PackIndicator indicator) => (indicator.Direction, indicator.Target.Kind, indicator.Baseline?.Value, indicator.Target.Value) switch
    {
        ({ } given, _, _, _) => given,
        (_, TargetKind.AtLeast or TargetKind.Milestone, _, _) => DesiredDirection.Up,
        (_, TargetKind.AtMost, _, _) => DesiredDirection.Down,
        (_, TargetKind.Range, _, _) => DesiredDirection.None,
        (_, TargetKind.Cumulative, _, { } total) when total != 0 => total > 0 ? DesiredDirection.Up : DesiredDirection.Down,
        (_, _, { } from, { } to) when from != to => to > from ? DesiredDirection.Up : DesiredDirection.Down,
        _ => null,
    };
}

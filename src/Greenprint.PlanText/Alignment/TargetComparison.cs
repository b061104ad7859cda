using Greenprint.PlanText.Paragraphs;

namespace Greenprint.PlanText.Alignment;

/// <summary>What came of comparing two targets.</summary>
/// <param name="Status">Which way they stand.</param>
/// <param name="Reason">Why, in both languages.</param>
/// <param name="Weight">From 0 to 1: how far the comparison had to assume something.</param>
internal sealed record ComparedTargets(AlignmentStatus Status, (string Zh, string En) Reason, decimal Weight = 1m);

/// <summary>Compares the targets of two rows that mean the same thing: units first, then kinds, then numbers and years.</summary>
internal static class TargetComparison
{
    // A number beside a row without a unit, a level taken from the base year: likely right, for a person to look at.
    private const decimal Assumed = 0.8m;

    public static ComparedTargets Of(IndicatorItem local, IndicatorItem upper, IndicatorName localName, IndicatorName upperName, AlignmentReasons reasons)
    {
        if (UnitMeasure.Differ(local.Unit, upper.Unit))
        {
            return new(AlignmentStatus.UnitDiffers, reasons.Units(local.Unit!, upper.Unit!));
        }

        if (localName.IsReduction != upperName.IsReduction && localName.Stem == upperName.Stem)
        {
            return new(AlignmentStatus.UnitDiffers, AlignmentReasons.LevelAgainstChange);
        }

        var upperTarget = TargetDemand.Printed(upper, null);
        var localTarget = TargetDemand.Printed(local, upperTarget?.Year);
        if (localTarget is null || upperTarget is null)
        {
            return new(AlignmentStatus.NotComparable, reasons.NoTarget(localTarget is null, upperTarget is null));
        }

        return Compared(local, upper, localName, upperName, localTarget, upperTarget, reasons);
    }

    private static ComparedTargets Compared(
        IndicatorItem local, IndicatorItem upper, IndicatorName localName, IndicatorName upperName, PrintedTarget localTarget, PrintedTarget upperTarget, AlignmentReasons reasons)
    {
        // What the own superior sets says nothing of a neighbour's number.
        if (localTarget.Kind == PrintedTargetKind.AssignedBySuperior && !reasons.IsAbove)
        {
            return new(AlignmentStatus.NotComparable, reasons.Words(localTarget.Text, upperTarget.Text));
        }

        if (localTarget.Kind == PrintedTargetKind.AssignedBySuperior)
        {
            return new(AlignmentStatus.Carried, reasons.LocalFollows(localTarget.Text, upperTarget.Text));
        }

        if (upperTarget.Kind == PrintedTargetKind.AssignedBySuperior)
        {
            return new(AlignmentStatus.NotComparable, reasons.UpperHasNoNumber(upperTarget.Text));
        }

        // A row without a unit is meant in the unit of the other: 50 beside 58.9 %.
        var mine = UnitMeasure.Of(local.Unit) is null ? local with { Unit = upper.Unit } : local;
        var theirs = UnitMeasure.Of(upper.Unit) is null ? upper with { Unit = local.Unit } : upper;
        var (localDemand, upperDemand) = (TargetDemand.Of(localTarget, mine, localName), TargetDemand.Of(upperTarget, theirs, upperName));
        if (localDemand is null && upperDemand is null)
        {
            return TextFold.Key(localTarget.Text) == TextFold.Key(upperTarget.Text)
                ? WithYears(0, reasons.SameWords(localTarget.Text), localTarget, upperTarget, 1m, reasons)
                : new(AlignmentStatus.NotComparable, reasons.Words(localTarget.Text, upperTarget.Text));
        }

        // 保持稳定 asks each to hold its own level, so beside a number it is the level of the local base year that counts.
        var kept = false;
        if (localDemand is null && localTarget.Kind == PrintedTargetKind.Keep || upperDemand is null && upperTarget.Kind == PrintedTargetKind.Keep)
        {
            var held = TargetDemand.OfBaseline(mine, localName);
            (localDemand, upperDemand, kept) = (localDemand ?? held, upperDemand ?? held, true);
        }

        if (localDemand is null || upperDemand is null)
        {
            return new(AlignmentStatus.NotComparable, reasons.Words(localTarget.Text, upperTarget.Text));
        }

        return Measured(local, upper, localDemand, upperDemand, localTarget, upperTarget, kept, reasons);
    }

    private static ComparedTargets Measured(
        IndicatorItem local, IndicatorItem upper, TargetDemand localDemand, TargetDemand upperDemand, PrintedTarget localTarget, PrintedTarget upperTarget, bool kept, AlignmentReasons reasons)
    {
        if (localDemand.IsChange != upperDemand.IsChange || localTarget.Change is { } one && upperTarget.Change is { } other && one != other)
        {
            return new(AlignmentStatus.UnitDiffers, AlignmentReasons.LevelAgainstChange);
        }

        if (localDemand.Against(upperDemand) is not { } order)
        {
            return new(AlignmentStatus.NotComparable, reasons.OtherSides(localTarget.Text, upperTarget.Text));
        }

        var unitMissing = UnitMeasure.Of(local.Unit) is null != UnitMeasure.Of(upper.Unit) is null;
        var reason = kept
            ? reasons.AgainstBaseline(localTarget.Text, upperTarget.Text, local.Baseline!.Text)
            : reasons.Numbers(order, localTarget.Text, upperTarget.Text);
        return WithYears(order, unitMissing ? reasons.AndUnitMissing(reason) : reason, localTarget, upperTarget, kept || unitMissing ? Assumed : 1m, reasons);
    }

    // The same number a year later is less; a higher number a year later is neither.
    private static ComparedTargets WithYears(int order, (string Zh, string En) reason, PrintedTarget local, PrintedTarget upper, decimal weight, AlignmentReasons reasons)
    {
        if (local.Year is { } mine && upper.Year is { } theirs && mine != theirs)
        {
            var sooner = mine < theirs ? 1 : -1;
            reason = reasons.AndYears(reason, mine, theirs);
            if (order != 0 && order != sooner)
            {
                return new(AlignmentStatus.NotComparable, reason, weight);
            }

            order = sooner;
        }

        return new(order > 0 ? AlignmentStatus.Tightened : order < 0 ? AlignmentStatus.Weakened : AlignmentStatus.Carried, reason, weight);
    }
}

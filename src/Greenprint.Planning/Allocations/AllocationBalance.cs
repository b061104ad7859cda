using Greenprint.Planning.Targets;
using Greenprint.Quantities;

namespace Greenprint.Planning.Allocations;

/// <summary>What shares make, beside what the year asks for (平衡校核).</summary>
/// <param name="Combined">What the shares make.</param>
/// <param name="Published">The same as it is published: rounded half to even to the indicator's decimals. This is what is compared.</param>
/// <param name="Asked">What the year asks for.</param>
/// <param name="Margin">By how much the shares are better than asked; negative where they fall short. Null where there is nothing to compare.</param>
/// <param name="State">The verdict.</param>
public sealed record AllocationBalance(CombinedFigure Combined, decimal? Published, AskedFigure Asked, decimal? Margin, BalanceState State)
{
    internal static AllocationBalance Of(IndicatorView indicator, TargetAllocation allocation) => Of(indicator, allocation.Year, allocation.Content);

    internal static AllocationBalance Of(IndicatorView indicator, int year, AllocationContent content)
    {
        var asked = AskedFigure.Of(indicator, year);
        var combined = Combination.Of(content.Rule, indicator.Direction, [.. content.Parts]);
        decimal? published = combined.Value is { } value ? Rounding.HalfEven(value, indicator.Decimals) : null;
        var margin = asked.Bound is { } bound && published is { } figure ? -bound.Missing(figure) : (decimal?)null;
        return new(combined, published, asked, margin, (margin, combined.IsPartial) switch
        {
            (null, _) => combined.IsPartial && asked.Bound is not null ? BalanceState.Partial : BalanceState.NothingAsked,
            (_, true) => BalanceState.Partial,
            ( >= 0, _) => BalanceState.Enough,
            _ => BalanceState.NotEnough,
        });
    }
}

/// <summary>What one year of an indicator asks for.</summary>
/// <param name="Source">Where the figure comes from.</param>
/// <param name="Lower">At least this; null for no lower edge.</param>
/// <param name="Upper">At most this; null for no upper edge.</param>
public sealed record AskedFigure(AskedSource Source, decimal? Lower, decimal? Upper)
{
    internal Bound? Bound => Lower is null && Upper is null ? null : new(Lower, Upper);

    /// <summary>What the year asks for: the target in its own year, else the given step, else the straight line from the baseline, rounded as it is published.</summary>
    internal static AskedFigure Of(IndicatorView indicator, int year)
    {
        var target = indicator.Target;
        var direction = target.Kind switch
        {
            TargetKind.AtLeast or TargetKind.Milestone => DesiredDirection.Up,
            TargetKind.AtMost => DesiredDirection.Down,
            _ when target.Upper is not null => DesiredDirection.None,
            _ => indicator.Direction,
        };
        if (direction == DesiredDirection.None && target is { Value: { } lower, Upper: { } upper })
        {
            return new(AskedSource.Target, lower, upper);
        }

        if (target.Kind == TargetKind.AssignedBySuperior && target.Value is null)
        {
            return new(AskedSource.Awaited, null, null);
        }

        var end = target.Kind == TargetKind.Keep ? target.Value ?? indicator.Baseline?.Value : target.Value;
        if (end is not { } whole || direction == DesiredDirection.None)
        {
            return new(AskedSource.None, null, null);
        }

        if (year == target.Year || target.Kind == TargetKind.Keep)
        {
            return Toward(AskedSource.Target, direction, whole);
        }

        if (indicator.Steps.FirstOrDefault(step => step.Year == year) is { } given)
        {
            return Toward(AskedSource.Step, direction, given.Value);
        }

        return StartOf(indicator) is var (startYear, start) && startYear < target.Year && year > startYear
            ? Toward(AskedSource.Line, direction, Rounding.HalfEven(new Schedule(startYear, start, indicator.Steps, target, whole).At(year).Value, indicator.Decimals))
            : new(AskedSource.None, null, null);
    }

    private static (int Year, decimal Value)? StartOf(IndicatorView indicator) => indicator.Target.Kind switch
    {
        TargetKind.Cumulative when (indicator.Target.From - 1 ?? indicator.Baseline?.Year) is { } year => (year, 0),
        TargetKind.Cumulative or TargetKind.Milestone => null,
        _ => indicator.Baseline is { Value: { } start } baseline ? (baseline.Year, start) : null,
    };

    private static AskedFigure Toward(AskedSource source, DesiredDirection direction, decimal value) =>
        direction == DesiredDirection.Up ? new(source, value, null) : new(source, null, value);
}

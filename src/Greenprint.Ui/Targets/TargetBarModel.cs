using Greenprint.Quantities;

namespace Greenprint.Ui.Targets;

/// <summary>Where an indicator stands on its way. All values in <paramref name="Unit"/>; what is not known is null and is not drawn.</summary>
/// <param name="Target">The target of the plan.</param>
/// <param name="TargetYear">The year it is for.</param>
/// <param name="Unit">Unit of all values.</param>
/// <param name="Decimals">Places shown.</param>
public sealed record TargetBarModel(TargetView Target, int TargetYear, Bilingual Unit, int Decimals)
{
    /// <summary>Value at the start.</summary>
    public decimal? Baseline { get; init; }

    /// <summary>Year of the baseline.</summary>
    public int? BaselineYear { get; init; }

    /// <summary>The newest deciding value; for a sum over the years, the sum so far.</summary>
    public decimal? Latest { get; init; }

    /// <summary>Its time.</summary>
    public Bilingual? LatestWhen { get; init; }

    /// <summary>Targets of single years, in order.</summary>
    public IReadOnlyList<YearStep> Steps { get; init; } = [];

    /// <summary>What the schedule asks for at the time of the latest value, or today where there is none: along the yearly steps, in a straight line where the plan gives none.</summary>
    public decimal? Expected { get; init; }

    /// <summary>A target whose number is the baseline itself, or that has two ends, is a band in which to stay, not a way to go.</summary>
    internal bool IsWay => Target.Value is { } target && Start is { } start && start != target
        && Target.Shape is TargetShape.AtLeast or TargetShape.AtMost or TargetShape.Cumulative or TargetShape.AssignedBySuperior;

    internal bool IsBand => !IsWay && Target.Value is not null;

    /// <summary>Where the way begins; a sum begins at zero.</summary>
    internal decimal? Start => Target.Shape == TargetShape.Cumulative ? 0m : Baseline;

    /// <summary>Share of the way that is done, un-capped: below 0 worse than the baseline, above 1 beyond the target. Null where there is no way or no value.</summary>
    internal decimal? Progress => IsWay && Latest is { } latest ? (latest - Start!.Value) / (Target.Value!.Value - Start.Value) : null;

    /// <summary>True when the bound holds; null where it cannot be said.</summary>
    internal bool? Holds
    {
        get
        {
            if (Latest is not { } value || Target.Value is not { } target)
            {
                return null;
            }

            return Target.Shape switch
            {
                TargetShape.Range => value >= target && value <= (Target.Upper ?? target),
                _ when Target.Wished() == true => value >= target,
                _ when Target.Wished() == false => value <= target,
                _ => Rounding.HalfEven(value, Decimals) == Rounding.HalfEven(target, Decimals),
            };
        }
    }
}

/// <summary>The target of one year on the way.</summary>
public sealed record YearStep(int Year, decimal Value);

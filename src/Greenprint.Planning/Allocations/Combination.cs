namespace Greenprint.Planning.Allocations;

/// <summary>What shares make together.</summary>
/// <param name="Value">The figure, unrounded; null where no share is known.</param>
/// <param name="Given">How many shares are known, zeros among them.</param>
/// <param name="Missing">How many are not.</param>
public sealed record CombinedFigure(decimal? Value, int Given, int Missing)
{
    /// <summary>True where what is missing could change the figure.</summary>
    public bool IsPartial => Missing > 0;
}

/// <summary>Puts shares together.</summary>
internal static class Combination
{
    /// <summary>
    /// The figure that the known shares make. A share that is missing is left out with its weight, and counted; it is never a zero, and a zero is never
    /// left out. The mean is divided by the whole weight, whatever the single weights are.
    /// </summary>
    /// <exception cref="ArgumentException">Some shares have a weight and some have none, a weight is not positive, or the worst of an indicator without a direction is asked.</exception>
    public static CombinedFigure Of(CombinationRule rule, DesiredDirection direction, IReadOnlyCollection<AllocationPart> parts)
    {
        var known = parts.Where(part => part.Value is not null).ToList();
        var values = known.ConvertAll(part => part.Value!.Value);
        var missing = parts.Count - known.Count;
        if (values.Count == 0)
        {
            return new(null, 0, missing);
        }

        var value = rule switch
        {
            CombinationRule.Sum => values.Sum(),
            CombinationRule.Mean => values.Sum() / values.Count,
            CombinationRule.WeightedMean => Weighted(parts, known),
            CombinationRule.Worst => direction switch
            {
                DesiredDirection.Up => values.Min(),
                DesiredDirection.Down => values.Max(),
                _ => throw new ArgumentException("An indicator without a direction has no worst share.", nameof(direction)),
            },
            _ => throw new ArgumentOutOfRangeException(nameof(rule), rule, "Unknown rule."),
        };
        return new(value, values.Count, missing);
    }

    private static decimal Weighted(IReadOnlyCollection<AllocationPart> parts, List<AllocationPart> known)
    {
        if (parts.All(part => part.Weight is null))
        {
            return known.Sum(part => part.Value!.Value) / known.Count;
        }

        return parts.Any(part => part.Weight is not > 0)
            ? throw new ArgumentException("Either every share has a weight above zero, or none has one.", nameof(parts))
            : known.Sum(part => part.Value!.Value * part.Weight!.Value) / known.Sum(part => part.Weight!.Value);
    }
}

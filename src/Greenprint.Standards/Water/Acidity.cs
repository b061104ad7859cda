using Greenprint.Quantities;

namespace Greenprint.Standards.Water;

/// <summary>The mean of pH values by their hydrogen ions: −lg of the mean of 10^−pH.</summary>
internal static class Acidity
{
    /// <summary>The mean, settled so that rounding it to at most twenty places, or comparing it with a limit, is certain.</summary>
    /// <param name="values">At least one pH value.</param>
    internal static Fraction Mean(IReadOnlyCollection<Fraction> values)
    {
        var counts = values.CountBy(value => value).ToList();
        if (counts.Count == 1)
        {
            return counts[0].Key;
        }

        // The smallest value is taken out, so that every power lies between 0 and 1 and the largest is 1: no digit of it is lost.
        var lowest = counts.Min(count => count.Key);
        var all = Fraction.Of(values.Count, 1);
        return Logarithms.Settled(digits =>
        {
            var sum = Fraction.Zero;
            foreach (var (value, count) in counts)
            {
                sum += Logarithms.PowerOfTen(lowest - value, digits + 8) * Fraction.Of(count, 1);
            }

            return lowest - Logarithms.Common(sum / all, digits + 4);
        });
    }
}

using System.Numerics;
using Greenprint.Quantities;

namespace Greenprint.Standards.Noise;

/// <summary>The mean of sound levels by energy (能量平均, 等效声级): 10·lg of the weighted mean of 10^(0.1 L).</summary>
/// <remarks>
/// The mean is irrational, but what is published of it is exact: a binary approximation only says between which two published values the mean lies. Where it
/// comes within a millionth of a decibel of the middle, the middle is compared exactly: first for equality, which for levels with a finite number of places can
/// be decided in whole numbers (the powers 10^(r/N), 0 ≤ r &lt; N, are independent over the rationals), then with as many digits as the difference needs.
/// </remarks>
public sealed class EnergyMean
{
    private readonly Dictionary<decimal, long> weights = [];

    /// <summary>Sum of the weights: seconds, hours, or values.</summary>
    public long Weight { get; private set; }

    /// <summary>True before the first level: a mean of nothing is not zero.</summary>
    public bool IsEmpty => Weight == 0;

    /// <summary>The mean of levels that each hold as long.</summary>
    public static EnergyMean Of(params ReadOnlySpan<decimal> levels)
    {
        var mean = new EnergyMean();
        foreach (var level in levels)
        {
            mean.Add(level);
        }

        return mean;
    }

    /// <summary>Adds a level that holds for so long.</summary>
    /// <param name="level">dB, -20 to 200: what lies outside is no sound that is measured outdoors.</param>
    /// <param name="weight">How long, in any one unit.</param>
    public EnergyMean Add(decimal level, long weight = 1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(level, -20m);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(level, 200m);
        ArgumentOutOfRangeException.ThrowIfLessThan(weight, 1);
        weights[level] = weights.GetValueOrDefault(level) + weight;
        Weight += weight;
        return this;
    }

    /// <summary>The mean with so many places, rounded once, half to even.</summary>
    /// <exception cref="InvalidOperationException">There is no level.</exception>
    public decimal Rounded(int decimals)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(decimals);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(decimals, 4);
        var step = Unit.Shifted(1m, -decimals);
        var about = (decimal)Approximate();
        var lower = decimal.Floor(about / step) * step;
        var middle = lower + (step / 2m);
        if (Math.Abs(about - middle) > 0.000001m)
        {
            // Near a published value itself the floor may be one step off, but then the nearest value is the same.
            return Rounding.HalfEven(about, decimals);
        }

        return CompareTo(middle) switch
        {
            < 0 => lower,
            > 0 => lower + step,
            _ => Rounding.HalfEven(middle, decimals),
        };
    }

    /// <summary>Less than zero when the mean is below the level, zero when it is exactly the level, more when above.</summary>
    /// <exception cref="InvalidOperationException">There is no level.</exception>
    public int CompareTo(decimal level)
    {
        var difference = Approximate() - (double)level;
        return Math.Abs(difference) > 0.000001 ? Math.Sign(difference) : ExactSign(level);
    }

    /// <summary>The mean as a binary number, good to some 10⁻⁹ dB. For drawing, never for rounding.</summary>
    /// <exception cref="InvalidOperationException">There is no level.</exception>
    public double Approximate()
    {
        if (IsEmpty)
        {
            throw new InvalidOperationException("There is no level: a mean of nothing has no value.");
        }

        var sum = 0.0;
        foreach (var (level, weight) in weights)
        {
            sum += weight * Math.Pow(10, (double)level / 10);
        }

        return 10 * Math.Log10(sum / Weight);
    }

    private int ExactSign(decimal level)
    {
        var places = Math.Max((int)level.Scale, weights.Keys.Max(known => (int)known.Scale));
        var whole = BigInteger.Pow(10, places + 1);   // so many steps of the last place make a factor of ten
        var terms = weights.Select(entry => (Weight: (BigInteger)entry.Value, Steps: Steps(entry.Key, places))).Append((Weight: -(BigInteger)Weight, Steps: Steps(level, places))).ToList();
        var lowest = terms.Min(term => Floor(term.Steps, whole));
        var byRest = terms.GroupBy(term => term.Steps - (Floor(term.Steps, whole) * whole))
            .Select(group => (Residue: group.Key, Sum: group.Aggregate(BigInteger.Zero, (sum, term) => sum + (term.Weight * BigInteger.Pow(10, (int)(Floor(term.Steps, whole) - lowest))))))
            .Where(group => !group.Sum.IsZero).ToList();
        if (byRest.Count == 0)
        {
            return 0;
        }

        for (var digits = 40; ; digits *= 2)
        {
            var powers = new FixedPowers(digits);
            var difference = byRest.Aggregate(BigInteger.Zero, (sum, group) => sum + (group.Sum * powers.OfTen(group.Residue, whole)));
            var doubt = byRest.Aggregate(BigInteger.Zero, (sum, group) => sum + BigInteger.Abs(group.Sum)) * FixedPowers.Doubt;
            if (BigInteger.Abs(difference) > doubt)
            {
                return difference.Sign;
            }
        }
    }

    private static BigInteger Steps(decimal level, int places) => (BigInteger)(level * Unit.Shifted(1m, places));

    private static BigInteger Floor(BigInteger steps, BigInteger whole) => (steps - (((steps % whole) + whole) % whole)) / whole;
}

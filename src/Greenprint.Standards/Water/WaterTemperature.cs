using Greenprint.Quantities;

namespace Greenprint.Standards.Water;

/// <summary>Row 1 of GB 3838-2002 table 1: people may change the temperature of water only so much, as the mean of a week (周平均最大温升、温降).</summary>
/// <param name="HighestRise">℃ by which a week's mean may rise.</param>
/// <param name="HighestFall">℃ by which it may fall.</param>
/// <param name="Rule">Clause.</param>
public sealed record WaterTemperatureRule(decimal HighestRise, decimal HighestFall, RuleReference Rule)
{
    /// <summary>The change of one week: the mean of what was measured below the discharge less the mean of what was measured above it, in ℃; negative for a fall.</summary>
    /// <param name="influenced">Temperatures of the week in the water that people change.</param>
    /// <param name="natural">Temperatures of the same week in the water without the influence.</param>
    /// <exception cref="ArgumentException">One of them is empty: a week without a value has no mean.</exception>
    public static Fraction OfWeek(IReadOnlyCollection<decimal> influenced, IReadOnlyCollection<decimal> natural) =>
        influenced.Count > 0 && natural.Count > 0
            ? Fraction.Mean(influenced) - Fraction.Mean(natural)
            : throw new ArgumentException("A week needs temperatures with and without the influence.");

    /// <summary>Judges the largest rise and the largest fall among weeks; the limit itself is allowed.</summary>
    /// <returns>Null when there is no week.</returns>
    public WaterTemperatureJudgement? Judge(IEnumerable<Fraction> weeks)
    {
        var changes = weeks.ToList();
        if (changes.Count == 0)
        {
            return null;
        }

        var rise = Largest(changes.Max());
        var fall = Largest(Fraction.Zero - changes.Min());
        return new(rise, fall, rise <= Fraction.Of(HighestRise) && fall <= Fraction.Of(HighestFall));
    }

    private static Fraction Largest(Fraction change) => change > Fraction.Zero ? change : Fraction.Zero;
}

/// <summary>The largest changes of temperature by weeks.</summary>
/// <param name="Rise">Largest rise of a week's mean, ℃; zero when it never rose.</param>
/// <param name="Fall">Largest fall, ℃.</param>
/// <param name="Meets">True when both keep to their limits.</param>
public sealed record WaterTemperatureJudgement(Fraction Rise, Fraction Fall, bool Meets);

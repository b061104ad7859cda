using Greenprint.Quantities;

namespace Greenprint.Standards.Sea;

/// <summary>Areas of sea by the class of their water in one survey, all in one unit; from interpolation, or of the areas that stations stand for.</summary>
/// <param name="I">Area at class I.</param>
/// <param name="II">Area at class II.</param>
/// <param name="III">Area at class III.</param>
/// <param name="IV">Area at class IV.</param>
/// <param name="Worse">Area worse than class IV (劣四类).</param>
public sealed record ClassAreas(decimal I, decimal II, decimal III, decimal IV, decimal Worse)
{
    /// <summary>The evaluated area.</summary>
    public decimal Total => I + II + III + IV + Worse;

    /// <summary>Adds the areas that stations stand for, by their class, 1 to 5; a station without a class is not evaluated.</summary>
    public static ClassAreas Of(IEnumerable<(int? Class, decimal Area)> stations)
    {
        var areas = new decimal[6];
        foreach (var (of, area) in stations)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(area, nameof(stations));
            areas[of ?? 0] += area;
        }

        return new(areas[1], areas[2], areas[3], areas[4], areas[5]);
    }
}

/// <summary>Shares of an evaluated sea area by class in percent, exactly; together 100.</summary>
/// <param name="I">Class I.</param>
/// <param name="II">Class II.</param>
/// <param name="III">Class III.</param>
/// <param name="IV">Class IV.</param>
/// <param name="Worse">劣四类.</param>
public sealed record SeaShares(Fraction I, Fraction II, Fraction III, Fraction IV, Fraction Worse)
{
    internal static SeaShares Of(ClassAreas areas)
    {
        Fraction Share(decimal area) => Fraction.Of(area) * Fraction.Of(100m) / Fraction.Of(areas.Total);
        return new(Share(areas.I), Share(areas.II), Share(areas.III), Share(areas.IV), Share(areas.Worse));
    }

    internal static SeaShares Mean(IReadOnlyList<SeaShares> shares)
    {
        Fraction Of(Func<SeaShares, Fraction> one) => shares.Aggregate(Fraction.Zero, (sum, share) => sum + one(share)) / Fraction.Of(shares.Count);
        return new(Of(share => share.I), Of(share => share.II), Of(share => share.III), Of(share => share.IV), Of(share => share.Worse));
    }
}

/// <summary>A sea area in a survey or a year.</summary>
/// <param name="Shares">Shares by class; null where they cannot be given.</param>
/// <param name="GoodShare">优良水质面积比例: area at class I and II over the evaluated area, in percent.</param>
/// <param name="WorstShare">劣四类 share in percent.</param>
/// <param name="State">State of the sea area; null where the shares cannot be given.</param>
public sealed record SeaAreaResult(SeaShares? Shares, Figure GoodShare, Figure WorstShare, SeaState? State);

/// <summary>Shares of area and state of a sea area (HJ 442.10-2020; the figures are UNVERIFIED, 85 %).</summary>
public static class CoastalAreas
{
    /// <summary>One survey.</summary>
    /// <param name="rules">From <see cref="StandardLibrary.Coastal"/>.</param>
    /// <param name="areas">What was evaluated.</param>
    public static SeaAreaResult Survey(CoastalRules rules, ClassAreas areas)
    {
        ArgumentNullException.ThrowIfNull(areas);
        return areas.Total > 0 ? Given(rules, SeaShares.Of(areas)) : NotGiven(rules, NotGivenReason.NoData, ("没有参评面积。", "No area was evaluated."));
    }

    /// <summary>A year: the mean of the shares of its surveys in spring, summer and autumn, each survey weighing the same.</summary>
    /// <param name="rules">From <see cref="StandardLibrary.Coastal"/>.</param>
    /// <param name="surveys">The surveys; one that was not made is null or absent.</param>
    public static SeaAreaResult Year(CoastalRules rules, IReadOnlyList<ClassAreas?> surveys)
    {
        ArgumentNullException.ThrowIfNull(rules);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(surveys.Count, rules.Surveys, nameof(surveys));
        var made = surveys.OfType<ClassAreas>().Where(areas => areas.Total > 0).ToList();
        return made.Count == rules.Surveys ? Given(rules, SeaShares.Mean([.. made.Select(SeaShares.Of)]))
            : NotGiven(rules, NotGivenReason.IncompletePeriod,
                ($"年度值为{rules.Surveys}期监测的平均，本年只有{made.Count}期。", $"A year is the mean of {rules.Surveys} surveys; there are only {made.Count}."));
    }

    private static SeaAreaResult Given(CoastalRules rules, SeaShares shares) => new(
        shares, Figure.Of(shares.I + shares.II, rules.RatioDecimals, "%"), Figure.Of(shares.Worse, rules.RatioDecimals, "%"), rules.StateOf(shares));

    private static SeaAreaResult NotGiven(CoastalRules rules, NotGivenReason reason, Bilingual message)
    {
        var figure = Figure.Without(new(reason, rules.AreaRule, message, []), rules.RatioDecimals, "%");
        return new(null, figure, figure, null);
    }
}

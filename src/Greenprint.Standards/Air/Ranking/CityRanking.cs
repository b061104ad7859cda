using Greenprint.Quantities;

namespace Greenprint.Standards.Air;

/// <summary>A city's place in a ranking.</summary>
/// <param name="City">City.</param>
/// <param name="Index">Its composite index.</param>
/// <param name="Rank">1 for the best; null where the index is not given.</param>
public sealed record CityRank(string City, CompositeIndex Index, int? Rank);

/// <summary>A city's change of the composite index between two periods.</summary>
/// <param name="City">City.</param>
/// <param name="Now">The period that is ranked.</param>
/// <param name="Before">The period that it is compared with.</param>
/// <param name="Rate">(now − before) / before × 100 %: above zero worse, below zero better.</param>
/// <param name="Rank">Among the cities of its list, 1 for the largest change; null where it stands in no list.</param>
public sealed record CityChange(string City, CompositeIndex Now, CompositeIndex Before, Figure Rate, int? Rank);

/// <summary>Cities by their change, by the rules of 2017 (城市环境空气质量变化程度排名方案).</summary>
/// <param name="Improving">Better than before, the largest fall first.</param>
/// <param name="Worsening">Worse than before, the largest rise first, without cities all of whose items meet class 2.</param>
/// <param name="Unlisted">Unchanged, left out because all items meet class 2, or without an index.</param>
public sealed record ChangeRanking(IReadOnlyList<CityChange> Improving, IReadOnlyList<CityChange> Worsening, IReadOnlyList<CityChange> Unlisted);

/// <summary>Ranks of cities by the composite index. Equal published figures share a rank, and the next rank is skipped (1, 1, 3).</summary>
public static class CityRanking
{
    /// <summary>Cities from the smallest index, those without one last.</summary>
    /// <exception cref="ArgumentException">The indices were formed in different ways.</exception>
    public static IReadOnlyList<CityRank> Rank(IReadOnlyList<(string City, CompositeIndex Index)> cities)
    {
        OneWay(cities.Select(city => city.Index));
        var given = cities.Select(city => city.Index).Where(index => index.Figure.IsGiven).ToList();
        if (given.Select(index => (index.Figure.Decimals, string.Join(' ', index.Singles.Select(single => (single.Limit.Item.Code, single.Limit.Class2))))).Distinct().Count() > 1)
        {
            throw new ArgumentException("Indices over different limits or with different places do not stand in one ranking.", nameof(cities));
        }

        return [.. cities
            .Select(city => new CityRank(city.City, city.Index, RankOf(city.Index.Figure.Published, cities.Select(other => other.Index.Figure.Published))))
            .OrderBy(city => city.Rank ?? int.MaxValue)];
    }

    /// <summary>The change of one city.</summary>
    public static CityChange Change(string city, CompositeIndex now, CompositeIndex before, AssessmentRules rules)
    {
        OneWay([now, before]);
        var lacking = now.Figure.NotGiven ?? before.Figure.NotGiven;
        var rate = lacking is null
            ? Figure.Of((now.Figure.Exact - before.Figure.Exact) / before.Figure.Exact * Fraction.Of(100), rules.RatioDecimals, "%")
            : Figure.Without(lacking, rules.RatioDecimals, "%");
        return new(city, now, before, rate, null);
    }

    /// <summary>The two lists of the ranking of changes.</summary>
    public static ChangeRanking RankChanges(IReadOnlyList<CityChange> cities)
    {
        OneWay(cities.SelectMany(city => new[] { city.Now, city.Before }));
        var improving = Ranked(cities.Where(city => city.Rate.Published < 0), fallsFirst: true);
        var worsening = Ranked(cities.Where(city => city.Rate.Published > 0 && !city.Now.AllMeet), fallsFirst: false);
        return new(improving, worsening, [.. cities.Where(city => improving.Concat(worsening).All(listed => listed.City != city.City))]);
    }

    private static List<CityChange> Ranked(IEnumerable<CityChange> cities, bool fallsFirst)
    {
        var list = cities.ToList();
        decimal? Key(CityChange city) => fallsFirst ? city.Rate.Published : -city.Rate.Published;
        return [.. list.Select(city => city with { Rank = RankOf(Key(city), list.Select(Key)) }).OrderBy(city => city.Rank)];
    }

    /// <summary>One more than the number of better ones.</summary>
    private static int? RankOf(decimal? value, IEnumerable<decimal?> all) => value is null ? null : 1 + all.Count(other => other < value);

    private static void OneWay(IEnumerable<CompositeIndex> indices)
    {
        if (indices.Select(index => index.Options.Variant).Distinct().Count() > 1)
        {
            throw new ArgumentException("Indices of different variants do not stand in one ranking.", nameof(indices));
        }
    }
}

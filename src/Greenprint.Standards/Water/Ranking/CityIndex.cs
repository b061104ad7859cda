using Greenprint.Quantities;

namespace Greenprint.Standards.Water;

/// <summary>How the indices of rivers and of lakes become one; the text was not seen on this.</summary>
public enum CityIndexWeighting
{
    /// <summary>By the numbers of sections M and points N: (R·M + L·N)/(M + N). UNVERIFIED (85 %), and the default.</summary>
    BySections,

    /// <summary>Not at all: a city that has both gets two indices and none for the whole.</summary>
    Apart,
}

/// <summary>Choices.</summary>
/// <param name="Weighting">How rivers and lakes become one index.</param>
/// <param name="Water">How samples become means.</param>
public sealed record CityIndexOptions(CityIndexWeighting Weighting = CityIndexWeighting.BySections, WaterOptions? Water = null);

/// <summary>The water quality index of a city (CWQI); smaller is better.</summary>
/// <param name="City">Its name.</param>
/// <param name="Index">The index of the city; not given without data, or where rivers and lakes stay apart.</param>
/// <param name="Rivers">The index of its rivers, or null where it has none.</param>
/// <param name="Lakes">The index of its lakes, or null.</param>
/// <param name="Items">The index of each item in rivers and in lakes; cities are comparable when they were judged on the same items.</param>
/// <param name="Sections">Its sections and points.</param>
public sealed record CityIndexResult(string City, Figure Index, Figure? Rivers, Figure? Lakes, IReadOnlyList<CityItemIndex> Items, IReadOnlyList<SectionResult> Sections);

/// <summary>The index of one item.</summary>
/// <param name="Item">Item.</param>
/// <param name="Body">In rivers or in lakes.</param>
/// <param name="Index">C/S, S/C or |pH − 7| over its span, unrounded.</param>
public sealed record CityItemIndex(MeasuredItem Item, WaterBody Body, Fraction Index);

/// <summary>A city in a ranking.</summary>
/// <param name="Rank">From 1; equal figures share a rank, and the next is skipped.</param>
/// <param name="City">City.</param>
/// <param name="Figure">Index, or change in percent.</param>
public sealed record RankedCity(int Rank, string City, Figure Figure);

/// <summary>The change of a city's index.</summary>
/// <param name="City">City.</param>
/// <param name="Change">(now − base)/base in percent; negative is better. Not given without both indices.</param>
/// <param name="LeftOut">True for a city whose sections are all at class II or better in both periods: it is not ranked.</param>
public sealed record CityChange(string City, Figure Change, bool LeftOut);

/// <summary>Ranking of cities by their surface water (城市水质指数, CWQI).</summary>
public static class CityIndex
{
    /// <summary>The index of a city: for each of the 21 items that was measured the index of its mean over the sections; their sum; rivers and lakes weighted.</summary>
    /// <param name="table">From <see cref="StandardLibrary.CityIndex"/>.</param>
    /// <param name="water">From <see cref="StandardLibrary.SurfaceWater"/>.</param>
    /// <param name="city">Its name.</param>
    /// <param name="sections">Its sections of rivers and points of lakes.</param>
    /// <param name="period">The period.</param>
    /// <param name="options">Choices; null: the defaults.</param>
    public static CityIndexResult Of(
        CityIndexTable table, SurfaceWaterTable water, string city, IReadOnlyList<SectionSamples> sections, Period period, CityIndexOptions? options = null)
    {
        options ??= new();
        var results = sections.Select(section => WaterSections.Section(water, section, period, options.Water)).ToList();
        var items = new List<CityItemIndex>();
        var without = new List<MeasuredItem>();
        var (rivers, riverCount) = Sum(table, water, results, WaterBody.River, options, items, without);
        var (lakes, lakeCount) = Sum(table, water, results, WaterBody.Lake, options, items, without);
        Figure Given(Fraction value) => Figure.Of(value, table.IndexDecimals, "");
        Figure Without(Bilingual why) => Figure.Without(new(NotGivenReason.NoData, table.Rule, why, []), table.IndexDecimals, "");
        var index = (rivers, lakes) switch
        {
            _ when without.Count > 0 => Without(($"{city} 在 {period} 的{without[0].Name.Zh}均值为零，指数无定义。", $"{city}: the mean of {without[0].Symbol} in {period} is zero, which has no index.")),
            (null, null) => Without(($"{city} 在 {period} 没有可用的数据。", $"{city} has no data in {period}.")),
            ({ } river, null) => Given(river),
            (null, { } lake) => Given(lake),
            _ when options.Weighting == CityIndexWeighting.Apart => Without(($"{city} 的河流与湖库分别给出指数，未合并。", $"{city}: rivers and lakes have an index each; they were not made one.")),
            ({ } river, { } lake) => Given(((river * Fraction.Of(riverCount, 1)) + (lake * Fraction.Of(lakeCount, 1))) / Fraction.Of(riverCount + lakeCount, 1)),
        };
        return new(city, index, rivers is { } ofRivers ? Given(ofRivers) : null, lakes is { } ofLakes ? Given(ofLakes) : null, items, results);
    }

    /// <summary>The cities that have an index, best first.</summary>
    public static IReadOnlyList<RankedCity> Rank(IEnumerable<CityIndexResult> cities) => Ranked(cities.Select(city => (city.City, city.Index)));

    /// <summary>The change of a city between two periods.</summary>
    /// <param name="table">Rules.</param>
    /// <param name="before">The base period.</param>
    /// <param name="after">The period looked at.</param>
    public static CityChange Change(CityIndexTable table, CityIndexResult before, CityIndexResult after)
    {
        var leftOut = StaysGood(table, before) && StaysGood(table, after);
        if (before.Index.NotGiven is { } first)
        {
            return new(after.City, Figure.Without(first, table.ChangeDecimals, "%"), leftOut);
        }

        return new(after.City, after.Index.NotGiven is { } second
            ? Figure.Without(second, table.ChangeDecimals, "%")
            : Figure.Of((after.Index.Exact - before.Index.Exact) / before.Index.Exact * Fraction.Of(100, 1), table.ChangeDecimals, "%"), leftOut);
    }

    /// <summary>The ranking of change, most negative (best) first; cities that are left out do not take a rank.</summary>
    public static IReadOnlyList<RankedCity> RankChange(IEnumerable<CityChange> changes) =>
        Ranked(changes.Where(change => !change.LeftOut).Select(change => (change.City, change.Change)));

    private static bool StaysGood(CityIndexTable table, CityIndexResult city) =>
        city.Sections.Any(section => section.Judgement is not null) && city.Sections.All(section => section.Judgement is null || section.Judgement.Class <= table.Unchanged);

    private static List<RankedCity> Ranked(IEnumerable<(string City, Figure Figure)> figures)
    {
        var ranked = new List<RankedCity>();
        foreach (var (city, figure) in figures.Where(one => one.Figure.IsGiven).OrderBy(one => one.Figure.Exact).ThenBy(one => one.City, StringComparer.Ordinal))
        {
            var shared = ranked.Count > 0 && ranked[^1].Figure.Published == figure.Published;
            ranked.Add(new(shared ? ranked[^1].Rank : ranked.Count + 1, city, figure));
        }

        return ranked;
    }

    private static (Fraction? Sum, int Sections) Sum(
        CityIndexTable table, SurfaceWaterTable water, List<SectionResult> sections, WaterBody body, CityIndexOptions options, List<CityItemIndex> items,
        List<MeasuredItem> without)
    {
        var judged = sections.Where(section => section.Body == body && section.Judgement is not null).ToList();
        if (judged.Count == 0)
        {
            return (null, 0);
        }

        var sum = Fraction.Zero;
        foreach (var (item, mean) in WaterSections.Means([.. judged.Select(section => section.Exact)], options.Water ?? WaterOptions.Default))
        {
            if (!water.TakesPart(item) || water.For(item, body) is not { } limit)
            {
                continue;
            }

            if (Index(table, limit, mean, options.Water ?? WaterOptions.Default) is { } index)
            {
                items.Add(new(item, body, index));
                sum += index;
            }
            else
            {
                without.Add(item);
            }
        }

        return (sum, judged.Count);
    }

    /// <summary>C/S; S/C where less is worse, null over zero; for pH its distance from 7 over the distance of the bound.</summary>
    private static Fraction? Index(CityIndexTable table, WaterLimit limit, ItemMean mean, WaterOptions options)
    {
        var value = mean.Number ?? ItemMean.Undetected(mean.Below, options);
        switch (limit.Worse)
        {
            case Worse.Higher:
                return value / Fraction.Of(limit.OfClassIII);
            case Worse.Lower:
                return value > Fraction.Zero ? Fraction.Of(limit.OfClassIII) / value : null;
            default:
                var distance = value - Fraction.Of(table.Neutral);
                return distance > Fraction.Zero ? distance / Fraction.Of(table.SpanAlkaline) : Fraction.Zero - (distance / Fraction.Of(table.SpanAcid));
        }
    }
}

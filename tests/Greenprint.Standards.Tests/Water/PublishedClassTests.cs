using Greenprint.Quantities;
using Greenprint.Standards.Water;
using Greenprint.Testing;

namespace Greenprint.Standards.Tests.Water;

/// <summary>Real published classes of automatic stations in Guangdong, and why the few that differ do.</summary>
public sealed class PublishedClassTests
{
    // The sections whose name is that of a reservoir. 孔江水库入库口 is a river's mouth, and 东湖 stands on a river.
    private static readonly string[] Lakes = ["新丰江水库", "良德水库"];

    private static readonly string[] Electrodes = ["ph", "do"];

    private static SurfaceWaterTable Table => TestStandards.Library.SurfaceWater;

    [Fact]
    public void Taken_as_rivers_at_least_98_5_percent_of_the_sections_have_the_published_class()
    {
        var rows = PublishedClasses.Rows().ToList();

        Assert.Equal(2545, rows.Count);
        Assert.Equal(2508, rows.Count(row => row.Judged(WaterBody.River) == row.Class));
    }

    [Fact]
    public void With_reservoirs_as_lakes_99_06_percent_are_equal_and_99_69_percent_within_the_rounding_of_what_is_displayed()
    {
        var rows = PublishedClasses.Rows().ToList();
        var equal = rows.Count(row => row.Judged(Body(row)) == row.Class);
        var rounded = rows.Count(row => row.Judged(Body(row)) != row.Class && AtLimit(row) is not null);

        Assert.Equal((2545, 2521, 2537), (rows.Count, equal, equal + rounded));
    }

    [Fact]
    public void Each_difference_stands_in_the_manual_with_its_reason()
    {
        var different = PublishedClasses.Rows().Where(row => row.Judged(Body(row)) != row.Class).ToList();
        string[] lines = [.. different.Select(row => $"| {row.Section} | {row.Time} | {row.Class.Numeral()} | {row.Judged(Body(row))!.Value.Numeral()} | {AtLimit(row) ?? Earlier(row) ?? "unexplained"} |")];

        Assert.Equal(24, lines.Length);
        Assert.DoesNotContain(lines, line => line.EndsWith("unexplained |", StringComparison.Ordinal));
        var page = File.ReadAllLines(RepositoryRoot.Combine("docs", "methods", "surface-water-class.md"));
        Assert.Equal(lines, page.SkipWhile(line => line != "<!-- differences -->").Skip(3).TakeWhile(line => line.StartsWith('|')));
    }

    private static WaterBody Body(PublishedRow row) => Lakes.Contains(row.Section) ? WaterBody.Lake : WaterBody.River;

    /// <summary>An item that is displayed exactly at a limit: a value that is displayed so, but lies beyond, gives the published class.</summary>
    private static string? AtLimit(PublishedRow row)
    {
        foreach (var (item, value) in row.Values)
        {
            if (value.Value is { } shown && Table.TakesPart(item) && Table.For(item, Body(row)) is { Worse: not Worse.Outside } limit && limit.Limits.Contains(shown))
            {
                var half = 0.4m / (decimal)Math.Pow(10, shown.Scale);
                var hidden = limit.Worse == Worse.Higher ? shown + half : shown - half;
                if ((row with { Values = new Dictionary<MeasuredItem, MeasuredValue>(row.Values) { [item] = MeasuredValue.Of(hidden) } }).Judged(Body(row)) == row.Class)
                {
                    return $"{item.Name.Zh} is displayed as {shown}, the limit of class {limit.Classify(shown).Numeral()}; a value just beyond it, displayed alike, has the published class";
                }
            }
        }

        return null;
    }

    /// <summary>pH or oxygen of the reading before gives the published class: the platform had judged before the new value of the electrode came.</summary>
    private static string? Earlier(PublishedRow row)
    {
        foreach (var item in Electrodes.Select(MeasuredItems.Get))
        {
            if (row.Before is { } before && !before.Values[item].IsMissing
                && (row with { Values = new Dictionary<MeasuredItem, MeasuredValue>(row.Values) { [item] = before.Values[item] } }).Judged(Body(row)) == row.Class)
            {
                return $"{item.Name.Zh} is {row.Values[item]}; with {before.Values[item]} of the reading before ({before.Time}) the class is the published one";
            }
        }

        return null;
    }
}

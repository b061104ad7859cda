using System.Text.Json.Nodes;
using Greenprint.Quantities;

namespace Greenprint.Ui.Charts;

/// <summary>Values along periods (months, days), one or more lines, with an optional limit line.</summary>
/// <param name="Title">What is shown.</param>
/// <param name="Unit">Unit of all values.</param>
/// <param name="Decimals">Places shown.</param>
/// <param name="Periods">Written as the reader shall see them.</param>
/// <param name="Lines">At most four: more cannot be told apart.</param>
public sealed record SeriesChartModel(Bilingual Title, Bilingual Unit, int Decimals, IReadOnlyList<string> Periods, IReadOnlyList<SeriesLine> Lines)
{
    /// <summary>A level to compare with, and its name.</summary>
    public (decimal Value, Bilingual Name)? Limit { get; init; }

    /// <summary>The ECharts option, in the current UI language.</summary>
    /// <param name="demo">True writes 演示数据 into the picture.</param>
    public ChartOption ToOption(bool demo)
    {
        string[] colours = [ChartColours.Value, ChartColours.Other, ChartColours.Path, ChartColours.Past];
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Lines.Count, colours.Length);
        var frame = ChartFrame.New(demo);
        frame["xAxis"] = ChartFrame.Categories(Periods);
        frame["yAxis"] = ChartFrame.Values();
        var series = new JsonArray();
        foreach (var (line, colour) in Lines.Zip(colours))
        {
            series.Add(new JsonObject
            {
                ["type"] = "line",
                ["name"] = line.Name.Here,
                ["data"] = new JsonArray([.. line.Values.Select(value => value is { } given ? JsonValue.Create(Rounding.HalfEven(given, Decimals)) : (JsonNode?)null)]),
                ["symbolSize"] = 5,
                ["lineStyle"] = new JsonObject { ["color"] = colour, ["width"] = 2 },
                ["itemStyle"] = new JsonObject { ["color"] = colour },
                ["emphasis"] = new JsonObject { ["disabled"] = true },
            });
        }

        if (Limit is { } limit && series is [JsonObject first, ..])
        {
            first["markLine"] = new JsonObject
            {
                ["silent"] = true,
                ["symbol"] = "none",
                ["lineStyle"] = new JsonObject { ["color"] = ChartColours.Target, ["width"] = 1.5, ["type"] = new JsonArray(5, 4) },
                ["label"] = new JsonObject { ["formatter"] = limit.Name.Here, ["position"] = "insideEndTop", ["color"] = ChartColours.Ink, ["fontSize"] = 12 },
                ["data"] = new JsonArray(new JsonObject { ["yAxis"] = limit.Value }),
            };
        }

        frame["series"] = series;
        return ChartOption.From(frame);
    }
}

/// <summary>One line of a chart; a missing value is null and a gap.</summary>
public sealed record SeriesLine(Bilingual Name, IReadOnlyList<decimal?> Values);

using System.Text.Json.Nodes;
using Greenprint.Quantities;

namespace Greenprint.Ui.Charts;

/// <summary>Yearly values of an indicator beside its yearly targets.</summary>
/// <param name="Title">What is shown, for the caption and the text alternative.</param>
/// <param name="Unit">Unit of all values.</param>
/// <param name="Decimals">Places shown.</param>
/// <param name="Years">In order; a year without a value is a gap in the line, never a zero.</param>
public sealed record YearChartModel(Bilingual Title, Bilingual Unit, int Decimals, IReadOnlyList<YearPoint> Years)
{
    /// <summary>How the deciding value is called, by its origin.</summary>
    public Bilingual ValueName { get; init; } = ("实际值", "Actual");

    /// <summary>How the value of the other origin is called.</summary>
    public Bilingual OtherName { get; init; } = ("其他来源", "Other origin");

    /// <summary>The ECharts option, in the current UI language.</summary>
    /// <param name="demo">True writes 演示数据 into the picture.</param>
    public ChartOption ToOption(bool demo)
    {
        var frame = ChartFrame.New(demo);
        frame["xAxis"] = ChartFrame.Categories(Years.Select(year => Figures.Year(year.Year).Here));
        frame["yAxis"] = ChartFrame.Values();
        // In the order of reading; what is drawn above what is said by z.
        (JsonObject Series, bool Shown)[] all =
        [
            (Actual(), true),
            (Targets(), Years.Any(year => year.Target is not null)),
            (Others(), Years.Any(year => year.Other is not null)),
            (Path(), Years.Any(year => year.Schedule is not null)),
        ];
        var shown = all.Where(entry => entry.Shown).Select(entry => entry.Series).ToList();
        ChartFrame.Name(frame, shown.Select(one => ((string)one["name"]!, Dashed: (string)one["name"]! == ChartWords.Schedule.Here)));
        frame["series"] = new JsonArray([.. shown]);
        return ChartOption.From(frame);
    }

    private JsonObject Path() => new()
    {
        ["type"] = "line",
        ["name"] = ChartWords.Schedule.Here,
        ["data"] = Data(year => year.Schedule),
        ["connectNulls"] = true,
        ["symbol"] = "none",
        ["lineStyle"] = new JsonObject { ["color"] = ChartColours.Path, ["width"] = 1.5, ["type"] = new JsonArray(5, 4) },
        ["itemStyle"] = new JsonObject { ["color"] = ChartColours.Path },
    };

    private JsonObject Targets() => new()
    {
        ["type"] = "scatter",
        ["name"] = ChartWords.Target.Here,
        ["data"] = Data(year => year.Target),
        ["symbol"] = "rect",
        ["symbolSize"] = new JsonArray(30, 3),
        ["itemStyle"] = new JsonObject { ["color"] = ChartColours.Target },
        ["emphasis"] = new JsonObject { ["disabled"] = true },
        ["z"] = 4,
    };

    private JsonObject Others() => new()
    {
        ["type"] = "scatter",
        ["name"] = OtherName.Here,
        ["data"] = Data(year => year.Other),
        ["symbol"] = "diamond",
        ["symbolSize"] = 11,
        ["itemStyle"] = new JsonObject { ["color"] = ChartColours.Ground, ["borderColor"] = ChartColours.Other, ["borderWidth"] = 2 },
        ["emphasis"] = new JsonObject { ["disabled"] = true },
        ["z"] = 5,
    };

    private JsonObject Actual() => new()
    {
        ["type"] = "line",
        ["name"] = ValueName.Here,
        ["data"] = Labelled(),
        ["symbol"] = "circle",
        ["symbolSize"] = 9,
        ["lineStyle"] = new JsonObject { ["color"] = ChartColours.Value, ["width"] = 2.5 },
        ["itemStyle"] = new JsonObject { ["color"] = ChartColours.Value },
        ["label"] = new JsonObject
        {
            ["show"] = true,
            ["position"] = "top",
            ["distance"] = 8,
            ["color"] = ChartColours.Ink,
            ["fontSize"] = 12,
            ["textBorderColor"] = ChartColours.Ground,
            ["textBorderWidth"] = 3,
        },
        ["emphasis"] = new JsonObject { ["disabled"] = true },
        ["z"] = 6,
    };

    // Each label is written out, because a template would print 29.0 as 29.
    private JsonArray Labelled() =>
        [.. Years.Select(year => year.Value is { } given
            ? new JsonObject { ["value"] = Rounding.HalfEven(given, Decimals), ["label"] = new JsonObject { ["formatter"] = Figures.Number(given, Decimals) } }
            : (JsonNode?)null)];

    private JsonArray Data(Func<YearPoint, decimal?> value) =>
        [.. Years.Select(year => value(year) is { } given ? JsonValue.Create(Rounding.HalfEven(given, Decimals)) : (JsonNode?)null)];
}

/// <summary>One year of a chart; null where there is none.</summary>
/// <param name="Year">Calendar year.</param>
/// <param name="Value">The value that decides.</param>
/// <param name="Target">The target of the year.</param>
/// <param name="Schedule">Where the schedule passes at the end of the year.</param>
/// <param name="Other">A value of another origin, where it differs from the deciding one.</param>
/// <param name="Note">For the table: what there is to say about the year.</param>
public sealed record YearPoint(int Year, decimal? Value, decimal? Target, decimal? Schedule = null, decimal? Other = null, Bilingual? Note = null);

using System.Text.Json.Nodes;
using Greenprint.Quantities;

namespace Greenprint.Ui.Charts;

/// <summary>What all our charts share: type, axes, legend, and the mark of demo data.</summary>
internal static class ChartFrame
{
    private const string Font = "system-ui,'PingFang SC','Hiragino Sans GB','Microsoft YaHei','Noto Sans CJK SC','Source Han Sans SC',sans-serif";

    internal static JsonObject New(bool demo)
    {
        var frame = new JsonObject
        {
            ["textStyle"] = new JsonObject { ["fontFamily"] = Font, ["fontSize"] = 13, ["color"] = ChartColours.Ink },
            ["grid"] = new JsonObject { ["left"] = 8, ["right"] = 16, ["top"] = 64, ["bottom"] = demo ? 28 : 8, ["outerBoundsMode"] = "same", ["outerBoundsContain"] = "axisLabel" },
            ["legend"] = new JsonObject
            {
                ["left"] = 0,
                ["top"] = 0,
                ["itemWidth"] = 22,
                ["itemHeight"] = 10,
                ["itemGap"] = 18,
                ["textStyle"] = new JsonObject { ["color"] = ChartColours.Ink, ["fontSize"] = 13 },
            },
            ["tooltip"] = new JsonObject
            {
                ["trigger"] = "axis",
                ["backgroundColor"] = ChartColours.Ground,
                ["borderColor"] = ChartColours.Line,
                ["textStyle"] = new JsonObject { ["color"] = ChartColours.Ink, ["fontSize"] = 13 },
                ["axisPointer"] = new JsonObject { ["type"] = "line", ["lineStyle"] = new JsonObject { ["color"] = ChartColours.Quiet } },
            },
        };
        if (demo)
        {
            frame["graphic"] = new JsonArray(new JsonObject
            {
                ["type"] = "text",
                ["right"] = 16,
                ["bottom"] = 2,
                ["silent"] = true,
                ["style"] = new JsonObject
                {
                    ["text"] = ChartWords.Demo.Here,
                    ["fill"] = ChartColours.Quiet,
                    ["font"] = "12px " + Font,
                },
            });
        }

        return frame;
    }

    /// <summary>Names a series in the legend, in the order of reading; a dashed line gets a dashed sign.</summary>
    internal static void Name(JsonObject frame, IEnumerable<(string Name, bool Dashed)> series)
    {
        var names = new JsonArray();
        foreach (var (name, dashed) in series)
        {
            var entry = new JsonObject { ["name"] = name };
            if (dashed)
            {
                entry["icon"] = "path://M0,4h6v2h-6zM9,4h6v2h-6zM18,4h6v2h-6z";
            }

            names.Add(entry);
        }

        frame["legend"]!["data"] = names;
    }

    internal static JsonObject Categories(IEnumerable<string> names) => new()
    {
        ["type"] = "category",
        ["data"] = new JsonArray([.. names.Select(name => JsonValue.Create(name))]),
        ["axisLine"] = new JsonObject { ["lineStyle"] = new JsonObject { ["color"] = ChartColours.Quiet } },
        ["axisTick"] = new JsonObject { ["show"] = false },
        ["axisLabel"] = new JsonObject { ["color"] = ChartColours.Quiet, ["fontSize"] = 12, ["hideOverlap"] = true },
    };

    internal static JsonObject Values() => new()
    {
        ["type"] = "value",
        ["scale"] = true,
        ["splitNumber"] = 4,
        ["axisLabel"] = new JsonObject { ["color"] = ChartColours.Quiet, ["fontSize"] = 12 },
        ["splitLine"] = new JsonObject { ["lineStyle"] = new JsonObject { ["color"] = ChartColours.Line } },
    };
}

/// <summary>Words inside charts.</summary>
internal static class ChartWords
{
    internal static Bilingual Demo { get; } = ("演示数据", "Demo data (演示数据)");

    internal static Bilingual Target { get; } = ("年度目标", "Target of the year");

    internal static Bilingual Schedule { get; } = ("序时进度", "Schedule");
}

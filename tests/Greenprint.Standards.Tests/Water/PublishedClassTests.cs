using Greenprint.Quantities;
using Greenprint.Standards.Water;
using Greenprint.Testing;

namespace Greenprint.Standards.Tests.Water;

/// <summary>Real published classes of automatic stations in Guangdong.</summary>
public sealed class PublishedClassTests
{
    private static readonly Dictionary<string, WaterClass> Numerals = new()
    {
        ["Ⅰ"] = WaterClass.I,
        ["Ⅱ"] = WaterClass.II,
        ["Ⅲ"] = WaterClass.III,
        ["Ⅳ"] = WaterClass.IV,
        ["Ⅴ"] = WaterClass.V,
        ["劣Ⅴ"] = WaterClass.WorseThanV,
    };

    private static readonly Dictionary<string, string> Codes = new()
    {
        ["pH(无量纲)"] = "ph",
        ["溶解氧(mg/L)"] = "do",
        ["高锰酸盐指数(mg/L)"] = "codmn",
        ["氨氮(mg/L)"] = "nh3n",
        ["总磷(mg/L)"] = "tp",
        ["总氮(mg/L)"] = "tn",
    };

    [Fact]
    public void Taken_as_rivers_at_least_98_5_percent_of_the_sections_have_the_published_class()
    {
        var (rows, equal) = (0, 0);
        foreach (var file in Directory.GetFiles(SharedData.At("data", "water", "guangdong_4hourly"), "*.csv"))
        {
            var lines = File.ReadAllLines(file);
            var columns = lines[0].TrimStart('\uFEFF').Split(',');
            foreach (var cells in lines.Skip(1).Select(line => line.Split(',')).Where(cells => cells.Length == columns.Length))
            {
                if (!Numerals.TryGetValue(cells[Array.IndexOf(columns, "水质类别")], out var published))
                {
                    continue;
                }

                var values = Codes.Where(code => columns.Contains(code.Key)).Select(code =>
                {
                    Assert.True(MeasuredValue.TryParse(cells[Array.IndexOf(columns, code.Key)], out var value), $"{file}: {string.Join(',', cells)}");
                    return KeyValuePair.Create(MeasuredItems.Get(code.Value), value);
                });
                rows++;
                equal += SurfaceWater.Classify(TestStandards.Library.SurfaceWater, values, WaterBody.River)?.Class == published ? 1 : 0;
            }
        }

        Assert.Equal(2545, rows);
        Assert.True(equal >= rows * 0.985m, $"{equal} of {rows} equal.");
    }
}

using Greenprint.Quantities;
using Greenprint.Standards.Water;
using Greenprint.Testing;

namespace Greenprint.Standards.Tests.Water;

/// <summary>A published row of an automatic station: displayed, that is rounded, values and the class that the platform gave.</summary>
internal sealed record PublishedRow(string Section, string Time, WaterClass Class, IReadOnlyDictionary<MeasuredItem, MeasuredValue> Values, PublishedRow? Before)
{
    internal WaterClass? Judged(WaterBody body) => SurfaceWater.Classify(TestStandards.Library.SurfaceWater, Values, body)?.Class;
}

/// <summary>The published rows of Guangdong's stations, in the order of the files.</summary>
internal static class PublishedClasses
{
    private static readonly Dictionary<string, WaterClass> Numerals = Enum.GetValues<WaterClass>().ToDictionary(of => of.Numeral());

    private static readonly Dictionary<string, string> Codes = new()
    {
        ["pH(无量纲)"] = "ph",
        ["溶解氧(mg/L)"] = "do",
        ["高锰酸盐指数(mg/L)"] = "codmn",
        ["氨氮(mg/L)"] = "nh3n",
        ["总磷(mg/L)"] = "tp",
        ["总氮(mg/L)"] = "tn",
    };

    /// <summary>Every row; those without a published class are only there as the row before another.</summary>
    internal static IEnumerable<PublishedRow> Rows()
    {
        foreach (var file in Directory.GetFiles(SharedData.At("data", "water", "guangdong_4hourly"), "*.csv").Order(StringComparer.Ordinal))
        {
            var lines = File.ReadAllLines(file);
            var columns = lines[0].TrimStart('\uFEFF').Split(',');
            var seen = new List<PublishedRow>();
            foreach (var cells in lines.Skip(1).Select(line => line.Split(',')).Where(cells => cells.Length == columns.Length))
            {
                string Cell(string column) => cells[Array.IndexOf(columns, column)];
                var values = Codes.Where(code => columns.Contains(code.Key)).ToDictionary(code => MeasuredItems.Get(code.Value), code => WaterText.Value(Cell(code.Key)));
                var published = Numerals.TryGetValue(Cell("水质类别"), out var known);
                var row = new PublishedRow(Cell("断面名称"), Cell("监测时间"), known, values, seen.FindLast(earlier => earlier.Time != Cell("监测时间")));
                seen.Add(row);
                if (published)
                {
                    yield return row;
                }
            }
        }
    }
}

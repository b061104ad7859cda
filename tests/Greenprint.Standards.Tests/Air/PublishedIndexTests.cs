using System.Globalization;
using System.Text.RegularExpressions;
using Greenprint.Quantities;
using Greenprint.Standards.Air;
using Greenprint.Testing;

namespace Greenprint.Standards.Tests.Air;

/// <summary>Real published figures: what the national platform said, and what our tables say of the same concentrations.</summary>
public sealed partial class PublishedIndexTests
{
    [Fact]
    public void The_AQI_of_every_day_of_Guangzhou_in_2018_is_the_published_one()
    {
        var file = SharedData.At("data", "air", "city_daily", "guangzhou_2018.csv");
        var lines = File.ReadAllLines(file);
        var columns = lines[0].TrimStart('\uFEFF').Split(',');
        var table = TestStandards.Library.AirRules("2012").OnDay(new(2018, 6, 1))!.Index;
        var checkedDays = 0;
        foreach (var line in lines.Skip(1))
        {
            var cells = line.Split(',');
            decimal Cell(string name) => decimal.Parse(cells[Array.IndexOf(columns, name)], CultureInfo.InvariantCulture);
            var index = AirQualityIndex.Daily(table, new Dictionary<IndexItem, decimal>
            {
                [new(MeasuredItems.Pm25, Averaging.Day)] = Cell("pm2_5"),
                [new(MeasuredItems.Pm10, Averaging.Day)] = Cell("pm10"),
                [new(MeasuredItems.So2, Averaging.Day)] = Cell("so2"),
                [new(MeasuredItems.No2, Averaging.Day)] = Cell("no2"),
                [new(MeasuredItems.Co, Averaging.Day)] = Cell("co"),
                [new(MeasuredItems.O3, Averaging.EightHours)] = Cell("o3"),
            });

            Assert.Equal((line, (int?)Cell("aqi"), cells[Array.IndexOf(columns, "quality")]), (line, index.Aqi, index.Level?.Name.Zh));
            checkedDays++;
        }

        Assert.Equal(365, checkedDays);
    }

    [Fact]
    public void The_AQI_level_and_primary_pollutants_of_every_published_hour_of_six_cities_are_the_published_ones()
    {
        var table = TestStandards.Library.AirRules("2012").OnDay(new(2020, 4, 2))!.Index;
        var (published, incomplete) = (0, 0);
        foreach (var file in Directory.GetFiles(SharedData.At("data", "air", "stations_hourly"), "*.csv").Order())
        {
            // Two primary pollutants are published with a line break inside the quoted cell.
            var rows = CellBreak().Replace(File.ReadAllText(file), match => match.Value.Replace('\n', ' ')).Split('\n', StringSplitOptions.RemoveEmptyEntries);
            var columns = rows[0].Split(',');
            foreach (var cells in rows.Skip(1).Select(row => row.Split(',')))
            {
                string Cell(string name) => cells[Array.IndexOf(columns, name)].Trim();
                if (!int.TryParse(Cell("AQI"), CultureInfo.InvariantCulture, out var aqi))
                {
                    continue;   // a station that was off, a repeated header
                }

                var values = HourlyColumns
                    .Select(column => (column.Of, Known: decimal.TryParse(Cell(column.Name), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value), Value: value))
                    .Where(column => column.Known).ToDictionary(column => column.Of, column => column.Value);
                var index = AirQualityIndex.Hourly(table, values);

                Assert.Equal(
                    (file, string.Join(',', cells), (int?)aqi, Cell("Level"), Primary(Cell("PrimaryPollution"))),
                    (file, string.Join(',', cells), index.Aqi, index.Level?.Name.Zh, string.Join(';', index.Primary.Select(of => of.Label))));
                published++;
                incomplete += values.Keys.Count(of => of.Averaging == Averaging.Hour) < 6 ? 1 : 0;
            }
        }

        Assert.Equal((4254, 336), (published, incomplete));
    }

    private static readonly (string Name, IndexItem Of)[] HourlyColumns =
    [
        ("PM2.5", new(MeasuredItems.Pm25, Averaging.Hour)), ("PM10", new(MeasuredItems.Pm10, Averaging.Hour)), ("SO2", new(MeasuredItems.So2, Averaging.Hour)),
        ("NO2", new(MeasuredItems.No2, Averaging.Hour)), ("CO", new(MeasuredItems.Co, Averaging.Hour)), ("O3_1h", new(MeasuredItems.O3, Averaging.Hour)),
        ("O3_8h", new(MeasuredItems.O3, Averaging.EightHours)),
    ];

    /// <summary>The published names as ours, in our order: <c>颗粒物(PM10) 细颗粒物(PM2.5)</c> is PM2.5;PM10.</summary>
    private static string Primary(string published) =>
        string.Join(';', new[] { "PM2.5", "PM10", "SO2", "NO2", "CO", "O3" }.Where(label => published.Contains($"({label})", StringComparison.Ordinal)));

    [GeneratedRegex("\"[^\"]*\"")]
    private static partial Regex CellBreak();
}

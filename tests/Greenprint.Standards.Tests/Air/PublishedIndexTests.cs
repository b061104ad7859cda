using System.Globalization;
using Greenprint.Quantities;
using Greenprint.Standards.Air;
using Greenprint.Testing;

namespace Greenprint.Standards.Tests.Air;

/// <summary>Real published figures: what the national platform said, and what our tables say of the same concentrations.</summary>
public sealed class PublishedIndexTests
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
}

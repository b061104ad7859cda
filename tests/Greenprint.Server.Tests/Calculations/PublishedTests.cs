using System.Text;
using Greenprint.Server.Calculations.Air;
using Greenprint.Server.Calculations.Water;
using Greenprint.Testing;

namespace Greenprint.Server.Tests.Calculations;

/// <summary>Real published figures through the verbs: what the national platform said of the same values.</summary>
public sealed class PublishedTests
{
    private static readonly Dictionary<string, string> Levels = new()
    {
        ["优"] = "1",
        ["良"] = "2",
        ["轻度污染"] = "3",
        ["中度污染"] = "4",
        ["重度污染"] = "5",
        ["严重污染"] = "6",
    };

    [Fact]
    public void Air_index_agrees_with_AQI_level_and_primary_pollutant_of_all_4254_published_hours()
    {
        var published = new List<(string Aqi, string Level, string Primary)>();
        var table = new StringBuilder("station,time,so2,no2,co,o3,o3_8h,pm10,pm25\n");
        foreach (var file in Directory.GetFiles(SharedData.At("data", "air", "stations_hourly"), "*.csv"))
        {
            foreach (var row in Read(file))
            {
                if (int.TryParse(row["AQI"], out _) && Levels.TryGetValue(row["Level"].Trim(), out var level))
                {
                    var named = row["PrimaryPollution"];
                    published.Add((row["AQI"], level, string.Join(';', new[] { "PM2.5", "PM10" }.Where(item => named.Contains($"({item})", StringComparison.Ordinal)))));
                    var (date, values) = (row["Date"], new[] { "SO2", "NO2", "CO", "O3_1h", "O3_8h", "PM10", "PM2.5" }.Select(item => row[item]));
                    table.Append(FormattableString.Invariant($"{Path.GetFileName(file)}{row["WatchPoint"]},{date[..4]}-{date[4..6]}-{date[6..]} {row["Hour"]}:00,{string.Join(',', values)}\n"));
                }
            }
        }

        var answer = GivenTable.Calculated(table.ToString(), (order, error) => AirIndexVerb.Run(order, "auto", new(Daily: false), error, watched: false));

        Assert.Equal(4254, published.Count);
        Assert.Equal(published, answer.Rows.Select(row => (row["aqi"], row["level"], row["primary"])));
    }

    [Fact]
    public void Air_index_agrees_with_the_AQI_of_every_day_of_Guangzhou_in_2018_as_the_file_stands()
    {
        var file = SharedData.At("data", "air", "city_daily", "guangzhou_2018.csv");
        using var table = new GivenTable();
        var answer = table.Calculate(
            File.ReadAllBytes(file), (order, error) => AirIndexVerb.Run(order, "auto", new(Daily: true), error, watched: false), "station=rank,time=time_point,o3_8h=o3,pm25=pm2_5,aqi=aqi");

        Assert.Equal(Read(file).Select(row => (row["aqi"], Levels[row["quality"]])), answer.Rows.Select(row => (row["aqi"], row["level"])));
        Assert.Equal(365, answer.Rows.Count);
    }

    [Fact]
    public void Water_classify_has_the_published_class_of_at_least_98_5_percent_of_the_sections_taken_as_rivers()
    {
        var numerals = new Dictionary<string, string> { ["Ⅰ"] = "1", ["Ⅱ"] = "2", ["Ⅲ"] = "3", ["Ⅳ"] = "4", ["Ⅴ"] = "5", ["劣Ⅴ"] = "6" };
        string[] columns = ["pH(无量纲)", "溶解氧(mg/L)", "高锰酸盐指数(mg/L)", "氨氮(mg/L)", "总磷(mg/L)", "总氮(mg/L)"];
        var published = new List<string>();
        var table = new StringBuilder($"断面名称,监测时间,water_type,{string.Join(',', columns)}\n");
        foreach (var row in Directory.GetFiles(SharedData.At("data", "water", "guangdong_4hourly"), "*.csv").SelectMany(Read).Where(row => numerals.ContainsKey(row["水质类别"])))
        {
            published.Add(numerals[row["水质类别"]]);
            table.Append(FormattableString.Invariant($"{row["断面名称"]},2021-{row["监测时间"]},river,{string.Join(',', columns.Select(column => row[column]))}\n"));
        }

        var answer = GivenTable.Calculated(
            table.ToString(), (order, error) => WaterClassifyVerb.Run(order, WaterClassifyVerb.SurfaceWater, null, error, watched: false), "section=断面名称,time=监测时间");

        Assert.Equal(2545, answer.Rows.Count);
        var equal = answer.Rows.Zip(published).Count(pair => pair.First["class"] == pair.Second);
        Assert.True(equal >= 2545 * 0.985, $"{equal} of 2545 equal.");
    }

    private static IEnumerable<IReadOnlyDictionary<string, string>> Read(string file) => GivenTable.Read(file);
}

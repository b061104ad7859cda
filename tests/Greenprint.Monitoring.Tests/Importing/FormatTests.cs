using System.Text;
using Greenprint.Quantities;

namespace Greenprint.Monitoring.Tests.Importing;

public sealed class FormatTests
{
    internal const string PrsaHeader = "\"No\",\"year\",\"month\",\"day\",\"hour\",\"PM2.5\",\"PM10\",\"SO2\",\"NO2\",\"CO\",\"O3\",\"TEMP\",\"PRES\",\"DEWP\",\"RAIN\",\"wd\",\"WSPM\",\"station\"\r\n";
    internal const string HourlyHeader = "Date,Hour,WatchPoint,AQI,Level,PrimaryPollution,PM2.5,PM10,CO,NO2,O3_1h,O3_8h,SO2\n";
    internal const string WaterHeader = "省份,流域,断面名称,监测时间,水质类别,水温(℃),pH(无量纲),溶解氧(mg/L),电导率(μS/cm),浊度(NTU),高锰酸盐指数(mg/L),氨氮(mg/L),总磷(mg/L),总氮(mg/L),叶绿素α(mg/L),藻密度(cells/L),站点情况\n";

    [Fact]
    public async Task Carbon_monoxide_in_micrograms_is_stored_in_milligrams()
    {
        await using var store = await ImportHarness.Create();

        var report = await store.Import("PRSA.csv", PrsaHeader + "1,2013,3,1,0,9,9,3,17,300,89,-0.5,1024.5,-21.4,0,\"NNW\",5.7,\"Dongsi\"\r\n");

        Assert.Equal("beijing-prsa", Assert.Single(report.Files).Format);
        Assert.Equal(0.3m, Assert.Single(await store.Rows("北京", "Dongsi", "co")).Value);
        Assert.Equal("mg/m³", (await store.Series("北京", "Dongsi", "co")).Unit);
    }

    [Fact]
    public async Task The_hour_of_the_research_file_begins_at_its_number_and_the_published_hour_ends_at_it()
    {
        await using var store = await ImportHarness.Create();
        await store.Import("PRSA.csv", PrsaHeader + "1,2020,4,2,8,9,9,3,17,300,89,-0.5,1024.5,-21.4,0,\"NNW\",5.7,\"Dongsi\"\r\n");
        await store.Import("北京.csv", HourlyHeader + "20200402,08,东四,26,优,NaN,18,NaN,0.4,26,33,28,3\n20200403,00,东四,26,优,NaN,19,NaN,0.4,26,33,28,3\n");

        Assert.Equal(ChinaTime.At(new DateTime(2020, 4, 2, 8, 0, 0)), Assert.Single(await store.Rows("北京", "Dongsi", "pm25")).Start);
        Assert.Equal(
            [ChinaTime.At(new DateTime(2020, 4, 2, 7, 0, 0)), ChinaTime.At(new DateTime(2020, 4, 2, 23, 0, 0))],
            (await store.Rows("北京", "东四", "pm25")).Select(row => row.Start));
        var eightHours = (await store.Rows("北京", "东四", "o3_8h"))[0];
        Assert.Equal((ChinaTime.At(new DateTime(2020, 4, 2, 0, 0, 0)), ChinaTime.At(new DateTime(2020, 4, 2, 8, 0, 0))), (eightHours.Start, eightHours.End));
    }

    [Fact]
    public async Task A_line_break_inside_a_quoted_cell_does_not_split_the_row()
    {
        await using var store = await ImportHarness.Create();

        var report = await store.Import("江门.csv",
            HourlyHeader + "20200402,14,西区,57,良,\"\n  颗粒物(PM10)\n\n  细颗粒物(PM2.5)\n\",40,64,1.0,43,5,4,6\n20200402,14,东湖,57,良,—,4x,64,1.0,43,5,4,6\n");

        Assert.Equal((7, 1), (report.Counts.Stored, report.Counts.Rejected));
        Assert.Equal(7, Assert.Single(report.Rejections).Place!.Line);
        Assert.Equal(40m, Assert.Single(await store.Rows("江门", "西区", "pm25")).Value);
    }

    [Theory]
    [InlineData("NA"), InlineData("NaN"), InlineData("—"), InlineData("*"), InlineData(""), InlineData("--")]
    public async Task What_says_that_there_is_no_value_is_missing_and_never_zero(string missing)
    {
        await using var store = await ImportHarness.Create();

        var report = await store.Import("江门.csv", HourlyHeader + $"20200402,08,北街,34,优,{missing},{missing},34,1.1,32,9,10,4\n");

        Assert.Equal((6, 1, 0), (report.Counts.Stored, report.Counts.Missing, report.Counts.Rejected));
        Assert.DoesNotContain(await SeriesItems(store, "江门", "北街"), item => item == "pm25");
    }

    [Fact]
    public async Task Water_takes_its_year_from_the_caller_its_units_from_the_header_and_its_flags_from_the_state_of_the_station()
    {
        await using var store = await ImportHarness.Create();

        var report = await store.Import("东溪水闸.csv",
            WaterHeader + "广东省,珠江流域,东溪水闸,04-02 00:00,*,27.4,8.43,7.17,5963.1,15.3,--,0.091,0.074,1.12,*,863043.0,维护\n", year: 2021);

        Assert.Equal((9, 2), (report.Counts.Stored, report.Counts.Missing));
        var row = Assert.Single(await store.Rows("广东省", "东溪水闸", "nh3n", StationKind.SurfaceWater));
        Assert.Equal((0.091m, ReadingFlags.Maintenance, TimeSpan.FromHours(4)), (row.Value, row.Flags, row.End - row.Start));
        Assert.Equal(ChinaTime.At(new DateTime(2021, 4, 2)), row.Start);
        Assert.True(row.Flags.IsExcluded());
        Assert.Equal(863043m, Assert.Single(await store.Rows("广东省", "东溪水闸", "algae", StationKind.SurfaceWater)).Value);
    }

    [Theory]
    [InlineData("<0.02"), InlineData("0.02L")]
    public async Task Below_the_detection_limit_is_kept_with_the_limit_and_is_neither_zero_nor_missing(string written)
    {
        await using var store = await ImportHarness.Create();

        await store.Import("own.csv", $"station,kind,time,item,value,unit,city\nS,surface-water,2025-03-01,nh3n,{written},mg/L,江门\n");

        var row = Assert.Single(await store.Rows("江门", "S", "nh3n", StationKind.SurfaceWater));
        Assert.Equal((0.02m, true), (row.Value, row.BelowDetection));
    }

    [Fact]
    public async Task A_file_in_GB_18030_is_read()
    {
        await using var store = await ImportHarness.Create();
        var gb = CodePagesEncodingProvider.Instance.GetEncoding(54936)!.GetBytes(HourlyHeader + "20200402,08,北街,34,优,NaN,17,34,1.1,32,9,10,4\n");

        var report = await store.Import([ImportHarness.File("江门.csv", gb)]);

        Assert.Equal(7, report.Counts.Stored);
        Assert.Single(await store.Rows("江门", "北街", "pm25"));
    }

    [Fact]
    public async Task A_byte_order_mark_is_no_part_of_the_first_column()
    {
        await using var store = await ImportHarness.Create();
        var report = await store.Import("江门.csv", "\uFEFF" + HourlyHeader + "20200402,08,北街,34,优,NaN,17,34,1.1,32,9,10,4\n");
        Assert.Equal(7, report.Counts.Stored);
    }

    [Fact]
    public async Task An_unknown_station_becomes_a_provisional_one_known_by_city_and_name()
    {
        await using var store = await ImportHarness.Create();

        var report = await store.Import("江门市.csv", HourlyHeader + "20200402,08,北街,34,优,NaN,17,34,1.1,32,9,10,4\n");

        var station = Assert.Single(report.NewStations);
        Assert.Equal(("air/江门/北街", "江门", true, null), (station.Code, station.City, station.IsProvisional, station.Region));
        var again = await store.Import("江门.csv", HourlyHeader + "20200402,08,北街,34,优,NaN,17,34,1.1,32,9,10,4\n");
        Assert.Equal((0, 0, 7), (again.NewStations.Count, again.Counts.Stored, again.Counts.Unchanged));
    }

    [Fact]
    public async Task Brackets_of_both_widths_are_one_name()
    {
        await using var store = await ImportHarness.Create();
        await store.Import("a.csv", WaterHeader + "广东省,珠江流域,公庄河口（泰美）,04-02 00:00,*,27.4,8.43,7.17,1,1,1,1,1,1,*,*,正常\n", year: 2021);
        var report = await store.Import("b.csv", WaterHeader + "广东省,珠江流域,公庄河口(泰美),04-02 04:00,*,27.4,8.43,7.17,1,1,1,1,1,1,*,*,正常\n", year: 2021);

        Assert.Empty(report.NewStations);
        Assert.Equal(2, (await store.Rows("广东省", "公庄河口(泰美)", "ph", StationKind.SurfaceWater)).Count);
    }

    [Fact]
    public async Task A_station_that_stands_still_for_six_rows_is_flagged_and_its_values_are_kept()
    {
        await using var store = await ImportHarness.Create();
        var rows = string.Concat(Enumerable.Range(8, 6).Select(hour => $"20200402,{hour:00},东湖,71,良,NaN,36,92,1.4,60,4,2,19\n"));

        var report = await store.Import("江门.csv", HourlyHeader + rows + "20200402,14,东湖,71,良,NaN,37,92,1.4,60,4,2,19\n");

        Assert.Contains("MON-041", ImportHarness.Codes(report.Remarks));
        var flags = (await store.Rows("江门", "东湖", "pm25")).Select(row => row.Flags.HasFlag(ReadingFlags.Frozen));
        Assert.Equal([true, true, true, true, true, true, false], flags);
    }

    [Fact]
    public async Task A_cap_a_spike_and_fine_particles_above_coarse_ones_are_kept_and_flagged()
    {
        await using var store = await ImportHarness.Create();
        var report = await store.Import("PRSA.csv", PrsaHeader
            + "1,2013,3,1,0,50,999,3,17,300,89,-0.5,1024.5,-21.4,0,\"NNW\",5.7,\"Dongsi\"\r\n"
            + "2,2013,3,1,1,500,400,3,17,300,89,-0.5,1024.5,-21.4,0,\"NNW\",5.7,\"Dongsi\"\r\n"
            + "3,2013,3,1,2,60,400,3,17,300,89,-0.5,1024.5,-21.4,0,\"NNW\",5.7,\"Dongsi\"\r\n");

        Assert.Equal(["MON-042", "MON-043", "MON-044"], ImportHarness.Codes(report.Remarks));
        Assert.Equal(18, report.Counts.Stored);
        Assert.Equal(ReadingFlags.InstrumentCap, (await store.Rows("北京", "Dongsi", "pm10"))[0].Flags);
        Assert.Equal(ReadingFlags.Spike | ReadingFlags.ParticleOrder, (await store.Rows("北京", "Dongsi", "pm25"))[1].Flags);
    }

    [Fact]
    public async Task Rows_of_another_month_than_the_bulk_of_the_import_are_stored_as_dated_and_flagged_as_stale()
    {
        await using var store = await ImportHarness.Create();
        static string Row(string section, string time) => $"广东省,珠江流域,{section},{time},Ⅱ,27.4,8.43,7.17,1,1,1,1,1,1,*,*,正常\n";

        var report = await store.Import(
            [
                ImportHarness.File("a.csv", WaterHeader + Row("甲", "04-01 00:00") + Row("甲", "04-01 04:00") + Row("甲", "04-01 08:00")),
                ImportHarness.File("b.csv", WaterHeader + Row("乙", "02-27 00:00")),
            ],
            year: 2021);

        Assert.Equal("MON-040", Assert.Single(report.Remarks).Code);
        var stale = Assert.Single(await store.Rows("广东省", "乙", "ph", StationKind.SurfaceWater));
        Assert.Equal((ChinaTime.At(new DateTime(2021, 2, 27)), ReadingFlags.Stale), (stale.Start, stale.Flags));
        Assert.All(await store.Rows("广东省", "甲", "ph", StationKind.SurfaceWater), row => Assert.Equal(ReadingFlags.None, row.Flags));
    }

    private static async Task<IReadOnlyList<string>> SeriesItems(ImportHarness store, string city, string name)
    {
        var station = await store.Station(city, name);
        return await store.Store.In(async services =>
            (await ((IStations)services.GetService(typeof(IStations))!).SeriesOf(station.Id, CancellationToken.None)).Select(series => series.Item).ToList());
    }
}

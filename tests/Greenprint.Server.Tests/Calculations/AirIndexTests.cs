using System.Text;
using Greenprint.Server.Calculations.Air;
using Greenprint.Server.Calculations.Tables;
using Greenprint.Standards.Air;

namespace Greenprint.Server.Tests.Calculations;

public sealed class AirIndexTests
{
    private const string Header = "station,time,so2,no2,co,o3,o3_8h,pm10,pm25\n";

    // HJ 633-2012: PM2.5 88 µg/m³ lies between 75 (100) and 115 (150): 50/40 × 13 + 100 = 116.25, up to 117.
    [Fact]
    public void A_day_has_index_level_and_primary_pollutant()
    {
        var day = Daily(Header + "广州,2018-01-02,16,84,1.3,,64,122,88\n");

        Assert.Equal(("广州", "2018-01-02", "117", "3", "PM2.5"), (day["station"], day["time"], day["aqi"], day["level"], day["primary"]));
        Assert.Equal(("117", "HJ633-2012"), (day["iaqi_pm25"], day["edition"]));
    }

    [Fact]
    public void The_date_of_the_row_chooses_the_edition_and_a_forced_one_holds_for_all()
    {
        const string Rows = Header + "s,2026-02-28,16,84,1.3,,64,122,70\ns,2026-03-01,16,84,1.3,,64,122,70\n";

        Assert.Equal(["HJ633-2012", "HJ633-2026"], Daily(Rows).Rows.Select(row => row["edition"]));
        Assert.Equal(["HJ633-2026", "HJ633-2026"], Daily(Rows, edition: "HJ633-2026").Rows.Select(row => row["edition"]));
    }

    // PM10 50 is index 50 in the daily report, whatever a moving mean beside it says: 400 would be 272.
    [Fact]
    public void A_moving_mean_takes_no_part_in_the_daily_report() =>
        Assert.Equal("50", Daily("station,time,so2,no2,co,o3_8h,pm10,pm25,pm10_24h\ns,2018-01-02,16,20,0.5,60,50,20,400\n")["aqi"]);

    // HJ 633-2012: PM2.5 55 is 50/40 × 20 + 50 = 75, PM10 100 is 50/100 × 50 + 50 = 75.
    [Fact]
    public void Tied_pollutants_are_all_named_in_the_order_of_the_standard() =>
        Assert.Equal("75 PM2.5;PM10", Joined(Hourly(Header + "s,2020-04-02 08:00,2,31,0.9,3,2,100,55\n"), "aqi", "primary"));

    // O3-8h 170 is 50/55 × 10 + 100 = 109.09, up to 110; the largest of the others is PM10 40.
    [Fact]
    public void By_the_text_of_2012_ozone_over_8_hours_takes_part_and_on_the_platform_it_does_not()
    {
        const string Row = Header + "s,2020-04-02 08:00,2,31,0.9,30,170,40,20\n";

        Assert.Equal(("40", "110"), (Hourly(Row)["aqi"], Hourly(Row)["iaqi_o3_8h"]));
        Assert.Equal(("110", "O3-8h"), (Hourly(Row, HourlyPractice.Text)["aqi"], Hourly(Row, HourlyPractice.Text)["primary"]));
    }

    [Fact]
    public void Columns_come_in_any_order_under_other_names_with_units_and_unknown_ones_are_ignored()
    {
        var day = GivenTable.Calculated(
            "PM2.5,remark,time_point,place,co(µg/m³),可吸入颗粒物,SO2,no2,o3_8h\n88,dry,2018-01-02,广州,1300,122,16,84,64\n", DailyVerb(), "station=place,time=time_point,aqi=remark");

        Assert.Equal(("117", "33"), (day["aqi"], day["iaqi_co"]));
    }

    [Fact]
    public void An_empty_cell_is_missing_and_never_zero()
    {
        var row = Daily(Header + "s,2018-01-02,16,30,1.3,,64,,30\n");

        Assert.Equal(("", "", "", "43"), (row["aqi"], row["level"], row["iaqi_pm10"], row["iaqi_pm25"]));
    }

    [Theory]
    [InlineData("s,2018-01-02,16,84,1.3,,64,122,-1", "STD-125")]
    [InlineData("s,2018-01-02,16,84,1.3,,64,122,<3", "STD-126")]
    [InlineData("s,2018-01-02,16,84,1.3,,64,122,未检出", "STD-126")]
    [InlineData("s,2018-01-02,16,84,1.3,,64,122,8o", "STD-124")]
    [InlineData("s,2018-01-02,16,84,1.3,,64,122,99999999", "STD-127")]
    [InlineData("s,2018-01-02,16,84,1.3,,64,122,1e20", "STD-127")]
    [InlineData("s,2018-01-02,16,84,1.3,,64,122,999999999999999999", "STD-127")]
    [InlineData("s,2018-01-02,16,84,1.3,,64,122,1e30", "STD-124")]
    [InlineData("s,2018-01-02 24:00,16,84,1.3,,64,122,88", "STD-123")]
    [InlineData("s,20180102,16,84,1.3,,64,122,88", "STD-122")]
    [InlineData("s,1995-01-02,16,84,1.3,,64,122,88", "STD-128")]
    [InlineData("s,2018-01-02,16,84,1.3,,64,122", "STD-121")]
    public void A_row_that_cannot_be_trusted_is_left_empty_and_named_with_its_line(string row, string code)
    {
        using var table = new GivenTable();
        var answer = table.Calculate(Encoding.UTF8.GetBytes(Header + row + "\ns,2018-01-03,16,84,1.3,,64,122,88\n"), DailyVerb());

        Assert.All(answer.Rows[0].Where(cell => cell.Key is not ("station" or "time")), cell => Assert.Equal("", cell.Value));
        Assert.Equal("117", answer.Rows[1]["aqi"]);
        Assert.Contains($"[{code}]", answer.Said, StringComparison.Ordinal);
        Assert.Equal((code, "2"), (GivenTable.Read(table.Findings).Single()["code"], GivenTable.Read(table.Findings).Single()["line"]));
    }

    [Theory]
    [InlineData("s,2018-01-02,16,84,1.3,,64,60,88", "STD-142")]
    [InlineData("s,2018-01-02,16,84,1300,,64,122,88", "STD-143")]
    public void What_is_only_odd_is_calculated_as_it_stands_and_remarked_on(string row, string code)
    {
        var answer = Daily(Header + row + "\n");

        Assert.NotEqual("", answer["aqi"]);
        Assert.Contains($"[{code}]", answer.Said, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_values_for_one_hour_are_both_calculated_and_the_second_is_named()
    {
        var answer = Hourly(Header + "s,2020-04-02 08:00,2,31,0.9,3,2,40,20\nt,2020-04-02 08:00,2,31,0.9,3,2,40,20\ns,2020-04-02 08:00,2,31,0.9,3,2,60,20\n");

        Assert.Equal(["40", "40", "55"], answer.Rows.Select(row => row["aqi"]));
        Assert.Contains("4", answer.Said.Split("[STD-141]")[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "STD-103")]
    [InlineData("station,time,pm25\n", "STD-103")]
    [InlineData("time,pm25\n2018-01-02,3\n", "STD-104")]
    [InlineData("station,time,wind\ns,2018-01-02,3\n", "STD-104")]
    [InlineData("station,time,pm25,PM2.5\ns,2018-01-02,3,4\n", "STD-105")]
    [InlineData("station,time,pm25(furlong)\ns,2018-01-02,3\n", "STD-107")]
    [InlineData("station,time,pm25(ppb)\ns,2018-01-02,3\n", "STD-107")]
    [InlineData("station,time,pm25\ns,2018-01-01,良\ns,2018-01-02,良\ns,2018-01-03,优\ns,2018-01-04,优\ns,2018-01-05,优\n", "STD-111")]
    public void A_table_that_says_nothing_sure_is_refused_and_leaves_no_result(string text, string code) => Assert.Equal(code, Daily(text).Refusal);

    [Fact]
    public void A_column_in_the_wrong_unit_refuses_the_table_unless_somebody_has_looked_into_it()
    {
        var text = Header + string.Concat(Enumerable.Range(1, 9).Select(day => $"s,2018-01-0{day},16,84,{900 + day},,64,122,88\n"));

        Assert.Equal("STD-112", Daily(text).Refusal);
        Assert.All(GivenTable.Calculated(text, DailyVerb(), accepted: "STD-112").Rows, row => Assert.Equal("500", row["iaqi_co"]));
    }

    [Fact]
    public void Strict_refuses_a_table_for_any_finding() =>
        Assert.Equal("STD-114", GivenTable.Calculated(Header + "s,2018-01-02,16,84,1.3,,64,60,88\n", DailyVerb(), strict: true).Refusal);

    [Fact]
    public void A_name_that_columns_maps_to_nothing_is_refused() =>
        Assert.Equal("STD-106", GivenTable.Calculated(Header + "s,2018-01-02,16,84,1.3,,64,60,88\n", DailyVerb(), "pm25=PM_2_5").Refusal);

    [Fact]
    public void Gb18030_and_a_mark_are_read_and_a_broken_encoding_is_refused()
    {
        using var table = new GivenTable();
        var text = "station,time,pm25\n" + string.Concat(Enumerable.Repeat("s,2018-01-02,300\n", 9000)) + "广雅中学,2018-01-03,300\n";
        var gb18030 = CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!;

        Assert.Equal("广雅中学", table.Calculate(gb18030.GetBytes(text), DailyVerb()).Rows[^1]["station"]);
        Assert.Equal("350", table.Calculate([0xEF, 0xBB, 0xBF, .. "station,time,pm25\n广,2018-01-03,300\n"u8], DailyVerb())["aqi"]);
        File.Delete(table.Output);
        Assert.Equal("STD-102", table.Calculate([.. Encoding.UTF8.GetBytes(text), .. Encoding.UTF8.GetBytes(new string('校', 40)), 0xFF, 0xFF, (byte)'\n'], DailyVerb()).Refusal);
        Assert.Equal("STD-101", table.Calculate("PK\u0003\u0004"u8.ToArray(), DailyVerb()).Refusal);
    }

    [Fact]
    public void A_cell_with_a_line_break_is_one_cell_and_a_quotation_mark_without_end_is_refused()
    {
        var row = Daily("station,time,pm25\n\"一 \"\"号\"\"\n院\",2018-01-02,300\n");

        Assert.Equal(("一 \"号\"\n院", "350"), (row["station"], row["aqi"]));
        Assert.Equal("STD-108", Daily("station,time,pm25\n\"s,2018-01-02,300\n" + string.Concat(Enumerable.Repeat("s,2018-01-02,300\n", 400))).Refusal);
    }

    private static string Joined(Answer answer, params string[] columns) => string.Join(' ', columns.Select(column => answer[column]));

    private static Answer Daily(string text, string edition = "auto") => GivenTable.Calculated(text, DailyVerb(edition));

    private static Answer Hourly(string text, HourlyPractice practice = HourlyPractice.Platform) =>
        GivenTable.Calculated(text, (order, error) => AirIndexVerb.Run(order, "auto", new(Daily: false, practice), error, watched: false));

    private static Func<TableOrder, TextWriter, int> DailyVerb(string edition = "auto") =>
        (order, error) => AirIndexVerb.Run(order, edition, new(Daily: true), error, watched: false);
}

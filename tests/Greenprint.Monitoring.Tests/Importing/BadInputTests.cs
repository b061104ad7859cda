using System.Text;

namespace Greenprint.Monitoring.Tests.Importing;

public sealed class BadInputTests
{
    private static string Prsa(params string[] rows) =>
        FormatTests.PrsaHeader + string.Concat(rows.Select(row => row + ",-0.5,1024.5,-21.4,0,\"NNW\",5.7,\"Dongsi\"\r\n"));

    private static string Own(params string[] rows) =>
        "station,kind,time,item,value,unit,city\n" + string.Concat(rows.Select(row => row + ",江门\n"));

    [Theory]
    [InlineData("", "MON-003")]
    [InlineData("%PDF-1.7\nabc", "MON-004")]
    [InlineData("PK\u0003\u0004abc", "MON-004")]
    [InlineData("a,b\n1,\0\n", "MON-004")]
    [InlineData("a,b,c\n1,2,3\n", "MON-006")]
    public async Task A_file_that_cannot_be_taken_is_refused_by_name_and_leaves_the_store_as_it_was(string text, string code)
    {
        await using var store = await ImportHarness.Create();
        await store.Put("10");
        var before = await store.Everything();

        var report = await store.Import([ImportHarness.File("good.csv", Own("A,air,2025-03-01 09:00,pm25,11,µg/m³")), ImportHarness.File("bad.csv", Encoding.Latin1.GetBytes(text))]);

        var refusal = Assert.Single(report.Refusals);
        Assert.Equal((code, "bad.csv"), (refusal.Code, refusal.Place!.Source));
        Assert.Equal(before, await store.Everything());
    }

    [Fact]
    public async Task Text_in_no_encoding_that_is_read_is_refused()
    {
        await using var store = await ImportHarness.Create();
        var report = await store.Import([ImportHarness.File("x.csv", [.. "a,b\n"u8, 0xFF, 0xFF, 0xFF, (byte)'\n'])]);
        Assert.Equal("MON-005", Assert.Single(report.Refusals).Code);
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_refused()
    {
        await using var store = await ImportHarness.Create();
        var report = await store.Import([new ImportFile("no.csv", () => File.OpenRead("/nowhere/no.csv"))]);
        Assert.Equal("MON-011", Assert.Single(report.Refusals).Code);
    }

    [Fact]
    public async Task Water_without_a_year_is_refused_with_what_to_do()
    {
        await using var store = await ImportHarness.Create();
        var report = await store.Import("甲.csv", FormatTests.WaterHeader + "广东省,珠江流域,甲,04-02 00:00,*,27.4,8.43,7.17,1,1,1,1,1,1,*,*,正常\n");

        var refusal = Assert.Single(report.Refusals);
        Assert.Equal(("MON-008", 2), (refusal.Code, refusal.Place!.Line));
        Assert.Contains("--year", refusal.Message.Zh, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_forced_format_says_which_columns_are_lacking()
    {
        await using var store = await ImportHarness.Create();
        var report = await store.Import("a.csv", Own("A,air,2025-03-01 09:00,pm25,11,µg/m³"), format: "cnemc-hourly");
        var refusal = Assert.Single(report.Refusals);
        Assert.Equal("MON-007", refusal.Code);
        Assert.Contains("WatchPoint", refusal.Message.Zh, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_format_that_does_not_exist_is_refused_with_those_that_do()
    {
        await using var store = await ImportHarness.Create();
        var report = await store.Import("a.csv", Own(), format: "netcdf");
        Assert.Equal("MON-013", Assert.Single(report.Refusals).Code);
    }

    [Fact]
    public async Task Carbon_monoxide_a_thousand_times_too_large_refuses_the_file_and_corrects_nothing()
    {
        await using var store = await ImportHarness.Create();
        var report = await store.Import("江门.csv",
            FormatTests.HourlyHeader + "20200402,08,北街,34,优,NaN,17,34,1100,32,9,10,4\n20200402,09,北街,34,优,NaN,17,34,900,32,9,10,4\n20200402,10,北街,34,优,NaN,17,34,80,32,9,10,4\n");

        var refusal = Assert.Single(report.Refusals);
        Assert.Equal(("MON-010", "CO"), (refusal.Code, refusal.Place!.Column));
        Assert.Contains("µg/m³", refusal.Message.Zh, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Carbon_monoxide_in_milligrams_where_micrograms_are_promised_refuses_the_file()
    {
        await using var store = await ImportHarness.Create();
        var report = await store.Import("PRSA.csv", Prsa("1,2013,3,1,0,9,9,3,17,0.3,89", "2,2013,3,1,1,9,9,3,17,1.2,89"));
        Assert.Equal("MON-010", Assert.Single(report.Refusals).Code);
    }

    [Fact]
    public async Task An_unknown_unit_in_the_header_refuses_the_file()
    {
        await using var store = await ImportHarness.Create();
        var report = await store.Import("甲.csv", FormatTests.WaterHeader.Replace("氨氮(mg/L)", "氨氮(ppm)", StringComparison.Ordinal), year: 2021);
        Assert.Equal("MON-009", Assert.Single(report.Refusals).Code);
    }

    [Fact]
    public async Task A_quotation_mark_that_is_never_closed_refuses_the_file_at_its_line()
    {
        await using var store = await ImportHarness.Create();
        var rows = string.Concat(Enumerable.Range(0, 400).Select(hour => $"2020{1 + (hour / 24 / 28):00}{1 + (hour / 24 % 28):00},{hour % 24:00},北街,34,优,NaN,17,34,1.1,32,9,10,4\n"));
        var report = await store.Import("江门.csv", FormatTests.HourlyHeader + rows + "20200601,08,\"北街,34,优,NaN,17,34,1.1,32,9,10,4\n" + rows);
        var refusal = Assert.Single(report.Refusals);
        Assert.Equal(("MON-012", 402), (refusal.Code, refusal.Place!.Line));
    }

    [Fact]
    public async Task A_row_with_a_shifted_column_is_left_out_and_the_others_are_stored()
    {
        await using var store = await ImportHarness.Create();
        var report = await store.Import("PRSA.csv", Prsa(
            "1,2013,3,1,0,9,9,3,17,300,89",
            "2,2013,3,1,1,9,9,3,17,300,89,7",   // one cell too many
            "3,2013,3,1,2,9,ENE,3,17,300,89"));   // text where a number should be

        Assert.Equal(["MON-020", "MON-022"], ImportHarness.Codes(report.Rejections));
        Assert.Equal([3, 4], report.Rejections.Select(rejection => rejection.Place!.Line!.Value));
        Assert.Equal((6, 2), (report.Counts.Stored, report.Counts.Rejected));
        Assert.Equal("PM10", report.Rejections[1].Place!.Column);
    }

    [Fact]
    public async Task A_last_line_that_is_cut_off_is_left_out()
    {
        await using var store = await ImportHarness.Create();
        var report = await store.Import("PRSA.csv", Prsa("1,2013,3,1,0,9,9,3,17,300,89") + "2,2013,3,1,1,9,9");

        var rejection = Assert.Single(report.Rejections);
        Assert.Equal(("MON-021", 3), (rejection.Code, rejection.Place!.Line));
        Assert.Equal(6, report.Counts.Stored);
    }

    [Theory]
    [InlineData("2099-01-01 00:00", "MON-025")]
    [InlineData("1969-12-30 00:00", "MON-026")]
    [InlineData("2025-02-30 00:00", "MON-024")]
    [InlineData("yesterday", "MON-024")]
    [InlineData("", "MON-023")]
    [InlineData("2025-03-01 08:30", "MON-034")]
    public async Task A_time_that_cannot_be_is_left_out_with_its_line(string time, string code)
    {
        await using var store = await ImportHarness.Create();
        var report = await store.Import("own.csv", Own("A,air,2025-03-01 09:00,pm25,11,µg/m³", $"A,air,{time},pm25,11,µg/m³"));

        var rejection = Assert.Single(report.Rejections);
        Assert.Equal((code, 3), (rejection.Code, rejection.Place!.Line));
        Assert.Equal(1, report.Counts.Stored);
    }

    [Fact]
    public async Task An_hour_that_has_not_ended_by_the_clock_is_of_the_future()
    {
        await using var store = await ImportHarness.Create();   // the clock stands at 2026-03-15 10:00
        var report = await store.Import("own.csv", Own("A,air,2026-03-15 10:00,pm25,11,µg/m³", "A,air,2026-03-15 11:00,pm25,11,µg/m³"));
        Assert.Equal((1, 1), (report.Counts.Stored, report.Counts.Rejected));
    }

    [Theory]
    [InlineData("-999", "MON-028")]
    [InlineData("-999.0", "MON-028")]
    [InlineData("-99", "MON-028")]
    [InlineData("9999.99", "MON-028")]
    [InlineData("9999", "MON-028")]
    [InlineData("99999", "MON-028")]
    [InlineData("-3", "MON-027")]
    [InlineData("6000", "MON-029")]
    [InlineData("0.00000000001", "MON-030")]
    [InlineData("未检出", "MON-036")]
    public async Task A_value_that_cannot_be_is_left_out_and_the_row_stays(string value, string code)
    {
        await using var store = await ImportHarness.Create();
        var report = await store.Import("PRSA.csv", Prsa($"1,2013,3,1,0,{value},9,3,17,300,89"));

        Assert.Equal(code, Assert.Single(report.Rejections).Code);
        Assert.Equal((5, 1, 6), (report.Counts.Stored, report.Counts.Rejected, report.Counts.Read));
    }

    [Theory]
    [InlineData("A,soil,2025-03-01 09:00,pm25,11,µg/m³", "kind")]
    [InlineData("A,air,2025-03-01 09:00,radon,11,µg/m³", "item")]
    [InlineData("A,air,2025-03-01 09:00,codmn,11,mg/L", "item")]
    [InlineData("A,air,2025-03-01 09:00,pm25,11,ppb", "unit")]
    public async Task A_word_that_is_not_known_is_left_out_with_those_that_are(string row, string column)
    {
        await using var store = await ImportHarness.Create();
        var report = await store.Import("own.csv", Own(row));
        var rejection = Assert.Single(report.Rejections);
        Assert.Equal(("MON-033", column), (rejection.Code, rejection.Place!.Column));
    }

    [Fact]
    public async Task Rows_that_repeat_and_agree_are_unchanged()
    {
        await using var store = await ImportHarness.Create();
        var report = await store.Import("own.csv", Own("A,air,2025-03-01 09:00,pm25,11,µg/m³", "A,air,2025-03-01 09:00,pm25,11.0,µg/m³"));

        Assert.Equal((2, 1, 1, 0), (report.Counts.Read, report.Counts.Stored, report.Counts.Unchanged, report.Counts.Rejected));
        Assert.Equal("MON-045", Assert.Single(report.Remarks).Code);
    }

    [Fact]
    public async Task Of_rows_that_repeat_and_disagree_the_first_counts_and_both_lines_are_named()
    {
        await using var store = await ImportHarness.Create();
        var file = Own("A,air,2025-03-01 09:00,pm25,11,µg/m³", "A,air,2025-03-01 10:00,pm25,15,µg/m³", "A,air,2025-03-01 09:00,pm25,12,µg/m³");

        var report = await store.Import("own.csv", file);

        var rejection = Assert.Single(report.Rejections);
        Assert.Equal(("MON-031", 4), (rejection.Code, rejection.Place!.Line));
        Assert.Contains("第 2 行", rejection.Message.Zh, StringComparison.Ordinal);
        Assert.Equal([11m, 15m], (await store.Rows("江门", "A", "pm25")).Select(row => row.Value));

        var again = await store.Import("own.csv", file);
        Assert.Equal((0, 2, 0, 1), (again.Counts.Stored, again.Counts.Unchanged, again.Counts.Revised, again.Counts.Rejected));
    }

    [Fact]
    public async Task A_header_without_rows_is_said_and_is_no_fault()
    {
        await using var store = await ImportHarness.Create();
        var report = await store.Import("own.csv", Own());
        Assert.False(report.IsRefused);
        Assert.Equal("MON-046", Assert.Single(report.Remarks).Code);
    }

    [Fact]
    public async Task Every_reading_is_counted_once()
    {
        await using var store = await ImportHarness.Create();
        await store.Import("PRSA.csv", Prsa("1,2013,3,1,0,9,9,3,17,300,89"));
        var report = await store.Import("PRSA.csv", Prsa(
            "1,2013,3,1,0,9,10,3,17,300,89", "1,2013,3,1,0,9,10,3,17,300,90", "2,2013,3,1,1,NA,-5,3,17,300,89", "3,2013,3,1,99,NA,-5,3,17,300,89"));

        var counts = report.Counts;
        Assert.Equal(counts.Read, counts.Stored + counts.Unchanged + counts.Revised + counts.Rejected);
        Assert.Equal((4, 10, 1, 3, 1, 4), (counts.Stored, counts.Unchanged, counts.Revised, counts.Rejected, counts.Missing, counts.Rows));
    }
}

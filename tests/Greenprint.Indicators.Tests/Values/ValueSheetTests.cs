using System.Text;
using Greenprint.Planning;
using Greenprint.Platform;
using Greenprint.Testing;

namespace Greenprint.Indicators.Tests.Values;

public sealed class ValueSheetTests
{
    private const string Header = "plan,indicator,period,origin,value,document,person,date,note\r\n";

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task T20_What_is_exported_can_be_imported_and_changes_nothing(StoreEngine engine)
    {
        await using var county = await WithPlan(engine);
        var first = await Import(county, Header
            + "p,a,2025,reported,-1.5,\"岚环报〔2026〕2号, 附件\",生态环境局,2026-01-10,\"说明 \"\"一\"\"\"\r\n"
            + "p,a,2026-01..2026-02,reported,0.035,,,,\r\n"
            + "p,b,2025,issued,0,省函〔2026〕3号,,2026-02-01,=SUM(A1)\r\n");

        var sheet = await county.Ask((ValueSheets sheets) => sheets.Export("p", withComputed: true, TestContext.Current.CancellationToken));
        var second = await Import(county, sheet);

        Assert.Equal((3, 3, 0), (first.Read, first.Stored, first.Findings.Count));
        Assert.Equal((3, 0, 0, 3), (second.Read, second.Stored, second.Revised, second.Unchanged));
        Assert.Empty(second.Remarks);
        Assert.Contains("-1.5,\"岚环报〔2026〕2号, 附件\"", sheet, StringComparison.Ordinal);
        Assert.Contains("'=SUM(A1)", sheet, StringComparison.Ordinal);   // a spreadsheet must not run it

        // A remark alone is no other value, so whether all of it came through shows in a county that had nothing.
        await using var elsewhere = await WithPlan(engine);
        Assert.Equal((3, 3), (await Import(elsewhere, sheet)) switch { var taken => (taken.Read, taken.Stored) });
        Assert.Equal(sheet, await elsewhere.Ask((ValueSheets sheets) => sheets.Export("p", withComputed: true, TestContext.Current.CancellationToken)));
    }

    [Fact]
    public async Task Words_that_a_sheet_changes_without_the_value_are_not_written_and_named_by_their_line()
    {
        await using var county = await WithPlan();
        await Import(county, Header + "p,a,2025,reported,12.5,,生态环境局,,初报\r\n");

        var again = await Import(county, Header + "p,a,2025,reported,12.5,,水利局,,更正备注\r\n");
        var silent = await Import(county, Header + "p,a,2025,reported,12.5,,,,\r\n");

        Assert.Equal((1, true), (again.Unchanged, again.Accepted));
        Assert.Equal([("IND-023", 2, "note"), ("IND-023", 2, "person")], again.Remarks.Select(remark => (remark.Code, remark.Place!.Line!.Value, remark.Place.Column)));
        Assert.Contains("更正备注", again.Remarks[0].Message.Zh, StringComparison.Ordinal);
        Assert.Empty(silent.Remarks);
        Assert.Equal("初报", Assert.Single(await Revisions(county)).Note);
    }

    [Fact]
    public async Task A_bad_row_is_named_by_line_and_column_and_nothing_is_written()
    {
        await using var county = await WithPlan();

        var result = await Import(county, Header
            + "p,a,2025,reported,12.5,,,,\r\n"
            + "p,a,20x5,reported,1,,,,\r\n"
            + "p,a,2024,reported,\"1,5\",,,,\r\n"
            + "p,a,2024,computed,1,,,,\r\n"
            + "p,a,2024,reported,1,,,2026-13-01,\r\n"
            + "p,a,2024\r\n"
            + "p,a,2025,reported,13,,,,\r\n");

        Assert.Equal(
            [("IND-010", 3, "period"), ("IND-010", 4, "value"), ("IND-011", 5, "origin"), ("IND-010", 6, "date"), ("IND-010", 7, ""), ("IND-012", 8, null)],
            result.Findings.Select(finding => (finding.Code, finding.Place!.Line!.Value, finding.Place.Column)));
        Assert.All(result.Findings, finding => Assert.Equal("values.csv", finding.Place!.Source));
        Assert.Empty(await Revisions(county));
    }

    [Fact]
    public async Task A_row_that_the_rules_refuse_keeps_all_others_out()
    {
        await using var county = await WithPlan();

        var result = await Import(county, Header + "p,a,2025,reported,12.5,,,,\r\np,a,2031,reported,1,,,,\r\n");

        Assert.Equal([("IND-004", 3)], result.Findings.Select(finding => (finding.Code, finding.Place!.Line!.Value)));
        Assert.Empty(await Revisions(county));
    }

    [Fact]
    public async Task A_dry_run_says_what_would_happen_and_writes_nothing()
    {
        await using var county = await WithPlan();

        var result = await Import(county, Header + "p,a,2025,reported,12.5,,,,\r\n", dryRun: true);

        Assert.Equal((1, 1), (result.Read, result.Stored));
        Assert.Empty(await Revisions(county));
    }

    [Fact]
    public async Task A_row_that_stands_twice_with_the_same_content_counts_once()
    {
        await using var county = await WithPlan();

        var result = await Import(county, Header + "p,a,2025,reported,12.5,,,,\r\np,a,2025,reported,12.5,,,,\r\n");

        Assert.Equal((2, 1), (result.Read, result.Stored));
    }

    [Theory]
    [InlineData("")]
    [InlineData("plan,indicator\r\np,a\r\n")]
    [InlineData("plan,indicator,period,origin,value\r\np,a,2025,reported,\"1")]
    public async Task A_file_that_is_no_sheet_is_refused_as_a_whole(string text)
    {
        await using var county = await WithPlan();

        var result = await Import(county, text);

        Assert.Equal("IND-009", Assert.Single(result.Findings).Code);
    }

    [Fact]
    public async Task A_sheet_saved_as_gb18030_reads_like_one_saved_as_utf8()
    {
        await using var county = await WithPlan();
        var gb18030 = CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!;

        var result = await county.Ask((ValueSheets sheets) => sheets.Import(
            County.Clerk, "values.csv", gb18030.GetBytes(Header + "p,a,2025,reported,1,岚环报〔2026〕2号,,,\r\n"), null, false, TestContext.Current.CancellationToken));

        Assert.True(result.Accepted);
        Assert.Equal("岚环报〔2026〕2号", (await Revisions(county))[0].Document);
    }

    [Fact]
    public async Task The_page_of_one_plan_takes_no_rows_of_another()
    {
        await using var county = await WithPlan();

        var result = await county.Ask((ValueSheets sheets) => sheets.Import(
            County.Clerk, "values.csv", Encoding.UTF8.GetBytes(Header + "q,a,2025,reported,1,,,,\r\n"), "p", false, TestContext.Current.CancellationToken));

        Assert.Equal(("IND-010", "plan"), (result.Findings[0].Code, result.Findings[0].Place!.Column));
    }

    [Fact]
    public void Any_text_written_as_a_cell_is_read_back() => Gen.String[Gen.Char["ab,\"\r\n=-+@ '1."], 0, 8].Array[1, 4].Sample(cells =>
    {
        var record = Assert.Single(CsvText.Read(CsvText.Write([.. cells, "end"])));
        return record.Cells.Select(CsvText.Unguarded).SequenceEqual([.. cells, "end"]);
    });

    private static async Task<County> WithPlan(StoreEngine engine = StoreEngine.Sqlite)
    {
        var county = await County.Create(engine);
        await county.Plan(County.Pack("p", 2026, 2030, County.Indicator("a", baselineYear: 2024), County.Indicator("b", ValueOrigin.Issued)));
        return county;
    }

    private static Task<SheetResult> Import(County county, string text, bool dryRun = false) => county.Ask((ValueSheets sheets) => sheets.Import(
        County.Clerk, "values.csv", Encoding.UTF8.GetBytes(text), null, dryRun, TestContext.Current.CancellationToken));

    private static Task<IReadOnlyList<IndicatorValue>> Revisions(County county) =>
        county.Ask((IValues door) => door.Revisions("p", "a", TestContext.Current.CancellationToken));
}

namespace Greenprint.Standards.Tests;

/// <summary>An edition can be shown as it lies in the data, and says how well it is known.</summary>
public sealed class EditionDescriptionTests
{
    private static readonly EditionDescription Water = TestStandards.Library.Describe("GB3838-2002");

    [Fact]
    public void A_description_holds_every_row_with_unit_clause_and_mark()
    {
        var limits = Assert.Single(Water.Tables, table => table.File == "GB3838-2002/limits.csv");
        var ammonia = Assert.Single(limits.Rows, row => row.Item == "nh3n");

        Assert.True(limits.HasUnits);
        Assert.Equal(["body", "worse", "I", "II", "III", "IV", "V"], limits.Columns);
        Assert.Equal(["any", "higher", "0.15", "0.5", "1.0", "1.5", "2.0"], ammonia.Cells);
        Assert.Equal(("氨氮", "mg/L", "GB 3838-2002 4.1 表1", Mark.Verified), (ammonia.Name.Zh, ammonia.Unit, ammonia.Rule!.ToString(), ammonia.Rule.Mark));
    }

    [Fact]
    public void An_item_with_two_rows_is_listed_once_with_the_unit_of_its_limits()
    {
        Assert.Single(Water.Items, item => item.Code == "tp");
        Assert.Equal("1/L", Water.Items.Single(item => item.Code == "fcoli").Unit);
    }

    [Fact]
    public void The_parts_of_a_sum_are_listed_with_the_unit_of_the_sum() =>
        Assert.Equal([("no3n", "mg/L"), ("no2n", "mg/L"), ("nh3n", "mg/L")], TestStandards.Library.Describe("GB3097-1997").Items.TakeLast(3).Select(item => (item.Code, item.Unit)));

    [Fact]
    public void Worked_cases_are_no_table_of_the_standard() =>
        Assert.DoesNotContain(TestStandards.Library.Editions.SelectMany(edition => TestStandards.Library.Describe(edition.Id).Tables), table => table.File.EndsWith("cases.csv", StringComparison.Ordinal));

    [Fact]
    public void An_edition_says_how_values_are_compared_where_its_tables_come_from_and_who_checked_them()
    {
        Assert.Equal((Comparison.Full, Comparison.Rounded), (Water.Edition.Comparison, TestStandards.Library.Find("HJ663-2026")!.Comparison));
        Assert.Contains(Water.Edition.Checks, check => check is { By: "greenprint" } && check.What.Zh.Contains("扫描件", StringComparison.Ordinal));
        Assert.All(TestStandards.Library.Editions, edition => Assert.NotNull(edition.Source.En));
    }

    [Fact]
    public void An_edition_that_is_not_there_is_named_with_those_that_are()
    {
        var finding = Assert.Throws<UnknownEditionException>(() => TestStandards.Library.Describe("GB3838-1988")).Finding;

        Assert.Equal("STD-001", finding.Code);
        Assert.Contains("GB3838-2002", finding.Message.Zh, StringComparison.Ordinal);
    }
}

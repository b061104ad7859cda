using Greenprint.Server.Calculations.Water;

namespace Greenprint.Server.Tests.Calculations;

public sealed class WaterClassifyTests
{
    private const string Header = "section,time,water_type,codmn,nh3n,tp\n";

    // GB 3838-2002 table 1: CODMn 6.5 is IV (6 to 10), ammonia 0.4 is II, TP 0.15 of a river is III; (6.5 - 6) / 6 = 0.083.
    [Fact]
    public void The_worst_item_decides_and_exceedance_is_over_class_III()
    {
        var row = Surface(Header + "断面,2021-04-01 04:00,river,6.5,0.4,0.15\n");

        Assert.Equal(("4", "codmn"), (row["class"], row["limiting"]));
        Assert.Equal(("0.08", "", ""), (row["x_codmn"], row["x_nh3n"], row["x_tp"]));
    }

    // TP 0.15 of a lake is V (0.1 to 0.2).
    [Fact]
    public void A_lake_has_stricter_limits_of_phosphorus() => Assert.Equal("5", Surface(Header + "断面,2021-04-01,lake,2,0.4,0.15\n")["class"]);

    [Theory]
    [InlineData("<0.02")]
    [InlineData("0.02L")]
    [InlineData("未检出")]
    public void Below_detection_is_a_value_of_water_and_no_finding(string cell)
    {
        var answer = Surface(Header + $"断面,2021-04-01,river,2,{cell},0.02\n");

        Assert.Equal("1", answer["class"]);
        Assert.DoesNotContain("STD-", answer.Said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("断面,2021-04-01,,2,0.1,0.02", "STD-034")]
    [InlineData("断面,2021-04-01,pond,2,0.1,0.02", "STD-034")]
    [InlineData("断面,2021-04-01,river,-2,0.1,0.02", "STD-125")]
    [InlineData("断面,2021-04-01,river,two,0.1,0.02", "STD-124")]
    [InlineData("断面,2021-04-01,river,2,0.1", "STD-121")]
    public void A_row_that_cannot_be_trusted_is_left_empty(string row, string code)
    {
        var answer = Surface(Header + row + "\n断面,2021-04-02,river,2,0.1,0.02\n");

        Assert.Equal(("", "1"), (answer.Rows[0]["class"], answer.Rows[1]["class"]));
        Assert.Contains($"[{code}]", answer.Said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("section,time,water_type,tn\n断面,2021-04-01,river,3\n", "STD-145")]
    [InlineData("section,time,water_type,tp\n良德水库,2021-04-01,river,0.03\n", "STD-033")]
    [InlineData("section,time,water_type,tp\n断面,04-01 04:00,river,0.03\n", "STD-144")]
    [InlineData("section,time,water_type,tp\n断面,2021-04-01,river,0.03\n断面,2021-04-01,river,0.05\n", "STD-141")]
    public void A_doubt_is_said_and_the_row_is_classified_as_it_stands(string text, string code)
    {
        var answer = Surface(text);

        Assert.Null(answer.Refusal);
        Assert.Contains($"[{code}]", answer.Said, StringComparison.Ordinal);
    }

    [Fact]
    public void A_table_that_does_not_say_river_or_lake_is_refused() => Assert.Equal("STD-104", Surface("section,time,tp\n断面,2021-04-01,0.03\n").Refusal);

    [Fact]
    public void Units_in_the_header_are_converted_and_a_column_a_thousand_times_too_large_is_refused()
    {
        static string Rows(string unit) => $"section,time,water_type,氨氮{unit}\n" + string.Concat(Enumerable.Range(1, 9).Select(day => $"断面,2021-04-0{day},river,{400 + day}\n"));

        Assert.Equal("STD-112", Surface(Rows("")).Refusal);
        Assert.All(Surface(Rows("(µg/L)")).Rows, row => Assert.Equal("2", row["class"]));
    }

    // GB 3097-1997: COD 3.5 is class 3 (3 to 4); over class 2: (3.5 - 3) / 3 = 0.17.
    [Fact]
    public void Sea_water_is_held_against_the_class_that_is_asked_for()
    {
        var row = GivenTable.Calculated("section,time,cod,do\nA1,2021-08-01,3.5,6.5\n", (order, error) => WaterClassifyVerb.Run(order, "GB3097-1997", 2, error, watched: false));

        Assert.Equal(("3", "cod", "0.17", ""), (row["class"], row["limiting"], row["x_cod"], row["x_do"]));
    }

    // 0.26 + 0.02 + 0.04 = 0.32 mg/L of inorganic nitrogen: class 3 (0.30 to 0.40); over class 2: (0.32 - 0.30) / 0.30 = 0.07.
    [Fact]
    public void A_sum_that_the_columns_make_up_has_a_column_of_its_own()
    {
        var row = GivenTable.Calculated(
            "section,time,no3n,no2n,nh3n\nA1,2021-08-01,0.26,0.02,0.04\n", (order, error) => WaterClassifyVerb.Run(order, "GB3097-1997", 2, error, watched: false));

        Assert.Equal(("3", "din", "0.07", ""), (row["class"], row["limiting"], row["x_din"], row["x_nh3n"]));
    }

    [Fact]
    public void A_target_that_the_standard_does_not_have_is_refused() => Assert.Equal("STD-115", GivenTable.Calculated(
        "section,time,cod\nA1,2021-08-01,3.5\n", (order, error) => WaterClassifyVerb.Run(order, "GB3097-1997", 6, error, watched: false)).Refusal);

    // GB/T 14848-2017: total dissolved solids 1200 is class IV (1000 to 2000).
    [Fact]
    public void Groundwater_has_five_classes()
    {
        var row = GivenTable.Calculated(
            "section,time,ph,溶解性总固体\nJ1,2021-08-01,7.2,1200\n", (order, error) => WaterClassifyVerb.Run(order, "GBT14848-2017", null, error, watched: false));

        Assert.Equal(("4", "tds"), (row["class"], row["limiting"]));
    }

    private static Answer Surface(string text) => GivenTable.Calculated(text, (order, error) => WaterClassifyVerb.Run(order, WaterClassifyVerb.SurfaceWater, null, error, watched: false));
}

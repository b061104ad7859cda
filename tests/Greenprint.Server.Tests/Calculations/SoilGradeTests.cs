using Greenprint.Server.Calculations.Soil;

namespace Greenprint.Server.Tests.Calculations;

public sealed class SoilGradeTests
{
    private const string Header = "plot,land_use,ph,cd,pb\n";

    // GB 15618-2018, other land, pH 6.5 to 7.5: cadmium 0.3 screening, 3.0 control; lead 120 and 700. 0.45 / 0.3 = 1.5.
    [Fact]
    public void The_worst_item_decides_and_ratios_are_over_the_screening_value()
    {
        var row = Farmland(Header + "一号,other,7.0,0.45,60\n");

        Assert.Equal(("2", "cd", "1.50", "0.50", ""), (row["grade"], row["limiting"], row["cd_ratio"], row["pb_ratio"], row["note"]));
    }

    // Strictest band of other land: cadmium 0.3 screening, 1.5 control.
    [Fact]
    public void A_missing_pH_is_judged_by_the_strictest_band_and_said_so()
    {
        var row = Farmland(Header + "一号,other,,1.6,60\n");

        Assert.Equal(("3", "strictest-ph"), (row["grade"], row["note"]));
        Assert.Contains("[STD-147]", row.Said, StringComparison.Ordinal);
    }

    [Fact]
    public void A_second_header_line_gives_the_units_of_the_columns()
    {
        var row = Farmland("plot,land_use,ph,cd,pb\n编号,,无量纲,µg/kg,mg/kg\n一号,other,7.0,450,60\n");

        Assert.Equal(("一号", "2", "1.50"), (row["plot"], row["grade"], row["cd_ratio"]));
        Assert.Equal("STD-107", Farmland("plot,land_use,ph,cd,pb\n编号,,,mg/L,mg/kg\n一号,other,7.0,450,60\n").Refusal);
    }

    [Fact]
    public void Metals_in_nanograms_are_found_as_a_column_and_converted_where_the_header_says_so()
    {
        static string Rows(string unit) => $"plot,land_use,ph,镉{unit}\n" + string.Concat(Enumerable.Range(1, 8).Select(plot => $"{plot},other,7.0,{150 + plot}\n"));

        Assert.Equal("STD-112", Farmland(Rows("")).Refusal);
        Assert.All(Farmland(Rows("(ng/g)")).Rows, row => Assert.Equal("1", row["grade"]));
    }

    [Theory]
    [InlineData("一号,garden,7.0,0.1,60", "STD-129")]
    [InlineData("一号,,7.0,0.1,60", "STD-129")]
    [InlineData("一号,other,17,0.1,60", "STD-127")]
    [InlineData("一号,other,7.0,-0.1,60", "STD-125")]
    [InlineData("一号,other,7.0,0.1x,60", "STD-124")]
    public void A_plot_that_cannot_be_trusted_is_left_empty(string row, string code)
    {
        var answer = Farmland(Header + row + "\n二号,other,7.0,0.1,60\n");

        Assert.Equal(("", "1"), (answer.Rows[0]["grade"], answer.Rows[1]["grade"]));
        Assert.Contains($"[{code}]", answer.Said, StringComparison.Ordinal);
    }

    // GB 36600-2018: building land of unknown use is judged as class 1 (5.3.1): lead 400 screening, 800 control.
    [Fact]
    public void Building_land_of_unknown_use_is_judged_as_class_1_and_said_so()
    {
        var row = GivenTable.Calculated("plot,pb\n一号,500\n", (order, error) => SoilGradeVerb.Run(order, "GB36600-2018", error, watched: false));

        Assert.Equal(("2", "assumed-use", "1.25"), (row["grade"], row["note"], row["pb_ratio"]));
    }

    private static Answer Farmland(string text) => GivenTable.Calculated(text, (order, error) => SoilGradeVerb.Run(order, "GB15618-2018", error, watched: false));
}

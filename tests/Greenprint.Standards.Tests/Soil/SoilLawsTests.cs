using Greenprint.Quantities;
using Greenprint.Standards.Soil;

namespace Greenprint.Standards.Tests.Soil;

/// <summary>Laws of both soil standards, and the two ways in side by side.</summary>
public sealed class SoilLawsTests
{
    private static readonly Gen<(SoilTable Table, string Use, decimal? Ph, (StandardItem Item, MeasuredValue Value)[] Row)> Plots =
        from which in Gen.Int[0, 1]
        let table = TestStandards.Library.SoilTables[which]
        from use in Gen.Int[0, table.Uses.Count]
        from ph in Gen.Int[40, 95]
        from cells in Gen.Select(Gen.Int[0, 200], Gen.Int[0, 9], Gen.Int[0, 4000]).Array[1, 10]
        let code = use < table.Uses.Count ? table.Uses[use].Code : table.UnknownUse is null ? table.Uses[0].Code : ""
        select (table, code, ph > 90 ? null : (decimal?)(ph / 10m), cells
            .Select(cell => (Item: table.Items[cell.Item1 % table.Items.Count], cell.Item2, cell.Item3)).DistinctBy(cell => cell.Item)
            .Select(cell => (cell.Item, Value(table, code, ph / 10m, cell.Item, cell.Item2, cell.Item3))).ToArray());

    [Fact]
    public void Columns_and_plots_are_judged_alike() => Gen.Select(Plots, Gen.Bool).Sample((plot, withBackground) =>
    {
        var background = withBackground ? new Dictionary<string, decimal> { ["as"] = 40m, ["v"] = 200m, ["cd"] = 100m } : null;
        var judged = SoilJudge.Judge(plot.Table.For(plot.Use, plot.Ph), plot.Row.Select(cell => KeyValuePair.Create(cell.Item, cell.Value)), background);
        var (grades, ratios) = (new byte[plot.Row.Length], new decimal?[plot.Row.Length]);

        var columns = new SoilColumns(plot.Table, [.. plot.Row.Select(cell => cell.Item)], background);
        var worst = columns.Judge(plot.Use, plot.Ph, [.. plot.Row.Select(cell => cell.Value)], grades, ratios);

        Assert.Equal(judged.Grade ?? 0, worst);
        Assert.Equal(judged.NotJudged, plot.Row.Select((cell, at) => (cell.Item, Words: columns.Reason(plot.Use, plot.Ph, at, cell.Value))).Where(cell => cell.Words is not null).Select(cell => (cell.Item, cell.Words!)));
        Assert.Equal(judged.Items.Select(item => (item.Item.Code, item.Grade, item.Ratio)), plot.Row.Select((cell, at) => (cell.Item.Code, (int)grades[at], ratios[at])).Where(cell => cell.Item2 > 0));
    });

    [Fact]
    public void A_missing_pH_is_never_milder_than_any_pH() => Plots.Sample(plot =>
    {
        var values = plot.Row.Select(cell => KeyValuePair.Create(cell.Item, cell.Value)).Where(pair => pair.Value.Value is not null).ToList();
        var strictest = SoilJudge.Judge(plot.Table.For(plot.Use, null), values);
        var some = SoilJudge.Judge(plot.Table.For(plot.Use, plot.Ph), values);

        Assert.True(strictest.Grade is null || strictest.Grade >= some.Grade);
        Assert.Equal(plot.Table.DependsOnPh || plot.Use.Length == 0, plot.Table.For(plot.Use, null).Notes.Count > 0);
    });

    [Fact]
    public void More_of_an_item_never_gives_a_better_grade() => Gen.Select(Plots, Gen.Int[0, 5000], Gen.Int[0, 5000]).Sample((plot, first, second) =>
    {
        var limit = plot.Table.For(plot.Use, plot.Ph).All[first % plot.Table.Items.Count];
        int Grade(int part) => SoilJudge.GradeOf(limit, MeasuredValue.Of(part * limit.Screening / 500m), null);

        Assert.True(Grade(Math.Min(first, second)) <= Grade(Math.Max(first, second)));
    });

    [Fact]
    public void Every_control_value_is_no_stricter_than_its_screening_value() =>
        Assert.All(TestStandards.Library.SoilTables.SelectMany(table => table.Sets).SelectMany(set => set.All), limit => Assert.True(limit.Control is null || limit.Control >= limit.Screening));

    /// <summary>Often exactly a limit, sometimes below detection, missing or negative.</summary>
    private static MeasuredValue Value(SoilTable table, string use, decimal ph, StandardItem item, int kind, int number)
    {
        var limit = table.For(use, ph).For(item.Code)!;
        return kind switch
        {
            0 => MeasuredValue.Missing,
            1 => MeasuredValue.NotDetected,
            2 => MeasuredValue.Below(limit.Screening * (number + 1) / 1000m),
            3 => MeasuredValue.Of(-1m),
            4 => MeasuredValue.Of(limit.Screening),
            5 => MeasuredValue.Of(limit.Control ?? limit.Screening),
            _ => MeasuredValue.Of(limit.Screening * number / 500m),
        };
    }
}

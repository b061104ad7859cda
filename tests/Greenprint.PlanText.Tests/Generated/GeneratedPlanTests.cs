using System.Text;
using Greenprint.PlanText.Paragraphs;

namespace Greenprint.PlanText.Tests.Generated;

/// <summary>Plans written from known structure and read again: the share of indicators read right, over many seeds.</summary>
public sealed class GeneratedPlanTests
{
    private const int Plans = 120;

    [Theory]
    [InlineData("plan.txt")]
    [InlineData("plan.md")]
    [InlineData("plan.docx")]
    public void What_is_printed_is_read(string name)
    {
        var scores = Enumerable.Range(1, Plans).Select(seed => (Seed: seed, F1: F1(new PlanSketch(seed), name))).ToArray();

        Assert.Empty(scores.Where(score => score.F1 < 0.9));
        Assert.InRange(scores.Average(score => score.F1), 0.98, 1.0);
    }

    [Theory]
    [InlineData("plan.txt")]
    [InlineData("plan.md")]
    [InlineData("plan.docx")]
    public void Deleting_one_row_of_the_source_removes_exactly_one_item(string name) =>
        Assert.All(Enumerable.Range(1, 12), seed =>
        {
            var sketch = new PlanSketch(seed);
            var before = Keys(Read(sketch, name)).ToList();
            Assert.All(Enumerable.Range(0, sketch.Rows.Count).Where(row => sketch.Rows[row].Sub is null), row =>
            {
                var gone = before.Except(Keys(Read(sketch.Without(row, seed), name))).ToArray();
                Assert.Equal([TextFold.Key(sketch.Rows[row].Full)], gone);
            });
        });

    [Fact]
    public void The_table_of_the_last_period_is_left_aside_and_named()
    {
        var sketch = Enumerable.Range(1, Plans).Select(seed => new PlanSketch(seed)).First(sketch => sketch.Shape is { HasLastPeriod: true, IsList: false });
        var reading = Read(sketch, "plan.txt");

        Assert.Contains(reading.Warnings, warning => warning.Code == "last-period-table");
        Assert.All(reading.Indicators, item => Assert.Equal(sketch.End, item.Target?.Year ?? sketch.End));
    }

    private static PlanReading Read(PlanSketch sketch, string name) => name switch
    {
        "plan.txt" => Reading.Of(SketchPrinters.Text(sketch), name),
        "plan.md" => Reading.Of(SketchPrinters.Markdown(sketch), name),
        _ => Reading.Of(SketchPrinters.Word(sketch), name),
    };

    private static IEnumerable<string> Keys(PlanReading reading) => reading.Indicators.Select(item => TextFold.Key(item.Name));

    // A row is right when name, unit, both values and nature are.
    private static double F1(PlanSketch sketch, string name)
    {
        var wanted = sketch.Printed.Select(row => Key(row.Full, row.Unit ?? (sketch.Shape is { HasUnitColumn: true, IsList: false } ? "—" : null), row.Base, row.Target, row.Nature)).ToList();
        var read = Read(sketch, name).Indicators
            .Select(item => Key(item.Name, item.Unit, item.Baseline?.Text, item.Target?.Text, NatureName(item.Nature))).ToList();
        var left = read.ToList();
        var right = wanted.Count(left.Remove);
        return 2.0 * right / (wanted.Count + read.Count);
    }

    private static string Key(params string?[] cells) => string.Join('|', cells.Select(cell => TextFold.Key(cell ?? "").Normalize(NormalizationForm.FormKC)));

    private static string? NatureName(PrintedNature? nature) => nature switch
    {
        PrintedNature.Binding => "约束性",
        PrintedNature.Anticipatory => "预期性",
        PrintedNature.Leading => "引领性",
        _ => null,
    };
}

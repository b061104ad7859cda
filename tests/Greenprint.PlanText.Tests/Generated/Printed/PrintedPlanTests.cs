using System.Globalization;
using Greenprint.Documents;
using Greenprint.PlanText.Paragraphs;

namespace Greenprint.PlanText.Tests.Generated.Printed;

/// <summary>
/// Plans of known structure, laid out as real ones are, printed through LibreOffice and read again. A fault is found again by its seed:
/// <c>new PrintedPlan(seed)</c> is the same document each time.
/// </summary>
public sealed class PrintedPlanTests
{
    private const int Plans = 200;
    private const double LeastOfAll = 0.98;
    private const double LeastOfOne = 0.9;
    private const double LeastOfHeadings = 0.98;
    private const string NoPrinter = "Needs LibreOffice (apt-get install libreoffice-writer-nogui fonts-noto-cjk).";

    [Fact]
    public void Two_hundred_Word_documents_are_read_whole()
    {
        var scores = Enumerable.Range(1, Plans).Select(seed => Score(new PrintedPlan(seed))).ToArray();

        Assert.True(scores.All(score => score is { Names: 1, Full: 1 }), string.Concat(scores.Where(score => score is not { Names: 1, Full: 1 })));
        Assert.InRange(scores.Average(score => score.Outline), 0.97, 1);
    }

    [Fact]
    public void Deleting_one_row_of_a_Word_document_removes_exactly_one_item() =>
        Assert.All(Enumerable.Range(1, 20), seed =>
        {
            var plan = new PrintedPlan(seed);
            var before = Names(ReadWord(plan)).ToList();
            Assert.All(Deletable(plan), row => Assert.Equal([Key(plan.Sketch.Rows[row].Full)], Gone(before, ReadWord(new PrintedPlan(seed, row)))));
        });

    [Fact, Trait("Length", "Long")]
    public void Two_hundred_printed_plans_are_read()
    {
        var scores = Print(Enumerable.Range(1, Plans).Select(seed => new PrintedPlan(seed)))
            .Select(read => PrintedScore.Of(read.Plan, read.Reading)).OrderBy(score => score.Names).ToArray();

        var worst = string.Concat(scores.Where(score => score.Names < LeastOfOne));
        TestContext.Current.TestOutputHelper?.WriteLine(string.Create(CultureInfo.InvariantCulture, $"names {scores.Average(score => score.Names):0.0000}, full {scores.Average(score => score.Full):0.0000}, outline {scores.Average(score => score.Outline):0.0000}\n{worst}"));
        Assert.InRange(scores.Average(score => score.Names), LeastOfAll, 1);
        Assert.True(worst.Length == 0, worst);
        Assert.InRange(scores.Average(score => score.Outline), LeastOfHeadings, 1);
        Assert.All(scores.GroupBy(score => score.Plan.Look.Grammar), grammar => Assert.InRange(grammar.Average(score => score.Outline), LeastOfHeadings, 1));
    }

    [Fact, Trait("Length", "Long")]
    public void Deleting_one_row_of_a_printed_plan_removes_exactly_one_item()
    {
        var plans = Enumerable.Range(1, 12).Select(seed => new PrintedPlan(seed)).ToArray();
        var without = plans.Select(plan => Deletable(plan).ElementAt(plan.Seed % Deletable(plan).Count())).ToArray();

        var read = Print([.. plans, .. plans.Select((plan, i) => new PrintedPlan(plan.Seed, without[i]))]);

        Assert.All(plans.Select((plan, i) => (plan, i)), pair =>
            Assert.Equal([Key(pair.plan.Sketch.Rows[without[pair.i]].Full)], Gone([.. Names(read[pair.i].Reading)], read[plans.Length + pair.i].Reading)));
    }

    private static PrintedScore Score(PrintedPlan plan) => PrintedScore.Of(plan, ReadWord(plan));

    private static PlanReading ReadWord(PrintedPlan plan) => Reading.Of(PrintedWord.Of(plan), "plan.docx");

    // A row of its own number: of a number with sub-rows the first one cannot go alone.
    private static IEnumerable<int> Deletable(PrintedPlan plan) => Enumerable.Range(0, plan.Sketch.Rows.Count).Where(row => plan.Sketch.Rows[row].Sub is null);

    private static string Key(string name) => TextFold.Key(name);

    private static IEnumerable<string> Names(PlanReading reading) => reading.Indicators.Select(item => Key(item.Name));

    private static List<string> Gone(List<string> before, PlanReading after)
    {
        var gone = before.ToList();
        foreach (var name in Names(after))
        {
            gone.Remove(name);
        }

        return gone;
    }

    private static (PrintedPlan Plan, PlanReading Reading)[] Print(IEnumerable<PrintedPlan> plans)
    {
        if (!LibreOffice.IsPresent)
        {
            Assert.Skip(NoPrinter);
        }

        var folder = Directory.CreateTempSubdirectory("greenprint-printed-");
        try
        {
            var all = plans.ToArray();
            for (var i = 0; i < all.Length; i++)
            {
                using var file = File.Create(Path.Combine(folder.FullName, $"{i}.docx"));
                PrintedWord.Of(all[i]).CopyTo(file);
            }

            LibreOffice.Print(folder.FullName);
            return [.. all.Select((plan, i) => (plan, PlanReader.Read(DocumentReader.ReadFile(Path.Combine(folder.FullName, $"{i}.pdf")).Document!)))];
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}

using System.Diagnostics;
using Greenprint.Documents;
using Greenprint.PlanText.Versions;
using Greenprint.Testing;

namespace Greenprint.PlanText.Tests.Versions;

public sealed class RealVersionTests
{
    private static readonly string[] Plans = ["huainan", "neijiang", "sanya", "zhengzhou"];

    public static TheoryData<string> Names => [.. Plans];

    // Two readings of one plan, from its PDF and from its text, differ in spaces, tables and a few wraps: near versions made by no one of us.
    [Theory]
    [MemberData(nameof(Names))]
    public void The_text_of_a_plan_is_the_same_plan_as_its_PDF(string name)
    {
        var (pdf, text) = (Read(name + ".pdf"), Read(name + ".txt"));
        var matches = ClauseMatching.Match(pdf, text).Clauses.Where(match => match is { Old: { IsNamed: false }, New: { } } || match is { Old: null, New.IsNamed: false } || match is { New: null, Old.IsNamed: false }).ToArray();

        Assert.DoesNotContain(matches, match => match is { IsAdded: false, IsGone: false } && match.Old!.Title.Replace(" ", "", StringComparison.Ordinal) != match.New!.Title.Replace(" ", "", StringComparison.Ordinal));
        Assert.InRange(matches.Count(match => match.IsAdded || match.IsGone), 0, pdf.Outline.Count / 50);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Seeded_edits_of_a_real_plan_are_found_again(string name)
    {
        var before = VersionedClause.Of(Read(name + ".pdf"));
        var random = new Random(name.Length);
        var (edited, expected) = (new List<VersionedClause>(), new Dictionary<string, string?>(StringComparer.Ordinal));
        foreach (var clause in before)
        {
            // A new heading, half the text rewritten, gone, or a new clause behind it; what has no text stays.
            var edit = clause.Text.Length < 120 || clause.IsNamed ? 9 : random.Next(12);
            Keep(edit switch
            {
                0 => clause with { Title = "推动" + clause.Text[20..28] },
                1 => clause with { Text = clause.Text[(clause.Text.Length / 2)..] },
                2 => clause with { Number = "（二十九）", Text = clause.Text.Replace("生态环境", "环境", StringComparison.Ordinal) },
                _ => clause,
            }, edit == 3 ? null : clause.Id);
            if (edit == 4)
            {
                Keep(new VersionedClause("", clause.Level, "（三十）", "建设月球基地", "在月球南极选址，论证着陆场、能源站与舱段方案，开展原位资源利用试验。"), "");
            }
        }

        void Keep(VersionedClause clause, string? id)
        {
            if (id is not null)
            {
                edited.Add(clause with { Id = $"n{edited.Count}" });
                expected[edited[^1].Id] = id;
            }
        }

        for (var i = 0; i < edited.Count; i++)
        {
            if (edited[i].IsNamed || before.Any(clause => clause.IsNamed && clause.Id == expected[edited[i].Id]))
            {
                var id = expected[edited[i].Id]!;
                expected[id] = id;
                edited[i] = edited[i] with { Id = id };
            }
        }

        var matches = ClauseMatching.Match(before, edited).Clauses;

        Assert.Equal(
            edited.Where(clause => expected[clause.Id]!.Length > 0).Select(clause => (clause.Title, expected[clause.Id])),
            matches.Where(match => match is { IsAdded: false, IsGone: false }).Select(match => (match.New!.Title, (string?)match.Id)));
        Assert.All(matches.Where(match => match.IsAdded), match => Assert.Equal("建设月球基地", match.New!.Title));
    }

    [Fact]
    [Trait("Length", "Long")]
    public void A_plan_of_a_thousand_clauses_all_of_them_reworded_is_matched_in_seconds()
    {
        var real = Plans.SelectMany(name => VersionedClause.Of(Read(name + ".pdf"))).Where(clause => clause.Text.Length > 100).ToArray();
        var before = Enumerable.Range(0, 1_000).Select(i => real[i % real.Length] with { Id = $"c{i + 1}", Title = $"{real[i % real.Length].Title}{i / real.Length}" }).ToArray();
        var after = before.Select((clause, i) => clause with { Text = clause.Text[10..] + i, Title = clause.Title + "等" }).ToArray();
        var watch = Stopwatch.StartNew();

        var matches = ClauseMatching.Match(before, after);

        Assert.InRange(watch.Elapsed.TotalSeconds, 0, 60);
        Assert.Equal(1_000, matches.Clauses.Count);
        TestContext.Current.TestOutputHelper!.WriteLine($"1,000 reworded clauses: {watch.Elapsed.TotalSeconds:0.00} s");
    }

    private static PlanReading Read(string file)
    {
        var document = DocumentReader.ReadFile(SharedData.At("data", "plans", file));
        Assert.Null(document.Refusal);
        return PlanReader.Read(document.Document!);
    }
}

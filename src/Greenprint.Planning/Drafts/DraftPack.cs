using Greenprint.PlanText;
using Greenprint.Quantities;

namespace Greenprint.Planning.Drafts;

/// <summary>What was read of a document, in the form of a draft plan: its text. Goals, indicators, tasks and the rest enter one by one, as a person confirms them.</summary>
internal static class DraftPack
{
    // The reader's id for it; see Clauses of a PlanReading.
    public const string BeforeFirstHeading = "c0";

    public const string AnnexText = "annex";

    private static readonly Bilingual BeforeHeadings = ("正文之前", "Before the first heading");

    private static readonly Bilingual Annexes = ("附件", "Annexes");

    public static PlanPack Of(PlanReading reading, string id, string region, PlanPeriod period, string fallbackTitle) => new()
    {
        Format = PlanPack.CurrentFormat,
        Id = id,
        Region = region,
        Title = new Bilingual(string.IsNullOrWhiteSpace(reading.Title) ? fallbackTitle : reading.Title),
        Start = period.Start,
        End = period.End,
        Status = PlanStatus.Draft,
        Clauses = Clauses(reading),
    };

    /// <summary>The text of a document as clauses of a plan.</summary>
    public static IReadOnlyList<ClauseView> Clauses(PlanReading reading)
    {
        var bodies = reading.Clauses.ToLookup(clause => clause.ClauseId, clause => clause.Paragraphs.Select(paragraph => new Bilingual(paragraph.Text)));
        var headings = reading.Outline.Select(item => item.Id).ToHashSet(StringComparer.Ordinal);
        var loose = reading.Clauses.Select(clause => clause.ClauseId).Where(id => !headings.Contains(id)).Distinct(StringComparer.Ordinal).ToList();
        ClauseView Loose(string id, Bilingual title) => new(id, 1, "", title, [.. bodies[id].SelectMany(body => body)]);

        return
        [
            .. loose.Where(id => id == BeforeFirstHeading).Select(id => Loose(id, BeforeHeadings)),
            .. reading.Outline.Select(item => new ClauseView(
                item.Id, item.Level, item.Number, new Bilingual(item.Title), [.. bodies[item.Id].SelectMany(body => body)], item.Page)),
            .. loose.Where(id => id != BeforeFirstHeading).Select(id => Loose(id, Annexes)),
        ];
    }
}

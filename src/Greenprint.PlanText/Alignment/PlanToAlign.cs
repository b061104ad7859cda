namespace Greenprint.PlanText.Alignment;

/// <summary>What an alignment needs of a plan, wherever the plan comes from: a document that was just read, or a plan that is kept.</summary>
/// <param name="Head">Which plan it is.</param>
/// <param name="Indicators">Its indicators. The pairs of an alignment hold these very objects, so that a caller knows its own again.</param>
/// <param name="Clauses">Its text by heading; tables are left out, they are the business of the indicators.</param>
public sealed record PlanToAlign(AlignedPlan Head, IReadOnlyList<IndicatorItem> Indicators, IReadOnlyList<ClauseToAlign> Clauses)
{
    /// <summary>A reading: its outline with the running text; cover and annexes, which stand under no heading, are nobody's.</summary>
    public static PlanToAlign Of(PlanReading reading)
    {
        ArgumentNullException.ThrowIfNull(reading);
        var headings = reading.Outline.ToDictionary(item => item.Id, StringComparer.Ordinal);
        return new(
            new(reading.Title, reading.Region, reading.Period, reading.Source),
            reading.Indicators,
            [
                .. from clause in reading.Clauses
                   let paragraphs = clause.Paragraphs.Where(paragraph => paragraph.Rows is null && !paragraph.IsLaidOut).ToArray()
                   where paragraphs.Length > 0 && headings.ContainsKey(clause.ClauseId)
                   let heading = headings[clause.ClauseId]
                   select new ClauseToAlign(heading.Id, heading.Number, heading.Title, paragraphs),
            ]);
    }
}

/// <summary>The running text under one heading.</summary>
/// <param name="Id">Id of the clause.</param>
/// <param name="Number">Number of the heading as printed; empty where it has none.</param>
/// <param name="Title">The heading.</param>
/// <param name="Paragraphs">At least one paragraph of text.</param>
public sealed record ClauseToAlign(string Id, string Number, string Title, IReadOnlyList<ClauseParagraph> Paragraphs);

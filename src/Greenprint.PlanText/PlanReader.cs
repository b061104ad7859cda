using Greenprint.Documents;
using Greenprint.PlanText.Duties;
using Greenprint.PlanText.Indicators;
using Greenprint.PlanText.Outlines;
using Greenprint.PlanText.Paragraphs;
using Greenprint.PlanText.Projects;
using Greenprint.PlanText.Subjects;
using Greenprint.PlanText.Tables;
using Greenprint.PlanText.Targets;
using Greenprint.Quantities;

namespace Greenprint.PlanText;

/// <summary>Reads what a plan document means: outline, goals, tasks, safeguards, indicators, targets, projects, duties and measures, by the grammar of Chinese official texts.</summary>
public static class PlanReader
{
    /// <summary>Reads a document. What it does not say stays empty; what is doubtful becomes a warning.</summary>
    public static PlanReading Read(SourceDocument document)
    {
        var blocks = PageFurniture.Remove(document.Blocks, document.Layout);
        var paragraphs = ParagraphReader.Read(blocks, document.Layout);
        var title = TitleFinder.Find(paragraphs);
        var outline = Outline.Of([.. paragraphs.Select((paragraph, i) => i < title.Until ? paragraph with { IsTitle = true } : paragraph)]);
        var text = paragraphs.Where(paragraph => !paragraph.IsTabular).Select(paragraph => paragraph.Text).ToArray();
        var period = PeriodFinder.Find(title.Cover, text);
        var clauses = new ClauseLocator(outline);
        var tables = TableFinder.Find(blocks, document.Format == SourceFormat.Text);
        var indicators = IndicatorReader.Read(tables, paragraphs, period, clauses);
        var bodies = Clauses(outline);
        var sentences = PlanSentence.Of(bodies).ToArray();
        var reading = new PlanReading
        {
            Title = title.Title,
            Region = RegionFinder.Find(title.Cover, text),
            Period = period,
            Source = new PlanSource(document.Name, FormatName(document.Format), document.Encoding, document.Bytes, document.Sha256) { Pages = document.Pages.Count > 0 ? document.Pages.Count : null },
            Outline = [.. outline.Nodes.Select(node => node.Item)],
            Clauses = bodies,
            Goals = GoalFinder.Find(outline, period),
            KeyTasks = TaskFinder.KeyTasks(outline),
            Safeguards = TaskFinder.Safeguards(outline),
            Indicators = indicators.Items,
            TargetsInText = TextTargets.Read(sentences, period),
            Projects = ProjectReader.Read(tables, paragraphs, outline, period, clauses),
            Annexes = AnnexFinder.Find(paragraphs),
            Responsibilities = DutyReader.Responsibilities(bodies),
        };
        return reading with
        {
            Measures = DutyReader.Measures(bodies, reading.KeyTasks.Select(task => task.ClauseId).ToHashSet(StringComparer.Ordinal)),
            Warnings =
            [
                .. Warnings(document, reading, outline),
                .. IndicatorWarnings.Of(indicators, paragraphs),
            ],
        };
    }

    private static List<Clause> Clauses(Outline outline)
    {
        var clauses = outline.Nodes.Where(node => node.Body.Count > 0).Select(node => new Clause(node.Item.Id, node.Body));
        return
        [
            .. outline.Before.Count > 0 ? [new Clause(Outline.BeforeFirstHeading, outline.Before)] : Array.Empty<Clause>(),
            .. clauses,
            .. outline.AnnexText.Count > 0 ? [new Clause(Outline.Annexes, outline.AnnexText)] : Array.Empty<Clause>(),
        ];
    }

    private static IEnumerable<ReadingWarning> Warnings(SourceDocument document, PlanReading reading, Outline outline)
    {
        foreach (var remark in document.Remarks)
        {
            yield return ReadingWarning.Of("document", remark, remark.Place?.Page, remark.Place?.Line);
        }

        foreach (var node in outline.Nodes)
        {
            if (OfNumber(node) is { } warning)
            {
                yield return warning;
            }
        }

        if (outline.CutOffAt is { } cut)
        {
            yield return ReadingWarning.Of("outline-cut-off", PlanTextFindings.OutlineCutOff(), cut.Place.Page, cut.Place.Line);
        }

        if (outline.Nodes.Count == 0)
        {
            yield return ReadingWarning.Of("outline-not-found", PlanTextFindings.NoOutline());
        }

        foreach (var (missing, code, finding) in new (bool, string, Finding)[]
        {
            (reading.Title is null, "title-not-found", PlanTextFindings.NoTitle()),
            (reading.Region is null, "region-not-found", PlanTextFindings.NoRegion()),
            (reading.Period is null, "period-not-found", PlanTextFindings.NoPeriod()),
            (reading.Goals.Count == 0, "goals-not-found", PlanTextFindings.NoGoals()),
            (reading.KeyTasks.Count == 0, "key-tasks-not-found", PlanTextFindings.NoKeyTasks()),
            (reading.Safeguards.Count == 0, "safeguards-not-found", PlanTextFindings.NoSafeguards()),
        })
        {
            if (missing)
            {
                yield return ReadingWarning.Of(code, finding);
            }
        }
    }

    private static ReadingWarning? OfNumber(OutlineNode node)
    {
        var (item, heading) = (node.Item, node.Heading);
        return heading.Candidate.IsBare ? ReadingWarning.Of("number-lost", PlanTextFindings.NumberLost(item.Title, heading.Value), item.Page, item.Line)
            : heading.Repaired ? ReadingWarning.Of("number-repaired", PlanTextFindings.NumberRepaired(item.Number, item.Title), item.Page, item.Line)
            : heading.Expected is not { } due ? null
            : heading.Value > due ? ReadingWarning.Of("number-missing", PlanTextFindings.NumberMissing(item.Number, item.Title, due), item.Page, item.Line)
            : ReadingWarning.Of("number-repeated", PlanTextFindings.NumberRepeated(item.Number, item.Title, due), item.Page, item.Line);
    }

    private static string FormatName(SourceFormat format) => format switch
    {
        SourceFormat.Text => "text",
        SourceFormat.Markdown => "markdown",
        SourceFormat.Docx => "docx",
        SourceFormat.Pdf => "pdf",
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, "A new format needs its name."),
    };
}

using System.Text.RegularExpressions;
using Greenprint.Documents;
using Greenprint.PlanText.Outlines;
using Greenprint.PlanText.Paragraphs;
using Greenprint.PlanText.Subjects;
using Greenprint.Quantities;

namespace Greenprint.PlanText;

/// <summary>Reads what a plan document means: outline, goals, key tasks and safeguards, by the grammar of Chinese official texts.</summary>
public static partial class PlanReader
{
    /// <summary>Reads a document. What it does not say stays empty; what is doubtful becomes a warning.</summary>
    public static PlanReading Read(SourceDocument document)
    {
        var paragraphs = ParagraphReader.Read(document);
        var title = TitleFinder.Find(paragraphs);
        var outline = Outline.Of([.. paragraphs.Select((paragraph, i) => i < title.Until ? paragraph with { IsTitle = true } : paragraph)]);
        var text = paragraphs.Where(paragraph => !paragraph.IsTabular).Select(paragraph => paragraph.Text).ToArray();
        var reading = new PlanReading
        {
            Title = title.Title,
            Region = RegionFinder.Find(title.Cover, text),
            Period = PeriodFinder.Find(title.Cover, text),
            Source = new PlanSource(document.Name, FormatName(document.Format), document.Encoding, document.Bytes, document.Sha256),
            Outline = [.. outline.Nodes.Select(node => node.Item)],
            Clauses = Clauses(outline),
            Goals = GoalFinder.Find(outline),
            KeyTasks = TaskFinder.KeyTasks(outline),
            Safeguards = TaskFinder.Safeguards(outline),
        };
        return reading with { Warnings = [.. Warnings(document, reading, outline, paragraphs)] };
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

    private static IEnumerable<ReadingWarning> Warnings(SourceDocument document, PlanReading reading, Outline outline, List<PlanParagraph> paragraphs)
    {
        foreach (var remark in document.Remarks)
        {
            yield return Warning("document", remark, remark.Place?.Page, remark.Place?.Line);
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
            yield return Warning("outline-cut-off", PlanTextFindings.OutlineCutOff(), cut.Place.Page, cut.Place.Line);
        }

        if (outline.Nodes.Count == 0)
        {
            yield return Warning("outline-not-found", PlanTextFindings.NoOutline());
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
                yield return Warning(code, finding);
            }
        }

        var at = paragraphs.FindIndex(paragraph => IndicatorTable().IsMatch(paragraph.Text));
        if (at >= 0 && (TableNumber().IsMatch(paragraphs[at].Text) || paragraphs.Skip(at + 1).Take(2).Any(next => next.IsTabular)))
        {
            var table = paragraphs[at];
            yield return Warning("indicators-not-read", PlanTextFindings.IndicatorsNotRead(), table.Place.Page, table.Place.Line);
        }
    }

    private static ReadingWarning? OfNumber(OutlineNode node)
    {
        var (item, heading) = (node.Item, node.Heading);
        return heading.Candidate.IsBare ? Warning("number-lost", PlanTextFindings.NumberLost(item.Title, heading.Value), item.Page, item.Line)
            : heading.Repaired ? Warning("number-repaired", PlanTextFindings.NumberRepaired(item.Number, item.Title), item.Page, item.Line)
            : heading.Expected is not { } due ? null
            : heading.Value > due ? Warning("number-missing", PlanTextFindings.NumberMissing(item.Number, item.Title, due), item.Page, item.Line)
            : Warning("number-repeated", PlanTextFindings.NumberRepeated(item.Number, item.Title, due), item.Page, item.Line);
    }

    private static ReadingWarning Warning(string code, Finding finding, int? page = null, int? line = null) =>
        new(code, finding.Message.Zh, finding.Message.En, page, line, finding.Code);

    private static string FormatName(SourceFormat format) => format switch
    {
        SourceFormat.Text => "text",
        SourceFormat.Markdown => "markdown",
        SourceFormat.Docx => "docx",
        SourceFormat.Pdf => "pdf",
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, "A new format needs its name."),
    };

    [GeneratedRegex(@"^[^。；]{0,50}(指标|目标)(体系)?(表|一览表)?$")]
    private static partial Regex IndicatorTable();

    [GeneratedRegex(@"^(专\s*栏|表)\s*[\d一二三四五六七八九十]")]
    private static partial Regex TableNumber();
}

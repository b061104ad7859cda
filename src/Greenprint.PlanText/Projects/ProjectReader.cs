using System.Text.RegularExpressions;
using Greenprint.PlanText.Numbering;
using Greenprint.PlanText.Outlines;
using Greenprint.PlanText.Paragraphs;
using Greenprint.PlanText.Subjects;
using Greenprint.PlanText.Tables;

namespace Greenprint.PlanText.Projects;

/// <summary>The projects of a plan: items of its boxes (专栏), and rows of its tables of projects.</summary>
internal static partial class ProjectReader
{
    private const int LongestName = 60;

    public static List<ProjectItem> Read(IReadOnlyList<PlacedTable> tables, IReadOnlyList<PlanParagraph> paragraphs, Outline outline, PlanPeriod? period, ClauseLocator clauses)
    {
        var projects = new List<ProjectItem>();
        foreach (var box in BoxReader.Read(paragraphs, outline).Where(box => !Other().IsMatch(box.Title ?? "") && !PeriodFinder.IsEarlier(box.Title ?? "", period)))
        {
            projects.AddRange(OfBox(box, clauses.At(box.Place)));
        }

        foreach (var placed in tables)
        {
            projects.AddRange(ProjectTable.Read(placed.Table, clauses.At(placed.Table.Place)));
        }

        return projects;
    }

    private static IEnumerable<ProjectItem> OfBox(PlanBox box, string? clauseId)
    {
        var category = box.Title;

        // A frame ends where it ends, numbers count on; an item known only by its first words may be the plan's own text.
        var confidence = box.IsFramed ? 0.95m : box.Texts.All(text => NumberGrammar.Read(text.Text) is not null) ? 0.9m : 0.75m;
        var items = box.Texts.Select(text => (text.Text, text.Page, Mark: NumberGrammar.Read(text.Text))).ToArray();
        for (var i = 0; i < items.Length; i++)
        {
            var (text, page, mark) = items[i];
            var body = mark is { } number ? text[number.Length..] : text;

            // （一）大气治理 over 1. …, 2. …: a group of the box.
            if (mark is { } wide && i + 1 < items.Length && items[i + 1].Mark is { Value: 1 } narrow && narrow.Style > wide.Style && body.Length <= LongestName)
            {
                category = body.TrimEnd('。', '：', ':');
                continue;
            }

            if (BoxReader.NameEnd(body) is { } end)
            {
                var content = body[(end + 1)..].Trim();
                var more = new List<string> { content };
                while (i + 1 < items.Length && IsMore(items[i + 1].Text, items[i + 1].Mark, mark))
                {
                    more.Add(items[++i].Text);
                }

                content = string.Concat(more.Where(part => part.Length > 0));
                yield return Item(category, body[..end].Trim(), content.Length == 0 ? null : content, page, clauseId, confidence);
            }
            else if (body.Length <= LongestName && (mark is not null || box.IsFramed))
            {
                // A name on a line of its own; its content may follow.
                var content = i + 1 < items.Length && items[i + 1].Mark is null && items[i + 1].Text.Length > body.Length ? items[++i].Text : null;
                yield return Item(category, body.TrimEnd('。', '；', ';'), content, page, clauseId, confidence);
            }
            else if (mark is not null)
            {
                yield return Item(category, body[..Math.Min(body.Length, Cut(body))].TrimEnd('。', '；', ';'), body.Length > Cut(body) ? body : null, page, clauseId, confidence);
            }
        }
    }

    // Without a number among numbered items, or without a title: more of the same project.
    private static bool IsMore(string text, NumberMark? mark, NumberMark? of) =>
        of is not null ? mark is null : mark is null && BoxReader.NameEnd(text) is null;

    private static int Cut(string body) => body.IndexOfAny(['，', '；', '。']) is > 1 and var cut ? cut : body.Length;

    private static ProjectItem Item(string? category, string name, string? content, int? page, string? clauseId, decimal confidence) => new(
        category, name, content,
        content is null ? null : ProjectText.PeriodIn(content),
        content is null ? null : ProjectText.InvestmentIn(content),
        content is null ? null : ProjectText.LeadIn(content),
        page, clauseId)
    {
        Quote = name,
        Confidence = confidence,
    };

    // Boxes of indicators, of the last period and of words explained hold no projects.
    [GeneratedRegex("指标|完成情况|成效|名词解释|术语|进展|成就|目标体系|主要目标$")]
    private static partial Regex Other();
}

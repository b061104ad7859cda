using System.Globalization;
using Greenprint.Documents;
using Greenprint.PlanText;
using Greenprint.PlanText.Versions;
using Greenprint.Quantities;

namespace Greenprint.Planning.Reading;

/// <summary>What differs between two versions of a plan, for a person at a terminal: counts, changed items as tables, changed clauses with their text.</summary>
internal static class ComparisonTable
{
    private const string None = "—";

    // As much of what was kept as tells where one is.
    private const int Around = 16;

    public static void Write(PlanComparison comparison, IReadOnlyList<ClauseDifference> text, TextWriter output)
    {
        output.WriteLine(Said(("旧版：", "Old: ")) + Name(comparison.Old.Title, comparison.Old.Source));
        output.WriteLine(Said(("新版：", "New: ")) + Name(comparison.New.Title, comparison.New.Source));
        output.WriteLine();
        TerminalGrid.Write(
            ["", .. Enum.GetValues<ItemChange>().Select(change => VersionWords.Of(change).Here)],
            comparison.Summary.Select(list => list.Value.Values.Select(count => count.ToString(CultureInfo.InvariantCulture)).Prepend(VersionWords.OfList(list.Key).Here).ToArray()), output);
        Items(Said(("指标", "Indicators")), comparison.Indicators, item => item.Name, VersionWords.Value, output);
        Items(Said(("重点任务", "Key tasks")), comparison.KeyTasks, item => $"{item.Number} {item.Title}", VersionWords.Value, output);
        Items(Said(("重点工程", "Projects")), comparison.Projects, item => item.Name, VersionWords.Value, output);
        Clauses(text, output);
    }

    private static void Items<T>(string title, IReadOnlyList<ItemPair<T>> pairs, Func<T, string> name, Func<T, string, string?> value, TextWriter output)
        where T : class
    {
        var rows = pairs.Where(pair => pair.Change != ItemChange.Same).Select(pair => new[]
        {
            VersionWords.Of(pair.Change).Here, name((pair.New ?? pair.Old)!),
            string.Join(Said(("；", "; ")), pair.Fields.Select(field => $"{VersionWords.OfField(field).Here} {Shown(value(pair.Old!, field))} → {Shown(value(pair.New!, field))}")),
        }).ToArray();
        if (rows.Length > 0)
        {
            output.WriteLine();
            output.WriteLine(title);
            TerminalGrid.Write([Said(("变化", "Change")), Said(("名称", "Name")), Said(("内容", "What"))], rows, output);
        }
    }

    private static void Clauses(IReadOnlyList<ClauseDifference> text, TextWriter output)
    {
        var changed = text.Where(clause => clause.IsChanged || clause.Clause.Change != ClauseChange.None).ToArray();
        output.WriteLine();
        output.WriteLine(changed.Length == 0 ? Said(("条款没有变化。", "No clause changed.")) : Said(("条款（[-删去-]，{+新增+}）", "Clauses ([-deleted-], {+inserted+})")));
        foreach (var clause in changed)
        {
            output.WriteLine();
            output.WriteLine($"{VersionWords.Of(clause).Here}  {clause.Clause.Id}{Heading(clause)}");
            foreach (var part in clause.ToRead.Where(part => part.IsChanged))
            {
                foreach (var line in Lines(part))
                {
                    output.WriteLine("    " + line);
                }
            }
        }
    }

    private static string Heading(ClauseDifference clause)
    {
        var shown = clause.Revision == Revision.Deleted ? clause.Clause.Old! : clause.Clause.New!;
        return shown.Title.Length == 0 ? "" : $"  {shown.Number} {shown.Title}";
    }

    private static IEnumerable<string> Lines(RevisedPart part) => part switch
    {
        RevisedHeading heading => [Marked(heading.Spans)],
        RevisedParagraph paragraph => [Marked(paragraph.Spans)],
        RevisedTable table => table.Rows
            .Where(row => row.Revision != Revision.Kept || row.Cells.Any(cell => cell.Any(span => span.Revision != Revision.Kept)))
            .Select(row => string.Join(" | ", row.Cells.Select(Marked))),
        _ => throw new ArgumentOutOfRangeException(nameof(part), part, "A new part needs its line."),
    };

    private static string Marked(IReadOnlyList<RevisedSpan> spans) => string.Concat(spans.Select((span, i) => span.Revision switch
    {
        Revision.Inserted => "{+" + OneLine(span.Text) + "+}",
        Revision.Deleted => "[-" + OneLine(span.Text) + "-]",
        _ => Shortened(OneLine(span.Text), i > 0, i < spans.Count - 1),
    }));

    private static string Shortened(string text, bool changeBefore, bool changeAfter)
    {
        var room = (changeBefore ? Around : 0) + (changeAfter ? Around : 0);
        return room == 0 || text.Length <= room + 2 ? text : (changeBefore ? text[..Around] : "") + "……" + (changeAfter ? text[^Around..] : "");
    }

    private static string OneLine(string text) => text.ReplaceLineEndings(" ");

    private static string Shown(string? value) => string.IsNullOrEmpty(value) ? None : OneLine(value);

    private static string Name(string? title, PlanSource? source) => $"{title ?? None}{(source is null ? "" : $" ({source.Name})")}";

    private static string Said(Bilingual text) => text.Here;
}

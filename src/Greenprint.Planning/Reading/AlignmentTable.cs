using System.Globalization;
using Greenprint.Planning.Aligning;
using Greenprint.PlanText;
using Greenprint.PlanText.Alignment;
using Greenprint.Quantities;

namespace Greenprint.Planning.Reading;

/// <summary>An alignment for a person at a terminal: a table of the indicators, each with its reason, then the clauses side by side.</summary>
internal static class AlignmentTable
{
    private const string None = "—";

    public static void Write(PlanAlignment alignment, TextWriter output)
    {
        output.WriteLine(Said(("本级：", "Local: ")) + (alignment.Local.Title ?? None));
        output.WriteLine(Said(("上级：", "Upper: ")) + (alignment.Upper.Title ?? None));
        output.WriteLine(string.Join(Said(("，", ", ")), Enum.GetValues<AlignmentStatus>()
            .Select(status => (Name: Name(status), Count: alignment.Pairs.Count(pair => pair.Status == status)))
            .Where(pair => pair.Count > 0)
            .Select(pair => string.Create(CultureInfo.InvariantCulture, $"{pair.Name} {pair.Count}"))));
        output.WriteLine();
        TerminalGrid.Write(
            [Said(("结果", "Result")), Said(("上级指标", "Upper indicator")), Said(("上级目标", "Upper target")), Said(("本级指标", "Local indicator")), Said(("本级目标", "Local target")), Said(("把握", "Sure")), Said(("原因", "Reason"))],
            alignment.Pairs.Select(pair => new[]
            {
                Name(pair.Status), Indicator(pair.Upper), Target(pair.Upper), Indicator(pair.Local), Target(pair.Local),
                pair.Confidence.ToString("0.00", CultureInfo.InvariantCulture), new Bilingual(pair.Reason, pair.ReasonEn).Here,
            }),
            output);
        output.WriteLine();
        output.WriteLine(Said((Text($"相应条款：{alignment.Clauses.Count} 处"), Text($"Clauses that correspond: {alignment.Clauses.Count}"))));
        foreach (var pair in alignment.Clauses)
        {
            output.WriteLine();
            output.WriteLine(pair.Likeness.ToString("0.00", CultureInfo.InvariantCulture));
            Passage(Said(("上级", "Upper")), pair.Upper);
            Passage(Said(("本级", "Local")), pair.Local);
        }

        void Passage(string side, ClausePassage passage)
        {
            output.WriteLine($"  {side}  {passage.Number} {passage.Title}{Page(passage.Page)}");
            output.WriteLine($"        {passage.Quote.ReplaceLineEndings(" ")}");
        }
    }

    private static string Indicator(IndicatorItem? item) => item is null ? None : item.Name + Page(item.Page);

    private static string Target(IndicatorItem? item)
    {
        if (item is null)
        {
            return None;
        }

        var year = item.Target?.Year is { } due ? string.Create(CultureInfo.InvariantCulture, $"{due}: ") : "";
        return $"{year}{item.Target?.Text ?? item.OtherYears.FirstOrDefault(value => value.Year is null)?.Text ?? None}{(item.Unit is null ? "" : " " + item.Unit)}";
    }

    private static string Page(int? page) => page is null ? "" : string.Create(CultureInfo.InvariantCulture, $" [{page}]");

    private static string Name(AlignmentStatus status) => Said(AlignmentWords.Name(status));

    private static string Said(Bilingual text) => text.Here;

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

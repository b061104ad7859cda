using System.Text.RegularExpressions;
using Greenprint.PlanText.Paragraphs;
using Greenprint.PlanText.Tables;
using Greenprint.PlanText.Outlines;

namespace Greenprint.PlanText.Indicators;

/// <summary>The indicators of a plan: from its tables, else from a list in its text.</summary>
internal static partial class IndicatorReader
{
    public static IndicatorReading Read(IReadOnlyList<PlacedTable> tables, IReadOnlyList<PlanParagraph> paragraphs, PlanPeriod? period, ClauseLocator clauses)
    {
        var reading = new IndicatorReading();
        foreach (var (table, head) in tables.Select(placed => (placed.Table, HeadRows.Of(placed.Table))))
        {
            if (head is null || IndicatorColumns.Of(head, table.Caption, period) is not { } columns)
            {
                continue;
            }

            if (columns.IsOfLastPeriod || LastPeriod().IsMatch(table.Caption ?? ""))
            {
                reading.LastPeriod.Add(table);
                continue;
            }

            var rows = new IndicatorRows(table, columns, period, clauses.At(table.Place));
            var items = rows.Read();
            if (items.Count > 0 && !IsRepetition(items, reading.Items))
            {
                reading.Tables.Add(table);
                reading.Items.AddRange(items);
                reading.NotRead.AddRange(rows.NotRead);
            }
        }

        if (reading.Items.Count == 0)
        {
            reading.Items.AddRange(IndicatorList.Read(paragraphs, period, clauses));
        }

        reading.Claimed = Claim(paragraphs, period);
        return reading;
    }

    // The same indicators once more: steps by year, or shares of the townships.
    private static bool IsRepetition(IReadOnlyList<IndicatorItem> items, List<IndicatorItem> before)
    {
        var known = before.Select(item => TextFold.Key(item.Name)).ToHashSet(StringComparer.Ordinal);
        return items.Count(item => known.Contains(TextFold.Key(item.Name))) * 2 > items.Count;
    }

    private static int? Claim(IReadOnlyList<PlanParagraph> paragraphs, PlanPeriod? period)
    {
        var natures = paragraphs.Where(paragraph => !paragraph.IsTabular)
            .Select(paragraph => Natures().Match(paragraph.Text))
            .LastOrDefault(match => match.Success);
        return natures is null || period is null ? null : Number(natures, 1) + Number(natures, 2);
    }

    private static int Number(Match match, int group) => Numbering.ChineseNumber.Read(match.Groups[group].Value) ?? 0;

    [GeneratedRegex("完成情况|实现情况|执行情况|评估")]
    private static partial Regex LastPeriod();

    [GeneratedRegex(@"约束性指标\s*(?:有|为|共)?\s*([\d一二三四五六七八九十]{1,3})\s*[项个][，、,和]?\s*预期性指标\s*(?:有|为|共)?\s*([\d一二三四五六七八九十]{1,3})\s*[项个]")]
    private static partial Regex Natures();
}

/// <summary>What was read of the indicators.</summary>
internal sealed class IndicatorReading
{
    public List<IndicatorItem> Items { get; } = [];

    public List<PlanTable> Tables { get; } = [];

    /// <summary>Tables that show results of the last period; not read.</summary>
    public List<PlanTable> LastPeriod { get; } = [];

    public List<PlanTableRow> NotRead { get; } = [];

    /// <summary>How many indicators the text says there are, or null.</summary>
    public int? Claimed { get; set; }
}

using System.Text.RegularExpressions;
using Greenprint.PlanText.Outlines;
using Greenprint.PlanText.Paragraphs;
using Greenprint.PlanText.Tables;

namespace Greenprint.PlanText.Indicators;

/// <summary>The indicators of a plan: from its tables, else from a list in its text.</summary>
internal static partial class IndicatorReader
{
    public static IndicatorReading Read(IReadOnlyList<PlacedTable> tables, IReadOnlyList<PlanParagraph> paragraphs, PlanPeriod? period, ClauseLocator clauses)
    {
        var reading = new IndicatorReading();
        (PlanTable Table, IndicatorColumns Columns)? last = null;
        foreach (var table in tables.Select(placed => placed.Table))
        {
            var head = HeadRows.Of(table);
            if (head is null && last is { } before && GoesOn(before.Table, table, clauses))
            {
                Add(reading, table, before.Columns.Continued(), period, clauses);
                continue;
            }

            last = null;
            if (head is null || IndicatorColumns.Of(head, table.Caption, period) is not { } columns)
            {
                continue;
            }

            if (columns.IsOfLastPeriod || LastPeriod().IsMatch(table.Caption ?? ""))
            {
                reading.LastPeriod.Add(table);
                continue;
            }

            columns = columns.For(table);
            Add(reading, table, columns, period, clauses);
            last = (table, columns);
        }

        if (reading.Items.Count == 0)
        {
            reading.Items.AddRange(IndicatorList.Read(paragraphs, period, clauses));
        }

        ReadNotes(reading, paragraphs);
        reading.Claimed = Claim(paragraphs, period);
        return reading;
    }

    private static void Add(IndicatorReading reading, PlanTable table, IndicatorColumns columns, PlanPeriod? period, ClauseLocator clauses)
    {
        var rows = new IndicatorRows(table, columns, period, clauses.At(table.Place), columns.Head.Count == 0 && reading.Items.Count > 0 ? reading.Items[^1].Category : null);
        var items = rows.Read();
        if (items.Count > 0 && !IsRepetition(items, reading.Items))
        {
            reading.Tables.Add(table);
            reading.Items.AddRange(items);
            reading.NotRead.AddRange(rows.NotRead);
        }
    }

    // A table without a head, as wide as the one before it and under the same heading: its next page.
    private static bool GoesOn(PlanTable before, PlanTable table, ClauseLocator clauses) =>
        table.Columns == before.Columns && table.Columns > 2 && clauses.At(before.Place) == clauses.At(table.Place);

    // [1]为5年累计数 under the table turns 10809[1] into a sum.
    private static void ReadNotes(IndicatorReading reading, IReadOnlyList<PlanParagraph> paragraphs)
    {
        var sums = paragraphs.SelectMany(paragraph => SumNote().Matches(TextFold.Key(paragraph.Text))).Select(match => match.Groups["mark"].Value).ToHashSet(StringComparer.Ordinal);
        for (var i = 0; i < reading.Items.Count && sums.Count > 0; i++)
        {
            if (reading.Items[i].Target is { Value: not null } target && MarkBehind().Match(TextFold.Key(target.Text)) is { Success: true } mark && sums.Contains(mark.Groups["mark"].Value))
            {
                reading.Items[i] = reading.Items[i] with { Target = target with { Kind = PrintedTargetKind.Cumulative } };
            }
        }
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

    [GeneratedRegex(@"\[(?<mark>\d)\]\s*(?:为|指|表示|是)[^。；]{0,12}累计")]
    private static partial Regex SumNote();

    [GeneratedRegex(@"\d\[(?<mark>\d)\]$")]
    private static partial Regex MarkBehind();

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

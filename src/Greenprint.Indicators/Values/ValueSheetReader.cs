using System.Globalization;
using Greenprint.Planning;
using Greenprint.Quantities;

namespace Greenprint.Indicators;

/// <summary>A row of a sheet, as an entry.</summary>
internal sealed record SheetEntry(int Line, ValueOrigin Origin, ValueEntry Entry);

/// <summary>The rows of a sheet and what is wrong with them.</summary>
internal sealed record SheetRows(int Count, IReadOnlyList<SheetEntry> Entries, IReadOnlyList<Finding> Findings);

/// <summary>Reads a sheet of values strictly: a cell that cannot be read is a finding with its line and column, never a guess.</summary>
internal sealed class ValueSheetReader(string file, string? onlyPlan)
{
    private readonly List<Finding> findings = [];

    public SheetRows Read(ReadOnlySpan<byte> bytes)
    {
        List<CsvRecord> records;
        try
        {
            records = [.. CsvText.Read(CsvText.Decode(bytes))];
        }
        catch (FormatException fault)
        {
            return Refused(($"第 {fault.Message} 行有一个引号没有结束，文件可能被截断。", $"A quoted cell beginning on line {fault.Message} never ends; the file may be cut off."));
        }

        if (records.Count == 0)
        {
            return Refused(("文件是空的。", "The file is empty."));
        }

        var header = records[0].Cells.Select(cell => cell.Trim().ToLowerInvariant()).ToList();
        var missing = ValueSheets.Columns.Where(column => column is not ("document" or "person" or "date" or "note") && !header.Contains(column)).ToList();
        if (missing.Count > 0)
        {
            var names = string.Join(", ", missing);
            return Refused(($"缺少列：{names}。表头应为 {string.Join(",", ValueSheets.Columns)}。", $"Missing columns: {names}. The first line must be {string.Join(",", ValueSheets.Columns)}."));
        }

        var entries = new List<SheetEntry>();
        var seen = new Dictionary<(string, string, string, ValueOrigin), SheetEntry>();
        foreach (var record in records.Skip(1))
        {
            if (Row(record, header) is not { } row)
            {
                continue;
            }

            var key = (row.Entry.Plan, row.Entry.Indicator, row.Entry.Period.ToString(), row.Origin);
            if (!seen.TryGetValue(key, out var earlier))
            {
                seen[key] = row;
                entries.Add(row);
            }
            else if (earlier.Entry != row.Entry)
            {
                findings.Add(IndicatorsFindings.Doubled(file, row.Line, earlier.Line));
            }
        }

        return new(records.Count - 1, entries, findings);
    }

    private SheetEntry? Row(CsvRecord record, List<string> header)
    {
        string Cell(string column)
        {
            var at = header.IndexOf(column);
            return at >= 0 && at < record.Cells.Count ? CsvText.Unguarded(record.Cells[at]).Trim() : "";
        }

        var before = findings.Count;
        if (record.Cells.Count != header.Count)
        {
            Bad(record.Line, "", string.Create(CultureInfo.InvariantCulture, $"{record.Cells.Count}"), ($" {header.Count} 列", $"{header.Count} cells"));
            return null;
        }

        var plan = Cell("plan");
        if (onlyPlan is not null && plan != onlyPlan)
        {
            Bad(record.Line, "plan", plan, ($"本规划 {onlyPlan}", $"this plan, {onlyPlan}"));
        }

        if (!Period.TryParse(Cell("period"), out var period))
        {
            Bad(record.Line, "period", Cell("period"), ("2025、2025-Q1、2025-03 或 2026-01..2026-10", "2025, 2025-Q1, 2025-03 or 2026-01..2026-10"));
        }

        if (!Origins.TryParse(Cell("origin"), out var origin))
        {
            Bad(record.Line, "origin", Cell("origin"), ("reported 或 issued", "reported or issued"));
        }
        else if (origin == ValueOrigin.Computed)
        {
            findings.Add(IndicatorsFindings.ComputedInSheet(file, record.Line));
        }

        var value = Number(record.Line, Cell("value"));
        var on = Date(record.Line, Cell("date"));
        return findings.Count > before
            ? null
            : new(record.Line, origin, new(plan, Cell("indicator"), period, value, Text(Cell("document")), Text(Cell("person")), on, Text(Cell("note"))));
    }

    private decimal? Number(int line, string text)
    {
        if (text.Length == 0)
        {
            return null;
        }

        // No thousands separators: 1,5 and 1.500 mean different numbers to different people.
        if (decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value))
        {
            return value;
        }

        Bad(line, "value", text, ("数字，如 -1.5 或 0.035", "a number like -1.5 or 0.035"));
        return null;
    }

    private DateOnly? Date(int line, string text)
    {
        if (text.Length == 0)
        {
            return null;
        }

        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return day;
        }

        Bad(line, "date", text, ("日期 yyyy-MM-dd", "a date yyyy-MM-dd"));
        return null;
    }

    private void Bad(int line, string column, string text, Bilingual expected) => findings.Add(IndicatorsFindings.BadCell(file, line, column, text, expected));

    private SheetRows Refused(Bilingual what) => new(0, [], [IndicatorsFindings.NotASheet(file, what)]);

    private static string? Text(string cell) => cell.Length == 0 ? null : cell;
}

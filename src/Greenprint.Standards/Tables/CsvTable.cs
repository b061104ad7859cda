using System.Globalization;
using System.Text;

namespace Greenprint.Standards.Tables;

/// <summary>A small table of a standard: named columns, cells with their line, so that each fault is named by file, line and reason.</summary>
internal sealed class CsvTable
{
    private CsvTable(string file, IReadOnlyList<string> columns, IReadOnlyList<CsvRow> rows) => (File, Columns, Rows) = (file, columns, rows);

    internal string File { get; }

    internal IReadOnlyList<string> Columns { get; }

    internal IReadOnlyList<CsvRow> Rows { get; }

    internal static CsvTable Read(string file, TextReader text, params ReadOnlySpan<string> needed)
    {
        var header = text.ReadLine() ?? throw new StandardTableException(file, 1, "The file is empty.");
        var columns = Split(file, 1, header.TrimStart('\uFEFF'));
        foreach (var column in needed)
        {
            if (!columns.Contains(column))
            {
                throw new StandardTableException(file, 1, $"The column '{column}' is missing.");
            }
        }

        if (columns.Distinct(StringComparer.Ordinal).Count() != columns.Count)
        {
            throw new StandardTableException(file, 1, "A column is named twice.");
        }

        var rows = new List<CsvRow>();
        for (var line = 2; text.ReadLine() is { } content; line++)
        {
            if (content.Length == 0)
            {
                continue;
            }

            var cells = Split(file, line, content);
            if (cells.Count != columns.Count)
            {
                throw new StandardTableException(file, line, $"There are {cells.Count} cells where the header names {columns.Count}.");
            }

            rows.Add(new CsvRow(file, line, columns, cells));
        }

        return rows.Count > 0 ? new(file, columns, rows) : throw new StandardTableException(file, 1, "The table has no rows.");
    }

    private static List<string> Split(string file, int line, string text)
    {
        var cells = new List<string>();
        var cell = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '"' && quoted && i + 1 < text.Length && text[i + 1] == '"')
            {
                cell.Append('"');
                i++;
            }
            else if (text[i] == '"')
            {
                quoted = !quoted;
            }
            else if (text[i] == ',' && !quoted)
            {
                cells.Add(cell.ToString().Trim());
                cell.Clear();
            }
            else
            {
                cell.Append(text[i]);
            }
        }

        cells.Add(cell.ToString().Trim());
        return quoted ? throw new StandardTableException(file, line, "A quotation mark is not closed.") : cells;
    }
}

/// <summary>One row, read by column name.</summary>
internal sealed class CsvRow(string file, int line, IReadOnlyList<string> columns, IReadOnlyList<string> cells)
{
    internal int Line => line;

    internal string this[string column]
    {
        get
        {
            for (var i = 0; i < columns.Count; i++)
            {
                if (columns[i] == column)
                {
                    return cells[i];
                }
            }

            throw Fault($"The column '{column}' is missing.");
        }
    }

    internal decimal Number(string column) => TryNumber(column) ?? throw Fault($"The cell '{column}' is empty.");

    internal decimal? TryNumber(string column)
    {
        var text = this[column];
        return text.Length == 0 ? null
            : decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number
            : throw Fault($"'{text}' in column '{column}' is no number.");
    }

    /// <summary>A number that may be negative: a slope, a potential in mV.</summary>
    internal decimal Signed(string column) =>
        decimal.TryParse(this[column], NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number
            : throw Fault($"'{this[column]}' in column '{column}' is no number.");

    internal int Whole(string column) =>
        int.TryParse(this[column], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
            : throw Fault($"'{this[column]}' in column '{column}' is no whole number.");

    internal Mark Mark() => this["mark"] switch
    {
        "VERIFIED" => Standards.Mark.Verified,
        "TRANSCRIBED" => Standards.Mark.Transcribed,
        "UNVERIFIED" => Standards.Mark.Unverified,
        var other => throw Fault($"'{other}' is no mark: write VERIFIED, TRANSCRIBED or UNVERIFIED."),
    };

    internal T OneOf<T>(string column, params ReadOnlySpan<(string Text, T Value)> known)
    {
        var text = this[column];
        foreach (var (name, value) in known)
        {
            if (name == text)
            {
                return value;
            }
        }

        var names = new List<string>();
        foreach (var (name, _) in known)
        {
            names.Add(name);
        }

        throw Fault($"'{text}' in column '{column}' is none of {string.Join(", ", names)}.");
    }

    internal StandardTableException Fault(string reason) => new(file, line, reason);
}

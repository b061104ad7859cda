using System.Text;

namespace Greenprint.Indicators;

/// <summary>A record of a CSV text (RFC 4180) with the line it begins on.</summary>
internal readonly record struct CsvRecord(int Line, IReadOnlyList<string> Cells);

/// <summary>Reads and writes comma-separated text as spreadsheets make it.</summary>
internal static class CsvText
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The text of a file: UTF-8, with or without its mark, else GB 18030 as Chinese spreadsheets save it.</summary>
    public static string Decode(ReadOnlySpan<byte> bytes)
    {
        ReadOnlySpan<byte> mark = [0xEF, 0xBB, 0xBF];
        var body = bytes.StartsWith(mark) ? bytes[3..] : bytes;
        try
        {
            return Strict.GetString(body);
        }
        catch (DecoderFallbackException)
        {
            return (CodePagesEncodingProvider.Instance.GetEncoding("GB18030") ?? throw new InvalidOperationException("GB 18030 is missing."))
                .GetString(body);
        }
    }

    /// <summary>The records of a text; empty lines are left out. A quoted cell may hold commas, quotes and line breaks.</summary>
    /// <exception cref="FormatException">A quoted cell never ends.</exception>
    public static IEnumerable<CsvRecord> Read(string text)
    {
        var (line, at) = (1, 0);
        while (at < text.Length)
        {
            var begun = line;
            var cells = new List<string>();
            bool more;
            do
            {
                cells.Add(Cell(text, ref at, ref line, begun));
                more = at < text.Length && text[at] == ',';
                at += more ? 1 : 0;
            }
            while (more);

            at += at < text.Length && text[at] == '\r' ? 1 : 0;
            if (at < text.Length && text[at] == '\n')
            {
                at++;
            }

            line++;
            if (cells.Count > 1 || cells[0].Length > 0)
            {
                yield return new(begun, cells);
            }
        }
    }

    /// <summary>One record, quoted where it must be. A cell that a spreadsheet would run as a formula is kept from it by an apostrophe; numbers are left alone.</summary>
    public static string Write(IEnumerable<string?> cells) => string.Join(',', cells.Select(Quote)) + "\r\n";

    /// <summary>A cell as it was before <see cref="Write"/> guarded it.</summary>
    public static string Unguarded(string cell) => cell.Length > 1 && cell[0] == '\'' && NeedsGuard(cell[1..]) ? cell[1..] : cell;

    private static string Quote(string? cell)
    {
        var plain = cell ?? "";
        plain = NeedsGuard(plain) ? "'" + plain : plain;
        return plain.AsSpan().IndexOfAny(",\"\r\n") < 0 ? plain : $"\"{plain.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    // A text that begins with an apostrophe before a formula gets one more, so that taking one away gives the text again.
    private static bool NeedsGuard(string cell) => IsFormula(cell.TrimStart('\''));

    private static bool IsFormula(string cell) =>
        cell.Length > 0 && cell[0] is '=' or '+' or '-' or '@' or '\t'
        && !decimal.TryParse(cell, System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture, out _);

    private static string Cell(string text, ref int at, ref int line, int begun)
    {
        if (at >= text.Length || text[at] != '"')
        {
            var end = text.AsSpan(at).IndexOfAny(',', '\r', '\n');
            var plain = end < 0 ? text[at..] : text.Substring(at, end);
            at += plain.Length;
            return plain;
        }

        var cell = new StringBuilder();
        for (at++; at < text.Length; at++)
        {
            if (text[at] != '"')
            {
                line += text[at] == '\n' ? 1 : 0;
                cell.Append(text[at]);
            }
            else if (at + 1 < text.Length && text[at + 1] == '"')
            {
                cell.Append('"');
                at++;
            }
            else
            {
                at++;
                // What follows the closing quote up to the next comma belongs to nothing; spreadsheets write none.
                var rest = text.AsSpan(at).IndexOfAny(',', '\r', '\n');
                at = rest < 0 ? text.Length : at + rest;
                return cell.ToString();
            }
        }

        throw new FormatException(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{begun}"));
    }
}

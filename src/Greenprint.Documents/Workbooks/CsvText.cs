using System.Text;

namespace Greenprint.Documents.Workbooks;

/// <summary>Comma-separated text, UTF-8 with its mark so that spreadsheets read it.</summary>
internal static class CsvText
{
    public static byte[] Of(IEnumerable<IReadOnlyList<string>> rows)
    {
        var text = new StringBuilder();
        foreach (var row in rows)
        {
            text.AppendJoin(',', row.Select(Quoted)).Append("\r\n");
        }

        return [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(text.ToString())];
    }

    // A cell that a spreadsheet would run as a formula is kept from it by an apostrophe. A negative number is none.
    private static string Quoted(string cell)
    {
        var plain = CellText.LooksLikeFormula(cell) && CellText.AsNumber(cell) is null ? "'" + cell : cell;
        return plain.AsSpan().IndexOfAny(",\"\r\n") < 0 ? plain : $"\"{plain.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}

namespace Greenprint.Planning.Reading;

/// <summary>A table for a person at a terminal.</summary>
internal static class TerminalGrid
{
    // The last column is not padded: it holds long texts, and a terminal wraps them better than spaces would.
    public static void Write(string[] head, IEnumerable<string[]> rows, TextWriter output)
    {
        var all = rows.Select(row => row.Select(cell => cell.ReplaceLineEndings(" ")).ToArray()).Prepend(head).ToArray();
        var widths = Enumerable.Range(0, head.Length - 1).Select(i => all.Max(row => Width(row[i]))).ToArray();
        foreach (var row in all)
        {
            output.WriteLine(string.Concat(row.Take(widths.Length).Select((cell, i) => cell + new string(' ', widths[i] - Width(cell) + 2))) + row[^1]);
        }
    }

    // A Chinese character takes two places of a terminal.
    private static int Width(string text) => text.Sum(c => c >= 0x2E80 ? 2 : 1);
}

namespace Greenprint.Documents.Workbooks;

/// <summary>How high a row must be for its wrapped texts. Not every spreadsheet measures that when it opens a file.</summary>
internal static class RowHeights
{
    /// <summary>Height of a title in points.</summary>
    public const double Title = 30;

    private const double Line = 15;

    // The most that a row may have.
    private const double Highest = 409;

    /// <summary>The height in points.</summary>
    public static double Of(IReadOnlyList<SheetColumn> columns, IEnumerable<string> texts)
    {
        var lines = texts.Zip(columns, (text, column) => text.Split('\n').Sum(part => Math.Max(1, (int)Math.Ceiling(Width(part) / Math.Max(1, column.Width - 1.5))))).DefaultIfEmpty(1).Max();
        return Math.Min(Highest, (lines * Line) + 4);
    }

    // In digits of the standard font: a Chinese sign is about two.
    private static double Width(string text) => text.Sum(sign => sign >= '\u2E80' ? 2.1 : 1.05);
}

using Greenprint.Quantities;

namespace Greenprint.Ui.AsOf;

/// <summary>What was done since to a line of an earlier day, in one cell of a file.</summary>
public static class SinceThen
{
    /// <summary>Head of the column.</summary>
    public static Bilingual Head => ("此后变化（当日 → 今）", "Changed since (that day → now)");

    /// <summary>The line was not there that day.</summary>
    public static Bilingual Added => ("新增", "added");

    /// <summary>It was there that day and was cancelled or removed since.</summary>
    public static Bilingual Gone => ("取消或撤下", "cancelled or removed");

    /// <summary>The cells that say something else now; empty where none does.</summary>
    public static string Say(IEnumerable<(Bilingual Name, string? Was, string? Now)> cells)
    {
        var changed = cells.Where(cell => (cell.Was ?? "") != (cell.Now ?? "")).Select(cell => $"{cell.Name.Here}{(Bilingual.EnglishHere ? ": " : "：")}{Filled(cell.Was)} → {Filled(cell.Now)}").ToList();
        return string.Join(Bilingual.EnglishHere ? "; " : "；", changed);
    }

    private static string Filled(string? text) => string.IsNullOrEmpty(text) ? Changed.Empty : text;
}

using System.Text.RegularExpressions;

namespace Greenprint.Documents.Pdf.Tables;

/// <summary>Cells that hold one figure, or the dash that stands for a missing one: they have one line a row, whatever wraps beside them.</summary>
internal static partial class Figures
{
    private const double Most = 0.5;
    private const double Steady = 0.8;

    /// <summary>True for a cell of one figure: 36.5, ≥90, [12], —.</summary>
    public static bool Is(string text) => Figure().IsMatch(text);

    /// <summary>True for a year without its 年.</summary>
    public static bool IsYear(string text) => Year().IsMatch(text);

    /// <summary>True where figures are what a column holds, and they do not merely count the rows.</summary>
    public static bool Fill(IReadOnlyList<string> lines)
    {
        var figures = lines.Where(Is).ToArray();
        return figures.Length >= 2 && figures.Length >= Most * lines.Count && !Count(figures);
    }

    // 1, 2, 3: the number of a row that has several sub-rows stands beside none of them.
    private static bool Count(string[] figures)
    {
        var steps = figures.Zip(figures.Skip(1)).Count(pair => int.TryParse(pair.First, out var one) && int.TryParse(pair.Second, out var two) && two == one + 1);
        return steps >= Steady * (figures.Length - 1);
    }

    [GeneratedRegex("^(19|20)[0-9]{2}$")]
    private static partial Regex Year();

    [GeneratedRegex(@"^([\[（(〔【]?\s*([≥≤><＞＜约±]|大于|小于)?\s*[-+]?\d[\d,，.]*\s*[%％‰]?\s*[\]）)〕】]?(\s*[\[〔(（]\d[\]〕)）])?|[-—–―－─]{1,2}|/|\d{4}\s*年?[-—–～~]\d{4}\s*年?)$")]
    private static partial Regex Figure();
}

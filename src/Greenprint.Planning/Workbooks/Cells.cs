using System.Globalization;
using System.Text;
using Greenprint.Planning.Office;

namespace Greenprint.Planning.Workbooks;

/// <summary>What counts as the same cell: how a text is broken into lines, blanks around it and the way a number is written do not.</summary>
internal static class Cells
{
    // With its control signs escaped a text of this length still fits the cell of a spreadsheet.
    private const int Longest = 16_000;

    private static readonly string[] Days = ["yyyy-M-d", "yyyy/M/d", "yyyy.M.d", "yyyy年M月d"];

    private const string CutOff = "……（全文过长，未全部导出，请在平台上修改）";

    /// <summary>The sheet as it is written: every cell in the one form in which cells are compared.</summary>
    public static PlanSheetTable Written(this PlanSheetTable table) => table with
    {
        Rows = [.. table.Rows.Select(row => row with { Cells = [.. row.Cells.Zip(table.Columns, (text, column) => Written(column.Kind, text))] })],
    };

    /// <summary>The cell as it is written: a text that is too long is cut off. What is read is never cut: the notice would become part of the plan.</summary>
    public static string Written(PlanColumnKind kind, string text) => Of(kind, text) is var plain && (kind != PlanColumnKind.Text || plain.Length <= Longest)
        ? plain
        : plain[..(char.IsHighSurrogate(plain[Longest - 1]) ? Longest - 1 : Longest)] + CutOff;

    public static string Of(PlanColumnKind kind, string text)
    {
        var plain = text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Trim();
        if (plain.Any(sign => char.IsControl(sign) || char.IsSurrogate(sign) || sign >= '\uFFFE'))
        {
            plain = string.Concat(plain.EnumerateRunes().Where(rune => !Rune.IsControl(rune) || rune.Value is '\n' or '\t').Select(rune => rune.Value is 0xFFFE or 0xFFFF ? Rune.ReplacementChar : rune)).Trim();
        }

        return kind == PlanColumnKind.Day ? DayOf(plain) is { } day ? CellInput.Plain(day) : plain
            : kind != PlanColumnKind.Text && RevisionForm.TryNumber(plain, out var number) ? CellInput.Plain(number) : plain;
    }

    /// <summary>The day that a cell names, as people write days; null where it names none.</summary>
    public static DateOnly? DayOf(string text) =>
        DateOnly.TryParseExact(text.TrimEnd('日'), Days, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>The day of a cell that is formatted as a date: spreadsheets keep the number of days since the end of 1899.</summary>
    public static string OfSerial(string number) => decimal.TryParse(number, NumberStyles.Number, CultureInfo.InvariantCulture, out var days) && days is > 0 and < 200_000
        ? CellInput.Plain(new DateOnly(1899, 12, 30).AddDays((int)days))
        : number;

    /// <summary>True for a text that a workbook does not bring back.</summary>
    public static bool IsTooLong(string text) => text.Length > Longest;

    /// <summary>True where the cell does not hold the whole text.</summary>
    public static bool IsCutOff(string text) => text.Length > Longest && text.EndsWith(CutOff, StringComparison.Ordinal);

    /// <summary>What people know a row by in the file: the texts of its key columns; empty where the last of them, the code, is.</summary>
    public static string KeyIn(IReadOnlyList<PlanColumn> columns, Func<string, string> cell)
    {
        var keys = columns.Where(column => column.Rule == PlanColumnRule.Key).Select(column => cell(column.Key)).ToList();
        return keys[^1].Length == 0 ? "" : string.Join('/', keys);
    }
}

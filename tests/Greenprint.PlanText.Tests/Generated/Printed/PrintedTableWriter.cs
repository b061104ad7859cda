using System.Globalization;
using System.Text;

namespace Greenprint.PlanText.Tests.Generated.Printed;

/// <summary>Writes a table with widths that its words need, so that they wrap as they do in real plans and no number is torn.</summary>
internal static class PrintedTableWriter
{
    private const double Padding = 11.5;
    private const double Latin = 0.62;
    private const int NameLength = 7;

    public static string Write(PrintedTable table, PrintedLook look, int room, Func<string, double, bool, string> run)
    {
        var owners = Owners(table.Cells);
        var widths = Widths(owners, look, room);
        var isShort = widths.Select((_, column) => owners.Skip(table.Head).All(row => row[column].Cell.Text.Length < NameLength || row[column].Cell.Columns > 1)).ToArray();
        var text = new StringBuilder($"<w:tbl><w:tblPr><w:tblW w:w=\"{widths.Sum()}\" w:type=\"dxa\"/><w:jc w:val=\"center\"/>{Borders(look.Rules)}<w:tblLayout w:type=\"fixed\"/></w:tblPr><w:tblGrid>");
        text.Append(string.Concat(widths.Select(width => $"<w:gridCol w:w=\"{width}\"/>"))).Append("</w:tblGrid>");
        for (var row = 0; row < owners.Length; row++)
        {
            text.Append(CultureInfo.InvariantCulture, $"<w:tr><w:trPr>{(look.RowsMayBreak ? "" : "<w:cantSplit/>")}<w:trHeight w:val=\"{look.RowHeight * 20}\" w:hRule=\"atLeast\"/>{((look.RepeatsHead || table.Head > 1) && row < table.Head ? "<w:tblHeader/>" : "")}</w:trPr>");
            for (var column = 0; column < widths.Length;)
            {
                var (cell, from) = owners[row][column];
                var merge = cell.Rows == 1 ? "" : from == row ? "<w:vMerge w:val=\"restart\"/>" : "<w:vMerge/>";
                var line = row == table.Head - 1 && look.Rules is (Rules.Three or Rules.Columns) ? "<w:tcBorders><w:bottom w:val=\"single\" w:sz=\"4\"/></w:tcBorders>" : "";
                var align = look.IsCentred || row < table.Head || isShort[column] && cell.Columns < widths.Length ? "center" : "left";
                text.Append(CultureInfo.InvariantCulture, $"<w:tc><w:tcPr><w:tcW w:w=\"{widths.Skip(column).Take(cell.Columns).Sum()}\" w:type=\"dxa\"/><w:gridSpan w:val=\"{cell.Columns}\"/>{merge}{line}<w:vAlign w:val=\"{(look.IsInMiddle ? "center" : "top")}\"/></w:tcPr>");
                text.Append(from == row ? $"<w:p><w:pPr><w:jc w:val=\"{align}\"/></w:pPr>{run(cell.Text, look.TableSize, row < table.Head)}</w:p>" : "<w:p/>");
                text.Append("</w:tc>");
                column += cell.Columns;
            }

            text.Append("</w:tr>");
        }

        return text.Append("</w:tbl><w:p/>").ToString();
    }

    // Which cell stands in each place, and the row in which it begins.
    private static (SketchCell Cell, int From)[][] Owners(SketchCell?[][] cells)
    {
        var owners = cells.Select(row => new (SketchCell, int)[row.Length]).ToArray();
        for (var row = 0; row < cells.Length; row++)
        {
            for (var column = 0; column < cells[row].Length; column++)
            {
                for (var down = 0; cells[row][column] is { } cell && down < cell.Rows; down++)
                {
                    for (var right = 0; right < cell.Columns; right++)
                    {
                        owners[row + down][column + right] = (cell, row);
                    }
                }
            }
        }

        return owners;
    }

    private static int[] Widths((SketchCell Cell, int From)[][] owners, PrintedLook look, int room)
    {
        var columns = owners[0].Length;
        var least = new double[columns];
        var wanted = new double[columns];
        foreach (var row in owners)
        {
            for (var column = 0; column < columns; column++)
            {
                var (text, spans) = (row[column].Cell.Text, row[column].Cell.Columns > 1);
                if (!spans)
                {
                    least[column] = Math.Max(least[column], Math.Max(2.2, LongestWord(text)) * look.TableSize + Padding);
                    wanted[column] = Math.Max(wanted[column], Math.Min(Length(text), Math.Max(LongestWord(text), text.Length >= NameLength ? look.NameSigns : look.WordSigns)) * look.TableSize + Padding);
                }
            }
        }

        wanted = [.. wanted.Zip(least, Math.Max)];
        var points = room / 20.0;
        var (all, needed) = (wanted.Sum(), least.Sum());
        var share = all <= points ? look.IsAsWideAsPage ? points / all : 1 : 0;
        var widths = share > 0 ? wanted.Select(width => width * share) : wanted.Zip(least, (want, need) => need + (want - need) * Math.Max(0, points - needed) / Math.Max(1, all - needed));
        return [.. widths.Select(width => (int)(width * 20))];
    }

    private static double Length(string text) => text.Sum(c => char.IsAscii(c) ? Latin : 1);

    // A run of letters and digits, with the marks that may not stand alone on a line.
    private static double LongestWord(string text)
    {
        double longest = 0, open = 0;
        foreach (var c in text)
        {
            var isPart = char.IsAscii(c) || "≥≤（）、，".Contains(c, StringComparison.Ordinal);
            open = isPart ? open + (char.IsAscii(c) ? Latin : 1) : 0;
            longest = Math.Max(longest, open);
        }

        return longest + (text.Any(c => c > '\u2E80') ? 1 : 0);
    }

    private static string Borders(Rules rules)
    {
        var (ends, sides, level, upright) = rules switch
        {
            Rules.Full => (true, true, true, true),
            Rules.OpenSides => (true, false, true, true),
            Rules.Columns => (true, true, false, true),
            Rules.Levels => (true, false, true, false),
            Rules.Three => (true, false, false, false),
            _ => (false, false, false, false),
        };
        string Side(string name, bool isDrawn) => $"<w:{name} w:val=\"{(isDrawn ? "single" : "nil")}\" w:sz=\"4\"/>";
        return $"<w:tblBorders>{Side("top", ends)}{Side("left", sides)}{Side("bottom", ends)}{Side("right", sides)}{Side("insideH", level)}{Side("insideV", upright)}</w:tblBorders>";
    }
}

using System.Globalization;
using DocumentFormat.OpenXml.Wordprocessing;
using WordCell = DocumentFormat.OpenXml.Wordprocessing.TableCell;
using WordGrid = DocumentFormat.OpenXml.Wordprocessing.TableGrid;
using WordRow = DocumentFormat.OpenXml.Wordprocessing.TableRow;

namespace Greenprint.Documents.Writing;

/// <summary>Writes a table: fixed widths, ruling lines, a head that is repeated, rows that are not cut.</summary>
internal static class OfficialTableWriter
{
    internal static Table Write(OfficialTable table)
    {
        var widths = Widths(table.Weights, table.Landscape ? OfficialPages.LandscapeWidth : OfficialPages.TextWidth);
        var written = new Table(
            new TableProperties(
                new TableWidth { Width = Number(widths.Sum()), Type = TableWidthUnitValues.Dxa },
                new TableJustification { Val = TableRowAlignmentValues.Center },
                Borders(),
                new TableLayout { Type = TableLayoutValues.Fixed },
                new TableCellMarginDefault(
                    new TableCellLeftMargin { Width = 80, Type = TableWidthValues.Dxa }, new TableCellRightMargin { Width = 80, Type = TableWidthValues.Dxa })),
            new WordGrid(widths.Select(width => new GridColumn { Width = Number(width) })));
        for (var row = 0; row < table.Rows.Count; row++)
        {
            written.Append(Row(table, row, widths));
        }

        return written;
    }

    private static WordRow Row(OfficialTable table, int row, int[] widths)
    {
        var isHead = row < table.HeadRows;
        var written = new WordRow(new TableRowProperties(new CantSplit()));
        if (isHead)
        {
            written.GetFirstChild<TableRowProperties>()!.Append(new TableHeader());
        }

        var column = 0;
        foreach (var cell in table.Rows[row].Cells)
        {
            var properties = new TableCellProperties(new TableCellWidth { Width = Number(widths.Skip(column).Take(cell.Columns).Sum()), Type = TableWidthUnitValues.Dxa });
            if (cell.Columns > 1)
            {
                properties.Append(new GridSpan { Val = cell.Columns });
            }

            if (cell.ContinuesAbove)
            {
                properties.Append(new VerticalMerge());
            }
            else if (BeginsMerge(table, row, column))
            {
                properties.Append(new VerticalMerge { Val = MergedCellValues.Restart });
            }

            properties.Append(new TableCellVerticalAlignment { Val = TableVerticalAlignmentValues.Center });
            var box = new WordCell(properties);
            foreach (var paragraph in cell.Text.ReplaceLineEndings("\n").Split('\n'))
            {
                box.Append(OfficialText.Paragraph(isHead ? OfficialStyles.CellHead : OfficialStyles.Cell, paragraph));
            }

            written.Append(box);
            column += cell.Columns;
        }

        return column == widths.Length ? written
            : throw new ArgumentException($"Row {row + 1} of the table covers {column} columns of {widths.Length}.", nameof(table));
    }

    private static bool BeginsMerge(OfficialTable table, int row, int column)
    {
        if (row + 1 >= table.Rows.Count)
        {
            return false;
        }

        var at = 0;
        foreach (var cell in table.Rows[row + 1].Cells)
        {
            if (at == column)
            {
                return cell.ContinuesAbove;
            }

            at += cell.Columns;
        }

        return false;
    }

    private static int[] Widths(IReadOnlyList<double> weights, int width)
    {
        var sum = weights.Sum();
        var widths = weights.Select(weight => (int)(width * weight / sum)).ToArray();
        widths[^1] += width - widths.Sum();
        return widths;
    }

    private static TableBorders Borders()
    {
        static T Line<T>()
            where T : BorderType, new() => new() { Val = BorderValues.Single, Size = 4, Space = 0, Color = "000000" };

        return new TableBorders(
            Line<TopBorder>(), Line<LeftBorder>(), Line<BottomBorder>(), Line<RightBorder>(), Line<InsideHorizontalBorder>(), Line<InsideVerticalBorder>());
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}

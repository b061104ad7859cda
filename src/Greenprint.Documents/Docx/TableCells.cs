using DocumentFormat.OpenXml.Wordprocessing;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Greenprint.Documents.Docx;

/// <summary>The cells of a Word table as text; a table inside a cell adds its text to the cell.</summary>
internal static class TableCells
{
    public static List<TableRow> Of(Table table, out int pages, out int paragraphs, out bool tracked)
    {
        pages = 0;
        paragraphs = 0;
        tracked = false;
        var rows = new List<TableRow>();
        foreach (var row in table.Descendants<W.TableRow>().Where(row => row.Ancestors<Table>().First() == table))
        {
            if (row.TableRowProperties?.GetFirstChild<Deleted>() is not null)
            {
                tracked = true;
                continue;
            }

            var cells = new List<TableCell>();
            foreach (var cell in row.Descendants<W.TableCell>()
                .Where(cell => cell.Ancestors<W.TableRow>().First() == row))
            {
                var lines = new List<string>();
                foreach (var paragraph in cell.Descendants<Paragraph>())
                {
                    var text = ParagraphText.Of(paragraph);
                    paragraphs++;
                    pages += text.Pages;
                    tracked |= text.HasTrackedChanges;
                    lines.AddRange(text.Lines.Select(line => line.Trim()).Where(line => line.Length > 0));
                }

                var properties = cell.TableCellProperties;
                var merge = properties?.VerticalMerge;
                var continues = merge is not null && (merge.Val is null || merge.Val.Value == MergedCellValues.Continue);
                cells.Add(new TableCell(continues ? "" : string.Join('\n', lines), properties?.GridSpan?.Val?.Value ?? 1, continues));
            }

            rows.Add(new TableRow(cells));
        }

        return rows;
    }
}

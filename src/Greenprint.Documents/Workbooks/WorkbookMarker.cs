using System.Globalization;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Greenprint.Documents.Workbooks;
using Greenprint.Quantities;
using Words = DocumentFormat.OpenXml.Spreadsheet.Text;

namespace Greenprint.Documents;

/// <summary>Notes to be written beside the rows of a workbook.</summary>
/// <param name="Heads">Head of their column; the others are what it may be called in a file that was marked before.</param>
/// <param name="Notes">The notes.</param>
public sealed record SheetNotes(IReadOnlyList<string> Heads, IReadOnlyList<SheetNote> Notes);

/// <summary>A note beside a row.</summary>
/// <param name="Sheet">Name of the sheet.</param>
/// <param name="Row">Number of the row, from 1.</param>
/// <param name="Text">The note.</param>
public sealed record SheetNote(string Sheet, int Row, string Text);

/// <summary>Writes notes beside rows of somebody's own workbook, in the first column that is free; everything else stays as it is.</summary>
public static class WorkbookMarker
{
    /// <summary>Marks a file in place. It must be one that <see cref="WorkbookReader"/> takes.</summary>
    /// <param name="path">The file.</param>
    /// <param name="name">Name of the file, as messages shall name it.</param>
    /// <param name="notes">The notes.</param>
    /// <returns>Why it could not be marked; null when it was.</returns>
    public static Finding? Mark(string path, string name, SheetNotes notes)
    {
        ArgumentNullException.ThrowIfNull(notes);
        try
        {
            using var package = SpreadsheetDocument.Open(path, isEditable: true);
            var main = package.WorkbookPart!;
            foreach (var sheet in notes.Notes.GroupBy(note => note.Sheet))
            {
                if (main.Workbook.Sheets!.Elements<Sheet>().FirstOrDefault(entry => entry.Name?.Value?.Trim() == sheet.Key)?.Id?.Value is { } id && main.GetPartById(id) is WorksheetPart part)
                {
                    Mark(main, part.Worksheet.GetFirstChild<SheetData>()!, notes.Heads, sheet);
                }
            }

            return null;
        }
        catch (Exception broken) when (broken is OpenXmlPackageException or XmlException or InvalidDataException or FormatException or IOException
            or KeyNotFoundException or InvalidOperationException or ArgumentException or NullReferenceException)
        {
            return DocumentFindings.WorkbookDamaged(name, broken.GetType().Name);
        }
    }

    private static void Mark(WorkbookPart main, SheetData data, IReadOnlyList<string> heads, IEnumerable<SheetNote> notes)
    {
        var rows = data.Elements<Row>().Where(row => row.RowIndex is not null).ToDictionary(row => row.RowIndex!.Value);
        if (rows.Count == 0)
        {
            return;
        }

        var head = rows[rows.Keys.Min()];
        var marked = head.Elements<Cell>().FirstOrDefault(cell => heads.Contains(TextOf(main, cell)));
        var column = marked is not null ? ColumnOf(marked) : rows.Values.SelectMany(row => row.Elements<Cell>()).Max(ColumnOf) + 1;
        foreach (var row in rows.Values)
        {
            row.Elements<Cell>().FirstOrDefault(cell => ColumnOf(cell) == column)?.Remove();
        }

        Put(head, column, heads[0]);
        foreach (var note in notes)
        {
            if (!rows.TryGetValue((uint)note.Row, out var row))
            {
                row = new Row { RowIndex = (uint)note.Row };
                data.InsertBefore(row, data.Elements<Row>().FirstOrDefault(other => other.RowIndex! > row.RowIndex!));
                rows[row.RowIndex!.Value] = row;
            }

            Put(row, column, note.Text);
        }
    }

    private static void Put(Row row, int column, string text) => row.InsertBefore(
        new Cell(new InlineString(new Words(CellText.Encode(text)) { Space = SpaceProcessingModeValues.Preserve })) { CellReference = SourceCell.Address(column, (int)row.RowIndex!.Value), DataType = CellValues.InlineString },
        row.Elements<Cell>().FirstOrDefault(cell => ColumnOf(cell) > column));

    private static string TextOf(WorkbookPart main, Cell cell) => cell.DataType?.Value == CellValues.SharedString
        ? int.TryParse(cell.CellValue?.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? main.SharedStringTablePart?.SharedStringTable.Elements<SharedStringItem>().ElementAtOrDefault(index)?.InnerText.Trim() ?? "" : ""
        : cell.InnerText.Trim();

    private static int ColumnOf(Cell cell) => (cell.CellReference?.Value ?? "").TakeWhile(char.IsAsciiLetter).Aggregate(0, (column, letter) => (column * 26) + char.ToUpperInvariant(letter) - 'A' + 1);
}

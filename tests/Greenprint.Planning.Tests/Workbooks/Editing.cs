using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Greenprint.Documents;

namespace Greenprint.Planning.Tests.Workbooks;

/// <summary>A person at a spreadsheet, without the spreadsheet: finds a cell by sheet, code and head, and types.</summary>
internal sealed class Editing(byte[] file)
{
    private byte[] bytes = file;

    public byte[] Bytes => bytes;

    public SourceWorkbook Read() => Books.Read(bytes);

    /// <summary>Types a text; a number where <paramref name="isNumber"/>.</summary>
    public string Type(string sheet, string code, string head, string value, bool isNumber = false, uint? look = null)
    {
        var (row, column) = Find(sheet, code, head);
        return At(sheet, SourceCell.Address(column, row), cell =>
        {
            cell.RemoveAllChildren();
            if (isNumber)
            {
                cell.DataType = null;
                cell.Append(new CellValue(value));
            }
            else
            {
                cell.DataType = CellValues.InlineString;
                cell.Append(new InlineString(new Text(value)));
            }

            if (look is { } other)
            {
                cell.StyleIndex = other;
            }
        });
    }

    public string At(string sheet, string address, Action<Cell> edit)
    {
        Open((_, part) =>
        {
            var row = part.Worksheet.Descendants<Row>().First(one => one.RowIndex! == RowOf(address));
            if (row.Elements<Cell>().FirstOrDefault(one => one.CellReference == address) is not { } cell)
            {
                // Cells stand in the order of their columns.
                cell = new Cell { CellReference = address };
                row.InsertBefore(cell, row.Elements<Cell>().FirstOrDefault(one => Order(one.CellReference!) > Order(address)));
            }

            edit(cell);
        }, sheet);
        return address;
    }

    /// <summary>A new row below the others, by head.</summary>
    public int Add(string sheet, params (string Head, string Value)[] cells)
    {
        var source = Read().Sheets.First(one => one.Name == sheet);
        var number = source.Rows[^1].Number + 1;
        Open((_, part) =>
        {
            var row = new Row { RowIndex = (uint)number };
            foreach (var (column, value) in cells.Select(cell => (source.Rows[0].Cells.First(head => head.Text == cell.Head).Column, cell.Value)).OrderBy(cell => cell.Column))
            {
                row.Append(new Cell(new InlineString(new Text(value))) { CellReference = SourceCell.Address(column, number), DataType = CellValues.InlineString });
            }

            part.Worksheet.GetFirstChild<SheetData>()!.Append(row);
        }, sheet);
        return number;
    }

    /// <summary>Many new rows at once, all with the same heads.</summary>
    public int AddMany(string sheet, IReadOnlyList<string> heads, IEnumerable<IReadOnlyList<string>> rows)
    {
        var source = Read().Sheets.First(one => one.Name == sheet);
        var columns = heads.Select(head => source.Rows[0].Cells.First(cell => cell.Text == head).Column).ToList();
        Assert.Equal(columns.Order(), columns);
        var first = source.Rows[^1].Number + 1;
        Cell Filled(string text, int column, int row) => new(new InlineString(new Text(text))) { CellReference = SourceCell.Address(column, row), DataType = CellValues.InlineString };
        Open(
            (_, part) => part.Worksheet.GetFirstChild<SheetData>()!.Append(rows.Select((cells, i) => new Row(cells.Zip(columns, (text, column) => Filled(text, column, first + i))) { RowIndex = (uint)(first + i) })),
            sheet);
        return first;
    }

    public void Delete(string sheet, string code)
    {
        var row = Find(sheet, code, null).Row;
        Open((_, part) => part.Worksheet.Descendants<Row>().First(one => one.RowIndex! == (uint)row).Remove(), sheet);
    }

    public void DeleteSheet(string sheet) => Open((book, part) =>
    {
        var main = book.WorkbookPart!;
        main.Workbook.Sheets!.Elements<Sheet>().First(one => one.Name == sheet).Remove();
        main.DeletePart(part);
    }, sheet);

    public void Open(Action<SpreadsheetDocument, WorksheetPart> edit, string sheet)
    {
        using var stream = new MemoryStream();
        stream.Write(bytes);
        using (var book = SpreadsheetDocument.Open(stream, isEditable: true))
        {
            var entry = book.WorkbookPart!.Workbook.Sheets!.Elements<Sheet>().First(one => one.Name == sheet);
            edit(book, (WorksheetPart)book.WorkbookPart.GetPartById(entry.Id!));
        }

        bytes = stream.ToArray();
    }

    private (int Row, int Column) Find(string sheet, string code, string? head)
    {
        var source = Read().Sheets.First(one => one.Name == sheet);
        var row = source.Rows.First(one => one.Cells.Any(cell => cell.Text == code)).Number;
        return (row, head is null ? 1 : source.Rows[0].Cells.First(cell => cell.Text == head).Column);
    }

    private static int Order(string address) => address.TakeWhile(char.IsAsciiLetter).Aggregate(0, (column, letter) => (column * 26) + letter - 'A' + 1);

    private static uint RowOf(string address) => uint.Parse(address.TrimStart([.. Enumerable.Range('A', 26).Select(letter => (char)letter)]), System.Globalization.CultureInfo.InvariantCulture);
}

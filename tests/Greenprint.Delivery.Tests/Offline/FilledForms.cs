using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Greenprint.Testing;

/// <summary>Fills a form in as a person with a spreadsheet does: types into cells, sorts and deletes rows.</summary>
internal static class FilledForms
{
    /// <summary>Types into the cell under a head in the row of an item (its number counts from 1 below the heads).</summary>
    public static byte[] Type(byte[] form, int item, params (string Head, string Text)[] cells) => Edit(form, data =>
    {
        var heads = data.Elements<Row>().First().Elements<Cell>().ToDictionary(cell => cell.InnerText, cell => Letters(cell.CellReference!.Value!));
        var row = data.Elements<Row>().ElementAt(item);
        foreach (var (head, text) in cells)
        {
            var reference = heads[head] + row.RowIndex!.Value;
            var cell = row.Elements<Cell>().FirstOrDefault(one => one.CellReference?.Value == reference);
            if (cell is null)
            {
                cell = new Cell { CellReference = reference };
                row.InsertBefore(cell, row.Elements<Cell>().FirstOrDefault(one => Order(Letters(one.CellReference!.Value!)) > Order(heads[head])));
            }

            cell.RemoveAllChildren();
            (cell.DataType, cell.InlineString) = (CellValues.InlineString, new InlineString(new Text(text)));
        }
    });

    /// <summary>Puts the rows into the opposite order.</summary>
    public static byte[] Sort(byte[] form) => Edit(form, data =>
    {
        var rows = data.Elements<Row>().Skip(1).ToList();
        var numbers = rows.ConvertAll(row => row.RowIndex!.Value);
        rows.ForEach(row => row.Remove());
        rows.Reverse();
        foreach (var (row, number) in rows.Zip(numbers))
        {
            row.RowIndex = number;
            foreach (var cell in row.Elements<Cell>())
            {
                cell.CellReference = Letters(cell.CellReference!.Value!) + number;
            }

            data.Append(row);
        }
    });

    private static byte[] Edit(byte[] form, Action<SheetData> edit)
    {
        using var stream = new MemoryStream();
        stream.Write(form);
        using (var package = SpreadsheetDocument.Open(stream, isEditable: true))
        {
            var book = package.WorkbookPart!;
            var first = book.Workbook!.Sheets!.Elements<Sheet>().First();
            edit(((WorksheetPart)book.GetPartById(first.Id!)).Worksheet!.GetFirstChild<SheetData>()!);
        }

        return stream.ToArray();
    }

    private static string Letters(string reference) => reference.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9');

    private static int Order(string letters) => letters.Aggregate(0, (order, letter) => (order * 26) + letter - 'A' + 1);
}

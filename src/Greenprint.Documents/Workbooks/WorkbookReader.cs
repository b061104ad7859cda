using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Greenprint.Documents.Recognition;
using Greenprint.Documents.Workbooks;
using Words = DocumentFormat.OpenXml.Spreadsheet.Text;

namespace Greenprint.Documents;

/// <summary>Reads the cells of a foreign XLSX file: hostile or broken, as a document may be (see <see cref="DocumentReader"/>).</summary>
public static class WorkbookReader
{
    /// <summary>Reads a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="name">Name of the file, as messages shall name it.</param>
    /// <param name="limits">How large it may be; <see cref="DocumentLimits.Default"/> where null.</param>
    /// <param name="cancel">Stops the reading between two rows.</param>
    public static WorkbookReading ReadFile(string path, string name, DocumentLimits? limits = null, CancellationToken cancel = default)
    {
        FileStream content;
        try
        {
            content = File.OpenRead(path);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return new(null, DocumentFindings.CannotOpen(name));
        }

        using (content)
        {
            return Read(content, name, limits, cancel);
        }
    }

    /// <summary>Reads an open file.</summary>
    /// <param name="content">The bytes; must know its length and be seekable.</param>
    /// <param name="name">Name of the file, as messages shall name it.</param>
    /// <param name="limits">How large it may be; <see cref="DocumentLimits.Default"/> where null.</param>
    /// <param name="cancel">Stops the reading between two rows.</param>
    public static WorkbookReading Read(Stream content, string name, DocumentLimits? limits = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(content);
        limits ??= DocumentLimits.Default;
        if (content.Length == 0)
        {
            return new(null, DocumentFindings.Empty(name));
        }

        if (content.Length > limits.WorkbookBytes)
        {
            return new(null, DocumentFindings.WorkbookTooLarge(name, content.Length, limits.WorkbookBytes));
        }

        switch (ContentKinds.Of(content))
        {
            case ContentKind.Zip:
                break;
            case ContentKind.Ole:
                return new(null, DocumentFindings.OldWorkbook(name));
            default:
                return new(null, DocumentFindings.NotAWorkbook(name));
        }

        content.Position = 0;
        if (PackageGuard.Check(content, name, limits, PackageKind.Workbook, cancel) is { } fault)
        {
            return new(null, fault);
        }

        try
        {
            using var package = SpreadsheetDocument.Open(content, isEditable: false);
            if (package.WorkbookPart is not { Workbook.Sheets: { } entries } main)
            {
                return new(null, DocumentFindings.WorkbookDamaged(name, "workbook"));
            }

            return new Walker(main, limits, cancel).Read(entries) is { } book
                ? new(book, null)
                : new(null, DocumentFindings.WorkbookHasTooManyCells(name, limits.WorkbookCells));
        }
        catch (Exception broken) when (broken is OpenXmlPackageException or XmlException or InvalidDataException or FormatException or IOException
            or KeyNotFoundException or InvalidOperationException or ArgumentException or OverflowException)
        {
            return new(null, DocumentFindings.WorkbookDamaged(name, broken.GetType().Name));
        }
    }

    private sealed class Walker(WorkbookPart main, DocumentLimits limits, CancellationToken cancel)
    {
        private readonly WorkbookLooks looks = new(main.WorkbookStylesPart?.Stylesheet);
        private readonly List<string> shared = [];
        private int cells;

        /// <summary>The sheets; null where there are more cells than allowed.</summary>
        public SourceWorkbook? Read(Sheets entries)
        {
            ReadShared();
            List<SourceSheet> sheets = [];
            foreach (var entry in entries.Elements<Sheet>())
            {
                if (entry.Id?.Value is not { } id || main.GetPartById(id) is not WorksheetPart part)
                {
                    continue;   // a sheet that is a chart
                }

                if (Rows(part) is not { } rows)
                {
                    return null;
                }

                sheets.Add(new SourceSheet(entry.Name?.Value ?? "", rows));
            }

            return new SourceWorkbook(sheets);
        }

        private void ReadShared()
        {
            if (main.SharedStringTablePart is not { } part)
            {
                return;
            }

            using var reader = OpenXmlReader.Create(part);
            while (reader.Read())
            {
                if (reader.ElementType == typeof(SharedStringItem) && reader.IsStartElement)
                {
                    cancel.ThrowIfCancellationRequested();
                    shared.Add(TextOf((SharedStringItem)reader.LoadCurrentElement()!));
                }
            }
        }

        private List<SourceRow>? Rows(WorksheetPart part)
        {
            SortedDictionary<int, SortedDictionary<int, SourceCell>> rows = [];
            List<string> merged = [];
            var (row, column) = (0, 0);
            using var reader = OpenXmlReader.Create(part);
            while (reader.Read())
            {
                if (!reader.IsStartElement)
                {
                    continue;
                }

                if (reader.ElementType == typeof(Row))
                {
                    cancel.ThrowIfCancellationRequested();
                    var given = reader.Attributes.FirstOrDefault(attribute => attribute.LocalName == "r").Value;
                    (row, column) = (int.TryParse(given, out var number) ? number : row + 1, 0);
                }
                else if (reader.ElementType == typeof(Cell))
                {
                    var cell = (Cell)reader.LoadCurrentElement()!;
                    column = ColumnOf(cell.CellReference?.Value) ?? column + 1;
                    if (ValueOf(cell, column) is { } value)
                    {
                        if (++cells > limits.WorkbookCells)
                        {
                            return null;
                        }

                        (rows.TryGetValue(row, out var known) ? known : rows[row] = [])[column] = value;
                    }
                }
                else if (reader.ElementType == typeof(MergeCell))
                {
                    merged.Add(((MergeCell)reader.LoadCurrentElement()!).Reference?.Value ?? "");
                }
            }

            return !merged.TrueForAll(range => Spread(rows, range)) ? null : [.. rows.Select(line => new SourceRow(line.Key, [.. line.Value.Values]))];
        }

        // A merged cell says the same in every cell that it covers. False where these are more cells than allowed.
        private bool Spread(SortedDictionary<int, SortedDictionary<int, SourceCell>> rows, string range)
        {
            if (range.Split(':') is not [var from, var to] || Place(from) is not { } first || Place(to) is not { } last
                || !rows.TryGetValue(first.Row, out var line) || !line.TryGetValue(first.Column, out var said))
            {
                return true;
            }

            for (var row = first.Row; row <= last.Row; row++)
            {
                for (var column = first.Column; column <= last.Column; column++)
                {
                    if (++cells > limits.WorkbookCells)
                    {
                        return false;
                    }

                    (rows.TryGetValue(row, out var known) ? known : rows[row] = [])[column] = said with { Column = column };
                }
            }

            return true;
        }

        private SourceCell? ValueOf(Cell cell, int column)
        {
            var type = cell.DataType?.Value;
            var value = cell.CellValue?.Text ?? "";
            if (type == CellValues.InlineString)
            {
                return Said(cell.InlineString is { } inline ? TextOf(inline) : "", column);
            }

            if (type == CellValues.SharedString)
            {
                return Said(int.TryParse(value, out var index) && index >= 0 && index < shared.Count ? shared[index] : "", column);
            }

            if (type == CellValues.String || type == CellValues.Date)
            {
                return Said(CellText.Decode(value), column);
            }

            if (type == CellValues.Boolean)
            {
                return new SourceCell(column, value == "1" ? "TRUE" : "FALSE", SourceCellKind.Text);
            }

            if (type == CellValues.Error)
            {
                return new SourceCell(column, value, SourceCellKind.Error);
            }

            return value.Length == 0
                ? cell.CellFormula is null ? null : new SourceCell(column, "", SourceCellKind.Formula)
                : CellText.Shortest(value) is { } number ? new SourceCell(column, number, looks.Of(cell.StyleIndex?.Value ?? 0)) : Said(value, column);
        }

        private static SourceCell? Said(string text, int column) => text.Length == 0 ? null : new SourceCell(column, text, SourceCellKind.Text);

        // The runs of a text; what only says how to pronounce it is left out.
        private static string TextOf(OpenXmlElement item) => CellText.Decode(string.Concat(
            item.Elements().Select(part => part switch { Words words => words.Text, Run run => run.Text?.Text ?? "", _ => "" })));

        private static int? ColumnOf(string? reference) => reference is null ? null : Place(reference)?.Column;

        private static (int Column, int Row)? Place(string reference)
        {
            var (column, i) = (0, 0);
            for (; i < reference.Length && char.IsAsciiLetterUpper(reference[i]) && i < 3; i++)
            {
                column = (column * 26) + (reference[i] - 'A' + 1);
            }

            return column > 0 && int.TryParse(reference.AsSpan(i), out var row) && row > 0 ? (column, row) : null;
        }
    }
}

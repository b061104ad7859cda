using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Greenprint.Documents.Workbooks;
using Words = DocumentFormat.OpenXml.Spreadsheet.Text;

namespace Greenprint.Documents;

/// <summary>Writes a <see cref="SheetBook"/> as XLSX. Nothing in it is a formula, and no text becomes one when a person edits its cell.</summary>
public static class WorkbookWriter
{
    /// <summary>The most signs that a cell holds.</summary>
    public const int LongestCell = CellText.Longest;

    // Lists to choose from stand here, one a column.
    private const string ListSheet = "_lists";

    // Rows below the last one that still offer the lists, for what people add.
    private const int RoomBelow = 2_000;

    /// <summary>Writes the workbook.</summary>
    /// <param name="book">What to write.</param>
    /// <param name="to">A seekable stream that can be read and written; left open at its end.</param>
    /// <exception cref="ArgumentException">A row does not fit its columns, or a text no cell.</exception>
    public static void Write(SheetBook book, Stream to)
    {
        ArgumentNullException.ThrowIfNull(book);
        using var package = SpreadsheetDocument.Create(to, SpreadsheetDocumentType.Workbook);
        package.PackageProperties.Title = CellText.Encode(book.Title);
        package.PackageProperties.Creator = "Greenprint";
        var main = package.AddWorkbookPart();
        main.AddNewPart<WorkbookStylesPart>().Stylesheet = WorkbookStyles.Write();

        var lists = book.Sheets.SelectMany(sheet => sheet.Columns).Select(column => column.Choices).OfType<IReadOnlyList<string>>().Distinct().ToList();
        var sheets = lists.Count == 0 ? book.Sheets : [.. book.Sheets, Lists(lists)];
        var entries = new Sheets();
        var names = new DefinedNames();
        foreach (var (i, sheet) in sheets.Index())
        {
            var part = main.AddNewPart<WorksheetPart>();
            Write(sheet, part, lists, book.Mark);
            entries.Append(new Sheet
            {
                Id = main.GetIdOfPart(part),
                SheetId = (uint)(i + 1),
                Name = sheet.Name,
                State = sheet.Hidden ? SheetStateValues.VeryHidden : null,
            });
            if (sheet is { HasHead: true, Hidden: false })
            {
                names.Append(new DefinedName($"{Quoted(sheet.Name)}!$1:$1") { Name = "_xlnm.Print_Titles", LocalSheetId = (uint)i });
            }
        }

        var workbook = new Workbook(new BookViews(new WorkbookView { ActiveTab = 0 }), entries);
        if (names.HasChildren)
        {
            workbook.Append(names);
        }

        main.Workbook = workbook;
    }

    private static SheetToWrite Lists(List<IReadOnlyList<string>> lists) => new(
        ListSheet,
        [.. lists.Select(_ => new SheetColumn("", 20))],
        [.. Enumerable.Range(0, lists.Max(list => list.Count)).Select(i => lists.Select(list => i < list.Count ? list[i] : "").ToList())])
    {
        Hidden = true,
    };

    private static void Write(SheetToWrite sheet, WorksheetPart part, List<IReadOnlyList<string>> lists, string? mark)
    {
        using var writer = OpenXmlWriter.Create(part);
        writer.WriteStartElement(new Worksheet());
        writer.WriteElement(new SheetProperties(new PageSetupProperties { FitToPage = true }));
        writer.WriteElement(View(sheet));
        writer.WriteElement(new SheetFormatProperties { DefaultRowHeight = 15 });
        writer.WriteElement(new Columns(sheet.Columns.Select((column, i) => new Column
        {
            Min = (uint)(i + 1),
            Max = (uint)(i + 1),
            Width = column.Width,
            CustomWidth = true,
            Hidden = column.Hidden ? true : null,
            Style = sheet.Prose ? WorkbookStyles.Prose : WorkbookStyles.Of(column.Kind, column.Locked is not null),
        })));

        writer.WriteStartElement(new SheetData());
        var number = 0u;
        if (sheet.HasHead)
        {
            writer.WriteElement(RowOf(++number, RowHeights.Of(sheet.Columns, sheet.Columns.Select(column => column.Head)), sheet.Columns.Select((column, i) => Text(i, number, column.Head, WorkbookStyles.Head))));
        }

        foreach (var (at, row) in sheet.Rows.Index())
        {
            if (row.Count != sheet.Columns.Count)
            {
                throw new ArgumentException($"Row {at + 1} of {sheet.Name} has {row.Count} cells for {sheet.Columns.Count} columns.", nameof(sheet));
            }

            number++;
            writer.WriteElement(RowOf(number, sheet is { Prose: true } && at == 0 ? RowHeights.Title : RowHeights.Of(sheet.Columns, row), row.Select((text, i) => CellOf(sheet, i, number, at, text)).OfType<Cell>()));
        }

        writer.WriteEndElement();
        if (sheet is { HasHead: true, Hidden: false })
        {
            writer.WriteElement(new AutoFilter { Reference = $"A1:{SourceCell.Address(sheet.Columns.Count, Math.Max(2, (int)number))}" });
            if (Rules(sheet, (int)number + RoomBelow, lists) is { HasChildren: true } rules)
            {
                writer.WriteElement(rules);
            }
        }

        writer.WriteElement(new PageMargins { Left = 0.5, Right = 0.5, Top = 0.6, Bottom = 0.6, Header = 0.3, Footer = 0.3 });
        writer.WriteElement(new PageSetup { PaperSize = 9, Orientation = sheet.Prose ? OrientationValues.Portrait : OrientationValues.Landscape, FitToWidth = 1, FitToHeight = 0 });
        writer.WriteElement(new HeaderFooter(new OddFooter((mark is null ? "" : "&L" + mark.Replace("&", "&&", StringComparison.Ordinal)) + "&C&A　&P / &N")));
        writer.WriteEndElement();
    }

    private static SheetViews View(SheetToWrite sheet)
    {
        var view = new SheetView { WorkbookViewId = 0, ShowGridLines = sheet.Prose ? false : null };
        if (sheet is { HasHead: true, Hidden: false })
        {
            view.Append(new Pane
            {
                TopLeftCell = SourceCell.Address(sheet.FrozenColumns + 1, 2),
                HorizontalSplit = sheet.FrozenColumns > 0 ? sheet.FrozenColumns : null,
                VerticalSplit = 1,
                ActivePane = sheet.FrozenColumns > 0 ? PaneValues.BottomRight : PaneValues.BottomLeft,
                State = PaneStateValues.Frozen,
            });
        }

        return new SheetViews(view);
    }

    private static Row RowOf(uint number, double height, IEnumerable<Cell> cells) => new(cells) { RowIndex = number, Height = height, CustomHeight = true };

    private static Cell? CellOf(SheetToWrite sheet, int column, uint row, int at, string text)
    {
        var (kind, locked) = (sheet.Columns[column].Kind, sheet.Columns[column].Locked is not null);
        if (text.Length == 0)
        {
            return null;   // it looks as its column does
        }

        if (sheet.Prose)
        {
            return Text(column, row, text, at == 0 ? WorkbookStyles.ProseTitle : WorkbookStyles.Prose);
        }

        return kind != SheetCellKind.Text && CellText.AsNumber(text) is { } plain
            ? new Cell { CellReference = SourceCell.Address(column + 1, (int)row), StyleIndex = WorkbookStyles.Of(kind, locked), CellValue = new CellValue(plain) }
            : Text(column, row, text, WorkbookStyles.Of(kind == SheetCellKind.Whole ? kind : SheetCellKind.Text, locked, CellText.LooksLikeFormula(text)));
    }

    private static Cell Text(int column, uint row, string text, uint look)
    {
        var encoded = CellText.Encode(text);
        if (encoded.Length > CellText.Longest)
        {
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"A text of {text.Length} signs fits no cell."), nameof(text));
        }

        return new Cell(new InlineString(new Words(encoded) { Space = SpaceProcessingModeValues.Preserve }))
        {
            CellReference = SourceCell.Address(column + 1, (int)row),
            StyleIndex = look,
            DataType = CellValues.InlineString,
        };
    }

    private static DataValidations Rules(SheetToWrite sheet, int last, List<IReadOnlyList<string>> lists)
    {
        var rules = sheet.Columns.Select((column, i) =>
        {
            var range = new ListValue<StringValue>([$"{SourceCell.Address(i + 1, 2)}:{SourceCell.Address(i + 1, last)}"]);
            return column switch
            {
                // Not by protecting the sheet: a protected sheet forbids deleting rows as well. Nothing typed is ever valid here.
                { Locked: { } why } => new DataValidation(new Formula1("FALSE"))
                {
                    Type = DataValidationValues.Custom,
                    AllowBlank = true,
                    ShowErrorMessage = true,
                    ErrorTitle = column.Head,
                    Error = why,
                    SequenceOfReferences = range,
                },
                { Choices: { } choices } => new DataValidation(new Formula1(Reference(lists.IndexOf(choices), choices.Count)))
                {
                    Type = DataValidationValues.List,
                    AllowBlank = true,
                    ShowErrorMessage = true,
                    SequenceOfReferences = range,
                },
                { Kind: SheetCellKind.Number } => new DataValidation(new Formula1("-1000000000000000"), new Formula2("1000000000000000"))
                {
                    Type = DataValidationValues.Decimal,
                    Operator = DataValidationOperatorValues.Between,
                    AllowBlank = true,
                    ShowErrorMessage = true,
                    SequenceOfReferences = range,
                },
                { Kind: SheetCellKind.Whole } => new DataValidation(new Formula1("0"), new Formula2("9999"))
                {
                    Type = DataValidationValues.Whole,
                    Operator = DataValidationOperatorValues.Between,
                    AllowBlank = true,
                    ShowErrorMessage = true,
                    SequenceOfReferences = range,
                },
                { Hint: not null } => new DataValidation { AllowBlank = true, SequenceOfReferences = range },
                _ => null,
            };
        }).ToList();
        foreach (var (column, rule) in sheet.Columns.Zip(rules))
        {
            if (rule is not null && column.Hint is { } hint)
            {
                (rule.ShowInputMessage, rule.PromptTitle, rule.Prompt) = (true, column.Head, hint);
            }
        }

        return new DataValidations(rules.OfType<DataValidation>()) { Count = (uint)rules.Count(rule => rule is not null) };
    }

    private static string Reference(int list, int count)
    {
        var column = SourceCell.Address(list + 1, 1)[..^1];
        return string.Create(CultureInfo.InvariantCulture, $"{ListSheet}!${column}$1:${column}${Math.Max(1, count)}");
    }

    private static string Quoted(string name) => $"'{name.Replace("'", "''", StringComparison.Ordinal)}'";
}

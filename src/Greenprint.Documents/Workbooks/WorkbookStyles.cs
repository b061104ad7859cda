using DocumentFormat.OpenXml.Spreadsheet;

namespace Greenprint.Documents.Workbooks;

/// <summary>The looks of cells. A look is a place in the list; see <see cref="Of"/>.</summary>
internal static class WorkbookStyles
{
    public const uint Head = 1;

    public const uint Prose = 2;

    public const uint ProseTitle = 3;

    private const uint AsText = 49;

    private const uint AsWhole = 1;

    private const uint General = 0;

    // Per kind: open, open and guarded, locked, locked and guarded.
    private const uint First = 4;

    /// <summary>The look of a cell.</summary>
    /// <param name="kind">What the column holds.</param>
    /// <param name="locked">Whether it is only for reading.</param>
    /// <param name="guarded">Whether the text would become a formula if somebody edited the cell.</param>
    public static uint Of(SheetCellKind kind, bool locked, bool guarded = false) => First + ((uint)kind * 4) + (locked ? 2u : 0u) + (guarded ? 1u : 0u);

    public static Stylesheet Write() => new(
        new Fonts(
            Face(11),
            Face(11, bold: true),
            Face(16, bold: true)),
        new Fills(
            new Fill(new PatternFill { PatternType = PatternValues.None }),
            new Fill(new PatternFill { PatternType = PatternValues.Gray125 }),
            Solid("FFDDEBE1"),
            Solid("FFF1F1EE")),
        new Borders(new Border(new LeftBorder(), new RightBorder(), new TopBorder(), new BottomBorder(), new DiagonalBorder()), Lines()),
        new CellStyleFormats(new CellFormat { NumberFormatId = 0, FontId = 0, FillId = 0, BorderId = 0 }),
        new CellFormats(
        [
            Look(General, 0, 0, 0),
            Look(AsText, 1, 2, 1, centred: true),
            Look(AsText, 0, 0, 0),
            Look(AsText, 2, 0, 0),
            .. from format in new[] { AsText, General, AsWhole }
               from mark in Enumerable.Range(0, 4)
               select Look(format, 0, mark >= 2 ? 3u : 0u, 1, guarded: mark % 2 == 1),
        ]),
        new CellStyles(new CellStyle { Name = "Normal", FormatId = 0, BuiltinId = 0 }));

    private static CellFormat Look(uint format, uint font, uint fill, uint border, bool centred = false, bool guarded = false) => new()
    {
        NumberFormatId = format,
        FontId = font,
        FillId = fill,
        BorderId = border,
        FormatId = 0,
        ApplyNumberFormat = true,
        ApplyFont = true,
        ApplyFill = true,
        ApplyBorder = true,
        ApplyAlignment = true,
        QuotePrefix = guarded ? true : null,
        Alignment = new Alignment
        {
            WrapText = true,
            Vertical = centred ? VerticalAlignmentValues.Center : VerticalAlignmentValues.Top,
            Horizontal = centred ? HorizontalAlignmentValues.Center : null,
        },
    };

    private static Font Face(double size, bool bold = false)
    {
        var font = new Font();
        if (bold)
        {
            font.Append(new Bold());
        }

        font.Append(new FontSize { Val = size }, new FontName { Val = "等线" }, new FontFamilyNumbering { Val = 2 }, new FontCharSet { Val = 134 });
        return font;
    }

    private static Fill Solid(string colour) => new(new PatternFill(new ForegroundColor { Rgb = colour }, new BackgroundColor { Indexed = 64 }) { PatternType = PatternValues.Solid });

    private static Border Lines() => new(
        new LeftBorder(Line()) { Style = BorderStyleValues.Thin },
        new RightBorder(Line()) { Style = BorderStyleValues.Thin },
        new TopBorder(Line()) { Style = BorderStyleValues.Thin },
        new BottomBorder(Line()) { Style = BorderStyleValues.Thin },
        new DiagonalBorder());

    private static Color Line() => new() { Rgb = "FFC8CFC9" };
}

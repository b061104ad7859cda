using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using WordText = DocumentFormat.OpenXml.Wordprocessing.Text;

namespace Greenprint.Documents.Writing;

/// <summary>Paper, margins and page numbers (GB/T 9704-2012 5.1, 5.2.1, 7.5). In twentieths of a point.</summary>
internal sealed class OfficialPages
{
    internal const int TextWidth = 8844;      // 156 mm
    internal const int LandscapeWidth = 12756; // 225 mm

    private const uint Short = 11906;         // 210 mm
    private const uint Long = 16838;          // 297 mm
    private const int Top = 2098;             // 37 mm
    private const int Bottom = 1984;          // 35 mm
    private const uint Left = 1588;           // 28 mm
    private const uint Right = 1474;          // 26 mm

    private readonly string odd;
    private readonly string even;
    private readonly string? header;

    internal OfficialPages(MainDocumentPart main, string? mark)
    {
        (odd, even) = (Footer(main, JustificationValues.Right), Footer(main, JustificationValues.Left));
        header = mark is null ? null : Header(main, mark);
        main.AddNewPart<DocumentSettingsPart>().Settings = new Settings(new EvenAndOddHeaders(), new Compatibility(
            new CompatibilitySetting { Name = CompatSettingNameValues.CompatibilityMode, Uri = "http://schemas.microsoft.com/office/word", Val = "15" }));
    }

    /// <summary>The properties of a section that ends here.</summary>
    internal SectionProperties Section(bool landscape, bool isFirst)
    {
        var section = new SectionProperties();
        if (header is not null)
        {
            section.Append(
                new HeaderReference { Type = HeaderFooterValues.Default, Id = header },
                new HeaderReference { Type = HeaderFooterValues.Even, Id = header });
        }

        section.Append(new FooterReference { Type = HeaderFooterValues.Default, Id = odd }, new FooterReference { Type = HeaderFooterValues.Even, Id = even });
        if (!isFirst)
        {
            section.Append(new SectionType { Val = SectionMarkValues.NextPage });
        }

        // Turned by a quarter, the head of a wide page lies at the binding.
        section.Append(
            landscape ? new PageSize { Width = Long, Height = Short, Orient = PageOrientationValues.Landscape } : new PageSize { Width = Short, Height = Long },
            landscape
                ? new PageMargin { Top = (int)Left, Bottom = (int)Right, Left = Bottom, Right = Top, Header = 850, Footer = 1000, Gutter = 0 }
                : new PageMargin { Top = Top, Bottom = Bottom, Left = Left, Right = Right, Header = 1200, Footer = 1400, Gutter = 0 },
            new DocGrid { Type = DocGridValues.Lines, LinePitch = OfficialStyles.Line });
        return section;
    }

    /// <summary>— 1 —, outside: right on odd pages, left on even ones, a character in.</summary>
    private static string Footer(MainDocumentPart main, JustificationValues side)
    {
        var part = main.AddNewPart<FooterPart>();
        var indent = side == JustificationValues.Right ? new Indentation { RightChars = 100, Right = "280" } : new Indentation { LeftChars = 100, Left = "280" };
        part.Footer = new Footer(new Paragraph(
            new ParagraphProperties(new ParagraphStyleId { Val = OfficialStyles.Footer }, indent, new Justification { Val = side }),
            OfficialText.Run("— "), new SimpleField(new Run(new WordText("1"))) { Instruction = " PAGE " }, OfficialText.Run(" —")));
        return main.GetIdOfPart(part);
    }

    private static string Header(MainDocumentPart main, string mark)
    {
        var part = main.AddNewPart<HeaderPart>();
        part.Header = new Header(new Paragraph(new ParagraphProperties(new ParagraphStyleId { Val = OfficialStyles.Header }), OfficialText.Run(mark)));
        return main.GetIdOfPart(part);
    }
}

using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Greenprint.Documents.Writing;

namespace Greenprint.Documents;

/// <summary>Writes an <see cref="OfficialDocument"/> as DOCX.</summary>
public static class OfficialWriter
{
    /// <summary>Writes the document. The same document gives the same text, numbers and tables when it is read again.</summary>
    /// <param name="document">What to write.</param>
    /// <param name="to">A seekable stream that can be read and written; left open at its end.</param>
    /// <exception cref="ArgumentException">A row of a table does not cover the table's columns.</exception>
    public static void Write(OfficialDocument document, Stream to)
    {
        using var package = WordprocessingDocument.Create(to, WordprocessingDocumentType.Document);
        package.PackageProperties.Title = OfficialText.Legal(document.Title);
        var main = package.AddMainDocumentPart();
        main.AddNewPart<StyleDefinitionsPart>().Styles = OfficialStyles.Write();
        var pages = new OfficialPages(main, document.Mark);
        var numbering = new OfficialNumbering(document.Parts.OfType<OfficialHeading>());
        main.Document = new Document(new BodyWriter(document, pages, numbering).Write());
        main.AddNewPart<NumberingDefinitionsPart>().Numbering = numbering.Write();
    }

    private sealed class BodyWriter(OfficialDocument document, OfficialPages pages, OfficialNumbering numbering)
    {
        private readonly Body body = new();
        private bool isFirst = true;
        private int bookmarks;

        internal Body Write()
        {
            body.Append(OfficialText.Paragraph(OfficialStyles.Title, document.Title));
            if (document.Subtitle is { } subtitle)
            {
                body.Append(OfficialText.Paragraph(OfficialStyles.Subtitle, subtitle));
            }

            if (document.Contents)
            {
                foreach (var paragraph in OfficialContents.Write(document.Parts))
                {
                    body.Append(paragraph);
                }

                Break();
            }

            foreach (var part in document.Parts)
            {
                Append(part);
            }

            body.Append(pages.Section(landscape: false, isFirst));
            return body;
        }

        private void Append(OfficialPart part)
        {
            switch (part)
            {
                case OfficialHeading heading:
                    body.Append(Heading(heading));
                    break;
                case OfficialParagraph paragraph:
                    body.Append(OfficialText.Paragraph(OfficialStyles.Body, paragraph.Text));
                    break;
                case OfficialTable table:
                    Append(table);
                    break;
                case OfficialPageBreak:
                    Break();
                    break;
                default:
                    throw new InvalidOperationException($"Unknown part: {part.GetType().Name}.");
            }
        }

        private void Append(OfficialTable table)
        {
            if (table.Landscape)
            {
                EndSection(landscape: false);
            }

            if (table.Caption is { } caption)
            {
                body.Append(OfficialText.Paragraph(OfficialStyles.Caption, caption));
            }

            body.Append(OfficialTableWriter.Write(table));
            if (table.Landscape)
            {
                EndSection(landscape: true);
            }
            else
            {
                // Word joins two tables that touch.
                body.Append(Gap());
            }
        }

        /// <summary>A section's properties stand in its last paragraph, which is small so that it does not reach another page.</summary>
        private void EndSection(bool landscape)
        {
            var paragraph = Gap();
            paragraph.GetFirstChild<ParagraphProperties>()!.Append(pages.Section(landscape, isFirst));
            body.Append(paragraph);
            isFirst = false;
        }

        private static Paragraph Gap() => new(new ParagraphProperties(new SpacingBetweenLines { Line = "120", LineRule = LineSpacingRuleValues.Exact }));

        private void Break() => body.Append(new Paragraph(new Run(new Break { Type = BreakValues.Page })));

        private Paragraph Heading(OfficialHeading heading)
        {
            var properties = new ParagraphProperties(new ParagraphStyleId { Val = OfficialStyles.Heading(heading.Level) });
            var counted = numbering.Next(heading);
            properties.Append(counted ?? new NumberingProperties(new NumberingId { Val = 0 }));
            if (NumberShape.TryRead(heading.Number, out var shape, out _) ? shape.IsCentred : heading.Number.Length == 0 && heading.Level == 1)
            {
                properties.Append(new Indentation { FirstLineChars = 0, FirstLine = "0" }, new Justification { Val = JustificationValues.Center });
            }

            var paragraph = new Paragraph(properties);
            var text = OfficialText.Run(counted is null ? heading.Number + heading.Title : heading.Title);
            var id = (bookmarks++).ToString(CultureInfo.InvariantCulture);
            paragraph.Append(new BookmarkStart { Id = id, Name = heading.Bookmark ?? OfficialContents.Anchor(bookmarks) }, text, new BookmarkEnd { Id = id });
            return paragraph;
        }
    }
}

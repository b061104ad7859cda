using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Greenprint.Documents.Writing;
using WordCell = DocumentFormat.OpenXml.Wordprocessing.TableCell;
using WordRow = DocumentFormat.OpenXml.Wordprocessing.TableRow;
using WordText = DocumentFormat.OpenXml.Wordprocessing.Text;

namespace Greenprint.Documents;

/// <summary>Writes a <see cref="RevisedDocument"/> as DOCX with tracked changes.</summary>
public static class RevisedWriter
{
    /// <summary>Writes the document.</summary>
    /// <param name="document">What to write.</param>
    /// <param name="to">A seekable stream that can be read and written; left open at its end.</param>
    /// <exception cref="ArgumentException">A row of a table has more or fewer cells than the table has columns.</exception>
    public static void Write(RevisedDocument document, Stream to)
    {
        using var package = WordprocessingDocument.Create(to, WordprocessingDocumentType.Document);
        package.PackageProperties.Title = OfficialText.Legal(string.Concat(document.Title.Where(span => span.Revision != Revision.Deleted).Select(span => span.Text)));
        var main = package.AddMainDocumentPart();
        main.AddNewPart<StyleDefinitionsPart>().Styles = OfficialStyles.Write();
        var pages = new OfficialPages(main, document.Mark);
        var body = new Body(new BodyWriter(document).Write());
        body.Append(pages.Section(landscape: false, isFirst: true));
        main.Document = new Document(body);
    }

    private sealed class BodyWriter(RevisedDocument document)
    {
        private const int NarrowestColumn = 3;
        private const int WidestColumn = 24;

        private readonly string author = OfficialText.Legal(document.Author);
        private readonly DateTime at = document.At.UtcDateTime;
        private int changes;

        internal IEnumerable<OpenXmlElement> Write()
        {
            yield return Paragraph(OfficialStyles.Title, Revision.Kept, document.Title);
            foreach (var part in document.Parts)
            {
                switch (part)
                {
                    case RevisedHeading heading:
                        yield return Paragraph(OfficialStyles.Heading(heading.Level), heading.Revision, heading.Spans, heading.IsCentred);
                        break;
                    case RevisedParagraph paragraph:
                        yield return Paragraph(OfficialStyles.Body, paragraph.Revision, paragraph.Spans);
                        break;
                    case RevisedTable table:
                        yield return Table(table);

                        // Word joins two tables that touch.
                        var gap = new ParagraphProperties(new SpacingBetweenLines { Line = "120", LineRule = LineSpacingRuleValues.Exact });
                        Mark(gap, table.Revision);
                        yield return new Paragraph(gap);
                        break;
                    default:
                        throw new InvalidOperationException($"Unknown part: {part.GetType().Name}.");
                }
            }
        }

        private Paragraph Paragraph(string style, Revision revision, IReadOnlyList<RevisedSpan> spans, bool isCentred = false)
        {
            var properties = new ParagraphProperties(new ParagraphStyleId { Val = style });

            if (isCentred)
            {
                properties.Append(new Indentation { FirstLineChars = 0, FirstLine = "0" }, new Justification { Val = JustificationValues.Center });
            }

            Mark(properties, revision);
            var paragraph = new Paragraph(properties);
            foreach (var span in spans.Where(span => span.Text.Length > 0))
            {
                paragraph.Append(Span(span));
            }

            return paragraph;
        }

        // The mark at its end goes with the paragraph; else accepting or rejecting would leave an empty line.
        private void Mark(ParagraphProperties properties, Revision revision)
        {
            if (revision == Revision.Inserted)
            {
                properties.Append(new ParagraphMarkRunProperties(Track(new Inserted())));
            }
            else if (revision == Revision.Deleted)
            {
                properties.Append(new ParagraphMarkRunProperties(Track(new Deleted())));
            }
        }

        private OpenXmlElement Span(RevisedSpan span)
        {
            var run = OfficialText.Run(span.Text);
            switch (span.Revision)
            {
                case Revision.Kept:
                    return run;
                case Revision.Inserted:
                    return Track(new InsertedRun(run));
                case Revision.Deleted:
                    foreach (var text in run.Elements<WordText>().ToArray())
                    {
                        run.ReplaceChild(new DeletedText(text.Text) { Space = SpaceProcessingModeValues.Preserve }, text);
                    }

                    return Track(new DeletedRun(run));
                default:
                    throw new ArgumentOutOfRangeException(nameof(span), span.Revision, "A new kind of change needs its element.");
            }
        }

        private Table Table(RevisedTable table)
        {
            var empty = Enumerable.Repeat("", table.Columns).Select(cell => new TableCell(cell)).ToArray();

            // A head that was replaced is deleted rows and the new one under them: whichever stands in the end is repeated on every page.
            var head = Math.Min(table.Rows.Count, 1 + table.Rows.TakeWhile(row => row.Revision == Revision.Deleted).Count());
            var written = OfficialTableWriter.Write(new OfficialTable(null, Weights(table), head, [.. table.Rows.Select(_ => new TableRow(empty))]));
            foreach (var (row, word) in table.Rows.Zip(written.Elements<WordRow>().ToArray()))
            {
                Fill(row, word, table.Columns);
            }

            return written;
        }

        private void Fill(RevisedRow row, WordRow written, int columns)
        {
            if (row.Cells.Count != columns)
            {
                throw new ArgumentException($"A row has {row.Cells.Count} cells in a table of {columns} columns.", nameof(row));
            }

            if (row.Revision != Revision.Kept)
            {
                written.GetFirstChild<TableRowProperties>()!.Append(row.Revision == Revision.Inserted ? Track(new Inserted()) : Track(new Deleted()));
            }

            foreach (var (spans, cell) in row.Cells.Zip(written.Elements<WordCell>()))
            {
                var paragraph = cell.GetFirstChild<Paragraph>()!;
                var style = paragraph.ParagraphProperties!.ParagraphStyleId!.Val!.Value!;
                cell.ReplaceChild(Paragraph(style, row.Revision, spans), paragraph);
            }
        }

        private static double[] Weights(RevisedTable table) => [.. Enumerable.Range(0, table.Columns).Select(column =>
            (double)Math.Clamp(table.Rows.Max(row => row.Cells.Count > column ? row.Cells[column].Sum(span => span.Text.Length) : 0), NarrowestColumn, WidestColumn))];

        private T Track<T>(T change)
            where T : OpenXmlElement
        {
            const string Word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
            change.SetAttribute(new OpenXmlAttribute("w", "id", Word, (++changes).ToString(CultureInfo.InvariantCulture)));
            change.SetAttribute(new OpenXmlAttribute("w", "author", Word, author));
            change.SetAttribute(new OpenXmlAttribute("w", "date", Word, at.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture)));
            return change;
        }
    }
}

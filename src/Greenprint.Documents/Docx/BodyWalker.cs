using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Greenprint.Documents.Docx;

/// <summary>Walks a body in reading order: paragraphs, tables, and the content of controls and text boxes.</summary>
internal sealed class BodyWalker(MainDocumentPart main, CancellationToken cancel)
{
    private readonly ParagraphStyles styles = new(main.StyleDefinitionsPart?.Styles);
    private readonly ListNumbering numbering = new(main.NumberingDefinitionsPart?.Numbering);

    // Word writes where its pages broke when it last laid the document out; without those marks the pages are not known.
    private readonly bool paged = main.Document!.Body!.Descendants<LastRenderedPageBreak>().Any();
    private readonly List<Block> blocks = [];
    private int paragraphs;
    private int page = 1;
    private OpenParagraph? open;

    public IReadOnlyList<Block> Blocks => blocks;

    public bool HasTrackedChanges { get; private set; }

    public void Walk(Body body)
    {
        Walk(body, insideContents: false);
        Close();
    }

    private void Walk(OpenXmlElement parent, bool insideContents)
    {
        foreach (var child in parent.ChildElements)
        {
            cancel.ThrowIfCancellationRequested();
            switch (child)
            {
                case Paragraph paragraph:
                    Read(paragraph, insideContents);
                    break;
                case Table table:
                    Close();
                    Read(table);
                    break;
                case SdtBlock control:
                    if (control.SdtContentBlock is { } content)
                    {
                        Walk(content, insideContents || IsContents(control));
                    }

                    break;
                case InsertedRun or MoveToRun or CustomXmlBlock:
                    Walk(child, insideContents);
                    break;
            }
        }
    }

    private void Read(Paragraph paragraph, bool insideContents)
    {
        paragraphs++;
        var text = ParagraphText.Of(paragraph);
        HasTrackedChanges |= text.HasTrackedChanges;
        var style = styles.Of(paragraph);

        // Of a paragraph that was deleted whole only the next one remains, with its own style.
        if (open is null || open.IsEmpty)
        {
            open = new OpenParagraph(new BlockPlace(paged ? page + text.PagesBefore : null, paragraphs), style, insideContents);
        }

        page += text.Pages;
        open.Append(text);

        // A paragraph whose mark was deleted runs on into the next one.
        if (!text.MarkIsDeleted)
        {
            // Only a paragraph that is still there counts in its list: Word numbers what remains.
            open.Number = open.IsEmpty ? null : numbering.Next(styles.NumberingOf(paragraph));
            Close();
        }

        foreach (var box in text.Boxes)
        {
            Walk(box, insideContents);
        }
    }

    private void Close()
    {
        if (open is not null)
        {
            blocks.AddRange(open.Blocks());
            open = null;
        }
    }

    private void Read(Table table)
    {
        var place = new BlockPlace(paged ? page : null, paragraphs + 1);
        var rows = TableCells.Of(table, out var pages, out var inside, out var tracked);
        page += pages;
        paragraphs += inside;
        HasTrackedChanges |= tracked;

        // A table of one cell is a frame around text (a 专栏 or a cover), but its text is still a table for those who look for boxes.
        if (rows.Any(row => row.Cells.Any(cell => cell.Text.Length > 0)))
        {
            blocks.Add(new TableBlock(place, rows));
        }
    }

    private static bool IsContents(SdtBlock control) =>
        control.SdtProperties?.GetFirstChild<SdtContentDocPartObject>()?.DocPartGallery?.Val?.Value == "Table of Contents";
}

using Greenprint.Documents.Pdf.Pages;
using Greenprint.Documents.Pdf.Tables;

namespace Greenprint.Documents.Pdf.Paragraphs;

/// <summary>Joins lines to paragraphs by indent, width, font and punctuation, as a reader's eye does, and the parts of tables over page breaks.</summary>
internal sealed class ParagraphBuilder(IReadOnlyList<string> fonts, double bodySize, double lineHeight)
{
    private const double SameSize = 0.08;
    private const double Indented = 1.3;
    private const double FarBelow = 1.9;
    private const double Blank = 1.5;

    // A word or a number that does not fit leaves this much room at most.
    private const double MostRoom = 6;

    // The longest paragraph of a real plan has some 1,500 characters; what is longer was not broken into paragraphs at all.
    private const int MostLines = 300;

    private readonly List<object> parts = [];
    private OpenText? text;
    private OpenTable? table;
    private int lines;

    public List<Block> Build(IEnumerable<PageItem> items)
    {
        foreach (var item in items)
        {
            if (item.Table is { } part)
            {
                Add(item, part);
            }
            else
            {
                Add(item, item.Line!);
            }
        }

        return [.. parts.Select(part => part is OpenTable done ? (Block)done.ToBlock() : ((OpenText)part).ToBlock(fonts))];
    }

    private void Add(PageItem item, PageTable part)
    {
        if (table is null || !table.TryAppend(part))
        {
            parts.Add(table = new OpenTable(part, item.LineNumber));
        }
    }

    private void Add(PageItem item, TextLine line)
    {
        if (table is not null && Captions.Continues(line.Text))
        {
            return;   // 续表: it only says what the reading has done already
        }

        var isInterrupted = parts.Count > 0 && !ReferenceEquals(parts[^1], text);
        if (text is not null && text.IsNote == item.IsNote && lines < MostLines && (isInterrupted ? GoesOn(item, line) : Continues(item, line)))
        {
            text.Append(item);
            lines++;
        }
        else
        {
            var isFar = text is null || text.LastItem.Page != item.Page || line.Baseline - text.Last.Baseline > Blank * lineHeight;
            var begun = new OpenText(item, isFar);
            parts.Add(begun);
            lines = 1;
            if (!item.IsNote || text is null || text.IsNote)
            {
                text = begun;
            }
        }

        if (!item.IsNote)
        {
            table = null;
        }
    }

    // A table or a note stands in the middle of a sentence: the paragraph goes on after it.
    private bool GoesOn(PageItem item, TextLine line) =>
        IsFull(text!.LastItem, line) && !Captions.EndsSentence(text.Last.Text) && !IsCentred(text.LastItem)
        && line.Left - item.Shape.Left < Indented * line.Size && !Captions.HasNumber(line.Text) && !Captions.Opens(line.Text) && IsSameSize(text.Last, line) && item.Page - text.LastItem.Page <= 2;

    private bool Continues(PageItem item, TextLine line)
    {
        var last = text!.Last;
        var isSamePage = text.LastItem.Page == item.Page;
        if (!IsSameSize(last, line) || Captions.HasLeader(last.Text) || Captions.Opens(line.Text) || isSamePage && line.Baseline - last.Baseline > FarBelow * lineHeight * Math.Max(1, line.Size / bodySize))
        {
            return false;
        }

        var isFull = IsFull(text.LastItem, line);
        if (Captions.HasLeader(line.Text))
        {
            return isFull && !Captions.HasNumber(line.Text);
        }

        if (IsCentred(text.LastItem) || IsCentred(item) && IsWideTitle(text.LastItem))
        {
            return IsCentred(item) && last.Font == line.Font && isSamePage && !Captions.HasNumber(line.Text) && !Captions.EndsSentence(last.Text);
        }

        if (!isFull || line.Left - item.Shape.Left >= Indented * line.Size && !HangsAs(last, item))
        {
            return false;
        }

        return !Captions.HasNumber(line.Text) || !Captions.EndsSentence(last.Text) && !Captions.IsHeading(line.Text) && !(text.HasNumber && Captions.IsItem(line.Text));
    }

    // The first line of a title in the middle may be as wide as the page.
    private bool IsWideTitle(PageItem last) =>
        Math.Abs(last.Line!.Left - last.Shape.Left - (last.Shape.Right - last.Line.Right)) < 1.5 * last.Line.Size && (last.Line.Left - last.Shape.Left > last.Line.Size || last.Line.Size > bodySize * (1 + SameSize));

    // Items set with a hanging indent: the second line begins under the text of the first one.
    private static bool HangsAs(TextLine last, PageItem item) =>
        !Captions.EndsSentence(last.Text) && !Captions.HasNumber(item.Line!.Text) && !IsCentred(item) && Math.Abs(last.Left - item.Line.Left) < 3 * item.Line.Size && last.Left - item.Shape.Left > item.Line.Size
        && last.Right - last.Left > 0.5 * item.Shape.Width;

    private static bool IsCentred(PageItem item) => OpenText.IsCentred(item.Line!, item.Shape);

    private static bool IsFull(PageItem last, TextLine next) =>
        last.Shape.Right - last.Line!.Right is var room && room < CellText.Needed(last.Line, next) && room < MostRoom * last.Line.Size;

    private static bool IsSameSize(TextLine one, TextLine two) => Math.Abs(one.Size - two.Size) <= SameSize * Math.Max(one.Size, two.Size);
}

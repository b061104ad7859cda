using Greenprint.Documents.Pdf.Pages;
using Greenprint.Documents.Pdf.Tables;

namespace Greenprint.Documents.Pdf.Paragraphs;

/// <summary>A paragraph that is being put together from lines.</summary>
internal sealed class OpenText(PageItem first, bool afterBlank)
{
    // Lines in the middle stand in by the same on both sides.
    private const double Centred = 1.5;
    private const double StandsIn = 2.6;

    private readonly List<PageItem> lines = [first];

    public TextLine Last => lines[^1].Line!;

    public PageItem LastItem => lines[^1];

    public bool HasNumber => Captions.HasNumber(first.Line!.Text);

    public bool IsNote => first.IsNote;

    public string Text => CellText.Join([.. lines.Select(line => line.Line!)]);

    public void Append(PageItem item) => lines.Add(item);

    public static bool IsCentred(TextLine line, PageShape shape)
    {
        var left = line.Left - shape.Left;
        var right = shape.Right - line.Right;
        return left > StandsIn * line.Size && right > line.Size && Math.Abs(left - right) < Centred * line.Size;
    }

    public TextBlock ToBlock(IReadOnlyList<string> fonts)
    {
        var main = first.Line!;
        var most = lines.Select(line => line.Line!).GroupBy(line => (line.Font, line.Size)).MaxBy(same => same.Sum(line => line.Right - line.Left))!.Key;
        var place = new BlockPlace(first.Page, first.LineNumber)
        {
            Areas =
            [
                .. lines.GroupBy(line => line.Page, line => line.Line!).Select(page =>
                    new Frame(page.Min(line => line.Left), page.Min(line => line.Top), page.Max(line => line.Right), page.Max(line => line.Bottom)).On(page.Key)),
            ],
        };
        return new TextBlock(place, Text)
        {
            Indent = Math.Max(0, Points.Whole((main.Left - first.Shape.Left) / main.Size * 2)),
            AfterBlank = afterBlank,
            Look = new TextLook(fonts[most.Font], Points.Tenth(most.Size), IsCentred(main, first.Shape), lines.Count),
        };
    }
}

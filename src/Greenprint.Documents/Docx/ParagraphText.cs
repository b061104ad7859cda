using System.Globalization;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using M = DocumentFormat.OpenXml.Math;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Greenprint.Documents.Docx;

/// <summary>The text of one paragraph as it stands when all tracked changes are accepted.</summary>
internal sealed class ParagraphText
{
    private readonly StringBuilder line = new();
    private readonly List<string> lines = [];
    private readonly List<string> bookmarks = [];
    private readonly List<OpenXmlElement> boxes = [];
    private bool hasText;

    private ParagraphText()
    {
    }

    /// <summary>The text, parted at soft line breaks; at least one.</summary>
    public IReadOnlyList<string> Lines => lines;

    public IReadOnlyList<string> Bookmarks => bookmarks;

    /// <summary>Contents of text boxes anchored in the paragraph.</summary>
    public IReadOnlyList<OpenXmlElement> Boxes => boxes;

    /// <summary>Page breaks in the paragraph, and how many of them stand before its first character.</summary>
    public int Pages { get; private set; }

    public int PagesBefore { get; private set; }

    public bool HasTrackedChanges { get; private set; }

    public bool MarkIsDeleted { get; private set; }

    public static ParagraphText Of(Paragraph paragraph)
    {
        var text = new ParagraphText();
        var mark = paragraph.ParagraphProperties?.ParagraphMarkRunProperties;
        text.MarkIsDeleted = mark?.GetFirstChild<Deleted>() is not null || mark?.GetFirstChild<MoveFrom>() is not null;
        text.HasTrackedChanges = text.MarkIsDeleted || mark?.GetFirstChild<Inserted>() is not null;
        text.Walk(paragraph);
        text.lines.Add(text.line.ToString());
        return text;
    }

    private void Walk(OpenXmlElement parent)
    {
        foreach (var child in parent.ChildElements)
        {
            switch (child)
            {
                case DeletedRun or MoveFromRun:
                    HasTrackedChanges = true;
                    break;
                case InsertedRun or MoveToRun:
                    HasTrackedChanges = true;
                    Walk(child);
                    break;
                case Run run when IsHidden(run):
                    break;
                case BookmarkStart bookmark:
                    if (bookmark.Name?.Value is { } name)
                    {
                        bookmarks.Add(name);
                    }

                    break;
                case ParagraphProperties or RunProperties or DeletedText or FieldCode or DeletedFieldCode:
                    break;
                default:
                    Read(child);
                    break;
            }
        }
    }

    private void Read(OpenXmlElement element)
    {
        switch (element)
        {
            case W.Text text:
                Append(text.Text);
                break;
            case M.Text formula:
                Append(formula.Text);
                break;
            case TabChar:
                Append("\t");
                break;
            case NoBreakHyphen:
                Append("-");
                break;
            case LastRenderedPageBreak:
                TurnPage();
                break;
            case Break pageBreak when pageBreak.Type?.Value == BreakValues.Page:
                // Word also writes a rendered break at the top of the next page: only that one counts.
                break;
            case Break or CarriageReturn:
                lines.Add(line.ToString());
                line.Clear();
                break;
            case SymbolChar symbol:
                Append(Symbol(symbol));
                break;
            case RubyContent or Ruby:
                Walk(element is Ruby ruby ? ruby.GetFirstChild<RubyBase>() ?? element : element);
                break;
            case TextBoxContent box:
                boxes.Add(box);
                break;
            case AlternateContent alternative:
                // The same drawing twice, for new and for old readers: one of them is read.
                Walk((OpenXmlElement?)alternative.GetFirstChild<AlternateContentChoice>() ?? alternative);
                break;
            default:
                Walk(element);
                break;
        }
    }

    private void Append(string text)
    {
        line.Append(text);
        hasText |= !string.IsNullOrWhiteSpace(text);
    }

    private void TurnPage()
    {
        Pages++;
        if (!hasText)
        {
            PagesBefore++;
        }
    }

    private static bool IsHidden(Run run) => run.RunProperties?.Vanish is { } vanish && (vanish.Val is null || vanish.Val.Value);

    // Symbol fonts put their signs in the private-use area, where they mean nothing without the font.
    private static string Symbol(SymbolChar symbol) =>
        int.TryParse(symbol.Char?.Value, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var code) && code is > 0x20 and < 0xE000
            ? char.ConvertFromUtf32(code)
            : "";
}

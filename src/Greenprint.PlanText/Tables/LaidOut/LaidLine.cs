using System.Text.RegularExpressions;
using Greenprint.Documents;

namespace Greenprint.PlanText.Tables.LaidOut;

/// <summary>A run of text on a line of a laid-out page, parted from its neighbours by wide gaps.</summary>
/// <param name="Start">First column, from 0.</param>
/// <param name="End">The column after its last one.</param>
/// <param name="Text">The text.</param>
internal sealed record LaidPiece(int Start, int End, string Text)
{
    public string Key { get; } = Paragraphs.TextFold.Key(Text);

    public double Middle => (Start + End) / 2.0;
}

/// <summary>A line of a laid-out page as pieces.</summary>
internal sealed partial class LaidLine
{
    private readonly string raw;
    private readonly int indent;

    public LaidLine(TextBlock block)
    {
        Place = block.Place;
        raw = block.Text;
        indent = block.Indent;
        Pieces = Split(wide: false);
    }

    public BlockPlace Place { get; }

    /// <summary>Line of the file: blank lines count.</summary>
    public int Y => Place.Line ?? 0;

    public string Text => raw;

    /// <summary>The pieces; a column is a character, wide or narrow, as pdftotext counts.</summary>
    public IReadOnlyList<LaidPiece> Pieces { get; }

    /// <summary>The pieces with wide characters counted twice, as a fixed-width face shows them.</summary>
    public IReadOnlyList<LaidPiece> WidePieces => Split(wide: true);

    private List<LaidPiece> Split(bool wide)
    {
        var pieces = new List<LaidPiece>();
        var from = 0;
        foreach (Match gap in Gap().Matches(raw))
        {
            Add(from, gap.Index);
            from = gap.Index + gap.Length;
        }

        Add(from, raw.Length);
        return pieces;

        void Add(int start, int end)
        {
            if (end > start)
            {
                var column = Column(start, wide);
                pieces.Add(new LaidPiece(column, column + Column(end, wide) - Column(start, wide), raw[start..end]));
            }
        }
    }

    private int Column(int index, bool wide)
    {
        var column = indent;
        for (var i = 0; i < index; i++)
        {
            column += raw[i] == '\t' ? 4 : wide && IsWide(raw[i]) ? 2 : 1;
        }

        return column;
    }

    private static bool IsWide(char c) => c >= '\u2E80' && c is not (>= '\uFF61' and <= '\uFFDC') || c is '\u201C' or '\u201D' or '\u2014';

    // Two spaces part columns. One does where a row's number stands before its name, or a nature behind a value.
    [GeneratedRegex(@"[ \u3000]{2,}|\u3000|\s*\t\s*|(?<=(?:^|\s{2})\d{1,3})\s(?=[\p{IsCJKUnifiedIdeographs}A-Z（])|(?<=\p{IsCJKUnifiedIdeographs})\s(?=\d{1,2}[.．、]\s?[\p{IsCJKUnifiedIdeographs}A-Z])|(?<=\p{IsCJKUnifiedIdeographs})\s(?=\d{1,2}\s[\p{IsCJKUnifiedIdeographs}])|(?<=[）)%％])\s(?=[\[〔［≥≤]?\d[\d.]*[\]〕］]?[%％]?(?:\s{2}|$))|(?<=[）)])\s(?=[—/-](?:\s{2}|$))|\s(?=(约束性|预期性|引领性)$)")]
    private static partial Regex Gap();
}

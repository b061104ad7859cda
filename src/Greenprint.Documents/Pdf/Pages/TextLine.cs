using System.Text;

namespace Greenprint.Documents.Pdf.Pages;

/// <summary>Signs that stand on one line, from left to right.</summary>
internal sealed class TextLine
{
    // Chinese text is set without spaces: only a gap of half a sign parts two phrases. Latin words are parted by a quarter.
    private const double PhraseGap = 0.45;
    private const double WordGap = 0.16;

    private string? text;

    public TextLine(IReadOnlyList<Glyph> glyphs)
    {
        Glyphs = glyphs;
        Left = glyphs[0].Left;
        Right = glyphs.Max(glyph => glyph.Right);
        var most = glyphs.GroupBy(glyph => (glyph.Size, glyph.Font)).MaxBy(same => same.Sum(glyph => glyph.Right - glyph.Left))!.Key;
        (Size, Font) = most;
        Baseline = glyphs.Where(glyph => glyph.Size == Size).Select(glyph => glyph.Baseline).Order().ElementAt(glyphs.Count(glyph => glyph.Size == Size) / 2);
        Top = glyphs.Min(glyph => glyph.Top);
        Bottom = glyphs.Max(glyph => glyph.Bottom);
    }

    public IReadOnlyList<Glyph> Glyphs { get; }

    public double Left { get; }

    public double Right { get; }

    public double Top { get; }

    public double Bottom { get; }

    public double Baseline { get; }

    public double MiddleY => (Top + Bottom) / 2;

    /// <summary>Size of most of its signs.</summary>
    public double Size { get; }

    /// <summary>Font of most of its signs.</summary>
    public int Font { get; }

    /// <summary>The text; superscripts and footnote marks stand as printed, on the line.</summary>
    public string Text => text ??= Write();

    /// <summary>The pieces between gaps wider than <paramref name="gap"/> times the size.</summary>
    public IEnumerable<TextLine> Pieces(double gap)
    {
        var start = 0;
        for (var i = 1; i <= Glyphs.Count; i++)
        {
            if (i == Glyphs.Count || Glyphs[i].Left - Glyphs[i - 1].Right > gap * Size)
            {
                yield return start == 0 && i == Glyphs.Count ? this : new TextLine([.. Glyphs.Skip(start).Take(i - start)]);
                start = i;
            }
        }
    }

    /// <summary>True where a space stands between two signs that are so far apart.</summary>
    internal static bool IsSpace(Glyph left, Glyph right)
    {
        var gap = (right.Left - left.Right) / Math.Max(left.Size, right.Size);
        return gap > (IsLatin(left.Text[^1]) && IsLatin(right.Text[0]) ? WordGap : PhraseGap);
    }

    private static bool IsLatin(char c) => c is > ' ' and < '\u0250';

    private string Write()
    {
        var written = new StringBuilder(Glyphs.Count + 4);
        for (var i = 0; i < Glyphs.Count; i++)
        {
            if (i > 0 && IsSpace(Glyphs[i - 1], Glyphs[i]))
            {
                written.Append(' ');
            }

            written.Append(Glyphs[i].Text);
        }

        return written.ToString();
    }
}

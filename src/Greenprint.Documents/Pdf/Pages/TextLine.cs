using System.Text;

namespace Greenprint.Documents.Pdf.Pages;

/// <summary>Signs that stand on one line, from left to right.</summary>
internal sealed class TextLine
{
    // Chinese text is set without spaces: only a gap of half a sign parts two phrases. Latin words are parted by a quarter.
    private const double PhraseGap = 0.45;
    private const double WordGap = 0.16;
    private const int MostDigits = 2;

    private string? text;

    public TextLine(IReadOnlyList<Glyph> glyphs)
    {
        Glyphs = glyphs;
        Left = glyphs[0].Left;
        var isMixed = false;
        (Right, Top, Bottom) = (glyphs[0].Right, glyphs[0].Top, glyphs[0].Bottom);
        for (var i = 1; i < glyphs.Count; i++)
        {
            var glyph = glyphs[i];
            (Right, Top, Bottom) = (Math.Max(Right, glyph.Right), Math.Min(Top, glyph.Top), Math.Max(Bottom, glyph.Bottom));
            isMixed |= glyph.Size != glyphs[0].Size || glyph.Font != glyphs[0].Font || glyph.Baseline != glyphs[0].Baseline;
        }

        (Size, Font, Baseline) = isMixed ? Usual(glyphs) : (glyphs[0].Size, glyphs[0].Font, glyphs[0].Baseline);
    }

    private static (double Size, int Font, double Baseline) Usual(IReadOnlyList<Glyph> glyphs)
    {
        var (size, font) = glyphs.GroupBy(glyph => (glyph.Size, glyph.Font)).MaxBy(same => same.Sum(glyph => glyph.Right - glyph.Left))!.Key;
        var baselines = glyphs.Where(glyph => glyph.Size == size).Select(glyph => glyph.Baseline).Order().ToArray();
        return (size, font, baselines[baselines.Length / 2]);
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

    // 1 总则, 2.3 指标体系: between a number at the head of a line and its title a narrow space is meant, if the document draws one. Years are no such numbers.
    private static bool IsNumber(StringBuilder head)
    {
        var digits = 0;
        for (var i = 0; i < head.Length; i++)
        {
            digits = char.IsAsciiDigit(head[i]) ? digits + 1 : head[i] == '.' && digits > 0 ? 0 : MostDigits + 1;
            if (digits > MostDigits)
            {
                return false;
            }
        }

        return digits > 0;
    }

    private static bool IsLatin(char c) => c is > ' ' and < '\u0250';

    private string Write()
    {
        var written = new StringBuilder(Glyphs.Count + 4);
        for (var i = 0; i < Glyphs.Count; i++)
        {
            if (i > 0 && (IsSpace(Glyphs[i - 1], Glyphs[i]) || Glyphs[i] is { IsAfterSpace: true, Text: [>= '\u2E80', ..] } && IsNumber(written)))
            {
                written.Append(' ');
            }

            written.Append(Glyphs[i].Text);
        }

        return written.ToString();
    }
}

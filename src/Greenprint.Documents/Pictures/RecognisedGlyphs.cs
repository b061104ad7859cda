using Greenprint.Documents.Pdf.Pages;

namespace Greenprint.Documents.Pictures;

/// <summary>Signs out of recognised words: every sign has its share of the width, and the signs of a line one baseline and one size.</summary>
internal static class RecognisedGlyphs
{
    // A Chinese sign fills nine tenths of its square, a digit seven.
    private const double ChineseHeight = 0.92;
    private const double LatinHeight = 0.72;
    private const double Usual = 0.3;
    private const double WideGap = 1.2;

    public static List<Glyph> Of(IEnumerable<RecognisedWord> words, double scale, int font)
    {
        var lines = words.GroupBy(word => word.Line).Select(line => line.ToArray()).Select(line => (Words: line, Size: Size(line) / scale)).ToArray();
        var sizes = lines.Where(line => line.Words.Any(IsChinese)).Select(line => line.Size).Order().ToArray();
        var usual = sizes.Length == 0 ? 0 : sizes[sizes.Length / 2];
        var glyphs = new List<Glyph>();
        foreach (var (line, own) in lines)
        {
            // Heights waver by a point or two: lines of about the usual size have it.
            var size = usual > 0 && (Math.Abs(own - usual) < Usual * usual || !line.Any(IsChinese)) ? usual : own;
            var baseline = line.Select(word => (word.Top + word.Height) / scale).Order().ElementAt(line.Length / 2) - 0.06 * size;
            AddLine(line, baseline, size, scale, font, glyphs);
        }

        return glyphs;
    }

    // The boxes of words overlap and waver; their order and the ends of what they make together are right. Only a wide gap parts two pieces.
    private static void AddLine(RecognisedWord[] line, double baseline, double size, double scale, int font, List<Glyph> glyphs)
    {
        var first = glyphs.Count;
        for (var i = 0; i < line.Length;)
        {
            var (left, right, text) = (line[i].Left / scale, (line[i].Left + line[i].Width) / scale, line[i].Text);
            for (i++; i < line.Length && line[i].Left / scale - right < WideGap * size; i++)
            {
                text += char.IsAsciiLetter(text[^1]) && char.IsAsciiLetter(line[i].Text[0]) ? " " + line[i].Text : line[i].Text;
                (left, right) = (Math.Min(left, line[i].Left / scale), Math.Max(right, (line[i].Left + line[i].Width) / scale));
            }

            text = SignMending.Line(text);
            var share = (right - left) / text.Sum(Weight);
            foreach (var sign in text)
            {
                if (sign != ' ')
                {
                    glyphs.Add(new Glyph(sign.ToString(), left, left + share * Weight(sign), baseline, size, font));
                }

                left += share * Weight(sign);
            }
        }

        MendBrackets(glyphs, first);
    }

    // 〈 and 《 are what a bracket looks like that nothing of their kind closes.
    private static void MendBrackets(List<Glyph> glyphs, int first)
    {
        var line = string.Concat(glyphs.Skip(first).Select(glyph => glyph.Text));
        var isLone = line.Count(c => c == '《') > line.Count(c => c == '》');
        for (var i = first; i < glyphs.Count; i++)
        {
            var text = glyphs[i].Text[0];
            if (text == '〈' || text == '《' && isLone)
            {
                glyphs[i] = glyphs[i] with { Text = "（" };
            }
            else if (text == '〉')
            {
                glyphs[i] = glyphs[i] with { Text = "）" };
            }
        }
    }

    private static double Size(RecognisedWord[] line) =>
        line.Any(IsChinese) ? Median(line.Where(IsChinese)) / ChineseHeight : Median(line) / LatinHeight;

    private static double Median(IEnumerable<RecognisedWord> words) => words.Select(word => word.Height).Order().ToArray() is var heights ? heights[heights.Length / 2] : 0;

    private static bool IsChinese(RecognisedWord word) => word.Text.Any(c => c is >= '\u4E00' and <= '\u9FFF' and not '一');

    private static double Weight(char sign) => sign >= '\u2E80' ? 1 : 0.55;
}

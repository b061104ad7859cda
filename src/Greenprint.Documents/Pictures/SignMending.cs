using System.Text.RegularExpressions;

namespace Greenprint.Documents.Pictures;

/// <summary>Mends what tesseract's Chinese model cannot see or always mistakes. Only what cannot be meant otherwise is touched.</summary>
internal static partial class SignMending
{
    private const double LowerPart = 0.62;
    private const double BarWidth = 0.55;

    /// <summary>A word with &gt; and &lt; as ≥ and ≤ where the picture has a bar below the angle: the model knows no such signs.</summary>
    public static RecognisedWord Bars(RecognisedWord word, GreyPicture picture)
    {
        var text = word.Text.ToCharArray();
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is '>' or '<' && HasBar(word, i, picture))
            {
                text[i] = text[i] == '>' ? '≥' : '≤';
            }
        }

        return word with { Text = new string(text) };
    }

    /// <summary>A line of text with the unit of a share, （%）, where a digit stands beside the sign: no figure ends so.</summary>
    public static string Line(string text) => Share().Replace(text, "（%）");

    // A bar runs through most of the sign's width near its foot; the arm of an angle does not.
    private static bool HasBar(RecognisedWord word, int index, GreyPicture picture)
    {
        var share = (double)word.Width / word.Text.Length;
        var left = Math.Clamp((int)(word.Left + share * index), 0, picture.Width - 1);
        var right = Math.Clamp((int)(word.Left + share * (index + 1.15)), left + 1, picture.Width);
        if (picture.Ink(left, Math.Clamp(word.Top - 4, 0, picture.Height), right, Math.Clamp(word.Top + word.Height + 6, 0, picture.Height)) is not { } ink)
        {
            return false;
        }

        for (var y = ink.Top + (int)((ink.Bottom - ink.Top) * LowerPart); y < ink.Bottom; y++)
        {
            int run = 0, longest = 0;
            for (var x = ink.Left; x < ink.Right; x++)
            {
                run = picture.IsDark(x, y) ? run + 1 : 0;
                longest = Math.Max(longest, run);
            }

            if (longest >= BarWidth * (ink.Right - ink.Left))
            {
                return true;
            }
        }

        return false;
    }

    [GeneratedRegex(@"[（(](%[6%7]|9%)[）)]$")]
    private static partial Regex Share();
}

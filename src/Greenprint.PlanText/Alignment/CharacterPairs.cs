namespace Greenprint.PlanText.Alignment;

/// <summary>A text as the pairs of neighbouring characters in it: Chinese words have mostly two, and need no dictionary this way.</summary>
internal static class CharacterPairs
{
    /// <summary>How often each pair stands in the text. Punctuation parts pairs; white space does not.</summary>
    public static Dictionary<int, int> Of(ReadOnlySpan<char> text)
    {
        var counts = new Dictionary<int, int>();
        var before = '\0';
        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c))
            {
                continue;
            }

            if (!char.IsLetterOrDigit(c))
            {
                before = '\0';
                continue;
            }

            if (before != '\0')
            {
                var pair = (before << 16) | c;
                counts[pair] = counts.GetValueOrDefault(pair) + 1;
            }

            before = c;
        }

        return counts;
    }

    /// <summary>Likeness of two short texts from 0 to 1.</summary>
    public static double Cosine(string left, string right) => Cosine(Of(left), Of(right));

    /// <summary>Likeness of two short texts whose pairs are counted.</summary>
    public static double Cosine(Dictionary<int, int> a, Dictionary<int, int> b)
    {
        var shared = a.Sum(pair => (long)pair.Value * b.GetValueOrDefault(pair.Key));
        return shared == 0 ? 0 : shared / Math.Sqrt((double)a.Values.Sum(n => (long)n * n) * b.Values.Sum(n => (long)n * n));
    }
}

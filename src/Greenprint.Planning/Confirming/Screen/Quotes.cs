namespace Greenprint.Planning.Confirming.Screen;

/// <summary>Finds the words of an item in the text of the document, which may break and space them differently.</summary>
internal static class Quotes
{
    /// <summary>Start and length of <paramref name="quote"/> in <paramref name="text"/>, white space aside; null where it does not stand there.</summary>
    public static (int Start, int Length)? Find(string text, string? quote)
    {
        var wanted = Bare(quote ?? "", out _);
        if (wanted.Length == 0)
        {
            return null;
        }

        var bare = Bare(text, out var places);
        var at = bare.IndexOf(wanted, StringComparison.Ordinal);
        return at < 0 ? null : (places[at], places[at + wanted.Length - 1] + 1 - places[at]);
    }

    private static string Bare(string text, out List<int> places)
    {
        places = [];
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsWhiteSpace(text[i]))
            {
                places.Add(i);
            }
        }

        return string.Create(places.Count, (text, places), static (span, source) =>
        {
            for (var i = 0; i < span.Length; i++)
            {
                span[i] = source.text[source.places[i]];
            }
        });
    }
}

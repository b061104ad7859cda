namespace Greenprint.Documents.Docx;

/// <summary>A paragraph that is being put together; usually one, several where a deleted mark joins them.</summary>
internal sealed class OpenParagraph(BlockPlace place, ParagraphStyle style, bool insideContents)
{
    private readonly List<string> lines = [""];
    private readonly List<string> bookmarks = [];

    public ListNumber? Number { get; set; }

    public bool IsEmpty => lines.All(string.IsNullOrWhiteSpace);

    public void Append(ParagraphText text)
    {
        lines[^1] += text.Lines[0];
        lines.AddRange(text.Lines.Skip(1));
        bookmarks.AddRange(text.Bookmarks);
    }

    /// <summary>
    /// The blocks of the paragraph. A soft line break inside a title only wraps it; elsewhere writers use it to begin a new paragraph.
    /// </summary>
    public IEnumerable<Block> Blocks()
    {
        var parts = style.HeadingLevel is not null || style.Role == BlockRole.Title ? [string.Concat(lines)] : lines;
        var number = Number;
        foreach (var part in parts.Select(Clean).Where(part => part.Length > 0))
        {
            yield return new TextBlock(place, part)
            {
                HeadingLevel = style.HeadingLevel,
                Role = insideContents ? BlockRole.Contents : style.Role,
                Number = number,
                Bookmarks = bookmarks,
            };
            number = null;
        }
    }

    private static string Clean(string text) => text.Replace("\u200B", "", StringComparison.Ordinal).Replace("\uFEFF", "", StringComparison.Ordinal).Trim();
}

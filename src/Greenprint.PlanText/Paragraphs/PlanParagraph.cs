using Greenprint.Documents;

namespace Greenprint.PlanText.Paragraphs;

/// <summary>A paragraph of the plan: wrapped lines joined, page furniture and contents removed.</summary>
/// <param name="Text">The text; of a table, its cells.</param>
/// <param name="Place">Where it begins.</param>
internal sealed record PlanParagraph(string Text, BlockPlace Place)
{
    /// <summary>Heading level the format states, or null.</summary>
    public int? HeadingLevel { get; init; }

    /// <summary>True for the title style.</summary>
    public bool IsTitle { get; init; }

    /// <summary>True for a line of a table that was laid out with spaces.</summary>
    public bool IsTabular { get; init; }

    /// <summary>Rows of a table, or null.</summary>
    public IReadOnlyList<IReadOnlyList<string>>? Rows { get; init; }

    /// <summary>True where the source has the paragraph as such; false where it was joined from lines, which may have gone wrong.</summary>
    public bool IsWhole { get; init; }

    /// <summary>Columns before the text, where the source is laid out with spaces.</summary>
    public int Indent { get; init; }
}

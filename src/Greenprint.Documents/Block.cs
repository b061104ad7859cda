using System.Text.Json.Serialization;

namespace Greenprint.Documents;

/// <summary>One piece of a document in reading order.</summary>
/// <param name="Place">Where it stands.</param>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(TextBlock), "text")]
[JsonDerivedType(typeof(TableBlock), "table")]
public abstract record Block(BlockPlace Place);

/// <summary>Where a block stands.</summary>
/// <param name="Page">Page from 1 on which it begins, or null where the format knows no pages (a DOCX knows them only after Word has laid it out).</param>
/// <param name="Line">Line of the file from 1 (TXT, MD), number of the paragraph from 1 (DOCX), or line of the page from 1 (PDF; of a table the line above it, 0 at the head of the page).</param>
public sealed record BlockPlace(int? Page, int? Line)
{
    /// <summary>
    /// What it covers on its pages, so that it can be shown where it stands: an area per page, in reading order.
    /// Empty where the format has no laid-out pages.
    /// </summary>
    public IReadOnlyList<PageArea> Areas { get; init; } = [];
}

/// <summary>A paragraph, a heading, or a line of a page.</summary>
/// <param name="Place">Where it begins.</param>
/// <param name="Text">The text without the automatic number and without white space at its ends; never empty.</param>
public sealed record TextBlock(BlockPlace Place, string Text) : Block(Place)
{
    /// <summary>Level of the heading, from 1, that the format itself states (style, outline level, <c>##</c>); null for body text.</summary>
    public int? HeadingLevel { get; init; }

    /// <summary>What else the style says of the block.</summary>
    public BlockRole Role { get; init; }

    /// <summary>The automatic list number, computed as Word shows it; null where there is none or it is a bullet.</summary>
    public ListNumber? Number { get; init; }

    /// <summary>Columns of white space before the text on its line; a Chinese character counts two.</summary>
    public int Indent { get; init; }

    /// <summary>True where an empty line stands before.</summary>
    public bool AfterBlank { get; init; }

    /// <summary>Names of the bookmarks that begin in the block.</summary>
    public IReadOnlyList<string> Bookmarks { get; init; } = [];

    /// <summary>How the page prints it; null where the format has no laid-out pages.</summary>
    public TextLook? Look { get; init; }
}

/// <summary>What the style of a block says of it.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<BlockRole>))]
public enum BlockRole
{
    /// <summary>Nothing in particular.</summary>
    [JsonStringEnumMemberName("body")]
    Body,

    /// <summary>The title of the document.</summary>
    [JsonStringEnumMemberName("title")]
    Title,

    /// <summary>An entry of a table of contents.</summary>
    [JsonStringEnumMemberName("contents")]
    Contents,
}

/// <summary>A list number that the word processor makes, not the writer.</summary>
/// <param name="Text">As shown, for example <c>第一章</c> or <c>（二）</c>.</param>
/// <param name="Level">Level of the list, from 0.</param>
public sealed record ListNumber(string Text, int Level);

using System.Text.Json.Serialization;
using Greenprint.Quantities;

namespace Greenprint.Documents;

/// <summary>A foreign document as blocks in reading order: the one form in which everything above sees TXT, MD, DOCX and PDF (文档块).</summary>
/// <param name="Name">File name without its folder.</param>
/// <param name="Format">What the content is, whatever the extension says.</param>
/// <param name="Encoding">Name of the encoding of a text, for example <c>utf-8</c> or <c>gb18030</c>; null for others.</param>
/// <param name="Bytes">Size of the file in bytes.</param>
/// <param name="Sha256">Digest of the file, lower-case hexadecimal: a later reading can prove that it read the same.</param>
/// <param name="Layout">Whether a block is a paragraph or a line of a page.</param>
/// <param name="Blocks">The blocks.</param>
/// <param name="Remarks">What was repaired or left out on the way; never a reason to refuse.</param>
public sealed record SourceDocument(
    string Name,
    SourceFormat Format,
    string? Encoding,
    long Bytes,
    string Sha256,
    BlockLayout Layout,
    IReadOnlyList<Block> Blocks,
    IReadOnlyList<Finding> Remarks)
{
    /// <summary>The pages, with their size; empty where the format has no laid-out pages.</summary>
    public IReadOnlyList<SourcePage> Pages { get; init; } = [];
}

/// <summary>Formats that can be read.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<SourceFormat>))]
public enum SourceFormat
{
    /// <summary>Plain text.</summary>
    [JsonStringEnumMemberName("text")]
    Text,

    /// <summary>Markdown.</summary>
    [JsonStringEnumMemberName("markdown")]
    Markdown,

    /// <summary>Word, Office Open XML.</summary>
    [JsonStringEnumMemberName("docx")]
    Docx,

    /// <summary>PDF: text with positions, or pictures of pages.</summary>
    [JsonStringEnumMemberName("pdf")]
    Pdf,
}

/// <summary>What one block of a document is.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<BlockLayout>))]
public enum BlockLayout
{
    /// <summary>A block is a paragraph, however long.</summary>
    [JsonStringEnumMemberName("paragraphs")]
    Paragraphs,

    /// <summary>A block is one line of a laid-out page: a paragraph is several blocks, told apart by indent and width.</summary>
    [JsonStringEnumMemberName("lines")]
    Lines,
}

/// <summary>What came of opening a document: either the document, or the reason for a refusal.</summary>
/// <param name="Document">The document, or null.</param>
/// <param name="Refusal">Why it was refused and what to do, or null.</param>
public sealed record DocumentReading(SourceDocument? Document, Finding? Refusal)
{
    internal static DocumentReading Refused(Finding finding) => new(null, finding);
}

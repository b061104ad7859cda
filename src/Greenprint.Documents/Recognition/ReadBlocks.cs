using Greenprint.Quantities;

namespace Greenprint.Documents.Recognition;

/// <summary>What the reader of one format hands back.</summary>
internal sealed record ReadBlocks(
    SourceFormat Format,
    string? Encoding,
    BlockLayout Layout,
    IReadOnlyList<Block> Blocks,
    IReadOnlyList<Finding> Remarks,
    Finding? Refusal)
{
    /// <summary>The pages of a laid-out document.</summary>
    public IReadOnlyList<SourcePage> Pages { get; init; } = [];

    public static ReadBlocks Refused(Finding finding) => new(SourceFormat.Text, null, BlockLayout.Paragraphs, [], [], finding);
}

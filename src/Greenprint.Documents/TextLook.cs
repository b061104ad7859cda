namespace Greenprint.Documents;

/// <summary>How a page prints a block.</summary>
/// <param name="Font">Name of the font of most of its letters, without the tag of a subset; empty where it has none.</param>
/// <param name="Size">Height of most of its letters, in points.</param>
/// <param name="IsCentred">True where its first line stands in the middle between the edges of the text and reaches neither.</param>
/// <param name="LineCount">On how many lines it was printed.</param>
public sealed record TextLook(string Font, double Size, bool IsCentred, int LineCount);

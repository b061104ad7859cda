using Greenprint.Documents.Pdf.Tables;

namespace Greenprint.Documents.Pdf.Pages;

/// <summary>What stands on one page, before anything is understood of it.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Width">Width as shown.</param>
/// <param name="Height">Height as shown.</param>
/// <param name="Origin">Where its text comes from.</param>
internal sealed record PageContent(int Number, double Width, double Height, PageOrigin Origin)
{
    /// <summary>Signs in the order in which the document draws them.</summary>
    public IReadOnlyList<Glyph> Glyphs { get; init; } = [];

    /// <summary>Straight lines, joined where they touch.</summary>
    public IReadOnlyList<Ruling> Rulings { get; init; } = [];

    /// <summary>Where pictures stand that may hold a table: wide and high enough, without a text over them.</summary>
    public IReadOnlyList<Frame> Pictures { get; init; } = [];

    /// <summary>True where a picture covers much of the page.</summary>
    public bool HasLargePicture { get; init; }
}

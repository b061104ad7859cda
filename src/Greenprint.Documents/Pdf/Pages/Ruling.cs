namespace Greenprint.Documents.Pdf.Pages;

/// <summary>A straight line on the page, level or upright.</summary>
/// <param name="IsLevel">True for a level line.</param>
/// <param name="At">Its height on the page (level) or its distance from the left (upright).</param>
/// <param name="From">Where it begins.</param>
/// <param name="To">Where it ends.</param>
internal readonly record struct Ruling(bool IsLevel, double At, double From, double To)
{
    public double Length => To - From;
}

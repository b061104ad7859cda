namespace Greenprint.Documents.Pdf.Pages;

/// <summary>One printed sign. Positions are points from the upper left corner of the page as it is shown.</summary>
/// <param name="Text">The sign; seldom more than one letter (a ligature, a word of a recognised picture).</param>
/// <param name="Left">Where its advance begins.</param>
/// <param name="Right">Where its advance ends.</param>
/// <param name="Baseline">The line it stands on.</param>
/// <param name="Size">Size of the font.</param>
/// <param name="Font">Index of the font in the document's list.</param>
internal readonly record struct Glyph(string Text, double Left, double Right, double Baseline, double Size, int Font)
{
    // A Chinese sign fills its square, which sinks a little below the baseline.
    private const double Descent = 0.14;

    public double Top => Baseline - (1 - Descent) * Size;

    public double Bottom => Baseline + Descent * Size;

    /// <summary>True where the document draws a space before it. Most spaces only set signs apart; a few are meant.</summary>
    public bool IsAfterSpace { get; init; }

    public double MiddleX => (Left + Right) / 2;

    public double MiddleY => Baseline - (0.5 - Descent) * Size;
}

namespace Greenprint.Documents;

/// <summary>A rectangle on a page as it is shown, in points (1/72 inch) from its upper left corner.</summary>
/// <param name="Page">Page from 1.</param>
/// <param name="Left">Left edge.</param>
/// <param name="Top">Upper edge.</param>
/// <param name="Right">Right edge.</param>
/// <param name="Bottom">Lower edge.</param>
public sealed record PageArea(int Page, double Left, double Top, double Right, double Bottom);

/// <summary>A page of a laid-out document.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Width">Width as shown, in points.</param>
/// <param name="Height">Height as shown, in points.</param>
/// <param name="Origin">Where its text comes from.</param>
public sealed record SourcePage(int Number, double Width, double Height, PageOrigin Origin);

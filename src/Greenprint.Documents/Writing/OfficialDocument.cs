namespace Greenprint.Documents;

/// <summary>A document to be written in the layout of Chinese government documents (GB/T 9704-2012), as a Word file.</summary>
/// <param name="Title">Title, in the middle of the first page.</param>
/// <param name="Parts">What follows, in order.</param>
/// <remarks>
/// A4; margins 37 mm above, 35 mm below, 28 mm left, 26 mm right: a type area of 156 × 225 mm with 22 lines of 28 characters. Title in small standard Song
/// of size 2, body in Fangsong of size 3, headings in Hei, Kai and Fangsong, page numbers outside at the foot. Fonts are named, not embedded.
/// </remarks>
public sealed record OfficialDocument(string Title, IReadOnlyList<OfficialPart> Parts)
{
    /// <summary>A line below the title, for example who issues it and when; null for none.</summary>
    public string? Subtitle { get; init; }

    /// <summary>A mark at the head of every page, for example 演示数据; null for none.</summary>
    public string? Mark { get; init; }

    /// <summary>True to put a table of contents of the first two levels after the title, on pages of its own.</summary>
    public bool Contents { get; init; }
}

/// <summary>A part of an <see cref="OfficialDocument"/>.</summary>
public abstract record OfficialPart;

/// <summary>A heading with its automatic number.</summary>
/// <param name="Level">From 1; levels beyond the fifth look like the fifth.</param>
/// <param name="Number">As it shall be shown: <c>第一章</c>, <c>一、</c>, <c>（二）</c>, <c>3.</c>; empty for none. A form that Word cannot count (壹、1.2) is written as text.</param>
/// <param name="Title">The heading's words.</param>
public sealed record OfficialHeading(int Level, string Number, string Title) : OfficialPart
{
    /// <summary>Name of a bookmark at the heading, by which a later reading knows it again; null for none.</summary>
    public string? Bookmark { get; init; }
}

/// <summary>A paragraph of the body.</summary>
/// <param name="Text">Its text; a line feed breaks the line.</param>
public sealed record OfficialParagraph(string Text) : OfficialPart;

/// <summary>A table with ruling lines. Its head is repeated on every page that it reaches, a row is not cut by a page break.</summary>
/// <param name="Caption">Above the table; null for none.</param>
/// <param name="Weights">Relative widths, one a column; they share the width of the page.</param>
/// <param name="HeadRows">How many rows are the head.</param>
/// <param name="Rows">Head and body. A cell that spans columns stands once; a cell merged with the one above says so.</param>
public sealed record OfficialTable(string? Caption, IReadOnlyList<double> Weights, int HeadRows, IReadOnlyList<TableRow> Rows) : OfficialPart
{
    /// <summary>True to print it across, on pages of its own.</summary>
    public bool Landscape { get; init; }
}

/// <summary>What follows begins on a new page.</summary>
public sealed record OfficialPageBreak : OfficialPart;

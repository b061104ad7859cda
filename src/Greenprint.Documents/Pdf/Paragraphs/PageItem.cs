using Greenprint.Documents.Pdf.Pages;
using Greenprint.Documents.Pdf.Tables;

namespace Greenprint.Documents.Pdf.Paragraphs;

/// <summary>What follows on a page in reading order: a line, or a table.</summary>
/// <param name="Page">Page from 1.</param>
/// <param name="LineNumber">Number of the line on its page, from 1.</param>
/// <param name="Shape">The edges between which the text around it is set.</param>
/// <param name="Line">The line, or null.</param>
/// <param name="Table">The table, or null.</param>
internal sealed record PageItem(int Page, int LineNumber, PageShape Shape, TextLine? Line, PageTable? Table)
{
    /// <summary>True for a footnote: a paragraph may go on over it.</summary>
    public bool IsNote { get; init; }
}

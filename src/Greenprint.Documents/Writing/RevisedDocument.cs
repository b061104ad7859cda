namespace Greenprint.Documents;

/// <summary>
/// Two versions of a document in one, to be written as a Word file with tracked changes (修订): accepting all gives the new version, rejecting all the old.
/// The layout is that of an <see cref="OfficialDocument"/>; numbers of headings are text, so that a changed number is seen.
/// </summary>
/// <param name="Title">Title, in the middle of the first page.</param>
/// <param name="Author">Who is named as the author of every change.</param>
/// <param name="At">When the changes were made.</param>
/// <param name="Parts">What follows, in order.</param>
public sealed record RevisedDocument(IReadOnlyList<RevisedSpan> Title, string Author, DateTimeOffset At, IReadOnlyList<RevisedPart> Parts)
{
    /// <summary>A mark at the head of every page; null for none.</summary>
    public string? Mark { get; init; }
}

/// <summary>In which versions something stands.</summary>
public enum Revision
{
    /// <summary>In both.</summary>
    Kept,

    /// <summary>Only in the new one.</summary>
    Inserted,

    /// <summary>Only in the old one.</summary>
    Deleted,
}

/// <summary>A piece of text.</summary>
/// <param name="Revision">In which versions it stands.</param>
/// <param name="Text">The text; a line feed breaks the line.</param>
public sealed record RevisedSpan(Revision Revision, string Text);

/// <summary>A part of a <see cref="RevisedDocument"/>.</summary>
/// <param name="Revision">In which versions the part stands as a whole. A part of one version has only spans of it.</param>
public abstract record RevisedPart(Revision Revision)
{
    /// <summary>True where the part or something in it stands in one version only.</summary>
    public abstract bool IsChanged { get; }

    /// <summary>True where one of the pieces stands in one version only.</summary>
    protected static bool AnyChange(IEnumerable<RevisedSpan> spans) => spans.Any(span => span.Revision != Revision.Kept);
}

/// <summary>A heading.</summary>
/// <param name="Revision">In which versions it stands.</param>
/// <param name="Level">From 1; levels beyond the fifth look like the fifth.</param>
/// <param name="Spans">Number and words.</param>
public sealed record RevisedHeading(Revision Revision, int Level, IReadOnlyList<RevisedSpan> Spans) : RevisedPart(Revision)
{
    /// <summary>True for a heading in the middle of the line, as 第一章 and 第二节 stand.</summary>
    public bool IsCentred { get; init; }

    /// <inheritdoc/>
    public override bool IsChanged => Revision != Revision.Kept || AnyChange(Spans);
}

/// <summary>A paragraph of the body.</summary>
/// <param name="Revision">In which versions it stands.</param>
/// <param name="Spans">Its text.</param>
public sealed record RevisedParagraph(Revision Revision, IReadOnlyList<RevisedSpan> Spans) : RevisedPart(Revision)
{
    /// <inheritdoc/>
    public override bool IsChanged => Revision != Revision.Kept || AnyChange(Spans);
}

/// <summary>A table with ruling lines; its first row is the head.</summary>
/// <param name="Revision">In which versions it stands.</param>
/// <param name="Columns">How many cells every row has.</param>
/// <param name="Rows">The rows of both versions in order.</param>
public sealed record RevisedTable(Revision Revision, int Columns, IReadOnlyList<RevisedRow> Rows) : RevisedPart(Revision)
{
    /// <inheritdoc/>
    public override bool IsChanged => Revision != Revision.Kept || Rows.Any(row => row.Revision != Revision.Kept || row.Cells.Any(AnyChange));
}

/// <summary>A row of a table.</summary>
/// <param name="Revision">In which versions it stands.</param>
/// <param name="Cells">Its cells as text.</param>
public sealed record RevisedRow(Revision Revision, IReadOnlyList<IReadOnlyList<RevisedSpan>> Cells);

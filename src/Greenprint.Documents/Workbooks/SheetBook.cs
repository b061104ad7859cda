namespace Greenprint.Documents;

/// <summary>A workbook to be written as XLSX: plain tables with heads, widths, lists to choose from, and columns that are only for reading.</summary>
/// <param name="Title">Title in the properties of the file.</param>
/// <param name="Sheets">The sheets, in order.</param>
public sealed record SheetBook(string Title, IReadOnlyList<SheetToWrite> Sheets)
{
    /// <summary>What the footer of every sheet says beside its name, so that a printed sheet says it too; null for nothing.</summary>
    public string? Mark { get; init; }
}

/// <summary>A sheet to be written.</summary>
/// <param name="Name">Its name: at most 31 signs, none of <c>: \ / ? * [ ]</c>.</param>
/// <param name="Columns">The columns. Their heads are the first row, frozen; where all heads are empty there is none.</param>
/// <param name="Rows">The rows below, one text a column; an empty text leaves the cell empty.</param>
public sealed record SheetToWrite(string Name, IReadOnlyList<SheetColumn> Columns, IReadOnlyList<IReadOnlyList<string>> Rows)
{
    /// <summary>How many columns stay in sight when the sheet is scrolled sideways.</summary>
    public int FrozenColumns { get; init; }

    /// <summary>True for a sheet that no menu shows: it holds what the program wants to find again.</summary>
    public bool Hidden { get; init; }

    /// <summary>True for running text: no lines around the cells, the first row is the title.</summary>
    public bool Prose { get; init; }

    internal bool HasHead => Columns.Any(column => column.Head.Length > 0);
}

/// <summary>A column of a sheet to be written.</summary>
/// <param name="Head">Its head.</param>
/// <param name="Width">Its width in digits of the standard font.</param>
/// <param name="Kind">What its cells hold.</param>
public sealed record SheetColumn(string Head, double Width, SheetCellKind Kind = SheetCellKind.Text)
{
    /// <summary>What may be chosen; null where anything may be typed.</summary>
    public IReadOnlyList<string>? Choices { get; init; }

    /// <summary>Why nothing may be typed here; null where something may. The cells are grey, and the sentence is shown to whoever types.</summary>
    public string? Locked { get; init; }

    /// <summary>True for a column that is there and not shown.</summary>
    public bool Hidden { get; init; }

    /// <summary>A hint that is shown when a cell of the column is chosen; null for none.</summary>
    public string? Hint { get; init; }
}

/// <summary>What the cells of a column hold.</summary>
public enum SheetCellKind
{
    /// <summary>Text, whatever it looks like: a leading zero or equals sign stays what it is.</summary>
    Text,

    /// <summary>Numbers, kept digit for digit: one that a spreadsheet could not keep is written as text.</summary>
    Number,

    /// <summary>Whole numbers such as years.</summary>
    Whole,
}

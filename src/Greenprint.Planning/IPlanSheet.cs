using Greenprint.Quantities;

namespace Greenprint.Planning;

/// <summary>A sheet of the plan workbook. Each module offers its own; the workbook is put together of what is registered.</summary>
public interface IPlanSheet
{
    /// <summary>Stable name, for the part of the workbook that only the program reads.</summary>
    string Key { get; }

    /// <summary>Where it stands among the sheets.</summary>
    int Order { get; }

    /// <summary>Name of the sheet, at most 31 signs.</summary>
    Bilingual Name { get; }

    /// <summary>False where its rows follow those of other sheets, come and go with them, and are not told of by themselves.</summary>
    bool OwnsRows { get; }

    /// <summary>The sheet as the plan stands.</summary>
    PlanSheetTable Show(PlanSheetSource source);

    /// <summary>Takes what was changed in the sheet over into the plan of <paramref name="edit"/>; what cannot be is refused there by its cell.</summary>
    void Apply(PlanSheetEdits edits, PlanEdit edit);

    /// <summary>
    /// How the rows would show their edited cells once the plan of <paramref name="scratch"/> had taken them over: a choice in the language of the
    /// workbook, units by their names, a text that is made from a number. By that an edit is known that was brought in before.
    /// </summary>
    /// <param name="rows">Changed and new rows.</param>
    /// <param name="scratch">The plan as it stands; it is not changed, but takes refusals and is of no further use.</param>
    /// <returns>For each row its cells by the key of their column, without those that cannot be taken over; none for a row that the plan has not.</returns>
    IReadOnlyList<IReadOnlyDictionary<string, string>> AsShown(IReadOnlyList<PlanRowEdit> rows, PlanEdit scratch);
}

/// <summary>What a sheet is made from.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Units">The units of this installation.</param>
/// <param name="English">The language of the workbook.</param>
public sealed record PlanSheetSource(PlanView Plan, PlanUnits Units, bool English)
{
    internal Workbooks.PlanWork Work { get; init; } = Workbooks.PlanWork.None;

    /// <summary>The text in the language of the workbook.</summary>
    public string Say(Bilingual text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return English ? text.En ?? text.Zh : text.Zh;
    }
}

/// <summary>A sheet: columns, and rows with one text a column. Numbers are written plainly, with a point.</summary>
public sealed record PlanSheetTable(IReadOnlyList<PlanColumn> Columns, IReadOnlyList<PlanSheetRow> Rows);

/// <summary>A row of a sheet.</summary>
/// <param name="Key">By which it is known again; the texts of its key columns, joined.</param>
/// <param name="Title">What it is about, for messages.</param>
/// <param name="Cells">One text a column.</param>
public sealed record PlanSheetRow(string Key, string Title, IReadOnlyList<string> Cells);

/// <summary>A column of a sheet.</summary>
/// <param name="Key">Stable name.</param>
/// <param name="Head">Its head.</param>
/// <param name="Kind">What its cells hold.</param>
/// <param name="Rule">When it may be changed.</param>
/// <param name="Width">Its width in digits.</param>
public sealed record PlanColumn(string Key, Bilingual Head, PlanColumnKind Kind, PlanColumnRule Rule, double Width)
{
    /// <summary>What may be chosen; null where anything may be written.</summary>
    public IReadOnlyList<string>? Choices { get; init; }

    /// <summary>How to fill it in, shown beside the cell.</summary>
    public Bilingual? Hint { get; init; }

    /// <summary>True where its cells go with a change of their row, such as its reason: exported empty, and no change by themselves.</summary>
    public bool IsNote { get; init; }
}

/// <summary>What the cells of a column hold.</summary>
public enum PlanColumnKind
{
    /// <summary>Text.</summary>
    Text,

    /// <summary>Numbers.</summary>
    Number,

    /// <summary>Whole numbers such as years.</summary>
    Whole,

    /// <summary>Days, written 2026-11-30.</summary>
    Day,
}

/// <summary>When a column may be changed.</summary>
public enum PlanColumnRule
{
    /// <summary>The row is known again by it; given by the program.</summary>
    Key,

    /// <summary>Repeats what stands in another sheet; for reading.</summary>
    Shown,

    /// <summary>Wording and figures of the plan: of a draft only.</summary>
    Plan,

    /// <summary>A target or yearly step: of a draft here, later by a revision with its document.</summary>
    Target,

    /// <summary>How the plan is carried out and understood: as long as it is not closed.</summary>
    Open,

    /// <summary>The work of a year: of a plan in force. Each change is a revision with its reason, rows are added, and none is removed.</summary>
    Work,
}

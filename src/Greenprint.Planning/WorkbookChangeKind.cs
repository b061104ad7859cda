namespace Greenprint.Planning;

/// <summary>What an edited workbook does to the plan.</summary>
public enum WorkbookChangeKind
{
    /// <summary>A new row.</summary>
    Added,

    /// <summary>A cell of a row.</summary>
    Changed,

    /// <summary>A row that is gone.</summary>
    Removed,
}

using Greenprint.Quantities;

namespace Greenprint.Planning.Workbooks;

/// <summary>What a workbook would change, or has changed.</summary>
/// <param name="Faults">What cannot be taken; while there is one, nothing is.</param>
/// <param name="Remarks">What a person should know.</param>
/// <param name="Changes">What would change.</param>
/// <param name="Exported">Version of the plan when the workbook was exported.</param>
/// <param name="Version">Version of the plan now.</param>
/// <param name="Edits">What the preview hands on to the act.</param>
public sealed record WorkbookCheck(
    IReadOnlyList<Finding> Faults, IReadOnlyList<Finding> Remarks, IReadOnlyList<WorkbookChange> Changes, int Exported, int Version, string Edits)
{
    /// <summary>True when there is something to take over and nothing against it.</summary>
    public bool CanApply => Faults.Count == 0 && Changes.Count > 0;

    internal static WorkbookCheck Refused(Finding why) => new([why], [], [], 0, 0, "");
}

/// <summary>One change.</summary>
public sealed record WorkbookChange(WorkbookChangeKind Kind, Bilingual Sheet, string Place, string Key, string Title, Bilingual? Column, string Before, string After);

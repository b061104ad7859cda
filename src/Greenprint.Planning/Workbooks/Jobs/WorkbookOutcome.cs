using Greenprint.Quantities;

namespace Greenprint.Planning.Workbooks.Jobs;

/// <summary>What a check said, in the size of a page: every fault, and the first changes of each sheet.</summary>
/// <param name="Faults">What cannot be taken.</param>
/// <param name="Remarks">What a person should know.</param>
/// <param name="Shown">The first changes of each sheet.</param>
/// <param name="Counts">How many there are.</param>
/// <param name="Exported">Version of the plan when the workbook was exported.</param>
/// <param name="Version">Version of the plan when it was checked.</param>
public sealed record WorkbookOutcome(
    IReadOnlyList<Finding> Faults, IReadOnlyList<Finding> Remarks, IReadOnlyList<WorkbookChange> Shown, IReadOnlyList<WorkbookCount> Counts, int Exported, int Version)
{
    /// <summary>How many changes of a sheet are shown.</summary>
    public const int Most = 200;

    /// <summary>How many changes there are.</summary>
    public int Changes => Counts.Sum(one => one.Count);

    internal static WorkbookOutcome Of(WorkbookCheck check) => new(
        check.Faults,
        check.Remarks,
        [.. check.Changes.GroupBy(change => change.Sheet).SelectMany(sheet => sheet.Take(Most))],
        [.. check.Changes.GroupBy(change => (change.Sheet, change.Kind)).Select(group => new WorkbookCount(group.Key.Sheet, group.Key.Kind, group.Count()))],
        check.Exported,
        check.Version);

    internal int Count(WorkbookChangeKind kind) => Counts.Where(one => one.Kind == kind).Sum(one => one.Count);
}

/// <summary>How many changes of a kind there are in a sheet.</summary>
public sealed record WorkbookCount(Bilingual Sheet, WorkbookChangeKind Kind, int Count);

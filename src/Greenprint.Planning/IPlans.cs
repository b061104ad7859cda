namespace Greenprint.Planning;

/// <summary>Plans of this installation, for reading by other modules.</summary>
public interface IPlans
{
    /// <summary>All plans, in force first, then closed, then drafts; newest period first within each.</summary>
    Task<IReadOnlyList<PlanSummary>> All(CancellationToken cancellation);

    /// <summary>One plan whole, with the targets now in force, or null.</summary>
    Task<PlanView?> Find(string id, CancellationToken cancellation);

    /// <summary>One plan whole with the targets that were in force on a day: a revision counts from the date of its document. Null when there is no such plan.</summary>
    Task<PlanView?> FindAsOf(string id, DateOnly day, CancellationToken cancellation);
}

namespace Greenprint.Planning;

/// <summary>Plans of this installation, for reading by other modules.</summary>
public interface IPlans
{
    /// <summary>All plans, in force first, then closed, then drafts; newest period first within each.</summary>
    Task<IReadOnlyList<PlanSummary>> All(CancellationToken cancellation);

    /// <summary>One plan whole, with the targets now in force, or null.</summary>
    Task<PlanView?> Find(string id, CancellationToken cancellation);

    /// <summary>
    /// One plan whole as it was in force at the end of a day: targets, baselines and key tasks by the date of the document that changed them; units in charge,
    /// links, definitions, and years and money of projects by the day on which a workbook changed them. Translations, places in the text and the methods of computation are those of now. Null when there is no such plan.
    /// </summary>
    Task<PlanView?> FindAsOf(string id, DateOnly day, CancellationToken cancellation);
}

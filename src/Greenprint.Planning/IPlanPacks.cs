using Greenprint.Platform;
using Greenprint.Quantities;

namespace Greenprint.Planning;

/// <summary>Plan packs: a plan as one JSON file of ours (<c>docs/reference/plan-pack.md</c>), for the sample county and for hand-made plans.</summary>
public interface IPlanPacks
{
    /// <summary>Puts a pack into the store as its status says. The same pack again changes nothing; no other plan is touched.</summary>
    Task<PlanImport> Import(Change change, PlanPack pack, CancellationToken cancellation);

    /// <summary>Closes a plan whose period is over.</summary>
    /// <exception cref="RefusedException">There is no such plan, it is not in force, or its period still runs.</exception>
    Task Close(Change change, string plan, CancellationToken cancellation);

    /// <summary>A pack that comes with the program, or null: <c>real</c> is <c>data/demo/real-binding.json</c>.</summary>
    PlanPack? FindShipped(string id);
}

/// <summary>What an import did.</summary>
public enum PlanImportOutcome
{
    /// <summary>The plan is new here.</summary>
    Stored,

    /// <summary>It was here already, just so.</summary>
    Unchanged,

    /// <summary>It took the place of a draft that nobody had confirmed.</summary>
    Replaced,

    /// <summary>It is the next version of a draft: the draft's text is the new one, and what changed waits for an editor.</summary>
    NextVersion,

    /// <summary>It is another version of a plan in force and lies beside it for comparison; the plan is as it was.</summary>
    Compared,

    /// <summary>It was refused; the store is as it was.</summary>
    Refused,
}

/// <summary>The answer to an import.</summary>
/// <param name="Plan">Id of the plan.</param>
/// <param name="Outcome">What was done.</param>
/// <param name="Findings">Why it was refused, or what a person should look at.</param>
public sealed record PlanImport(string Plan, PlanImportOutcome Outcome, IReadOnlyList<Finding> Findings);

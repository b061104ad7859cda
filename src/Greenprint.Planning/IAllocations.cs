using Greenprint.Platform;

namespace Greenprint.Planning;

/// <summary>
/// Targets and yearly steps as shares of areas and units (目标分解). Nothing is overwritten: a change is a further revision. How shares make the whole is one
/// rule per indicator; another rule is written into every year at once, so that no two years are ever added up in two ways.
/// </summary>
public interface IAllocations
{
    /// <summary>The allocations of a plan, or of one of its indicators, as they stand now.</summary>
    Task<IReadOnlyList<TargetAllocation>> Of(string plan, string? indicator, CancellationToken cancellation);

    /// <summary>The same as it stood at the end of a day in China.</summary>
    Task<IReadOnlyList<TargetAllocation>> OfAsOf(string plan, string? indicator, DateOnly day, CancellationToken cancellation);

    /// <summary>All revisions of one allocation, the first one first.</summary>
    Task<IReadOnlyList<TargetAllocation>> Revisions(string plan, string indicator, int year, AllocationTo to, CancellationToken cancellation);

    /// <summary>Allocates what one year asks for, or changes that.</summary>
    /// <param name="change">The change under way.</param>
    /// <param name="plan">Id of the plan.</param>
    /// <param name="indicator">Code of the indicator.</param>
    /// <param name="year">The target's year, or an earlier one of the plan.</param>
    /// <param name="to">To areas or to units.</param>
    /// <param name="content">The whole allocation, not the difference.</param>
    /// <param name="seen">The revision that the editor saw, 0 for none; another one refuses. Null does not ask.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>Empty when it was recorded; else why it was refused, and nothing was changed.</returns>
    Task<IReadOnlyList<FieldFinding>> Allocate(
        Change change, string plan, string indicator, int year, AllocationTo to, AllocationContent content, int? seen, CancellationToken cancellation);
}

/// <summary>Among what a figure is divided. Shares of areas and shares of units are two divisions of the same figure and are never added together.</summary>
public enum AllocationTo
{
    /// <summary>地区: regions below the plan's.</summary>
    Areas,

    /// <summary>部门: units.</summary>
    Units,
}

/// <summary>How shares make the whole (组合方式).</summary>
public enum CombinationRule
{
    /// <summary>合计.</summary>
    Sum,

    /// <summary>平均.</summary>
    Mean,

    /// <summary>加权平均; where no weight is given at all, the plain mean.</summary>
    WeightedMean,

    /// <summary>最差: the share on the worse side of the indicator's direction.</summary>
    Worst,
}

/// <summary>The share of one area or unit.</summary>
/// <param name="Subject">Code of the region or id of the unit.</param>
/// <param name="Value">What it shall reach; null while nobody has said. A zero is a value.</param>
/// <param name="Weight">Its weight, for the weighted mean.</param>
public sealed record AllocationPart(string Subject, decimal? Value, decimal? Weight = null);

/// <summary>What an editor allocates.</summary>
/// <param name="Rule">How the shares make the whole.</param>
/// <param name="Parts">The shares.</param>
/// <param name="Document">Number of the document that sets them, where there is one.</param>
/// <param name="Why">The grounds.</param>
public sealed record AllocationContent(CombinationRule Rule, IReadOnlyList<AllocationPart> Parts, string? Document, string Why);

/// <summary>What one year of an indicator asks of areas or units (区域、部门分解), as it stands after its last revision.</summary>
/// <param name="Plan">Id of the plan.</param>
/// <param name="Indicator">Code of the indicator.</param>
/// <param name="Year">The year.</param>
/// <param name="To">To areas or to units.</param>
/// <param name="Revision">1 for the first.</param>
/// <param name="Content">The shares.</param>
/// <param name="RecordedAt">When it was recorded.</param>
/// <param name="RecordedBy">By whom.</param>
public sealed record TargetAllocation(
    string Plan, string Indicator, int Year, AllocationTo To, int Revision, AllocationContent Content, DateTimeOffset RecordedAt, string RecordedBy);

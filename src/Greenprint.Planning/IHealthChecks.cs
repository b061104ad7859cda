using Greenprint.Platform;
using Greenprint.Quantities;

namespace Greenprint.Planning;

/// <summary>
/// A port: what a module looks at when a plan is examined (规划体检). Planning looks at what the plan says, a module that takes reports at what became of
/// it; the page and <c>greenprint plan audit</c> ask them all. A check reads a fixed number of times, however large the plan.
/// </summary>
public interface IHealthChecks
{
    /// <summary>Everything this module looks at, found or not: a reader of an empty result is told what was examined.</summary>
    IReadOnlyList<HealthRule> Rules { get; }

    /// <summary>What it found.</summary>
    Task<IReadOnlyList<HealthFinding>> Check(HealthQuestion question, CancellationToken cancellation);
}

/// <summary>How much a finding weighs.</summary>
public enum HealthSeverity
{
    /// <summary>严重: work stands still or has nobody; to be mended now.</summary>
    Severe,

    /// <summary>警告: something will be missing when it is asked for.</summary>
    Warning,

    /// <summary>提示: good to know.</summary>
    Remark,
}

/// <summary>What a finding is about; the order is that of the page.</summary>
public enum HealthGroup
{
    /// <summary>责任.</summary>
    Duties,

    /// <summary>年度任务.</summary>
    Tasks,

    /// <summary>调度.</summary>
    Dispatch,

    /// <summary>佐证.</summary>
    Proof,

    /// <summary>指标与目标.</summary>
    Targets,

    /// <summary>调整.</summary>
    Adjustment,
}

/// <summary>One thing that is looked at.</summary>
/// <param name="Code">Permanent code; explained in <c>docs/findings.md</c>.</param>
/// <param name="Severity">How much it weighs.</param>
/// <param name="Group">What it is about.</param>
/// <param name="Title">What is wrong, in a few words.</param>
/// <param name="Advice">What to do.</param>
/// <param name="Mend">What the link says that mends it.</param>
public sealed record HealthRule(string Code, HealthSeverity Severity, HealthGroup Group, Bilingual Title, Bilingual Advice, Bilingual Mend);

/// <summary>Something found.</summary>
/// <param name="Rule">What was looked at.</param>
/// <param name="Subject">What it was found with, for example <c>year-task/lanwan-15/2026-07</c>.</param>
/// <param name="Name">What that is called.</param>
/// <param name="Detail">What is wrong with it.</param>
/// <param name="Address">Where it is mended, from the root of the site and without a slash before it.</param>
public sealed record HealthFinding(HealthRule Rule, string Subject, Bilingual Name, Bilingual Detail, string Address)
{
    /// <summary>The right that opens <see cref="Address"/>.</summary>
    public string Right { get; init; } = Rights.EditPlans;

    /// <summary>Where whoever sees the work can read about it; null where there is no such page.</summary>
    public string? Read { get; init; }

    /// <summary>Id of the unit whose matter it is; null where it is nobody's yet.</summary>
    public string? Unit { get; init; }

    /// <summary>True where it is read only by who sees the work of the whole region: it tells of what is not decided yet.</summary>
    public bool IsForWholeWork { get; init; }

    /// <summary>Ids of the year tasks that have no active owner because of it.</summary>
    public IReadOnlyList<string> WithoutOwner { get; init; } = [];
}

/// <summary>A plan to be examined.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Tasks">Its year tasks of all years as they stand now, without cancelled ones.</param>
/// <param name="Done">Ids of those that are done.</param>
/// <param name="Today">The day.</param>
public sealed record HealthQuestion(PlanView Plan, IReadOnlyList<YearTask> Tasks, IReadOnlySet<string> Done, DateOnly Today)
{
    /// <summary>Units of the plan's region and below, closed ones too, by id.</summary>
    public required IReadOnlyDictionary<string, Organization> Units { get; init; }

    /// <summary>Posts that are held today, by unit.</summary>
    public required ILookup<string, Post> Staff { get; init; }

    /// <summary>Names of people by their ids.</summary>
    public required IReadOnlyDictionary<string, string> Persons { get; init; }

    /// <summary>Tasks that are still to be done: what is done needs no owner any more.</summary>
    public IReadOnlyList<YearTask> Open { get; } = [.. Tasks.Where(task => !Done.Contains(task.Id))];

    /// <summary>Those of them that fall into the running year or an earlier one.</summary>
    public IEnumerable<YearTask> Running => Open.Where(task => task.Content.Year <= Today.Year);

    /// <summary>Name of a unit.</summary>
    public Bilingual NameOf(string unit) => Units.TryGetValue(unit, out var known) ? known.Name : new(unit);
}

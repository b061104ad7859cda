using Greenprint.Quantities;

namespace Greenprint.Planning.Health;

/// <summary>A plan as it was examined on a day.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Day">The day.</param>
/// <param name="Rules">Everything that was looked at.</param>
/// <param name="Findings">Everything that was found, the severest first, in the order of the rules.</param>
/// <param name="Owners">How many tasks have an active owner.</param>
/// <param name="Units">Names of the units.</param>
public sealed record HealthReport(
    PlanSummary Plan, DateOnly Day, IReadOnlyList<HealthRule> Rules, IReadOnlyList<HealthFinding> Findings, OwnerShare Owners, IReadOnlyDictionary<string, Bilingual> Units)
{
    /// <summary>How many findings weigh so much.</summary>
    public int Count(HealthSeverity severity) => Findings.Count(finding => finding.Rule.Severity == severity);

    /// <summary>Name of a unit.</summary>
    public Bilingual NameOf(string unit) => Units.GetValueOrDefault(unit) ?? new(unit);
}

/// <summary>
/// Tasks with an active owner (责任人在岗履职的任务) among those that are not done and fall into the running year or an earlier one. An owner is active who is
/// named, holds a post in the lead unit, which exists, and whose unit is not silent in the dispatch.
/// </summary>
/// <param name="Active">Tasks with an active owner.</param>
/// <param name="Total">All these tasks.</param>
public sealed record OwnerShare(int Active, int Total)
{
    /// <summary>Percent, rounded half to even to one decimal; null where there is no such task: a share of nothing is no share.</summary>
    public decimal? Percent => Total == 0 ? null : Rounding.HalfEven(100m * Active / Total, 1);

    internal static OwnerShare Of(HealthQuestion question, IEnumerable<HealthFinding> findings)
    {
        var without = findings.SelectMany(finding => finding.WithoutOwner).ToHashSet(StringComparer.Ordinal);
        var running = question.Running.ToList();
        return new(running.Count(task => !without.Contains(task.Id)), running.Count);
    }
}

using Greenprint.Planning.Targets;
using Greenprint.Platform;
using Greenprint.Ui;

namespace Greenprint.Planning.AsOf;

/// <summary>One target as it was in force on a day, and as it is in force now.</summary>
/// <param name="Indicator">The indicator.</param>
/// <param name="Then">The version of the day.</param>
/// <param name="Now">The version of now.</param>
/// <param name="Count">How many versions there are.</param>
public sealed record TargetLine(IndicatorView Indicator, TargetVersion Then, TargetVersion Now, int Count)
{
    /// <summary>True where another version is in force now.</summary>
    public bool IsChanged => Then.Number != Now.Number;

    /// <summary>The target of a version, with its year where that is not the plan's last.</summary>
    internal static string Target(TargetVersion version, int last) => version.Target.Year == last ? version.Target.Text.Here : $"{version.Target.Text.Here} ({Figures.Year(version.Target.Year).Here})";

    /// <summary>The step of a year; null for none.</summary>
    internal static string? Step(TargetVersion version, int year) => version.Steps.FirstOrDefault(step => step.Year == year) is { } step ? Figures.Exact(step.Value) : null;

    /// <summary>The document by which a version is in force; null for the plan itself.</summary>
    internal static string? Document(TargetVersion version) => version.Document is { } document ? $"{document} {(version.On is { } on ? AsOfDay.Text(on) : "")}".TrimEnd() : null;
}

/// <summary>All targets of a plan as of a day beside now.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Lines">One line for each indicator.</param>
/// <param name="Years">Years that take a step.</param>
/// <param name="Days">Days from which another version was in force, newest first.</param>
public sealed record TargetTable(PlanView Plan, IReadOnlyList<TargetLine> Lines, IReadOnlyList<int> Years, IReadOnlyList<DateOnly> Days);

/// <summary>Reads it: a fixed number of queries, however large the plan.</summary>
internal sealed class TargetTables(IPlans plans, StoredTargets targets, IChinaClock clock)
{
    public async Task<TargetTable?> Find(string plan, DateOnly? asOf, CancellationToken cancellation)
    {
        if (await plans.Find(plan, cancellation) is not { } view)
        {
            return null;
        }

        var all = await targets.OfPlan(plan, cancellation);
        return new(
            view,
            [.. view.Indicators.Select(indicator => new TargetLine(indicator, InForce(all[indicator.Code], asOf), all[indicator.Code].Last(), all[indicator.Code].Count()))],
            [.. all.SelectMany(versions => versions).SelectMany(version => version.Steps).Select(step => step.Year).Where(year => year <= view.Summary.End).Distinct().Order()],
            [.. all.SelectMany(versions => versions).Select(version => version.On).OfType<DateOnly>().Where(day => day <= clock.Today).Distinct().OrderDescending()]);
    }

    private static TargetVersion InForce(IEnumerable<TargetVersion> versions, DateOnly? day) => versions.Last(version => version.Number == 1 || day is null || version.On <= day);
}

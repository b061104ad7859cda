using Greenprint.Planning.Targets;
using Greenprint.Platform;
using Greenprint.Quantities;
using Greenprint.Ui;
using Greenprint.Ui.AsOf;

namespace Greenprint.Planning.AsOf;

/// <summary>One target as it was in force on a day, and as it is in force now.</summary>
/// <param name="Indicator">The indicator on the day.</param>
/// <param name="Then">The version of the day.</param>
/// <param name="Now">The version of now.</param>
/// <param name="Count">How many versions there are.</param>
public sealed record TargetLine(IndicatorView Indicator, TargetVersion Then, TargetVersion Now, int Count)
{
    /// <summary>The indicator now.</summary>
    public required IndicatorView IndicatorNow { get; init; }

    /// <summary>True where another version, baseline or unit in charge is in force now.</summary>
    public bool IsChanged => Then.Number != Now.Number || Indicator.Baseline != IndicatorNow.Baseline || Indicator.Lead != IndicatorNow.Lead;

    /// <summary>The baseline as printed; null for none.</summary>
    internal static string? Base(IndicatorView indicator) => indicator.Baseline?.Text.Here;

    /// <summary>The target of a version, with its year where that is not the plan's last.</summary>
    internal static string Target(TargetVersion version, int last) => version.Target.Year == last ? version.Target.Text.Here : $"{version.Target.Text.Here} ({Figures.Year(version.Target.Year).Here})";

    /// <summary>The step of a year; null for none.</summary>
    internal static string? Step(TargetVersion version, int year) => version.Steps.FirstOrDefault(step => step.Year == year) is { } step ? Figures.Exact(step.Value) : null;

    /// <summary>The document by which a version is in force; null for the plan itself.</summary>
    internal static string? Document(TargetVersion version) => version.Document is { } document ? $"{document} {(version.On is { } on ? AsOfDay.Text(on) : "")}".TrimEnd() : null;
}

/// <summary>The targets of a plan that a filter shows, as of a day beside now.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Filter">The filter.</param>
/// <param name="Lines">One line for each indicator.</param>
/// <param name="Years">Years that take a step.</param>
/// <param name="Days">Days from which another version was in force, newest first.</param>
/// <param name="Units">The units of the plan's region and below.</param>
public sealed record TargetTable(
    PlanView Plan, LineFilter Filter, IReadOnlyList<TargetLine> Lines, IReadOnlyList<int> Years, IReadOnlyList<DateOnly> Days, IReadOnlyList<Organization> Units)
{
    /// <summary>Name of a unit.</summary>
    public Bilingual UnitName(string id) => Units.FirstOrDefault(unit => unit.Id == id)?.Name ?? new(id);
}

/// <summary>Reads it: a fixed number of queries, however large the plan.</summary>
internal sealed class TargetTables(IPlans plans, StoredTargets targets, IRegions regions, IChinaClock clock)
{
    public async Task<TargetTable?> Find(string plan, LineFilter filter, CancellationToken cancellation)
    {
        if (await plans.Find(plan, cancellation) is not { } now)
        {
            return null;
        }

        var view = filter.AsOf is { } day ? (await plans.FindAsOf(plan, day, cancellation))! : now;
        var later = now.Indicators.ToDictionary(indicator => indicator.Code, StringComparer.Ordinal);
        var all = await targets.OfPlan(plan, cancellation);
        var below = await regions.WithBelow(view.Summary.Region, cancellation);
        var shown = view.Indicators.Where(one => filter.Shows([one.Lead, .. one.Support], [one.Code, one.Name.Zh, one.Name.En]));
        return new(
            view,
            filter,
            [.. shown.Select(indicator => new TargetLine(indicator, InForce(all[indicator.Code], filter.AsOf), all[indicator.Code].Last(), all[indicator.Code].Count()) { IndicatorNow = later[indicator.Code] })],
            [.. all.SelectMany(versions => versions).SelectMany(version => version.Steps).Select(step => step.Year).Where(year => year <= view.Summary.End).Distinct().Order()],
            [.. all.SelectMany(versions => versions).Select(version => version.On).OfType<DateOnly>().Where(day => day <= clock.Today).Distinct().OrderDescending()],
            [.. (await regions.Organizations(null, cancellation)).Where(unit => below.Contains(unit.Region))]);
    }

    private static TargetVersion InForce(IEnumerable<TargetVersion> versions, DateOnly? day) => versions.Last(version => version.Number == 1 || day is null || version.On <= day);
}

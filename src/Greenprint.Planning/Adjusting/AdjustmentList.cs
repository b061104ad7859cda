using Greenprint.Planning.YearTasks;
using Greenprint.Quantities;
using Greenprint.Ui.Grids;

namespace Greenprint.Planning.Adjusting;

/// <summary>The requests of a plan that a person may see and a filter shows. The page and its files read this and nothing else.</summary>
/// <param name="Tasks">The plan with its year tasks and the names of its units.</param>
/// <param name="Filter">The filter.</param>
/// <param name="Shown">The requests in the order of the filter, else the newest first: of now, or of a day.</param>
/// <param name="Now">Every request as it stands now, by its code.</param>
/// <param name="Viewer">Who looks.</param>
/// <param name="Today">The day on which they look.</param>
internal sealed record AdjustmentList(
    YearTaskSheet Tasks, AdjustmentFilter Filter, IReadOnlyList<Adjustment> Shown, IReadOnlyDictionary<string, Adjustment> Now, AdjustmentViewer Viewer, DateOnly Today)
{
    /// <summary>By which columns it can be sorted.</summary>
    public static GridColumns<(Adjustment One, AdjustmentList List)> Columns { get; } = new(
        ("code", row => row.One.Code),
        ("about", row => row.List.NameOf(row.One)),
        ("proposed", row => ProposedOn(row.One)),
        ("state", row => row.List.StandingOf(row.One)),
        ("decided", row => row.One.Decision?.Document is null ? null : row.One.Decision.Day));

    public PlanSummary Plan => Tasks.Plan.Summary;

    /// <summary>How many came since the day.</summary>
    public int Later => Filter.AsOf is null ? 0 : Now.Values.Count(one => Viewer.Sees(one) && ProposedOn(one) > Filter.AsOf);

    public static AdjustmentList Of(YearTaskSheet tasks, AdjustmentFilter filter, IReadOnlyList<Adjustment> shown, IReadOnlyList<Adjustment> now, AdjustmentViewer viewer, DateOnly today)
    {
        var list = new AdjustmentList(tasks, filter, shown, now.ToDictionary(one => one.Code, StringComparer.Ordinal), viewer, today);
        return list with { Shown = [.. filter.Sort.Order([.. shown.Select(one => (one, list))], Columns).Select(row => row.Item1)] };
    }

    public static DateOnly ProposedOn(Adjustment one) => ChinaTime.DayOf(one.Nodes[AdjustmentStage.Drafted].At);

    /// <summary>What it is about, by its name.</summary>
    public string NameOf(Adjustment one) => AdjustmentWords.NameOf(one.Subject, Tasks.Plan, Tasks.Tasks).Here;

    /// <summary>What it would change.</summary>
    public IEnumerable<ProposalLine> LinesOf(Adjustment one) => ProposalLines.Of(one.Proposal, Tasks).Where(line => line.IsChanged);

    public string StandingOf(Adjustment one) => AdjustmentWords.Standing(one, Filter.AsOf ?? Today).Here;

    public string StandingNow(Adjustment one) => AdjustmentWords.Standing(Now[one.Code], Today).Here;

    public bool IsChanged(Adjustment one) => one.Version != Now[one.Code].Version;
}

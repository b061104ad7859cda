using Greenprint.Planning;
using Greenprint.Platform;
using Greenprint.Quantities;
using Microsoft.EntityFrameworkCore;

namespace Greenprint.Indicators;

/// <summary>
/// Keeps the computed values of plans in force in step with the readings. Closed plans are left as they were: what a closed plan used stays what it used, and
/// only a person's <c>indicator compute</c> adds a revision to it.
/// </summary>
internal sealed class PlanRefresh(GreenprintDb db, Computations computations, IPlans plans, IChinaClock clock)
{
    /// <summary>Computes what rests on readings of these years and items again, in <paramref name="only"/> one plan; in all of them and everything when these are null. Nothing is stored where nothing changed.</summary>
    /// <returns>How many runs were new.</returns>
    public async Task<int> Run(Actor actor, string? reason, string? only, IReadOnlySet<int>? years, IReadOnlySet<string>? items, CancellationToken cancellation)
    {
        var fresh = 0;
        foreach (var summary in (await plans.All(cancellation)).Where(plan => plan.Status == PlanStatus.InForce && (only is null || plan.Id == only)))
        {
            if (await plans.Find(summary.Id, cancellation) is not { } view)
            {
                continue;
            }

            var concerned = view.Indicators
                .Where(indicator => indicator.Method is { } binding && MethodCatalogue.Find(binding.Method) is { } method && (items is null || method.Items.Any(items.Contains)))
                .Select(indicator => indicator.Code).ToHashSet(StringComparer.Ordinal);
            var periods = concerned.Count == 0 ? [] : await Periods(view, years, cancellation);
            if (periods.Count > 0)
            {
                fresh += await computations.Follow(new(actor, view, periods, Reason: reason, Indicators: concerned), cancellation);
            }
        }

        return fresh;
    }

    // The plan's own years up to now, and years before it (the baseline's) that were computed once.
    private async Task<List<Period>> Periods(PlanView view, IReadOnlySet<int>? years, CancellationToken cancellation)
    {
        var plan = view.Summary.Id;
        var known = await db.Set<ValueRow>().AsNoTracking()
            .Where(row => row.Plan == plan && row.Origin == ValueOrigin.Computed).Select(row => row.Period).Distinct().ToListAsync(cancellation);
        var last = Math.Min(view.Summary.End, clock.Today.Year);
        return
        [
            .. known.Select(Period.Parse).Where(period => period.Kind == PeriodKind.Year).Select(period => period.Year)
                .Concat(Enumerable.Range(view.Summary.Start, Math.Max(0, last - view.Summary.Start + 1)))
                .Distinct().Order()
                .Where(year => years is null || years.Contains(year))
                .Select(Period.OfYear)
                .Where(period => ReachedPeriod.On(period, clock.Today) is not null),
        ];
    }
}

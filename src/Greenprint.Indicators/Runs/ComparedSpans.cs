using Greenprint.Planning;
using Greenprint.Platform;
using Greenprint.Quantities;
using Microsoft.EntityFrameworkCore;

namespace Greenprint.Indicators;

/// <summary>
/// January-to-a-month for which a person brought a value of an indicator that is also computed: the same span is computed, so that the two can be held
/// against each other. Ten months against six would say nothing.
/// </summary>
internal sealed class ComparedSpans(GreenprintDb db, IChinaClock clock)
{
    public async Task<IReadOnlyList<(Period Period, IReadOnlySet<string> Indicators)>> Of(
        PlanView view, IReadOnlySet<int> years, IReadOnlySet<string>? among, CancellationToken cancellation)
    {
        var plan = view.Summary.Id;
        var bound = view.Indicators.Where(indicator => indicator.Method is not null && (among is null || among.Contains(indicator.Code)))
            .Select(indicator => indicator.Code).ToList();
        var brought = await db.Set<ValueRow>().AsNoTracking()
            .Where(row => row.Plan == plan && row.Origin != ValueOrigin.Computed && row.Period.Contains("..") && bound.Contains(row.Indicator))
            .Select(row => new { row.Indicator, row.Period }).Distinct().ToListAsync(cancellation);
        return
        [
            .. from value in brought
               let period = Period.Parse(value.Period)
               where years.Contains(period.Year) && ReachedPeriod.On(period, clock.Today) == period
               group value.Indicator by period into span
               orderby span.Key
               select (span.Key, (IReadOnlySet<string>)span.ToHashSet(StringComparer.Ordinal)),
        ];
    }
}

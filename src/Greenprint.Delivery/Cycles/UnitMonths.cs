using Greenprint.Delivery.Dispatch;
using Greenprint.Platform;
using Greenprint.Quantities;
using Microsoft.EntityFrameworkCore;

namespace Greenprint.Delivery.Cycles;

/// <summary>Reports of one unit in one month, by the month of the due day.</summary>
/// <param name="OnTime">Handed in by the due day.</param>
/// <param name="Late">Handed in after it, or overdue now.</param>
/// <param name="Waiting">Not due yet.</param>
internal sealed record UnitMonth(int OnTime, int Late, int Waiting)
{
    /// <summary>Percent in time of what was due, rounded half to even; null while nothing was due (never 0 %).</summary>
    public decimal? Share => OnTime + Late == 0 ? null : decimal.Round(100m * OnTime / (OnTime + Late), 0, MidpointRounding.ToEven);
}

/// <summary>The matrix of units and months (P10), with the numbers above it.</summary>
internal sealed record UnitMonths(IReadOnlyList<string> Units, IReadOnlyDictionary<(string Unit, int Month), UnitMonth> Cells, int WithoutPerson, int Silent, int Open)
{
    /// <summary>One query, however many units.</summary>
    public static async Task<UnitMonths> Of(GreenprintDb db, string plan, int year, DateOnly today, CancellationToken cancellation)
    {
        var (first, last) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        var rows = await db.Set<ItemRow>().AsNoTracking()
            .Where(item => item.Plan == plan && item.Due >= first && item.Due <= last && item.Ending == DispatchEnding.None)
            .Select(item => new { item.Unit, item.Due, item.Stage, item.IsSuspended, item.ReportedAt, item.Person }).ToListAsync(cancellation);
        return Of([.. rows.Select(row => new Standing(row.Unit, row.Due, row.Stage, row.IsSuspended, row.ReportedAt, row.Person))], today);
    }

    /// <summary>As of the end of a day in China, by the events recorded until then. Three queries: an item may have stood in another year then, so all of the plan are folded.</summary>
    public static async Task<UnitMonths> AsOf(GreenprintDb db, string plan, int year, DateOnly day, CancellationToken cancellation)
    {
        var rows = await db.Set<ItemRow>().AsNoTracking().Where(item => item.Plan == plan).ToListAsync(cancellation);
        var items = (await DispatchStore.With(db, rows, cancellation)).Select(stored => stored.AsOf(day)).OfType<DispatchItem>();
        return Of(
            [.. items.Where(item => item.Due.Year == year && item.Ending == DispatchEnding.None).Select(item => new Standing(item.Unit, item.Due, item.Stage, item.IsSuspended, item.ReportedAt, item.Person))], day);
    }

    private static UnitMonths Of(List<Standing> rows, DateOnly today)
    {
        var issued = rows.Where(row => row.Stage >= DispatchStage.Issued && !row.IsSuspended).ToList();
        var cells = issued.GroupBy(row => (row.Unit, row.Due.Month)).ToDictionary(
            group => group.Key,
            group =>
            {
                var onTime = group.Count(row => row.ReportedAt is { } at && ChinaTime.DayOf(at) <= row.Due);
                var waiting = group.Count(row => row.ReportedAt is null && today <= row.Due);
                return new UnitMonth(onTime, group.Count() - onTime - waiting, waiting);
            });
        // Silent: somebody who handed in nothing in the last two cycles that were due.
        var silent = issued.Where(row => row.Person is not null && row.Due < today).GroupBy(row => row.Person).Count(person =>
        {
            var last = person.Select(row => row.Due).Distinct().OrderDescending().Take(2).ToList();
            return last.Count == 2 && person.Where(row => last.Contains(row.Due)).All(row => row.ReportedAt is null);
        });
        var open = rows.Where(row => row.Stage != DispatchStage.Closed).ToList();
        return new([.. issued.Select(row => row.Unit).Distinct().Order(StringComparer.Ordinal)], cells, open.Count(row => row.Person is null), silent, open.Count);
    }

    private sealed record Standing(string Unit, DateOnly Due, DispatchStage Stage, bool IsSuspended, DateTimeOffset? ReportedAt, string? Person);
}

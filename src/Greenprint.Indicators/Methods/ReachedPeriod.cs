using Greenprint.Quantities;

namespace Greenprint.Indicators;

/// <summary>What can be computed of a period on a day.</summary>
internal static class ReachedPeriod
{
    /// <summary>The period itself when it is over; of a running year January to its last full month; null when nothing of it is over.</summary>
    public static Period? On(Period asked, DateOnly today)
    {
        if (asked.Last < today)
        {
            return asked;
        }

        var lastFull = new DateOnly(today.Year, today.Month, 1).AddDays(-1);
        return asked.Kind is PeriodKind.Year or PeriodKind.YearToDate && asked.Year == lastFull.Year ? Period.OfYearTo(lastFull.Year, lastFull.Month) : null;
    }
}

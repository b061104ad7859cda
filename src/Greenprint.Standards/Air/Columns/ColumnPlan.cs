using Greenprint.Quantities;

namespace Greenprint.Standards.Air.Columns;

/// <summary>What holds for every place of an assessment: which edition judges which days, where months begin, and what each period asks for. Made once.</summary>
internal sealed class ColumnPlan
{
    private readonly int firstMonth;

    internal ColumnPlan(DateOnly first, int days, IReadOnlyList<Period> periods, AirRules rules, AirOptions options)
    {
        (First, Days, Options) = (first, days, options);
        Runs = [.. EditionDays.RunsOf([.. Enumerable.Range(0, days).Select(day => rules.OnDay(first.AddDays(day)))]).Select(run => RunOf(run.Edition, run.First, run.Length))];
        Exceptional = [.. MeasuredItems.AirBasic.Select(item => options.ExceptionalDays.Where(day => day.Items.Contains(item))
            .Select(day => day.Day.DayNumber - first.DayNumber).Where(day => day >= 0 && day < days).Distinct().ToList())];
        firstMonth = Math.Min(Month(first), periods.Select(period => Month(period.First)).DefaultIfEmpty(int.MaxValue).Min());
        var lastMonth = Math.Max(Month(first.AddDays(days - 1)), periods.Select(period => Month(period.Last)).DefaultIfEmpty(0).Max());
        Months = [.. Enumerable.Range(firstMonth, lastMonth - firstMonth + 1).Select(SpanOf)];
        Periods = [.. periods.Select(period => new PlannedPeriod(period, rules.ForPeriod(period), Month(period.First) - firstMonth, Month(period.Last) - firstMonth + 1, period.First.DayNumber - first.DayNumber))];
    }

    internal DateOnly First { get; }

    internal int Days { get; }

    internal AirOptions Options { get; }

    /// <summary>Runs of days that one edition judges; null where none was in force.</summary>
    internal IReadOnlyList<EditionRun> Runs { get; }

    /// <summary>Of each item the days that leave the averages, counted from the first of the columns.</summary>
    internal IReadOnlyList<IReadOnlyList<int>> Exceptional { get; }

    /// <summary>Each month's days: the first, counted from the first of the columns, and how many of them the columns hold.</summary>
    internal IReadOnlyList<(int First, int Length)> Months { get; }

    internal IReadOnlyList<PlannedPeriod> Periods { get; }

    /// <summary>The first day of a month.</summary>
    internal DateOnly MonthAt(int month) => new((firstMonth + month) / 12, ((firstMonth + month) % 12) + 1, 1);

    /// <summary>Items of the daily report that the good-day ratio needs, by an edition.</summary>
    internal IEnumerable<MeasuredItem> Needed(AirEdition edition)
    {
        var items = edition.Index.Daily.Items.Select(entry => entry.Of.Item).Distinct();
        return edition.Index.UnmonitoredYears is null ? items : items.Except(Options.Unmonitored);
    }

    /// <summary>Bits of the daily values of items that the monitoring plan leaves out, under an edition with that exception.</summary>
    private int Exempt(AirEdition edition) => edition.Index.UnmonitoredYears is null ? 0
        : DailySeries.Kept.Select((of, at) => Options.Unmonitored.Contains(of.Item) ? 1 << at : 0).Sum();

    private static int Month(DateOnly day) => (day.Year * 12) + day.Month - 1;

    private (int First, int Length) SpanOf(int month)
    {
        var start = new DateOnly(month / 12, (month % 12) + 1, 1);
        var from = Math.Max(0, start.DayNumber - First.DayNumber);
        var to = Math.Min(Days, start.AddMonths(1).DayNumber - First.DayNumber);
        return from < to ? (from, to - from) : (0, 0);
    }

    private EditionRun RunOf(AirEdition? edition, int first, int length)
    {
        var index = edition is null ? null : IndexLookup.Of(edition.Index);
        var exempt = edition is null ? 0 : Exempt(edition);
        return new(edition, index, (index?.Others ?? 0) & ~exempt, (exempt & ColumnLayout.OzoneBits) != 0, first, length);
    }
}

/// <summary>Consecutive days that one edition judges.</summary>
/// <param name="Edition">The edition, or null.</param>
/// <param name="Index">Its index as arrays.</param>
/// <param name="Needed">Bits of the entries without which an AQI is given only above 100: all but ozone's and those that the monitoring plan leaves out.</param>
/// <param name="OzoneExempt">True when the monitoring plan leaves ozone out.</param>
/// <param name="First">First day.</param>
/// <param name="Length">Days.</param>
internal sealed record EditionRun(AirEdition? Edition, IndexLookup? Index, int Needed, bool OzoneExempt, int First, int Length);

/// <summary>A period with its edition and its months, counted from the plan's first month.</summary>
/// <param name="Period">The period.</param>
/// <param name="Edition">That of its last day.</param>
/// <param name="FirstMonth">First month.</param>
/// <param name="EndMonth">The month after the last.</param>
/// <param name="FirstDay">Its first day, counted from the first of the columns; it may lie outside them.</param>
internal sealed record PlannedPeriod(Period Period, AirEdition? Edition, int FirstMonth, int EndMonth, int FirstDay);

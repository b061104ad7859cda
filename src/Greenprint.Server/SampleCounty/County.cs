using Greenprint.Indicators;
using Greenprint.Monitoring;
using Greenprint.Planning;
using Greenprint.Platform;
using Greenprint.Quantities;
using Greenprint.Server.SampleCounty.Past;

namespace Greenprint.Server.SampleCounty;

/// <summary>Makes the sample county once and extends its measurements to yesterday, through the doors that everybody uses.</summary>
internal sealed class County(
    CountyPast past, IPlans plans, IStations stations, IReadings readings, IObservationImport imports, IValues values, IComputations computations, IChinaClock clock)
{
    private const string Source = "岚湾演示数据 · generated";
    internal static readonly Actor Maker = Actor.System("greenprint demo");
    private static readonly DateOnly FirstDay = new(2020, 1, 1);

    /// <summary>With what it needs of a scope.</summary>
    internal static County In(IServiceProvider services) => ActivatorUtilities.CreateInstance<County>(services, ActivatorUtilities.CreateInstance<CountyPast>(services));

    /// <summary>Makes or extends it; tells each step on <paramref name="progress"/>.</summary>
    internal async Task Make(Action<Bilingual> progress, CancellationToken cancellation)
    {
        var isNew = await plans.Find("lanwan-15", cancellation) is null;
        if (isNew)
        {
            progress(("正在建立演示县（规划、单位、三年调度、点位）……", "Making the sample county (plans, units, three years of dispatch, stations)…"));
            await past.Live(cancellation);
        }

        var added = await AddReadings(progress, cancellation);
        var entered = await values.EnterAll(Maker, SampleFiles.Values(clock.Today), dryRun: false, cancellation);
        if (entered.Outcomes.FirstOrDefault(outcome => outcome.Result == EntryResult.Refused) is { Finding: { } fault })
        {
            throw new RefusedException(fault);
        }

        if (added)
        {
            progress(("正在计算指标……", "Computing the indicators…"));
            await Compute(isNew, cancellation);
        }
    }

    private async Task<bool> AddReadings(Action<Bilingual> progress, CancellationToken cancellation)
    {
        var levels = SampleFiles.Levels();
        var from = await Reached(levels, cancellation);
        if (from >= clock.Today)
        {
            return false;
        }

        progress(($"正在生成 {from:yyyy-MM-dd} 至 {clock.Today.AddDays(-1):yyyy-MM-dd} 的监测数据……", $"Generating measurements from {from:yyyy-MM-dd} to {clock.Today.AddDays(-1):yyyy-MM-dd}…"));
        var report = await imports.Store(Maker, Source, levels.SelectMany(level => SampleReadings.Of(level, from, clock.Today)), ReadingRank.Raw, cancellation);
        return report.IsRefused ? throw new RefusedException(report.Refusals[0]) : report.Counts.Stored > 0;
    }

    // Every series is written up to the same day; a station may have been out on the last one, so the furthest counts.
    private async Task<DateOnly> Reached(IReadOnlyList<Level> levels, CancellationToken cancellation)
    {
        var codes = levels.Select(level => level.Station).ToHashSet(StringComparer.Ordinal);
        var ours = (await stations.All(null, null, cancellation)).Where(station => codes.Contains(station.Code)).Select(station => station.Id).ToList();
        var last = FirstDay;
        foreach (var series in await stations.SeriesOf(ours, cancellation))
        {
            if (await readings.Span(series.Id, cancellation) is { } span && ChinaTime.DayOf(span.Last).AddDays(1) is var next && next > last)
            {
                last = next;
            }
        }

        return last;
    }

    private async Task Compute(bool isNew, CancellationToken cancellation)
    {
        foreach (var plan in SampleFiles.Packs())
        {
            // From the baseline on; later only what new measurements can change.
            var first = isNew ? plan.Start - 1 : Math.Max(plan.Start - 1, clock.Today.Year - 1);
            var last = Math.Min(plan.End, clock.Today.Year);
            Period[] years = [.. Enumerable.Range(first, Math.Max(0, last - first + 1)).Where(IsComputable).Select(Period.OfYear)];
            if (years.Length > 0)
            {
                await computations.ComputeAll(Maker, plan.Id, years, null, cancellation);
            }
        }
    }

    // In January the running year has no full month yet.
    private bool IsComputable(int year) => year < clock.Today.Year || clock.Today.Month > 1;
}

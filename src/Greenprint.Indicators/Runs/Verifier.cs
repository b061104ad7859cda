using Greenprint.Monitoring;
using Greenprint.Platform;
using Greenprint.Quantities;
using Greenprint.Standards;
using Microsoft.EntityFrameworkCore;

namespace Greenprint.Indicators;

/// <summary>Computes a run again from the rows stored with it, and names every row of the store that is not what it was.</summary>
internal sealed class Verifier(GreenprintDb db, NamedRows rows, IStations stations, IReadings readings, InputLoader loader, StandardLibrary library)
{
    public async Task<Verification?> Verify(string run, CancellationToken cancellation)
    {
        if (await db.Set<RunRow>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == run, cancellation) is not { } row)
        {
            return null;
        }

        var (provenance, context, period) = (row.ToProvenance(), row.ToContext(), Period.Parse(row.Period));
        var named = await rows.Of(context, cancellation);
        var method = MethodCatalogue.All.SingleOrDefault(method => method.Reference() == row.Method);
        var again = method?.Compute(
            new(context.Stations, named, context.Idle), new(period, row.Edition, context.Region, context.Decimals, library));
        var sameValue = again is not null && again.Value == provenance.Value && again.Published == provenance.Published;

        var changed = new List<ChangedRow>();
        var present = new List<SeriesRows>();
        foreach (var (series, then) in context.Series.Zip(named))
        {
            var now = await Present(series, period, cancellation);
            present.Add(now);
            if (now.Digest != then.Digest)
            {
                changed.AddRange(await Compare(series, then, now, period, context.Stations.Single(station => station.Code == series.Station).Name, cancellation));
            }
        }

        var names = context.Series.Zip(named).All(pair => pair.First.Digest == pair.Second.Digest) && Digest(context, named) == provenance.InputDigest;
        return new(provenance, sameValue, again?.Value, names, Digest(context, present), changed);
    }

    private static string Digest(RunContext context, IReadOnlyList<SeriesRows> given) =>
        InputDigest.Of(context.Stations, given.Select(series => (series.Station, series.Item, series.Unit, series.Digest)));

    private async Task<SeriesRows> Present(RunSeries series, Period period, CancellationToken cancellation) =>
        await stations.FindSeries(series.Id, cancellation) is { } known
            ? await loader.Present(series.Station, known, period, cancellation)
            : new(series.Station, series.Item, series.Unit, [], [], []);

    private async Task<IEnumerable<ChangedRow>> Compare(
        RunSeries series, SeriesRows then, SeriesRows now, Period period, Bilingual station, CancellationToken cancellation)
    {
        var revisions = (await readings.Revisions(series.Id, period.Start, period.End, cancellation)).ToLookup(row => SeriesRows.MinuteOf(row.Start));
        var old = ByMinute(then);
        var present = ByMinute(now);
        return
        [
            .. from minute in old.Keys.Union(present.Keys).Order()
               let before = old.TryGetValue(minute, out var was) ? was : ((decimal Value, ReadingFlags Flags)?)null
               let after = present.TryGetValue(minute, out var @is) ? @is : ((decimal Value, ReadingFlags Flags)?)null
               where before != after
               select Changed(station, series.Item, minute, before, after, [.. revisions[minute]]),
        ];
    }

    private static ChangedRow Changed(
        Bilingual station, string item, long minute, (decimal Value, ReadingFlags Flags)? before, (decimal Value, ReadingFlags Flags)? after, IReadOnlyList<ReadingRow> revisions)
    {
        bool OnRecord((decimal Value, ReadingFlags Flags) row) =>
            revisions.Any(revision => revision.Value == row.Value && (revision.Flags & ReadingFlagRules.SaidBySource) == row.Flags);

        var how = before is not { } was ? RowChange.Added : OnRecord(was) && after is not null ? RowChange.Revised : RowChange.Tampered;
        var source = after is { } now ? revisions.LastOrDefault(revision => revision.Value == now.Value)?.Source : null;
        return new(station, item, SeriesRows.At(minute), before?.Value, after?.Value, how, source);
    }

    private static Dictionary<long, (decimal Value, ReadingFlags Flags)> ByMinute(SeriesRows rows) =>
        Enumerable.Range(0, rows.Count).ToDictionary(at => rows.Minutes[at], at => (rows.ValueAt(at), rows.FlagsAt(at)));
}

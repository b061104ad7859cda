using Greenprint.Platform;
using Microsoft.EntityFrameworkCore;

namespace Greenprint.Monitoring;

/// <summary>Readings that a program hands over: their station must exist, their item and value must be right; what is not is a bug of the caller.</summary>
internal sealed class GivenReadings(GreenprintDb db, ImportedStations stations)
{
    private readonly Dictionary<(string Station, string Item), ImportedSeries> series = [];
    private (string Station, string Item) last;
    private ImportedSeries? lastSeries;

    public static Arrival ArrivalOf(in GivenReading reading, ReadingRank rank) => ScaledValue.TryFrom(reading.Value, out var scaled)
        ? new Arrival(StoredTime.Start(reading.Start), scaled, reading.Flags, rank)
        : throw new ArgumentException($"{reading.Value} cannot be held exactly.", nameof(reading));

    public async Task<ImportedSeries> SeriesOf(GivenReading reading, CancellationToken cancellation)
    {
        var key = (reading.Station, reading.Item);
        if (lastSeries is null || last != key)
        {
            if (!series.TryGetValue(key, out var found))
            {
                series[key] = found = await Find(reading, cancellation);
            }

            (last, lastSeries) = (key, found);
        }

        var minutes = (int)reading.Step.TotalMinutes;
        lastSeries.StepMinutes ??= minutes;
        return lastSeries.StepMinutes == minutes
            ? lastSeries
            : throw new ArgumentException($"A reading of {key} stands for {lastSeries.StepMinutes} minutes, not {minutes}.", nameof(reading));
    }

    private async Task<ImportedSeries> Find(GivenReading reading, CancellationToken cancellation)
    {
        var station = await db.Set<Station>().AsNoTracking().SingleOrDefaultAsync(row => row.Code == reading.Station, cancellation)
            ?? throw new ArgumentException($"There is no station '{reading.Station}'.", nameof(reading));
        if (!ItemCatalogue.TryFind(station.Kind, reading.Item, out var item))
        {
            throw new ArgumentException($"There is no item '{reading.Item}' of {station.Kind}.", nameof(reading));
        }

        var imported = stations.WithCode(station.Kind, station.City, station.Code);
        (imported.StoredId, imported.StoredCode) = (station.Id, station.Code);
        var found = stations.SeriesOf(imported, item, ItemOrdinals.Of(item));
        if (await db.Set<Series>().AsNoTracking().SingleOrDefaultAsync(row => row.StationId == station.Id && row.Item == item.Code, cancellation) is { } known)
        {
            (found.Number, found.StepMinutes, found.IsKnown) = (known.Id, known.StepMinutes, true);
        }

        return found;
    }
}

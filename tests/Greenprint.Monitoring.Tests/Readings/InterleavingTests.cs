using Greenprint.Platform;
using Greenprint.Quantities;
using Greenprint.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Greenprint.Monitoring.Tests.Readings;

public sealed class InterleavingTests
{
    private static readonly DateTimeOffset Start = ChinaTime.At(new DateTime(2025, 3, 1));

    private sealed record Arrived(int Station, int Hour, int Value, ReadingRank Rank);

    private static readonly Gen<Arrived> Reading = Gen.Select(
        Gen.Int[0, 1], Gen.Int[0, 5], Gen.Int[0, 3], Gen.Enum<ReadingRank>(), (station, hour, value, rank) => new Arrived(station, hour, value, rank));

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task However_batches_interleave_and_repeat_the_store_holds_what_a_plain_list_of_arrivals_says(StoreEngine engine)
    {
        await using var store = await ImportHarness.Create(engine);
        var round = 0;
        await Reading.Array[1, 12].Array[1, 6].SampleAsync(
            async batches =>
            {
                // Stations of its own for every case, so that no case sees another's rows.
                var stations = new[] { $"p{round}-0", $"p{round++}-1" };
                await Add(store, stations);
                var model = new Model();
                foreach (var batch in batches)
                {
                    foreach (var rank in batch.GroupBy(reading => reading.Rank))
                    {
                        var report = await store.Store.In(services => services.GetRequiredService<IObservationImport>().Store(
                            Actor.System("test"), "batch",
                            rank.Select(reading => new GivenReading(stations[reading.Station], "pm25", Start.AddHours(reading.Hour), TimeSpan.FromHours(1), reading.Value)),
                            rank.Key, CancellationToken.None));
                        // Within a batch readings are taken by time; of equal times, in their order.
                        var expected = model.Add(rank.OrderBy(reading => reading.Station).ThenBy(reading => reading.Hour));
                        Assert.Equal(expected, (report.Counts.Stored, report.Counts.Unchanged, report.Counts.Revised));
                    }
                }

                foreach (var (key, value) in model.Current)
                {
                    Assert.Equal((decimal)value, Assert.Single(await Rows(store, stations[key.Station], key.Hour)).Value);
                }
            },
            iter: 15, threads: 1);
    }

    private static Task Add(ImportHarness store, string[] stations) => store.Store.In(services => services.GetRequiredService<IChanges>().Apply(
        Actor.System("test"),
        async change =>
        {
            await services.GetRequiredService<IStations>().Add(
                change, stations.Select(code => new NewStation(code, new Bilingual(code), StationKind.Air, "江门", "990000")), CancellationToken.None);
            return 0;
        },
        CancellationToken.None));

    private static async Task<IReadOnlyList<ReadingRow>> Rows(ImportHarness store, string code, int hour) => await store.Store.In(async services =>
    {
        var stations = services.GetRequiredService<IStations>();
        var station = await stations.FindByCode(code, CancellationToken.None);
        var series = Assert.Single(await stations.SeriesOf(station!.Id, CancellationToken.None));
        return await services.GetRequiredService<IReadings>().Rows(series.Id, Start.AddHours(hour), Start.AddHours(hour + 1), null, CancellationToken.None);
    });

    /// <summary>The rule in the plainest form: every key has the list of what arrived.</summary>
    private sealed class Model
    {
        private readonly Dictionary<(int Station, int Hour), List<Arrived>> arrived = [];

        public IEnumerable<((int Station, int Hour) Key, int Value)> Current =>
            arrived.Select(key => (key.Key, key.Value.Select((reading, order) => (reading, order)).MaxBy(pair => (pair.reading.Rank, pair.order)).reading.Value));

        public (long Stored, long Unchanged, long Revised) Add(IEnumerable<Arrived> batch)
        {
            var (stored, unchanged, revised) = (0L, 0L, 0L);
            foreach (var reading in batch)
            {
                var key = (reading.Station, reading.Hour);
                if (!arrived.TryGetValue(key, out var had))
                {
                    arrived[key] = [reading];
                    stored++;
                }
                else if (had.Any(earlier => earlier.Value == reading.Value && earlier.Rank >= reading.Rank))
                {
                    unchanged++;
                }
                else
                {
                    had.Add(reading);
                    revised++;
                }
            }

            return (stored, unchanged, revised);
        }
    }
}

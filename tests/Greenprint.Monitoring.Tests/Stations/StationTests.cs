using Greenprint.Platform;
using Greenprint.Quantities;
using Greenprint.Standards.Water;
using Greenprint.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Greenprint.Monitoring.Tests.Stations;

public sealed class StationTests
{
    private static readonly Region[] TwoCounties =
    [
        new("990100", null, new Bilingual("海州市"), RegionLevel.Prefecture, IsDemo: true),
        new("990101", "990100", new Bilingual("岚湾县"), RegionLevel.County, IsDemo: true),
        new("990102", "990100", new Bilingual("云川县"), RegionLevel.County, IsDemo: true),
    ];

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_confirmed_station_keeps_its_readings_and_belongs_to_its_region(StoreEngine engine)
    {
        await using var store = await ImportHarness.Create(engine);
        await store.Put("10");
        var station = await store.Station("江门", "A");

        var confirmed = await store.Store.In(services => services.GetRequiredService<IStations>().Confirm(
            Actor.System("test"), station.Id, "990101", WaterBody.River, CancellationToken.None));

        Assert.Equal(("990101", false, null), (confirmed!.Region, confirmed.IsProvisional, confirmed.WaterBody));   // air lies in no river
        Assert.Equal(0, (await store.Put("10")).Counts.Stored);
        var entry = Assert.Single(await store.Store.In(services => services.GetRequiredService<IHistory>().Of($"station/{station.Code}", CancellationToken.None)));
        Assert.Equal("station.confirmed", entry.Kind);
    }

    [Fact]
    public async Task A_prefecture_sees_the_stations_of_its_counties_and_a_county_only_its_own()
    {
        await using var store = await ImportHarness.Create();
        await Apply(store, async (services, change) =>
        {
            await services.GetRequiredService<IRegions>().Add(change, TwoCounties, CancellationToken.None);
            await services.GetRequiredService<IStations>().Add(
                change,
                [
                    new NewStation("L1", ("东湖", "East Lake"), StationKind.Air, "海州", "990101"),
                    new NewStation("Y1", ("东湖", "East Lake"), StationKind.Air, "海州", "990102"),   // the same name in the next county
                ],
                CancellationToken.None);
        });

        Assert.Equal(["L1", "Y1"], await CodesOf(store, "990100"));
        Assert.Equal(["L1"], await CodesOf(store, "990101"));
    }

    [Fact]
    public async Task Adding_a_station_that_is_there_leaves_it_as_it_is()
    {
        await using var store = await ImportHarness.Create();
        var station = new NewStation("L1", ("东湖", "East Lake"), StationKind.SurfaceWater, "海州", "990101", WaterBody.Lake, 112.5m, 21.9m);
        await Apply(store, (services, change) => services.GetRequiredService<IStations>().Add(change, [station], CancellationToken.None));
        await Apply(store, (services, change) => services.GetRequiredService<IStations>().Add(change, [station with { WaterBody = WaterBody.River }], CancellationToken.None));

        var found = await store.Store.In(services => services.GetRequiredService<IStations>().FindByCode("L1", CancellationToken.None));
        Assert.Equal((WaterBody.Lake, 112.5m, "East Lake"), (found!.WaterBody, found.Longitude, found.Name.En));
    }

    [Fact]
    public async Task Own_CSV_finds_a_station_by_its_code()
    {
        await using var store = await ImportHarness.Create();
        await Apply(store, (services, change) => services.GetRequiredService<IStations>().Add(
            change, [new NewStation("L1", ("东湖", "East Lake"), StationKind.Air, "海州", "990101")], CancellationToken.None));

        var report = await store.Import("anything.csv", "station,kind,time,item,value,unit\nL1,air,2025-03-01 08:00,pm25,11,µg/m³\n");

        Assert.Empty(report.NewStations);
        Assert.Equal(11m, Assert.Single(await store.Rows("海州", "东湖", "pm25")).Value);
    }

    private static Task Apply(ImportHarness store, Func<IServiceProvider, Change, Task> work) => store.Store.In(services =>
        services.GetRequiredService<IChanges>().Apply(
            Actor.System("test"),
            async change =>
            {
                await work(services, change);
                return 0;
            },
            CancellationToken.None));

    private static async Task<IEnumerable<string>> CodesOf(ImportHarness store, string region) =>
        (await store.Store.In(services => services.GetRequiredService<IStations>().All(null, region, CancellationToken.None))).Select(station => station.Code).Order(StringComparer.Ordinal);
}

using Greenprint.Platform;
using Greenprint.Quantities;
using Greenprint.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Greenprint.Monitoring.Tests.Readings;

public sealed class RevisionTests
{
    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_then_corrected_B_then_A_again_changes_nothing_the_third_time(StoreEngine engine)
    {
        await using var store = await ImportHarness.Create(engine);

        var first = await store.Put("10");
        var second = await store.Put("12");
        var third = await store.Put("10");

        Assert.Equal((1, 0, 0), (first.Counts.Stored, first.Counts.Unchanged, first.Counts.Revised));
        Assert.Equal((0, 0, 1), (second.Counts.Stored, second.Counts.Unchanged, second.Counts.Revised));
        Assert.Equal((0, 1, 0), (third.Counts.Stored, third.Counts.Unchanged, third.Counts.Revised));
        Assert.Equal(12m, Assert.Single(await store.Rows("江门", "A", "pm25")).Value);
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Earlier_values_stay_with_their_source_and_their_arrival(StoreEngine engine)
    {
        await using var store = await ImportHarness.Create(engine);
        var before = store.Store.Clock.Now;
        await store.Put("10");
        store.Store.Clock.Advance(TimeSpan.FromHours(1));
        await store.Put("12");
        store.Store.Clock.Advance(TimeSpan.FromHours(1));
        await store.Put("11", rank: "ratified");
        store.Store.Clock.Advance(TimeSpan.FromHours(1));
        await store.Put("13");

        var all = await store.Revisions("江门", "A", "pm25");
        Assert.Equal([10m, 12m, 11m, 13m], all.Select(row => row.Value));
        Assert.Equal([0, 1, 2, 3], all.Select(row => row.Revision));
        Assert.All(all, row => Assert.Equal("own.csv", row.Source));
        Assert.Equal([0, 1, 2, 3], all.Select(row => (int)(row.ArrivedAt - before).TotalHours));
        Assert.Equal(11m, Assert.Single(await store.Rows("江门", "A", "pm25")).Value);
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task What_was_known_at_a_moment_can_be_asked_for(StoreEngine engine)
    {
        await using var store = await ImportHarness.Create(engine);
        var before = store.Store.Clock.Now;
        await store.Put("10");
        store.Store.Clock.Advance(TimeSpan.FromHours(1));
        await store.Put("12");

        Assert.Empty(await store.Rows("江门", "A", "pm25", asOf: before.AddSeconds(-1)));
        Assert.Equal(10m, Assert.Single(await store.Rows("江门", "A", "pm25", asOf: before)).Value);
        Assert.Equal(10m, Assert.Single(await store.Rows("江门", "A", "pm25", asOf: before.AddMinutes(59))).Value);
        Assert.Equal(12m, Assert.Single(await store.Rows("江门", "A", "pm25", asOf: before.AddHours(1))).Value);
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task The_same_moment_told_in_two_time_zones_is_stored_once(StoreEngine engine)
    {
        await using var store = await ImportHarness.Create(engine);

        var first = await store.Put("10", time: "2025-03-01T00:00:00Z");
        var second = await store.Put("10", time: "2025-03-01T08:00:00+08:00");
        var third = await store.Put("10", time: "2025-03-01 08:00");

        Assert.Equal((1, 0, 0), (first.Counts.Stored, second.Counts.Stored, third.Counts.Stored));
        Assert.Equal(ChinaTime.At(new DateTime(2025, 3, 1, 8, 0, 0)), Assert.Single(await store.Rows("江门", "A", "pm25")).Start);
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Negative_values_and_three_decimals_survive(StoreEngine engine)
    {
        await using var store = await ImportHarness.Create(engine);
        await store.Import("own.csv",
            "station,kind,time,item,value,unit,step,city\nS,surface-water,2025-03-01 08:00,temp,-1.5,℃,sample,江门\nS,surface-water,2025-03-01 08:00,nh3n,0.035,mg/L,sample,江门\n");

        Assert.Equal(-1.5m, Assert.Single(await store.Rows("江门", "S", "temp", StationKind.SurfaceWater)).Value);
        Assert.Equal(0.035m, Assert.Single(await store.Rows("江门", "S", "nh3n", StationKind.SurfaceWater)).Value);
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_column_of_hours_keeps_missing_apart_from_zero(StoreEngine engine)
    {
        await using var store = await ImportHarness.Create(engine);
        await store.Import("own.csv", "station,kind,time,item,value,unit,flag,city\nA,air,2025-03-01 00:00,pm25,0,µg/m³,,江门\nA,air,2025-03-01 02:00,pm25,7,µg/m³,maintenance,江门\n");
        var series = await store.Series("江门", "A", "pm25");
        var day = ChinaTime.StartOf(new DateOnly(2025, 3, 1));

        var hours = await store.Store.In(services => services.GetRequiredService<IReadings>().Hours(series.Id, day, day.AddHours(4), null, CancellationToken.None));

        Assert.Equal([0m, null, 7m, null], Enumerable.Range(0, 4).Select(hour => hours[hour]));
        Assert.Equal([0m, null, null, null], Enumerable.Range(0, 4).Select(hours.Valid));
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Rows_that_are_equal_have_equal_digests_whatever_was_remarked(StoreEngine engine)
    {
        await using var one = await ImportHarness.Create(engine);
        await using var other = await ImportHarness.Create(engine);
        await one.Put("10");
        await other.Put("11");
        await other.Put("10", flag: "spike", rank: "ratified");

        Assert.Equal(await Digest(one), await Digest(other));

        static async Task<ReadingsDigest> Digest(ImportHarness store)
        {
            var series = await store.Series("江门", "A", "pm25");
            return await store.Store.In(services => services.GetRequiredService<IReadings>().Digest(
                series.Id, DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(100), CancellationToken.None));
        }
    }
}

using System.Data.Common;
using System.Text.Json;
using Greenprint.Monitoring;
using Greenprint.Planning;
using Greenprint.Platform;
using Greenprint.Quantities;
using Greenprint.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Greenprint.Indicators.Tests.Runs;

public sealed class RunTests
{
    private static readonly Period Year2025 = Period.OfYear(2025);

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task T28_Computing_twice_leaves_the_same_rows_with_the_same_digest(StoreEngine engine)
    {
        await using var county = await WithYear(engine);

        var first = await county.Compute("p", Year2025);
        var before = await Everything(county);
        var second = await county.Compute("p", Year2025);

        Assert.True(first.Single().IsNew);
        Assert.False(second.Single().IsNew);
        Assert.Equal(first.Single().Provenance!.Run, second.Single().Provenance!.Run);
        Assert.Equal(before, await Everything(county));
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_run_is_verified_from_its_own_rows(StoreEngine engine)
    {
        await using var county = await WithYear(engine);
        var run = (await county.Compute("p", Year2025)).Single().Provenance!;

        var verification = await Verify(county, run.Run);

        Assert.True(verification.Holds);
        Assert.Equal(20m, run.Value);
        Assert.Equal(run.InputDigest, verification.PresentDigest);
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Verify_names_a_revised_row_a_late_one_and_a_tampered_one(StoreEngine engine)
    {
        await using var county = await WithYear(engine, missing: At(5, 1, 7));
        var run = (await county.Compute("p", Year2025)).Single().Provenance!;
        await county.Give("复核.csv", [Reading(At(3, 1, 12), 44m), Reading(At(5, 1, 7), 21m)], ReadingRank.Ratified);
        await Tamper(county, At(8, 9, 3), 99m);

        var verification = await Verify(county, run.Run);

        Assert.False(verification.Holds);
        Assert.True(verification.SameValue);   // the named rows still give the figure: it is the store that changed
        Assert.Equal(
            [
                (At(3, 1, 12), 20m, 44m, RowChange.Revised, "复核.csv"),
                (At(5, 1, 7), (decimal?)null, 21m, RowChange.Added, "复核.csv"),
                (At(8, 9, 3), 20m, 99m, RowChange.Tampered, "given"),
            ],
            verification.Changed.Select(row => (row.Start, row.Old, row.New, row.How, row.Source)));
        Assert.All(verification.Changed, row => Assert.Equal(("a1", "pm25"), (row.Station.Zh, row.Item)));
    }

    [Fact]
    public async Task A_changed_reading_gives_a_further_revision_with_its_reason_and_its_own_run()
    {
        await using var county = await WithYear();
        var first = (await county.Compute("p", Year2025)).Single().Provenance!;
        await county.Give("复核.csv", [Reading(At(3, 1, 12), 44m)], ReadingRank.Ratified);

        var values = await county.Ask((IValues door) => door.Revisions("p", "pm", TestContext.Current.CancellationToken));

        // The import itself had it computed again: the plan's baseline year was computed once before.
        Assert.Equal([1, 2], values.Select(value => value.Revision));
        Assert.Equal([20m, 20.00273972602740m], values.Select(value => value.Value));   // 20 + 24/24/365
        Assert.Equal(first.Run, values[0].Run);
        Assert.NotEqual(first.Run, values[1].Run);
        Assert.Contains("复核.csv", values[1].Note, StringComparison.Ordinal);
        var second = await county.Ask((IComputations door) => door.Find(values[1].Run!, TestContext.Current.CancellationToken));
        Assert.NotEqual(first.InputDigest, second!.InputDigest);
    }

    [Fact]
    public async Task A_forced_edition_is_a_run_of_its_own_and_leaves_the_value_alone()
    {
        await using var county = await WithYear();
        await county.Compute("p", Year2025);
        var view = (await county.Ask((IPlans plans) => plans.Find("p", TestContext.Current.CancellationToken)))!;

        var forced = await county.Ask((IComputations door) => door.Compute(new(County.Clerk, view, [Year2025], "2026-full"), TestContext.Current.CancellationToken));

        Assert.True(forced.Single().IsNew);
        Assert.Equal("2026-full", forced.Single().Provenance!.Editions.Single().Edition);
        Assert.Single(await county.Ask((IValues door) => door.Revisions("p", "pm", TestContext.Current.CancellationToken)));
    }

    [Fact]
    public async Task The_digest_of_a_series_is_the_one_that_the_export_of_its_readings_prints()
    {
        await using var county = await WithYear();
        var run = (await county.Compute("p", Year2025)).Single().Provenance!;

        var series = await county.Ask((IStations stations) => Series(stations));
        var digest = await county.Ask((IReadings readings) => readings.Digest(series, Year2025.Start, Year2025.End, TestContext.Current.CancellationToken));

        Assert.Equal((digest.Digest, digest.Count), (run.Inputs.Single().Digest, run.Inputs.Single().Count));
    }

    [Fact]
    public async Task A_plan_bound_to_what_is_not_there_is_told_so()
    {
        await using var county = await County.Create();
        await county.Plan(County.Pack(
            "p", 2026, 2030,
            County.Indicator("m", method: "air-dust-mean"),
            County.Indicator("s", method: "air-pm25-mean", arguments: "stations=无此站"),
            County.Indicator("r", method: "air-pm25-mean", arguments: "city=无此市"),
            County.Indicator("x", method: "air-pm25-mean", arguments: "town=东岗")));

        var figures = await county.Compute("p", Year2025);

        Assert.Equal(
            [("m", "IND-013"), ("r", "IND-015"), ("s", "IND-016"), ("x", "IND-014")],
            figures.Select(figure => (figure.Indicator, figure.Finding!.Code)).Order());
        Assert.Equal("IND-018", (await county.Compute("p", Period.OfYear(2030)))[0].Finding!.Code);
    }

    [Fact]
    public async Task Of_the_running_year_the_full_months_are_computed()
    {
        await using var county = await County.Create(today: new DateOnly(2026, 3, 15));
        await county.Stations(County.Air("a1"));
        await county.Hours("a1", "pm25", new(2026, 1, 1), new(2026, 3, 14), _ => 25m);
        await county.Plan(County.Pack("p", 2026, 2030, County.Indicator("pm", ValueOrigin.Computed, "air-pm25-mean")));

        var figure = (await county.Compute("p", Period.OfYear(2026))).Single();

        Assert.Equal(("2026-01..2026-02", 25m), (figure.Period.ToString(), figure.Provenance!.Published));
    }

    [Fact]
    public void Provenance_survives_its_json()
    {
        var given = new Provenance(
            "r1", "p", "pm", Year2025, "air-pm25-mean/1", ("均值", "Mean"), [new("2012", ("标准", "Standard"), ("用途", "use"))], 20.5m, 20.5m, ("修约", "rounded"), null,
            [new(("甲", "A"), "pm25", "µg/m³", Year2025.Start, Year2025.End, 8760, "sha256:00", "a1")], "sha256:01",
            [new(new Bilingual("甲"), "pm25", 2, ("缺测", "missing"), ["2025-01-01"])], [new(("有效天数", "Valid days"), "365 / 365")],
            new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.FromHours(8)), [new("2026-transition", 1m, 1m, null)], new("TooFewDays", "GB 3095", [new("2025-02", 3, 25)]));

        var json = JsonSerializer.Serialize(given, RunJson.Options);
        var again = JsonSerializer.Deserialize<Provenance>(json, RunJson.Options);

        Assert.Equal(json, JsonSerializer.Serialize(again, RunJson.Options));
        Assert.Contains("\"period\":\"2025\"", json, StringComparison.Ordinal);
        Assert.Contains("{\"zh\":\"甲\",\"en\":null}", json, StringComparison.Ordinal);
    }

    private static DateTimeOffset At(int month, int day, int hour) => new(2025, month, day, hour, 0, 0, ChinaTime.Offset);

    private static GivenReading Reading(DateTimeOffset at, decimal value) => new("a1", "pm25", at, TimeSpan.FromHours(1), value);

    private static async Task<County> WithYear(StoreEngine engine = StoreEngine.Sqlite, DateTimeOffset? missing = null)
    {
        var county = await County.Create(engine);
        await county.Stations(County.Air("a1"));
        await county.Hours("a1", "pm25", new(2025, 1, 1), new(2025, 12, 31), hour => hour == missing ? null : 20m);
        await county.Plan(County.Pack("p", 2026, 2030, County.Indicator("pm", ValueOrigin.Computed, "air-pm25-mean")));
        return county;
    }

    private static async Task<Verification> Verify(County county, string run) =>
        (await county.Ask((IComputations door) => door.Verify(run, TestContext.Current.CancellationToken)))!;

    private static async Task<int> Series(IStations stations)
    {
        var station = await stations.FindByCode("a1", TestContext.Current.CancellationToken);
        return (await stations.SeriesOf(station!.Id, TestContext.Current.CancellationToken)).Single().Id;
    }

    // What nobody may do: a value changed in the table itself, with no revision left behind.
    private static async Task Tamper(County county, DateTimeOffset at, decimal value)
    {
        await using DbConnection connection = await county.Store.Services.GetRequiredService<IReadingsStore>().Open(TestContext.Current.CancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = $"UPDATE monitoring_readings SET value = {(long)(value * 1_000_000_000m)} WHERE start = {at.ToUnixTimeSeconds()}";
        Assert.Equal(1, await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken));
    }

    private static Task<(int Runs, int Values, int Chunks, string Digest)> Everything(County county) => county.Ask(async (GreenprintDb db) =>
    {
        var runs = await db.Set<RunRow>().OrderBy(row => row.Id).ToListAsync(TestContext.Current.CancellationToken);
        var values = await db.Set<ValueRow>().OrderBy(row => row.Id).ToListAsync(TestContext.Current.CancellationToken);
        var chunks = await db.Set<ChunkRow>().OrderBy(row => row.Digest).Select(row => row.Digest).ToListAsync(TestContext.Current.CancellationToken);
        return (runs.Count, values.Count, chunks.Count, InputDigest.Of(JsonSerializer.Serialize(new { runs, values, chunks })));
    });
}

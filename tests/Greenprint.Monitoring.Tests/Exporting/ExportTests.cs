using System.Globalization;
using Greenprint.Platform;
using Greenprint.Testing;

namespace Greenprint.Monitoring.Tests.Exporting;

public sealed class ExportTests
{
    private const string Mixed = """
        station,kind,time,item,value,unit,flag,rank,step,city
        A,surface-water,2025-03-01 00:00,nh3n,0.035,mg/L,,raw,4h,江门
        A,surface-water,2025-03-01 04:00,nh3n,<0.02,mg/L,,provisional,4h,江门
        A,surface-water,2025-03-01 08:00,nh3n,12,mg/L,invalid,ratified,4h,江门
        A,surface-water,2025-03-01 12:00,nh3n,1.10,mg/L,maintenance;stale,raw,4h,江门

        """;

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task What_was_exported_can_be_imported_and_changes_nothing(StoreEngine engine)
    {
        await using var store = await ImportHarness.Create(engine);
        await store.Import("own.csv", Mixed);

        var text = await Export(store, "江门/A", "nh3n");
        var report = await store.Import("export.csv", text);

        Assert.Equal((0, 4, 0, 0), (report.Counts.Stored, report.Counts.Unchanged, report.Counts.Revised, report.Counts.Rejected));
    }

    [Fact]
    public async Task What_was_exported_makes_the_same_readings_in_another_store()
    {
        await using var store = await ImportHarness.Create();
        await using var other = await ImportHarness.Create();
        await store.Import("own.csv", Mixed);

        await other.Import("export.csv", await Export(store, "江门/A", "nh3n"));

        Assert.Equal(
            (await store.Rows("江门", "A", "nh3n", StationKind.SurfaceWater)).Select(row => (row.Start, row.End, row.Value, row.Flags, row.Rank)),
            (await other.Rows("江门", "A", "nh3n", StationKind.SurfaceWater)).Select(row => (row.Start, row.End, row.Value, row.Flags, row.Rank)));
    }

    [Fact]
    public async Task An_export_ends_with_a_count_and_a_digest_and_one_that_was_cut_short_is_refused()
    {
        await using var store = await ImportHarness.Create();
        await store.Import("own.csv", Mixed);
        var lines = (await Export(store, "江门/A", "nh3n")).Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.StartsWith("# count 4 digest sha256:", lines[^1], StringComparison.Ordinal);
        var report = await store.Import("cut.csv", string.Join('\n', lines.Where((_, index) => index != 2)) + "\n");

        Assert.Equal("MON-014", Assert.Single(report.Refusals).Code);
    }

    [Fact]
    public async Task A_day_as_the_end_is_meant_whole_and_a_moment_is_excluded()
    {
        await using var store = await ImportHarness.Create();
        await store.Import("own.csv", Mixed);

        Assert.Equal(4, Rows(await Export(store, "江门/A", "nh3n", "2025-03-01", "2025-03-01")));
        Assert.Equal(2, Rows(await Export(store, "江门/A", "nh3n", "2025-03-01", "2025-03-01 08:00")));

        static int Rows(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length - 2;
    }

    [Fact]
    public async Task A_station_that_is_not_there_is_refused()
    {
        await using var store = await ImportHarness.Create();
        var refused = await Assert.ThrowsAsync<RefusedException>(() => Export(store, "江门/Z", "nh3n"));
        Assert.Equal("MON-002", refused.Finding.Code);
    }

    private static async Task<string> Export(ImportHarness store, string station, string item, string from = "2025-01-01", string to = "2025-12-31")
    {
        var output = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        await store.Store.In(async services =>
        {
            var context = new VerbContext(services, output, TextWriter.Null, "/", ShowProgress: false);
            Assert.Equal(0, await ExportVerb.Run(context, station, item, from, to, null, CancellationToken.None));
        });
        return output.ToString();
    }
}

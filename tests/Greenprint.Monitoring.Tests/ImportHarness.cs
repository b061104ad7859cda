using System.Globalization;
using System.Text;
using Greenprint.Platform;
using Greenprint.Quantities;
using Greenprint.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Greenprint.Monitoring.Tests;

/// <summary>A store with the module, and short words for what tests do with it.</summary>
internal sealed class ImportHarness(TestStore store) : IAsyncDisposable
{
    public TestStore Store => store;

    public static async Task<ImportHarness> Create(StoreEngine engine = StoreEngine.Sqlite, Action<IHostApplicationBuilder>? more = null) =>
        new(await TestStore.Create(engine, builder =>
        {
            builder.AddMonitoring();
            more?.Invoke(builder);
        }));

    public static ImportFile File(string name, string text) => File(name, Encoding.UTF8.GetBytes(text));

    public static ImportFile File(string name, byte[] bytes) => new(name, () => new MemoryStream(bytes));

    public static ImportFile File(string path) => new(Path.GetFileName(path), () => System.IO.File.OpenRead(path));

    public Task<ImportReport> Import(string name, string text, int? year = null, string? city = null, string? format = null, bool dryRun = false) =>
        Import([File(name, text)], year, city, format, dryRun);

    public Task<ImportReport> Import(IReadOnlyList<ImportFile> files, int? year = null, string? city = null, string? format = null, bool dryRun = false) =>
        store.In(services => services.GetRequiredService<IObservationImport>().Import(
            new ImportOrder(Actor.System("test"), files, format, year, city, dryRun), null, CancellationToken.None));

    /// <summary>One reading in our own layout.</summary>
    public Task<ImportReport> Put(string value, string time = "2025-03-01 08:00", string item = "pm25", string unit = "µg/m³", string rank = "raw", string flag = "") =>
        Import("own.csv", $"station,kind,time,item,value,unit,flag,rank,city\nA,air,{time},{item},{value},{unit},{flag},{rank},江门\n");

    public async Task<StationInfo> Station(string city, string name, StationKind kind = StationKind.Air) =>
        await store.In(services => services.GetRequiredService<IStations>().FindByName(kind, city, name, CancellationToken.None))
        ?? throw new InvalidOperationException($"No station {city}/{name}.");

    public async Task<SeriesInfo> Series(string city, string name, string item, StationKind kind = StationKind.Air)
    {
        var station = await Station(city, name, kind);
        return (await store.In(services => services.GetRequiredService<IStations>().SeriesOf(station.Id, CancellationToken.None))).Single(series => series.Item == item);
    }

    public async Task<IReadOnlyList<ReadingRow>> Rows(string city, string name, string item, StationKind kind = StationKind.Air, DateTimeOffset? asOf = null)
    {
        var series = await Series(city, name, item, kind);
        return await store.In(services => services.GetRequiredService<IReadings>().Rows(
            series.Id, DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(150), asOf, CancellationToken.None));
    }

    public async Task<IReadOnlyList<ReadingRow>> Revisions(string city, string name, string item)
    {
        var series = await Series(city, name, item);
        return await store.In(services => services.GetRequiredService<IReadings>().Revisions(
            series.Id, DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(150), CancellationToken.None));
    }

    /// <summary>Everything in the store that an import could have changed, as one text.</summary>
    public async Task<string> Everything() => await store.In(async services =>
    {
        var text = new StringBuilder();
        await using var connection = await services.GetRequiredService<IReadingsStore>().Open(CancellationToken.None);
        foreach (var table in (string[])["monitoring_series_numbers", "monitoring_sources", "monitoring_readings", "monitoring_revisions"])
        {
            await using var command = connection.CreateCommand();
            command.CommandText = $"SELECT * FROM {table} ORDER BY 1, 2, 3";
            if (table == "monitoring_series_numbers")
            {
                command.CommandText = $"SELECT * FROM {table} ORDER BY 1";
            }

            await using var rows = await command.ExecuteReaderAsync();
            while (await rows.ReadAsync())
            {
                for (var i = 0; i < rows.FieldCount; i++)
                {
                    text.Append(CultureInfo.InvariantCulture, $"{rows.GetValue(i)}\t");
                }

                text.Append('\n');
            }
        }

        foreach (var station in await services.GetRequiredService<IStations>().All(null, null, CancellationToken.None))
        {
            text.Append(CultureInfo.InvariantCulture, $"{station}\n");
        }

        foreach (var entry in await services.GetRequiredService<IHistory>().Of("observations", CancellationToken.None))
        {
            text.Append(CultureInfo.InvariantCulture, $"{entry.Number} {entry.Digest}\n");
        }

        return text.ToString();
    });

    public static string[] Codes(IEnumerable<Finding> findings) => [.. findings.Select(finding => finding.Code)];

    public ValueTask DisposeAsync() => store.DisposeAsync();
}

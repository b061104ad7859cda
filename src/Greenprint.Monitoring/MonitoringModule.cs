using System.CommandLine;
using Greenprint.Platform;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Greenprint.Monitoring;

/// <summary>The door of the module: stations, series, readings and how they come in.</summary>
public static class MonitoringModule
{
    /// <summary>Registers the module.</summary>
    public static void AddMonitoring(this IHostApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton(new MappingSource(typeof(MonitoringModule).Assembly));
        services.AddHistoryKinds(
            ("observations.imported", ("导入监测数据", "Measurements imported")), ("station.added", ("增加点位", "Station added")), ("station.confirmed", ("确认点位", "Station confirmed")));
        services.AddSingleton<IReadingsSchema, ReadingsSchema>();
        services.AddScoped<IStations, StationDirectory>();
        services.AddScoped<IReadings, ReadingQueries>();
        services.AddScoped<IObservationImport, ObservationImport>();
        services.AddScoped<ReadingExport>();
        services.AddSingleton<UploadShelf>();
    }

    /// <summary>Maps the module's endpoints under <c>/api/v1</c>.</summary>
    public static void MapMonitoring(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapReadings();
        endpoints.MapStations();
    }

    /// <summary>The verb <c>observe</c>.</summary>
    public static IEnumerable<Command> Verbs(IVerbHost host) =>
    [
        new Command("observe", "Bring measurements in and hand them out.") { ImportVerb.Command(host), ExportVerb.Command(host), StationsVerb.Command(host) },
    ];
}

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
        builder.Services.AddSingleton(new MappingSource(typeof(MonitoringModule).Assembly));
    }

    /// <summary>Maps the module's endpoints under <c>/api/v1</c>.</summary>
    public static void MapMonitoring(this IEndpointRouteBuilder endpoints) => ArgumentNullException.ThrowIfNull(endpoints);

    /// <summary>The verb <c>observe</c>.</summary>
    public static IEnumerable<Command> Verbs(IVerbHost host)
    {
        ArgumentNullException.ThrowIfNull(host);
        return [];
    }
}

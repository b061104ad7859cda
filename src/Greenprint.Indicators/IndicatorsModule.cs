using System.CommandLine;
using Greenprint.Platform;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Greenprint.Indicators;

/// <summary>The door of the module: values of three origins, computation with provenance, standings.</summary>
public static class IndicatorsModule
{
    /// <summary>Registers the module.</summary>
    public static void AddIndicators(this IHostApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton(new MappingSource(typeof(IndicatorsModule).Assembly));
        services.AddScoped<IValues, Values>();
        services.AddScoped<ValueSheets>();
    }

    /// <summary>Maps the module's endpoints.</summary>
    public static void MapIndicators(this IEndpointRouteBuilder endpoints)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
    }

    /// <summary>The module's verbs: <c>indicator …</c>.</summary>
    public static IEnumerable<Command> Verbs(IVerbHost host) =>
        [new Command("indicator", "Work with the values of indicators.") { ValueVerbs.Command(host) }];
}

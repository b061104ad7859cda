using System.CommandLine;
using Greenprint.Monitoring;
using Greenprint.Planning;
using Greenprint.Platform;
using Greenprint.Quantities;
using Greenprint.Standards;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
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
        services.AddHistoryKinds(
            ("value.computed", ("计算指标值", "Value computed")), ("value.reported", ("填报指标值", "Value reported")), ("value.issued", ("录入核定值", "Issued value entered")),
            ("run.stored", ("保存计算过程", "Computation kept")));
        services.TryAddSingleton(_ => StandardLibrary.Load(StandardLibrary.BundledFolder));
        services.AddScoped<Values>();
        services.AddScoped<IValues>(provider => provider.GetRequiredService<Values>());
        services.AddScoped<IReportedFigures, ReportedFigures>();
        services.AddScoped<ValueSheets>();
        services.AddScoped<InputLoader>();
        services.AddScoped<RunStore>();
        services.AddScoped<NamedRows>();
        services.AddScoped<Verifier>();
        services.AddScoped<ComparedSpans>();
        services.AddScoped<Computations>();
        services.AddScoped<IComputations>(provider => provider.GetRequiredService<Computations>());
        services.AddScoped<IStandings, StandingsReader>();
        services.AddScoped<ComputeQuestion>();
        services.AddScoped<ShippedPlans>();
        services.AddScoped<PlanRefresh>();
        services.AddScoped<MethodDesk>();
        services.AddScoped<IReadingsListener, ReadingsChanged>();
        services.AddHostedService<RefreshService>();
    }

    /// <summary>Maps the module's endpoints under <c>/api/v1</c>. Its page is a Razor component that the host finds in this assembly.</summary>
    public static void MapIndicators(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapValues();
        endpoints.MapRuns();
    }

    /// <summary>The module's verbs: <c>indicator …</c>.</summary>
    public static IEnumerable<Command> Verbs(IVerbHost host)
    {
        var indicator = new Command("indicator", Say("计算指标、核验结果、录入填报值和核定值。", "Compute indicators, verify what was computed, enter values that people bring."))
        {
            ComputeVerb.Command(host),
            ValueVerbs.Command(host),
        };
        foreach (var command in RunVerbs.Commands(host))
        {
            indicator.Add(command);
        }

        yield return indicator;
    }

    internal static string Say(string zh, string en) => new Bilingual(zh, en).Here;
}

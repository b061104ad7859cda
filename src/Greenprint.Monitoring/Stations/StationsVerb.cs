using System.CommandLine;
using System.Globalization;
using Greenprint.Platform;
using Microsoft.Extensions.DependencyInjection;

namespace Greenprint.Monitoring;

/// <summary><c>greenprint observe stations</c>: the stations of a store with their series, one line a series.</summary>
internal static class StationsVerb
{
    internal static Command Command(IVerbHost host)
    {
        var command = new Command("stations", "List stations and their series, tab-separated. Example: greenprint observe stations | grep pm25");
        command.SetAction((parsed, cancellation) => host.WithStore(parsed, StoreUse.Read, Run, cancellation));
        return command;
    }

    internal static async Task<int> Run(VerbContext context, CancellationToken cancellation)
    {
        var stations = context.Services.GetRequiredService<IStations>();
        var all = await stations.All(null, null, cancellation);
        var series = (await stations.SeriesOf([.. all.Select(station => station.Id)], cancellation)).ToLookup(series => series.StationId);
        await context.Output.WriteLineAsync("code\tname\tregion\tprovisional\tseries\titem\tunit\tstep");
        foreach (var station in all)
        {
            foreach (var row in series[station.Id])
            {
                await context.Output.WriteLineAsync(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{station.Code}\t{station.Name.Zh}\t{station.Region}\t{(station.IsProvisional ? "yes" : "no")}\t{row.Id}\t{row.Item}\t{row.Unit}\t{RowWords.Text(row.Step)}"));
            }
        }

        return 0;
    }
}

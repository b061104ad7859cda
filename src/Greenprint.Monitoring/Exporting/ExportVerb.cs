using System.CommandLine;
using Greenprint.Platform;
using Microsoft.Extensions.DependencyInjection;

namespace Greenprint.Monitoring;

/// <summary><c>greenprint observe export</c>: the readings of one series as CSV; the last line is a count and a digest.</summary>
internal static class ExportVerb
{
    internal static Command Command(IVerbHost host)
    {
        var station = new Option<string>("--station") { Description = "Code of the station, or CITY/NAME.", Required = true, HelpName = "S" };
        var item = new Option<string>("--item") { Description = "Code of the item, for example pm25.", Required = true, HelpName = "I" };
        var from = new Option<string>("--from") { Description = "First day, or first moment (yyyy-MM-dd HH:mm).", Required = true, HelpName = "T" };
        var to = new Option<string>("--to") { Description = "Last day, or the moment before which to end.", Required = true, HelpName = "T" };
        var output = new Option<string?>("--output") { Description = "Write to this file instead of standard output.", HelpName = "FILE" };
        var format = new Option<string>("--format") { Description = "csv.", DefaultValueFactory = _ => "csv" };
        format.AcceptOnlyFromAmong("csv");
        var command = new Command("export", "Write the readings of one series as CSV. Example: greenprint observe export --station 北京/Dongsi --item pm25 --from 2016-01-01 --to 2016-12-31")
        {
            station, item, from, to, output, format,
        };
        command.SetAction((parsed, cancellation) => host.WithStore(
            parsed,
            StoreUse.Read,
            (context, stop) => Run(
                context, parsed.GetRequiredValue(station), parsed.GetRequiredValue(item), parsed.GetRequiredValue(from), parsed.GetRequiredValue(to),
                parsed.GetValue(output), stop),
            cancellation));
        return command;
    }

    internal static async Task<int> Run(
        VerbContext context, string station, string item, string from, string to, string? output, CancellationToken cancellation)
    {
        var export = context.Services.GetRequiredService<ReadingExport>();
        if (!RowTime.TryMoment(from, out var first) || !RowTime.TryMoment(to, out var end))
        {
            throw new RefusedException(MonitoringFindings.NoMoment(RowTime.TryMoment(from, out _) ? to : from));
        }

        // A day without a time of day is meant whole.
        end += to.Length <= 10 ? 24 * RowTime.Hour : 0;
        var found = await export.Find(station, cancellation) ?? throw new RefusedException(MonitoringFindings.NoSuchStation(station));
        var target = output is null ? context.Output : new StreamWriter(context.PathOf(output));
        try
        {
            return await export.Write(target, found, item, StoredTime.Start(first), StoredTime.Start(end), cancellation)
                ? 0
                : throw new RefusedException(MonitoringFindings.NoSuchSeries($"{found.Code}/{item}"));
        }
        finally
        {
            if (output is not null)
            {
                await target.DisposeAsync();
            }
        }
    }
}

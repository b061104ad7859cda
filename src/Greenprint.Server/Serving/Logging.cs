using System.Globalization;
using Greenprint.Platform;
using Serilog;
using Serilog.Events;
using Serilog.Formatting.Compact;

namespace Greenprint.Server.Serving;

/// <summary>Structured logs: warnings on the terminal, everything else as one JSON object a line in the store's folder.</summary>
internal static class Logging
{
    // Logs of access are to be kept for at least six months (GB/T 22239 level 2).
    private const int DaysKept = 200;

    internal static void AddLogs(this WebApplicationBuilder builder, StoreLocation store, bool serving) =>
        builder.Services.AddSerilog(logs =>
        {
            logs.MinimumLevel.Information()
                .MinimumLevel.Override("Microsoft.AspNetCore", LogEventLevel.Warning)
                .MinimumLevel.Override("Microsoft.EntityFrameworkCore", LogEventLevel.Warning)
                .MinimumLevel.Override("System", LogEventLevel.Warning)
                .Enrich.FromLogContext()
                .Enrich.With<LinksStayOut>()
                .WriteTo.Console(LogEventLevel.Warning, formatProvider: CultureInfo.InvariantCulture, standardErrorFromLevel: LogEventLevel.Verbose);
            if (serving)
            {
                logs.WriteTo.File(
                    new CompactJsonFormatter(),
                    Path.Combine(store.Folder, "logs", "greenprint-.jsonl"),
                    rollingInterval: RollingInterval.Day,
                    retainedFileCountLimit: DaysKept,
                    shared: true);
            }
        });
}

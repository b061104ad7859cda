using Serilog.Core;
using Serilog.Events;

namespace Greenprint.Server.Serving;

/// <summary>Keeps the tokens of one-time links out of the logs: whoever reads a log must not be able to open an account with it.</summary>
internal sealed class LinksStayOut : ILogEventEnricher
{
    private const string Path = "RequestPath";
    private const string Links = "/setup/";

    public void Enrich(LogEvent logEvent, ILogEventPropertyFactory propertyFactory)
    {
        if (logEvent.Properties.TryGetValue(Path, out var value) && value is ScalarValue { Value: string path }
            && path.IndexOf(Links, StringComparison.OrdinalIgnoreCase) is var at and >= 0)
        {
            logEvent.AddOrUpdateProperty(new LogEventProperty(Path, new ScalarValue(path[..(at + Links.Length)] + "…")));
        }
    }
}

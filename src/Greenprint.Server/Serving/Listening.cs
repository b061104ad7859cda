using System.Globalization;
using System.Net;
using System.Net.NetworkInformation;
using Greenprint.Quantities;

namespace Greenprint.Server.Serving;

/// <summary>The addresses a server is to listen on, looked at before any work is done.</summary>
internal static class Listening
{
    internal const string DefaultUrl = "http://localhost:5080";

    /// <summary>The addresses, or what is wrong with the text.</summary>
    internal static (IReadOnlyList<Uri> Urls, Finding? Fault) Parse(string text)
    {
        var urls = new List<Uri>();
        foreach (var part in text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            // Kestrel's * and + mean every address of the machine.
            var readable = part.Replace("://*", "://0.0.0.0", StringComparison.Ordinal).Replace("://+", "://0.0.0.0", StringComparison.Ordinal);
            if (!Uri.TryCreate(readable, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https"))
            {
                return ([], ServerFindings.NoUrl(part));
            }

            urls.Add(url);
        }

        return urls.Count == 0 ? ([], ServerFindings.NoUrl(text)) : (urls, null);
    }

    /// <summary>The first port that another program holds, with what can be learned about it; null when all are free.</summary>
    internal static Finding? Taken(IEnumerable<Uri> urls)
    {
        var held = IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpListeners();
        foreach (var url in urls.Where(url => url.Port != 0))
        {
            if (held.Any(end => end.Port == url.Port && Overlaps(end.Address, url)))
            {
                return ServerFindings.PortTaken(url.Port, PortOwner.Of(url.Port));
            }
        }

        return null;
    }

    internal static bool IsLoopback(Uri url) => url.IsLoopback;

    private static bool Overlaps(IPAddress holder, Uri url)
    {
        if (holder.Equals(IPAddress.Any) || holder.Equals(IPAddress.IPv6Any))
        {
            return true;
        }

        return url.IsLoopback && !IPAddress.TryParse(url.Host.Trim('[', ']'), out _)
            ? IPAddress.IsLoopback(holder)
            : !IPAddress.TryParse(url.Host.Trim('[', ']'), out var asked) || asked.Equals(IPAddress.Any) || asked.Equals(IPAddress.IPv6Any) || asked.Equals(holder);
    }

    internal static string PortText(int port) => port.ToString(CultureInfo.InvariantCulture);
}

using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Greenprint.EndToEnd.Tests;

/// <summary>A program of a neighbour on this machine that takes what the site under test sends out.</summary>
internal sealed class WebhookReceiver : IDisposable
{
    private readonly ConcurrentQueue<(string Signature, string Body)> taken = new();
    private readonly HttpListener listener = new();
    private readonly string address;

    public WebhookReceiver()
    {
        using (var free = new TcpListener(IPAddress.Loopback, 0))
        {
            free.Start();
            address = FormattableString.Invariant($"http://127.0.0.1:{((IPEndPoint)free.LocalEndpoint).Port}/");
        }

        listener.Prefixes.Add(address);
        listener.Start();
        _ = Take();
    }

    /// <summary>Settings of a site that sends to it what is urged.</summary>
    public IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?>
    {
        ["Webhooks__0__Name"] = "neighbour",
        ["Webhooks__0__Address"] = address,
        ["Webhooks__0__Secret"] = "mudskipper-and-crab-9",
        ["Webhooks__0__Kinds__0"] = "dispatch.urged",
    };

    public IReadOnlyCollection<(string Signature, string Body)> Taken => taken;

    public void Dispose() => listener.Close();

    private async Task Take()
    {
        try
        {
            while (true)
            {
                var asked = await listener.GetContextAsync();
                using var reader = new StreamReader(asked.Request.InputStream, Encoding.UTF8);
                taken.Enqueue((asked.Request.Headers["Greenprint-Signature"] ?? "", await reader.ReadToEndAsync()));
                asked.Response.Close();
            }
        }
        catch (Exception over) when (over is HttpListenerException or ObjectDisposedException)
        {
            // Closed.
        }
    }
}

using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Greenprint.Platform.Tests.Notices;

/// <summary>A mail server on this machine that speaks SMTP over TCP, and misbehaves as it is told.</summary>
internal sealed class PostOffice : IAsyncDisposable
{
    private readonly CancellationTokenSource stop = new();
    private readonly ConcurrentQueue<(string To, string Content)> taken = new();
    private TcpListener? listener;
    private Task accepting = Task.CompletedTask;

    public PostOffice() => Open();

    public int Port { get; private set; }

    /// <summary>What it took, as it came.</summary>
    public IReadOnlyList<(string To, string Content)> Taken => [.. taken];

    /// <summary>Addresses it refuses for good.</summary>
    public HashSet<string> Refuses { get; } = [];

    /// <summary>How many of the next mails it takes without saying so: the line breaks in between.</summary>
    public int BreaksAfterContent { get; set; }

    /// <summary>How many of the next mails find the line broken before their content.</summary>
    public int BreaksBeforeContent { get; set; }

    /// <summary>How many of the next contents it answers with "try again later".</summary>
    public int TriesLater { get; set; }

    /// <summary>Says nothing at all once a client is there.</summary>
    public bool IsSilent { get; set; }

    public void Open()
    {
        listener = new TcpListener(IPAddress.Loopback, Port);
        listener.Start();
        Port = ((IPEndPoint)listener.LocalEndpoint).Port;
        accepting = Accept(listener);
    }

    public void Close() => listener!.Stop();

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        Close();
        await accepting;
        stop.Dispose();
    }

    private async Task Accept(TcpListener at)
    {
        try
        {
            while (!stop.IsCancellationRequested)
            {
                _ = Serve(await at.AcceptTcpClientAsync(stop.Token));
            }
        }
        catch (Exception over) when (over is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // Closed.
        }
    }

    private async Task Serve(TcpClient client)
    {
        using var guest = client;
        await using var stream = client.GetStream();
        using var reader = new StreamReader(stream, Encoding.Latin1);
        await using var writer = new StreamWriter(stream, Encoding.Latin1) { NewLine = "\r\n", AutoFlush = true };
        try
        {
            if (IsSilent)
            {
                await Task.Delay(Timeout.Infinite, stop.Token);
            }

            await writer.WriteLineAsync("220 post.example");
            var to = "";
            while (await reader.ReadLineAsync(stop.Token) is { } line)
            {
                var answer = line.Split(' ', ':')[0].ToUpperInvariant() switch
                {
                    "EHLO" or "HELO" => "250 post.example",
                    "RCPT" when Refuses.Contains(Address(line)) => "550 5.1.1 No such mailbox",
                    "RCPT" => (to = Address(line), "250 OK").Item2,
                    "DATA" => "354 Go ahead",
                    "QUIT" => "221 Bye",
                    _ => "250 OK",
                };
                if (answer[0] == '3' && BreaksBeforeContent > 0)
                {
                    BreaksBeforeContent--;
                    return;
                }

                await writer.WriteLineAsync(answer);
                if (answer[0] == '3' && !await Content(reader, writer, to))
                {
                    return;
                }
            }
        }
        catch (Exception over) when (over is OperationCanceledException or IOException)
        {
            // The guest left, or we closed.
        }
    }

    private async Task<bool> Content(StreamReader reader, StreamWriter writer, string to)
    {
        var content = new StringBuilder();
        while (await reader.ReadLineAsync(stop.Token) is { } line && line != ".")
        {
            content.Append(line).Append('\n');
        }

        if (TriesLater > 0)
        {
            TriesLater--;
            await writer.WriteLineAsync("451 Try again later");
            return true;
        }

        taken.Enqueue((to, content.ToString()));
        if (BreaksAfterContent > 0)
        {
            BreaksAfterContent--;
            return false;
        }

        await writer.WriteLineAsync("250 Taken");
        return true;
    }

    private static string Address(string line) => line[(line.IndexOf('<', StringComparison.Ordinal) + 1)..line.IndexOf('>', StringComparison.Ordinal)];
}

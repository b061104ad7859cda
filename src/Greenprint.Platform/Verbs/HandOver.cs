using System.CommandLine;
using System.Globalization;
using System.Net.Sockets;
using System.Text.Json;

namespace Greenprint.Platform;

/// <summary>Gives a verb to the server that holds the store, and shows what it says.</summary>
internal static class HandOver
{
    /// <summary>The verb's exit code; null when nobody listens at <paramref name="path"/>.</summary>
    public static async Task<int?> Run(string path, ParseResult parsed, CancellationToken cancellation)
    {
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            await socket.ConnectAsync(new UnixDomainSocketEndPoint(path), cancellation);
        }
        catch (SocketException)
        {
            return null;
        }

        await using var stream = new NetworkStream(socket, ownsSocket: false);
        await using var writer = new StreamWriter(stream) { AutoFlush = true };
        using var reader = new StreamReader(stream);
        await writer.WriteLineAsync(JsonSerializer.Serialize(RequestOf(parsed), JsonSerializerOptions.Web));
        try
        {
            return await Show(reader, parsed.InvocationConfiguration, cancellation);
        }
        catch (IOException)
        {
            throw new RefusedException(PlatformFindings.ServerGone());
        }
    }

    private static async Task<int> Show(StreamReader reader, InvocationConfiguration streams, CancellationToken cancellation)
    {
        while (await reader.ReadLineAsync(cancellation) is { } line)
        {
            var reply = JsonSerializer.Deserialize<VerbReply>(line, JsonSerializerOptions.Web)!;
            if (reply.OtherVersion is { } version)
            {
                throw new RefusedException(PlatformFindings.OtherVersionServes(version));
            }

            await streams.Output.WriteAsync(reply.Output);
            await streams.Error.WriteAsync(reply.Error);
            if (reply.Exit is { } exit)
            {
                return exit;
            }
        }

        throw new RefusedException(PlatformFindings.ServerGone());
    }

    private static VerbRequest RequestOf(ParseResult parsed) => new(
        StoreSchema.ProgramVersion,
        [.. parsed.Tokens.Select(token => token.Value)],
        Environment.CurrentDirectory,
        CultureInfo.CurrentUICulture.Name,
        parsed.GetValue(CommonOptions.Today),
        !Console.IsErrorRedirected);
}

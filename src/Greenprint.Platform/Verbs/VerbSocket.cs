using System.CommandLine;
using System.Globalization;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Greenprint.Platform;

/// <summary>
/// The running server's ear for verbs of other terminals: a socket in the store's folder that only the owner can reach.
/// Each verb runs with the server's own services, so there is still one writer.
/// </summary>
internal sealed class VerbSocket(IServiceProvider services, StoreLocation store, Func<IVerbHost, RootCommand> root, ILogger<VerbSocket> log) : BackgroundService
{
    // The address of a unix socket holds 108 bytes with its end.
    private const int LongestPath = 100;

    /// <summary>Where the socket of a store lies: in its folder, or, where that path is too long, in a private folder of this user.</summary>
    internal static string PathOf(StoreLocation store)
    {
        var path = Path.Combine(store.Folder, "server.sock");
        if (Encoding.UTF8.GetByteCount(path) <= LongestPath)
        {
            return path;
        }

        var name = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(store.Folder)))[..16];
        return Path.Combine(Path.GetTempPath(), $"greenprint-{Environment.UserName}-{name}", "server.sock");
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (store.Engine == StoreEngine.PostgreSql)
        {
            return;   // several processes may write there, so a verb needs nobody's leave
        }

        var path = PathOf(store);
        PrivateFolder.Make(Path.GetDirectoryName(path)!);
        File.Delete(path);
        using var listener = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        listener.Bind(new UnixDomainSocketEndPoint(path));
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, PrivateFolder.FileMode);
        }

        listener.Listen();
        try
        {
            while (true)
            {
                var terminal = await listener.AcceptAsync(stoppingToken);
                _ = Task.Run(() => Serve(terminal, stoppingToken), CancellationToken.None);
            }
        }
        catch (OperationCanceledException)
        {
            File.Delete(path);
        }
    }

    private async Task Serve(Socket terminal, CancellationToken stopping)
    {
        try
        {
            await using var stream = new NetworkStream(terminal, ownsSocket: true);
            using var reader = new StreamReader(stream, leaveOpen: true);
            await using var writer = new StreamWriter(stream, leaveOpen: true);
            if (await reader.ReadLineAsync(stopping) is { } line && JsonSerializer.Deserialize<VerbRequest>(line, JsonSerializerOptions.Web) is { } request)
            {
                using var ended = CancellationTokenSource.CreateLinkedTokenSource(stopping);
                // The terminal says nothing more; the end of its stream means that the person has gone.
                _ = reader.ReadLineAsync(ended.Token).AsTask().ContinueWith(_ => ended.CancelAsync(), TaskScheduler.Default);
                var reply = await Answer(request, writer, ended.Token);
                await writer.WriteLineAsync(JsonSerializer.Serialize(reply, JsonSerializerOptions.Web));
                await writer.FlushAsync(stopping);
            }
        }
        catch (Exception fault) when (fault is IOException or OperationCanceledException or JsonException or SocketException or ObjectDisposedException)
        {
            log.LogInformation(fault, "A terminal left before its verb was done.");
        }
    }

    private async Task<VerbReply> Answer(VerbRequest request, StreamWriter wire, CancellationToken cancellation)
    {
        if (request.Version != StoreSchema.ProgramVersion)
        {
            return new(OtherVersion: StoreSchema.ProgramVersion);
        }

        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(request.Language);
        using var day = ChinaClock.Rehearse(request.Today);
        var turn = new Lock();
        await using var output = new WireWriter(wire, turn, isError: false);
        await using var error = new WireWriter(wire, turn, isError: true);
        try
        {
            log.LogInformation("Runs for a terminal: {Verb}", string.Join(' ', request.Args));
            var parsed = root(new ServerVerbHost(services, request)).Parse(request.Args);
            var exit = await parsed.InvokeAsync(new InvocationConfiguration { Output = output, Error = error, EnableDefaultExceptionHandler = false }, cancellation);
            await output.FlushAsync(cancellation);
            await error.FlushAsync(cancellation);
            return new(Exit: exit);
        }
        catch (Exception fault) when (fault is not (OperationCanceledException or IOException))
        {
            // A bug in a verb must not take the server with it.
            log.LogError(fault, "A verb failed: {Verb}", string.Join(' ', request.Args));
            await error.WriteLineAsync(fault.Message);
            await error.FlushAsync(cancellation);
            return new(Exit: 1);
        }
    }
}

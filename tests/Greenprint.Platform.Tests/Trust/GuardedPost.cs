using System.Buffers;
using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography.X509Certificates;
using MimeKit;
using SmtpServer;
using SmtpServer.Authentication;
using SmtpServer.Net;
using SmtpServer.Protocol;
using SmtpServer.Storage;

namespace Greenprint.Platform.Tests.Trust;

/// <summary>A mail server of another maker on this machine, under TLS, which takes mail only from who signed in.</summary>
internal sealed class GuardedPost : MessageStore, IAsyncDisposable
{
    public const string User = "greenprint";
    public const string Password = "heron-at-low-tide";

    private readonly CancellationTokenSource stop = new();
    private readonly ConcurrentQueue<(string User, bool IsSecure, MimeMessage Mail)> taken = new();
    private Task serving = Task.CompletedTask;

    private GuardedPost()
    {
    }

    public int Port { get; private set; }

    public IReadOnlyList<(string User, bool IsSecure, MimeMessage Mail)> Taken => [.. taken];

    /// <summary>Names and passwords that were shown to it, right or wrong.</summary>
    public ConcurrentQueue<(string User, string Password)> Shown { get; } = new();

    /// <param name="certificate">Its certificate; null for a server that has none and so offers no TLS.</param>
    /// <param name="fromTheFirstByte">True for TLS from the first byte; else it is begun in the clear.</param>
    public static async Task<GuardedPost> Open(X509Certificate2? certificate, bool fromTheFirstByte = false)
    {
        var post = new GuardedPost();
        var options = new SmtpServerOptionsBuilder().ServerName("post.example").Endpoint(endpoint =>
        {
            endpoint.Endpoint(new IPEndPoint(IPAddress.Loopback, 0)).IsSecure(fromTheFirstByte).AuthenticationRequired().AllowUnsecureAuthentication(certificate is null);
            if (certificate is not null)
            {
                endpoint.Certificate(certificate);
            }
        }).Build();
        var started = new TaskCompletionSource<int>(TaskCreationOptions.RunContinuationsAsynchronously);
        var listening = new EndpointListenerFactory();
        listening.EndpointStarted += (_, at) => started.TrySetResult(((IPEndPoint)at.LocalEndPoint).Port);
        var services = new SmtpServer.ComponentModel.ServiceProvider();
        services.Add((IEndpointListenerFactory)listening);
        services.Add((IMessageStore)post);
        services.Add((IUserAuthenticator)new DelegatingUserAuthenticator((user, password) =>
        {
            post.Shown.Enqueue((user, password));
            return (user, password) == (User, Password);
        }));
        post.serving = new SmtpServer.SmtpServer(options, services).StartAsync(post.stop.Token);
        post.Port = await started.Task;
        return post;
    }

    public override Task<SmtpResponse> SaveAsync(ISessionContext context, IMessageTransaction transaction, ReadOnlySequence<byte> buffer, CancellationToken cancellationToken)
    {
        using var content = new MemoryStream(buffer.ToArray());
        taken.Enqueue((context.Authentication.User, context.Pipe.IsSecure, MimeMessage.Load(content, cancellationToken)));
        return Task.FromResult(SmtpResponse.Ok);
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await serving;
        stop.Dispose();
    }
}

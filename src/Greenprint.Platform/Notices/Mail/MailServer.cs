using System.Net.Sockets;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace Greenprint.Platform;

/// <summary>What became of handing over a mail.</summary>
internal enum HandingOver
{
    /// <summary>The server took it.</summary>
    Taken,

    /// <summary>It refuses the address for good.</summary>
    Refused,

    /// <summary>Not taken, and nothing of it was: it may be tried again.</summary>
    NotTaken,

    /// <summary>The line broke while it was handed over.</summary>
    Unknown,
}

/// <summary>A connection to the mail server.</summary>
internal sealed class MailServer(OwnAuthorities trust) : IDisposable
{
    private readonly SmtpClient client = new() { ServerCertificateValidationCallback = trust.Trusts, CheckCertificateRevocation = false };

    /// <summary>True while the next mail can go over it.</summary>
    public bool IsConnected => client.IsConnected;

    /// <summary>Connects and signs in.</summary>
    /// <returns>Why not; null when it did.</returns>
    public async Task<string?> Connect(MailOptions options, CancellationToken cancellation)
    {
        client.Timeout = options.TimeoutSeconds * 1000;
        var guard = options.Security switch { MailSecurity.Tls => SecureSocketOptions.SslOnConnect, MailSecurity.None => SecureSocketOptions.None, _ => SecureSocketOptions.StartTls };
        try
        {
            await client.ConnectAsync(options.Host, options.Port, guard, cancellation);
            if (options.User.Length > 0)
            {
                await client.AuthenticateAsync(options.User, options.Secret(), cancellation);
            }

            return null;
        }
        catch (Exception fault) when (IsOfTheLine(fault) || fault is SmtpCommandException or AuthenticationException or NotSupportedException or SslHandshakeException)
        {
            return Said(fault);
        }
    }

    /// <summary>Hands one mail over.</summary>
    public async Task<(HandingOver Result, string? Fault)> Send(MimeMessage message, CancellationToken cancellation)
    {
        var begun = new Begun();
        try
        {
            await client.SendAsync(message, cancellation, begun);
            return (HandingOver.Taken, null);
        }
        // 5.7 speaks of the sender's rights (RFC 3463), not of the address.
        catch (SmtpCommandException refused) when (refused.ErrorCode == SmtpErrorCode.RecipientNotAccepted && (int)refused.StatusCode >= 500 && !refused.Message.StartsWith("5.7.", StringComparison.Ordinal))
        {
            return (HandingOver.Refused, Said(refused));
        }
        catch (SmtpCommandException refused)
        {
            return (HandingOver.NotTaken, Said(refused));   // an answer is certain, whatever it says
        }
        catch (Exception fault) when (IsOfTheLine(fault))
        {
            return (begun.Content ? HandingOver.Unknown : HandingOver.NotTaken, Said(fault));
        }
    }

    public void Dispose() => client.Dispose();

    private static bool IsOfTheLine(Exception fault) => fault is IOException or SocketException or TimeoutException or SmtpProtocolException or ServiceNotConnectedException;

    private static string Said(Exception fault)
    {
        var text = $"{fault.GetType().Name}: {fault.Message}".ReplaceLineEndings(" ");
        return text.Length <= Digest.LongestFault ? text : text[..Digest.LongestFault];
    }

    // The content goes out after the server has taken sender and recipient: before that, nothing can have arrived.
    private sealed class Begun : ITransferProgress
    {
        public bool Content { get; private set; }

        public void Report(long bytesTransferred, long totalSize) => Content = true;

        public void Report(long bytesTransferred) => Content = true;
    }
}

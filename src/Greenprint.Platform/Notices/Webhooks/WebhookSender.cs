using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Greenprint.Quantities;

namespace Greenprint.Platform;

/// <summary>One notice as it is sent. Field names are promised in <c>docs/reference/webhooks.md</c>.</summary>
internal sealed record WebhookMessage(
    string Id, string Kind, DateTimeOffset At, string Region, string Subject, string Step, WebhookPerson? Person, WebhookText Text, string? Note, string Link);

/// <summary>Whom a notice was for.</summary>
internal sealed record WebhookPerson(string Id, string UserName, string Name);

/// <summary>The text of a notice.</summary>
internal sealed record WebhookText(string Zh, string? En);

/// <summary>Signs and posts messages. Follows no redirection: a message goes to the address that was set, or nowhere.</summary>
internal sealed class WebhookSender(TimeProvider time, OwnAuthorities trust) : IDisposable
{
    public const string IdHeader = "Greenprint-Id";
    public const string TimeHeader = "Greenprint-Timestamp";
    public const string SignatureHeader = "Greenprint-Signature";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly HttpClient client = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        ConnectTimeout = TimeSpan.FromSeconds(10),
        SslOptions = { RemoteCertificateValidationCallback = trust.Trusts },
    })
    {
        Timeout = TimeSpan.FromSeconds(20),
        MaxResponseContentBufferSize = 64 * 1024,
    };

    /// <summary>Posts one message.</summary>
    /// <returns>Why it was not taken; null when the receiver answered with a status of success.</returns>
    public async Task<string?> Post(WebhookReceiver receiver, WebhookMessage message, CancellationToken cancellation)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(message, Json);
        var stamp = time.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        using var request = new HttpRequestMessage(HttpMethod.Post, receiver.Address) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new("application/json") { CharSet = "utf-8" };
        request.Headers.Add(IdHeader, message.Id);
        request.Headers.Add(TimeHeader, stamp);
        try
        {
            request.Headers.Add(SignatureHeader, "v1=" + Sign(receiver.Key(), stamp, body));
            using var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation);
            return answer.IsSuccessStatusCode ? null
                : answer.StatusCode is >= HttpStatusCode.Ambiguous and < HttpStatusCode.BadRequest ? FormattableString.Invariant($"{(int)answer.StatusCode}: redirections are not followed")
                : Short(FormattableString.Invariant($"{(int)answer.StatusCode} {answer.ReasonPhrase}"));
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException or UnauthorizedAccessException or SocketException || (fault is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            return Short((fault is OperationCanceledException ? "no answer in 20 s" : fault.Message).ReplaceLineEndings(" "));
        }
    }

    private static string Short(string fault) => fault.Length <= WebhookRow.LongestFault ? fault : fault[..WebhookRow.LongestFault];

    /// <summary>HMAC-SHA-256 over the timestamp, a full stop and the body, in small hexadecimal digits.</summary>
    public static string Sign(string secret, string stamp, ReadOnlySpan<byte> body)
    {
        byte[] signed = [.. Encoding.ASCII.GetBytes(stamp), (byte)'.', .. body];
        return Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), signed));
    }

    public static WebhookMessage Message(NoticeRow notice, Person? person, NoticeOptions site) => new(
        FormattableString.Invariant($"notice-{notice.Number}"),
        notice.Kind,
        notice.At.ToOffset(ChinaTime.Offset),
        notice.Region,
        notice.Subject,
        JsonNamingPolicy.CamelCase.ConvertName(notice.Step.ToString()),
        person is null ? null : new(person.Id, person.UserName ?? "", person.DisplayName),
        new(notice.TextZh, notice.TextEn),
        notice.Note,
        site.LinkTo(notice.Link, english: false));

    public void Dispose() => client.Dispose();
}

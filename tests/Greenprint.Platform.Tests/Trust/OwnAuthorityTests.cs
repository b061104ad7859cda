using System.Buffers.Text;
using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using Greenprint.Platform.Tests.Notices;
using Greenprint.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Greenprint.Platform.Tests.Trust;

/// <summary>Servers of an intranet whose certificates its own authority signed: mail, webhooks and the single sign-on.</summary>
public sealed class OwnAuthorityTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, InlineData("StartTls", false), InlineData("Tls", true)]
    public async Task Mail_goes_under_TLS_and_signed_in_to_a_server_of_the_own_authority(string security, bool fromTheFirstByte)
    {
        using var authority = new TestAuthority("Lanwan intranet");
        using var certificate = authority.Certificate("localhost");
        await using var post = await GuardedPost.Open(certificate, fromTheFirstByte);
        await using var store = await Sent(post, security, authority.AuthorityFile);

        var (user, isSecure, mail) = Assert.Single(post.Taken);
        Assert.Equal((GuardedPost.User, true), (user, isSecure));
        Assert.Equal("绿图：1 条未读消息（2026-03-15）", mail.Subject);
        Assert.Equal(DigestState.Sent, Assert.Single(await MailDigestsTests.Digests(store)).State);
    }

    public static TheoryData<string, string, bool, bool, string> Distrusted => new()
    {
        { "an authority that nobody named", "localhost", false, false, "SslHandshakeException" },
        { "another name", "other.lanwan.example", false, true, "SslHandshakeException" },
        { "past its day", "localhost", true, true, "SslHandshakeException" },
    };

    [Theory, MemberData(nameof(Distrusted))]
    public async Task No_password_and_no_mail_goes_to_a_server_that_is_not_who_it_says_it_is(string why, string name, bool isOver, bool isNamed, string fault)
    {
        Assert.NotEmpty(why);
        using var authority = new TestAuthority("Lanwan intranet");
        using var other = new TestAuthority("Another intranet");
        using var certificate = authority.Certificate(name, isOver);
        await using var post = await GuardedPost.Open(certificate);
        await using var store = await Sent(post, "StartTls", isNamed ? authority.AuthorityFile : other.AuthorityFile);

        Assert.Empty(post.Taken);
        Assert.Empty(post.Shown);
        var digest = Assert.Single(await MailDigestsTests.Digests(store));
        Assert.Equal(DigestState.Due, digest.State);
        Assert.StartsWith(fault, digest.Fault, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_without_TLS_gets_neither_password_nor_mail_where_TLS_is_asked_for()
    {
        await using var post = await GuardedPost.Open(certificate: null);
        await using var store = await Sent(post, "StartTls", authorityFile: "");

        Assert.Empty(post.Taken);
        Assert.Empty(post.Shown);
        Assert.Contains("STARTTLS", Assert.Single(await MailDigestsTests.Digests(store)).Fault, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_wrong_password_is_named_and_the_mail_waits_for_the_right_one()
    {
        using var authority = new TestAuthority("Lanwan intranet");
        using var certificate = authority.Certificate("localhost");
        await using var post = await GuardedPost.Open(certificate);
        var secret = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        await File.WriteAllTextAsync(secret, "wrong\n", Stop);
        await using var store = await Sent(post, "StartTls", authority.AuthorityFile, ("Mail:Password", ""), ("Mail:PasswordFile", secret));
        Assert.All(post.Shown, shown => Assert.Equal((GuardedPost.User, "wrong"), shown));   // once for each way of signing in that it offers
        Assert.StartsWith("AuthenticationException", Assert.Single(await MailDigestsTests.Digests(store)).Fault, StringComparison.Ordinal);

        await File.WriteAllTextAsync(secret, GuardedPost.Password + "\n", Stop);
        store.Clock.Advance(MailDigests.Pause(1) + TimeSpan.FromSeconds(1));
        await MailDigestsTests.Run(store);

        Assert.Single(post.Taken);
        File.Delete(secret);
    }

    [Theory, InlineData(true, "localhost", true), InlineData(false, "localhost", false), InlineData(true, "127.0.0.1", false)]
    public async Task A_webhook_reaches_a_receiver_of_the_own_authority_by_its_name_and_no_other_under_TLS(bool isNamed, string name, bool arrives)
    {
        using var authority = new TestAuthority("Lanwan intranet");
        await using var receiver = await Receiver(authority);
        using var sender = new WebhookSender(TimeProvider.System, new OwnAuthorities(Options.Create(new TrustOptions { AuthorityFile = isNamed ? authority.AuthorityFile : "" })));

        var fault = await sender.Post(
            new WebhookReceiver { Name = "office", Address = AddressOf(receiver).Replace("localhost", name, StringComparison.Ordinal), Secret = "a-secret-of-some-length" },
            new WebhookMessage("1", "dispatch.issued", DateTimeOffset.UnixEpoch, Samples.Lanwan, "item/1", "Person", null, new("下达", null), null, "https://plan.lanwan.example/"),
            Stop);

        Assert.Equal(arrives, fault is null);
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task The_single_sign_on_asks_its_provider_with_the_same_trust(bool isNamed)
    {
        using var authority = new TestAuthority("Lanwan intranet");
        using var other = new TestAuthority("Another intranet");
        await using var provider = await Receiver(authority);
        await using var site = await TestSite.Open(configuration: new Dictionary<string, string?>
        {
            ["Platform:Trust:AuthorityFile"] = isNamed ? authority.AuthorityFile : other.AuthorityFile,
            ["Platform:OpenId:Authority"] = AddressOf(provider),
            ["Platform:OpenId:ClientId"] = "greenprint",
            ["Platform:OpenId:Secret"] = "a-secret-of-some-length",
        });

        var away = await site.Browser().Get("/sign-in/provider");

        Assert.Equal(302, away.Status);
        Assert.StartsWith(isNamed ? AddressOf(provider) + "/authorize?" : "/sign-in?refused=Away", away.Location, StringComparison.Ordinal);
    }

    [Theory, InlineData("not there.pem", "cannot be read"), InlineData("empty.pem", "holds no root certificate"), InlineData("office.pem", "holds no root certificate")]
    public async Task A_file_of_authorities_that_says_nothing_is_named_at_the_start(string file, string why)
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory("greenprint-trust-").FullName, file);
        if (file == "empty.pem")
        {
            await File.WriteAllTextAsync(path, "", Stop);
        }

        if (file == "office.pem")
        {
            using var authority = new TestAuthority("Lanwan intranet");
            await File.WriteAllTextAsync(path, authority.Office[0].ExportCertificatePem(), Stop);
        }

        await using var store = await TestStore.Create(StoreEngine.Sqlite, builder => builder.Configuration.AddInMemoryCollection([KeyValuePair.Create("Platform:Trust:AuthorityFile", (string?)path)]));

        var refused = Assert.Throws<OptionsValidationException>(() => store.Services.GetRequiredService<IOptions<TrustOptions>>().Value);
        Assert.Contains("Platform:Trust:AuthorityFile", refused.Message, StringComparison.Ordinal);
        Assert.Contains(why, refused.Message, StringComparison.Ordinal);
    }

    // A county whose one notice is to go out now.
    private static async Task<TestStore> Sent(GuardedPost post, string security, string authorityFile, params (string Key, string Value)[] settings)
    {
        var (store, chen, _) = await MailDigestsTests.County(
            StoreEngine.Sqlite,
            post.Port,
            "https://plan.lanwan.example",
            [("Mail:Host", "localhost"), ("Mail:Security", security), ("Mail:User", GuardedPost.User), ("Mail:Password", GuardedPost.Password), ("Mail:TimeoutSeconds", "20"), ("Platform:Trust:AuthorityFile", authorityFile), .. settings]);
        await MailDigestsTests.Tell(store, "1", chen);
        store.Clock.Set(new DateOnly(2026, 3, 15));
        await MailDigestsTests.Run(store);
        return store;
    }

    // Answers everything, as a receiver of webhooks and as a provider's configuration; its certificate comes from the office below the authority.
    private static async Task<WebApplication> Receiver(TestAuthority authority)
    {
        var certificate = authority.Certificate("localhost", ofOffice: true);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.UseHttps(new Microsoft.AspNetCore.Server.Kestrel.Https.HttpsConnectionAdapterOptions { ServerCertificate = certificate, ServerCertificateChain = authority.Office })));
        using var rsa = RSA.Create(2048);
        var numbers = rsa.ExportParameters(includePrivateParameters: false);
        var key = new { kty = "RSA", use = "sig", kid = "1", n = Base64Url.EncodeToString(numbers.Modulus), e = Base64Url.EncodeToString(numbers.Exponent) };
        var site = builder.Build();
        site.Map("/{**path}", (HttpRequest request) => Results.Json(new { issuer = Own(request), authorization_endpoint = Own(request) + "/authorize", token_endpoint = Own(request) + "/token", jwks_uri = Own(request) + "/keys", keys = new[] { key } }));
        await site.StartAsync();
        return site;

        static string Own(HttpRequest request) => $"https://{request.Host}";
    }

    // By its name: the certificate names no number.
    private static string AddressOf(WebApplication site) => string.Create(
        CultureInfo.InvariantCulture, $"https://localhost:{new Uri(site.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single()).Port}");
}

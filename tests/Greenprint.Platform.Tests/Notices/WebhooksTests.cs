using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Greenprint.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Greenprint.Platform.Tests.Notices;

public sealed class WebhooksTests
{
    private const string Secret = "a-secret-of-the-county";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static async Task<(TestStore Store, string Chen)> County(StoreEngine engine, Receiver receiver, params string[] kinds)
    {
        var settings = new Dictionary<string, string?>
        {
            ["Notices:Site"] = "https://plan.lanwan.example/",
            ["Webhooks:0:Name"] = "office",
            ["Webhooks:0:Address"] = receiver.Address + "in",
            ["Webhooks:0:Secret"] = Secret,
        };
        foreach (var (i, kind) in kinds.Index())
        {
            settings[$"Webhooks:0:Kinds:{i}"] = kind;
        }

        var store = await TestStore.Create(engine, builder => builder.Configuration.AddInMemoryCollection(settings));
        await store.AddRegions();
        var chen = await store.NewPerson("chen", (Role.Reporter, Samples.Lanwan));
        await NoticesTests.Tell(store, NoticesTests.Sample("before", new(Samples.Lanwan) { Person = chen }));
        await Run(store);   // a receiver begins with what comes after it
        return (store, chen);
    }

    private static Task Run(TestStore store) => store.In(services => services.GetServices<IRoutine>().OfType<Webhooks>().Single().Run(Stop));

    private static Task Tell(TestStore store, string key, string person, string kind = "dispatch.issued") =>
        NoticesTests.Tell(store, NoticesTests.Sample(key, new(Samples.Lanwan) { Person = person }) with { Kind = kind });

    private static Task<WebhookRow> Row(TestStore store) => store.In(services => services.GetRequiredService<GreenprintDb>().Set<WebhookRow>().AsNoTracking().SingleAsync(Stop));

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Each_notice_comes_once_in_order_with_a_signature_that_the_receiver_can_check(StoreEngine engine)
    {
        await using var receiver = await Receiver.Open();
        var (store, chen) = await County(engine, receiver);
        await using var _ = store;
        await Tell(store, "1", chen);
        await Tell(store, "2", chen);
        await Run(store);
        await Run(store);

        Assert.Equal(["notice-2", "notice-3"], receiver.Got.Select(message => message.Id));
        var first = receiver.Got[0];
        // As docs/reference/webhooks.md tells a receiver to do it.
        var expected = Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), Encoding.UTF8.GetBytes(first.Stamp + "." + first.Body)));
        Assert.Equal("v1=" + expected, first.Signature);
        Assert.Equal(store.Clock.Now.ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture), first.Stamp);
        using var json = JsonDocument.Parse(first.Body);
        Assert.Equal(
            ("notice-2", "dispatch.issued", "chen", "新事项", "https://plan.lanwan.example/office/work/1", "person", "2026-03-15T10:00:00+08:00"),
            (Text("id"), Text("kind"), json.RootElement.GetProperty("person").GetProperty("name").GetString(), json.RootElement.GetProperty("text").GetProperty("zh").GetString(), Text("link"), Text("step"), Text("at")));

        string? Text(string name) => json.RootElement.GetProperty(name).GetString();
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task After_a_500_the_same_message_comes_again_before_any_later_one(StoreEngine engine)
    {
        await using var receiver = await Receiver.Open();
        var (store, chen) = await County(engine, receiver);
        await using var _ = store;
        receiver.Answers.Enqueue(500);
        await Tell(store, "1", chen);
        await Tell(store, "2", chen);

        await Run(store);
        await Run(store);   // waits
        Assert.Equal(["notice-2"], receiver.Got.Select(message => message.Id));
        Assert.Contains("500", (await Row(store)).Fault!, StringComparison.Ordinal);
        store.Clock.Advance(TimeSpan.FromSeconds(20));
        await Run(store);

        Assert.Equal(["notice-2", "notice-2", "notice-3"], receiver.Got.Select(message => message.Id));
        Assert.Equal((3, null, 0), ((await Row(store)).Delivered, (await Row(store)).FailingSince, (await Row(store)).Attempts));
    }

    [Fact]
    public async Task A_receiver_that_fails_for_a_day_is_given_up_and_an_administrator_begins_again_without_a_loss()
    {
        await using var receiver = await Receiver.Open();
        var (store, chen) = await County(StoreEngine.Sqlite, receiver);
        await using var _ = store;
        receiver.Always = 503;
        await Tell(store, "1", chen);
        for (var i = 0; i < 60; i++)
        {
            await Run(store);
            store.Clock.Advance(TimeSpan.FromMinutes(61));
        }

        Assert.NotNull((await Row(store)).StoppedAt);
        var tries = receiver.Got.Count;
        Assert.InRange(tries, 24, 40);
        await Tell(store, "2", chen);
        await Run(store);
        Assert.Equal(tries, receiver.Got.Count);

        receiver.Always = null;
        Assert.True(await store.In(services => services.GetRequiredService<Webhooks>().SendAgain(new Actor("x", "x"), "office", Stop)));
        Assert.False(await store.In(services => services.GetRequiredService<Webhooks>().SendAgain(new Actor("x", "x"), "office", Stop)));
        await Run(store);
        Assert.Equal(["notice-2", "notice-3"], receiver.Got.Skip(tries).Select(message => message.Id));
    }

    [Fact]
    public async Task A_redirection_is_not_followed_and_only_the_kinds_asked_for_are_sent()
    {
        await using var receiver = await Receiver.Open();
        var (store, chen) = await County(StoreEngine.Sqlite, receiver, "dispatch.urged");
        await using var _ = store;
        await Tell(store, "1", chen);
        await Tell(store, "2", chen, "dispatch.urged");
        receiver.Answers.Enqueue(307);
        await Run(store);

        Assert.Equal("notice-3", Assert.Single(receiver.Got).Id);
        Assert.Contains("redirections are not followed", (await Row(store)).Fault!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_receiver_that_is_not_there_is_no_fault_of_the_program()
    {
        var receiver = await Receiver.Open();
        var (store, chen) = await County(StoreEngine.Sqlite, receiver);
        await using var _ = store;
        await receiver.DisposeAsync();
        await Tell(store, "1", chen);
        await Run(store);

        Assert.NotNull((await Row(store)).FailingSince);
    }

    [Fact]
    public async Task Who_administers_the_installation_sees_a_receiver_that_fails_and_others_do_not()
    {
        await using var receiver = await Receiver.Open();
        receiver.Always = 500;
        await using var site = await TestSite.Open(settings: builder => builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Webhooks:0:Name"] = "office",
            ["Webhooks:0:Address"] = receiver.Address,
            ["Webhooks:0:Secret"] = Secret,
        }));
        await site.Store.AddRegions();
        var admin = await site.SignedIn("王管理", (Role.Administrator, Grant.Everywhere));
        var county = await site.SignedIn("zhao", (Role.Administrator, Samples.Lanwan));
        var chen = await site.SignedIn("chen", (Role.Editor, Samples.Lanwan));
        await site.Store.Change(change =>
        {
            change.Db.Add(new WebhookRow { Name = "office", Delivered = 0, Attempts = 9, FailingSince = change.At, NextTry = change.At, StoppedAt = change.At, Fault = "500 Internal Server Error" });
            change.Record("", "test", "test", new { });
            return Task.FromResult(0);
        });

        Assert.Equal(403, (await chen.Get("/admin/notices")).Status);
        Assert.DoesNotContain("office", (await county.Get("/admin/notices")).Text, StringComparison.Ordinal);

        var page = await admin.Get("/admin/notices");
        Assert.Contains("已停止", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, page.Text, StringComparison.Ordinal);
        Assert.Equal(302, (await admin.Post("again", ("Again", "office"))).Status);
        Assert.Null((await Row(site.Store)).StoppedAt);
    }

    [Theory]
    [InlineData("Address", "ftp://x.example/")]
    [InlineData("Address", "https://user:password@x.example/")]
    [InlineData("Secret", "short")]
    [InlineData("Name", "Office 1")]
    [InlineData("SecretFile", "/nowhere/secret")]
    public async Task A_wrong_setting_stops_the_program_and_names_itself(string setting, string value)
    {
        await using var store = await TestStore.Create(
            StoreEngine.Sqlite,
            builder => builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
            {
                ["Webhooks:0:Name"] = "office",
                ["Webhooks:0:Address"] = "https://messages.lanwan.example/",
                ["Webhooks:0:Secret"] = Secret,
                ["Webhooks:0:" + setting] = value,
            }));

        var refused = Assert.Throws<OptionsValidationException>(() => store.Services.GetRequiredService<IOptions<WebhookOptions>>().Value);
        Assert.Contains("Webhooks:0:" + setting, refused.Message, StringComparison.Ordinal);
    }

    private sealed record Got(string Id, string Stamp, string Signature, string Body);

    /// <summary>A program of somebody else that takes messages over HTTP on this machine.</summary>
    private sealed class Receiver : IAsyncDisposable
    {
        private readonly WebApplication site;
        private readonly List<Got> got = [];

        private Receiver(WebApplication site) => this.site = site;

        public string Address => site.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First() + "/";

        public IReadOnlyList<Got> Got => got;

        public Queue<int> Answers { get; } = new();

        public int? Always { get; set; }

        public static async Task<Receiver> Open()
        {
            var builder = WebApplication.CreateSlimBuilder();
            builder.Logging.ClearProviders();
            builder.WebHost.UseUrls("http://127.0.0.1:0");
            var site = builder.Build();
            var receiver = new Receiver(site);
            site.MapPost("/{**path}", receiver.Take);
            await site.StartAsync();
            return receiver;
        }

        public async ValueTask DisposeAsync()
        {
            await site.StopAsync();
            await site.DisposeAsync();
        }

        private async Task<IResult> Take(HttpRequest request)
        {
            using var reader = new StreamReader(request.Body, Encoding.UTF8);
            got.Add(new(request.Headers["Greenprint-Id"].ToString(), request.Headers["Greenprint-Timestamp"].ToString(), request.Headers["Greenprint-Signature"].ToString(), await reader.ReadToEndAsync()));
            var status = Always ?? (Answers.TryDequeue(out var next) ? next : 200);
            return status == 307 ? Results.Redirect("/elsewhere", preserveMethod: true) : Results.StatusCode(status);
        }
    }
}

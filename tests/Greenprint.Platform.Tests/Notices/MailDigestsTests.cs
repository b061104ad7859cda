using Greenprint.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using MimeKit;

namespace Greenprint.Platform.Tests.Notices;

public sealed class MailDigestsTests
{
    private static readonly DateOnly Day = new(2026, 3, 15);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static Task<(TestStore Store, string Chen, string Luo)> County(StoreEngine engine, PostOffice post, string site = "https://plan.lanwan.example/base") =>
        County(engine, post.Port, site, [("Mail:Host", "127.0.0.1"), ("Mail:Security", "None"), ("Mail:TimeoutSeconds", "2")]);

    /// <summary>Two people who want mail, and the server that takes it.</summary>
    internal static async Task<(TestStore Store, string Chen, string Luo)> County(StoreEngine engine, int port, string site, IReadOnlyList<(string Key, string Value)> settings)
    {
        (string Key, string Value)[] all = [("Notices:Site", site), ("Mail:Port", port.ToString(System.Globalization.CultureInfo.InvariantCulture)), ("Mail:From", "greenprint@lanwan.example"), .. settings];
        var store = await TestStore.Create(engine, builder => builder.Configuration.AddInMemoryCollection(all.GroupBy(one => one.Key).Select(one => KeyValuePair.Create(one.Key, (string?)one.Last().Value))));
        await store.AddRegions();
        var (chen, luo) = (await store.NewPerson("chen", (Role.Reporter, Samples.Lanwan)), await store.NewPerson("luo", (Role.Reporter, Samples.Lanwan)));
        await Wish(store, chen, "chen@lanwan.example");
        await Wish(store, luo, "luo@lanwan.example", english: true);
        return (store, chen, luo);
    }

    private static async Task Wish(TestStore store, string person, string address, bool wanted = true, bool english = false)
    {
        var user = await store.PrincipalOf(person);
        await store.In(services => services.GetRequiredService<NoticeDesk>().Save(user, address, wanted, english, Stop));
    }

    internal static Task Run(TestStore store) => store.In(services => services.GetServices<IRoutine>().OfType<MailDigests>().Single().Run(Stop));

    internal static Task Tell(TestStore store, string key, string person) => NoticesTests.Tell(store, NoticesTests.Sample(key, new(Samples.Lanwan) { Person = person }));

    internal static Task<List<Digest>> Digests(TestStore store) =>
        store.In(services => services.GetRequiredService<GreenprintDb>().Set<Digest>().AsNoTracking().OrderBy(digest => digest.Day).ThenBy(digest => digest.Person).ToListAsync(Stop));

    private static MimeMessage Read((string To, string Content) mail) => MimeMessage.Load(new MemoryStream(System.Text.Encoding.Latin1.GetBytes(mail.Content)), Stop);

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task One_mail_a_day_brings_what_is_unread_in_the_language_of_the_person(StoreEngine engine)
    {
        await using var post = new PostOffice();
        var (store, chen, luo) = await County(engine, post);
        await using var _ = store;
        await Tell(store, "1", chen);
        await Tell(store, "2", chen);
        await Tell(store, "3", luo);
        store.Clock.Now = new DateTimeOffset(2026, 3, 15, 7, 59, 0, TimeSpan.FromHours(8));
        await Run(store);
        Assert.Empty(post.Taken);

        store.Clock.Set(Day);
        await Run(store);
        await Run(store);
        await Tell(store, "4", chen);
        await Run(store);

        Assert.Equal(["chen@lanwan.example", "luo@lanwan.example"], post.Taken.Select(mail => mail.To).Order(StringComparer.Ordinal));
        var (zh, en) = (Read(post.Taken.Single(mail => mail.To[0] == 'c')), Read(post.Taken.Single(mail => mail.To[0] == 'l')));
        Assert.Equal("绿图：2 条未读消息（2026-03-15）", zh.Subject);
        Assert.Equal("Greenprint: 1 unread notices (2026-03-15)", en.Subject);
        Assert.Contains("https://plan.lanwan.example/base/office/work/1", zh.TextBody, StringComparison.Ordinal);
        Assert.Contains("href=\"https://plan.lanwan.example/base/office/work/2\"", zh.HtmlBody, StringComparison.Ordinal);
        Assert.Contains("https://plan.lanwan.example/base/en/office/work/3", en.TextBody, StringComparison.Ordinal);
        Assert.Contains("A new item", en.TextBody, StringComparison.Ordinal);
        Assert.Equal("auto-generated", zh.Headers["Auto-Submitted"]);

        // The next day brings what came since, and nothing of what went out.
        store.Clock.Set(Day.AddDays(1));
        await Run(store);
        Assert.Equal(3, post.Taken.Count);
        var next = Read(post.Taken[2]);
        Assert.Contains("office/work/4", next.TextBody, StringComparison.Ordinal);
        Assert.DoesNotContain("office/work/1", next.TextBody, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_server_that_is_down_for_a_day_loses_nothing_and_gets_each_mail_once_when_it_is_back(StoreEngine engine)
    {
        await using var post = new PostOffice();
        var (store, chen, luo) = await County(engine, post);
        await using var _ = store;
        await Tell(store, "1", chen);
        await Tell(store, "2", luo);
        post.Close();
        for (var i = 0; i < 40; i++)
        {
            await Run(store);
            store.Clock.Advance(TimeSpan.FromMinutes(20));
        }

        Assert.All(await Digests(store), digest => Assert.True(digest is { State: DigestState.Due or DigestState.GivenUp, Attempts: <= MailDigests.Tries, Fault: not null }));
        store.Clock.Set(Day.AddDays(1));
        await Tell(store, "3", chen);
        await Run(store);
        post.Open();
        store.Clock.Advance(TimeSpan.FromMinutes(2));
        await Run(store);
        await Run(store);

        Assert.Equal(2, post.Taken.Count);
        var mail = Read(post.Taken.Single(one => one.To[0] == 'c')).TextBody;
        Assert.Contains("office/work/1", mail, StringComparison.Ordinal);
        Assert.Contains("office/work/3", mail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_refused_address_hinders_no_other_and_is_not_tried_again_until_it_is_mended()
    {
        await using var post = new PostOffice { Refuses = { "chen@lanwan.example" } };
        var (store, chen, luo) = await County(StoreEngine.Sqlite, post);
        await using var _ = store;
        await Tell(store, "1", chen);
        await Tell(store, "2", luo);

        await Run(store);
        Assert.Equal("luo@lanwan.example", Assert.Single(post.Taken).To);
        Assert.Contains(await Digests(store), digest => digest is { State: DigestState.Refused } && digest.Fault!.Contains("No such mailbox", StringComparison.Ordinal));
        store.Clock.Set(Day.AddDays(1));
        await Run(store);
        Assert.Single(post.Taken);

        await Wish(store, chen, "chen.yu@lanwan.example");
        await Run(store);
        Assert.Contains("office/work/1", Read(post.Taken[1]).TextBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_line_that_breaks_before_the_content_is_tried_again_and_one_that_breaks_after_it_is_not()
    {
        await using var post = new PostOffice { BreaksBeforeContent = 1 };
        var (store, chen, _) = await County(StoreEngine.Sqlite, post);
        await using var disposing = store;
        await Tell(store, "1", chen);
        await Run(store);
        Assert.Equal(DigestState.Due, Assert.Single(await Digests(store)).State);
        store.Clock.Advance(TimeSpan.FromMinutes(2));
        await Run(store);
        Assert.Single(post.Taken);

        // Taken, but nobody said so: not sent a second time, and what is unread comes with the next day's.
        store.Clock.Set(Day.AddDays(1));
        await Tell(store, "2", chen);
        post.BreaksAfterContent = 1;
        await Run(store);
        store.Clock.Advance(TimeSpan.FromHours(5));
        await Run(store);
        Assert.Equal(2, post.Taken.Count);
        Assert.Equal(DigestState.Unknown, (await Digests(store))[^1].State);
        store.Clock.Set(Day.AddDays(2));
        await Run(store);
        Assert.Contains("office/work/2", Read(post.Taken[2]).TextBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_process_that_dies_between_sending_and_marking_sends_no_second_mail_that_day()
    {
        await using var post = new PostOffice();
        var (store, chen, _) = await County(StoreEngine.Sqlite, post);
        await using var disposing = store;
        await Tell(store, "1", chen);
        await store.Change(change =>
        {
            change.Db.Add(new Digest { Person = chen, Day = Day, State = DigestState.Sending, Since = change.At, Attempts = 1 });   // as it is left behind
            change.Record("", "test", "test", new { });
            return Task.FromResult(0);
        });

        for (var i = 0; i < 12; i++)
        {
            await Run(store);
            store.Clock.Advance(TimeSpan.FromHours(1));
        }

        Assert.Empty(post.Taken);
        Assert.Equal(DigestState.Unknown, (await Digests(store))[0].State);
        store.Clock.Set(Day.AddDays(1));
        await Run(store);
        Assert.Single(post.Taken);
    }

    [Fact]
    public async Task A_server_that_says_try_again_later_or_nothing_at_all_is_tried_again_later()
    {
        await using var post = new PostOffice { TriesLater = 1 };
        var (store, chen, _) = await County(StoreEngine.Sqlite, post);
        await using var disposing = store;
        await Tell(store, "1", chen);
        await Run(store);
        Assert.Empty(post.Taken);
        post.IsSilent = true;
        store.Clock.Advance(TimeSpan.FromMinutes(2));
        await Run(store);
        Assert.Equal((DigestState.Due, 2), (Assert.Single(await Digests(store)).State, (await Digests(store))[0].Attempts));
        post.IsSilent = false;
        store.Clock.Advance(TimeSpan.FromMinutes(3));
        await Run(store);
        Assert.Single(post.Taken);
    }

    [Fact]
    public async Task What_is_read_or_not_wanted_or_of_somebody_who_left_is_not_sent()
    {
        await using var post = new PostOffice();
        var (store, chen, luo) = await County(StoreEngine.Sqlite, post);
        await using var _ = store;
        await Tell(store, "1", chen);
        await Tell(store, "2", luo);
        var reader = await store.PrincipalOf(chen);
        await store.In(services => services.GetRequiredService<NoticeBoard>().Read(reader, 9, null, Stop));
        await store.Change(async change =>
        {
            var grant = await change.Db.Set<Grant>().SingleAsync(grant => grant.PersonId == luo, Stop);
            grant.Revoked = change.At;
            change.Record("", "test", "test", new { });
            return 0;
        });
        await Run(store);
        await Tell(store, "3", chen);
        await Wish(store, chen, "chen@lanwan.example", wanted: false);
        await Run(store);

        Assert.Empty(post.Taken);
    }

    [Theory]
    [InlineData("a@b.example\r\nBcc: c@d.example")]
    [InlineData("a@b.example, c@d.example")]
    [InlineData("Chen <a@b.example>")]
    [InlineData("a b@b.example")]
    [InlineData("a@b@c.example")]
    [InlineData("\"a\\\"\"@b.example")]
    [InlineData("@b.example")]
    [InlineData("chen")]
    public void An_address_is_one_address_and_nothing_beside_it(string typed) => Assert.Null(MailAddresses.Parse(typed));

    [Fact]
    public async Task A_name_with_line_ends_begins_no_header_of_its_own()
    {
        await using var post = new PostOffice();
        var (store, chen, _) = await County(StoreEngine.Sqlite, post);
        await using var disposing = store;
        await store.Change(async change =>
        {
            var person = await change.Db.Set<Person>().SingleAsync(person => person.Id == chen, Stop);
            person.DisplayName = "陈\r\nBcc: victim@elsewhere.example\r\n\r\n<b>x</b>";
            change.Record("", "test", "test", new { });
            return 0;
        });
        await Tell(store, "1", chen);
        await Run(store);

        var mail = Read(Assert.Single(post.Taken));
        Assert.Empty(mail.Bcc);
        Assert.DoesNotContain(mail.Headers, header => header.Value.Contains("victim@elsewhere.example", StringComparison.Ordinal) && header.Field != "To");
        Assert.DoesNotContain("<b>", mail.HtmlBody, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Mail:From", "nobody")]
    [InlineData("Mail:From", "a@b.example\nBcc: c@d.example")]
    [InlineData("Notices:Site", "")]
    [InlineData("Notices:Site", "javascript:alert(1)")]
    [InlineData("Mail:Hour", "24")]
    [InlineData("Mail:PasswordFile", "/nowhere/password")]
    public async Task A_wrong_setting_stops_the_program_and_names_itself(string setting, string value)
    {
        await using var post = new PostOffice();
        await using var store = await TestStore.Create(
            StoreEngine.Sqlite,
            builder => builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
            {
                ["Notices:Site"] = "https://plan.lanwan.example/",
                ["Mail:Host"] = "mail.lanwan.example",
                ["Mail:From"] = "greenprint@lanwan.example",
                [setting] = value,
            }));

        var refused = Assert.Throws<OptionsValidationException>(() => store.Services.GetRequiredService<IOptions<MailOptions>>().Value);
        Assert.Contains(setting, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_password_is_not_sent_in_the_clear_to_another_machine()
    {
        await using var store = await TestStore.Create(
            StoreEngine.Sqlite,
            builder => builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
            {
                ["Notices:Site"] = "https://plan.lanwan.example/",
                ["Mail:Host"] = "mail.lanwan.example",
                ["Mail:From"] = "greenprint@lanwan.example",
                ["Mail:User"] = "greenprint",
                ["Mail:Security"] = "None",
            }));

        Assert.Throws<OptionsValidationException>(() => store.Services.GetRequiredService<IOptions<MailOptions>>().Value);
    }
}

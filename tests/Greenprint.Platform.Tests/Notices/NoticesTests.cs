using Greenprint.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Greenprint.Platform.Tests.Notices;

public sealed class NoticesTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    internal static NewNotice Sample(string key, NoticeTo to) => new(key, "dispatch.issued", to, "dispatch/" + key, ("新事项", "A new item"), "office/work/" + key);

    internal static Task<int> Tell(TestStore store, params NewNotice[] notices) => store.In(services => services.GetRequiredService<IChanges>().Apply(
        Actor.System("test"),
        async change =>
        {
            change.Record("", "test", "test", new { });
            return await services.GetRequiredService<INotices>().Tell(change, notices, Stop);
        },
        Stop));

    internal static Task<List<NoticeRow>> All(TestStore store) =>
        store.In(services => services.GetRequiredService<GreenprintDb>().Set<NoticeRow>().AsNoTracking().OrderBy(notice => notice.Number).ToListAsync(Stop));

    private static async Task<TestStore> County(StoreEngine engine)
    {
        var store = await TestStore.Create(engine);
        await store.AddRegions();
        await store.AddUnits();
        return store;
    }

    private static Task Appoint(TestStore store, string person, string unit, bool deputy, DateOnly from, DateOnly? until = null) => store.In(services => services.GetRequiredService<IChanges>().Apply(
        Actor.System("test"),
        change => services.GetRequiredService<IUnits>().Appoint(change, new NewPost(person, unit, ("联络员", "Liaison"), deputy, from, until), null, Stop),
        Stop));

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_notice_falls_from_the_person_to_the_unit_of_that_day_to_the_administrator_and_says_by_which_step_it_came(StoreEngine engine)
    {
        await using var store = await County(engine);
        var to = new NoticeTo(Samples.Lanwan) { Unit = "lanwan/water", Person = "somebody who left" };
        Assert.Equal(1, await Tell(store, Sample("1", to)));
        Assert.Equal((NoticeStep.Nobody, ""), (await All(store)).Select(notice => (notice.Step, notice.Person)).Single());

        var admin = await store.NewPerson("wang", (Role.Administrator, Samples.Prefecture));
        await Tell(store, Sample("2", to));
        var (chen, luo) = (await store.NewPerson("chen"), await store.NewPerson("luo", new RoleIn(Role.Reporter, Samples.Lanwan, "lanwan/water")));
        await Appoint(store, chen, "lanwan/water", deputy: true, new DateOnly(2026, 3, 1), new DateOnly(2026, 3, 20));
        await Tell(store, Sample("3", to));
        await Tell(store, Sample("4", to with { Person = chen }));
        store.Clock.Set(new DateOnly(2026, 3, 21));
        await Tell(store, Sample("5", to with { Person = chen }));   // the post is over, and with it the person

        Assert.Equal(
            [("1", NoticeStep.Nobody, ""), ("2", NoticeStep.Administrators, admin), ("3", NoticeStep.Unit, chen), ("3", NoticeStep.Unit, luo), ("4", NoticeStep.Person, chen), ("5", NoticeStep.Unit, luo)],
            (await All(store)).Select(notice => (notice.Key, notice.Step, notice.Person)));
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Who_stands_in_on_the_day_is_told_beside_the_person_of_what_may_not_wait_and_of_nothing_else(StoreEngine engine)
    {
        await using var store = await County(engine);
        var (chen, luo, hua) = (await store.NewPerson("chen"), await store.NewPerson("luo"), await store.NewPerson("hua"));
        await Appoint(store, chen, "lanwan/water", deputy: false, new DateOnly(2026, 3, 1));
        await Appoint(store, luo, "lanwan/water", deputy: true, new DateOnly(2026, 3, 1), new DateOnly(2026, 3, 20));
        await Appoint(store, hua, "lanwan/water", deputy: false, new DateOnly(2026, 3, 1));
        var to = new NoticeTo(Samples.Lanwan) { Unit = "lanwan/water", Person = chen };

        await Tell(store, Sample("1", to));
        await Tell(store, Sample("2", to with { AndDeputies = true }));
        await Tell(store, Sample("3", to with { AndDeputies = true, Except = luo }));
        await Tell(store, Sample("4", to with { AndDeputies = true, Person = luo }));
        store.Clock.Set(new DateOnly(2026, 3, 21));
        await Tell(store, Sample("5", to with { AndDeputies = true }));

        Assert.Equal(
            [("1", chen), ("2", chen), ("2", luo), ("3", chen), ("4", luo), ("5", chen)],
            (await All(store)).Select(notice => (notice.Key, notice.Person)));
        Assert.All(await All(store), notice => Assert.Equal(NoticeStep.Person, notice.Step));
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task The_same_key_is_told_once_and_a_change_that_fails_tells_nobody(StoreEngine engine)
    {
        await using var store = await County(engine);
        var chen = await store.NewPerson("chen", (Role.Reporter, Samples.Lanwan));
        var notice = Sample("1", new(Samples.Lanwan) { Person = chen });

        Assert.Equal(1, await Tell(store, notice, notice));
        Assert.Equal(0, await Tell(store, notice));
        await Assert.ThrowsAsync<InvalidOperationException>(() => store.In(services => services.GetRequiredService<IChanges>().Apply<int>(
            Actor.System("test"),
            async change =>
            {
                await services.GetRequiredService<INotices>().Tell(change, [Sample("2", notice.To)], Stop);
                await change.Db.SaveChangesAsync(Stop);
                throw new InvalidOperationException("The power went.");
            },
            Stop)));

        Assert.Equal(chen, Assert.Single(await All(store)).Person);
    }

    [Fact]
    public async Task At_the_same_moment_numbers_have_no_gap_and_a_key_is_told_once()
    {
        await using var store = await County(StoreEngine.PostgreSql);
        var chen = await store.NewPerson("chen", (Role.Reporter, Samples.Lanwan));

        await Task.WhenAll(Enumerable.Range(0, 12).Select(i => Tell(store, Sample($"{i / 2}", new(Samples.Lanwan) { Person = chen }))));

        Assert.Equal(Enumerable.Range(1, 6).Select(number => (long)number), (await All(store)).Select(notice => notice.Number));
    }

    [Fact]
    public async Task Nobody_is_told_what_they_did_themselves()
    {
        await using var store = await County(StoreEngine.Sqlite);
        var (chen, luo) = (await store.NewPerson("chen", new RoleIn(Role.Reporter, Samples.Lanwan, "lanwan/water")), await store.NewPerson("luo", new RoleIn(Role.Reporter, Samples.Lanwan, "lanwan/water")));
        await store.In(services => services.GetRequiredService<IChanges>().Apply(
            new Actor(chen, "chen"),
            async change =>
            {
                change.Record("", "test", "test", new { });
                return await services.GetRequiredService<INotices>().Tell(change, [Sample("1", new(Samples.Lanwan) { Unit = "lanwan/water" })], Stop);
            },
            Stop));

        Assert.Equal(luo, Assert.Single(await All(store)).Person);
    }

    [Theory]
    [InlineData("https://elsewhere.example/")]
    [InlineData("//elsewhere.example")]
    [InlineData("/office/work")]
    [InlineData("javascript:alert(1)")]
    [InlineData("office/work\r\nBcc: x@elsewhere.example")]
    [InlineData("office/../..//elsewhere")]
    [InlineData("")]
    public async Task A_link_never_leads_out_of_the_site(string link)
    {
        await using var store = await County(StoreEngine.Sqlite);

        await Assert.ThrowsAsync<ArgumentException>(() => Tell(store, Sample("1", new(Samples.Lanwan)) with { Link = link }));
    }

    [Fact]
    public async Task A_person_reads_their_own_notices_and_nobody_elses()
    {
        await using var site = await TestSite.Open();
        await site.Store.AddRegions();
        await site.Store.AddUnits();
        var chen = await site.SignedIn("chen", (Role.Reporter, Samples.Lanwan));
        var luo = await site.SignedIn("luo", (Role.Reporter, Samples.Lanwan));
        var ids = await site.Store.In(services => services.GetRequiredService<GreenprintDb>().Set<Person>().ToDictionaryAsync(person => person.DisplayName, person => person.Id, Stop));
        await Tell(
            site.Store,
            Sample("1", new(Samples.Lanwan) { Person = ids["chen"] }) with { Text = ("给陈的消息", "For Chen"), Note = "第一行\n第二行" },
            Sample("2", new(Samples.Lanwan) { Person = ids["luo"] }) with { Text = ("给罗的消息", "For Luo") },
            Sample("3", new(Samples.Lanwan) { Person = ids["chen"] }));

        var page = await chen.Get("/office/notices");
        Assert.Contains("给陈的消息", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("给罗的消息", page.Text, StringComparison.Ordinal);
        Assert.Equal(302, (await chen.Post("notices", ("Open", "2"))).Status);   // not hers
        Assert.Contains("给罗的消息", (await luo.Get("/office/notices")).Text, StringComparison.Ordinal);
        Assert.Null((await All(site.Store))[1].ReadAt);

        await chen.Get("/office/notices");
        var opened = await chen.Post("notices", ("Open", "1"));
        Assert.EndsWith("office/work/1", opened.Location!, StringComparison.Ordinal);
        Assert.NotNull((await All(site.Store))[0].ReadAt);

        // What came in after the page was drawn is not marked with it.
        await chen.Get("/office/notices");
        await Tell(site.Store, Sample("4", new(Samples.Lanwan) { Person = ids["chen"] }));
        await chen.Post("notices", ("All", "true"));
        Assert.Equal([true, false, true, false], (await All(site.Store)).Select(notice => notice.ReadAt is not null));
        Assert.Contains("/sign-in", (await site.Browser().Get("/office/notices")).Location!, StringComparison.Ordinal);
    }
}

using Greenprint.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Greenprint.Platform.Tests;

public sealed class HistoryDeskTests
{
    private static readonly HistoryQuestion Everything = new(null, null, null, null, null, null);

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task An_administrator_of_a_county_reads_the_entries_of_that_county_only(StoreEngine engine)
    {
        await using var store = await Filled(engine);
        var county = await store.NewPerson("county", (Role.Administrator, Samples.Lanwan));
        var city = await store.NewPerson("city", (Role.Administrator, Samples.Prefecture));
        var everywhere = await store.NewPerson("all", (Role.Administrator, Grant.Everywhere));
        var plans = Everything with { Subject = "plan/" };

        Assert.Equal(["plan/lanwan"], await Subjects(store, county, plans));
        Assert.Equal(["plan/qingxi", "plan/lanwan"], await Subjects(store, city, plans));
        Assert.Equal(["plan/nowhere", "plan/qingxi", "plan/lanwan"], await Subjects(store, everywhere, plans));
        Assert.All(await Regions(store, county, Everything), region => Assert.Equal(Samples.Lanwan, region));
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task The_record_narrows_by_kind_person_and_day(StoreEngine engine)
    {
        await using var store = await Filled(engine);
        var admin = await store.NewPerson("all", (Role.Administrator, Grant.Everywhere));

        Assert.Equal(["plan/qingxi"], await Subjects(store, admin, Everything with { Kind = "plan.confirmed", Who = "李" }));
        Assert.Equal(["plan/nowhere"], await Subjects(store, admin, Everything with { Subject = "plan/", From = new(2026, 3, 17), To = new(2026, 3, 17) }));
        Assert.Empty(await Subjects(store, admin, Everything with { Subject = "plan/%" }));
    }

    [Fact]
    public async Task Pages_hold_fifty_entries_and_follow_each_other_without_gap()
    {
        await using var store = await TestStore.Create(StoreEngine.Sqlite);
        var admin = await store.PrincipalOf(await store.NewPerson("all", (Role.Administrator, Grant.Everywhere)));
        await store.Change(change =>
        {
            for (var i = 0; i < 120; i++)
            {
                change.Record("", $"note/{i}", "noted", i);
            }

            return Task.FromResult(0);
        });

        List<long> numbers = [];
        for (long? before = null, next = long.MaxValue; next is not null; before = next)
        {
            var page = await store.In(services => services.GetRequiredService<HistoryDesk>().Ask(admin, Everything with { Subject = "note/", Before = before }, CancellationToken.None));
            Assert.InRange(page.Entries.Count, 1, 50);
            numbers.AddRange(page.Entries.Select(entry => entry.Number));
            next = page.OlderThan;
        }

        Assert.Equal(120, numbers.Count);
        Assert.Equal(Enumerable.Range(0, 120).Select(i => numbers[0] - i), numbers);
    }

    private static async Task<TestStore> Filled(StoreEngine engine)
    {
        var store = await TestStore.Create(engine);
        await store.AddRegions();
        await Confirm(store, "王", Samples.Lanwan, "plan/lanwan");
        store.Clock.Advance(TimeSpan.FromDays(1));
        await Confirm(store, "李", Samples.Qingxi, "plan/qingxi");
        store.Clock.Advance(TimeSpan.FromDays(1));
        await Confirm(store, "王", "", "plan/nowhere");
        return store;
    }

    private static Task Confirm(TestStore store, string who, string region, string subject) => store.In(services => services.GetRequiredService<IChanges>().Apply(
        new Actor(who, who),
        change =>
        {
            change.Record(region, subject, "plan.confirmed", new { });
            return Task.FromResult(0);
        },
        CancellationToken.None));

    private static async Task<IReadOnlyList<string>> Subjects(TestStore store, string personId, HistoryQuestion question) =>
        [.. (await Ask(store, personId, question)).Select(entry => entry.Subject)];

    private static async Task<IReadOnlyList<string>> Regions(TestStore store, string personId, HistoryQuestion question) =>
        [.. (await Ask(store, personId, question)).Select(entry => entry.Region)];

    private static async Task<IReadOnlyList<HistoryEntry>> Ask(TestStore store, string personId, HistoryQuestion question)
    {
        var person = await store.PrincipalOf(personId);
        return (await store.In(services => services.GetRequiredService<HistoryDesk>().Ask(person, question, CancellationToken.None))).Entries;
    }
}

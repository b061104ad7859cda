using Greenprint.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Greenprint.Platform.Tests;

public sealed class ChainTests
{
    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task What_was_recorded_reads_back_and_the_chain_holds(StoreEngine engine)
    {
        await using var store = await TestStore.Create(engine);

        await store.Change(change =>
        {
            change.Record("990101", "plan/p1", "plan.confirmed", new { Title = "岚湾" }, "检查无误");
            return Task.FromResult(0);
        });

        var entries = await store.In(services => services.GetRequiredService<IHistory>().Of("plan/", TestContext.Current.CancellationToken));
        var entry = Assert.Single(entries);
        Assert.Equal(("plan.confirmed", "检查无误", "990101", store.Clock.Now), (entry.Kind, entry.Why, entry.Region, entry.At));
        Assert.Contains("岚湾", entry.Body, StringComparison.Ordinal);
        Assert.Null(await Verify(store));
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_changed_entry_is_named(StoreEngine engine)
    {
        await using var store = await TestStore.Create(engine);
        await RecordThree(store);

        await Sql(store, "UPDATE platform_history SET body = '0' WHERE number = 3");

        Assert.Equal(3, (await Verify(store))!.Number);
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_removed_entry_is_named(StoreEngine engine)
    {
        await using var store = await TestStore.Create(engine);
        await RecordThree(store);

        await Sql(store, "DELETE FROM platform_history WHERE number = 2");

        Assert.Equal(2, (await Verify(store))!.Number);
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Entries_cut_off_at_the_end_are_noticed(StoreEngine engine)
    {
        await using var store = await TestStore.Create(engine);
        await RecordThree(store);

        await Sql(store, "DELETE FROM platform_history WHERE number = 4");

        Assert.Equal(4, (await Verify(store))!.Number);
    }

    private static async Task RecordThree(TestStore store)
    {
        for (var i = 0; i < 3; i++)
        {
            await store.Change(change =>
            {
                change.Record("", "plan/p1", "plan.noted", new { Value = i });
                return Task.FromResult(0);
            });
        }
    }

    private static Task<HistoryFault?> Verify(TestStore store) =>
        store.In(services => services.GetRequiredService<IHistory>().Verify(TestContext.Current.CancellationToken));

    private static Task Sql(TestStore store, string sql) =>
        store.In(services => services.GetRequiredService<GreenprintDb>().Database.ExecuteSqlRawAsync(sql));
}

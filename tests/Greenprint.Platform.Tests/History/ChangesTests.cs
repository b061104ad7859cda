using Greenprint.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Greenprint.Platform.Tests;

public sealed class ChangesTests
{
    private static readonly Region Lanwan = new("990101", null, new("岚湾县", "Lanwan County"), RegionLevel.County, IsDemo: true);

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_change_that_records_nothing_is_refused_and_leaves_nothing(StoreEngine engine)
    {
        await using var store = await TestStore.Create(engine);

        await Assert.ThrowsAsync<InvalidOperationException>(() => store.Change(change =>
        {
            change.Db.Add(RegionRow.Of(Lanwan));
            return Task.FromResult(0);
        }));

        Assert.Empty(await Regions(store));
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_change_that_saves_in_the_middle_and_records_nothing_is_refused(StoreEngine engine)
    {
        await using var store = await TestStore.Create(engine);

        await Assert.ThrowsAsync<InvalidOperationException>(() => store.Change(change =>
        {
            change.Db.Add(RegionRow.Of(Lanwan));
            return change.Db.SaveChangesAsync();
        }));

        Assert.Empty(await Regions(store));
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Rows_written_at_once_without_a_record_are_refused_and_leave_nothing(StoreEngine engine)
    {
        await using var store = await TestStore.Create(engine);

        await Assert.ThrowsAsync<InvalidOperationException>(() => store.Change(async change =>
        {
            await change.Insert([RegionRow.Of(Lanwan)], TestContext.Current.CancellationToken);
            return 0;
        }));

        Assert.Empty(await Regions(store));
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Rows_written_at_once_are_the_rows_that_one_by_one_would_have_been_in_few_commands(StoreEngine engine)
    {
        const int Many = 2_500;
        await using var store = await TestStore.Create(engine);
        List<Region> regions =
        [
            Lanwan,
            .. Enumerable.Range(0, Many).Select(i => new Region($"x{i:0000}", i % 2 == 0 ? null : Lanwan.Code, new($"乡 {{{i}}} 'a'", i % 3 == 0 ? null : $"Town \"{i}\""), (RegionLevel)(i % 4), i % 2 == 0)),
        ];
        using var commands = new CommandCount(store);

        await store.Change(async change =>
        {
            await change.Insert([.. regions.Select(RegionRow.Of)], TestContext.Current.CancellationToken);
            foreach (var region in regions)
            {
                change.Record(region.Code, $"region/{region.Code}", "region.added", region);
            }

            return 0;
        });

        Assert.InRange(commands.Take(), 1, 250);
        Assert.Equal(regions.OrderBy(region => region.Code, StringComparer.Ordinal), (await Regions(store)).OrderBy(region => region.Code, StringComparer.Ordinal));
        var entries = await store.In(services => services.GetRequiredService<GreenprintDb>().Set<HistoryEntry>().Where(entry => entry.Kind == "region.added").OrderBy(entry => entry.Number).ToListAsync(TestContext.Current.CancellationToken));
        Assert.Equal(regions.Select(region => $"region/{region.Code}"), entries.Select(entry => entry.Subject));
        Assert.Null(await store.In(services => services.GetRequiredService<IHistory>().Verify(TestContext.Current.CancellationToken)));
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Work_that_fails_leaves_neither_rows_nor_record(StoreEngine engine)
    {
        await using var store = await TestStore.Create(engine);

        await store.In(async services =>
        {
            var changes = services.GetRequiredService<IChanges>();
            await Assert.ThrowsAsync<FormatException>(() => changes.Apply<int>(
                Actor.System("test"),
                change =>
                {
                    change.Db.Add(RegionRow.Of(Lanwan));
                    change.Record("990101", "region/990101", "region.added", Lanwan);
                    throw new FormatException();
                },
                TestContext.Current.CancellationToken));

            // The next change of the same scope does not carry the refused row along.
            await changes.Apply(
                Actor.System("test"),
                change =>
                {
                    change.Record("", "note", "note.made", 1);
                    return Task.FromResult(0);
                },
                TestContext.Current.CancellationToken);
        });

        Assert.Empty(await Regions(store));
        Assert.Null(await store.In(services => services.GetRequiredService<IHistory>().Verify(TestContext.Current.CancellationToken)));
    }

    [Fact]
    public async Task Nothing_saves_past_a_change()
    {
        await using var store = await TestStore.Create(StoreEngine.Sqlite);

        await store.In(async services =>
        {
            var db = services.GetRequiredService<GreenprintDb>();
            db.Add(RegionRow.Of(Lanwan));
            await Assert.ThrowsAsync<InvalidOperationException>(() => db.SaveChangesAsync(TestContext.Current.CancellationToken));
        });
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Writers_side_by_side_never_break_the_chain(StoreEngine engine)
    {
        const int writers = 8;
        const int each = 12;
        await using var store = await TestStore.Create(engine);

        await Parallel.ForEachAsync(Enumerable.Range(0, writers), TestContext.Current.CancellationToken, async (writer, _) =>
        {
            for (var i = 0; i < each; i++)
            {
                await store.Change(change =>
                {
                    // One or two entries a change, so that numbers interleave.
                    for (var entry = 0; entry <= i % 2; entry++)
                    {
                        change.Record("", $"writer/{writer}", "noted", new { i, entry });
                    }

                    return Task.FromResult(0);
                });
            }
        });

        var entries = await store.In(services => services.GetRequiredService<IHistory>().Of("writer/", TestContext.Current.CancellationToken));
        Assert.Equal(writers * each * 3 / 2, entries.Count);
        Assert.Null(await store.In(services => services.GetRequiredService<IHistory>().Verify(TestContext.Current.CancellationToken)));
    }

    private static Task<IReadOnlyList<Region>> Regions(TestStore store) =>
        store.In(services => services.GetRequiredService<IRegions>().All(TestContext.Current.CancellationToken));
}

using Greenprint.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Greenprint.Platform.Tests;

/// <summary>A layout and its page share one connection: what one asks is answered before the other asks, on every engine.</summary>
public sealed class AnsweredAtOnceTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_question_is_answered_before_the_next_line_runs_however_many_rows_there_are(StoreEngine engine)
    {
        await using var store = await TestStore.Create(engine);
        List<Region> regions = [.. Enumerable.Range(0, 5_000).Select(i => new Region($"x{i:0000}", null, new($"乡{i}", null), RegionLevel.Town, IsDemo: true))];
        await using var scope = store.Scope();
        var (db, changes) = (scope.ServiceProvider.GetRequiredService<GreenprintDb>(), scope.ServiceProvider.GetRequiredService<IChanges>());

        var written = changes.Apply(
            Actor.System("test"),
            async change =>
            {
                await change.Insert([.. regions.Select(RegionRow.Of)], Stop);
                change.Record("", "region/all", "region.added", new { regions.Count });
                return 0;
            },
            Stop);
        Assert.True(written.IsCompletedSuccessfully);

        var all = db.Set<RegionRow>().AsNoTracking().ToListAsync(Stop);
        var one = db.Set<RegionRow>().AsNoTracking().SingleOrDefaultAsync(row => row.Code == "x0042", Stop);
        var count = db.Set<RegionRow>().CountAsync(Stop);

        Assert.True(all.IsCompletedSuccessfully && one.IsCompletedSuccessfully && count.IsCompletedSuccessfully);
        Assert.Equal((regions.Count, "乡42", regions.Count), ((await all).Count, (await one)!.NameZh, await count));
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_change_that_tracks_rows_and_one_that_is_refused_have_ended_before_the_next_line_runs(StoreEngine engine)
    {
        await using var store = await TestStore.Create(engine);
        await using var scope = store.Scope();
        var (db, changes) = (scope.ServiceProvider.GetRequiredService<GreenprintDb>(), scope.ServiceProvider.GetRequiredService<IChanges>());
        Task<int> Add(string code, bool isRefused) => changes.Apply(
            Actor.System("test"),
            async change =>
            {
                change.Db.Add(RegionRow.Of(new(code, null, new("乡", null), RegionLevel.Town, IsDemo: true)));
                await change.Db.SaveChangesAsync(Stop);
                change.Db.Add(RegionRow.Of(new(code + "0", null, new("村", null), RegionLevel.Town, IsDemo: true)));
                change.Record("", $"region/{code}", "region.added", new { code });
                return isRefused ? throw new RefusedException(PlatformFindings.DiskFull()) : 0;
            },
            Stop);

        var kept = Add("x1", isRefused: false);
        Assert.True(kept.IsCompletedSuccessfully);
        var refused = Add("x2", isRefused: true);
        Assert.True(refused.IsFaulted);
        await Assert.ThrowsAsync<RefusedException>(() => refused);
        Assert.Equal(["x1", "x10"], await db.Set<RegionRow>().AsNoTracking().Select(row => row.Code).OrderBy(code => code).ToListAsync(Stop));
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Two_questions_over_one_connection_do_not_meet(StoreEngine engine)
    {
        await using var store = await TestStore.Create(engine);
        await using var scope = store.Scope();
        var regions = scope.ServiceProvider.GetRequiredService<IRegions>();

        // As a layout and its page do: the second is asked before anybody waited for the first.
        var asked = Enumerable.Range(0, 20).Select(_ => regions.All(Stop)).ToList();

        Assert.All(await Task.WhenAll(asked), found => Assert.Empty(found));
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Who_has_left_is_not_answered_and_a_wrong_question_fails(StoreEngine engine)
    {
        await using var store = await TestStore.Create(engine);
        await using var scope = store.Scope();
        var db = scope.ServiceProvider.GetRequiredService<GreenprintDb>();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => db.Set<RegionRow>().ToListAsync(new CancellationToken(canceled: true)));
        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => db.Database.ExecuteSqlRawAsync("SELECT nothing FROM nowhere", Stop));
        Assert.Empty(await db.Set<RegionRow>().ToListAsync(Stop));
    }
}

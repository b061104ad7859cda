using Greenprint.Planning.AsOf;
using Greenprint.Planning.Duties;
using Greenprint.Planning.Tests.Adjusting;
using Greenprint.Planning.Tests.YearTasks;
using Greenprint.Platform;
using Greenprint.Testing;
using Greenprint.Ui.AsOf;
using Microsoft.Extensions.DependencyInjection;
using static Greenprint.Planning.Tests.Packs.Some;

namespace Greenprint.Planning.Tests.AsOf;

/// <summary>Tables of an earlier day beside now.</summary>
public sealed class AsOfTests
{
    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Targets_of_a_day_are_those_whose_document_is_not_later(StoreEngine engine)
    {
        await using var store = await AdjustmentStore.Prepared(engine);
        store.Clock.Set(new(2027, 9, 1));
        await Revise(store, 95.8m, new(2027, 3, 1));
        await Revise(store, 95.5m, new(2027, 6, 1));

        Assert.Equal((96m, 95.5m, 3), await Of(new(2027, 2, 28)));
        Assert.Equal((95.8m, 95.5m, 3), await Of(new(2027, 3, 1)));
        Assert.Equal((95.8m, 95.5m, 3), await Of(new(2027, 5, 31)));
        Assert.Equal((95.5m, 95.5m, 3), await Of(new(2027, 6, 1)));
        Assert.Equal((95.5m, 95.5m, 3), await Of(null));
        Assert.Equal([new(2027, 6, 1), new(2027, 3, 1)], (await store.In(services => services.GetRequiredService<TargetTables>().Find("xian-15", new(), Stop)))!.Days);

        async Task<(decimal, decimal, int)> Of(DateOnly? day)
        {
            var table = await store.In(services => services.GetRequiredService<TargetTables>().Find("xian-15", new() { AsOf = day }, Stop));
            var line = table!.Lines.Single(one => one.Indicator.Code == "good");
            Assert.Equal(line.Then.Target != line.Now.Target, line.IsChanged);
            return (line.Then.Target.Value!.Value, line.Now.Target.Value!.Value, line.Count);
        }
    }

    [Fact]
    public async Task Revisions_and_requests_cost_no_more_queries()
    {
        await using var store = await AdjustmentStore.Prepared(StoreEngine.Sqlite);
        store.Clock.Set(new(2027, 9, 1));
        using var commands = new CommandCount(store);
        var (table, list) = (await Table(), await List());
        for (var i = 1; i <= 6; i++)
        {
            await Revise(store, 95.9m - (i / 100m), new(2027, i, 1));
            await store.Proposed(new(AdjustmentSubjectKind.Target, "own"), new("监测方法更新。", 1)
            {
                Target = new(new Target(TargetKind.AtLeast, 2030, 79 - i, null, new(FormattableString.Invariant($"≥{79 - i}"))), []),
            });
        }

        Assert.Equal((table, list), (await Table(), await List()));

        Task<int> Table() => Counted(services => services.GetRequiredService<TargetTables>().Find("xian-15", new() { AsOf = new(2027, 2, 1) }, Stop));
        Task<int> List() => Counted(services => services.GetRequiredService<IAdjustments>().OfAsOf("xian-15", new(2027, 9, 1), Stop));

        async Task<int> Counted<T>(Func<IServiceProvider, Task<T>> read)
        {
            commands.Take();
            await store.In(read);
            return commands.Take();
        }
    }

    [Fact]
    public void No_day_a_day_to_come_and_a_day_that_is_none()
    {
        var today = new DateOnly(2027, 3, 1);

        Assert.Null(AsOfDay.Of(null, today));
        Assert.Null(AsOfDay.Of("2027-02-30", today));
        Assert.Null(AsOfDay.Of("1/2/2027", today));
        Assert.Equal(today, AsOfDay.Of("2099-01-01", today));
        Assert.Equal(new(2027, 2, 28), AsOfDay.Of("2027-02-28", today));
    }

    [Fact]
    public void Every_line_of_then_and_of_now_stands_once_in_the_comparison_and_key_tasks_stay_together()
    {
        var rows = Gen.Select(Gen.Int[0, 9], Gen.Int[0, 2]).Array[0, 8].Select(found => found.DistinctBy(one => one.Item1).OrderBy(one => one.Item2).Select(Row).ToList());
        Gen.Select(rows, rows).Sample(
            (then, now) =>
            {
                // A task stays under its key task.
                now = [.. now.Select(row => then.FirstOrDefault(one => one.Key == row.Key) is { } same ? row with { KeyTask = same.KeyTask } : row)];
                // A filter shows some lines of each day; what it leaves out is neither gone nor new.
                var (shownThen, shownNow) = (then.Where((_, i) => i % 3 != 0).ToList(), now.Where((_, i) => i % 2 == 0).ToList());
                var pairs = DutyList.Since(shownThen, shownNow, then, now);
                Assert.Equal(shownThen.Select(row => row.Key).Order(), pairs.Where(pair => pair.Then is not null).Select(pair => pair.Then!.Key).Order());
                Assert.Equal(shownThen.Select(row => row.Key).Except(now.Select(row => row.Key)).Order(), pairs.Where(pair => pair.Now is null).Select(pair => pair.Then!.Key).Order());
                Assert.Equal(shownNow.Select(row => row.Key).Except(then.Select(row => row.Key)).Order(), pairs.Where(pair => pair.Then is null).Select(pair => pair.Now!.Key).Order());
                Assert.All(pairs, pair => Assert.True(pair.Then is null || pair.Now is null || pair.Then.Key == pair.Now.Key));
                var groups = pairs.Select(pair => pair.Any.KeyTask?.Code).ToList();
                Assert.Equal(groups.Distinct().Count(), groups.Where((code, i) => i == 0 || groups[i - 1] != code).Count());
            },
            iter: Laws.Tries(300));

        static DutyRow Row((int Key, int Group) one) => new(
            new KeyTaskView(FormattableString.Invariant($"t{one.Group}"), "", new("任务"), new("正文"), null, null), new("措施"), null, new("甲"), new(""), new("年底"), null, null)
        {
            Key = FormattableString.Invariant($"task/{one.Key}"),
        };
    }

    private static async Task Revise(TestStore store, decimal value, DateOnly on) => Assert.Null(await store.As("wang", (services, change) => services.GetRequiredService<ITargets>().Revise(
        change, "xian-15", "good", new(AdjustmentStore.Days(value).Target!.Target, "甲府〔2027〕号", on, "调整"), Stop)));
}

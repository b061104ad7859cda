using Greenprint.Planning.Tests.Packs;
using Greenprint.Platform;
using Greenprint.Testing;
using Microsoft.Extensions.DependencyInjection;
using static Greenprint.Planning.Tests.Packs.Some;

namespace Greenprint.Planning.Tests.YearTasks;

/// <summary>A plan with two towns and three units, and year tasks to be set in it.</summary>
internal static class TaskStore
{
    public static Region East { get; } = new("990101100", "990101", ("东镇", "East Town"), RegionLevel.Town, IsDemo: true);

    public static Region West { get; } = new("990101101", "990101", ("西镇", "West Town"), RegionLevel.Town, IsDemo: true);

    public static Organization Housing { get; } = new("jia/housing", "990101", ("住房城乡建设部门", "Housing"));

    public static Organization Dissolved { get; } = new("jia/old", "990101", ("原环保所", "Old office"), Closed: new DateOnly(2026, 6, 30));

    public static Organization EastOffice { get; } = new("jia/east", East.Code, ("东镇人民政府", "East Town Government"));

    public static Organization EastTown { get; } = new("jia/east-town", East.Code, ("东镇政府", "Government of East Town"), Kind: OrgLevel.Town);

    public static YearTaskSource KeyTask { get; } = new(YearTaskSourceKind.KeyTask, "t1");

    public static PlanPack Towns(string id = "jia-15", PlanStatus status = PlanStatus.InForce) => Pack(id, status) with
    {
        Regions = [County, East, West],
        Units = [Bureau, Housing, Dissolved, EastOffice],
    };

    public static YearTaskContent NewSewers(int year = 2026) => new(year, KeyTask, ("新建污水管网", "Build sewers"), new(year, 11, 30), Housing.Id)
    {
        Quantity = 320,
        Unit = "公里",
        Support = [Bureau.Id],
        Criterion = ("通水验收合格", "Accepted and in use"),
        Evidence = EvidenceClass.Official,
        Effects = [new("air-pm25", EffectDirection.Lowers, 0.2m)],
    };

    public static async Task<TestStore> Prepared(StoreEngine engine, params PlanPack[] packs)
    {
        var store = await Store(engine);
        foreach (var pack in packs is [] ? [Towns()] : packs)
        {
            Assert.Equal(PlanImportOutcome.Stored, (await store.Import(pack)).Outcome);
        }

        return store;
    }

    public static Task<YearTaskSaving> Add(this TestStore store, YearTaskContent content, string plan = "jia-15", string? why = null) =>
        store.Within((services, change) => services.GetRequiredService<IYearTasks>().Add(change, plan, content, why, Stop));

    public static async Task<YearTask> Added(this TestStore store, YearTaskContent content, string plan = "jia-15")
    {
        var saving = await store.Add(content, plan);
        Assert.Empty(saving.Findings);
        return saving.Task!;
    }

    public static Task<YearTaskSaving> Revise(this TestStore store, YearTask task, YearTaskContent content, string why = "调整", int? seen = null) =>
        store.Within((services, change) => services.GetRequiredService<IYearTasks>().Revise(change, task.Id, content, why, seen, Stop), "李编辑");

    public static Task<YearTaskSaving> Cancel(this TestStore store, YearTask task, bool cancel = true, string why = "并入其他任务") =>
        store.Within((services, change) => services.GetRequiredService<IYearTasks>().Cancel(change, task.Id, cancel, why, null, Stop));

    public static Task<IReadOnlyList<YearTask>> Tasks(this TestStore store, string plan = "jia-15", int? year = null) =>
        store.In(services => services.GetRequiredService<IYearTasks>().Of(plan, year, Stop));

    public static Task<IReadOnlyList<YearTask>> TasksAsOf(this TestStore store, DateOnly day, string plan = "jia-15") =>
        store.In(services => services.GetRequiredService<IYearTasks>().OfAsOf(plan, null, day, Stop));

    public static Task<IReadOnlyList<YearTask>> Revisions(this TestStore store, string id) =>
        store.In(services => services.GetRequiredService<IYearTasks>().Revisions(id, Stop));
}

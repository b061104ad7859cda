using System.Globalization;
using Greenprint.Planning.Tests.Packs;
using Greenprint.Planning.Tests.YearTasks;
using Greenprint.Platform;
using Greenprint.Testing;
using Microsoft.Extensions.DependencyInjection;
using static Greenprint.Planning.Tests.Packs.Some;

namespace Greenprint.Planning.Tests.Office;

/// <summary>A plan of sixty indicators, four hundred tasks in five years and forty units: its pages ask the database as often as those of a small one.</summary>
public sealed class LedgerSizeTests
{
    private const string Plan = "/office/plans/taishan-15";

    private static readonly string Browsed = $"{Plan}/browse?group=air&indicator=i1&keytask={TaskStore.KeyTask.Code}&task=2026-01";

    private static readonly string[] Pages =
    [
        Plan, Plan + "/tasks?year=2026", Plan + "/tasks?year=all", Plan + "/duties?year=2026", Plan + "/duties.xlsx?year=2026", Plan + "/duties.docx", Plan + "/plan.xlsx", Plan + "/tasks/2026-01", Plan + "/workbook",
        Plan + "/health", Plan + "/health.xlsx", Plan + "/gantt?year=all", Plan + "/browse", Browsed, Plan + "/targets", Plan + "/targets?asOf=2026-01-01", Plan + "/adjustments", Plan + "/adjustments/A2026-01",
        Plan + "/tasks.xlsx?year=all&sort=-due", Plan + "/tasks?year=2026&asOf=2026-03-01", Plan + "/gantt?year=all&asOf=2026-03-01", Browsed + "&asOf=2026-03-01", Plan + "/adjustments.csv", Plan + "/targets.csv",
        Plan + "/key-tasks.csv", Plan + "/duties.csv?year=2026&asOf=2026-03-01", Plan + "/health?sort=unit",
    ];

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task T18_the_pages_of_a_plan_take_the_same_queries_with_10_tasks_and_with_400(StoreEngine engine)
    {
        await using var site = await OfficeSite.Open(engine);
        var units = Enumerable.Range(1, 40).Select(i => new Organization($"taishan/u{i}", OfficeSite.Taishan, ($"单位{i}", $"Unit {i}"))).ToList();
        var pack = Pack("taishan-15", PlanStatus.InForce, [.. Enumerable.Range(1, 60).Select(i => Pm25() with { Code = $"i{i}", Name = ($"指标{i}", $"Indicator {i}"), Lead = units[i % 40].Id, Support = [] })]) with
        {
            Region = OfficeSite.Taishan,
            Demo = false,
            Units = [.. units, Bureau],
        };
        Assert.Equal(PlanImportOutcome.Stored, (await site.Store.Import(pack)).Outcome);
        var editor = await site.SignedIn("wang", Role.Editor, OfficeSite.Taishan);
        using var commands = new CommandCount(site.Store);

        await Filled(site.Store, units, 2);
        await Asking(site.Store, 1);
        await Asked(editor, commands);   // what is read once and kept is kept
        var few = await Asked(editor, commands);
        await Filled(site.Store, units, 80);
        await Asking(site.Store, 40);
        var many = await Asked(editor, commands);

        Assert.Equal(few, many);

        // An earlier day is read beside now: twice the plan.
        Assert.All(Pages.Zip(many), one => Assert.InRange(one.Second, 1, one.First.Contains("asOf", StringComparison.Ordinal) ? 50 : 40));
        Assert.Equal(400, (await site.Store.Tasks("taishan-15")).Count);
        foreach (var (page, said) in new[] { ("/tasks?year=2026", "任务79"), ("/gantt?year=all", "任务79"), ("/health", "任务79"), ("/adjustments", "任务39"), (Browsed[Plan.Length..], "任务79"), ("/targets", "指标60") })
        {
            Assert.Contains(said, (await editor.Get(Plan + page)).Text, StringComparison.Ordinal);
        }
    }

    private static async Task<IReadOnlyList<int>> Asked(Browser editor, CommandCount commands)
    {
        List<int> counts = [];
        foreach (var page in Pages)
        {
            commands.Take();
            Assert.Equal(200, (await editor.Get(page)).Status);
            counts.Add(commands.Take());
        }

        return counts;
    }

    // As many tasks a year; those that are there stay.
    private static async Task Filled(TestStore store, List<Organization> units, int each)
    {
        var entries = Enumerable.Range(2026, 5).SelectMany(year => Enumerable.Range(0, each).Select(i => new YearTaskEntry(
            string.Create(CultureInfo.InvariantCulture, $"{year}-{i + 1:00}"),
            new YearTaskContent(year, TaskStore.KeyTask, ($"任务{i}", $"Task {i}"), new DateOnly(year, 11, 30), units[i % 40].Id)
            {
                Quantity = i,
                Unit = "公里",
                Support = [units[(i + 1) % 40].Id, units[(i + 2) % 40].Id],
                Effects = [new($"i{(i % 60) + 1}", EffectDirection.Lowers, 0.1m)],
                DependsOn = i == 0 ? [] : [string.Create(CultureInfo.InvariantCulture, $"{year}-{i:00}")],
            })));
        Assert.Empty(await store.Within((services, change) => services.GetRequiredService<IYearTasks>().TakeOver(change, "taishan-15", [.. entries], Stop)));
    }

    // As many requests to adjust a task of 2026; each task is asked for once.
    private static async Task Asking(TestStore store, int count)
    {
        var there = (await store.In(services => services.GetRequiredService<IAdjustments>().Of("taishan-15", Stop))).Count;
        foreach (var task in (await store.Tasks("taishan-15")).Where(task => task.Content.Year == 2026).Take(count).Skip(there))
        {
            Assert.Empty((await store.Within((services, change) => services.GetRequiredService<IAdjustments>().Propose(
                change, "taishan-15", new(AdjustmentSubjectKind.YearTask, task.Code), new("工期有变。", 1) { Task = task.Content with { Quantity = 500 } }, Stop))).Findings);
        }
    }
}

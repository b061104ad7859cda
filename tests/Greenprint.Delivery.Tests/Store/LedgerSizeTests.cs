using System.Globalization;
using Greenprint.Delivery.Cycles;
using Greenprint.Delivery.Dispatch;
using Greenprint.Delivery.Inbox;
using Greenprint.Delivery.Lists;
using Greenprint.Delivery.Reports;
using Greenprint.Planning;
using Greenprint.Platform;
using Greenprint.Quantities;
using Greenprint.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Greenprint.Delivery.Tests.Store;

/// <summary>A plan of sixty indicators, four hundred tasks in five years and forty units: its lists ask the database as often as those of a small one.</summary>
public sealed class LedgerSizeTests
{
    private const string Plan = "jia-15";

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task T18_the_matrix_the_inboxes_the_progress_the_standings_and_the_health_take_the_same_queries_with_10_tasks_and_with_400(StoreEngine engine)
    {
        await using var county = await County.Open(engine);
        await county.Person("xu", new RoleIn(Role.Editor, County.Region));
        var tasks = await Filled(county);
        using var commands = new CommandCount(county.Store);

        await Cycle(county, Period.OfMonth(2026, 2), [.. tasks.Take(10)]);
        var few = await Asked(county, commands, [.. tasks.Take(10)]);
        await Cycle(county, Period.OfMonth(2026, 3), tasks);
        var many = await Asked(county, commands, tasks);

        Assert.Equal(few.Counts, many.Counts);
        Assert.All(many.Counts, count => Assert.InRange(count, 1, 25));
        Assert.True(many.Rows > 200, $"Only {many.Rows} rows were there to be listed.");
    }

    private static async Task<(int[] Counts, int Rows)> Asked(County county, CommandCount commands, IReadOnlyList<YearTask> tasks)
    {
        List<int> counts = [];
        async Task<T> Count<T>(Func<IServiceProvider, Task<T>> ask)
        {
            commands.Take();
            var answer = await county.In(ask);
            counts.Add(commands.Take());
            return answer;
        }

        var matrix = await Count(services => UnitMonths.Of(services.GetRequiredService<GreenprintDb>(), Plan, 2026, new DateOnly(2026, 3, 2), County.Stop));
        var mine = await Count(services => services.GetRequiredService<WorkLists>().ToReport(county["chen"], County.Stop));
        await Count(services => services.GetRequiredService<WorkLists>().ToRun(county["wang"], County.Stop));
        foreach (var day in new DateOnly?[] { null, new DateOnly(2026, 3, 1) })
        {
            await Count(services => services.GetRequiredService<ItemLists>().OfPlan(county["wang"], new() { Plan = Plan, AsOf = day }, County.Stop));
        }

        await Count(services => UnitMonths.AsOf(services.GetRequiredService<GreenprintDb>(), Plan, 2026, new DateOnly(2026, 3, 1), County.Stop));
        await Count(services => TaskProgress.OfAsOf(services.GetRequiredService<GreenprintDb>(), tasks, new DateOnly(2026, 3, 1), County.Stop));
        await Count(async services =>
        {
            var lines = await services.GetRequiredService<WorkLists>().ToCheck(county["zhao"], County.Stop);
            return await services.GetRequiredService<ReportDesk>().ToCheck([.. lines.Select(line => line.Row)], County.Stop);
        });
        await Count(services => TaskProgress.Of(services.GetRequiredService<GreenprintDb>(), tasks, new DateOnly(2026, 3, 2), County.Stop));
        await Count(async services =>
        {
            var standings = 0;
            foreach (var source in services.GetServices<ITaskStandings>())
            {
                standings += (await source.Of(tasks, County.Stop)).Count + (await source.CallsOf(tasks[0], County.Stop)).Count;
            }

            return standings;
        });
        await Count(async services =>
        {
            var plan = (await services.GetRequiredService<IPlans>().Find(Plan, County.Stop))!;
            List<HealthFinding> found = [];
            foreach (var check in services.GetServices<IHealthChecks>())
            {
                found.AddRange(await check.Check(
                    new(plan, tasks, new HashSet<string>(), new DateOnly(2026, 5, 2))
                    {
                        Units = new Dictionary<string, Organization>(),
                        Staff = Array.Empty<Post>().ToLookup(post => post.Unit, StringComparer.Ordinal),
                        Persons = new Dictionary<string, string>(),
                    },
                    County.Stop));
            }

            Assert.NotEmpty(found);
            return found.Count;
        });
        Assert.NotEmpty(matrix.Units);
        return ([.. counts], mine.Count);
    }

    // Sixty indicators, forty units, four hundred tasks of 2026: a cycle calls the tasks of its own year only.
    private static async Task<List<YearTask>> Filled(County county)
    {
        var units = Enumerable.Range(0, 40).Select(i => i == 0 ? new Organization(County.Water, County.Region, ("水利局", "Water")) : new Organization($"jia/u{i}", County.Region, ($"单位{i}", $"Unit {i}"))).ToList();
        var pack = new PlanPack
        {
            Format = PlanPack.CurrentFormat,
            Id = Plan,
            Region = County.Region,
            Title = ("甲县规划", "Plan of Jia"),
            Start = 2026,
            End = 2030,
            Demo = true,
            Units = [.. units.Skip(1)],
            Groups = [new("g", ("环境", "Environment"))],
            Clauses = [new("c1", 1, "第一章", ("任务", "Tasks"), [])],
            KeyTasks = [new("t1", "1.", ("治水", "Water"), ("正文", "text"), "c1", County.Water)],
            Indicators =
            [
                .. Enumerable.Range(1, 60).Select(i => new PackIndicator
                {
                    Code = $"i{i}",
                    Name = ($"指标{i}", $"Indicator {i}"),
                    Group = "g",
                    Unit = "%",
                    Decimals = 1,
                    Deciding = ValueOrigin.Reported,
                    Baseline = new PackBaseline(2025, 50),
                    Target = new PackTarget(TargetKind.AtLeast, 2030, 60),
                    Steps = [.. Enumerable.Range(2026, 5).Select(year => new AnnualTarget(year, 50 + (2 * (year - 2025))))],
                }),
            ],
        };
        var entries = Enumerable.Range(0, 400).Select(i => new YearTaskEntry(
            string.Create(CultureInfo.InvariantCulture, $"2026-{i + 1:00}"),
            new YearTaskContent(2026, new(YearTaskSourceKind.KeyTask, "t1"), ($"任务{i}", $"task {i}"), new DateOnly(2026, 12, 20), i % 2 == 0 ? County.Water : units[i % 40].Id)
            {
                Support = [units[(i + 1) % 40].Id == (i % 2 == 0 ? County.Water : units[i % 40].Id) ? units[(i + 2) % 40].Id : units[(i + 1) % 40].Id],
                Effects = [new($"i{(i % 60) + 1}", EffectDirection.Raises, 0.1m)],
            })).ToList();
        var done = await county.Store.In(services => services.GetRequiredService<IChanges>().Apply(
            Actor.System("test"),
            async change =>
            {
                var imported = await services.GetRequiredService<IPlanPacks>().Import(change, pack, County.Stop);
                await change.Db.SaveChangesAsync(County.Stop);
                return (imported, Faults: await services.GetRequiredService<IYearTasks>().TakeOver(change, Plan, entries, County.Stop));
            },
            County.Stop));
        Assert.Empty(done.imported.Findings);
        Assert.Empty(done.Faults);
        return [.. await county.In(services => services.GetRequiredService<IYearTasks>().Of(Plan, null, County.Stop))];
    }

    // Opened, reviewed by another, issued, signed for by the water unit, each in one go; the first two are reported as well.
    private static async Task Cycle(County county, Period period, IReadOnlyList<YearTask> tasks)
    {
        var (cycle, refusal) = await county.In(services =>
        {
            var desk = services.GetRequiredService<CycleDesk>();
            var (window, signBy, _) = desk.Propose(period);
            return desk.Open(county["wang"], new(Plan, period, window with { Opens = new DateOnly(2026, 3, 1) }, signBy, [.. tasks.Select(task => task.Id)]), County.Stop);
        });
        Assert.Null(refusal);
        await All(cycle!, "xu", DispatchAct.Review, _ => true);
        await All(cycle!, "wang", DispatchAct.Issue, _ => true);
        await All(cycle!, "chen", DispatchAct.Sign, row => row.Unit == County.Water);
        var view = await county.In(services => services.GetRequiredService<CycleDesk>().Find(county["wang"], cycle!, County.Stop));
        foreach (var item in view!.Items.Where(item => item.Row.Unit == County.Water).Take(2))
        {
            Assert.Empty(await county.In(services => services.GetRequiredService<ReportDesk>().Submit(county["chen"], item.Row.Id, item.Item.Version, new("", "进展", "", "", false), County.Stop)));
        }

        async Task All(string id, string who, DispatchAct act, Func<ItemRow, bool> which)
        {
            var items = (await county.In(services => services.GetRequiredService<CycleDesk>().Find(county["wang"], id, County.Stop)))!.Items.Where(item => which(item.Row)).ToList();
            var result = await county.In(services => services.GetRequiredService<DispatchDesk>().Do(
                county[who], [.. items.Select(item => (item.Row.Id, new ActOrder(act, item.Item.Version)))], County.Stop));
            Assert.Empty(result.Refused);
        }
    }
}

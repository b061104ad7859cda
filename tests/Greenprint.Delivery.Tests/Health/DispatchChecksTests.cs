using System.Globalization;
using Greenprint.Delivery.Cycles;
using Greenprint.Delivery.Dispatch;
using Greenprint.Delivery.Health;
using Greenprint.Delivery.Tests.Store;
using Greenprint.Planning;
using Greenprint.Platform;
using Greenprint.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Greenprint.Delivery.Tests.Health;

/// <summary>The dispatch read from the store when a plan is examined.</summary>
public sealed class DispatchChecksTests
{
    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task The_items_of_the_plan_are_examined_in_a_fixed_number_of_queries(StoreEngine engine)
    {
        await using var county = await County.Open(engine);
        await WithCycle(county, 1);
        using var commands = new CommandCount(county.Store);
        await Check(county);
        var few = commands.Take();

        await Issued(county, 2, 40);
        commands.Take();
        var found = await Check(county);

        Assert.Equal(few, commands.Take());
        if (engine == StoreEngine.Sqlite)
        {
            Assert.Equal(6, few);
        }

        Assert.Equal(40, found.Count(one => one.Rule == DispatchHealth.ReportLate));
        Assert.DoesNotContain(found, one => one.Rule == DispatchHealth.Silent);
    }

    private static Task<IReadOnlyList<HealthFinding>> Check(County county) => county.In(services => services.GetServices<IHealthChecks>().OfType<DispatchChecks>().Single().Check(
        new(new(new("jia-15", County.Region, ("甲县规划", "Plan of Jia"), 2026, 2030, PlanStatus.InForce, true), [], [], [], [], [], []), [], new HashSet<string>(), new(2026, 4, 20))
        {
            Units = new Dictionary<string, Organization>(),
            Staff = Array.Empty<Post>().ToLookup(post => post.Unit),
            Persons = new Dictionary<string, string>(),
        },
        County.Stop));

    private static async Task WithCycle(County county, int count)
    {
        await county.Store.Change(change =>
        {
            change.Db.Add(new CycleRow
            {
                Id = "c3",
                Region = County.Region,
                Plan = "jia-15",
                Kind = CycleKind.Monthly,
                Period = "2026-03",
                Opens = new(2026, 3, 25),
                Due = new(2026, 4, 8),
                Locks = new(2026, 4, 22),
                SignBy = new(2026, 3, 30),
                OpenedAt = change.At,
                OpenedBy = "wang",
            });
            change.Record(County.Region, "cycle/c3", "cycle.opened", new { });
            return Task.FromResult(0);
        });
        await Issued(county, 1, count);
    }

    private static Task Issued(County county, int from, int to) => county.Store.Change(change =>
    {
        for (var i = from; i <= to; i++)
        {
            var id = string.Create(CultureInfo.InvariantCulture, $"i{i}");
            change.Db.Add(new ItemRow
            {
                Id = id,
                Key = id,
                Region = County.Region,
                Plan = "jia-15",
                Cycle = "c3",
                Subject = $"jia-15/{id}",
                TitleZh = "任务",
                Unit = County.Water,
                Person = "chen",
                Due = new(2026, 4, 8),
                Stage = DispatchStage.InHand,
                Ending = DispatchEnding.None,
                Version = 1,
            });
        }

        change.Record(County.Region, "cycle/c3", "cycle.opened", new { });
        return Task.FromResult(0);
    });
}

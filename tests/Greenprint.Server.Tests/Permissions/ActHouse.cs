using System.Security.Claims;
using Greenprint.Delivery;
using Greenprint.Delivery.Cycles;
using Greenprint.Delivery.Dispatch;
using Greenprint.Delivery.Reports;
using Greenprint.Planning;
using Greenprint.Planning.Adjusting;
using Greenprint.Platform;
using Greenprint.Quantities;
using Greenprint.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Greenprint.Server.Tests.Permissions;

/// <summary>Something that is done to a thing: how that is made ready, and how somebody tries it. True when it was done.</summary>
internal sealed record ActVerb(Func<ActHouse, Task<string>> Prepare, Func<ActHouse, ClaimsPrincipal, string, Task<bool>> Try);

/// <summary>A small county with its neighbour and the prefecture above, one person of each kind, a plan in force and the real desks.</summary>
internal sealed class ActHouse : IAsyncDisposable
{
    private const string Plan = "lanwan-15", County = "990121", Water = "lanwan/water", Task1 = "2026-01";

    private static readonly DateOnly Today = new(2026, 3, 2);
    private static readonly AdjustmentSubject Good = new(AdjustmentSubjectKind.Target, "good");

    /// <summary>The acts that desks take, by the name that <c>acts.csv</c> gives them.</summary>
    public static IReadOnlyDictionary<string, ActVerb> Verbs { get; } = new Dictionary<string, ActVerb>
    {
        ["item.review"] = OnItem(0, DispatchAct.Review),
        ["item.issue"] = OnItem(1, DispatchAct.Issue),
        ["item.sign"] = OnItem(2, DispatchAct.Sign),
        ["item.report"] = new(house => house.ItemAt(3), (house, user, id) => house.Report(user, id)),
        ["item.check"] = OnItem(4, DispatchAct.Check),
        ["item.return"] = OnItem(4, DispatchAct.Return),
        ["item.close"] = OnItem(5, DispatchAct.Close),
        ["item.urge"] = OnItem(3, DispatchAct.Urge),
        ["item.hand-over"] = OnItem(3, DispatchAct.HandOver),
        ["item.grant-extension"] = new(
            async house =>
            {
                var id = await house.ItemAt(3);
                Assert.True(await house.Do(house["reporter"], id, DispatchAct.AskExtension));
                return id;
            },
            (house, user, id) => house.Do(user, id, DispatchAct.GrantExtension)),
        ["item.accept-strike-off"] = new(
            async house =>
            {
                var id = await house.ItemAt(6);
                Assert.True(await house.Do(house["reporter"], id, DispatchAct.AskStrikeOff));
                return id;
            },
            (house, user, id) => house.Do(user, id, DispatchAct.AcceptStrikeOff)),
        ["cycle.open"] = new(_ => Task.FromResult(""), async (house, user, _) => await house.OpenCycle(user) is not null),
        ["cycle.close"] = new(
            async house => (await house.OpenCycle(house["editor"]))!,
            (house, user, cycle) => house.In(async services => await services.GetRequiredService<CycleDesk>().Close(user, cycle, close: true, why: null, Stop) is null)),
        ["adjustment.propose"] = new(_ => Task.FromResult(""), async (house, user, _) => await house.Propose(user) is not null),
        ["adjustment.submit"] = Adjustment(0, AdjustmentAct.Submit),
        ["adjustment.ask-opinions"] = Adjustment(1, AdjustmentAct.AskOpinions),
        ["adjustment.give-opinion"] = Adjustment(2, AdjustmentAct.GiveOpinion),
        ["adjustment.return"] = Adjustment(3, AdjustmentAct.Return),
        ["adjustment.refuse"] = Adjustment(3, AdjustmentAct.Refuse),
        ["adjustment.approve"] = Adjustment(3, AdjustmentAct.Approve),
        ["adjustment.publish"] = Adjustment(4, AdjustmentAct.Publish),
    };

    private readonly Dictionary<string, ClaimsPrincipal> people = [];
    private readonly TestStore store;
    private int made;
    private int cycles;

    private ActHouse(TestStore store) => this.store = store;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public ClaimsPrincipal this[string person] => people[person];

    public static async Task<ActHouse> Open()
    {
        var store = await TestStore.Create(StoreEngine.Sqlite, builder => builder.AddPlanning().AddDelivery(), StoreKind.Demo, Today);
        var house = new ActHouse(store);
        await house.Change(async (services, change) =>
        {
            var regions = services.GetRequiredService<IRegions>();
            await regions.Add(
                change,
                [
                    new Region("990100", null, ("沧屿市", "Cangyu"), RegionLevel.Prefecture, true), new Region(County, "990100", ("岚湾县", "Lanwan"), RegionLevel.County, true),
                    new Region("990122", "990100", ("溪源县", "Xiyuan"), RegionLevel.County, true),
                ],
                Stop);
            await change.Db.SaveChangesAsync(Stop);
            await regions.Add(change, [new Organization(Water, County, ("水利局", "Water")), new Organization("lanwan/agriculture", County, ("农业农村局", "Farming")), new Organization("xiyuan/forestry", "990122", ("林业局", "Forestry"))], Stop);
            await change.Db.SaveChangesAsync(Stop);
            Assert.Empty((await services.GetRequiredService<IPlanPacks>().Import(change, Pack(), Stop)).Findings);
            await change.Db.SaveChangesAsync(Stop);
            Assert.Empty(await services.GetRequiredService<IYearTasks>().TakeOver(
                change, Plan, [new(Task1, new(2026, new(YearTaskSourceKind.KeyTask, "t1"), ("清淤", "Dredge"), new DateOnly(2026, 12, 20), Water))], Stop));
            return 0;
        });
        foreach (var (name, role) in SampleHost.People)
        {
            var id = await house.In(services => services.GetRequiredService<IPeople>().CreateDemoPerson(name, name, "heron-over-the-mudflat-4", [role], Stop));
            house.people[name] = new ClaimsPrincipal(new ClaimsIdentity([new(ClaimTypes.NameIdentifier, id)], "test"));
        }

        return house;
    }

    public Task<T> In<T>(Func<IServiceProvider, Task<T>> work) => store.In(work);

    public ValueTask DisposeAsync() => store.DisposeAsync();

    /// <summary>An item of the water unit that has gone so many steps.</summary>
    public async Task<string> ItemAt(int steps)
    {
        made++;
        var id = await Change((services, change) => services.GetRequiredService<IWorkOrders>().Open(
            change, new WorkOrder($"warning/{made}", County, Water, $"indicator/{Plan}/good", ("排查原因", "Find the cause"), ("均值超标", "The mean is above"), new DateOnly(2026, 4, 9)) { IsStruckOff = true }, Stop));
        Func<Task<bool>>[] way =
        [
            () => Do(this["editor"], id, DispatchAct.Review), () => Do(this["editor"], id, DispatchAct.Issue), () => Do(this["reporter"], id, DispatchAct.Sign),
            () => Report(this["reporter"], id), () => Do(this["reviewer"], id, DispatchAct.Check), () => Do(this["editor"], id, DispatchAct.Close),
        ];
        foreach (var step in way.Take(steps))
        {
            Assert.True(await step());
        }

        return id;
    }

    public Task<bool> Do(ClaimsPrincipal user, string id, DispatchAct act) => In(async services => await services.GetRequiredService<DispatchDesk>().Do(
        user,
        id,
        new ActOrder(act, await Seen(services, id)) { Why = "说明", Day = act is DispatchAct.AskExtension or DispatchAct.GrantExtension ? new DateOnly(2026, 4, 20) : null, Unit = act == DispatchAct.HandOver ? "lanwan/agriculture" : null },
        Stop) is null);

    public Task<bool> Report(ClaimsPrincipal user, string id) => In(async services =>
        (await services.GetRequiredService<ReportDesk>().Submit(user, id, await Seen(services, id), new("", "已完成", "", "", IsDone: false), Stop)).Count == 0);

    /// <summary>Opens the cycle of the next month; null when it was refused.</summary>
    public Task<string?> OpenCycle(ClaimsPrincipal user) => In(async services =>
    {
        var desk = services.GetRequiredService<CycleDesk>();
        var period = Period.OfMonth(2026, 1 + (cycles % 12));
        var (window, signBy, _) = desk.Propose(period);
        var (cycle, _) = await desk.Open(user, new(Plan, period, window, signBy, [$"{Plan}/{Task1}"]), Stop);
        cycles += cycle is null ? 0 : 1;
        return cycle;
    });

    private static ActVerb OnItem(int steps, DispatchAct act) => new(house => house.ItemAt(steps), (house, user, id) => house.Do(user, id, act));

    private static ActVerb Adjustment(int steps, AdjustmentAct act) => new(
        async house =>
        {
            var code = (await house.Propose(house["editor"]))!;
            (string Who, AdjustmentAct Act)[] way = [("editor", AdjustmentAct.Submit), ("editor", AdjustmentAct.AskOpinions), ("reporter", AdjustmentAct.GiveOpinion), ("leader", AdjustmentAct.Approve)];
            foreach (var (who, step) in way.Take(steps))
            {
                Assert.True(await house.Act(house[who], code, step));
            }

            return code;
        },
        (house, user, code) => house.Act(user, code, act));

    // A target a little lower than the one in force, whatever that is by now.
    private Task<string?> Propose(ClaimsPrincipal user) => In(async services =>
    {
        var now = (await services.GetRequiredService<ITargets>().Versions(Plan, Good.Code, Stop))[^1];
        var value = now.Target.Value!.Value - 0.1m;
        PlannedTarget asked = new(now.Target with { Value = value, Text = new(FormattableString.Invariant($"≥{value}")) }, now.Steps);
        return (await services.GetRequiredService<AdjustmentDesk>().Propose(user, Plan, Good, new("论证", now.Number) { Target = asked }, Stop)).Adjustment?.Code;
    });

    private Task<bool> Act(ClaimsPrincipal user, string code, AdjustmentAct act) => In(async services =>
    {
        var seen = (await services.GetRequiredService<IAdjustments>().Find(Plan, code, Stop))!.Version;
        var order = new AdjustmentOrder(act, seen)
        {
            Why = "说明",
            Units = act == AdjustmentAct.AskOpinions ? [Water] : [],
            Day = act == AdjustmentAct.AskOpinions ? Today.AddDays(7) : act == AdjustmentAct.Approve ? Today : null,
            Unit = act == AdjustmentAct.GiveOpinion ? Water : null,
            Opinion = act == AdjustmentAct.GiveOpinion ? OpinionKind.Agree : null,
            Document = act == AdjustmentAct.Approve ? "岚府〔2026〕3号" : null,
        };
        return (await services.GetRequiredService<AdjustmentDesk>().Do(user, Plan, code, order, Stop)).Count == 0;
    });

    private Task<T> Change<T>(Func<IServiceProvider, Change, Task<T>> work) => In(services => services.GetRequiredService<IChanges>().Apply(Actor.System("test"), change => work(services, change), Stop));

    private static async Task<int> Seen(IServiceProvider services, string id) => (await DispatchStore.Find(services.GetRequiredService<GreenprintDb>(), id, Stop))!.Item.Version;

    private static PlanPack Pack() => new()
    {
        Format = PlanPack.CurrentFormat,
        Id = Plan,
        Region = County,
        Title = ("岚湾县规划", "Plan of Lanwan"),
        Start = 2026,
        End = 2030,
        Demo = true,
        Clauses = [new("c1", 1, "第一章", ("任务", "Tasks"), [])],
        Groups = [new("water", ("水", "Water"))],
        KeyTasks = [new("t1", "1.", ("治水", "Water"), ("正文", "text"), "c1", Water)],
        Indicators =
        [
            new()
            {
                Code = Good.Code,
                Name = ("优良比例", "Good sections"),
                Group = "water",
                Unit = "%",
                Decimals = 1,
                Nature = IndicatorNature.Anticipatory,
                Lead = Water,
                Deciding = ValueOrigin.Reported,
                Baseline = new PackBaseline(2025, 60m),
                Target = new PackTarget(TargetKind.AtLeast, 2030, 90m),
            },
        ],
    };
}

using System.Security.Claims;
using Greenprint.Delivery.Dispatch;
using Greenprint.Delivery.Reports;
using Greenprint.Planning;
using Greenprint.Platform;
using Greenprint.Quantities;
using Greenprint.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Greenprint.Delivery.Tests.Store;

/// <summary>A store with a county, a prefecture above, three units, their people and one item of work; the clock stands on 2 March 2026.</summary>
internal sealed class County : IAsyncDisposable
{
    public const string Region = "990101";
    public const string Water = "jia/water";
    public const string Farming = "jia/farming";
    private readonly Dictionary<string, ClaimsPrincipal> people = [];

    private County(TestStore store) => Store = store;

    public TestStore Store { get; }

    public static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static async Task<County> Open(StoreEngine engine, Action<IServiceCollection>? more = null)
    {
        var store = await TestStore.Create(
            engine,
            builder =>
            {
                builder.AddPlanning().AddDelivery();
                more?.Invoke(builder.Services);
            },
            StoreKind.Demo,
            new DateOnly(2026, 3, 2));
        var county = new County(store);
        await store.In(services => services.GetRequiredService<IChanges>().Apply(
            Actor.System("test"),
            async change =>
            {
                var regions = services.GetRequiredService<IRegions>();
                await regions.Add(change, [new Region("990100", null, ("甲市", "Jia City"), RegionLevel.Prefecture, true), new Region(Region, "990100", ("甲县", "Jia"), RegionLevel.County, true)], Stop);
                await change.Db.SaveChangesAsync(Stop);
                await regions.Add(
                    change,
                    [
                        new Organization("jia/ecology", Region, ("生态环境局", "Ecology"), Kind: OrgLevel.Bureau),
                        new Organization(Water, Region, ("水利局", "Water")),
                        new Organization(Farming, Region, ("农业农村局", "Farming")),
                    ],
                    Stop);
                return 0;
            },
            Stop));
        await county.Person("wang", new RoleIn(Role.Editor, Region));
        await county.Person("zhao", new RoleIn(Role.Reviewer, Region));
        await county.Person("chen", new RoleIn(Role.Reporter, Region, Water));
        await county.Person("sun", new RoleIn(Role.Reporter, Region, Water));
        await county.Person("he", new RoleIn(Role.Reporter, Region, Farming));
        await county.Person("li", new RoleIn(Role.Leader, Region));
        return county;
    }

    public ClaimsPrincipal this[string name] => people[name];

    public string IdOf(string name) => people[name].FindFirst(ClaimTypes.NameIdentifier)!.Value;

    public async Task Person(string name, params RoleIn[] roles)
    {
        var id = await Store.In(services => services.GetRequiredService<IPeople>().CreateDemoPerson(name, name, "clear water 2030", roles, Stop));
        people[name] = new ClaimsPrincipal(new ClaimsIdentity([new(ClaimTypes.NameIdentifier, id)], "test"));
    }

    /// <summary>Gives somebody a post from 1 March 2026 on.</summary>
    public Task Appoint(string name, string unit, bool isDeputy = false) => Store.In(services => services.GetRequiredService<IChanges>().Apply(
        Actor.System("test"),
        change => services.GetRequiredService<IUnits>().Appoint(change, new NewPost(people[name].FindFirst(ClaimTypes.NameIdentifier)!.Value, unit, ("科员", "clerk"), isDeputy, new DateOnly(2026, 3, 1)), null, Stop),
        Stop));

    /// <summary>An item that another module opened.</summary>
    public Task<string> Order(string key = "warning/1", string unit = Water) => Store.In(services => services.GetRequiredService<IChanges>().Apply(
        Actor.System("warning"),
        change => services.GetRequiredService<IWorkOrders>().Open(
            change, new WorkOrder(key, Region, unit, "indicator/jia-15/air", ("排查超标原因", "Find the cause"), ("三月均值超标", "The mean of March is above"), new DateOnly(2026, 4, 9)) { IsStruckOff = true }, Stop),
        Stop));

    public Task<Finding?> Do(string who, string item, DispatchAct act, string? why = null, int? seen = null, DateOnly? day = null, string? unit = null, string? into = null, string? person = null) => Store.In(async services =>
    {
        var version = seen ?? (await DispatchStore.Find(services.GetRequiredService<GreenprintDb>(), item, Stop))!.Item.Version;
        return await services.GetRequiredService<DispatchDesk>().Do(this[who], item, new ActOrder(act, version) { Why = why, Day = day, Unit = unit, Into = into, Person = person }, Stop);
    });

    /// <summary>Hands in a report.</summary>
    public async Task Report(string who, string item, bool isDone = false, string quantity = "")
    {
        var seen = (await Stored(item)).Item.Version;
        Assert.Empty(await Store.In(services => services.GetRequiredService<ReportDesk>().Submit(this[who], item, seen, new(quantity, "进展", "", "", isDone), Stop)));
    }

    public Task<StoredItem> Stored(string id) => Store.In(async services => (await DispatchStore.Find(services.GetRequiredService<GreenprintDb>(), id, Stop))!);

    /// <summary>An item that the water unit has signed for.</summary>
    public async Task<string> InHand(string key = "warning/1")
    {
        var id = await Order(key);
        foreach (var (who, act) in new[] { ("wang", DispatchAct.Review), ("wang", DispatchAct.Issue), ("chen", DispatchAct.Sign) })
        {
            Assert.Null(await Do(who, id, act));
        }

        return id;
    }

    public Task<T> In<T>(Func<IServiceProvider, Task<T>> work) => Store.In(work);

    public ValueTask DisposeAsync() => Store.DisposeAsync();
}

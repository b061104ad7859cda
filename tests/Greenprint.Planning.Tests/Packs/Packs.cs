using Greenprint.Platform;
using Greenprint.Quantities;
using Greenprint.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Greenprint.Planning.Tests.Packs;

/// <summary>Packs for tests, and stores with the module in them.</summary>
internal static class Some
{
    public static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static Region County { get; } = new("990101", null, ("甲县", "Jia"), RegionLevel.County, IsDemo: true);

    public static Organization Bureau { get; } = new("jia/ecology", "990101", ("生态环境部门", "Ecology"));

    public static PlanPack Pack(string id = "jia-15", PlanStatus status = PlanStatus.InForce, params PackIndicator[] indicators) => new()
    {
        Format = PlanPack.CurrentFormat,
        Id = id,
        Region = County.Code,
        Title = ("甲县规划", "Plan of Jia"),
        Start = 2026,
        End = 2030,
        Status = status,
        Demo = true,
        Regions = [County],
        Units = [Bureau],
        Goals = [new(("目标文字", "a goal"), "c2")],
        Groups = [new("air", ("环境治理", "Environment"))],
        Clauses = [new("c1", 1, "第一章", ("现状", "State"), [("第一段", "one"), new Bilingual("第二段")], 3), new("c2", 1, "第二章", ("目标", "Goals"), [])],
        KeyTasks = [new("t1", "1.", ("大气", "Air"), ("正文", "text"), "c2", Bureau.Id) { Support = [Bureau.Id] }],
        Safeguards = [new("（一）", ("组织", "Organisation"), ("正文", "text"))],
        Indicators = indicators is [] ? [Pm25()] : indicators,
        Projects = [Sewers(), new("p2", new("监测能力建设"))],
        Measures =
        [
            new("m1", ("推进港口岸电使用。", "Use shore power.")) { KeyTask = "t1", ClauseId = "c2", Page = 4, Lead = [new("县交通局")], Support = [new(null, Bureau.Id)] },
        ],
    };

    public static ProjectView Sewers() => new("p1", ("管网工程", "Sewers"))
    {
        Number = "1",
        Category = ("水", "Water"),
        Content = ("建设管网30公里", "30 km of sewers"),
        Period = "2026—2028年",
        Start = 2026,
        End = 2028,
        Investment = new("约1.2亿元", 1.2m, "亿元"),
        Lead = [new("县生态环境局", Bureau.Id), new("县水利局")],
        Support = [new("各镇")],
        ClauseId = "c2",
        Page = 7,
    };

    public static PackIndicator Pm25() => new()
    {
        Code = "air-pm25",
        Name = ("细颗粒物", "PM2.5"),
        Group = "air",
        Unit = "µg/m³",
        Decimals = 1,
        Nature = IndicatorNature.Binding,
        KeyTasks = ["t1"],
        Lead = Bureau.Id,
        Support = [Bureau.Id],
        Deciding = ValueOrigin.Computed,
        Method = new MethodBinding("air-pm25-mean", new Dictionary<string, string> { ["city"] = "甲县" }),
        Baseline = new PackBaseline(2025, 22.5m),
        Target = new PackTarget(TargetKind.AtMost, 2030, 20),
        Steps = [new(2026, 22), new(2030, 20)],
        Definition = ("年平均", "annual mean"),
    };

    public static Task<TestStore> Store(StoreEngine engine) => TestStore.Create(engine, builder => builder.AddPlanning());

    public static Task<PlanImport> Import(this TestStore store, PlanPack pack) => store.In(services => services.GetRequiredService<IChanges>().Apply(
        Actor.System("test"), change => services.GetRequiredService<IPlanPacks>().Import(change, pack, Stop), Stop));

    public static Task<PlanView?> Plan(this TestStore store, string id) => store.In(services => services.GetRequiredService<IPlans>().Find(id, Stop));

    public static Task<T> Within<T>(this TestStore store, Func<IServiceProvider, Change, Task<T>> work, string name = "王编辑") => store.In(services =>
        services.GetRequiredService<IChanges>().Apply(new Actor("u1", name), change => work(services, change), Stop));
}

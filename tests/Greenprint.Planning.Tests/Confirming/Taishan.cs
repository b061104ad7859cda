using System.Security.Claims;
using Greenprint.Planning.Confirming;
using Greenprint.Planning.Drafts;
using Greenprint.Planning.Tests.Packs;
using Greenprint.PlanText;
using Greenprint.Platform;
using Greenprint.Quantities;
using Greenprint.Testing;
using Microsoft.Extensions.DependencyInjection;
using static Greenprint.Planning.Tests.Packs.Some;

namespace Greenprint.Planning.Tests.Confirming;

/// <summary>A small reading with every kind of item, and a draft of it with two editors and somebody who is none.</summary>
internal static class Taishan
{
    public const string Plan = "440781-2021";

    public static PlanReading Reading { get; } = new()
    {
        Title = "台山市生态环境保护“十四五”规划",
        Region = "台山市",
        Period = new(2021, 2025),
        Source = new("plan.pdf", "pdf", null, 1234, new string('a', 64)) { Pages = 9 },
        Outline =
        [
            new("c1", 1, "第一章", "目标", 1) { Line = 1 }, new("c2", 1, "第二章", "任务", 3) { Line = 1 }, new("c2.1", 2, "第一节", "大气", 3) { Line = 2 },
            new("c2.2", 2, "第二节", "水", 4) { Line = 9 }, new("c3", 1, "第三章", "保障", 8) { Line = 1 }, new("c3.1", 2, "第一节", "组织", 8) { Line = 2 },
        ],
        Clauses =
        [
            new("c1", [new("到2025年，生态环境持续改善。", 1, 4)]), new("c2.1", [new("第一段", 3, 5), new("开展油气回收治理（市生态环境局牵头）。", 3, 6)]), new("c3.1", [new("压实责任。", 8, 3)]),
        ],
        Goals = [new("生态环境持续改善", "c1")],
        KeyTasks = [new("第一节", "大气", "c2.1"), new("第二节", "水", "c2.2")],
        Safeguards = [new("第一节", "组织", "c3.1")],
        Indicators =
        [
            Row("1", "细颗粒物（PM2.5）年均浓度", "μg/m³", new(2020, "22.0", 22.0m), new(2025, "≤20.5", PrintedTargetKind.AtMost, 20.5m), "环境治理", 0.9m),
            Row("2", "单位GDP能源消耗降低", "%", null, new(2025, "〔14.5〕", PrintedTargetKind.Cumulative, 14.5m), "应对气候变化", 0.8m),
            Row("3", "森林覆盖率", "%", new(2020, "48.59", 48.59m), new(2025, "不降低", PrintedTargetKind.Keep, null), "生态保护", 0.5m),
            Row("4", "近岸海域水质优良比例", "%", new(2020, "88", 88m), new(2025, "完成省下达任务", PrintedTargetKind.AssignedBySuperior, null), "环境治理", 0.7m),
            Row("5", "某新指标", null, new(2020, "—", null), null, "环境治理", 0.3m),
        ],
        Responsibilities = [new("c2.1", ["市生态环境局"], ["市公安局"])],
        Measures = [new("开展油气回收治理（市生态环境局牵头）。", "c2.1", ["市生态环境局"], [], 0.85m)],
        Projects = [new("大气", "油气回收项目", "改造加油站20座", "2021-2023", new("1200万元", 1200m, "万元"), "市生态环境局", 5, "c2.1") { Quote = "油气回收项目", Confidence = 0.9m }],
        Warnings = [new("number-repaired", "编号已修正", "a number was repaired", 4, 9, "PLT-003")],
    };

    public static IndicatorItem Row(string no, string name, string? unit, PrintedValue? baseline, PrintedTarget? target, string category, decimal confidence) =>
        new(no, category, name, null, unit, baseline, target, [], PrintedNature.Binding, 2, $"{no} {name}", confidence, "c1");

    public static async Task<TestStore> Draft(StoreEngine engine, PlanReading? reading = null)
    {
        var store = await TestStore.Create(engine, builder => builder.AddPlanning(), StoreKind.Demo);
        await store.Within((services, change) => services.GetRequiredService<DraftImport>().Import(change, reading ?? Reading, new(), Stop));
        await store.Within(async (services, change) =>
        {
            await services.GetRequiredService<IRegions>().Add(change, [new Organization("taishan/ecology", "440781", ("市生态环境局", "Ecology"))], Stop);
            return 0;
        });
        return store;
    }

    /// <summary>Somebody with a role, as the pages know them.</summary>
    public static Task<ClaimsPrincipal> Person(this TestStore store, string name, Role role = Role.Editor, string region = "440781") => store.In(async services =>
    {
        await services.GetRequiredService<IPeople>().CreateDemoPerson(name, name, "clear water 2030", role, region, Stop);
        var made = (await services.GetRequiredService<IHistory>().Of("person/", Stop)).Last(entry => entry.Kind == "person.created");
        return new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, made.Subject["person/".Length..])], "test"));
    });

    public static Task<Finding?> Desk(this TestStore store, Func<ConfirmingDesk, Task<Finding?>> act) => store.In(services => act(services.GetRequiredService<ConfirmingDesk>()));

    public static async Task<ConfirmingView> View(this TestStore store, ClaimsPrincipal user, string plan = Plan, int? document = null) =>
        (await store.In(services => services.GetRequiredService<ConfirmingDesk>().Find(user, plan, Stop, document)))!;

    public static FoundItem Named(this ConfirmingView view, string name) => view.Items.Single(item => item.Content.Name == name);

    public static SeenItem Seen(this FoundItem item) => new(item.Id, item.Seen);
}

using Greenprint.Documents;
using Greenprint.Planning.Aligning;
using Greenprint.Planning.Library;
using Greenprint.Planning.Tests.Aligning;
using Greenprint.PlanText;
using Greenprint.PlanText.Alignment;
using Greenprint.Platform;
using Greenprint.Testing;
using Microsoft.Extensions.DependencyInjection;
using static Greenprint.Planning.Tests.Packs.Some;

namespace Greenprint.Planning.Tests.Library;

public sealed class LibraryTests
{
    internal const string Elsewhere = """
        # 岚海市生态环境保护“十五五”规划（2026—2030年）

        ## 第一章 总体要求

        ### 第一节 指标体系

        | 序号 | 指标 | 单位 | 2025年 | 2030年目标 | 指标属性 |
        |---|---|---|---|---|---|
        | 1 | 细颗粒物（PM2.5）浓度 | 微克/立方米 | 25 | ≤19 | 约束性 |
        | 2 | 空气优良天数比例 | % | 90 | ≥94 | 约束性 |
        | 3 | 用水总量 | 立方米 | 420000000 | ≤390000000 | 约束性 |
        | 4 | 森林覆盖率 | % | 50 | 稳中有升 | 预期性 |

        ## 第二章 治理大气污染

        推进挥发性有机物综合治理，建设低排放区。
        """;

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_plan_of_another_place_is_kept_as_it_was_read_and_stays_out_of_everything_else(StoreEngine engine)
    {
        await using var store = await Store(engine);

        var first = await store.Add(Elsewhere);
        var again = await store.Add(Elsewhere);

        Assert.Equal((true, null), (first.IsNew, first.Refusal));
        Assert.Equal((first.Id, false), (again.Id, again.IsNew));
        var (all, found, plans, regions) = await store.In(async services => (
            await services.GetRequiredService<LibraryShelf>().All(Stop), await services.GetRequiredService<LibraryShelf>().Find(first.Id, Stop),
            await services.GetRequiredService<IPlans>().All(Stop), await services.GetRequiredService<IRegions>().All(Stop)));
        var plan = Assert.Single(all);
        Assert.Equal(("岚海市", 2026, 2030, 4, "yi.md", "王编辑"), (plan.Region, plan.Start, plan.End, plan.Indicators, plan.FileName, plan.RecordedBy));
        Assert.Equal("推进挥发性有机物综合治理，建设低排放区。", found!.Reading.Clauses[^1].Paragraphs[0].Text);
        Assert.Empty(plans);
        Assert.Empty(regions);
        Assert.Null(await store.Plan(first.Id));
        Assert.Equal(["library.added"], (await store.In(services => services.GetRequiredService<IHistory>().Of($"library/{first.Id}", Stop))).Select(entry => entry.Kind));
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_plan_is_taken_out_with_a_reason_and_not_while_answers_were_given_beside_it(StoreEngine engine)
    {
        await using var store = await Prepared(engine);
        var id = (await store.Add(Elsewhere)).Id;
        var sheet = await store.Align(upper: "library/" + id);
        var finding = sheet.Find("upper/细颗粒物（PM2.5）浓度");
        Assert.Equal(AlignmentStatus.Weakened, finding.Pair.Status);
        Assert.Null(await store.Within((_, change) => AlignmentAnswers.Record(
            change, "990101", sheet, finding.Key, new AnswerGiven(AnswerKind.NotApplicable, "外地规划，仅供参考。", 0, AlignmentAnswers.Trace(finding)), Stop)));

        Assert.Equal("PLN-015", (await store.Within((_, change) => LibraryShelf.Remove(change, id, " ", Stop)))!.Code);
        Assert.Contains("不能移出", (await store.Within((_, change) => LibraryShelf.Remove(change, id, "已有新版本", Stop)))!.Message.Zh, StringComparison.Ordinal);
        Assert.Equal("外地规划，仅供参考。", (await store.Align(upper: "library/" + id)).Find(finding.Key).Current!.Text);

        var other = (await store.Add(Elsewhere + "\n末段。\n")).Id;
        Assert.Null(await store.Within((_, change) => LibraryShelf.Remove(change, other, "已有新版本", Stop)));
        Assert.Equal("PLN-010", (await store.Within((_, change) => LibraryShelf.Remove(change, other, "再移一次", Stop)))!.Code);
        Assert.Equal(id, Assert.Single(await store.In(services => services.GetRequiredService<LibraryShelf>().All(Stop))).Id);
    }

    [Fact]
    public async Task A_document_that_does_not_say_whose_plan_it_is_asks_for_the_place()
    {
        await using var store = await Store(StoreEngine.Sqlite);
        var nowhere = "# 某规划\n\n## 第一章 总体要求\n\n保护海湾。\n";

        Assert.Equal("PLN-015", (await store.Add(nowhere)).Refusal!.Code);
        Assert.Equal("PLN-009", (await store.Add(nowhere, new("丙县"))).Refusal!.Code);

        Assert.True((await store.Add(nowhere, new("丙县", new(2021, 2025)))).IsNew);
    }

    [Fact]
    public async Task Others_are_told_in_our_unit_with_who_is_stricter()
    {
        await using var store = await Prepared(StoreEngine.Sqlite);
        await store.Add(Elsewhere);

        var pm25 = await store.Ask("pm25");
        Assert.Equal([("甲县", true, 21m, 0), ("岚海市", false, 19m, 1), ("甲市", false, 20m, 1)], pm25.Rows.Select(row => (row.Region.Zh, row.IsOurs, row.Found.Low!.Value, row.Found.Order!.Value)));
        Assert.Equal(2, pm25.Peers.Count);
        Assert.Equal((true, false), (pm25.Rows[1].IsUnchecked, pm25.Rows[2].IsUnchecked));

        // 3.9 亿 m³ is 39,000 万 m³, 4 亿 is 40,000.
        var water = await store.Ask("water");
        Assert.Equal([("甲县", 40000m, 41000m, false), ("岚海市", 39000m, 42000m, true), ("甲市", 40000m, 41000m, true)], water.Rows.Select(row => (row.Region.Zh, row.Found.Low!.Value, row.Found.Baseline!.Value, row.Found.Converted)));
        Assert.Equal([0, 1, 0], water.Rows.Select(row => row.Found.Order));
    }

    [Fact]
    public async Task What_does_not_compare_is_named_and_an_indicator_of_the_catalogue_needs_no_plan_of_ours()
    {
        await using var store = await Prepared(StoreEngine.Sqlite);
        await store.Add(Elsewhere);

        var forest = await store.In(services => services.GetRequiredService<SurveyDesk>().Ask(SurveyDesk.OfCatalogue("eco-forest-cover")!, Stop));
        Assert.Equal([("甲市", 55m, null), ("岚海市", (decimal?)null, "目标是文字（“稳中有升”），没有可比的数值。")], forest.Rows.Select(row => (row.Region.Zh, row.Found.Low, row.Found.WhyNot?.Zh)));
        Assert.All(forest.Rows, row => Assert.Null(row.Found.Order));

        var named = await store.In(services => services.GetRequiredService<SurveyDesk>().Ask(SurveyDesk.OfName("优良天数比率"), Stop));
        Assert.Equal(["%"], named.Rows.Select(_ => named.Question.Item.Unit).Distinct());
        Assert.Equal(3, named.Rows.Count);
        Assert.Null(await store.In(services => services.GetRequiredService<SurveyDesk>().OfPlan("xian-15", "nothing", Stop)));
        Assert.Null(SurveyDesk.OfCatalogue("nothing"));
    }

    private static async Task<TestStore> Prepared(StoreEngine engine)
    {
        var store = await Store(engine);
        await store.Import(TwoPlans.Upper());
        await store.Import(TwoPlans.Local());
        return store;
    }
}

internal static class Shelf
{
    public static Task<LibraryAddition> Add(this TestStore store, string text, LibraryWishes? wishes = null)
    {
        var reading = PlanReader.Read(DocumentReader.Read(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(text)), "yi.md").Document!);
        return store.Within((_, change) => LibraryShelf.Add(change, reading, wishes ?? new(), Stop));
    }

    public static Task<SurveySheet> Ask(this TestStore store, string code) => store.In(async services =>
    {
        var desk = services.GetRequiredService<SurveyDesk>();
        return await desk.Ask((await desk.OfPlan("xian-15", code, Stop))!, Stop);
    });
}

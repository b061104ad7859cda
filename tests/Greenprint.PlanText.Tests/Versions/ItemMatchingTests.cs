using Greenprint.PlanText.Tests.Alignment;
using Greenprint.PlanText.Versions;

namespace Greenprint.PlanText.Tests.Versions;

public sealed class ItemMatchingTests
{
    private static readonly Gen<MeasureItem[]> Measures = Gen.Select(SketchedPlan.Text, Gen.Int[1, 3], (text, clause) => new MeasureItem(text, $"c2.{clause}", ["县生态环境局"], [], 0.9m)).Array[1, 12]
        .Where(measures => measures.DistinctBy(measure => measure.Text).Count() == measures.Length);

    [Fact]
    public void Items_of_a_plan_read_twice_are_the_same() => Measures.Sample(measures =>
        Assert.All(ItemMatching.Measures(measures, [.. measures.Select(measure => measure with { Confidence = 0.7m, Page = 3 })]), pair => Assert.Equal(ItemChange.Same, pair.Change)));

    [Fact]
    public void However_they_are_shuffled_they_are_the_same() => Measures.SelectMany(measures => Gen.Shuffle(measures.ToArray()).Select(shuffled => (measures, shuffled))).Sample((measures, shuffled) =>
        Assert.Equal(shuffled.Select(measure => (ItemChange.Same, (MeasureItem?)measure)), ItemMatching.Measures([.. measures.OrderBy(measure => measure.Text, StringComparer.Ordinal)], shuffled).Select(pair => (pair.Change, pair.New))));

    [Fact]
    public void Deleting_one_removes_exactly_it_and_bringing_it_back_adds_exactly_it() => Gen.Select(Measures, Gen.Int[0, 99]).Sample((measures, place) =>
    {
        var one = measures[place % measures.Length];
        MeasureItem[] without = [.. measures.Where(measure => measure != one)];
        var (gone, back) = (ItemMatching.Measures(measures, without), ItemMatching.Measures(without, measures));

        Assert.Equal([(ItemChange.Removed, one.Text)], gone.Where(pair => pair.Change != ItemChange.Same).Select(pair => (pair.Change, pair.Old!.Text)));
        Assert.Equal([(ItemChange.Added, one.Text)], back.Where(pair => pair.Change != ItemChange.Same).Select(pair => (pair.Change, pair.New!.Text)));
    });

    [Fact]
    public void Turned_round_the_same_items_are_pairs() => Gen.Select(Measures, Measures, Gen.Int[0, 99]).Sample((one, other, cut) =>
    {
        MeasureItem[] mixed = [.. one.Take(cut % one.Length).Select(measure => measure with { Text = measure.Text[3..] }), .. other];
        var there = ItemMatching.Measures(one, mixed).Select(pair => (pair.Old?.Text, pair.New?.Text));
        var back = ItemMatching.Measures(mixed, one).Select(pair => (pair.New?.Text, pair.Old?.Text));

        Assert.Equal(there.Order(), back.Order());
    });

    [Fact]
    public void A_reworded_measure_and_another_unit_that_leads_are_changes_named_by_their_field()
    {
        MeasureItem[] before = [new("开展入河排污口溯源整治，建立动态台账。", "c2.1", ["县水务局"], [], 1m), new("完成燃煤锅炉淘汰。", "c2.2", ["县工信局"], [], 1m)];
        MeasureItem[] after = [before[1] with { Lead = ["县市场监管局"] }, before[0] with { Text = "全面开展入河排污口溯源整治，建立动态更新台账。" }, new("建设智慧环保平台。", "c2.3", [], [], 1m)];

        Assert.Equal(
            [(ItemChange.Changed, "lead"), (ItemChange.Changed, "text"), (ItemChange.Added, "")],
            ItemMatching.Measures(before, after).Select(pair => (pair.Change, string.Join(',', pair.Fields))));
    }

    [Fact]
    public void An_indicator_is_found_under_another_name_and_what_changed_is_named()
    {
        IndicatorItem[] before =
        [
            AlignmentLawTests.Item("优良天数比率", Target("≥93")), AlignmentLawTests.Item("细颗粒物（PM2.5）浓度", Target("≤22"), "微克/立方米"),
            AlignmentLawTests.Item("森林覆盖率", Target("58.9")), AlignmentLawTests.Item("用水总量", Target("≤4"), "亿立方米"),
        ];
        IndicatorItem[] after =
        [
            before[0] with { Target = Target("≥94") }, AlignmentLawTests.Item("碧道建设长度", Target("80"), "公里"),
            before[1] with { Name = "PM2.5年均浓度" }, before[3],
        ];

        Assert.Equal(
            [(ItemChange.Changed, "target"), (ItemChange.Added, ""), (ItemChange.Changed, "name"), (ItemChange.Removed, ""), (ItemChange.Same, "")],
            ItemMatching.Indicators(before, after).Select(pair => (pair.Change, string.Join(',', pair.Fields))));
    }

    [Fact]
    public void A_project_of_another_place_is_another_project()
    {
        ProjectItem[] before = [Project("岚溪镇污水处理厂提标改造工程", "2000万元"), Project("县城餐厨垃圾处理项目", "3000万元")];
        ProjectItem[] after = [Project("白沙镇污水处理厂提标改造工程", "2000万元"), Project("县城餐厨垃圾处理项目", "3500万元")];

        Assert.Equal(
            [(ItemChange.Removed, ""), (ItemChange.Added, ""), (ItemChange.Changed, "investment")],
            ItemMatching.Projects(before, after).Select(pair => (pair.Change, string.Join(',', pair.Fields))).OrderBy(pair => pair.Change == ItemChange.Changed).ThenByDescending(pair => pair.Change));
    }

    [Fact]
    public void More_items_than_can_be_compared_are_found_again_where_they_are_equal()
    {
        var before = Enumerable.Range(0, 2_100).Select(i => new SafeguardItem($"（{i}）", $"加强组织领导和资金保障第{i}条", "c3")).ToArray();
        SafeguardItem[] after = [before[0], .. before.Skip(1).Select(item => item with { Title = item.Title + "款", ClauseId = "c4" })];

        Assert.Equal(
            [(ItemChange.Same, 1), (ItemChange.Added, 2_099), (ItemChange.Removed, 2_099)],
            ItemMatching.Safeguards(before, after).CountBy(pair => pair.Change).Select(count => (count.Key, count.Value)).Order());
        Assert.Equal(([], []), new Pairing(20_000, 20_000).ToCompare());
        Assert.Equal((2_000, 2_000), (new Pairing(2_000, 2_000).ToCompare().Old.Length, new Pairing(2_000, 2_000).ToCompare().New.Length));
    }

    [Fact]
    public void A_retitled_task_is_known_by_its_clause()
    {
        KeyTaskItem[] before = [new("（一）", "深化水环境治理", "c2.1"), new("（二）", "改善大气环境", "c2.2")];
        KeyTaskItem[] after = [new("（一）", "改善大气环境", "c2.2"), new("（二）", "打好碧水保卫战", "c2.1"), new("（三）", "发展海洋经济", "c2.4")];

        Assert.Equal(
            [(ItemChange.Changed, "number"), (ItemChange.Changed, "number,title"), (ItemChange.Added, "")],
            ItemMatching.KeyTasks(before, after).Select(pair => (pair.Change, string.Join(',', pair.Fields))));
        SafeguardItem safeguard = new("（一）", "加强组织领导", "c3.1");
        Assert.Equal(ItemChange.Same, Assert.Single(ItemMatching.Safeguards([safeguard], [safeguard with { ClauseId = "c3.2" }])).Change);
        Assert.Equal(ItemChange.Changed, Assert.Single(ItemMatching.Goals([new("到2030年，水质稳定达标。", "c1")], [new("到2030年，水质稳定达标，海湾常清。", "c1")])).Change);
    }

    private static PrintedTarget Target(string text) => new(2030, text, PrintedTargetKind.AtLeast, null);

    private static ProjectItem Project(string name, string money) => new("水环境", name, null, "2026—2028", new InvestmentText(money, null, null), null, 1, "c2.1");
}

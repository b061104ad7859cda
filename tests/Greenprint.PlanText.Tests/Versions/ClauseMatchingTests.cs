using Greenprint.PlanText.Versions;

namespace Greenprint.PlanText.Tests.Versions;

public sealed class ClauseMatchingTests
{
    private const string Water = "推进城镇污水管网全覆盖，完成老旧管网改造120公里，城市生活污水集中收集率达到75%以上。\n开展入河排污口溯源整治，建立排污口动态台账，基本消除县城黑臭水体。";
    private const string Air = "完成35蒸吨以下燃煤锅炉淘汰，推进工业窑炉清洁能源替代，实施钢铁行业超低排放改造。\n加强施工工地扬尘管控，严格落实六个百分之百。";

    private static readonly VersionedClause[] Before =
    [
        new("c1", 1, "一、", "总体要求", ""),
        new("c1.1", 2, "（一）", "指导思想", "坚持生态优先、绿色发展，深入打好污染防治攻坚战。"),
        new("c2", 1, "二、", "重点任务", ""),
        new("c2.1", 2, "（一）", "深化水环境治理", Water),
        new("c2.2", 2, "（二）", "改善大气环境质量", Air),
        new("c2.3", 2, "（三）", "防控土壤风险", "落实建设用地准入管理，受污染耕地安全利用率达到93%以上。"),
        new("c3", 1, "三、", "保障措施", "加强组织领导，落实资金保障，强化监督考核。"),
    ];

    [Fact]
    public void A_clause_that_was_moved_renumbered_and_retitled_keeps_its_id()
    {
        var matches = Match(Before[0], Before[1], Before[2],
            Before[4] with { Number = "（一）" }, Before[5] with { Number = "（二）", Title = "土壤污染源头防控" }, Before[3] with { Number = "（三）", Title = "碧水保卫战" }, Before[6]);

        Assert.Equal(["c1", "c1.1", "c2", "c2.2", "c2.3", "c2.1", "c3"], matches.Select(match => match.Id));
        Assert.Equal(
            [ClauseChange.None, ClauseChange.None, ClauseChange.None, ClauseChange.Renumbered, ClauseChange.Renumbered | ClauseChange.Retitled,
                ClauseChange.Renumbered | ClauseChange.Retitled | ClauseChange.Moved, ClauseChange.None],
            matches.Select(match => match.Change));
    }

    [Fact]
    public void Of_a_clause_that_was_split_one_part_keeps_the_id_and_the_other_gets_a_fresh_one()
    {
        var parts = Water.Split('\n');
        var matches = Match(Before[0], Before[1], Before[2],
            Before[3] with { Title = "完善城镇污水收集", Text = parts[0] }, new("x", 2, "（二）", "整治入河排污口", parts[1]),
            Before[4] with { Number = "（三）" }, Before[5] with { Number = "（四）" }, Before[6]);

        Assert.Equal(["c1", "c1.1", "c2", "c2.1", "c2.4", "c2.2", "c2.3", "c3"], matches.Select(match => match.Id));
        Assert.Equal(["整治入河排污口"], matches.Where(match => match.IsAdded).Select(match => match.New!.Title));
    }

    [Fact]
    public void A_heading_without_text_is_known_by_what_stands_under_it()
    {
        var matches = Match(Before[0], Before[1], Before[2] with { Title = "推动生态环境质量持续改善" }, Before[3], Before[4], Before[5], Before[6]);

        Assert.Equal(Before.Select(clause => clause.Id), matches.Select(match => match.Id));
        Assert.Equal(["c2"], matches.Where(match => match.Change != ClauseChange.None).Select(match => match.Id));
    }

    [Fact]
    public void A_text_rewritten_under_its_heading_is_the_same_clause_and_another_subject_at_its_number_is_not()
    {
        var matches = Match(Before[0], Before[1] with { Text = "全面贯彻党的二十大精神，以美丽县城建设为统领。" }, Before[2], Before[3], Before[4],
            new("x", 2, "（三）", "发展海洋经济", "建设现代化渔港，培育深远海养殖，打造滨海旅游公路。"), Before[6]);

        Assert.Equal(["c1", "c1.1", "c2", "c2.1", "c2.2", "c2.3", "c2.4", "c3"], matches.Select(match => match.Id));
        Assert.Equal(ClauseChange.Reworded, matches[1].Change);
        Assert.Equal((true, "防控土壤风险"), (matches[5].IsGone, matches[5].Old!.Title));
        Assert.True(matches[6].IsAdded);
    }

    [Fact]
    public void Of_tens_of_thousands_of_headings_only_the_equal_ones_are_paired()
    {
        const int Headings = 20_000;
        var (before, after) = (Version(0), Version(Headings / 2));
        var (old, now) = (ComparedClause.Of(before), ComparedClause.Of(after));

        Assert.InRange(ClauseLikeness.Candidates(old, now, new Pairing(old.Length, now.Length)).Take(Pairing.MostCompared + 1).Count(), 0, Pairing.MostCompared);
        Assert.Equal(Headings / 2, ClauseMatching.Match(before, after).Clauses.Count(clause => !clause.IsAdded && !clause.IsGone));

        static VersionedClause[] Version(int from) => [.. Enumerable.Range(from, Headings).Select(i => new VersionedClause($"c{i - from + 1}", 1, "", "保障措施", $"第{i}段。"))];
    }

    [Fact]
    public void The_text_before_the_first_heading_and_the_annexes_keep_their_names()
    {
        VersionedClause[] before = [new("c0", 1, "", "", "岚湾县人民政府文件"), .. Before];
        VersionedClause[] after = [new("c0", 1, "", "", "征求意见稿"), .. SketchedPlan.ReadAnew(Before), new("annex", 1, "", "", "附件：重点工程表")];

        var matches = ClauseMatching.Match(before, after).Clauses;

        Assert.Equal([("c0", false), .. Before.Select(clause => (clause.Id, false)), ("annex", true)], matches.Select(match => (match.Id, match.IsAdded)));
        Assert.Equal(ClauseChange.Reworded, matches[0].Change);
    }

    [Fact]
    public void An_id_that_an_earlier_version_used_up_is_not_given_again()
    {
        VersionedClause[] after = [.. Before, new("x", 1, "四、", "组织实施", "本规划由县生态环境局负责解释。")];

        Assert.Equal("c4", ClauseMatching.Match(Before, after).IdOf("x"));
        Assert.Equal("c9", ClauseMatching.Match(Before, after, everUsed: ["c4", "c8", "c2.7"]).IdOf("x"));
    }

    [Fact]
    public void A_version_with_one_id_twice_is_a_mistake_of_the_caller() =>
        Assert.Throws<ArgumentException>(() => ClauseMatching.Match([Before[0], Before[0]], Before));

    private static IReadOnlyList<ClauseMatch> Match(params VersionedClause[] after) => ClauseMatching.Match(Before, SketchedPlan.ReadAnew(after)).Clauses;
}

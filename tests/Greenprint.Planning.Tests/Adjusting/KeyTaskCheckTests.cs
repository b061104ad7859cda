using Greenprint.Planning.Adjusting;
using Greenprint.Planning.Tests.Health;
using Greenprint.PlanText.Alignment;
using Greenprint.Quantities;

namespace Greenprint.Planning.Tests.Adjusting;

/// <summary>What a changed key task is laid beside.</summary>
public sealed class KeyTaskCheckTests
{
    private static readonly Bilingual Title = ("甲市规划", "Plan of Jia City");

    private static readonly ClauseToAlign[] Upper =
    [
        new("u1", "第一节", "治理水环境", [new("新建污水管网，消除黑臭水体，提高生活污水集中收集率。", null, null)]),
        new("u2", "第二节", "改善大气环境", [new("推进挥发性有机物综合治理，建设低排放区。", null, null)]),
    ];

    private static readonly KeyTaskView Water = new("t1", "1.", new("治理水环境"), new("新建污水管网，提高生活污水集中收集率。"), "c1", SoundPlan.Water);

    [Fact]
    public void The_clause_above_that_speaks_of_the_same_is_laid_beside_it_before_and_after_and_a_person_judges()
    {
        var kept = Assert.Single(KeyTaskCheck.Beside([], Upper, Title, Water, Water with { Lead = SoundPlan.Housing }));
        Assert.Equal((CheckAgainst.UpperPlan, CheckVerdict.ToRead), (kept.Against, kept.Verdict));
        Assert.Contains("新建污水管网，消除黑臭水体", kept.Text.Zh, StringComparison.Ordinal);
        Assert.DoesNotContain("不相近", kept.Text.Zh, StringComparison.Ordinal);

        var emptied = Assert.Single(KeyTaskCheck.Beside([], Upper, Title, Water, Water with { Title = new("加强宣传教育"), Text = new("开展主题活动。") }));
        Assert.Contains("调整后 不相近", emptied.Text.Zh, StringComparison.Ordinal);
        Assert.Contains("none after", emptied.Text.En, StringComparison.Ordinal);
    }

    [Fact]
    public void Its_own_clause_is_not_counted_for_it_and_one_that_another_clause_answers_better_is_not_its_matter()
    {
        ClauseToAlign own = new("c1", "一", "治理水环境", [new("新建污水管网，消除黑臭水体，提高生活污水集中收集率。", null, null)]);

        Assert.Equal(CheckVerdict.ToRead, Assert.Single(KeyTaskCheck.Beside([own], Upper, Title, Water, Water)).Verdict);
        Assert.Equal(CheckVerdict.Unclear, Assert.Single(KeyTaskCheck.Beside([own with { Id = "c9" }], Upper, Title, Water, Water)).Verdict);
        Assert.Equal(CheckVerdict.Unclear, Assert.Single(KeyTaskCheck.Beside([], [], Title, Water, Water)).Verdict);
    }

    [Fact]
    public void Year_tasks_that_another_unit_leads_are_counted_and_stay_as_they_are()
    {
        var plan = SoundPlan.Plan;

        Assert.Equal(CheckVerdict.Same, Assert.Single(KeyTaskCheck.Own(plan, [SoundPlan.Sewers], Water with { Lead = SoundPlan.Housing })).Verdict);
        var other = Assert.Single(KeyTaskCheck.Own(plan, [SoundPlan.Sewers, SoundPlan.Sewers with { Code = "2027-02" }], Water));
        Assert.Equal(CheckVerdict.ToRead, other.Verdict);
        Assert.Contains("已有 2 项年度任务，其中 2 项由其他单位牵头", other.Text.Zh, StringComparison.Ordinal);
        Assert.Empty(KeyTaskCheck.Own(plan, [], Water));
    }
}

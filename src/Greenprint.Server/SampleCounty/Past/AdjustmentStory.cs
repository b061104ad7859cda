using System.Globalization;
using Greenprint.Planning;
using Greenprint.Platform;

namespace Greenprint.Server.SampleCounty.Past;

/// <summary>Two adjustments of targets: one decided and published in the second year, and one that waits for an opinion now, longer than it should.</summary>
internal sealed class AdjustmentStory(IAdjustments adjustments, ITargets targets, IChanges changes, Agenda agenda, Staff staff, CancellationToken cancellation)
{
    private static readonly TimeOnly Morning = new(9, 30);

    internal void Plan(DateOnly today, DateOnly planFrom)
    {
        Mangrove();

        // Days before today, so that whoever looks finds it waiting; in the first weeks of the plan nobody asks for an adjustment.
        if (today.AddDays(-60) > planFrom)
        {
            Nonfossil(today);
        }
    }

    private void Mangrove()
    {
        const string plan = "lanwan-14", code = "A2025-01";
        Propose(new(2025, 4, 8), plan, "mangrove", 82m, "〔82〕", "“十四五”前四年已营造修复红树林 67 公顷，望潮镇新增宜林滩涂 15 公顷，经评估具备提高目标的条件。");
        Act(new(2025, 4, 10), "he-pu", plan, code, new(AdjustmentAct.Submit, 0));
        Act(new(2025, 4, 11), "he-pu", plan, code, new(AdjustmentAct.AskOpinions, 0) { Units = ["lanwan/forestry", "lanwan/resources"], Day = new(2025, 4, 30) });
        Act(new(2025, 4, 18), "mu-lin", plan, code, new(AdjustmentAct.GiveOpinion, 0) { Unit = "lanwan/forestry", Opinion = OpinionKind.Agree });
        Act(new(2025, 4, 24), "bai-ru", plan, code, new(AdjustmentAct.GiveOpinion, 0) { Unit = "lanwan/resources", Opinion = OpinionKind.AgreeWithRemark, Why = "新增滩涂须避让航道和养殖用海。" });
        Act(new(2025, 5, 12), "lin-yan", plan, code, new(AdjustmentAct.Approve, 0) { Document = "岚府办〔2025〕18号（演示）", Day = new(2025, 5, 9), Why = "同意上调，避让航道。" });
        Act(new(2025, 5, 15), "he-pu", plan, code, new(AdjustmentAct.Publish, 0));
    }

    private void Nonfossil(DateOnly today)
    {
        var drafted = today.AddDays(-42);
        var (plan, code) = ("lanwan-15", string.Create(CultureInfo.InvariantCulture, $"A{drafted.Year}-01"));
        Propose(drafted, plan, "nonfossil", 24m, "≥24", "海上风电二期并网推迟到 2031 年，经测算 2030 年非化石能源占比可达 24%。");
        Act(today.AddDays(-40), "he-pu", plan, code, new(AdjustmentAct.Submit, 0));
        Act(today.AddDays(-39), "he-pu", plan, code, new(AdjustmentAct.AskOpinions, 0) { Units = ["lanwan/development", "lanwan/statistics"], Day = today.AddDays(-25) });
        Act(today.AddDays(-31), "ji-ming", plan, code, new(AdjustmentAct.GiveOpinion, 0) { Unit = "lanwan/statistics", Opinion = OpinionKind.Agree, Why = "能源统计口径不变。" });
        Act(today.AddDays(-26), "he-pu", plan, code, new(AdjustmentAct.AskOpinions, 0) { Day = today.AddDays(9) });
    }

    private void Propose(DateOnly day, string plan, string indicator, decimal value, string text, string grounds) => agenda.On(day, Morning, () => As("he-pu", async change =>
    {
        var now = (await targets.Versions(plan, indicator, cancellation))[^1];
        var target = now.Target with { Value = value, Text = new(text, text) };
        return (await adjustments.Propose(change, plan, new(AdjustmentSubjectKind.Target, indicator), new(grounds, now.Number) { Target = new(target, now.Steps) }, cancellation)).Findings;
    }));

    private void Act(DateOnly day, string who, string plan, string code, AdjustmentOrder order) => agenda.On(day, Morning.AddHours(1), () => As(who, async change =>
        await adjustments.Act(change, plan, code, order with { Seen = (await adjustments.Find(plan, code, cancellation))?.Version ?? 0 }, cancellation)));

    private Task<int> As(string who, Func<Change, Task<IReadOnlyList<FieldFinding>>> act) => changes.Apply(
        staff.ActorOf(who),
        async change => await act(change) is [var fault, ..] ? throw new RefusedException(fault.Finding) : 0,
        cancellation);
}

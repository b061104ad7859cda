using Greenprint.Quantities;

namespace Greenprint.Planning.Adjusting;

/// <summary>Words of adjustments.</summary>
internal static class AdjustmentWords
{
    public static Bilingual Of(AdjustmentStage stage) => stage switch
    {
        AdjustmentStage.Drafted => ("拟定", "Drafted"),
        AdjustmentStage.Submitted => ("提交", "Submitted"),
        AdjustmentStage.Consulted => ("征求意见", "Opinions"),
        AdjustmentStage.Decided => ("决定", "Decided"),
        _ => ("公布", "Published"),
    };

    /// <summary>Where a request stands that has reached a node.</summary>
    public static Bilingual Standing(AdjustmentStage stage) => stage switch
    {
        AdjustmentStage.Drafted => ("拟定中", "Being drafted"),
        AdjustmentStage.Submitted => ("已提交，待征求意见", "Submitted, opinions to be asked"),
        AdjustmentStage.Consulted => ("征求意见中", "Opinions are being asked"),
        AdjustmentStage.Decided => ("已批准，待公布", "Approved, to be published"),
        _ => ("已公布", "Published"),
    };

    public static Bilingual Standing(Adjustment adjustment, DateOnly today) => adjustment switch
    {
        { Ending: AdjustmentEnding.Refused } => ("不予调整", "Not adjusted"),
        { Ending: AdjustmentEnding.Withdrawn } => ("已撤回", "Withdrawn"),
        { Stage: AdjustmentStage.Consulted } when adjustment.IsHeard(today) => ("待决定", "To be decided"),
        _ => Standing(adjustment.Stage),
    };

    public static Bilingual Of(AdjustmentAct act) => act switch
    {
        AdjustmentAct.Draft => ("拟定申请", "Draft"),
        AdjustmentAct.Amend => ("修改申请", "Change the request"),
        AdjustmentAct.Submit => ("提交", "Submit"),
        AdjustmentAct.AskOpinions => ("征求意见", "Ask for opinions"),
        AdjustmentAct.GiveOpinion => ("反馈意见", "Give the opinion"),
        AdjustmentAct.Return => ("退回修改", "Return"),
        AdjustmentAct.Approve => ("批准", "Approve"),
        AdjustmentAct.Refuse => ("不予调整", "Refuse"),
        AdjustmentAct.Withdraw => ("撤回申请", "Withdraw"),
        _ => ("公布", "Publish"),
    };

    public static Bilingual Of(OpinionKind opinion) => opinion switch
    {
        OpinionKind.Agree => ("同意", "Agrees"),
        OpinionKind.AgreeWithRemark => ("原则同意，有修改建议", "Agrees, with a remark"),
        OpinionKind.Disagree => ("不同意", "Disagrees"),
        _ => ("无意见", "No remark"),
    };

    public static Bilingual Of(AdjustmentParty party) => party switch
    {
        AdjustmentParty.Editor => ("规划编辑", "editors of the plan"),
        AdjustmentParty.Proposer => ("申请人", "who proposed it"),
        AdjustmentParty.AskedUnit => ("被征求意见的单位", "units whose opinion is asked"),
        AdjustmentParty.Approver => ("有批准权的负责人，申请人除外", "who approves, never the proposer"),
        _ => ("有公布权的人员", "who publishes"),
    };

    public static Bilingual Of(AdjustmentStanding standing) => standing switch
    {
        AdjustmentStanding.Open => ("办理中", "Under way"),
        AdjustmentStanding.Approved => ("已批准", "Approved"),
        _ => ("未调整（不予调整、撤回）", "Refused or withdrawn"),
    };

    public static Bilingual Of(AdjustmentSubjectKind kind) => kind switch
    {
        AdjustmentSubjectKind.Target => ("指标目标", "Target"),
        AdjustmentSubjectKind.KeyTask => ("重点任务", "Key task"),
        _ => ("年度任务", "Year task"),
    };

    /// <summary>What an adjustment is about, by its name in the plan.</summary>
    public static Bilingual NameOf(AdjustmentSubject subject, PlanView plan, IEnumerable<YearTask> tasks) => subject.Kind switch
    {
        AdjustmentSubjectKind.Target => plan.Indicators.FirstOrDefault(one => one.Code == subject.Code)?.Name,
        AdjustmentSubjectKind.KeyTask => plan.KeyTasks.FirstOrDefault(one => one.Code == subject.Code)?.Title,
        _ => tasks.FirstOrDefault(one => one.Code == subject.Code) is { } task ? new($"{task.Code} {task.Content.Title.Zh}", $"{task.Code} {task.Content.Title.En ?? task.Content.Title.Zh}") : null,
    } ?? new(subject.Code);

    /// <summary>The code of a request with the name of what it is about, for lists of more than one plan.</summary>
    public static Bilingual NameOf(Adjustment adjustment, PlanView plan)
    {
        var name = adjustment.Proposal.NewTask?.Title ?? NameOf(adjustment.Subject, plan, []);
        return new($"{adjustment.Code} {name.Zh}", $"{adjustment.Code} {name.En ?? name.Zh}");
    }

    /// <summary>Kind of the history for an act.</summary>
    public static string KindOf(AdjustmentAct act) => act switch
    {
        AdjustmentAct.Draft => "adjustment.drafted",
        AdjustmentAct.Amend => "adjustment.amended",
        AdjustmentAct.Submit => "adjustment.submitted",
        AdjustmentAct.AskOpinions => "adjustment.opinions-asked",
        AdjustmentAct.GiveOpinion => "adjustment.opinion-given",
        AdjustmentAct.Return => "adjustment.returned",
        AdjustmentAct.Approve => "adjustment.approved",
        AdjustmentAct.Refuse => "adjustment.refused",
        AdjustmentAct.Withdraw => "adjustment.withdrawn",
        AdjustmentAct.Publish => "adjustment.published",
        _ => throw new ArgumentOutOfRangeException(nameof(act), act, "No such act."),
    };

    /// <summary>Names of the acts on the record.</summary>
    public static IEnumerable<(string Kind, Bilingual Name)> Kinds =>
    [
        ("adjustment.drafted", ("拟定调整申请", "Adjustment drafted")), ("adjustment.amended", ("修改调整申请", "Adjustment changed")), ("adjustment.submitted", ("提交调整申请", "Adjustment submitted")),
        ("adjustment.opinions-asked", ("就调整征求意见", "Opinions about an adjustment asked")), ("adjustment.opinion-given", ("对调整反馈意见", "Opinion about an adjustment given")),
        ("adjustment.returned", ("退回调整申请", "Adjustment returned")), ("adjustment.approved", ("批准调整", "Adjustment approved")), ("adjustment.refused", ("不予调整", "Adjustment refused")),
        ("adjustment.withdrawn", ("撤回调整申请", "Adjustment withdrawn")), ("adjustment.published", ("公布调整", "Adjustment published")),
    ];
}

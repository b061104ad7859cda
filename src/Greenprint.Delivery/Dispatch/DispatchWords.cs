using Greenprint.Quantities;

namespace Greenprint.Delivery.Dispatch;

/// <summary>Words of the dispatch.</summary>
internal static class DispatchWords
{
    public static Bilingual Of(DispatchStage stage) => stage switch
    {
        DispatchStage.Registered => ("登记", "Registered"),
        DispatchStage.Reviewed => ("审核", "Reviewed"),
        DispatchStage.Issued => ("下达", "Issued"),
        DispatchStage.Signed => ("签收", "Signed for"),
        DispatchStage.InHand => ("办理", "In hand"),
        DispatchStage.Reported => ("报送", "Reported"),
        DispatchStage.Checked => ("核查", "Checked"),
        _ => ("办结", "Closed"),
    };

    public static Bilingual Of(DispatchAct act) => act switch
    {
        DispatchAct.Register => ("登记", "Register"),
        DispatchAct.Review => ("审核同意", "Approve for issue"),
        DispatchAct.Reject => ("不予下达", "Do not issue"),
        DispatchAct.Issue => ("下达", "Issue"),
        DispatchAct.Sign => ("签收", "Sign for it"),
        DispatchAct.Decline => ("退回签收", "Decline"),
        DispatchAct.Begin => ("开始办理", "Begin"),
        DispatchAct.Report => ("报送", "Report"),
        DispatchAct.Withdraw => ("撤回报告", "Withdraw the report"),
        DispatchAct.Return => ("退回", "Return"),
        DispatchAct.Check => ("核查通过", "Approve the report"),
        DispatchAct.Close => ("办结", "Close"),
        DispatchAct.Urge => ("催办", "Urge"),
        DispatchAct.AskExtension => ("申请延期", "Ask for an extension"),
        DispatchAct.GrantExtension => ("同意延期", "Grant the extension"),
        DispatchAct.RefuseExtension => ("不同意延期", "Refuse the extension"),
        DispatchAct.Suspend => ("中止", "Suspend"),
        DispatchAct.Resume => ("恢复办理", "Resume"),
        DispatchAct.Merge => ("并入", "Merge"),
        DispatchAct.HandOver => ("移交", "Hand over"),
        DispatchAct.Unlock => ("解锁", "Unlock"),
        DispatchAct.AskStrikeOff => ("申请销号", "Ask for the strike-off"),
        DispatchAct.AcceptStrikeOff => ("验收通过", "Accept"),
        DispatchAct.RefuseStrikeOff => ("验收不通过", "Refuse the acceptance"),
        _ => ("登记验收意见", "Record the acceptance"),
    };

    public static Bilingual Of(StrikeOffStep step) => step switch
    {
        StrikeOffStep.County => ("县级验收", "Acceptance by the county"),
        StrikeOffStep.Prefecture => ("市级验收", "Acceptance by the prefecture"),
        _ => ("行业主管部门审核", "Review by the trade's authority"),
    };

    /// <summary>The acceptances of an item in their order, and which of them are given.</summary>
    public static Bilingual Chain(DispatchItem item)
    {
        var given = item.StrikeOff.Accepted.Count;
        return (
            string.Join(" → ", item.Steps.Select((step, i) => Of(step).Zh + (i < given ? "（已通过）" : ""))),
            string.Join(" → ", item.Steps.Select((step, i) => Of(step).En + (i < given ? " (given)" : ""))));
    }

    /// <summary>Where an item stands, in one word for a list.</summary>
    public static Bilingual Standing(DispatchItem item) => item switch
    {
        { Ending: DispatchEnding.Rejected } => ("不予下达", "Not issued"),
        { Ending: DispatchEnding.Merged } => ("已并案", "Merged"),
        { IsSuspended: true } => ("中止", "Suspended"),
        { IsStruckOff: true } => ("已销号", "Struck off"),
        { NextStep: { } step } => ($"待{Of(step).Zh}", $"Waits for: {Of(step).En}"),
        { Stage: DispatchStage.Registered } => ("待审核", "Waits for review"),
        { Stage: DispatchStage.Reviewed } => ("待下达", "Waits to be issued"),
        { Stage: DispatchStage.Issued } => ("待签收", "Waits to be signed for"),
        { Stage: DispatchStage.Signed } => ("已签收", "Signed for"),
        { Stage: DispatchStage.InHand, Returned: > 0 } => ("退回重报", "Returned, to be done again"),
        { Stage: DispatchStage.InHand } => ("办理中", "In hand"),
        { Stage: DispatchStage.Reported } => ("待核查", "Waits to be checked"),
        { Stage: DispatchStage.Checked } => ("待办结", "Waits to be closed"),
        _ => ("已办结", "Closed"),
    };
}

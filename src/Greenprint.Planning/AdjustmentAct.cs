namespace Greenprint.Planning;

/// <summary>The nodes of an adjustment on its rail, in order.</summary>
public enum AdjustmentStage
{
    /// <summary>拟定.</summary>
    Drafted,

    /// <summary>提交.</summary>
    Submitted,

    /// <summary>征求意见.</summary>
    Consulted,

    /// <summary>决定: approved.</summary>
    Decided,

    /// <summary>公布.</summary>
    Published,
}

/// <summary>How a request ended without being approved.</summary>
public enum AdjustmentEnding
{
    /// <summary>It did not.</summary>
    None,

    /// <summary>不予调整.</summary>
    Refused,

    /// <summary>申请人撤回.</summary>
    Withdrawn,
}

/// <summary>What can happen to a request. Kept by name in the store: a name keeps its meaning for ever.</summary>
public enum AdjustmentAct
{
    /// <summary>拟定.</summary>
    Draft,

    /// <summary>修改申请, by who drafted it.</summary>
    Amend,

    /// <summary>提交.</summary>
    Submit,

    /// <summary>征求意见: of units, until a day; again for further units or a later day.</summary>
    AskOpinions,

    /// <summary>反馈意见 of a unit; its last one counts.</summary>
    GiveOpinion,

    /// <summary>退回修改, with a reason; opinions are asked anew after that.</summary>
    Return,

    /// <summary>批准, with number and date of the document; the target or task is written in the same change.</summary>
    Approve,

    /// <summary>不予调整, with a reason.</summary>
    Refuse,

    /// <summary>撤回 by who proposed it.</summary>
    Withdraw,

    /// <summary>公布.</summary>
    Publish,
}

/// <summary>What a unit says (意见).</summary>
public enum OpinionKind
{
    /// <summary>同意.</summary>
    Agree,

    /// <summary>原则同意，有修改建议.</summary>
    AgreeWithRemark,

    /// <summary>不同意.</summary>
    Disagree,

    /// <summary>无意见.</summary>
    NoRemark,
}

/// <summary>Who may do an act.</summary>
public enum AdjustmentParty
{
    /// <summary>Who edits the plan (right <c>edit-plans</c>).</summary>
    Editor,

    /// <summary>The editor who drafted it.</summary>
    Proposer,

    /// <summary>A unit whose opinion is asked (right <c>report-progress</c> for it).</summary>
    AskedUnit,

    /// <summary>Who decides (right <c>approve</c>), never the proposer.</summary>
    Approver,

    /// <summary>Who publishes (right <c>publish</c>).</summary>
    Publisher,
}

/// <summary>Which requests a list shows.</summary>
public enum AdjustmentStanding
{
    /// <summary>Drafted or under way.</summary>
    Open,

    /// <summary>Approved, published or not.</summary>
    Approved,

    /// <summary>Refused or withdrawn.</summary>
    Ended,
}

/// <summary>Against what a request is checked.</summary>
public enum CheckAgainst
{
    /// <summary>上级规划 the same indicator of the plan above.</summary>
    UpperPlan,

    /// <summary>上级下达 what the plan above gives this place, or what the superior assigned.</summary>
    Assigned,

    /// <summary>总任务 the whole, or its rows by place.</summary>
    Whole,
}

/// <summary>How the new one stands to it. Kept by name in the store, with the decision.</summary>
public enum CheckVerdict
{
    /// <summary>It asks as much.</summary>
    Same,

    /// <summary>It asks more.</summary>
    Stronger,

    /// <summary>It asks less.</summary>
    Weaker,

    /// <summary>Nothing to compare, or nothing that can be compared.</summary>
    Unclear,

    /// <summary>Two wordings lie side by side; whether one asks less is for a person to say.</summary>
    ToRead,
}

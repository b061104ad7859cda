namespace Greenprint.Delivery;

/// <summary>What can happen to an item. Kept by name in the store: a name keeps its meaning for ever.</summary>
public enum DispatchAct
{
    /// <summary>登记.</summary>
    Register,

    /// <summary>审核同意下达, by somebody other than who registered it.</summary>
    Review,

    /// <summary>不予下达, with a reason.</summary>
    Reject,

    /// <summary>下达 to the unit.</summary>
    Issue,

    /// <summary>签收 (Receipt).</summary>
    Sign,

    /// <summary>退回签收: not a matter of this unit, with a reason.</summary>
    Decline,

    /// <summary>开始办理.</summary>
    Begin,

    /// <summary>报送 of a report.</summary>
    Report,

    /// <summary>撤回 of a report that nobody has checked yet.</summary>
    Withdraw,

    /// <summary>退回 with a reason (must be done again).</summary>
    Return,

    /// <summary>核查通过, by somebody other than who reported.</summary>
    Check,

    /// <summary>办结 (Completion).</summary>
    Close,

    /// <summary>催办.</summary>
    Urge,

    /// <summary>申请延期, to a day, with a reason (ExtensionRequest).</summary>
    AskExtension,

    /// <summary>同意延期: the day granted becomes the due day.</summary>
    GrantExtension,

    /// <summary>不同意延期, with a reason.</summary>
    RefuseExtension,

    /// <summary>中止, with a reason.</summary>
    Suspend,

    /// <summary>恢复办理: the due day moves by the working days that it stood still.</summary>
    Resume,

    /// <summary>并入另一事项, with a reason.</summary>
    Merge,

    /// <summary>移交 to another unit or person, with a reason.</summary>
    HandOver,

    /// <summary>解锁: reports are taken until a day in spite of the lock, with a reason (LockException).</summary>
    Unlock,

    /// <summary>申请销号.</summary>
    AskStrikeOff,

    /// <summary>One acceptance of the chain given (验收通过).</summary>
    AcceptStrikeOff,

    /// <summary>An acceptance refused, with a reason: the chain begins anew.</summary>
    RefuseStrikeOff,

    /// <summary>登记验收意见: an acceptance that nobody here can give, recorded by the bureau with the number of its document.</summary>
    RecordAcceptance,
}

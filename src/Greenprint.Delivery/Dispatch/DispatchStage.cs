namespace Greenprint.Delivery.Dispatch;

/// <summary>The eight nodes of an item on its rail (调度节点), in order.</summary>
internal enum DispatchStage
{
    /// <summary>登记.</summary>
    Registered,

    /// <summary>审核.</summary>
    Reviewed,

    /// <summary>下达.</summary>
    Issued,

    /// <summary>签收.</summary>
    Signed,

    /// <summary>办理.</summary>
    InHand,

    /// <summary>报送.</summary>
    Reported,

    /// <summary>核查.</summary>
    Checked,

    /// <summary>办结.</summary>
    Closed,
}

/// <summary>How an item ended without being carried out.</summary>
internal enum DispatchEnding
{
    /// <summary>It did not.</summary>
    None,

    /// <summary>Refused before it was issued (不予下达).</summary>
    Rejected,

    /// <summary>Goes on in another item (并案).</summary>
    Merged,
}

/// <summary>The acceptances of a strike-off (销号验收), in order. Which of them an item needs is said when it is registered.</summary>
internal enum StrikeOffStep
{
    /// <summary>县级验收.</summary>
    County,

    /// <summary>市级验收.</summary>
    Prefecture,

    /// <summary>行业主管部门审核.</summary>
    Trade,
}

/// <summary>Who may do an act.</summary>
internal enum DispatchParty
{
    /// <summary>The unit that carries it out (right <c>report-progress</c>).</summary>
    Unit,

    /// <summary>Who checks its reports (right <c>review-progress</c>).</summary>
    Reviewer,

    /// <summary>The bureau that runs the dispatch (right <c>dispatch</c>).</summary>
    Bureau,

    /// <summary>Who gives the acceptance that is next.</summary>
    Acceptor,
}

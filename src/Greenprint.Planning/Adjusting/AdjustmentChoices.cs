using Greenprint.Quantities;

namespace Greenprint.Planning.Adjusting;

/// <summary>Who looks, with what their rights give them in the plan.</summary>
/// <param name="Person">Id of the person.</param>
/// <param name="MayEdit">Right <c>edit-plans</c> in the plan's region.</param>
/// <param name="MayApprove">Right <c>approve</c> there.</param>
/// <param name="MayApproveAbove">Right <c>approve</c> in the region above, whose government assigned what is binding.</param>
/// <param name="MayPublish">Right <c>publish</c> in the plan's region.</param>
/// <param name="SeesAll">Sees every request of the plan, not only those about which their unit is asked and those published.</param>
/// <param name="Units">Units for which they speak (right <c>report-progress</c>).</param>
public sealed record AdjustmentViewer(
    string Person, bool MayEdit, bool MayApprove, bool MayApproveAbove, bool MayPublish, bool SeesAll, IReadOnlySet<string> Units)
{
    /// <summary>True where the person may see a request. A draft is for those who edit or see the whole work; what is published is for all.</summary>
    public bool Sees(Adjustment adjustment) => SeesAll || adjustment is { Stage: AdjustmentStage.Published } || adjustment?.Asked.Any(Units.Contains) == true;
}

/// <summary>The one computed answer for one person about one request: what they may do now, and why not. Pages and the desk that writes read this.</summary>
public sealed record AdjustmentChoices(Adjustment Adjustment, AdjustmentViewer Viewer, DateOnly Today)
{
    /// <summary>The units for which the person may give an opinion now.</summary>
    public IReadOnlyList<string> SpeaksFor => [.. Adjustment.Asked.Where(Viewer.Units.Contains)];

    /// <summary>True where who decides acts for the government above.</summary>
    public bool IsAssigner => Viewer.MayApproveAbove;

    /// <summary>True where the person may propose another adjustment of the plan.</summary>
    public bool MayEdit => Viewer.MayEdit;

    /// <summary>What may be done now, in the order of the rail.</summary>
    public IReadOnlyList<AdjustmentAct> Possible => [.. AdjustmentRules.All.Where(May)];

    /// <summary>What comes next on the way, with why this person may not do it; null as the reason where they may.</summary>
    public IReadOnlyList<(AdjustmentAct Act, Bilingual? WhyNot)> Next =>
        [.. AdjustmentRules.All.Where(act => Adjustment.Ending == AdjustmentEnding.None && IsNext(act)).Select(act => (act, WhyNot(act)))];

    /// <summary>True when the person may do it now.</summary>
    public bool May(AdjustmentAct act) => WhyNot(act) is null;

    /// <summary>Why the person may not do it now; null when they may.</summary>
    public Bilingual? WhyNot(AdjustmentAct act) => NotTheirs(act) ?? AdjustmentFold.StateForbids(Adjustment, act, Viewer.Person, Today);

    /// <summary>Why it is for somebody else, whatever the state; null where their rights suffice.</summary>
    internal Bilingual? NotTheirs(AdjustmentAct act) => AdjustmentRules.Of(act).Party switch
    {
        AdjustmentParty.Editor or AdjustmentParty.Proposer when !Viewer.MayEdit => ("由有权编辑本规划的人员办理。", "This is for those who may edit the plan."),
        AdjustmentParty.AskedUnit when SpeaksFor.Count == 0 => ("由被征求意见的单位反馈。", "This is for the units that were asked."),
        AdjustmentParty.Approver when !Viewer.MayApprove => ("由有批准权的负责人决定。", "This is for those who may approve."),
        AdjustmentParty.Publisher when !Viewer.MayPublish => ("由有公布权的人员公布。", "This is for those who may publish."),
        _ => null,
    };

    private bool IsNext(AdjustmentAct act) => act switch
    {
        AdjustmentAct.Draft or AdjustmentAct.Amend or AdjustmentAct.Withdraw or AdjustmentAct.Return or AdjustmentAct.Refuse => false,
        _ => AdjustmentRules.Of(act).From.Contains(Adjustment.Stage),
    };
}

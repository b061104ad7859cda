using System.Collections.Frozen;
using static Greenprint.Planning.AdjustmentStage;

namespace Greenprint.Planning.Adjusting;

/// <summary>When and by whom an act can be done.</summary>
/// <param name="Party">Who may.</param>
/// <param name="From">The stages in which it can be done.</param>
/// <param name="NeedsWhy">A reason is obligatory.</param>
internal sealed record AdjustmentRule(AdjustmentParty Party, IReadOnlyList<AdjustmentStage> From, bool NeedsWhy = false);

/// <summary>The table of what can be done when: the only one. <c>docs/reference/adjustment.md</c> shows it to people.</summary>
internal static class AdjustmentRules
{
    private static readonly FrozenDictionary<AdjustmentAct, AdjustmentRule> Table = new Dictionary<AdjustmentAct, AdjustmentRule>
    {
        [AdjustmentAct.Draft] = new(AdjustmentParty.Editor, []),
        [AdjustmentAct.Amend] = new(AdjustmentParty.Proposer, [Drafted]),
        [AdjustmentAct.Submit] = new(AdjustmentParty.Proposer, [Drafted]),
        [AdjustmentAct.AskOpinions] = new(AdjustmentParty.Editor, [Submitted, Consulted]),
        [AdjustmentAct.GiveOpinion] = new(AdjustmentParty.AskedUnit, [Consulted]),
        [AdjustmentAct.Return] = new(AdjustmentParty.Approver, [Submitted, Consulted], NeedsWhy: true),
        [AdjustmentAct.Approve] = new(AdjustmentParty.Approver, [Consulted]),
        [AdjustmentAct.Refuse] = new(AdjustmentParty.Approver, [Submitted, Consulted], NeedsWhy: true),
        [AdjustmentAct.Withdraw] = new(AdjustmentParty.Proposer, [Drafted, Submitted, Consulted], NeedsWhy: true),
        [AdjustmentAct.Publish] = new(AdjustmentParty.Publisher, [Decided]),
    }.ToFrozenDictionary();

    public static IReadOnlyList<AdjustmentAct> All { get; } = Enum.GetValues<AdjustmentAct>();

    public static AdjustmentRule Of(AdjustmentAct act) => Table[act];
}

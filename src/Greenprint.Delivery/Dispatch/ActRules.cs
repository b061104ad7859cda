using System.Collections.Frozen;
using static Greenprint.Delivery.Dispatch.DispatchStage;

namespace Greenprint.Delivery.Dispatch;

/// <summary>When and by whom an act can be done.</summary>
/// <param name="Party">Who may.</param>
/// <param name="From">The stages in which it can be done.</param>
/// <param name="NeedsWhy">A reason is obligatory.</param>
/// <param name="NeedsDay">A day is obligatory.</param>
/// <param name="WhileSuspended">It can be done while the item is suspended, and only <see cref="DispatchAct.Resume"/> only then.</param>
internal sealed record ActRule(DispatchParty Party, IReadOnlyList<DispatchStage> From, bool NeedsWhy = false, bool NeedsDay = false, bool WhileSuspended = false);

/// <summary>The table of what can be done when: the only one. <c>docs/reference/dispatch.md</c> shows it to people.</summary>
internal static class ActRules
{
    private static readonly DispatchStage[] Open = [Registered, Reviewed, Issued, Signed, InHand, Reported, Checked];
    private static readonly DispatchStage[] WithTheUnit = [Issued, Signed, InHand];

    private static readonly FrozenDictionary<DispatchAct, ActRule> Table = new Dictionary<DispatchAct, ActRule>
    {
        [DispatchAct.Register] = new(DispatchParty.Bureau, [], NeedsDay: true),
        [DispatchAct.Review] = new(DispatchParty.Bureau, [Registered]),
        [DispatchAct.Reject] = new(DispatchParty.Bureau, [Registered, Reviewed], NeedsWhy: true),
        [DispatchAct.Issue] = new(DispatchParty.Bureau, [Reviewed]),
        [DispatchAct.Sign] = new(DispatchParty.Unit, [Issued]),
        [DispatchAct.Decline] = new(DispatchParty.Unit, [Issued], NeedsWhy: true),
        [DispatchAct.Begin] = new(DispatchParty.Unit, [Signed]),
        [DispatchAct.Report] = new(DispatchParty.Unit, [Signed, InHand]),
        [DispatchAct.Withdraw] = new(DispatchParty.Unit, [Reported]),
        [DispatchAct.Return] = new(DispatchParty.Reviewer, [Reported, Checked], NeedsWhy: true),
        [DispatchAct.Check] = new(DispatchParty.Reviewer, [Reported]),
        [DispatchAct.Close] = new(DispatchParty.Bureau, [Checked]),
        [DispatchAct.Urge] = new(DispatchParty.Bureau, WithTheUnit),
        [DispatchAct.AskExtension] = new(DispatchParty.Unit, WithTheUnit, NeedsWhy: true, NeedsDay: true),
        [DispatchAct.GrantExtension] = new(DispatchParty.Bureau, WithTheUnit, NeedsDay: true),
        [DispatchAct.RefuseExtension] = new(DispatchParty.Bureau, WithTheUnit, NeedsWhy: true),
        [DispatchAct.Suspend] = new(DispatchParty.Bureau, [Registered, Reviewed, .. WithTheUnit], NeedsWhy: true),
        [DispatchAct.Resume] = new(DispatchParty.Bureau, [Registered, Reviewed, .. WithTheUnit], WhileSuspended: true),
        [DispatchAct.Merge] = new(DispatchParty.Bureau, Open[..6], NeedsWhy: true, WhileSuspended: true),
        [DispatchAct.HandOver] = new(DispatchParty.Bureau, Open, NeedsWhy: true, WhileSuspended: true),
        [DispatchAct.Unlock] = new(DispatchParty.Bureau, WithTheUnit, NeedsWhy: true, NeedsDay: true),
        [DispatchAct.AskStrikeOff] = new(DispatchParty.Unit, [Closed]),
        [DispatchAct.AcceptStrikeOff] = new(DispatchParty.Acceptor, [Closed]),
        [DispatchAct.RefuseStrikeOff] = new(DispatchParty.Acceptor, [Closed], NeedsWhy: true),
        [DispatchAct.RecordAcceptance] = new(DispatchParty.Bureau, [Closed], NeedsWhy: true),
    }.ToFrozenDictionary();

    public static IReadOnlyCollection<DispatchAct> All { get; } = Enum.GetValues<DispatchAct>();

    public static ActRule Of(DispatchAct act) => Table[act];
}

using Greenprint.Delivery.Cycles;
using Greenprint.Delivery.Reports;
using Greenprint.Quantities;

namespace Greenprint.Delivery.Dispatch;

/// <summary>Who looks, with what their rights give them for this item.</summary>
/// <param name="Person">Id of the person.</param>
/// <param name="MayReport">Right <c>report-progress</c> for the item's unit.</param>
/// <param name="MayReview">Right <c>review-progress</c> for the item's unit.</param>
/// <param name="MayDispatch">Right <c>dispatch</c> in the item's region.</param>
/// <param name="MayAccept">The acceptances that they may give.</param>
internal sealed record Viewer(string Person, bool MayReport, bool MayReview, bool MayDispatch, IReadOnlyCollection<StrikeOffStep> MayAccept)
{
    /// <summary>True when nobody here can give the acceptance that is next: the bureau records it from its document.</summary>
    public bool IsOutside { get; init; }
}

/// <summary>The cycle of an item, as far as it bears on what may be done; null fields for an item without one.</summary>
/// <param name="Window">The window of the cycle; null for an item of its own, which never locks.</param>
/// <param name="ClosedOn">The day the bureau closed the cycle.</param>
internal sealed record CycleBounds(CycleWindow? Window, DateOnly? ClosedOn)
{
    public static CycleBounds None { get; } = new(null, null);
}

/// <summary>
/// The one computed answer for one person about one item: its state, what they may do now, and why not. Pages, inboxes and the desk that writes all
/// read this and nothing else.
/// </summary>
internal sealed class ItemChoices
{
    private readonly DispatchItem item;
    private readonly Viewer viewer;
    private readonly bool isLockedByTime;

    public ItemChoices(DispatchItem item, Viewer viewer, CycleBounds cycle, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(item);
        ArgumentNullException.ThrowIfNull(viewer);
        ArgumentNullException.ThrowIfNull(cycle);
        (this.item, this.viewer) = (item, viewer);
        Lock = LockOf(item, cycle, now);

        // An exception that runs already can be made longer.
        isLockedByTime = LockOf(item with { UnlockedUntil = null }, cycle, now) is { Reason: LockReason.PastLock or LockReason.CycleClosed };
    }

    /// <summary>State of the report that counts.</summary>
    public ReportState State => ReportStates.Of(item);

    /// <summary>Why no report can be handed in now; null when one can, as far as time and state go.</summary>
    public PeriodLock? Lock { get; }

    public bool CanSign => May(DispatchAct.Sign);

    /// <summary>May write the draft. A lock forbids to hand in, never to keep what is being typed.</summary>
    public bool CanReport => viewer.MayReport && item is { Ending: DispatchEnding.None, Stage: >= DispatchStage.Issued and < DispatchStage.Reported };

    /// <summary>Checks the reports of the item's unit, though perhaps not their own.</summary>
    public bool IsReviewer => viewer.MayReview;

    public bool CanSubmit => May(DispatchAct.Report);

    public bool CanApprove => May(DispatchAct.Check);

    public bool CanReturn => May(DispatchAct.Return);

    public bool CanWithdraw => May(DispatchAct.Withdraw);

    public bool CanUnlock => May(DispatchAct.Unlock);

    /// <summary>What may be done now, in the order of the rail.</summary>
    public IReadOnlyList<DispatchAct> Possible => [.. ActRules.All.Where(May)];

    /// <summary>What may not be done now, by the reason why not, in the order of the rail.</summary>
    public IReadOnlyList<(Bilingual Why, IReadOnlyList<DispatchAct> Acts)> Impossible =>
    [
        .. ActRules.All.Where(act => act != DispatchAct.Register).Select(act => (Act: act, Why: WhyNot(act))).Where(one => one.Why is not null)
            .GroupBy(one => one.Why!).Select(group => (group.Key, (IReadOnlyList<DispatchAct>)[.. group.Select(one => one.Act)])),
    ];

    /// <summary>True when the person may do it now.</summary>
    public bool May(DispatchAct act) => WhyNot(act) is null;

    /// <summary>Why the person may not do it now; null when they may.</summary>
    public Bilingual? WhyNot(DispatchAct act)
    {
        var rule = ActRules.Of(act);
        var isTheirs = rule.Party switch
        {
            DispatchParty.Unit => viewer.MayReport,
            DispatchParty.Reviewer => viewer.MayReview,
            DispatchParty.Bureau => viewer.MayDispatch,
            _ => item.NextStep is not { } step || viewer.MayAccept.Contains(step) || (act == DispatchAct.RefuseStrikeOff && viewer is { MayDispatch: true, IsOutside: true }),
        };
        if (!isTheirs)
        {
            return rule.Party switch
            {
                DispatchParty.Unit => ("只有责任单位可以办理。", "Only the unit in charge may do this."),
                DispatchParty.Reviewer => ("只有核查人员可以办理。", "Only who checks its reports may do this."),
                DispatchParty.Bureau => ("只有调度单位可以办理。", "Only the bureau that runs the dispatch may do this."),
                _ => ("本环节由其他单位验收。", "This acceptance is given by somebody else."),
            };
        }

        return DispatchFold.StateForbids(item, act, viewer.Person)
            ?? (Lock, act) switch
            {
                ({ } held, DispatchAct.Report) => (held.Text.Zh + held.Next.Zh, held.Text.En + " " + held.Next.En),
                ({ } held, DispatchAct.Withdraw) => (held.Text.Zh + "撤回后不能再报送。", held.Text.En + " Once withdrawn, it could not be handed in again."),
                (_, DispatchAct.RecordAcceptance) when !viewer.IsOutside => ("本环节由本系统内的验收人员办理，不由调度单位登记。", "Somebody here gives this acceptance: the bureau does not record it for them."),
                (_, DispatchAct.Unlock) when !isLockedByTime => ("本事项没有锁定，无需解锁。", "The item is not locked: there is nothing to unlock."),
                _ => null,
            };
    }

    private static PeriodLock? LockOf(DispatchItem item, CycleBounds cycle, DateTimeOffset now)
    {
        if (item.Stage >= DispatchStage.Checked && item.Nodes.TryGetValue(DispatchStage.Checked, out var check))
        {
            return PeriodLock.Approved(check.ByName);
        }

        if (item.SuspendedAt is { } since)
        {
            return PeriodLock.Suspended(ChinaTime.DayOf(since));
        }

        if (cycle.Window is not { } window)
        {
            return null;
        }

        // The end of a cycle ends what was to be done by its day. A day that the bureau granted to this item alone is kept.
        var today = ChinaTime.DayOf(now);
        var isUnlocked = item.UnlockedUntil is { } until && today <= until;
        if (cycle.ClosedOn is { } closed && !item.IsTakenAfter(window.Due, today))
        {
            return PeriodLock.CycleClosed(closed);
        }

        var mine = window.ForItem(item.Due, item.UnlockedUntil);
        return mine.At(now) switch
        {
            WindowState.NotYetOpen when !isUnlocked => PeriodLock.NotYetOpen(mine.Opens),
            WindowState.Locked => PeriodLock.PastLock(mine.Locks!.Value),
            _ => null,
        };
    }
}

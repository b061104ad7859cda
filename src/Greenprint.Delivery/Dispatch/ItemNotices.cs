using Greenprint.Platform;
using Greenprint.Quantities;

namespace Greenprint.Delivery.Dispatch;

/// <summary>Who is told of what happens to an item, and which notices are settled by it. Told in the change that the event is written in.</summary>
internal sealed class ItemNotices(INotices notices, Acceptances acceptances)
{
    /// <summary>Kinds, as webhooks and mails name them.</summary>
    public const string Issued = "dispatch.issued", Urged = "dispatch.urged", Returned = "dispatch.returned", Reported = "dispatch.reported", ExtensionAsked = "dispatch.extension-asked",
        ExtensionDecided = "dispatch.extension-decided", HandedOver = "dispatch.handed-over", StrikeOffAsked = "dispatch.strike-off-asked", StrikeOffDecided = "dispatch.strike-off-decided", Declined = "dispatch.declined", DueSoon = "dispatch.due-soon",
        ToClose = "dispatch.to-close", StrikeOffReady = "dispatch.strike-off-ready", Late = "dispatch.late", SigningLate = "dispatch.signing-late";

    private static readonly string[] ToTheUnit = [Issued, Urged, Returned, HandedOver, ExtensionDecided, Late, SigningLate];

    public static (string Kind, Bilingual Name)[] Kinds =>
    [
        (Issued, ("事项下达", "Issued")), (Urged, ("催办", "Urged")), (Returned, ("退回", "Returned")), (Reported, ("报告待核查", "Report to check")),
        (ExtensionAsked, ("延期申请", "Extension asked for")), (ExtensionDecided, ("延期答复", "Extension decided")), (HandedOver, ("移交", "Handed over")),
        (StrikeOffAsked, ("销号申请", "Strike-off asked for")), (StrikeOffDecided, ("销号结果", "Strike-off decided")), (Declined, ("拒收", "Declined")), (DueSoon, ("即将到期", "Due soon")),
        (ToClose, ("待办结", "To be closed")), (StrikeOffReady, ("待申请销号", "Strike-off to ask for")), (Late, ("逾期未报送", "Late")), (SigningLate, ("逾期未签收", "Not signed for in time")),
    ];

    /// <summary>Tells of events that were added. However many: the notices are written at once.</summary>
    public async Task Tell(Change change, IReadOnlyList<(StoredItem After, DispatchEvent Event)> events, CancellationToken cancellation)
    {
        List<NewNotice> told = [];
        foreach (var (after, happened) in events)
        {
            told.AddRange(await Of(after, happened, cancellation));
        }

        // First what is settled, then what is new about the same items.
        foreach (var same in events.GroupBy(one => (one.Event.Act, Asks: one.After.Item.Extension is not null)))
        {
            // A request for an extension that outlives the act, as a hand-over within the unit, still waits for its answer.
            await notices.Settle(change, [.. same.Select(one => SubjectOf(one.After.Row))], [.. SettledBy(same.Key.Act).Where(kind => !(same.Key.Asks && kind == ExtensionAsked))], cancellation);
        }

        await notices.Tell(change, told, cancellation);
    }

    private static string SubjectOf(ItemRow item) => $"dispatch/{item.Id}";

    // What an act answers, whoever was told of it.
    private static string[] SettledBy(DispatchAct act) => act switch
    {
        DispatchAct.Sign => [Issued, SigningLate],
        DispatchAct.Decline => [.. ToTheUnit, ExtensionAsked],
        DispatchAct.Issue or DispatchAct.Reject => [Declined],
        DispatchAct.Report => [.. ToTheUnit, ExtensionAsked, StrikeOffDecided],
        DispatchAct.Merge => [.. ToTheUnit, ExtensionAsked, Reported, Declined, StrikeOffDecided],
        DispatchAct.Check => [Reported, ToClose, HandedOver],
        DispatchAct.Return or DispatchAct.Withdraw => [Reported, ToClose],
        DispatchAct.Close => [ToClose, HandedOver],
        DispatchAct.Suspend => [Late, SigningLate],
        DispatchAct.GrantExtension => [ExtensionAsked, Late],
        DispatchAct.RefuseExtension => [ExtensionAsked],
        DispatchAct.HandOver => [.. ToTheUnit, ExtensionAsked, Declined],
        DispatchAct.AcceptStrikeOff or DispatchAct.RefuseStrikeOff or DispatchAct.RecordAcceptance => [StrikeOffAsked],
        DispatchAct.AskStrikeOff => [StrikeOffDecided, StrikeOffReady],
        _ => [],
    };

    private async Task<IReadOnlyList<NewNotice>> Of(StoredItem stored, DispatchEvent e, CancellationToken cancellation)
    {
        var (row, title, due) = (stored.Row, stored.Row.Title, stored.Row.Due);
        NewNotice One(string kind, NoticeTo to, Bilingual text, string part = "") => new(FormattableString.Invariant($"dispatch/{row.Id}/{e.Number}{part}"), kind, to, SubjectOf(row), text, $"office/work/{row.Id}") { Note = e.Why };
        // An order goes to everybody of the unit: who answers for it is seldom who signs and reports. An answer goes to who asked.
        var unit = new NoticeTo(row.Region) { Unit = row.Unit };
        switch (e.Act)
        {
            case DispatchAct.Issue:
                return [One(Issued, unit, Say($"新调度事项“{title.Zh}”，{due:yyyy-MM-dd} 前报送，请签收。", $"A new item, '{En(title)}': report by {due:yyyy-MM-dd}. Sign for it."))];
            case DispatchAct.Urge:
                return [One(Urged, unit, Say($"“{title.Zh}”被催办，期限 {due:yyyy-MM-dd}。", $"'{En(title)}' was urged; it is due {due:yyyy-MM-dd}."))];
            case DispatchAct.Return:
                return [One(Returned, unit with { Person = Last(stored, DispatchAct.Report) ?? row.Person, AndDeputies = true }, Say($"“{title.Zh}”的报告被{e.ByName}退回，请补正后再报送。", $"{e.ByName} returned the report on '{En(title)}'. Mend it and hand it in again."))];
            case DispatchAct.Report:
                return [One(Reported, new(row.Region) { Unit = row.Unit, Right = Rights.ReviewProgress }, Say($"{e.ByName}报送了“{title.Zh}”的进展，请核查。", $"{e.ByName} reported on '{En(title)}'. Check it.")) with { Link = "office/work/check", Note = null }];
            case DispatchAct.Check when row.Cycle is null:
                // Items of a cycle are closed from its page, all at once; nothing else leads to this one.
                return [One(ToClose, new(row.Region) { Right = Rights.Dispatch }, Say($"“{title.Zh}”的报告已核查通过，请办结。", $"The report on '{En(title)}' was approved. Close the item.")) with { Note = null }];
            case DispatchAct.Close when stored.Item.Steps.Count > 0:
                return [One(StrikeOffReady, unit, Say($"“{title.Zh}”已办结，请申请销号。", $"'{En(title)}' is closed. Ask for its strike-off."))];
            case DispatchAct.Decline:
                return [One(Declined, new(row.Region) { Right = Rights.Dispatch }, Say($"{e.ByName}拒收“{title.Zh}”，请重新明确责任单位或再次下达。", $"{e.ByName} declined '{En(title)}'. Hand it over to another unit, or issue it again."))];
            case DispatchAct.AskExtension:
                return [One(ExtensionAsked, new(row.Region) { Right = Rights.Dispatch }, Say($"“{title.Zh}”申请延期至 {e.Day:yyyy-MM-dd}，请答复。", $"An extension of '{En(title)}' to {e.Day:yyyy-MM-dd} is asked for. Answer it."))];
            case DispatchAct.GrantExtension:
                return [One(ExtensionDecided, unit with { Person = Last(stored, DispatchAct.AskExtension) ?? row.Person }, Say($"“{title.Zh}”同意延期，期限改为 {due:yyyy-MM-dd}。", $"The extension of '{En(title)}' was granted: it is due {due:yyyy-MM-dd}."))];
            case DispatchAct.RefuseExtension:
                return [One(ExtensionDecided, unit with { Person = Last(stored, DispatchAct.AskExtension) ?? row.Person }, Say($"“{title.Zh}”不同意延期，期限仍为 {due:yyyy-MM-dd}。", $"The extension of '{En(title)}' was refused: it stays due {due:yyyy-MM-dd}."))];
            case DispatchAct.HandOver when stored.Item.Stage >= DispatchStage.Issued:
                return Handed(stored, e, unit with { Person = e.Person }, One);
            case DispatchAct.AskStrikeOff:
                return [One(StrikeOffAsked, await Acceptor(stored, cancellation), await Waits(stored, Say($"“{title.Zh}”申请销号，请验收。", $"The strike-off of '{En(title)}' is asked for. Accept or refuse it."), cancellation))];
            case DispatchAct.AcceptStrikeOff or DispatchAct.RecordAcceptance when stored.Item.IsStruckOff:
                return [One(StrikeOffDecided, unit with { Person = Last(stored, DispatchAct.AskStrikeOff) ?? row.Person }, Say($"“{title.Zh}”已通过全部验收，予以销号。", $"'{En(title)}' has every acceptance: it is struck off."))];
            case DispatchAct.AcceptStrikeOff or DispatchAct.RecordAcceptance:
                return [One(StrikeOffAsked, await Acceptor(stored, cancellation), await Waits(stored, Say($"“{title.Zh}”上一环节已验收，请继续验收。", $"'{En(title)}' passed an acceptance: yours is next."), cancellation))];
            case DispatchAct.RefuseStrikeOff:
                return [One(StrikeOffDecided, unit with { Person = Last(stored, DispatchAct.AskStrikeOff) ?? row.Person }, Say($"“{title.Zh}”验收未通过，请整改后重新申请销号。", $"'{En(title)}' was not accepted: mend it and ask for the strike-off again."))];
            default:
                return [];
        }
    }

    // Who takes it over; and the unit that had it, which else would go on with it.
    private static List<NewNotice> Handed(StoredItem stored, DispatchEvent e, NoticeTo to, Func<string, NoticeTo, Bilingual, string, NewNotice> one)
    {
        var title = stored.Row.Title;
        var text = stored.Item.Stage >= DispatchStage.Reported
            ? Say($"“{title.Zh}”移交给您负责。报告已经报送；如被退回，请补正。", $"'{En(title)}' was handed over to you. Its report is handed in; mend it where it is returned.")
            : Say($"“{title.Zh}”移交给您办理，期限 {stored.Row.Due:yyyy-MM-dd}。", $"'{En(title)}' was handed over to you; it is due {stored.Row.Due:yyyy-MM-dd}.");
        List<NewNotice> told = [one(HandedOver, to, text, "")];
        var before = stored.Events.Where(other => other.Number < e.Number && other.Unit is not null).MaxBy(other => other.Number)?.Unit;
        if (e.Unit is { } unit && before is not null && before != unit)
        {
            told.Add(one(HandedOver, new(stored.Row.Region) { Unit = before }, Say($"“{title.Zh}”已移交其他单位，不再由本单位办理。", $"'{En(title)}' was handed over to another unit and is no longer yours."), "/before"));
        }

        return told;
    }

    private async Task<NoticeTo> Acceptor(StoredItem stored, CancellationToken cancellation) =>
        await acceptances.Place(stored.Item.NextStep!.Value, stored.Row.Region, cancellation) is var (right, where) && !await acceptances.IsOutside(stored, cancellation)
            ? new(where) { Right = right }
            : new(stored.Row.Region) { Right = Rights.Dispatch };

    // What nobody here can give the bureau records.
    private async Task<Bilingual> Waits(StoredItem stored, Bilingual here, CancellationToken cancellation)
    {
        var (title, step) = (stored.Row.Title, DispatchWords.Of(stored.Item.NextStep!.Value));
        return await acceptances.IsOutside(stored, cancellation)
            ? Say($"“{title.Zh}”待{step.Zh}，本系统中无人可办，请取得验收文件后登记验收意见。", $"'{En(title)}' waits for: {step.En}. Nobody here can give it: record it when its document is there.")
            : here;
    }

    private static string? Last(StoredItem stored, DispatchAct act) => stored.Events.LastOrDefault(e => e.Act == act)?.By;

    private static string En(Bilingual title) => title.En ?? title.Zh;

    private static Bilingual Say(FormattableString zh, FormattableString en) => new(FormattableString.Invariant(zh), FormattableString.Invariant(en));
}

using Greenprint.Delivery.Reports;
using Greenprint.Quantities;

namespace Greenprint.Delivery.Dispatch;

/// <summary>Events to item. What the state forbids is never folded: <see cref="WhyNot"/> is asked first, by the desk and by <see cref="Apply"/> itself.</summary>
internal static class DispatchFold
{
    /// <summary>The item of a whole list of events.</summary>
    /// <remarks>What happened is not asked whether it may: a rule that is new must not make what was done before it unreadable.</remarks>
    /// <exception cref="InvalidOperationException">The list is empty or has gaps.</exception>
    public static DispatchItem Of(IEnumerable<DispatchEvent> events)
    {
        DispatchItem? item = null;
        foreach (var next in events)
        {
            item = Follow(item, next);
        }

        return item ?? throw new InvalidOperationException("An item has at least its registration.");
    }

    /// <summary>The item after one more event.</summary>
    public static DispatchItem Apply(DispatchItem? item, DispatchEvent next)
    {
        ArgumentNullException.ThrowIfNull(next);
        return WhyNot(item, next) is { } why ? throw new InvalidOperationException($"{next.Act}: {why.En}") : Follow(item, next);
    }

    private static DispatchItem Follow(DispatchItem? item, DispatchEvent next) =>
        next.Number != (item?.Version ?? 0) + 1 ? throw new InvalidOperationException(FormattableString.Invariant($"Event {next.Number} does not follow event {item?.Version ?? 0}."))
        : item is null ? Register(next)
        : Step(item, next) with { Version = next.Number };

    /// <summary>Why this event is not possible; null when it is.</summary>
    public static Bilingual? WhyNot(DispatchItem? item, DispatchEvent next)
    {
        var rule = ActRules.Of(next.Act);
        return (item is null) != (next.Act == DispatchAct.Register) ? ("事项已经登记。", "It is registered already.")
            : rule.NeedsWhy && string.IsNullOrWhiteSpace(next.Why) ? next.Act == DispatchAct.RecordAcceptance ? ("请写明验收文件的名称、文号和日期。", "Name the document of the acceptance with its number and date.") : ("请写明原因。", "Give the reason.")
            : rule.NeedsDay && next.Day is null ? ("请填写日期。", "Give the day.")
            : item is null ? (string.IsNullOrEmpty(next.Unit) ? ("请选择责任单位。", "Name the unit.") : null)
            : StateForbids(item, next.Act, next.By) ?? Detail(item, next);
    }

    /// <summary>Why the state forbids an act to a person, before anything is typed; null when it does not.</summary>
    public static Bilingual? StateForbids(DispatchItem item, DispatchAct act, string by)
    {
        var rule = ActRules.Of(act);
        return act == DispatchAct.Register ? ("事项已经登记。", "It is registered already.")
            : item.Ending != DispatchEnding.None ? ("事项已终止，不再办理。", "The item has ended; nothing is done about it any more.")
            : !rule.From.Contains(item.Stage) ? NotNow(act, item.Stage)
            : act == DispatchAct.Resume && !item.IsSuspended ? ("事项没有中止。", "The item is not suspended.")
            : item.IsSuspended && !rule.WhileSuspended ? ("事项已中止，恢复后再办。", "The item is suspended; resume it first.")
            : Special(item, act, by);
    }

    private static Bilingual? Special(DispatchItem item, DispatchAct act, string by) => act switch
    {
        // Whoever proposes does not approve.
        DispatchAct.Review when by == item.RegisteredBy => ("登记人不能审核自己登记的事项，请由他人审核。", "Whoever registered it does not review it: somebody else must."),
        DispatchAct.Check when by == item.ReportedBy => ("报送人不能核查自己的报告，请由他人核查。", "Whoever reported does not check the report: somebody else must."),
        DispatchAct.Return when by == item.ReportedBy => ("报送人不能退回自己的报告：需要修改的请撤回，已核查的请他人退回。", "Whoever reported does not return the report: withdraw it, or, once it is checked, let somebody else return it."),
        DispatchAct.AskExtension when item.Extension is not null => ("已有延期申请待批复。", "A request for an extension is waiting for its answer."),
        DispatchAct.GrantExtension or DispatchAct.RefuseExtension when item.Extension is null => ("没有待批复的延期申请。", "No request for an extension is waiting."),
        DispatchAct.GrantExtension when item.Extension?.By == by => ("申请人不能批复自己的延期申请。", "Whoever asked for the extension does not grant it."),
        DispatchAct.AskStrikeOff when item.Steps.Count == 0 => ("本事项无需销号。", "This item needs no strike-off."),
        DispatchAct.AskStrikeOff when item.IsStruckOff => ("已经销号。", "It is struck off already."),
        DispatchAct.AskStrikeOff when item.StrikeOff.Asked => ("销号申请正在验收。", "The strike-off is being accepted already."),
        DispatchAct.AcceptStrikeOff or DispatchAct.RefuseStrikeOff or DispatchAct.RecordAcceptance when item.NextStep is null => ("没有待验收的销号申请。", "No strike-off is waiting for an acceptance."),
        DispatchAct.AcceptStrikeOff or DispatchAct.RecordAcceptance when item.StrikeOff.AskedBy == by => ("申请人不能验收自己的销号申请。", "Whoever asked for the strike-off does not accept it."),
        DispatchAct.AcceptStrikeOff when item.StrikeOff.Accepted.Contains(by) => ("同一人不能验收两个环节，请由他人验收。", "Nobody gives two acceptances of one chain: somebody else must."),
        _ => null,
    };

    private static Bilingual? Detail(DispatchItem item, DispatchEvent next) => next.Act switch
    {
        DispatchAct.AskExtension or DispatchAct.GrantExtension when next.Day <= item.Due =>
            (FormattableString.Invariant($"延期须晚于现期限 {item.Due:yyyy-MM-dd}。"), FormattableString.Invariant($"An extension lies after the due day {item.Due:yyyy-MM-dd}.")),
        DispatchAct.Resume when next.Day < item.Due => ("恢复后的期限不能早于原期限。", "The due day after a resumption does not lie before the one it had."),
        DispatchAct.HandOver when string.IsNullOrEmpty(next.Unit) && string.IsNullOrEmpty(next.Person) => ("请选择接手的单位或人员。", "Name the unit or the person who takes it over."),
        DispatchAct.HandOver when item.Stage >= DispatchStage.Reported && (next.Unit ?? item.Unit) != item.Unit =>
            ("已报送的事项只能在本单位内更换责任人；由其他单位办理的，先退回报告。", "What is reported passes only to another person of the unit; for another unit the report is returned first."),
        DispatchAct.HandOver when (next.Unit ?? item.Unit) == item.Unit && next.Person == item.Person => ("接手的与现责任人相同。", "It is theirs already."),
        DispatchAct.Merge when string.IsNullOrEmpty(next.Into) => ("请选择并入的事项。", "Name the item that it goes on in."),
        _ => null,
    };

    private static Bilingual NotNow(DispatchAct act, DispatchStage stage)
    {
        var (node, doing) = (DispatchWords.Of(stage), DispatchWords.Of(act));
        return ($"事项处于“{node.Zh}”环节，不能{doing.Zh}。", $"The item stands at '{node.En}': '{doing.En}' is not possible now.");
    }

    private static DispatchItem Register(DispatchEvent e) => new()
    {
        Stage = DispatchStage.Registered,
        Unit = e.Unit!,
        Person = e.Person,
        Due = e.Day!.Value,
        FirstDue = e.Day.Value,
        SignBy = e.SignBy,
        RegisteredBy = e.By,
        Steps = e.Steps,
        Nodes = new Dictionary<DispatchStage, DispatchEvent> { [DispatchStage.Registered] = e },
        Version = e.Number,
    };

    private static DispatchItem Step(DispatchItem item, DispatchEvent e) => e.Act switch
    {
        DispatchAct.Review => item.Reach(DispatchStage.Reviewed, e),
        DispatchAct.Reject => item with { Ending = DispatchEnding.Rejected },
        DispatchAct.Issue => item.Reach(DispatchStage.Issued, e) with { SignBy = e.SignBy },
        DispatchAct.Sign => item.Reach(DispatchStage.Signed, e),
        DispatchAct.Decline => item.Back(DispatchStage.Reviewed) with { Extension = null },
        DispatchAct.Begin => item.Reach(DispatchStage.InHand, e),
        DispatchAct.Report => (item.Stage == DispatchStage.Signed ? item.Reach(DispatchStage.InHand, e) : item).Reach(DispatchStage.Reported, e) with
        {
            ReportedBy = e.By,
            ReportedAt = e.At,
            Reports = item.Reports + 1,
            Extension = null,
        },
        DispatchAct.Withdraw => item.Back(DispatchStage.InHand) with { ReportedBy = null, ReportedAt = null, LastReport = ReportState.Withdrawn },
        DispatchAct.Return => ReturnedUntil(item, e.Day),
        DispatchAct.Check => item.Reach(DispatchStage.Checked, e),
        DispatchAct.Close => item.Reach(DispatchStage.Closed, e),
        DispatchAct.Urge => item with { Urged = item.Urged + 1 },
        DispatchAct.AskExtension => item with { Extension = new(e.Day!.Value, e.By) },
        DispatchAct.GrantExtension => item with { Due = e.Day!.Value, Extension = null },
        DispatchAct.RefuseExtension => item with { Extension = null },
        DispatchAct.Suspend => item with { SuspendedAt = e.At },
        DispatchAct.Resume => item with { SuspendedAt = null, Due = e.Day ?? item.Due, SignBy = e.SignBy ?? item.SignBy },
        DispatchAct.Merge => item with { Ending = DispatchEnding.Merged, MergedInto = e.Into, SuspendedAt = null },
        DispatchAct.HandOver => HandedOver(item, e),
        DispatchAct.Unlock => item with { UnlockedUntil = e.Day },
        DispatchAct.AskStrikeOff => item with { StrikeOff = new(true, e.By, []) },
        DispatchAct.AcceptStrikeOff => item.Accepted(e.By),

        // Whoever records what a document says has accepted nothing themselves.
        DispatchAct.RecordAcceptance => item.Accepted(null),
        DispatchAct.RefuseStrikeOff => item with { StrikeOff = StrikeOff.None },
        _ => throw new InvalidOperationException($"{e.Act} is no act on an item that is there."),
    };

    private static DispatchItem Accepted(this DispatchItem item, string? by) => item with
    {
        StrikeOff = item.StrikeOff with { Asked = item.StrikeOff.Accepted.Count + 1 < item.Steps.Count, Accepted = [.. item.StrikeOff.Accepted, by] },
    };

    // Another unit has to sign for it anew; another person of the same unit goes on where it stands.
    private static DispatchItem HandedOver(DispatchItem item, DispatchEvent e)
    {
        var isAnother = e.Unit is { } unit && unit != item.Unit;
        return (isAnother && item.Stage is DispatchStage.Signed or DispatchStage.InHand ? item.Back(DispatchStage.Issued) : item) with
        {
            Unit = e.Unit ?? item.Unit,
            Person = e.Person,
            SignBy = e.SignBy ?? item.SignBy,

            // What the unit before asked for is not what this one asks for.
            Extension = isAnother ? null : item.Extension,
        };
    }

    // Whoever reported in time and is sent back after the due day is not late for it: the day given for doing it again is the due day then. Whoever was
    // late stays late. Either way the report is taken until that day, whatever has locked meanwhile.
    private static DispatchItem ReturnedUntil(DispatchItem item, DateOnly? again) => item.Back(DispatchStage.InHand) with
    {
        ReportedBy = null,
        ReportedAt = null,
        Returned = item.Returned + 1,
        LastReport = ReportState.Returned,
        Due = item.ReportedAt is { } at && ChinaTime.DayOf(at) <= item.Due && again > item.Due ? again.Value : item.Due,
        UnlockedUntil = item.UnlockedUntil is null || again > item.UnlockedUntil ? again ?? item.UnlockedUntil : item.UnlockedUntil,
    };

    private static DispatchItem Reach(this DispatchItem item, DispatchStage stage, DispatchEvent e) =>
        item with { Stage = stage, Nodes = new Dictionary<DispatchStage, DispatchEvent>(item.Nodes) { [stage] = e } };

    private static DispatchItem Back(this DispatchItem item, DispatchStage stage) =>
        item with { Stage = stage, Nodes = item.Nodes.Where(node => node.Key <= stage).ToDictionary() };
}

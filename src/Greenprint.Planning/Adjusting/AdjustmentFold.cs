using Greenprint.Quantities;

namespace Greenprint.Planning.Adjusting;

/// <summary>Events to adjustment. What the state forbids is never folded: <see cref="WhyNot"/> is asked first, by the store and by <see cref="Apply"/> itself.</summary>
internal static class AdjustmentFold
{
    /// <exception cref="InvalidOperationException">The list is empty, has gaps, or holds an event that was not possible.</exception>
    public static Adjustment Of(string plan, string code, IEnumerable<AdjustmentEvent> events)
    {
        Adjustment? adjustment = null;
        foreach (var next in events)
        {
            adjustment = Apply(plan, code, adjustment, next);
        }

        return adjustment ?? throw new InvalidOperationException("A request has at least its draft.");
    }

    /// <summary>The adjustment after one more event.</summary>
    public static Adjustment Apply(string plan, string code, Adjustment? adjustment, AdjustmentEvent next)
    {
        ArgumentNullException.ThrowIfNull(next);
        if (next.Number != (adjustment?.Version ?? 0) + 1)
        {
            throw new InvalidOperationException(FormattableString.Invariant($"Event {next.Number} does not follow event {adjustment?.Version ?? 0}."));
        }

        if (WhyNot(adjustment, next) is { } why)
        {
            throw new InvalidOperationException($"{next.Act}: {why.Why.En}");
        }

        return adjustment is null ? Drafted(plan, code, next) : Step(adjustment, next) with { Version = next.Number, Last = next };
    }

    /// <summary>Why this event is not possible, and the field that has to say more; null when it is.</summary>
    public static (string Field, Bilingual Why)? WhyNot(Adjustment? adjustment, AdjustmentEvent next)
    {
        if (adjustment is null)
        {
            return next is { Act: AdjustmentAct.Draft, Subject: not null, Proposal: not null } ? Grounds(next) : ("", ("申请还没有拟定。", "Nothing is drafted yet."));
        }

        return StateForbids(adjustment, next.Act, next.By, ChinaTime.DayOf(next.At)) is { } why ? ("", why)
            : AdjustmentRules.Of(next.Act).NeedsWhy && string.IsNullOrWhiteSpace(next.Why) ? ("why", ("请写明理由。", "Give the reason."))
            : Detail(adjustment, next);
    }

    /// <summary>Why the state forbids an act to a person on a day, before anything is typed; null when it does not.</summary>
    public static Bilingual? StateForbids(Adjustment adjustment, AdjustmentAct act, string by, DateOnly today) => act switch
    {
        AdjustmentAct.Draft => ("申请已经拟定。", "It is drafted already."),
        _ when adjustment.Ending == AdjustmentEnding.Refused => ("已决定不予调整，申请办结；确需调整的请重新提出申请。", "It was decided not to adjust; the request is closed. Where it is still needed, propose it anew."),
        _ when adjustment.Ending == AdjustmentEnding.Withdrawn => ("申请已撤回；确需调整的请重新提出申请。", "The request was withdrawn. Where it is still needed, propose it anew."),
        _ when !AdjustmentRules.Of(act).From.Contains(adjustment.Stage) => NotNow(act, adjustment.Stage),
        _ when AdjustmentRules.Of(act).Party == AdjustmentParty.Proposer && by != adjustment.ProposedBy => ($"由申请人{adjustment.ProposedByName}办理。", $"This is for {adjustment.ProposedByName}, who proposed it."),
        // Whoever proposes does not approve.
        _ when AdjustmentRules.Of(act).Party == AdjustmentParty.Approver && by == adjustment.ProposedBy => ("申请人不能决定自己的申请，请由他人决定。", "Whoever proposed it does not decide it: somebody else must."),
        AdjustmentAct.GiveOpinion when today > adjustment.OpinionsUntil => (
            FormattableString.Invariant($"反馈期限 {adjustment.OpinionsUntil:yyyy-MM-dd} 已过，请申请单位延长期限后再反馈。"),
            FormattableString.Invariant($"Opinions were taken until {adjustment.OpinionsUntil:yyyy-MM-dd}. Ask the editors to extend that day.")),
        AdjustmentAct.Approve when !adjustment.IsHeard(today) => (
            FormattableString.Invariant($"还有 {adjustment.Silent.Count()} 个单位未反馈意见，期限 {adjustment.OpinionsUntil:yyyy-MM-dd} 未到。反馈齐全或期限过后再批准。"),
            FormattableString.Invariant($"{adjustment.Silent.Count()} units have not answered, and they have until {adjustment.OpinionsUntil:yyyy-MM-dd}. Approve when all have, or after that day.")),
        _ => null,
    };

    private static (string Field, Bilingual Why)? Detail(Adjustment adjustment, AdjustmentEvent next) => next.Act switch
    {
        AdjustmentAct.Amend when next.Proposal is null => ("", ("没有填写内容。", "Nothing was given.")),
        AdjustmentAct.Amend => Grounds(next),
        AdjustmentAct.AskOpinions => Asked(adjustment, next),
        AdjustmentAct.GiveOpinion when next.Unit is not { } unit || !adjustment.Asked.Contains(unit) => ("unit", ("没有征求这个单位的意见。", "This unit was not asked.")),
        AdjustmentAct.GiveOpinion when next.Opinion is null => ("opinion", ("请选择意见。", "Choose what the unit says.")),
        AdjustmentAct.GiveOpinion when next.Opinion is OpinionKind.AgreeWithRemark or OpinionKind.Disagree && string.IsNullOrWhiteSpace(next.Why) =>
            ("opinion-text", ("请写明意见内容和理由。", "Say what the unit remarks, and why.")),
        AdjustmentAct.Approve when string.IsNullOrWhiteSpace(next.Document) => ("document", ("请填写批准文件的文号。", "Give the number of the document that decides.")),
        AdjustmentAct.Approve when next.Day is null => ("on", ("请填写批准文件的日期。", "Give the date of the document.")),
        AdjustmentAct.Approve when next.Day > ChinaTime.DayOf(next.At) => ("on", ("批准文件的日期晚于今天。", "The document is of a day to come.")),
        _ => null,
    };

    private static (string Field, Bilingual Why)? Asked(Adjustment adjustment, AdjustmentEvent next)
    {
        var isLater = adjustment.OpinionsUntil is { } until && next.Day > until;
        return next.Day is not { } day ? ("until", ("请填写反馈期限。", "Give the last day for opinions."))
            : day < ChinaTime.DayOf(next.At) ? ("until", ("反馈期限早于今天。", "The last day for opinions has passed."))
            : day < adjustment.OpinionsUntil ? ("until", NotSooner(adjustment.OpinionsUntil.Value))
            : next.Units.Count == 0 && !isLater ? ("units", ("请选择征求意见的单位。", "Choose the units to be asked."))
            : next.Units.Distinct(StringComparer.Ordinal).Count() != next.Units.Count || next.Units.Any(unit => adjustment.Asked.Contains(unit)) ? ("units", ("有单位已经征求过意见。", "A unit was asked already."))
            : null;
    }

    private static Bilingual NotSooner(DateOnly told) => (
        FormattableString.Invariant($"已告知各单位 {told:yyyy-MM-dd} 前反馈，期限不能提前。"),
        FormattableString.Invariant($"The units were told {told:yyyy-MM-dd}: that day is not moved forward."));

    private static (string Field, Bilingual Why)? Grounds(AdjustmentEvent next) =>
        string.IsNullOrWhiteSpace(next.Proposal!.Grounds) ? ("why", ("请写明依据与理由。", "Give the grounds.")) : null;

    private static Bilingual NotNow(AdjustmentAct act, AdjustmentStage stage)
    {
        var (now, doing) = (AdjustmentWords.Standing(stage), AdjustmentWords.Of(act));
        return (act, stage) switch
        {
            (AdjustmentAct.Approve or AdjustmentAct.Refuse or AdjustmentAct.Return or AdjustmentAct.Withdraw, >= AdjustmentStage.Decided) =>
                ("已经批准，不能再作决定；需要改变的请另提调整申请。", "It is approved; it is not decided twice. To change that, propose another adjustment."),
            (AdjustmentAct.Publish, AdjustmentStage.Published) => ("已经公布。", "It is published already."),
            (AdjustmentAct.Publish, _) => ("批准后才能公布。", "It is published once it is approved."),
            (AdjustmentAct.Approve, AdjustmentStage.Submitted) => ("征求有关单位意见后才能批准。", "It is approved after the units concerned were asked."),
            (AdjustmentAct.Amend, _) => ("提交后不能修改；需要修改的，请决定人退回。", "Once submitted it is not changed: who decides can return it."),
            _ => ($"目前是“{now.Zh}”，不能{doing.Zh}。", $"It stands at '{now.En}', which does not let it be done: {doing.En}."),
        };
    }

    private static Adjustment Drafted(string plan, string code, AdjustmentEvent e) => new(plan, code, e.Subject!)
    {
        Stage = AdjustmentStage.Drafted,
        Proposal = e.Proposal!,
        ProposedBy = e.By,
        ProposedByName = e.ByName,
        Nodes = new Dictionary<AdjustmentStage, AdjustmentEvent> { [AdjustmentStage.Drafted] = e },
        Version = e.Number,
        Last = e,
    };

    private static Adjustment Step(Adjustment adjustment, AdjustmentEvent e) => e.Act switch
    {
        AdjustmentAct.Amend => adjustment with { Proposal = e.Proposal! },
        AdjustmentAct.Submit => adjustment.Reach(AdjustmentStage.Submitted, e),
        AdjustmentAct.AskOpinions => (adjustment.Stage == AdjustmentStage.Submitted ? adjustment.Reach(AdjustmentStage.Consulted, e) : adjustment) with
        {
            Asked = [.. adjustment.Asked, .. e.Units],
            OpinionsUntil = e.Day,
        },
        AdjustmentAct.GiveOpinion => Answered(adjustment, e),
        // What was said was said of another text.
        AdjustmentAct.Return => adjustment with
        {
            Stage = AdjustmentStage.Drafted,
            Nodes = adjustment.Nodes.Where(node => node.Key == AdjustmentStage.Drafted).ToDictionary(),
            Asked = [],
            OpinionsUntil = null,
            Opinions = [],
        },
        AdjustmentAct.Approve => adjustment.Reach(AdjustmentStage.Decided, e) with { Decision = e },
        AdjustmentAct.Refuse => adjustment with { Ending = AdjustmentEnding.Refused, Decision = e },
        AdjustmentAct.Withdraw => adjustment with { Ending = AdjustmentEnding.Withdrawn },
        AdjustmentAct.Publish => adjustment.Reach(AdjustmentStage.Published, e),
        _ => throw new InvalidOperationException($"{e.Act} is no act on a request that is there."),
    };

    private static Adjustment Answered(Adjustment adjustment, AdjustmentEvent e)
    {
        var last = adjustment.Opinions.Where(opinion => opinion.Unit != e.Unit).Append(e).ToDictionary(opinion => opinion.Unit!, StringComparer.Ordinal);
        return adjustment with { Opinions = [.. adjustment.Asked.Where(last.ContainsKey).Select(unit => last[unit])] };
    }

    private static Adjustment Reach(this Adjustment adjustment, AdjustmentStage stage, AdjustmentEvent e) =>
        adjustment with { Stage = stage, Nodes = new Dictionary<AdjustmentStage, AdjustmentEvent>(adjustment.Nodes) { [stage] = e } };
}

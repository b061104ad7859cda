using Greenprint.Platform;
using Greenprint.Quantities;

namespace Greenprint.Planning.Adjusting;

/// <summary>Who is told of what happens to a request, and which notices are settled by it. Told in the change that the event is written in.</summary>
internal sealed class AdjustmentNotices(INotices notices)
{
    /// <summary>Kinds, as webhooks and mails name them.</summary>
    public const string Submitted = "adjustment.submitted", OpinionAsked = "adjustment.opinion-asked", ToDecide = "adjustment.to-decide", Returned = "adjustment.returned",
        Refused = "adjustment.refused", Approved = "adjustment.approved", Published = "adjustment.published";

    public static (string Kind, Bilingual Name)[] Kinds =>
    [
        (Submitted, ("调整申请提交", "Adjustment submitted")), (OpinionAsked, ("调整征求意见", "Opinion about an adjustment asked")), (ToDecide, ("调整待决定", "Adjustment to be decided")),
        (Returned, ("调整申请退回", "Adjustment returned")), (Refused, ("不予调整", "Adjustment refused")), (Approved, ("调整待公布", "Adjustment to be published")), (Published, ("调整公布", "Adjustment published")),
    ];

    /// <summary>Tells of the last event of a request.</summary>
    public async Task Tell(Change change, PlanView plan, Adjustment? before, Adjustment after, CancellationToken cancellation)
    {
        foreach (var (subject, kinds) in SettledBy(before, after))
        {
            await notices.Settle(change, subject, kinds, cancellation);
        }

        await notices.Tell(change, [.. Of(plan, before, after)], cancellation);
    }

    private static string SubjectOf(Adjustment adjustment) => $"adjustment/{adjustment.Id}";

    // A unit's answer settles what its own people were told, and nobody else's: so each unit has a subject of its own.
    private static string SubjectOf(Adjustment adjustment, string unit) => $"adjustment/{adjustment.Id}/{unit}";

    private static IEnumerable<(string[] Subjects, string[] Kinds)> SettledBy(Adjustment? before, Adjustment after)
    {
        if (before is null)
        {
            yield break;
        }

        if (after.Last is { Act: AdjustmentAct.GiveOpinion, Unit: { } unit })
        {
            yield return ([SubjectOf(after, unit)], [OpinionAsked]);
        }

        // A later day stands in the place of the one told before.
        if (after.Last.Act == AdjustmentAct.AskOpinions && before.OpinionsUntil != after.OpinionsUntil)
        {
            yield return ([.. before.Silent.Select(asked => SubjectOf(after, asked))], [OpinionAsked]);
        }

        // Whatever ends the asking: nobody waits for an opinion any more.
        if (after.Last.Act is AdjustmentAct.Return or AdjustmentAct.Approve or AdjustmentAct.Refuse or AdjustmentAct.Withdraw && before.Asked.Count > 0)
        {
            yield return ([.. before.Asked.Select(asked => SubjectOf(after, asked))], [OpinionAsked]);
        }

        yield return ([SubjectOf(after)], after.Last.Act switch
        {
            AdjustmentAct.Submit => [Returned],
            // Where further units are asked, nobody decides before they are heard.
            AdjustmentAct.AskOpinions when after.Silent.Any() => [ToDecide],
            AdjustmentAct.Return or AdjustmentAct.Approve or AdjustmentAct.Refuse => [Submitted, ToDecide],
            AdjustmentAct.Withdraw => [Submitted, ToDecide, Returned],
            AdjustmentAct.Publish => [Approved],
            _ => [],
        });
    }

    private static IEnumerable<NewNotice> Of(PlanView plan, Adjustment? before, Adjustment after)
    {
        var (e, region, name) = (after.Last, plan.Summary.Region, AdjustmentWords.NameOf(after, plan));
        var (zh, en) = (name.Zh, name.En ?? name.Zh);
        NewNotice One(string kind, NoticeTo to, Bilingual text, string? unit = null) => new(
            FormattableString.Invariant($"adjustment/{after.Id}/{e.Number}{(unit is null ? "" : $"/{unit}")}"), kind, to, kind == OpinionAsked ? SubjectOf(after, unit!) : SubjectOf(after), text, $"office/plans/{after.Plan}/adjustments/{after.Code}")
        {
            Note = e.Why,
        };
        var proposer = new NoticeTo(region) { Person = after.ProposedBy, Right = Rights.EditPlans };
        // Who proposes does not decide.
        var deciders = new NoticeTo(region) { Right = Rights.Approve, Except = after.ProposedBy };
        return e.Act switch
        {
            AdjustmentAct.Submit => [One(Submitted, deciders, ($"{e.ByName}提交了调整申请“{zh}”，征求意见后由您决定。", $"{e.ByName} submitted the adjustment '{en}'. You decide it once opinions are in."))],
            AdjustmentAct.AskOpinions => Asked(before!, after).Select(unit => One(OpinionAsked, new(region) { Unit = unit }, Say(
                $"调整申请“{zh}”征求你单位意见，{e.Day:yyyy-MM-dd} 前反馈。", $"The adjustment '{en}' asks for the opinion of your unit: answer by {e.Day:yyyy-MM-dd}."), unit)),
            AdjustmentAct.GiveOpinion when before!.Silent.Any() && !after.Silent.Any() => [One(ToDecide, deciders, ($"调整申请“{zh}”的意见已反馈齐，请决定。", $"All opinions on the adjustment '{en}' are in. Decide it.")) with { Note = null }],
            AdjustmentAct.Return => [One(Returned, proposer, ($"调整申请“{zh}”被{e.ByName}退回，请修改后再提交。", $"{e.ByName} returned the adjustment '{en}'. Mend it and submit it again."))],
            AdjustmentAct.Refuse => [One(Refused, proposer, ($"{e.ByName}决定不予调整：“{zh}”。", $"{e.ByName} refused the adjustment '{en}'."))],
            AdjustmentAct.Approve => [One(Approved, new(region) { Right = Rights.Publish }, ($"调整申请“{zh}”已批准（{e.Document}），请公布。", $"The adjustment '{en}' is approved ({e.Document}). Publish it."))],
            AdjustmentAct.Publish => Concerned(plan, after).Select(unit => One(Published, new(region) { Unit = unit }, (
                $"调整“{zh}”已公布（{after.Decision!.Document}），请按调整后的内容执行。", $"The adjustment '{en}' is published ({after.Decision!.Document}). Work to what holds now."), unit)),
            _ => [],
        };
    }

    // A later day is news to all who have not answered; else only those are told who are asked now.
    private static IEnumerable<string> Asked(Adjustment before, Adjustment after) => before.OpinionsUntil == after.OpinionsUntil ? after.Last.Units : after.Silent;

    // Those asked, and who leads or supports what is adjusted, before and after.
    private static IEnumerable<string> Concerned(PlanView plan, Adjustment adjustment)
    {
        var (asked, indicator) = (adjustment.Proposal, plan.Indicators.FirstOrDefault(one => adjustment.Subject.Kind == AdjustmentSubjectKind.Target && one.Code == adjustment.Subject.Code));
        IEnumerable<string?> units =
        [
            .. adjustment.Asked, indicator?.Lead, .. indicator?.Support ?? [], asked.OldTask?.Lead, .. asked.OldTask?.Support ?? [], asked.NewTask?.Lead, .. asked.NewTask?.Support ?? [],
            asked.OldKeyTask?.Lead, .. asked.OldKeyTask?.Support ?? [], asked.NewKeyTask?.Lead, .. asked.NewKeyTask?.Support ?? [],
        ];
        return units.OfType<string>().Distinct(StringComparer.Ordinal);
    }

    private static Bilingual Say(FormattableString zh, FormattableString en) => new(FormattableString.Invariant(zh), FormattableString.Invariant(en));
}

using Greenprint.Planning.Adjusting;
using Greenprint.Quantities;

namespace Greenprint.Planning.Tests.Adjusting;

/// <summary>A request told event by event: 王 proposes, 赵 is another editor, 陈 speaks for the water bureau, 李 approves.</summary>
internal sealed record Request(IReadOnlyList<AdjustmentEvent> Events)
{
    public const string Water = "jia/water", Housing = "jia/housing";

    public static AdjustmentProposal Looser { get; } = new("连续两年气象条件不利。", 1)
    {
        OldTarget = new(Target(20), [new(2027, 21.5m)]),
        NewTarget = new(Target(20.5m), [new(2027, 21.8m)]),
    };

    public Adjustment? Now => Events.Count == 0 ? null : AdjustmentFold.Of("jia-15", "A2027-01", Events);

    public Adjustment Standing => Now!;

    public static Target Target(decimal value) => new(TargetKind.AtMost, 2030, value, null, new(FormattableString.Invariant($"≤{value}")));

    public static DateTimeOffset At(int day) => ChinaTime.StartOf(new DateOnly(2027, 3, 1).AddDays(day - 1)).AddHours(9);

    public static Request Drafted() => new Request([]).Then(AdjustmentAct.Draft, "wang", 1);

    public static Request Submitted() => Drafted().Then(AdjustmentAct.Submit, "wang", 2);

    /// <summary>Asked until 20 March, and answered.</summary>
    public static Request Heard() => Submitted().Then(AdjustmentAct.AskOpinions, "zhao", 3).Then(AdjustmentAct.GiveOpinion, "chen", 4);

    public static Request Approved() => Heard().Then(AdjustmentAct.Approve, "li", 5);

    public static Request Published() => Approved().Then(AdjustmentAct.Publish, "zhao", 6);

    public static Request Refused() => Heard().Then(AdjustmentAct.Refuse, "li", 5);

    public static Request Withdrawn() => Heard().Then(AdjustmentAct.Withdraw, "wang", 5);

    public Request Then(AdjustmentAct act, string by, int day)
    {
        var next = Next(act, by, day);
        AdjustmentFold.Apply("jia-15", "A2027-01", Now, next);
        return new([.. Events, next]);
    }

    /// <summary>The event as somebody would do it who fills in all that it needs.</summary>
    public AdjustmentEvent Next(AdjustmentAct act, string by, int day, string? unit = null) => new(Events.Count + 1, act, At(day), by, by)
    {
        Subject = act == AdjustmentAct.Draft ? new(AdjustmentSubjectKind.Target, "air-pm25") : null,
        Proposal = act is AdjustmentAct.Draft or AdjustmentAct.Amend ? Looser : null,
        Why = "说明",
        Units = act == AdjustmentAct.AskOpinions ? [Now?.Asked.Contains(Water) == true ? Housing : Water] : [],
        Day = act == AdjustmentAct.AskOpinions ? new DateOnly(2027, 3, 20) : act == AdjustmentAct.Approve ? new DateOnly(2027, 3, 1) : null,
        Unit = act == AdjustmentAct.GiveOpinion ? unit ?? Water : null,
        Opinion = act == AdjustmentAct.GiveOpinion ? OpinionKind.Agree : null,
        Document = act == AdjustmentAct.Approve ? "甲府〔2027〕3号" : null,
    };
}

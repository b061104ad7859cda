using Greenprint.Delivery.Reports;
using Greenprint.Quantities;
using Greenprint.Ui.States;

namespace Greenprint.Delivery.Lists;

/// <summary>The three rings above the progress of a year (P2): state, latest call, age of the last report. Each counts what the other choices leave, so that another part can be chosen.</summary>
internal static class ProgressRings
{
    public static IReadOnlyList<RingModel> Of(ProgressList list, string page) =>
    [
        Ring<ProgressState>(
            list, page, ("任务状态", "State of the tasks"), ProgressState.Done, TaskProgress.Name, Meaning,
            state => state switch { ProgressState.Done => StateTone.Achieved, ProgressState.InProgress => StateTone.Good, ProgressState.Overdue => StateTone.Behind, _ => StateTone.Unknown },
            (filter, value) => filter with { State = value }, list.Filter.State),
        Ring<CallPhase>(
            list, page, ("最近一次调度", "Latest call"), CallPhase.Checked, CallPhases.Name, Meaning,
            phase => phase switch { CallPhase.Checked => StateTone.Achieved, CallPhase.ToCheck => StateTone.Waiting, CallPhase.InHand => StateTone.Good, CallPhase.ToSign => StateTone.Slow, _ => StateTone.Unknown },
            (filter, value) => filter with { Phase = value }, list.Filter.Phase),
        Ring<Recency>(
            list, page, ("未完成任务的最近报告", "Last report on tasks not done"), Recency.Month, CallPhases.Name, Meaning,
            recency => recency switch { Recency.Month => StateTone.Achieved, Recency.Quarter => StateTone.Good, Recency.Older => StateTone.Slow, _ => StateTone.Behind },
            (filter, value) => filter with { Recency = value }, list.Filter.Recency),
    ];

    private static RingModel Ring<T>(
        ProgressList list, string page, Bilingual title, T good, Func<T, Bilingual> name, Func<T, Bilingual> meaning, Func<T, StateTone> tone, Func<YearFilter, string?, YearFilter> choose, string? chosen)
        where T : struct, Enum => new(
            title,
            name(good),
            [
                .. Enum.GetValues<T>().Select(value => new RingPart(
                    name(value), meaning(value), list.CountOf(choose(list.Filter, value.ToString())), tone(value),
                    page + choose(list.Filter, chosen == value.ToString() ? null : value.ToString()).Query(), chosen == value.ToString()) { IsGood = value.Equals(good) }),
            ]);

    private static Bilingual Meaning(ProgressState state) => state switch
    {
        ProgressState.NotStarted => ("没有单位签收过", "nobody has signed for it"),
        ProgressState.InProgress => ("已签收，未到时限", "signed for, not due yet"),
        ProgressState.Overdue => ("时限已过，未完成", "its day has passed"),
        _ => ("报告已核查，佐证齐备", "an approved report says so, with its proof"),
    };

    private static Bilingual Meaning(CallPhase phase) => phase switch
    {
        CallPhase.NotCalled => ("没有下达过", "nothing was issued"),
        CallPhase.ToSign => ("已下达，未签收", "issued"),
        CallPhase.InHand => ("已签收，未报送", "signed for"),
        CallPhase.ToCheck => ("已报送，未核查", "reported"),
        _ => ("报告已核查通过", "its report was approved"),
    };

    private static Bilingual Meaning(Recency recency) => recency switch
    {
        Recency.Month => ("31 天以内", "31 days at most"),
        Recency.Quarter => ("92 天以内", "92 days at most"),
        Recency.Older => ("超过 92 天", "more than 92 days"),
        _ => ("没有核查通过的报告", "no approved report"),
    };
}

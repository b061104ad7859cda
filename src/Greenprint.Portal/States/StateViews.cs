using Greenprint.Planning;
using Greenprint.Quantities;
using Greenprint.Ui.States;

namespace Greenprint.Portal.States;

/// <summary>The states of Planning as the public meets them: word, look and written definition.</summary>
internal static class StateViews
{
    /// <summary>In the order in which a reader should meet them: what needs attention before what only waits.</summary>
    internal static IReadOnlyList<StateView> All { get; } =
    [
        New(IndicatorState.Achieved, "已完成", "Achieved", StateTone.Achieved, "目标年已过，数值达到目标。", "The target year is over and the target was reached."),
        New(IndicatorState.OnTrack, "达到或快于序时进度", "On track", StateTone.Good, "进展不低于年度目标或直线进度；保持类、限值类指标符合要求。", "At least as far as the yearly step or the straight line asks; for limits: the limit holds."),
        New(IndicatorState.AtRisk, "略滞后", "Slightly behind", StateTone.Slow, "已完成应有进度的八成以上；保持类、限值类指标略有超出。", "At least eight tenths of what today asks; for limits: missed by a hair."),
        New(IndicatorState.OffTrack, "滞后", "Behind", StateTone.Behind, "完成不足应有进度的八成。", "Less than eight tenths of what today asks."),
        New(IndicatorState.Regressing, "不降反升", "Worse than at the start", StateTone.Worse, "数值比基准值更差：应降反升，或应升反降。", "The value is worse than the baseline."),
        New(IndicatorState.NotAchieved, "未完成", "Not achieved", StateTone.Failed, "目标年已过，数值没有达到目标。", "The target year is over and the target was not reached."),
        New(IndicatorState.WaitingForAssignment, "待上级下达", "Waiting for the superior", StateTone.Waiting, "目标由上级下达，尚未收到文件。", "The superior sets this target; its document has not arrived."),
        New(IndicatorState.Unknown, "暂无法判定", "Cannot be judged yet", StateTone.Unknown, "还没有数值，或按规定不能给出数值。", "There is no value yet, or the rules forbid giving one."),
        New(IndicatorState.Suspended, "已暂停", "Suspended", StateTone.Halted, "依据文件暂停考核。", "Suspended by a decision."),
        New(IndicatorState.Cancelled, "已取消", "Cancelled", StateTone.Halted, "依据文件取消。", "Cancelled by a decision."),
        New(IndicatorState.Superseded, "已被替代", "Superseded", StateTone.Halted, "依据文件由其他指标替代。", "Replaced by another indicator, by a decision."),
    ];

    /// <summary>The state of an indicator that should rise or fall: what went the wrong way is named by the way it should have gone.</summary>
    internal static StateView Of(IndicatorState state, DesiredDirection direction)
    {
        var view = All.Single(known => known.Key == state.ToString());
        return state == IndicatorState.Regressing && direction == DesiredDirection.Up ? view with { Label = new("不升反降", view.Label.En) } : view;
    }

    /// <summary>How many indicators have each state.</summary>
    internal static IReadOnlyList<StateCount> Count(IEnumerable<IndicatorState> states)
    {
        var counted = states.CountBy(state => state.ToString()).ToDictionary(StringComparer.Ordinal);
        return [.. All.Select(view => new StateCount(view, counted.GetValueOrDefault(view.Key)))];
    }

    private static StateView New(IndicatorState state, string zh, string en, StateTone tone, string meaningZh, string meaningEn) =>
        new(state.ToString(), new Bilingual(zh, en), tone, new Bilingual(meaningZh, meaningEn));
}

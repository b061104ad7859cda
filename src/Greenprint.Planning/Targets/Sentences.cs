using Greenprint.Quantities;

namespace Greenprint.Planning.Targets;

/// <summary>Why a state is what it is: one sentence a state, from the figures that were judged.</summary>
internal static class Sentences
{
    public static Bilingual NoNumber => ("目标没有可比的数值，无法判定。", "The target gives no number to compare with.");

    public static Bilingual NoBaseline => ("目标只提出方向，而基准值没有数值，无法判定变化方向。", "The target asks for a direction only, and there is no baseline number to tell it from.");

    public static Bilingual Decided(IndicatorDecision decision)
    {
        var (zh, en) = decision.State switch
        {
            IndicatorState.Suspended => ("暂停", "suspended"),
            IndicatorState.Cancelled => ("取消", "cancelled"),
            IndicatorState.Superseded => ("被新指标替代", "superseded"),
            _ => throw new ArgumentException($"A decision cannot make an indicator {decision.State}.", nameof(decision)),
        };
        return (
            Words.Text($"根据{decision.Document}（{decision.On:yyyy-MM-dd}），该指标{zh}，不作判定。"),
            Words.Text($"The indicator was {en} by {decision.Document} of {decision.On:yyyy-MM-dd}; it is not judged."));
    }

    public static Bilingual Waiting(Case judged) => judged.Latest is null
        ? ("目标为完成上级下达任务，下达文件未到，也还没有数值。", "The target is what the superior assigns. Its document has not arrived, and there is no value yet.")
        : ("目标为完成上级下达任务，下达文件未到，现有数值无从比较。", "The target is what the superior assigns. Its document has not arrived, so the value has nothing to be compared with.");

    public static Bilingual NoValue(Case judged)
    {
        if (judged.NotGiven is { } rule)
        {
            return ($"数值不能给出：{rule.Zh.TrimEnd('。')}。", $"The value cannot be given: {(rule.En ?? rule.Zh).TrimEnd('.')}.");
        }

        var year = judged.Target.Year;
        return judged.IsOver
            ? (Words.Text($"目标年 {year} 年已过，全年数值尚未取得。"), Words.Text($"The target year {year} is over, but the value of the whole year is not in yet."))
            : ("规划期内还没有数值。", "There is no value within the plan's years yet.");
    }

    public static Bilingual Final(Case judged, decimal value, Bound bound, bool met)
    {
        var (figure, asked, missed) = (Words.Published(judged.Indicator, value), Words.Of(judged.Indicator, bound), bound.Missing(value));
        var by = Words.Difference(judged.Indicator, missed);
        return (
            Words.Text($"{judged.Target.Year} 年为 {figure}，目标{asked.Zh}，{(met ? "已达到" : $"未达到，相差 {by.Zh}")}。"),
            Words.Text($"{figure} in {judged.Target.Year}, where the target asks for {asked.En}: {(met ? "reached" : $"missed by {by.En}")}."));
    }

    public static Bilingual Worse(Case judged, ActualValue actual, decimal value, decimal worse)
    {
        var (figure, when, by, baseline) = (Words.Published(judged.Indicator, value), Words.Of(actual.Period), Words.Difference(judged.Indicator, worse), judged.Baseline!);
        var (start, step) = (Words.Printed(judged.Indicator, baseline.Value!.Value), Words.Difference(judged.Indicator, judged.RoundingStep));
        var rule = worse > judged.RoundingStep
            ? new Bilingual($"超过一个修约间隔（{step.Zh}）", $"more than one rounding step ({step.En})")
            : ("目标值为零，任何变差都计", "and a target of zero leaves no room");
        return (
            Words.Text($"{when.Zh}为 {figure}，比基准值（{baseline.Year} 年 {start}）差 {by.Zh}，{rule.Zh}。"),
            Words.Text($"{figure} in {when.En} is worse than the baseline of {start} in {baseline.Year} by {by.En}, {rule.En}."));
    }

    public static Bilingual Progress(Case judged, ActualValue actual, decimal value, Schedule.Point asked, IndicatorState state)
    {
        var (start, end) = (judged.Baseline!.Value!.Value, judged.Target.Value!.Value);
        var (done, due) = Words.Shares((value - start) / (end - start), asked.ShareOf(end));
        var (figure, when, year) = (Words.Published(judged.Indicator, value), Words.Of(actual.Period), actual.Period.Year);
        var (from, to) = (Words.Printed(judged.Indicator, start), Words.Printed(judged.Indicator, end));
        var tail = AgainstSchedule(judged, state);
        return (
            Words.Text($"{when.Zh}为 {figure}，从基准值 {from} 到目标值 {to} 的进度为 {done}，{year} 年序时进度为 {due}，{tail.Zh}。"),
            Words.Text($"{figure} in {when.En} is {done} of the way from the baseline {from} to the target {to}; the schedule asks for {due} by the end of {year}: {tail.En}."));
    }

    public static Bilingual Level(Case judged, ActualValue actual, decimal value, Bound bound, IndicatorState state)
    {
        var (figure, when, asked, year) = (Words.Published(judged.Indicator, value), Words.Of(actual.Period), Words.Of(judged.Indicator, bound), actual.Period.Year);
        var missed = Words.Difference(judged.Indicator, bound.Missing(value));
        var near = Words.Percent(judged.Thresholds.LevelTolerance);
        var tail = state switch
        {
            IndicatorState.OnTrack => new Bilingual("符合", "it holds"),
            IndicatorState.AtRisk => ($"相差 {missed.Zh}，在一个修约间隔或 {near} 以内", $"missed by {missed.En}, within one rounding step or {near}"),
            _ => ($"相差 {missed.Zh}", $"missed by {missed.En}"),
        };
        return (
            Words.Text($"{when.Zh}为 {figure}，{year} 年要求{asked.Zh}，{tail.Zh}。"),
            Words.Text($"{figure} in {when.En}, where {year} asks for {asked.En}: {tail.En}."));
    }

    public static Bilingual Direction(Case judged, ActualValue actual, decimal better, IndicatorState state)
    {
        var (figure, when, by, baseline) = (
            Words.Published(judged.Indicator, judged.Published(actual.Value)), Words.Of(actual.Period), Words.Difference(judged.Indicator, Math.Abs(better)), judged.Baseline!);
        var start = Words.Printed(judged.Indicator, baseline.Value!.Value);
        var change = (better, state) switch
        {
            ( > 0, _) => new Bilingual($"好 {by.Zh}", $"better by {by.En}"),
            (0, _) => ("持平", "unchanged"),
            (_, IndicatorState.AtRisk) => ($"差 {by.Zh}，未超过一个修约间隔", $"worse by {by.En}, no more than one rounding step"),
            _ => ($"差 {by.Zh}", $"worse by {by.En}"),
        };
        return (
            Words.Text($"目标只提出方向，按变化方向判定：{when.Zh}为 {figure}，与基准值（{baseline.Year} 年 {start}）相比{change.Zh}。"),
            Words.Text($"Only a direction is asked, so only the direction of the change is judged: {figure} in {when.En}, against {start} in {baseline.Year}, is {change.En}."));
    }

    public static Bilingual Milestone(ActualValue actual, int due, bool done, IndicatorState state)
    {
        var when = Words.Of(actual.Period);
        var tail = state switch
        {
            IndicatorState.OnTrack when !done => new Bilingual("未到期", "it is not due yet"),
            IndicatorState.AtRisk => ("当年到期", "it is due this year"),
            _ when done => ("符合", "it holds"),
            _ => ("已到期", "it is overdue"),
        };
        return (
            Words.Text($"{when.Zh}{(done ? "已完成" : "尚未完成")}，要求 {due} 年底前完成，{tail.Zh}。"),
            Words.Text($"{(done ? "Finished" : "Not finished")} in {when.En}, where it shall be finished by the end of {due}: {tail.En}."));
    }

    public static Bilingual MilestoneUnheard(ActualValue actual, int due)
    {
        var when = Words.Of(actual.Period);
        return (
            Words.Text($"要求 {due} 年底前完成，而最近一次填报为 {when.Zh}，此后是否完成尚不清楚。"),
            Words.Text($"It should be finished by the end of {due}, and the last report is of {when.En}: whether it was finished since is not known."));
    }

    public static Bilingual Partial(Case judged, decimal done, IReadOnlyList<int> missing)
    {
        var (figure, years) = (Words.Published(judged.Indicator, done), Words.Years(missing));
        return (
            $"累计数不完整：缺 {years.Zh}的全年数。已知部分合计 {figure}，所缺年份可能改变判定。",
            $"The sum is a part: the whole-year amount is missing for {years.En}. What is known adds up to {figure}; the missing years could change the answer.");
    }

    public static Bilingual Cumulative(
        Case judged, ActualValue newest, decimal done, Schedule.Point asked, bool hasProgress, IReadOnlyList<int> missing, IndicatorState state)
    {
        var (figure, when, total) = (Words.Published(judged.Indicator, done), Words.Of(newest.Period), judged.Target.Value!.Value);
        var goal = Words.Printed(judged.Indicator, total);
        var part = missing is [] ? new Bilingual("", "") : ($"（缺 {Words.Years(missing).Zh}的全年数，已知部分足以判定）", $" (without {Words.Years(missing).En}; what is known is enough to tell)");
        if (judged.IsOver)
        {
            var met = state == IndicatorState.Achieved;
            var (limitZh, limitEn) = hasProgress ? ("目标累计", "the target is a sum of") : ("累计不得超过", "the sum may not exceed");
            return (
                $"至 {judged.Target.Year} 年累计 {figure}，{limitZh} {goal}，{(met ? "已达到" : "未达到")}{part.Zh}。",
                $"{figure} in all by the end of {judged.Target.Year}, where {limitEn} {goal}: {(met ? "reached" : "missed")}{part.En}.");
        }

        if (!hasProgress)
        {
            var room = Words.Printed(judged.Indicator, Rounding.HalfEven(asked.Value, judged.Indicator.Decimals + 1));
            return (
                $"至 {when.Zh}累计 {figure}，按序时不超过 {room}，全期不超过 {goal}，{(state == IndicatorState.OnTrack ? "符合" : "已超出")}{part.Zh}。",
                $"{figure} in all up to {when.En}, where the schedule allows {room} and the whole plan {goal}: {(state == IndicatorState.OnTrack ? "it holds" : "exceeded")}{part.En}.");
        }

        var (share, due) = Words.Shares(done / total, asked.ShareOf(total));
        var tail = state == IndicatorState.Regressing ? new Bilingual("低于零，与目标方向相反", "below zero, against the aim") : AgainstSchedule(judged, state);
        return (
            $"至 {when.Zh}累计 {figure}，完成目标 {goal} 的 {share}，序时进度为 {due}，{tail.Zh}{part.Zh}。",
            $"{figure} in all up to {when.En} is {share} of the target {goal}; the schedule asks for {due}: {tail.En}{part.En}.");
    }

    private static Bilingual AgainstSchedule(Case judged, IndicatorState state)
    {
        var share = Words.Percent(judged.Thresholds.AtRiskShare);
        return state switch
        {
            IndicatorState.OnTrack => ("达到或快于序时进度", "on schedule or ahead of it"),
            IndicatorState.AtRisk => ($"不足，但不低于序时进度的 {share}", $"behind, but not below {share} of the schedule"),
            _ => ($"低于序时进度的 {share}", $"below {share} of the schedule"),
        };
    }
}

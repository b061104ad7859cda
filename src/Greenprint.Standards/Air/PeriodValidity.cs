using System.Globalization;
using Greenprint.Quantities;

namespace Greenprint.Standards.Air;

/// <summary>Whether a period has enough valid days for a figure: per month, and for a year in all (GB 3095 table 4).</summary>
internal static class PeriodValidity
{
    /// <param name="what">Of what the days are, in words: 细颗粒物日均值.</param>
    /// <param name="period">The period.</param>
    /// <param name="rules">The edition's counts.</param>
    /// <param name="count">Valid days between two days.</param>
    /// <returns>Null when the figure may be given.</returns>
    internal static NotGiven? Check(Bilingual what, Period period, AssessmentRules rules, Func<DateOnly, DateOnly, int> count)
    {
        var all = count(period.First, period.Last);
        if (all == 0)
        {
            return new(NotGivenReason.NoData, period.Kind == PeriodKind.Day ? rules.DayRule : rules.MonthRule,
                ($"{period} 没有有效的{what.Zh}。", $"{period} has no valid {what.En}."), []);
        }

        if (period.Kind == PeriodKind.Day)
        {
            return null;
        }

        var lacking = period.Months
            .Select(month => new MonthShortfall(month, count(month, month.AddMonths(1).AddDays(-1)), rules.DaysNeeded(month)))
            .Where(month => month.Days < month.Needed).ToList();
        if (lacking.Count > 0)
        {
            var empty = lacking.Exists(month => month.Days == 0);
            return new(empty ? NotGivenReason.IncompletePeriod : NotGivenReason.TooFewDays, rules.MonthRule, Lacking(what, period, lacking, empty, rules.MonthRule), lacking);
        }

        return period.Kind == PeriodKind.Year && all < rules.YearDays
            ? new(NotGivenReason.TooFewDays, rules.YearRule,
                ($"{period} 年有效的{what.Zh}共 {all} 天，少于 {rules.YearDays} 天（{rules.YearRule.Text.Zh}）。",
                 $"{period} has {all} days of valid {what.En}; a year needs {rules.YearDays} ({rules.YearRule.Text.En})."), [])
            : null;
    }

    /// <summary>When exceptional events leave no day at all.</summary>
    internal static NotGiven? NothingKept(Bilingual what, Period period, AssessmentRules rules, Func<DateOnly, DateOnly, int> kept) =>
        kept(period.First, period.Last) > 0 ? null : new(NotGivenReason.NoData, rules.MonthRule,
            ($"{period} 有效的{what.Zh}全部受例外事件影响。", $"Every valid day of {what.En} in {period} is one of an exceptional event."), []);

    /// <summary>The reasons of several items as one: the gravest kind, each item in one short sentence, and of each month the fewest days.</summary>
    internal static NotGiven Joined(IReadOnlyList<(Bilingual What, NotGiven Reason)> items, AssessmentRules rules)
    {
        if (items.Count == 1)
        {
            return items[0].Reason;
        }

        var gravest = items.MinBy(item => item.Reason.Reason).Reason;
        var (rule, zh, en) = (rules.MonthRule.Text, items.Select(item => $"{item.What.Zh} {Short(item.Reason, rules).Zh}"), items.Select(item => $"{item.What.En} {Short(item.Reason, rules).En}"));
        var head = gravest.Reason == NotGivenReason.IncompletePeriod ? ("数据不完整，不能给出", "The data are incomplete, so this cannot be given") : ("不能给出", "Cannot be given");
        Bilingual message = (
            $"{head.Item1}：以下项目有效日不足（每月至少 {rules.MonthDays} 天，二月 {rules.FebruaryDays} 天，全年 {rules.YearDays} 天，{rule.Zh}）：{string.Join("；", zh)}。",
            $"{head.Item2}: too few valid days ({rules.MonthDays} a month, {rules.FebruaryDays} in February, {rules.YearDays} a year; {rule.En}) of {string.Join("; ", en)}.");
        return new(gravest.Reason, gravest.Rule, message,
            [.. items.SelectMany(item => item.Reason.Months).GroupBy(month => month.Month).Select(month => month.MinBy(of => of.Days)!).OrderBy(month => month.Month)]);
    }

    private static Bilingual Short(NotGiven reason, AssessmentRules rules) => reason switch
    {
        { Months.Count: > 0 } => (
            string.Join("、", reason.Months.Select(month => string.Create(CultureInfo.InvariantCulture, $"{month.Month:yyyy-MM} {month.Days} 天"))),
            string.Join(", ", reason.Months.Select(month => string.Create(CultureInfo.InvariantCulture, $"{month.Month:yyyy-MM} ({month.Days})")))),
        { Reason: NotGivenReason.NoData } => ("无数据", "(none)"),
        _ => ($"全年不足 {rules.YearDays} 天", $"(fewer than {rules.YearDays} in the year)"),
    };

    private static Bilingual Lacking(Bilingual what, Period period, IReadOnlyList<MonthShortfall> months, bool empty, RuleReference rule)
    {
        var zh = string.Join("、", months.Select(month => string.Create(CultureInfo.InvariantCulture, $"{month.Month:yyyy-MM}（{month.Days} 天，至少 {month.Needed} 天）")));
        var en = string.Join(", ", months.Select(month => string.Create(CultureInfo.InvariantCulture, $"{month.Month:yyyy-MM} ({month.Days} of {month.Needed})")));
        return empty
            ? ($"{period} 数据不完整，不能给出：有效的{what.Zh}不足的月份为 {zh}（{rule.Text.Zh}）。",
               $"{period} is incomplete, so the figure cannot be given: months with too few days of valid {what.En} are {en} ({rule.Text.En}).")
            : ($"不能给出：有效的{what.Zh}不足的月份为 {zh}（{rule.Text.Zh}）。",
               $"Cannot be given: months with too few days of valid {what.En} are {en} ({rule.Text.En}).");
    }
}

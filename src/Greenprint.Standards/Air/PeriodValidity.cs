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

    /// <summary>Several reasons as one: the gravest kind, every sentence, and of each month the fewest days.</summary>
    internal static NotGiven Joined(IReadOnlyList<NotGiven> reasons)
    {
        if (reasons.Count == 1)
        {
            return reasons[0];
        }

        var gravest = reasons.MinBy(reason => reason.Reason)!;
        Bilingual message = (string.Concat(reasons.Select(reason => reason.Message.Zh)), string.Join(' ', reasons.Select(reason => reason.Message.En)));
        return new(gravest.Reason, gravest.Rule, message,
            [.. reasons.SelectMany(reason => reason.Months).GroupBy(month => month.Month).Select(month => month.MinBy(item => item.Days)!).OrderBy(month => month.Month)]);
    }

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

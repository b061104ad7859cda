using Greenprint.Planning;
using Greenprint.Quantities;

namespace Greenprint.Indicators;

/// <summary>Which entries are taken. One place, read by page, sheet and door.</summary>
internal static class EntryRules
{
    /// <summary>Why the entry is refused, or null.</summary>
    /// <param name="origin">Reported or issued.</param>
    /// <param name="entry">What was entered.</param>
    /// <param name="plan">Its plan, or null when there is none.</param>
    /// <param name="before">The current revision of the same period and origin, if any.</param>
    /// <param name="today">The day.</param>
    public static Finding? Refuse(ValueOrigin origin, ValueEntry entry, PlanView? plan, ValueRow? before, DateOnly today)
    {
        if (plan is null)
        {
            return IndicatorsFindings.NoSuchPlan(entry.Plan);
        }

        if (plan.Indicators.FirstOrDefault(indicator => indicator.Code == entry.Indicator) is not { } indicator)
        {
            return IndicatorsFindings.NoSuchIndicator(entry.Plan, entry.Indicator);
        }

        var first = Math.Min(indicator.Baseline?.Year ?? plan.Summary.Start, plan.Summary.Start - 1);
        if (entry.Period.First.Year < first || entry.Period.Year > plan.Summary.End)
        {
            return IndicatorsFindings.OutsidePlan(entry.Period, first, plan.Summary.End);
        }

        // The running month's sum is a figure already, next month's is not; the judgement draws the same line.
        if (entry.Period.Last >= new DateOnly(today.Year, today.Month, 1).AddMonths(1))
        {
            return IndicatorsFindings.NotOver(entry.Period);
        }

        if (entry.Value is { } value && !Exact.Fits(value))
        {
            return IndicatorsFindings.TooManyDigits(value);
        }

        if (entry.Value is null && before?.Value is null)
        {
            return IndicatorsFindings.ValueMissing(entry.Period);
        }

        if (origin == ValueOrigin.Issued && entry.Value is not null && string.IsNullOrWhiteSpace(entry.Document))
        {
            return IndicatorsFindings.DocumentMissing(entry.Period);
        }

        var changes = before is not null && Exact.Trimmed(before.Value) != entry.Value;
        return changes && string.IsNullOrWhiteSpace(entry.Note) ? IndicatorsFindings.ReasonMissing(entry.Period, Exact.Trimmed(before!.Value)) : null;
    }
}

using Greenprint.Quantities;

namespace Greenprint.PlanText.Alignment;

/// <summary>What one plan set for an indicator that somebody asks about, in the unit of the question.</summary>
/// <param name="Item">The row of that plan, as printed.</param>
/// <param name="Confidence">From 0 to 1: that the row is the indicator asked about, and that it was read rightly.</param>
/// <param name="Target">The printed target that was taken: of the year asked about where the plan has a column for it; null where it prints none.</param>
/// <param name="Baseline">The value of the base year; null where there is none that compares.</param>
/// <param name="Low">The number, or the lower end of a range; null where the row does not compare.</param>
/// <param name="High">The upper end of a range; null for a single number.</param>
/// <param name="Converted">True where the numbers were printed in another unit.</param>
/// <param name="Order">1: stricter than the target asked about, -1: looser, 0: the same, null: not to be said. Years are not looked at.</param>
/// <param name="WhyNot">Why it does not compare; null where it does.</param>
public sealed record SurveyedTarget(
    IndicatorItem Item, decimal Confidence, PrintedTarget? Target, decimal? Baseline, decimal? Low, decimal? High, bool Converted, int? Order, Bilingual? WhyNot);

/// <summary>What others set for an indicator (同类指标对比): finds the rows that mean the same thing and brings their numbers to one unit, exactly.</summary>
public static class IndicatorSurvey
{
    /// <summary>The rows of a plan that are the indicator asked about: one as a rule, several where the plan divides it, none where it has it not.</summary>
    /// <param name="asked">The indicator: with its target to be told which others are stricter, without one for the numbers alone.</param>
    /// <param name="plan">The indicators of another plan.</param>
    public static IReadOnlyList<SurveyedTarget> Of(IndicatorItem asked, IEnumerable<IndicatorItem> plan)
    {
        ArgumentNullException.ThrowIfNull(asked);
        ArgumentNullException.ThrowIfNull(plan);
        var name = IndicatorName.Of(asked);
        var found = plan
            .Select(item => (Item: item, Name: IndicatorName.Of(item)))
            .Select(row => (row.Item, row.Name, Likeness: NamePairing.Likeness(row.Name, name, row.Item.Unit, asked.Unit)))
            .Where(row => row.Likeness > 0)
            .ToList();
        var best = found.Select(row => row.Likeness).DefaultIfEmpty().Max();
        return [.. found.Where(row => row.Likeness == best).Select(row => Answer(asked, name, row.Item, row.Name, row.Likeness))];
    }

    private static SurveyedTarget Answer(IndicatorItem asked, IndicatorName askedName, IndicatorItem item, IndicatorName name, decimal likeness)
    {
        var confidence = decimal.Round(likeness * item.Confidence, 2, MidpointRounding.ToEven);
        var askedTarget = TargetDemand.Printed(asked, null);
        var target = TargetDemand.Printed(item, askedTarget?.Year);
        SurveyedTarget Not((string Zh, string En) why) => new(item, confidence, target, null, null, null, false, null, why);

        if (UnitMeasure.Differ(item.Unit, asked.Unit))
        {
            return Not(($"单位不同（{item.Unit}），不能换算。", $"Its unit differs ({item.Unit}) and does not convert."));
        }

        // A row without a unit is meant in the unit of the other.
        var (mine, theirs) = (Meant(asked, item), Meant(item, asked));
        var ours = askedTarget is null ? null : TargetDemand.Of(askedTarget, mine, askedName);
        var isChange = ours?.IsChange ?? TargetDemand.NamesChange(askedName);
        if (target is null)
        {
            return Not(("没有给出目标值。", "It gives no target."));
        }

        var demand = TargetDemand.Of(target, theirs, name) ?? (target.Kind == PrintedTargetKind.Keep ? TargetDemand.OfBaseline(theirs, name) : null);
        if (demand is null && target.Value is null)
        {
            return Not(($"目标是文字（“{target.Text}”），没有可比的数值。", $"Its target is words (“{target.Text}”): there is no number to compare."));
        }

        if ((demand?.IsChange ?? target.Change is not null || TargetDemand.NamesChange(name)) != isChange)
        {
            return Not(AlignmentReasons.LevelAgainstChange);
        }

        // Exactly: by the ratio of the two scales. A number whose side nobody knows is shown, and never called stricter.
        var (scale, theirScale) = (UnitMeasure.Of(mine.Unit)?.Scale ?? Fraction.Of(1m), UnitMeasure.Of(theirs.Unit)?.Scale ?? Fraction.Of(1m));
        decimal In(Fraction inBase) => (inBase / scale).ToDecimal();
        var low = demand?.Low ?? demand?.High ?? Fraction.Of(target.Value!.Value) * theirScale;
        return new(
            item, confidence, target,
            isChange ? null : item.Baseline?.Value is { } before ? In(Fraction.Of(before) * theirScale) : null,
            In(low), demand?.Low is not null && demand.High is { } high ? In(high) : null,
            theirScale != scale, ours is null ? null : demand?.Against(ours), null);
    }

    private static IndicatorItem Meant(IndicatorItem item, IndicatorItem other) => UnitMeasure.Of(item.Unit) is null ? item with { Unit = other.Unit } : item;
}

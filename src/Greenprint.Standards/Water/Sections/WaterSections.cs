using Greenprint.Quantities;

namespace Greenprint.Standards.Water;

/// <summary>One sample, or one reading of an automatic station.</summary>
/// <param name="Day">The day it was taken.</param>
/// <param name="Values">Values by item.</param>
public sealed record WaterSample(DateOnly Day, IReadOnlyDictionary<MeasuredItem, MeasuredValue> Values);

/// <summary>What was measured at a section (断面), or at a point of a lake (点位).</summary>
/// <param name="Section">Code or name.</param>
/// <param name="Body">River or lake.</param>
/// <param name="Samples">In any order; those of other days than the period's are not looked at.</param>
/// <param name="Target">The class the section should have (水质目标), where it has one.</param>
public sealed record SectionSamples(string Section, WaterBody Body, IReadOnlyList<WaterSample> Samples, WaterClass? Target = null);

/// <summary>A section over a period: means of its items and the class of the means.</summary>
/// <param name="Section">Code or name.</param>
/// <param name="Body">River or lake.</param>
/// <param name="Target">The class it should have.</param>
/// <param name="Means">The mean of each item; empty when the period has too few months.</param>
/// <param name="Judgement">Class, or null when there is nothing to judge or the period has too few months.</param>
/// <param name="Samples">Number of samples with at least one value.</param>
/// <param name="Months">Months of the period with a class.</param>
/// <param name="MonthsNeeded">Months that the period needs.</param>
public sealed record SectionResult(
    string Section, WaterBody Body, WaterClass? Target, IReadOnlyDictionary<MeasuredItem, MeasuredValue> Means, WaterJudgement? Judgement, int Samples, int Months, int MonthsNeeded)
{
    /// <summary>True when the class is the target or better; null without a class or a target.</summary>
    public bool? MeetsTarget => Judgement is { } judged && Target is { } target ? judged.Class <= target : null;

    internal IReadOnlyDictionary<MeasuredItem, ItemMean> Exact { get; init; } = new Dictionary<MeasuredItem, ItemMean>();
}

/// <summary>From samples to a section over a period (环办〔2011〕22号).</summary>
/// <remarks>
/// A month is judged by the means of its samples, whatever their number. A longer period is judged by the mean of its monthly means, each month weighing the same: a
/// quarter needs two of three months, a year twelve, or eight where the water is frozen or dry, other periods two thirds.
/// </remarks>
public static class WaterSections
{
    /// <summary>The means of a section's items over a period, and their single-factor class.</summary>
    /// <param name="table">From <see cref="StandardLibrary.SurfaceWater"/>.</param>
    /// <param name="section">The section with its samples.</param>
    /// <param name="period">Month, quarter, year, year to date; a day is judged as a month is.</param>
    /// <param name="options">Variants; null: the defaults.</param>
    public static SectionResult Section(SurfaceWaterTable table, SectionSamples section, Period period, WaterOptions? options = null)
    {
        options ??= WaterOptions.Default;
        var samples = section.Samples.Where(sample => period.Contains(sample.Day)).ToList();
        var months = samples.GroupBy(sample => (sample.Day.Year, sample.Day.Month)).Select(month => Means([.. month.Select(Values)], options))
            .Where(month => Classify(table, section.Body, month, options) is not null).ToList();
        var needed = MonthsNeeded(table.Sections, period, options);
        var means = months.Count >= needed ? Means(months, options) : [];
        return new(
            section.Section, section.Body, section.Target, means.ToDictionary(mean => mean.Key, mean => mean.Value.Shown), Classify(table, section.Body, means, options),
            samples.Count(sample => sample.Values.Values.Any(value => !value.IsMissing)), months.Count, needed)
        {
            Exact = means,
        };
    }

    internal static WaterJudgement? Classify(SurfaceWaterTable table, WaterBody body, IReadOnlyDictionary<MeasuredItem, ItemMean> means, WaterOptions options) =>
        SurfaceWater.Classify(table, means.Select(mean => KeyValuePair.Create(mean.Key, mean.Value.Shown)), body, options);

    /// <summary>The mean of each item over those that have it.</summary>
    internal static Dictionary<MeasuredItem, ItemMean> Means(IReadOnlyCollection<IReadOnlyDictionary<MeasuredItem, ItemMean>> parts, WaterOptions options) =>
        parts.SelectMany(part => part).GroupBy(value => value.Key, value => value.Value)
            .ToDictionary(values => values.Key, values => ItemMean.Of(values.Key, [.. values], options));

    private static Dictionary<MeasuredItem, ItemMean> Values(WaterSample sample) =>
        sample.Values.Where(value => !value.Value.IsMissing && (value.Value.Value is not < 0 || value.Key.Code == "temp")).ToDictionary(value => value.Key, value => ItemMean.Of(value.Value));

    private static int MonthsNeeded(SectionRules rules, Period period, WaterOptions options) => period.Kind switch
    {
        PeriodKind.Day or PeriodKind.Month => 1,
        PeriodKind.Quarter => rules.QuarterMonths,
        PeriodKind.Year => options.Months == MonthsOfYear.Twelve ? rules.YearMonths : rules.FrozenYearMonths,
        _ => ((period.Months.Count() * 2) + 2) / 3,
    };
}

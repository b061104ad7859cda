using Greenprint.Quantities;

namespace Greenprint.Standards.Water;

/// <summary>An item of a source that is worse than it may be.</summary>
/// <param name="Item">Item.</param>
/// <param name="Value">Value, in the unit of the limit; null for oxygen that was not detected.</param>
/// <param name="Limit">Its limit; of pH the bound that is passed.</param>
/// <param name="Multiple">(C − S)/S, before rounding; null for pH and dissolved oxygen.</param>
/// <param name="Rule">Clause.</param>
public sealed record ExceedingItem(StandardItem Item, decimal? Value, decimal Limit, decimal? Multiple, RuleReference Rule);

/// <summary>A source judged on one survey.</summary>
/// <param name="Source">Its name.</param>
/// <param name="Meets">True when every item that was judged keeps its limit; null when none could be judged.</param>
/// <param name="Exceeding">The items that do not, the largest multiple first.</param>
/// <param name="Judged">Number of items judged.</param>
/// <param name="NotMeasured">Items of the survey that have no value.</param>
/// <param name="Unjudged">Items not detected with a detection limit above the limit, where that was chosen to be no judgement.</param>
public sealed record SourceJudgement(
    string Source, bool? Meets, IReadOnlyList<ExceedingItem> Exceeding, int Judged, IReadOnlyList<StandardItem> NotMeasured, IReadOnlyList<StandardItem> Unjudged);

/// <summary>A source in one month or year, of surface water or groundwater, as the shares count it.</summary>
/// <param name="Source">Its name.</param>
/// <param name="Meets">Whether it meets its standard; null: not judged.</param>
/// <param name="Volume">Water taken in the period, in any one unit; null: not known.</param>
public sealed record SourceVerdict(string Source, bool? Meets, decimal? Volume = null);

/// <summary>The share of sources that meet their standard (集中式饮用水水源达标率).</summary>
/// <param name="BySources">Sources that meet it / sources judged, in percent.</param>
/// <param name="ByVolume">Water taken from those that meet it / water taken from those judged, in percent; not given when a volume is not known.</param>
/// <param name="NotJudged">Sources that do not count because nothing was judged.</param>
public sealed record SourceShares(Figure BySources, Figure ByVolume, IReadOnlyList<string> NotJudged);

/// <summary>Centralised sources of drinking water (集中式饮用水水源): class III of table 1, and the limits of tables 2 and 3 (GB 3838-2002).</summary>
public static class DrinkingWater
{
    /// <summary>Judges a source by the items that were measured. 水温, 总氮 and 粪大肠菌群 are for reference only; at a limit it is kept.</summary>
    /// <param name="table">From <see cref="StandardLibrary.Drinking"/>.</param>
    /// <param name="source">Its name.</param>
    /// <param name="body">A river, or a lake or reservoir.</param>
    /// <param name="values">Values by item, in mg/L (pH without unit, coliforms per litre).</param>
    /// <param name="survey">The survey that was due: what of it is missing is named. Null: nothing is said about that.</param>
    /// <param name="options">Variants; null: the defaults.</param>
    public static SourceJudgement Judge(
        DrinkingWaterTable table, string source, WaterBody body, IReadOnlyDictionary<StandardItem, MeasuredValue> values, DrinkingSurvey? survey = null, WaterOptions? options = null)
    {
        options ??= WaterOptions.Default;
        var exceeding = new List<ExceedingItem>();
        var unjudged = new List<StandardItem>();
        var judged = 0;
        foreach (var (item, value) in values.Where(value => !value.Value.IsMissing))
        {
            var basic = MeasuredItems.Find(item.Code) is { } known ? table.Surface.Judging(known, body, options) : null;
            var special = table.For(item);
            if (basic is null && special is null)
            {
                continue;
            }

            if (value.Value < 0 || (options.HighDetectionLimit == HighDetectionLimit.CannotBeJudged && (basic?.IsTooHigh(value) ?? value.DetectionLimit > special!.Limit)))
            {
                unjudged.Add(item);
                continue;
            }

            judged++;
            if (value.IsBelowDetection && basic?.ClassNotDetected > WaterClass.III)
            {
                exceeding.Add(new(item, null, basic.OfClassIII, null, basic.Rule));
            }
            else if (value.Value is { } number && (basic is not null ? Basic(table.Surface, item, basic, number) : Special(item, special!, number)) is { } exceeds)
            {
                exceeding.Add(exceeds);
            }
        }

        var due = survey is { } of ? table.Items(of) : [];
        return new(
            source, judged == 0 ? null : exceeding.Count == 0, [.. exceeding.OrderByDescending(item => item.Multiple ?? -1m)], judged,
            [.. due.Where(item => !values.TryGetValue(item, out var value) || value.IsMissing)], unjudged);
    }

    /// <summary>The share of sources that meet their standard, by number and by volume. For a year give the verdict of each month.</summary>
    /// <param name="table">For the decimals and the words.</param>
    /// <param name="verdicts">The sources; surface water and groundwater may be mixed.</param>
    public static SourceShares Share(DrinkingWaterTable table, IReadOnlyCollection<SourceVerdict> verdicts)
    {
        var judged = verdicts.Where(verdict => verdict.Meets is not null).ToList();
        var unknown = judged.Where(verdict => verdict.Volume is null).Select(verdict => verdict.Source).ToList();
        return new(
            Percent(table, judged.Count(verdict => verdict.Meets == true), judged.Count, ("没有可评价的水源。", "No source was judged.")),
            unknown.Count > 0
                ? Without(table, ($"缺少取水量：{string.Join('、', unknown)}。", $"The volume is not known of: {string.Join(", ", unknown)}."))
                : Percent(table, judged.Where(verdict => verdict.Meets == true).Sum(verdict => verdict.Volume!.Value), judged.Sum(verdict => verdict.Volume!.Value), ("没有取水量。", "No water was taken.")),
            [.. verdicts.Where(verdict => verdict.Meets is null).Select(verdict => verdict.Source)]);
    }

    private static ExceedingItem? Basic(SurfaceWaterTable table, StandardItem item, WaterLimit limit, decimal value)
    {
        if (limit.Classify(value) <= WaterClass.III)
        {
            return null;
        }

        var passed = limit.Lowest is { } low && value < low ? low : limit.OfClassIII;
        return new(item, value, passed, table.HasMultiple(limit.Item) ? limit.Multiple(value) : null, limit.Rule);
    }

    private static ExceedingItem? Special(StandardItem item, DrinkingLimit limit, decimal value) =>
        value <= limit.Limit ? null : new(item, value, limit.Limit, (value - limit.Limit) / limit.Limit, limit.Rule);

    private static Figure Percent(DrinkingWaterTable table, decimal part, decimal all, Bilingual without) =>
        all == 0 ? Without(table, without) : Figure.Of(Fraction.Of(part * 100) / Fraction.Of(all), table.Surface.RatioDecimals, "%");

    private static Figure Without(DrinkingWaterTable table, Bilingual words) =>
        Figure.Without(new(NotGivenReason.NoData, table.Surface.ClassRule, words, []), table.Surface.RatioDecimals, "%");
}

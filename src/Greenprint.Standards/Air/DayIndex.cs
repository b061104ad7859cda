using Greenprint.Quantities;

namespace Greenprint.Standards.Air;

/// <summary>One item of a day: its value, the value as the index sees it, and its sub-index.</summary>
/// <param name="Of">Item and averaging.</param>
/// <param name="Exact">Before rounding, in the item's unit.</param>
/// <param name="Reported">Rounded for the index.</param>
/// <param name="SubIndex">IAQI, or null where the edition computes none.</param>
public sealed record DayValue(IndexItem Of, Fraction Exact, decimal Reported, int? SubIndex)
{
    /// <summary>Before rounding, in the item's unit, for showing.</summary>
    public decimal Value => Exact.ToDecimal();
}

/// <summary>The air of one day: its values, and its AQI where one can be given.</summary>
/// <param name="Values">What is known, in the order in which primary pollutants are named.</param>
/// <param name="Aqi">The index, or null.</param>
/// <param name="Level">Its level, or null.</param>
/// <param name="Primary">Primary pollutants (首要污染物): all that share the largest sub-index; empty at AQI 50 and below.</param>
/// <param name="NotGiven">Why there is no AQI (NA), or null.</param>
public sealed record DayIndex(IReadOnlyList<DayValue> Values, int? Aqi, AirLevel? Level, IReadOnlyList<IndexItem> Primary, NotGiven? NotGiven);

/// <summary>The air quality index of a day (日报) by HJ 633.</summary>
public static class AirQualityIndex
{
    /// <summary>
    /// The largest sub-index of the items of the daily report. Where an item is missing the AQI of the others is given if it is above 100, else none
    /// (HJ 633-2026 5.3.1; for 2012 by convention). Ozone is missing where no entry of ozone has a sub-index.
    /// </summary>
    /// <param name="table">The edition.</param>
    /// <param name="values">Unrounded values in the items' units; an entry that is not there is missing.</param>
    public static DayIndex Daily(IndexTable table, IReadOnlyDictionary<IndexItem, decimal> values) =>
        Daily(table, values.ToDictionary(entry => entry.Key, entry => Fraction.Of(entry.Value)));

    /// <inheritdoc cref="Daily(IndexTable, IReadOnlyDictionary{IndexItem, decimal})"/>
    public static DayIndex Daily(IndexTable table, IReadOnlyDictionary<IndexItem, Fraction> values)
    {
        var known = new List<DayValue>(table.DailyItems.Count);
        foreach (var of in table.DailyItems)
        {
            if (values.TryGetValue(of, out var value))
            {
                var reported = table.Reported(of.Item, value);
                known.Add(new(of, value, reported, table.SubIndex(of, reported)));
            }
        }

        var missing = table.DailyItems.Select(of => of.Item).Distinct().Where(item => !known.Exists(value => value.Of.Item == item && value.SubIndex is not null)).ToList();
        var aqi = known.Max(value => value.SubIndex);
        if (aqi is not { } index || (missing.Count > 0 && index <= table.PublishIncompleteAbove))
        {
            return new(known, null, null, [], Na(table, missing, aqi));
        }

        IReadOnlyList<IndexItem> primary = index > table.PrimaryAbove ? [.. known.Where(value => value.SubIndex == index).Select(value => value.Of)] : [];
        return new(known, index, table.LevelOf(index), primary, null);
    }

    private static NotGiven Na(IndexTable table, IReadOnlyList<MeasuredItem> missing, int? others)
    {
        var zh = string.Join("、", missing.Select(item => item.Name.Zh));
        var en = string.Join(", ", missing.Select(item => item.Symbol));
        Bilingual message = others is null
            ? ("当日各项目均无有效数据，空气质量指数记为 NA。", "No item has a valid value that day: the AQI is NA.")
            : ($"缺少{zh}，其余项目的指数不大于 {table.PublishIncompleteAbove}，空气质量指数记为 NA。",
               $"Without {en}, and with the index of the others not above {table.PublishIncompleteAbove}, the AQI is NA.");
        return new(others is null ? NotGivenReason.NoData : NotGivenReason.MissingItem, table.MissingItemRule, message, []);
    }
}

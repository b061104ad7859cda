using Greenprint.Quantities;

namespace Greenprint.Standards.Air;

/// <summary>The air quality index (AQI, 空气质量指数) of a day or an hour by HJ 633.</summary>
public static class AirQualityIndex
{
    /// <summary>
    /// The daily report (日报): the largest sub-index of its items. Where an item is missing the AQI of the others is given if it is above 100, else none
    /// (HJ 633-2026 5.3.1; for 2012 by convention). Ozone is missing where no entry of ozone has a sub-index.
    /// </summary>
    /// <param name="table">The edition.</param>
    /// <param name="values">Unrounded values in the items' units; an entry that is not there is missing.</param>
    /// <param name="unmonitored">Items that the monitoring plan leaves out and that keep no index back (<see cref="UnmonitoredItem"/>); an edition without the exception ignores them.</param>
    public static AirIndex Daily(IndexTable table, IReadOnlyDictionary<IndexItem, decimal> values, IReadOnlyCollection<MeasuredItem>? unmonitored = null) =>
        Of(table, table.Daily, Exact(values), unmonitored);

    /// <inheritdoc cref="Daily(IndexTable, IReadOnlyDictionary{IndexItem, decimal}, IReadOnlyCollection{MeasuredItem}?)"/>
    public static AirIndex Daily(IndexTable table, IReadOnlyDictionary<IndexItem, Fraction> values, IReadOnlyCollection<MeasuredItem>? unmonitored = null) =>
        Of(table, table.Daily, values, unmonitored);

    /// <summary>The hourly report (实时报). Particles are given as <see cref="Averaging.Hour"/>, and as <see cref="Averaging.Day"/> where their 24 h moving mean is meant.</summary>
    /// <param name="table">The edition.</param>
    /// <param name="values">Unrounded values in the items' units; an entry that is not there is missing.</param>
    /// <param name="practice">Which reading of the edition of 2012.</param>
    /// <param name="unmonitored">Items that the monitoring plan leaves out, as for the daily report.</param>
    public static AirIndex Hourly(
        IndexTable table, IReadOnlyDictionary<IndexItem, decimal> values, HourlyPractice practice = HourlyPractice.Platform, IReadOnlyCollection<MeasuredItem>? unmonitored = null) =>
        Of(table, table.Hourly(practice), Exact(values), unmonitored);

    /// <inheritdoc cref="Hourly(IndexTable, IReadOnlyDictionary{IndexItem, decimal}, HourlyPractice, IReadOnlyCollection{MeasuredItem}?)"/>
    public static AirIndex Hourly(
        IndexTable table, IReadOnlyDictionary<IndexItem, Fraction> values, HourlyPractice practice = HourlyPractice.Platform, IReadOnlyCollection<MeasuredItem>? unmonitored = null) =>
        Of(table, table.Hourly(practice), values, unmonitored);

    private static Dictionary<IndexItem, Fraction> Exact(IReadOnlyDictionary<IndexItem, decimal> values) =>
        values.ToDictionary(entry => entry.Key, entry => Fraction.Of(entry.Value));

    private static AirIndex Of(IndexTable table, IndexReport report, IReadOnlyDictionary<IndexItem, Fraction> values, IReadOnlyCollection<MeasuredItem>? unmonitored)
    {
        var known = new List<IndexedValue>(report.Items.Count);
        foreach (var item in report.Items)
        {
            if (values.TryGetValue(item.Of, out var value))
            {
                var reported = table.Reported(item.Of.Item, value);
                known.Add(new(item.Of, item.Role, value, reported, item.Role == ReportRole.Shown ? null : table.SubIndex(item.Column, reported)));
            }
        }

        var deciding = known.Where(value => value.Role == ReportRole.Decides && value.SubIndex is not null).ToList();
        var lacking = report.Items.Select(item => item.Of.Item).Distinct().Where(item => !deciding.Exists(value => value.Of.Item == item)).ToList();
        IReadOnlyList<MeasuredItem> exempt = table.UnmonitoredYears is not null && unmonitored is not null ? [.. lacking.Where(unmonitored.Contains)] : [];
        var missing = lacking.Except(exempt).ToList();
        var largest = deciding.Max(value => value.SubIndex);
        if (largest is not { } index || (missing.Count > 0 && index <= report.PublishIncompleteAbove))
        {
            return new(known, null, null, [], [], Na(report, missing, largest)) { Unmonitored = exempt };
        }

        IReadOnlyList<IndexItem> primary = index > table.PrimaryAbove ? [.. deciding.Where(value => value.SubIndex == index).Select(value => value.Of)] : [];
        IReadOnlyList<IndexItem> exceeding = table.ExceedingAbove is { } limit ? [.. deciding.Where(value => value.SubIndex > limit).Select(value => value.Of)] : [];
        var aqi = Math.Max(index, table.Least);
        return new(known, aqi, table.LevelOf(aqi), primary, exceeding, null) { Unmonitored = exempt };
    }

    private static NotGiven Na(IndexReport report, IReadOnlyList<MeasuredItem> missing, int? others)
    {
        var zh = string.Join("、", missing.Select(item => item.Name.Zh));
        var en = string.Join(", ", missing.Select(item => item.Symbol));
        Bilingual message = others is null
            ? ("各项目均无有效数据，空气质量指数记为 NA。", "No item has a valid value: the AQI is NA.")
            : ($"缺少{zh}，其余项目的指数不大于 {report.PublishIncompleteAbove}，空气质量指数记为 NA。",
               $"Without {en}, and with the index of the others not above {report.PublishIncompleteAbove}, the AQI is NA.");
        return new(others is null ? NotGivenReason.NoData : NotGivenReason.MissingItem, report.MissingItemRule, message, []);
    }
}

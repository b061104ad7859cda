using Greenprint.Quantities;

namespace Greenprint.Standards.Air;

/// <summary>A statistic of daily values.</summary>
public enum AirStatistic
{
    /// <summary>Arithmetic mean of the daily values of the period.</summary>
    Mean,

    /// <summary>The percentile that the item is judged by (98, 95 or 90).</summary>
    Percentile,
}

/// <summary>Choices of an assessment that are not the edition's.</summary>
/// <param name="Zone">Functional area; its limit also decides on ozone days with few windows.</param>
/// <param name="JudgeFrom">From which value a verdict is rounded.</param>
public sealed record AirOptions(AirZone Zone = AirZone.Class2, JudgeFrom JudgeFrom = JudgeFrom.Unrounded)
{
    /// <summary>Days whose values leave the averages (扣沙, 例外事件); empty: as measured (实况).</summary>
    public IReadOnlyList<ExceptionalDay> ExceptionalDays { get; init; } = [];

    /// <summary>Items that the monitoring plan leaves out and that may be absent from the daily index (<see cref="UnmonitoredItem"/>), under an edition with that exception.</summary>
    public IReadOnlyList<MeasuredItem> Unmonitored { get; init; } = [];
}

/// <summary>One statistic of one item.</summary>
/// <param name="Item">Item; for ozone the daily maximum 8 h mean.</param>
/// <param name="Statistic">Which statistic.</param>
/// <param name="Percent">The percentile's number, or null for a mean.</param>
/// <param name="Figure">The figure.</param>
/// <param name="Verdict">Held against its limit: for whole years with a value, else null.</param>
public sealed record AirFigure(MeasuredItem Item, AirStatistic Statistic, int? Percent, Figure Figure, AirVerdict? Verdict);

/// <summary>One day of the place.</summary>
/// <param name="Date">The day.</param>
/// <param name="Edition">The air edition that judges it, or null where none was in force.</param>
/// <param name="Index">Its values and its AQI.</param>
public sealed record AirDay(DateOnly Date, AirEdition? Edition, AirIndex Index);

/// <summary>What the air of a city or station was over a period.</summary>
public sealed record AirResult
{
    /// <summary>The period.</summary>
    public required Period Period { get; init; }

    /// <summary>The stations, as they were named.</summary>
    public required IReadOnlyList<string> Stations { get; init; }

    /// <summary>The edition that judges the period: that of its last day; null where none was in force.</summary>
    public required AirEdition? Edition { get; init; }

    /// <summary>The edition of the first days where a switch cuts the period, else null. Say so, and print the result under it beside this one.</summary>
    public required AirEdition? EditionBefore { get; init; }

    /// <summary>Means of SO2, NO2, PM10, PM2.5 and the percentiles of all six items.</summary>
    public required IReadOnlyList<AirFigure> Figures { get; init; }

    /// <summary>For each item the days that met the limit of a day.</summary>
    public required IReadOnlyList<ItemDays> ItemDays { get; init; }

    /// <summary>Days with an AQI (有效监测天数).</summary>
    public required int DaysWithIndex { get; init; }

    /// <summary>Days with an AQI of at most 100 (优良天数).</summary>
    public required int GoodDays { get; init; }

    /// <summary>Good days as a share of days with an AQI, in percent (优良天数比例).</summary>
    public required Figure GoodDayRatio { get; init; }

    /// <summary>Every day of the period.</summary>
    public required IReadOnlyList<AirDay> Days { get; init; }

    /// <summary>What took no part, and why, compactly.</summary>
    public required IReadOnlyList<ExcludedRecords> Excluded { get; init; }

    /// <summary>The statistic of an item.</summary>
    public AirFigure Of(MeasuredItem item, AirStatistic statistic) =>
        Figures.FirstOrDefault(figure => figure.Item == item && figure.Statistic == statistic)
        ?? throw new ArgumentException($"HJ 663 asks for no {statistic} of {item.Code}.", nameof(statistic));

    /// <summary>The mean of an item over the period.</summary>
    public AirFigure Mean(MeasuredItem item) => Of(item, AirStatistic.Mean);

    /// <summary>The percentile that the item is judged by.</summary>
    public AirFigure Percentile(MeasuredItem item) => Of(item, AirStatistic.Percentile);

    /// <summary>Each item of the year: both its figures met.</summary>
    public IReadOnlyList<ItemAttainment> Attainment => [.. MeasuredItems.AirBasic.Select(item => ItemAttainment.Of(item, Figures))];

    /// <summary>True when every judged figure was given and met its limit (达标); false when one exceeds; null when none exceeds but one cannot be given, or the period is no year.</summary>
    public bool? MeetsAll => ItemAttainment.All(Figures);
}

using Greenprint.Quantities;

namespace Greenprint.Standards.Air;

/// <summary>One entry of a report: its value, the value as the index sees it, and its sub-index.</summary>
/// <param name="Of">Item and averaging.</param>
/// <param name="Role">Whether the sub-index takes part in the AQI.</param>
/// <param name="Exact">Before rounding, in the item's unit.</param>
/// <param name="Reported">Rounded for the index.</param>
/// <param name="SubIndex">IAQI, or null where the edition computes none.</param>
public sealed record IndexedValue(IndexItem Of, ReportRole Role, Fraction Exact, decimal Reported, int? SubIndex)
{
    /// <summary>Before rounding, in the item's unit, for showing.</summary>
    public decimal Value => Exact.ToDecimal();
}

/// <summary>The air of one day or hour: its values, and its AQI where one can be given.</summary>
/// <param name="Values">What is known, in the order in which primary pollutants are named.</param>
/// <param name="Aqi">The index, or null.</param>
/// <param name="Level">Its level, or null.</param>
/// <param name="Primary">Primary pollutants (首要污染物): all that share the largest sub-index; empty at AQI 50 and below.</param>
/// <param name="Exceeding">Exceeding pollutants (超标污染物), sub-index above 100: HJ 633-2012 names them, the edition of 2026 has none.</param>
/// <param name="NotGiven">Why there is no AQI (NA), or null.</param>
public sealed record AirIndex(
    IReadOnlyList<IndexedValue> Values, int? Aqi, AirLevel? Level, IReadOnlyList<IndexItem> Primary, IReadOnlyList<IndexItem> Exceeding, NotGiven? NotGiven)
{
    /// <summary>Nothing at all, without a reason: a day on which no edition was in force.</summary>
    internal static AirIndex None { get; } = new([], null, null, [], [], null);

    /// <summary>Items that the monitoring plan leaves out and that keep the index back no more (HJ 633-2026 5.3.2): shown as <c>/</c>, where a missing one is NA.</summary>
    public IReadOnlyList<MeasuredItem> Unmonitored { get; init; } = [];

    /// <summary>The sub-index of an entry, or null where it has none.</summary>
    public int? SubIndex(IndexItem of) => Values.FirstOrDefault(value => value.Of == of)?.SubIndex;
}

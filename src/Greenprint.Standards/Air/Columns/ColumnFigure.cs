namespace Greenprint.Standards.Air.Columns;

/// <summary>A statistic of an item over a period, in a few numbers: exact, published and judged.</summary>
/// <param name="NotGiven">Why it cannot be given, or null where it is given; <see cref="AirColumnResult.Figure"/> says it in words, with the rule.</param>
/// <param name="Days">Days with a valid value.</param>
/// <param name="Numerator">With <paramref name="Denominator"/> the exact value in the item's unit, not in lowest terms; 0 when not given.</param>
/// <param name="Denominator">Positive; 1 when not given.</param>
/// <param name="Published">As it is published, in units of 10^−<paramref name="Decimals"/>: rounded once from the exact value, half to even. 0 when not given.</param>
/// <param name="Decimals">Places of the published value.</param>
/// <param name="Verdict">Held against its limit: for whole years with a value, where there is a limit, else null.</param>
public readonly record struct ColumnFigure(NotGivenReason? NotGiven, int Days, Int128 Numerator, Int128 Denominator, long Published, int Decimals, AirVerdict? Verdict)
{
    /// <summary>True when there is a value.</summary>
    public bool IsGiven => NotGiven is null;
}

/// <summary>The days of a period by their AQI.</summary>
/// <param name="WithIndex">Days with an AQI (有效监测天数).</param>
/// <param name="Good">Days with an AQI of at most 100 (优良天数).</param>
/// <param name="NotGiven">Why there is no ratio, or null where there is; <see cref="AirColumnResult.GoodDayRatio"/> says it in words.</param>
/// <param name="Ratio">Good days as a share of days with an AQI, in percent (优良天数比例), in units of 10^−<paramref name="Decimals"/>. 0 when not given.</param>
/// <param name="Decimals">Places of the ratio.</param>
public readonly record struct ColumnDayCounts(int WithIndex, int Good, NotGivenReason? NotGiven, long Ratio, int Decimals);

/// <summary>The composite index (综合指数) of a period as the plain sum of its six single indices (<see cref="CompositeVariant.Sum"/>).</summary>
/// <param name="NotGiven">Why there is none, or null; <see cref="AirColumnResult.Composite(int, CompositeOptions)"/> says it in words, and knows the other variants.</param>
/// <param name="Index">The index in units of 10^−<paramref name="Decimals"/>, rounded once. 0 when not given.</param>
/// <param name="Decimals">Places, as bulletins of the edition show it.</param>
public readonly record struct ColumnComposite(NotGivenReason? NotGiven, long Index, int Decimals);

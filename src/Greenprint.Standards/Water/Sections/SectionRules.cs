namespace Greenprint.Standards.Water;

/// <summary>State of water in words (水质状况), best first.</summary>
public enum WaterState
{
    /// <summary>优.</summary>
    Excellent = 1,

    /// <summary>良好.</summary>
    Good = 2,

    /// <summary>轻度污染.</summary>
    LightlyPolluted = 3,

    /// <summary>中度污染.</summary>
    ModeratelyPolluted = 4,

    /// <summary>重度污染.</summary>
    HeavilyPolluted = 5,
}

/// <summary>What 环办〔2011〕22号 says about periods, rivers, main indicators and change.</summary>
/// <param name="QuarterMonths">Months with a sample that a quarter needs.</param>
/// <param name="YearMonths">Months that a year needs.</param>
/// <param name="FrozenYearMonths">Months that a year needs where the water is frozen or dry.</param>
/// <param name="ProportionFrom">From so many sections on a river is judged by proportions.</param>
/// <param name="MainIndicators">How many main indicators are named.</param>
/// <param name="MultipleTextDecimals">Places of a multiple in a text.</param>
/// <param name="ChangeNone">Percentage points of ΔG − ΔD up to which nothing has changed markedly.</param>
/// <param name="ChangeSome">Percentage points up to which there is some change.</param>
/// <param name="States">The proportion table, best first, for both readings of its last line.</param>
/// <param name="ProportionRule">Clause of the proportion table.</param>
/// <param name="MonthsRule">Clause of the months.</param>
internal sealed record SectionRules(
    int QuarterMonths, int YearMonths, int FrozenYearMonths, int ProportionFrom, int MainIndicators, int MultipleTextDecimals, int ChangeNone, int ChangeSome,
    IReadOnlyList<StateLine> States, RuleReference ProportionRule, RuleReference MonthsRule);

/// <summary>A line of the proportion table: shares in percent, lower bounds included, upper bounds not.</summary>
/// <param name="Variant">The reading it belongs to; null for all.</param>
/// <param name="State">State.</param>
/// <param name="GoodFrom">Share of class I to III, at least.</param>
/// <param name="GoodBelow">Less than.</param>
/// <param name="WorstFrom">Share worse than V, at least.</param>
/// <param name="WorstBelow">Less than.</param>
internal sealed record StateLine(HeavyPollution? Variant, WaterState State, decimal? GoodFrom, decimal? GoodBelow, decimal? WorstFrom, decimal? WorstBelow);

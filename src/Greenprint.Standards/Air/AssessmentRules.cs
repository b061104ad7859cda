using System.Collections.Frozen;
using Greenprint.Quantities;
using Greenprint.Standards.Tables;

namespace Greenprint.Standards.Air;

/// <summary>HJ 663 in one edition, with the minimum counts of GB 3095: what makes a day, a month, a year and a city valid, and how results are given.</summary>
public sealed class AssessmentRules
{
    private readonly FrozenDictionary<string, int> percentiles;
    private readonly FrozenDictionary<string, int> published;
    private readonly FrozenDictionary<string, int> judged;

    private readonly FrozenDictionary<string, int> rankingDecimals;
    private readonly FrozenDictionary<string, int> weights;
    private readonly FrozenDictionary<CompositeVariant, (int Decimals, RuleReference Rule)> composites;

    private AssessmentRules(StandardEdition edition, RuleTable rules, string file)
    {
        Edition = edition;
        percentiles = rules.PerItem("percentile").ToFrozenDictionary();
        published = rules.PerItem("published-decimals").ToFrozenDictionary();
        judged = rules.PerItem("judged-decimals").ToFrozenDictionary();
        (DayHours, DayRule) = (rules.Whole("day-hours"), rules.Rule("day-hours"));
        WindowHours = rules.Whole("window-hours");
        (FirstWindowEnd, LastWindowEnd) = (rules.Whole("window-first-end"), rules.Whole("window-last-end"));
        (DayWindows, WindowRule) = (rules.Whole("day-windows"), rules.Rule("day-windows"));
        (MonthDays, MonthRule) = (rules.Whole("month-days"), rules.Rule("month-days"));
        FebruaryDays = rules.Whole("february-days");
        (YearDays, YearRule) = (rules.Whole("year-days"), rules.Rule("year-days"));
        RatioDecimals = rules.Whole("ratio-decimals");
        MultipleDecimals = rules.Whole("multiple-decimals");
        (CityPercent, CityRule) = (rules.Whole("city-stations-percent"), rules.Rule("city-stations-percent"));
        CityPercentFew = rules.Whole("city-stations-percent-few");
        FewStationsBelow = rules.Whole("city-few-stations-below");
        composites = new[] { ("sum", CompositeVariant.Sum), ("ranking-2012", CompositeVariant.Ranking2012), ("annex-c", CompositeVariant.AnnexC), ("weighted", CompositeVariant.Weighted) }
            .Where(variant => variant.Item2 == CompositeVariant.Sum || rules.All($"composite-{variant.Item1}").Any())
            .ToFrozenDictionary(variant => variant.Item2, variant => (rules.Whole($"composite-{variant.Item1}"), rules.Rule($"composite-{variant.Item1}")));
        RankingIndexDecimals = rules.Whole("ranking-index-decimals");
        rankingDecimals = rules.PerItem("ranking-decimals").ToFrozenDictionary();
        weights = composites.ContainsKey(CompositeVariant.Weighted) ? rules.PerItem("composite-weight").ToFrozenDictionary() : FrozenDictionary<string, int>.Empty;
        PercentileRule = rules.Rule("percentile", MeasuredItems.O3);
        Check(file);
    }

    /// <summary>HJ 663 in this edition.</summary>
    public StandardEdition Edition { get; }

    /// <summary>Hourly means that make a daily mean valid (20).</summary>
    public int DayHours { get; }

    /// <summary>Clause of <see cref="DayHours"/>.</summary>
    public RuleReference DayRule { get; }

    /// <summary>Hourly means of eight that make an 8 h mean valid (6).</summary>
    public int WindowHours { get; }

    /// <summary>Clock hour at which the first 8 h window of a day ends (8).</summary>
    public int FirstWindowEnd { get; }

    /// <summary>Clock hour at which the last 8 h window of a day ends (24).</summary>
    public int LastWindowEnd { get; }

    /// <summary>Valid windows that make a daily maximum valid (14); with fewer it counts if it exceeds the limit.</summary>
    public int DayWindows { get; }

    /// <summary>Clause of <see cref="DayWindows"/>.</summary>
    public RuleReference WindowRule { get; }

    /// <summary>Valid days that a month needs (27).</summary>
    public int MonthDays { get; }

    /// <summary>Valid days that a February needs (25).</summary>
    public int FebruaryDays { get; }

    /// <summary>Clause of the days of a month.</summary>
    public RuleReference MonthRule { get; }

    /// <summary>Valid days that a year needs (324), in a leap year too.</summary>
    public int YearDays { get; }

    /// <summary>Clause of <see cref="YearDays"/>.</summary>
    public RuleReference YearRule { get; }

    /// <summary>Clause of the percentile's formula.</summary>
    public RuleReference PercentileRule { get; }

    /// <summary>Places of a ratio in percent (1).</summary>
    public int RatioDecimals { get; }

    /// <summary>Places of an exceedance multiple (2).</summary>
    public int MultipleDecimals { get; }

    /// <summary>Percent of a city's stations that must be valid on a day (75).</summary>
    public int CityPercent { get; }

    /// <summary>The same in a city of few stations (50).</summary>
    public int CityPercentFew { get; }

    /// <summary>A city with fewer stations than this has few (4).</summary>
    public int FewStationsBelow { get; }

    /// <summary>Clause of a city's day.</summary>
    public RuleReference CityRule { get; }

    /// <summary>Places of a single index in the ranking practice of 2012 (2).</summary>
    public int RankingIndexDecimals { get; }

    /// <summary>Places of a value in the ranking practice of 2012: CO one, others none.</summary>
    public int RankingDecimals(MeasuredItem item) => rankingDecimals[item.Code];

    /// <summary>The weight of an item in the weighted composite index: UNVERIFIED.</summary>
    public int CompositeWeight(MeasuredItem item) => weights[item.Code];

    /// <summary>A variant of the composite index: the places that its bulletins show, and its source.</summary>
    /// <exception cref="ArgumentException">The edition has no such variant: there are no weights in that of 2013.</exception>
    public (int Decimals, RuleReference Rule) Composite(CompositeVariant variant) =>
        composites.TryGetValue(variant, out var found) ? found : throw new ArgumentException($"{Edition.Number} knows no composite index {variant}.", nameof(variant));

    /// <summary>The percentile of daily values that the item is judged by in a year: 98, 95 or 90.</summary>
    public int PercentileOf(MeasuredItem item) => percentiles[item.Code];

    /// <summary>Places of a published mean or percentile.</summary>
    public int PublishedDecimals(MeasuredItem item) => published[item.Code];

    /// <summary>Places to which a value is rounded, from its full value, before it is held against the limit.</summary>
    public int JudgedDecimals(MeasuredItem item) => judged[item.Code];

    /// <summary>Valid days that the month needs.</summary>
    public int DaysNeeded(DateOnly month) => month.Month == 2 ? FebruaryDays : MonthDays;

    /// <summary>The fewest valid stations that give a city of so many stations a value.</summary>
    public int StationsNeeded(int stations)
    {
        var percent = stations < FewStationsBelow ? CityPercentFew : CityPercent;
        return Math.Max(1, ((stations * percent) + 99) / 100);
    }

    internal static AssessmentRules Parse(StandardEdition edition, string file, TextReader text) => new(edition, RuleTable.Read(edition, file, text), file);

    private void Check(string file)
    {
        var fault = this switch
        {
            { DayHours: < 1 or > 24 } => "A day has 24 hours.",
            { WindowHours: < 1 or > 8 } => "A window has 8 hours.",
            { FirstWindowEnd: < 8 } or { LastWindowEnd: > 24 } => "An 8 h window lies inside the natural day: it ends from 8 to 24 o'clock.",
            _ when DayWindows < 1 || DayWindows > LastWindowEnd - FirstWindowEnd + 1 => "More windows are asked for than the day has.",
            { FebruaryDays: > 28 } or { MonthDays: > 30 } => "More days are asked for than a month has.",
            _ when YearDays > 365 || YearDays < (MonthDays * 11) + FebruaryDays - 30 => "The days of a year and of its months do not fit each other.",
            { CityPercent: < 1 or > 100 } or { CityPercentFew: < 1 or > 100 } => "A share of stations is 1 to 100 percent.",
            _ => percentiles.Values.Any(percentile => percentile is < 1 or > 100) ? "A percentile is 1 to 100." : null,
        };
        if (fault is not null)
        {
            throw new StandardTableException(file, 0, fault);
        }
    }
}

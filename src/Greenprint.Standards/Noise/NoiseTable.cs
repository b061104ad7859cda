using Greenprint.Quantities;

namespace Greenprint.Standards.Noise;

/// <summary>Part of the day.</summary>
public enum NoisePeriod
{
    /// <summary>昼间, 6 to 22 o'clock.</summary>
    Day,

    /// <summary>夜间, 22 to 6 o'clock.</summary>
    Night,
}

/// <summary>What kind of place a level of HJ 640 speaks of.</summary>
public enum NoiseScope
{
    /// <summary>区域声环境: the mean over the grid of a city.</summary>
    Area,

    /// <summary>道路交通声环境: the mean over its roads.</summary>
    Road,
}

/// <summary>The limits of a class of functional area (声环境功能区) in dB(A).</summary>
/// <param name="Zone"><c>0</c>, <c>1</c>, <c>2</c>, <c>3</c>, <c>4a</c>, <c>4b</c>.</param>
/// <param name="Name">0类 …</param>
/// <param name="Day">By day.</param>
/// <param name="Night">By night.</param>
/// <param name="Rule">Standard, clause, mark.</param>
public sealed record NoiseLimit(string Zone, Bilingual Name, decimal Day, decimal Night, RuleReference Rule)
{
    /// <summary>The limit of a part of the day.</summary>
    public decimal In(NoisePeriod period) => period == NoisePeriod.Day ? Day : Night;
}

/// <summary>A level of HJ 640-2012 (一级 to 五级).</summary>
/// <param name="Level">1, the best, to 5.</param>
/// <param name="UpTo">Highest mean that has it; null for the last.</param>
/// <param name="Name">For a reader.</param>
/// <param name="Rule">Standard, clause, mark.</param>
public sealed record NoiseLevel(int Level, decimal? UpTo, Bilingual Name, RuleReference Rule);

/// <summary>A measured level against its limit.</summary>
/// <param name="Limit">The limit in dB(A).</param>
/// <param name="Judged">The level as it was held against the limit.</param>
/// <param name="Meets">True when it does not exceed the limit.</param>
/// <param name="BurstMeets">Of a night with a known maximum: true when that exceeds the limit by no more than the allowance; else null.</param>
/// <param name="Rule">The limit's clause.</param>
public sealed record NoiseVerdict(decimal Limit, decimal Judged, bool Meets, bool? BurstMeets, RuleReference Rule);

/// <summary>GB 3096-2008 (limits) with HJ 640-2012 (levels of a city's means).</summary>
public sealed class NoiseTable
{
    private readonly NoiseLimit olderRailway;
    private readonly IReadOnlyDictionary<(NoiseScope Scope, NoisePeriod Period), IReadOnlyList<NoiseLevel>> levels;

    internal NoiseTable(
        StandardEdition edition, StandardEdition method, IReadOnlyList<NoiseLimit> limits, NoiseLimit olderRailway, NoiseRules rules,
        IReadOnlyDictionary<(NoiseScope Scope, NoisePeriod Period), IReadOnlyList<NoiseLevel>> levels)
    {
        (Edition, Method, Limits, this.olderRailway, this.levels) = (edition, method, limits, olderRailway, levels);
        (DayFrom, NightFrom, BurstAllowance, Decimals, RatioDecimals, RailwaysFrom, RatioRule) =
            (rules.DayFrom, rules.NightFrom, rules.BurstAllowance, rules.Decimals, rules.RatioDecimals, new(rules.RailwaysFromYear, 1, 1), rules.RatioRule);
    }

    /// <summary>GB 3096.</summary>
    public StandardEdition Edition { get; }

    /// <summary>HJ 640.</summary>
    public StandardEdition Method { get; }

    /// <summary>The limits of each class of area.</summary>
    public IReadOnlyList<NoiseLimit> Limits { get; }

    /// <summary>Hour at which the day begins (6). A local government may set other hours.</summary>
    public int DayFrom { get; }

    /// <summary>Hour at which the night begins (22).</summary>
    public int NightFrom { get; }

    /// <summary>How far a sudden noise at night may exceed the limit, in dB (15).</summary>
    public int BurstAllowance { get; }

    /// <summary>Places of a level, published and judged (1).</summary>
    public int Decimals { get; }

    /// <summary>Places of a compliance rate in percent.</summary>
    public int RatioDecimals { get; }

    /// <summary>Railways whose environmental impact was approved from this day on have the limits of 4b; older ones those of 70/55.</summary>
    public DateOnly RailwaysFrom { get; }

    /// <summary>Where the compliance rate stands.</summary>
    public RuleReference RatioRule { get; }

    /// <summary>Hours of the day (16).</summary>
    public int DayHours => NightFrom - DayFrom;

    /// <summary>The part of the day in which the hour lies that begins at <paramref name="hour"/> o'clock.</summary>
    public NoisePeriod PeriodOf(int hour)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(hour);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(hour, 23);
        return DayFrom <= hour && hour < NightFrom ? NoisePeriod.Day : NoisePeriod.Night;
    }

    /// <summary>The limits of a class of area, or null where the standard has no such class.</summary>
    /// <param name="zone"><c>2</c>, <c>4a</c>; <c>2类</c> is read as well.</param>
    /// <param name="railwayApproved">Of 4b: the day on which the railway's impact was approved; null: from 2011 on, as 4b is meant.</param>
    public NoiseLimit? For(string zone, DateOnly? railwayApproved = null)
    {
        var plain = (zone ?? "").Trim().TrimEnd('类').ToLowerInvariant();
        return plain == "4b" && railwayApproved < RailwaysFrom ? olderRailway : Limits.FirstOrDefault(limit => limit.Zone == plain);
    }

    /// <summary>Holds a measured equivalent level against a limit.</summary>
    /// <param name="limit">From <see cref="For"/>.</param>
    /// <param name="period">Part of the day.</param>
    /// <param name="leq">Equivalent level, dB(A).</param>
    /// <param name="maximum">Highest level of a sudden noise at night, where it is known.</param>
    /// <param name="comparison">Another rule of comparison than the edition's.</param>
    public NoiseVerdict Judge(NoiseLimit limit, NoisePeriod period, decimal leq, decimal? maximum = null, Comparison? comparison = null)
    {
        ArgumentNullException.ThrowIfNull(limit);
        var bound = limit.In(period);
        decimal Judged(decimal level) => (comparison ?? Edition.Comparison) == Comparison.Rounded ? Rounding.HalfEven(level, Decimals) : level;
        return new(bound, Judged(leq), Judged(leq) <= bound, period == NoisePeriod.Night && maximum is { } most ? Judged(most) <= bound + BurstAllowance : null, limit.Rule);
    }

    /// <summary>Holds an energy mean against a limit, exactly.</summary>
    public NoiseVerdict Judge(NoiseLimit limit, NoisePeriod period, EnergyMean mean, Comparison? comparison = null)
    {
        ArgumentNullException.ThrowIfNull(limit);
        ArgumentNullException.ThrowIfNull(mean);
        var (bound, rounded) = (limit.In(period), mean.Rounded(Decimals));
        return new(bound, rounded, (comparison ?? Edition.Comparison) == Comparison.Rounded ? rounded <= bound : mean.CompareTo(bound) <= 0, null, limit.Rule);
    }

    /// <summary>The levels of a city's mean, the best first.</summary>
    public IReadOnlyList<NoiseLevel> LevelsOf(NoiseScope scope, NoisePeriod period) => levels[(scope, period)];

    /// <summary>The level of a city's mean, which is rounded first: between 50.0 and 50.1 the table has nothing.</summary>
    public NoiseLevel LevelOf(NoiseScope scope, NoisePeriod period, Fraction mean)
    {
        var rounded = mean.HalfEven(Decimals);
        return LevelsOf(scope, period).First(level => level.UpTo is null || rounded <= level.UpTo);
    }
}

/// <summary>What <c>rules.csv</c> of both standards say.</summary>
internal sealed record NoiseRules(int DayFrom, int NightFrom, int BurstAllowance, int Decimals, int RatioDecimals, int RailwaysFromYear, RuleReference RatioRule);

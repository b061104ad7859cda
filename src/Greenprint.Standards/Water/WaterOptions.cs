namespace Greenprint.Standards.Water;

/// <summary>How a value below detection enters a mean; the body of 环办〔2011〕22号 was not seen on this point.</summary>
public enum BelowDetectionInMeans
{
    /// <summary>As half the detection limit: the practice of monitoring reports and the default.</summary>
    Half,

    /// <summary>As the detection limit.</summary>
    Full,

    /// <summary>As zero.</summary>
    Zero,
}

/// <summary>How pH values are averaged; no text that was seen says it.</summary>
public enum PhMean
{
    /// <summary>Minus the logarithm of the mean hydrogen ion concentration: the practice of public code, and the default.</summary>
    HydrogenIon,

    /// <summary>The arithmetic mean of the values.</summary>
    Arithmetic,
}

/// <summary>What "below detection" means for an item whose detection limit is higher than the limit of class III; two practices are seen.</summary>
public enum HighDetectionLimit
{
    /// <summary>Class I, as for every value below detection; the default.</summary>
    ClassI,

    /// <summary>The item cannot be judged (无法判定): it takes no part and is named.</summary>
    CannotBeJudged,
}

/// <summary>Whether total nitrogen takes part in a class. 环办〔2011〕22号 keeps it for reference; GB 3838 sets limits for lakes alone.</summary>
public enum TotalNitrogen
{
    /// <summary>For reference only; the default and the rule.</summary>
    ReferenceOnly,

    /// <summary>Takes part in lakes and reservoirs, by their limits.</summary>
    InLakes,

    /// <summary>Takes part in rivers too, by the limits of lakes: a local practice that no standard asks for.</summary>
    InLakesAndRivers,
}

/// <summary>Class I of dissolved oxygen, "90 % saturation (or 7.5 mg/L)".</summary>
public enum OxygenClassI
{
    /// <summary>7.5 mg/L: what the published classes of automatic stations follow, and the default.</summary>
    Limit,

    /// <summary>7.5 mg/L or 90 % of the saturation at the water's temperature, 468/(31.6 + T) mg/L; without a temperature 7.5 mg/L.</summary>
    SaturationOrLimit,
}

/// <summary>When a river or basin is judged by the proportions of its sections.</summary>
public enum FiveSections
{
    /// <summary>Five sections and more (5个以上含5个); the default.</summary>
    AtLeastFive,

    /// <summary>More than five, as one published page says.</summary>
    MoreThanFive,
}

/// <summary>The last line of the proportion table, heavy pollution; two readings are published.</summary>
public enum HeavyPollution
{
    /// <summary>Class I to III below 75 %, and at least 40 % worse than V; the default.</summary>
    Below75,

    /// <summary>Class I to III below 60 %, and at least 40 % worse than V. At exactly 60 % and 40 % no line fits: heavy pollution is taken, and said.</summary>
    Below60,
}

/// <summary>How many months with data a year of a section needs.</summary>
public enum MonthsOfYear
{
    /// <summary>Eight, as the rule allows where the water is frozen or dry; the default. A year of fewer than twelve months says so.</summary>
    AtLeastEight,

    /// <summary>All twelve.</summary>
    Twelve,
}

/// <summary>Choices of a water assessment that are not the standard's, or on which its text was not seen.</summary>
/// <param name="BelowDetection">How a value below detection enters a mean.</param>
/// <param name="PhMean">How pH is averaged.</param>
/// <param name="HighDetectionLimit">What a detection limit above class III means.</param>
/// <param name="Nitrogen">Whether total nitrogen takes part.</param>
/// <param name="Oxygen">Class I of dissolved oxygen.</param>
/// <param name="FiveSections">When a river is judged by proportions.</param>
/// <param name="Heavy">The last line of the proportion table.</param>
/// <param name="Months">Months that a year needs.</param>
public sealed record WaterOptions(
    BelowDetectionInMeans BelowDetection = BelowDetectionInMeans.Half,
    PhMean PhMean = PhMean.HydrogenIon,
    HighDetectionLimit HighDetectionLimit = HighDetectionLimit.ClassI,
    TotalNitrogen Nitrogen = TotalNitrogen.ReferenceOnly,
    OxygenClassI Oxygen = OxygenClassI.Limit,
    FiveSections FiveSections = FiveSections.AtLeastFive,
    HeavyPollution Heavy = HeavyPollution.Below75,
    MonthsOfYear Months = MonthsOfYear.AtLeastEight)
{
    /// <summary>The defaults.</summary>
    public static WaterOptions Default { get; } = new();
}

using Greenprint.Quantities;

namespace Greenprint.Standards.Air;

/// <summary>From which value a yearly figure is rounded before it is held against its limit; the text of HJ 663-2026 was not seen on this point.</summary>
public enum JudgeFrom
{
    /// <summary>From the full value (GB/T 8170 forbids rounding twice): the default.</summary>
    Unrounded,

    /// <summary>From the published value.</summary>
    Published,
}

/// <summary>A yearly figure held against its limit.</summary>
/// <param name="Limit">The limit, with clause.</param>
/// <param name="Value">The limit of the zone.</param>
/// <param name="Judged">The figure as it is compared.</param>
/// <param name="Meets">True when it is no more than the limit.</param>
/// <param name="Multiple">Exceedance multiple (超标倍数) (C − S)/S, or null where it meets.</param>
/// <param name="VariantDiffers">True when the other way of rounding (<see cref="JudgeFrom"/>) would decide otherwise: say so beside the figure.</param>
public sealed record AirVerdict(AirLimit Limit, decimal Value, decimal Judged, bool Meets, decimal? Multiple, bool VariantDiffers)
{
    /// <summary>The limit that a statistic is held against: the yearly one for a mean, that of a day (ozone: of 8 h) for a percentile of days; null where the standard sets none.</summary>
    internal static AirLimit? LimitOf(AirEdition edition, MeasuredItem item, AirStatistic statistic) =>
        edition.Limits.For(item, statistic == AirStatistic.Mean ? Averaging.Year : OfDay(item));

    /// <summary>Over what time a day's value of the item is averaged.</summary>
    internal static Averaging OfDay(MeasuredItem item) => item == MeasuredItems.O3 ? Averaging.EightHours : Averaging.Day;

    /// <summary>The verdict on a given figure, or null where the standard sets no limit.</summary>
    internal static AirVerdict? Of(Figure figure, MeasuredItem item, AirStatistic statistic, AirEdition edition, AirOptions options) =>
        Of(figure.Rounded(edition.Assessment.JudgedDecimals(item))!.Value, figure.Published!.Value, item, statistic, edition, options);

    /// <summary>The verdict on a figure that was rounded before.</summary>
    /// <param name="full">From the full value, to the places in which it is judged.</param>
    /// <param name="published">As it is published.</param>
    /// <param name="item">Item.</param>
    /// <param name="statistic">Mean or percentile.</param>
    /// <param name="edition">Whose limit and rules.</param>
    /// <param name="options">Zone and way of rounding.</param>
    internal static AirVerdict? Of(decimal full, decimal published, MeasuredItem item, AirStatistic statistic, AirEdition edition, AirOptions options)
    {
        if (LimitOf(edition, item, statistic) is not { } limit)
        {
            return null;
        }

        var value = limit.In(options.Zone);
        var twice = Rounding.HalfEven(published, edition.Assessment.JudgedDecimals(item));
        var judged = options.JudgeFrom == JudgeFrom.Unrounded ? full : twice;
        return new(
            limit, value, judged, limit.IsMetBy(judged, options.Zone), ExceedanceMultiple(judged, value, edition.Assessment),
            limit.IsMetBy(full, options.Zone) != limit.IsMetBy(twice, options.Zone));
    }

    /// <summary>(C − S)/S of the value as it is compared, or null where it meets.</summary>
    internal static decimal? ExceedanceMultiple(decimal judged, decimal limit, AssessmentRules rules) =>
        judged > limit ? (Fraction.Of(judged - limit) / Fraction.Of(limit)).HalfEven(rules.MultipleDecimals) : null;
}

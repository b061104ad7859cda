using Greenprint.Quantities;

namespace Greenprint.Standards;

/// <summary>Why records take no part in a figure.</summary>
public enum ExclusionKind
{
    /// <summary>Hours without a value.</summary>
    HoursMissing,

    /// <summary>Hours with a value that was marked as not valid.</summary>
    HoursLeftOut,

    /// <summary>Days with too few hourly means.</summary>
    DayTooFewHours,

    /// <summary>Ozone days with too few 8 h windows, whose result is not above the limit.</summary>
    DayTooFewWindows,

    /// <summary>Days of a city on which too few stations are valid.</summary>
    CityDayTooFewStations,

    /// <summary>Days without an AQI.</summary>
    DayWithoutIndex,

    /// <summary>Days on which no edition was in force.</summary>
    DayWithoutEdition,

    /// <summary>Water sections without a class.</summary>
    SectionWithoutClass,

    /// <summary>Water sections with data in fewer months than the period needs.</summary>
    SectionTooFewMonths,

    /// <summary>Stations that are no urban assessment points.</summary>
    StationNotUrban,

    /// <summary>Days of an exceptional event (sand dust), which leave the averages.</summary>
    ExceptionalDay,

    /// <summary>Water values below detection that entered a mean as a convention says.</summary>
    BelowDetectionInMean,
}

/// <summary>Records that took no part in a figure, all of one place, item and reason.</summary>
/// <param name="Kind">The reason's kind.</param>
/// <param name="Place">Station or section, or null for the city.</param>
/// <param name="Item">MeasuredItem code, or null.</param>
/// <param name="Count">Hours, days, or values: what the kind counts.</param>
/// <param name="Days">The days, as ranges; empty where only the count is kept.</param>
/// <param name="Reason">In words, with the rule.</param>
public sealed record ExcludedRecords(ExclusionKind Kind, string? Place, string? Item, int Count, IReadOnlyList<DayRange> Days, Bilingual Reason);

/// <summary>Consecutive days, both ends included.</summary>
/// <param name="First">First day.</param>
/// <param name="Last">Last day.</param>
public readonly record struct DayRange(DateOnly First, DateOnly Last)
{
    /// <summary>Joins days, in any order, to the fewest ranges.</summary>
    public static IReadOnlyList<DayRange> Of(IEnumerable<DateOnly> days)
    {
        var ranges = new List<DayRange>();
        foreach (var day in days.Distinct().Order())
        {
            if (ranges.Count > 0 && ranges[^1].Last.AddDays(1) == day)
            {
                ranges[^1] = ranges[^1] with { Last = day };
            }
            else
            {
                ranges.Add(new(day, day));
            }
        }

        return ranges;
    }

    /// <summary><c>2016-03-01</c> or <c>2016-03-01..2016-03-04</c>.</summary>
    public override string ToString() => First == Last
        ? First.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)
        : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{First:yyyy-MM-dd}..{Last:yyyy-MM-dd}");
}

using Greenprint.Quantities;

namespace Greenprint.Standards.Air;

/// <summary>Hourly means of one item at one station over whole days, as scaled integers: the array on which the statistics work.</summary>
/// <remarks>
/// Hour <c>h</c> of a day is the mean over [h:00, h+1:00) in China time, 0 to 23; official reports name the same hour by its end, 1 to 24.
/// A value is stored as a whole number of 10⁻⁹ of the item's unit, so nothing is rounded on the way; a finer value is refused.
/// </remarks>
public sealed class HourlySeries
{
    /// <summary>The code of an hour without a value. Never zero.</summary>
    public const long Missing = long.MinValue;

    /// <summary>Stored units per unit of the item.</summary>
    public const long Scale = 1_000_000_000;

    /// <summary>Places of a stored value.</summary>
    public const int Decimals = 9;

    /// <summary>The largest value that can enter, in the item's unit: far beyond any instrument, and small enough that no sum overflows.</summary>
    public const decimal Largest = 40_000m;

    private readonly long[] hours;
    private readonly Dictionary<int, string> excluded = [];

    /// <summary>A series without values.</summary>
    public HourlySeries(MeasuredItem item, DateOnly first, int days)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(days);
        (Item, First, Days) = (item, first, days);
        hours = new long[days * 24];
        hours.AsSpan().Fill(Missing);
    }

    /// <summary>A series over the days of a period, without values.</summary>
    public HourlySeries(MeasuredItem item, Period period)
        : this(item, period.First, period.Days)
    {
    }

    /// <summary>A series over an array of scaled values that somebody else keeps (a cache); its length is a multiple of 24.</summary>
    public HourlySeries(MeasuredItem item, DateOnly first, long[] scaled)
    {
        if (scaled.Length == 0 || scaled.Length % 24 != 0)
        {
            throw new ArgumentException("Whole days are needed: a multiple of 24 hours.", nameof(scaled));
        }

        (Item, First, Days, hours) = (item, first, scaled.Length / 24, scaled);
    }

    /// <summary>What was measured.</summary>
    public MeasuredItem Item { get; }

    /// <summary>First day.</summary>
    public DateOnly First { get; }

    /// <summary>Number of days.</summary>
    public int Days { get; }

    /// <summary>All hours, scaled, <see cref="Missing"/> where there is no value.</summary>
    public ReadOnlySpan<long> Hours => hours;

    /// <summary>Hours that were left out on purpose, with the reason.</summary>
    public IEnumerable<(DateOnly Day, int Hour, string Reason)> Excluded =>
        excluded.Select(hour => (First.AddDays(hour.Key / 24), hour.Key % 24, hour.Value));

    /// <summary>The value of one hour, or null.</summary>
    public decimal? At(DateOnly day, int hour) => hours[Index(day, hour)] is var value && value == Missing ? null : (decimal)value / Scale;

    /// <summary>Puts the mean of one hour, in the item's unit.</summary>
    /// <returns>False when the hour lies outside the series.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative, has more than nine places, or is beyond <see cref="Largest"/>: what an import should have refused.</exception>
    public bool Put(DateOnly day, int hour, decimal value)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(value);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(value, Largest);
        if (day < First || day >= First.AddDays(Days))
        {
            return false;
        }

        var scaled = value * Scale;
        excluded.Remove(Index(day, hour));
        hours[Index(day, hour)] = scaled == decimal.Truncate(scaled) ? (long)scaled : throw new ArgumentOutOfRangeException(nameof(value), value, "More than nine places.");
        return true;
    }

    /// <summary>Puts the mean of the hour that begins at <paramref name="start"/>.</summary>
    /// <returns>False when the hour lies outside the series.</returns>
    public bool Put(DateTimeOffset start, decimal value)
    {
        var wall = ChinaTime.WallClock(start);
        return Put(DateOnly.FromDateTime(wall), wall.Hour, value);
    }

    /// <summary>Says that there was a value which takes no part, and why (an instrument's flag, a quality-control decision). The hour is then missing.</summary>
    /// <returns>False when the hour lies outside the series.</returns>
    public bool Exclude(DateOnly day, int hour, string reason)
    {
        if (day < First || day >= First.AddDays(Days))
        {
            return false;
        }

        hours[Index(day, hour)] = Missing;
        excluded[Index(day, hour)] = reason;
        return true;
    }

    /// <summary>Says that the hour that begins at <paramref name="start"/> had a value which takes no part, and why.</summary>
    public bool Exclude(DateTimeOffset start, string reason)
    {
        var wall = ChinaTime.WallClock(start);
        return Exclude(DateOnly.FromDateTime(wall), wall.Hour, reason);
    }

    private int Index(DateOnly day, int hour)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(hour);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(hour, 23);
        return ((day.DayNumber - First.DayNumber) * 24) + hour;
    }
}

/// <summary>What one station measured: a series for each item.</summary>
/// <param name="Station">Code or name of the station, as it is to appear among the excluded records.</param>
/// <param name="Series">Its series; an item without one is missing on every day.</param>
/// <param name="Kind">What kind of point it is; a city is assessed by its urban points alone.</param>
public sealed record StationHours(string Station, IReadOnlyList<HourlySeries> Series, PointKind Kind = PointKind.Urban)
{
    /// <summary>The series of an item, or null.</summary>
    public HourlySeries? For(MeasuredItem item) => Series.FirstOrDefault(series => series.Item == item);
}

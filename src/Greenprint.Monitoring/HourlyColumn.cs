using Greenprint.Quantities;

namespace Greenprint.Monitoring;

/// <summary>A run of hours of one series as arrays: what the statistics work on.</summary>
/// <remarks>Values are whole numbers of 10⁻⁹ of the series' unit, so nothing is rounded on the way.</remarks>
public sealed class HourlyColumn
{
    /// <summary>Stands for an hour without a reading.</summary>
    public const long Missing = long.MinValue;

    /// <summary>A column of <paramref name="count"/> hours from <paramref name="first"/>, all missing.</summary>
    public HourlyColumn(DateTimeOffset first, int count)
    {
        First = first.ToOffset(ChinaTime.Offset);
        Scaled = new long[count];
        Flags = new ReadingFlags[count];
        Array.Fill(Scaled, Missing);
    }

    /// <summary>Start of the first hour, at UTC+8.</summary>
    public DateTimeOffset First { get; }

    /// <summary>Value of each hour in 10⁻⁹ of the unit, or <see cref="Missing"/>.</summary>
    public long[] Scaled { get; }

    /// <summary>Remarks on each hour.</summary>
    public ReadingFlags[] Flags { get; }

    /// <summary>Hours.</summary>
    public int Count => Scaled.Length;

    /// <summary>Value of an hour in the series' unit; null when missing. Flags are not considered.</summary>
    public decimal? this[int hour] => Scaled[hour] == Missing ? null : ScaledValue.ToDecimal(Scaled[hour]);

    /// <summary>Value of an hour that may enter statistics: null when missing or excluded by a flag.</summary>
    public decimal? Valid(int hour) => Flags[hour].IsExcluded() ? null : this[hour];

    /// <summary>Start of an hour.</summary>
    public DateTimeOffset StartOf(int hour) => First.AddHours(hour);
}

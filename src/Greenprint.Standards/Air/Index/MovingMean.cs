namespace Greenprint.Standards.Air;

/// <summary>The moving mean of the last hours at one station (滑动平均), hour by hour, as an exact sum and count: what the hourly report needs of ozone and particles.</summary>
/// <param name="hours">8 for ozone, 24 for particles.</param>
/// <param name="least">Fewest hours with a value: <see cref="AssessmentRules.WindowHours"/>, <see cref="AssessmentRules.DayHours"/>.</param>
public sealed class MovingMean(int hours, int least)
{
    private readonly long[] window = Filled(hours);
    private int at;

    /// <summary>Sum of the hours with a value, scaled.</summary>
    public long Sum { get; private set; }

    /// <summary>Hours with a value.</summary>
    public int Count { get; private set; }

    /// <summary>True when there are enough hours for a mean.</summary>
    public bool IsValid => Count >= least;

    /// <summary>Takes the next hour; every hour of the clock is given, <see cref="HourlySeries.Missing"/> where there is no value.</summary>
    /// <param name="scaled">Value times <see cref="HourlySeries.Scale"/>.</param>
    public void Add(long scaled)
    {
        var gone = window[at];
        if (gone != HourlySeries.Missing)
        {
            Sum -= gone;
            Count--;
        }

        if (scaled != HourlySeries.Missing)
        {
            Sum += scaled;
            Count++;
        }

        window[at] = scaled;
        at = (at + 1) % window.Length;
    }

    /// <summary>The mean as the index sees it, rounded once from the exact quotient; <see cref="HourlySeries.Missing"/> with too few hours.</summary>
    public long Reported(ScaledColumn column) => IsValid ? column.Reported(Sum, Count) : HourlySeries.Missing;

    private static long[] Filled(int hours)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(hours);
        var window = new long[hours];
        window.AsSpan().Fill(HourlySeries.Missing);
        return window;
    }
}

using Greenprint.Quantities;

namespace Greenprint.Standards.Water;

/// <summary>Values of water as whole numbers of 10⁻⁹ of the unit, for columns. Concentrations are never negative, so that below detection is the limit with a minus sign.</summary>
public static class ScaledWater
{
    /// <summary>Nothing was measured.</summary>
    public const long Missing = long.MinValue;

    /// <summary>Not detected, and nobody wrote down the limit.</summary>
    public const long NotDetected = long.MinValue + 1;

    /// <summary>How many one of the unit is.</summary>
    public const long Scale = 1_000_000_000;

    /// <summary>The value as a whole number.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is negative, or has more than nine places.</exception>
    public static long Of(MeasuredValue value)
    {
        if (value.IsMissing)
        {
            return Missing;
        }

        if ((value.Value ?? value.DetectionLimit) is not { } number)
        {
            return NotDetected;
        }

        ArgumentOutOfRangeException.ThrowIfNegative(number, nameof(value));
        var scaled = number * Scale;
        return decimal.Truncate(scaled) == scaled ? (long)(value.IsBelowDetection ? -scaled : scaled)
            : throw new ArgumentOutOfRangeException(nameof(value), number, "The value has more than nine places.");
    }

    /// <summary>Reads it back.</summary>
    public static MeasuredValue Read(long scaled) => scaled switch
    {
        Missing => MeasuredValue.Missing,
        NotDetected => MeasuredValue.NotDetected,
        < 0 => MeasuredValue.Below(-scaled / (decimal)Scale),
        _ => MeasuredValue.Of(scaled / (decimal)Scale),
    };
}

/// <summary>The five limits of an item as whole numbers.</summary>
internal readonly record struct ScaledLimit(Worse Worse, long Lowest, long I, long II, long III, long IV, long V)
{
    internal static ScaledLimit Of(WaterLimit? limit) => limit is null ? default : new(
        limit.Worse, Scaled(limit.Lowest ?? 0m), Scaled(limit.Limits[0]), Scaled(limit.Limits[1]), Scaled(limit.Limits[2]), Scaled(limit.Limits[3]), Scaled(limit.Limits[4]));

    /// <summary>The class of a value: one more than the number of limits it does not meet.</summary>
    internal int Class(long value) => Worse switch
    {
        Worse.Higher => 1 + One(value > I) + One(value > II) + One(value > III) + One(value > IV) + One(value > V),
        Worse.Lower => 1 + One(value < I) + One(value < II) + One(value < III) + One(value < IV) + One(value < V),
        _ => value < Lowest || value > V ? (int)WaterClass.WorseThanV : (int)WaterClass.I,
    };

    private static int One(bool worse) => worse ? 1 : 0;

    private static long Scaled(decimal limit) => (long)(limit * ScaledWater.Scale);
}

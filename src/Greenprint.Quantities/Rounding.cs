namespace Greenprint.Quantities;

/// <summary>Rounding of published figures: 数值修约 by GB/T 8170, half to even, in exact decimal arithmetic.</summary>
/// <remarks>GB/T 8170 forbids rounding a figure that was rounded before: always start from the full value.</remarks>
public static class Rounding
{
    /// <summary><paramref name="value"/> with <paramref name="decimals"/> places; a dropped part of exactly one half goes to the even digit.</summary>
    public static decimal HalfEven(decimal value, int decimals) => decimal.Round(value, decimals, MidpointRounding.ToEven);
}

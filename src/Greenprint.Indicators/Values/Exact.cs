using Greenprint.Quantities;

namespace Greenprint.Indicators;

/// <summary>How a figure is kept: the same digits on both engines, no trailing zeros, so that 0.50 and 0.5 are one value.</summary>
internal static class Exact
{
    public const int Digits = 28;

    public const int Places = 14;

    private const decimal Reach = 100_000_000_000_000m;

    /// <summary>True when the store keeps the value digit for digit.</summary>
    public static bool Fits(decimal value) => Math.Abs(value) < Reach && Rounding.HalfEven(value, Places) == value;

    /// <summary>Without trailing zeros.</summary>
    public static decimal? Trimmed(decimal? value) => value is { } number ? number / 1.0000000000000000000000000000m : null;

    /// <summary>A computed figure as the store keeps it. Its published form was rounded from the exact one before.</summary>
    public static decimal? Kept(decimal? value) => value is { } number ? Trimmed(Rounding.HalfEven(number, Places)) : null;
}

using Greenprint.Quantities;

namespace Greenprint.Planning.Plans;

/// <summary>Figures of a plan in the store.</summary>
internal static class Figure
{
    /// <summary>Decimals that a figure of a plan may have: what both engines keep digit for digit.</summary>
    public const int Places = 10;

    private const decimal Reach = 1_000_000_000_000_000m;

    /// <summary>True when both engines give the figure back as it was.</summary>
    public static bool Fits(decimal value) => Math.Abs(value) < Reach && Rounding.HalfEven(value, Places) == value;

    /// <summary>Without the zeros that one engine adds and the other does not.</summary>
    public static decimal? Trimmed(decimal? value) => value is { } number ? number / 1.0000000000000000000000000000m : null;
}

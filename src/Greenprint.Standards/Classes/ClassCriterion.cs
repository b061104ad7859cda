using System.Globalization;

namespace Greenprint.Standards.Classes;

/// <summary>What a value must keep to have a class, as the table prints it: <c>&lt;=0.5</c>, <c>&gt;6</c>, <c>7.8-8.5</c>, <c>ND</c>, or <c>-</c> for no requirement.</summary>
public readonly record struct ClassCriterion
{
    private ClassCriterion(decimal? low, bool lowIsExcluded, decimal? high, bool onlyNotDetected) =>
        (Low, LowIsExcluded, High, OnlyNotDetected) = (low, lowIsExcluded, high, onlyNotDetected);

    /// <summary>Lower bound, or null.</summary>
    public decimal? Low { get; }

    /// <summary>True where a value at the lower bound does not keep it: dissolved oxygen in the sea.</summary>
    public bool LowIsExcluded { get; }

    /// <summary>Upper bound, or null. A value at it keeps it.</summary>
    public decimal? High { get; }

    /// <summary>True where the item may not be detected at all (不得检出).</summary>
    public bool OnlyNotDetected { get; }

    /// <summary>True when a detected value keeps it. Under <see cref="Comparison.Rounded"/> the value is first rounded to the places the bound is printed with.</summary>
    public bool IsKeptBy(decimal value, Comparison comparison) =>
        !OnlyNotDetected
        && (Low is not { } low || (LowIsExcluded ? Judged(value, low, comparison) > low : Judged(value, low, comparison) >= low))
        && (High is not { } high || Judged(value, high, comparison) <= high);

    /// <summary>True when every value that keeps this keeps the other too: a worse class never asks for more.</summary>
    internal bool IsNoLaxerThan(ClassCriterion other) =>
        OnlyNotDetected
        || (!other.OnlyNotDetected
            && (other.Low is not { } low || (Low >= low && (Low > low || LowIsExcluded || !other.LowIsExcluded)))
            && (other.High is not { } high || High <= high));

    internal static ClassCriterion? TryParse(string text)
    {
        static decimal? Number(ReadOnlySpan<char> digits) =>
            decimal.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;

        switch (text)
        {
            case "-":
                return new(null, false, null, false);
            case "ND" or "无":
                return new(null, false, null, true);
            case ['<', '=', ..]:
                return Number(text.AsSpan(2)) is { } high ? new(null, false, high, false) : null;
            case ['>', '=', ..]:
                return Number(text.AsSpan(2)) is { } least ? new(least, false, null, false) : null;
            case ['>', ..]:
                return Number(text.AsSpan(1)) is { } more ? new(more, true, null, false) : null;
            default:
                var dash = text.IndexOf('-', StringComparison.Ordinal);
                return dash > 0 && Number(text.AsSpan(0, dash)) is { } from && Number(text.AsSpan(dash + 1)) is { } to && from < to ? new(from, false, to, false) : null;
        }
    }

    private static decimal Judged(decimal value, decimal bound, Comparison comparison) =>
        comparison == Comparison.Rounded ? Quantities.Rounding.HalfEven(value, bound.Scale) : value;
}

using System.Globalization;

namespace Greenprint.Quantities;

/// <summary>One laboratory or instrument value: a number, below detection (未检出), or missing. Missing is never zero, and below detection is neither.</summary>
public readonly record struct MeasuredValue
{
    private readonly decimal number;
    private readonly State state;

    private MeasuredValue(State state, decimal number) => (this.state, this.number) = (state, number);

    private enum State : byte
    {
        Missing,
        Number,
        Below,
        BelowUnknownLimit,
    }

    /// <summary>Nothing was measured, or the value was lost. This is also <c>default</c>.</summary>
    public static MeasuredValue Missing => default;

    /// <summary>The number that was read.</summary>
    public static MeasuredValue Of(decimal value) => new(State.Number, value);

    /// <summary>Less than the detection limit (检出限), which is positive.</summary>
    public static MeasuredValue Below(decimal detectionLimit)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(detectionLimit);
        return new(State.Below, detectionLimit);
    }

    /// <summary>Not detected, and nobody wrote down the limit (未检出).</summary>
    public static MeasuredValue NotDetected => new(State.BelowUnknownLimit, 0m);

    /// <summary>Nothing was measured.</summary>
    public bool IsMissing => state == State.Missing;

    /// <summary>Below the detection limit, known or not.</summary>
    public bool IsBelowDetection => state is State.Below or State.BelowUnknownLimit;

    /// <summary>The number, or null when missing or below detection.</summary>
    public decimal? Value => state == State.Number ? number : null;

    /// <summary>The detection limit of a value below it, or null.</summary>
    public decimal? DetectionLimit => state == State.Below ? number : null;

    /// <summary>
    /// Reads <c>0.02</c>, <c>&lt;0.02</c>, <c>0.02L</c>, <c>未检出</c>, <c>ND</c>; an empty cell, <c>*</c>, <c>-</c>, <c>--</c>, <c>—</c>, <c>NA</c> is missing.
    /// </summary>
    /// <returns>False when the text is none of these: it is then a finding of whoever read the file, never a missing value.</returns>
    public static bool TryParse(string? text, out MeasuredValue value)
    {
        var plain = (text ?? "").Trim();
        switch (plain)
        {
            case "" or "*" or "-" or "--" or "—" or "NA" or "/":
                value = Missing;
                return true;
            case "未检出" or "ND" or "nd":
                value = NotDetected;
                return true;
        }

        value = Missing;
        var below = plain[0] is '<' or '＜' ? plain[1..] : plain[^1] is 'L' or 'l' ? plain[..^1] : null;
        if (!decimal.TryParse(below ?? plain, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            || (below is not null && number <= 0))
        {
            return false;
        }

        value = below is null ? Of(number) : Below(number);
        return true;
    }

    /// <summary><c>0.02</c>, <c>0.02L</c>, <c>未检出</c> or empty; reads back as the same value.</summary>
    public override string ToString() => state switch
    {
        State.Number => number.ToString(CultureInfo.InvariantCulture),
        State.Below => string.Create(CultureInfo.InvariantCulture, $"{number}L"),
        State.BelowUnknownLimit => "未检出",
        _ => "",
    };
}

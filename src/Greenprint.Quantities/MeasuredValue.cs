using System.Globalization;

namespace Greenprint.Quantities;

/// <summary>Why there is no value (缺测原因).</summary>
public enum MissingReason : byte
{
    /// <summary>Nobody said.</summary>
    NotSaid,

    /// <summary>未采样: no sample was taken, by plan or not.</summary>
    NotSampled,

    /// <summary>断流: the river had no water.</summary>
    Dry,

    /// <summary>冰封: the water was frozen.</summary>
    Frozen,

    /// <summary>故障: the instrument failed.</summary>
    Fault,

    /// <summary>维护: the instrument was serviced.</summary>
    Maintenance,

    /// <summary>校准: the instrument was calibrated.</summary>
    Calibration,

    /// <summary>停电: there was no power.</summary>
    NoPower,

    /// <summary>断线: the line to the station was down.</summary>
    NoConnection,

    /// <summary>无效: a review found the value not valid.</summary>
    Rejected,
}

/// <summary>One laboratory or instrument value: a number, below detection (未检出), or missing. Missing is never zero, and below detection is neither.</summary>
public readonly record struct MeasuredValue
{
    // By the number of the reason, as station reports write them.
    private static readonly string[] Reasons = ["", "未采样", "断流", "冰封", "故障", "维护", "校准", "停电", "断线", "无效"];

    private readonly decimal number;
    private readonly State state;

    private readonly MissingReason reason;

    private MeasuredValue(State state, decimal number) => (this.state, this.number) = (state, number);

    private MeasuredValue(MissingReason reason) => this.reason = reason;

    private enum State : byte
    {
        Missing,
        Number,
        Below,
        BelowUnknownLimit,
    }

    /// <summary>Nothing was measured, or the value was lost. This is also <c>default</c>.</summary>
    public static MeasuredValue Missing => default;

    /// <summary>Nothing was measured, and it is known why.</summary>
    public static MeasuredValue MissingBecause(MissingReason reason) =>
        Enum.IsDefined(reason) ? new(reason) : throw new ArgumentOutOfRangeException(nameof(reason), reason, "There is no such reason.");

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

    /// <summary>Why nothing was measured; null when something was.</summary>
    public MissingReason? MissingReason => IsMissing ? reason : null;

    /// <summary>Below the detection limit, known or not.</summary>
    public bool IsBelowDetection => state is State.Below or State.BelowUnknownLimit;

    /// <summary>The number, or null when missing or below detection.</summary>
    public decimal? Value => state == State.Number ? number : null;

    /// <summary>The detection limit of a value below it, or null.</summary>
    public decimal? DetectionLimit => state == State.Below ? number : null;

    /// <summary>
    /// Reads <c>0.02</c>, <c>1e-05</c>, <c>&lt;0.02</c>, <c>0.02L</c>, <c>未检出</c>, <c>ND</c>; an empty cell, <c>*</c>, <c>-</c>, <c>--</c>, <c>—</c>, <c>NA</c> is missing;
    /// 未采样, 断流, 冰封, 故障, 维护, 校准, 停电, 断线, 无效 are missing with their reason.
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

        var known = Array.IndexOf(Reasons, plain);
        if (known >= 0)
        {
            value = new((MissingReason)known);
            return true;
        }

        value = Missing;
        var below = plain[0] is '<' or '＜' ? plain[1..] : plain[^1] is 'L' or 'l' ? plain[..^1] : null;
        if (!decimal.TryParse(below ?? plain, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var number)
            || (below is not null && number <= 0))
        {
            return false;
        }

        value = below is null ? Of(number) : Below(number);
        return true;
    }

    /// <summary><c>0.02</c>, <c>0.02L</c>, <c>未检出</c>, the reason, or empty; reads back as the same value.</summary>
    public override string ToString() => state switch
    {
        State.Number => number.ToString(CultureInfo.InvariantCulture),
        State.Below => string.Create(CultureInfo.InvariantCulture, $"{number}L"),
        State.BelowUnknownLimit => "未检出",
        _ => Reasons[(int)reason],
    };
}

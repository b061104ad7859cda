namespace Greenprint.Planning.Targets;

/// <summary>What a value must keep to: a lower edge, an upper edge, or both; the edges belong to it.</summary>
internal readonly record struct Bound(decimal? Lower, decimal? Upper)
{
    public static Bound AtLeast(decimal value) => new(value, null);

    public static Bound AtMost(decimal value) => new(null, value);

    public static Bound Toward(DesiredDirection direction, decimal value) => direction == DesiredDirection.Up ? AtLeast(value) : AtMost(value);

    /// <summary>How far <paramref name="value"/> is from holding: positive while it misses, zero at the edge, negative by the room that is left.</summary>
    public decimal Missing(decimal value) => (Lower - value, value - Upper) switch
    {
        ({ } below, { } above) => Math.Max(below, above),
        ({ } below, null) => below,
        (null, { } above) => above,
        _ => throw new InvalidOperationException("A bound has at least one edge."),
    };

    public bool Holds(decimal value) => Missing(value) <= 0;

    /// <summary>Missed by no more than one rounding step, or by no more than the tolerated part of the edge that is missed.</summary>
    public bool NearlyHolds(decimal value, decimal roundingStep, decimal tolerance)
    {
        var edge = Lower is { } lower && value < lower ? lower : Upper ?? Lower!.Value;
        var missing = Missing(value);
        return missing <= roundingStep || missing <= tolerance * Math.Abs(edge);
    }
}

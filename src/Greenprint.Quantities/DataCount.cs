namespace Greenprint.Quantities;

/// <summary>How many values of a period can be used, and why the others cannot (有效数据统计).</summary>
/// <param name="Expected">Values that the period should have: hours, days, samples.</param>
/// <param name="Valid">Values that were measured, those below detection among them: not detected is a result.</param>
/// <param name="BelowDetection">Of the valid ones, those below the detection limit.</param>
/// <param name="Missing">The rest, by reason; values that never arrived count as <see cref="MissingReason.NotSaid"/>.</param>
public sealed record DataCount(int Expected, int Valid, int BelowDetection, IReadOnlyDictionary<MissingReason, int> Missing)
{
    /// <summary>Share of valid values (数据有效率), exactly; null where none was expected: a share of nothing is not zero.</summary>
    public Fraction? Share => Expected == 0 ? null : Fraction.Of(Valid, Expected);

    /// <summary>Counts values.</summary>
    /// <param name="values">What arrived.</param>
    /// <param name="expected">What should have arrived; null: as many as arrived.</param>
    /// <exception cref="ArgumentOutOfRangeException">More arrived than the period can have.</exception>
    public static DataCount Of(ReadOnlySpan<MeasuredValue> values, int? expected = null)
    {
        var due = expected ?? values.Length;
        ArgumentOutOfRangeException.ThrowIfLessThan(due, values.Length, nameof(expected));
        var (valid, below) = (0, 0);
        var missing = new SortedDictionary<MissingReason, int>();
        foreach (var value in values)
        {
            if (value.MissingReason is { } reason)
            {
                missing[reason] = missing.GetValueOrDefault(reason) + 1;
            }
            else
            {
                valid++;
                below += value.IsBelowDetection ? 1 : 0;
            }
        }

        if (due > values.Length)
        {
            missing[MissingReason.NotSaid] = missing.GetValueOrDefault(MissingReason.NotSaid) + due - values.Length;
        }

        return new(due, valid, below, missing);
    }
}

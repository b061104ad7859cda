using System.Numerics;
using Greenprint.Quantities;

namespace Greenprint.Standards.Air.Columns;

/// <summary>The daily values of a place: of one station, or of a city as the mean of its stations.</summary>
internal abstract class PlaceDays
{
    /// <summary>The exact value, in the item's unit, or null where the day has none.</summary>
    internal abstract Fraction? Value(int dayColumn, int day);

    internal abstract bool Has(int dayColumn, int day);

    /// <summary>Sub-indices of every day into <paramref name="subIndices"/>, column after column; <see cref="IndexLookup.None"/> where there is none.</summary>
    internal abstract void SubIndices(ColumnPlan plan, Span<short> subIndices);
}

/// <inheritdoc/>
/// <typeparam name="TSum"><see cref="long"/>, or <see cref="Int128"/> for a city of many stations.</typeparam>
/// <param name="days">Number of days.</param>
/// <param name="denominators">Of each column: a stored value is that many times the value in the item's unit.</param>
internal sealed class PlaceDays<TSum>(int days, Int128[] denominators) : PlaceDays
    where TSum : struct, IBinaryInteger<TSum>, IMinMaxValue<TSum>
{
    internal static TSum Missing => TSum.MinValue;

    internal TSum[] Values { get; } = new TSum[ColumnLayout.DayColumns * days];

    internal Int128 Denominator(int dayColumn) => denominators[dayColumn];

    internal ReadOnlySpan<TSum> Column(int dayColumn) => Values.AsSpan(dayColumn * days, days);

    internal override bool Has(int dayColumn, int day) => Column(dayColumn)[day] != Missing;

    internal override Fraction? Value(int dayColumn, int day) =>
        Has(dayColumn, day) ? Fraction.Of(BigInteger.CreateChecked(Column(dayColumn)[day]), (BigInteger)denominators[dayColumn]) : null;

    internal override void SubIndices(ColumnPlan plan, Span<short> subIndices)
    {
        subIndices.Fill(IndexLookup.None);
        foreach (var run in plan.Runs)
        {
            for (var column = 0; column < ColumnLayout.DayColumns; column++)
            {
                if (run.Index is { } index && index.Asks(column))
                {
                    SubIndices(index, column, Column(column).Slice(run.First, run.Length), subIndices.Slice((column * days) + run.First, run.Length));
                }
            }
        }
    }

    /// <summary>Each value rounded half to even to the index's places, once, from the exact value, and looked up.</summary>
    private void SubIndices(IndexLookup index, int column, ReadOnlySpan<TSum> values, Span<short> subIndices)
    {
        var table = index.SubIndex(column);
        var beyond = index.Beyond(column);
        var power = ExactRounding.Power(index.Decimals(column));
        var exact = denominators[column] % power == 0;
        var (factor, divisor) = exact ? (TSum.One, TSum.CreateChecked(denominators[column] / power)) : (TSum.CreateChecked(power), TSum.CreateChecked(denominators[column]));
        for (var day = 0; day < values.Length; day++)
        {
            if (values[day] != Missing)
            {
                var scaled = exact ? values[day] : values[day] * factor;
                var quotient = scaled / divisor;
                var rest = scaled - (quotient * divisor);
                var left = divisor - rest;
                var reported = int.CreateChecked(quotient) + (rest > left || (rest == left && TSum.IsOddInteger(quotient)) ? 1 : 0);
                subIndices[day] = reported < table.Length ? table[reported] : beyond;
            }
        }
    }
}

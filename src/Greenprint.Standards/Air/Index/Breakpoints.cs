namespace Greenprint.Standards.Air;

/// <summary>One column of the table of IAQI break points (空气质量分指数及对应的污染物项目浓度限值).</summary>
/// <param name="Of">Item and averaging time.</param>
/// <param name="Points">Index and concentration, both rising.</param>
/// <param name="Beyond">The index of a concentration above the last point, or null where none is computed.</param>
/// <param name="Rule">Clause.</param>
public sealed record Breakpoints(IndexItem Of, IReadOnlyList<(int Index, decimal Concentration)> Points, int? Beyond, RuleReference Rule)
{
    /// <summary>The sub-index of a concentration that was rounded before, as <see cref="IndexTable.SubIndex"/> gives it.</summary>
    public int? SubIndex(decimal reported)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(reported);
        for (var i = 1; i < Points.Count; i++)
        {
            var (high, above) = Points[i];
            if (reported <= above)
            {
                var (low, below) = Points[i - 1];

                // Multiplied before divided: a quotient that is a whole number comes out whole, and nothing is rounded up by a cut digit.
                return (int)decimal.Ceiling((high - low) * (reported - below) / (above - below)) + low;
            }
        }

        return Beyond;
    }
}

/// <summary>A column of break points over whole numbers: the sub-index of a million values without allocation, equal to <see cref="Breakpoints.SubIndex"/> for each.</summary>
public sealed class ScaledColumn
{
    /// <summary>What stands for a value, or a sub-index, that is not there.</summary>
    public const int None = -1;

    private readonly long unit;
    private readonly long[] concentrations;
    private readonly int[] indices;
    private readonly int beyond;

    internal ScaledColumn(Breakpoints column, int decimals)
    {
        unit = HourlySeries.Scale;
        for (var place = 0; place < decimals; place++)
        {
            unit /= 10;
        }

        Of = column.Of;
        concentrations = [.. column.Points.Select(point => decimal.ToInt64(point.Concentration * HourlySeries.Scale / unit))];
        indices = [.. column.Points.Select(point => point.Index)];
        beyond = column.Beyond ?? None;
    }

    /// <summary>The column.</summary>
    public IndexItem Of { get; }

    /// <summary>The value as the index sees it, scaled as before: rounded half to even to the edition's places (GB/T 8170).</summary>
    /// <param name="scaled">Value or sum of values, times <see cref="HourlySeries.Scale"/>; not negative.</param>
    /// <param name="count">Of how many values it is the sum, so that a mean is rounded once, from the exact quotient.</param>
    public long Reported(long scaled, int count = 1)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(scaled);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        var step = unit * count;
        var (whole, rest) = Math.DivRem(scaled, step);
        var half = rest.CompareTo(step - rest);
        return (half > 0 || (half == 0 && (whole & 1) == 1) ? whole + 1 : whole) * unit;
    }

    /// <summary>The sub-index, rounded up to a whole number; <see cref="None"/> where the value is <see cref="HourlySeries.Missing"/> or the edition computes none.</summary>
    /// <param name="scaled">Value times <see cref="HourlySeries.Scale"/>; it is rounded first.</param>
    public int SubIndex(long scaled)
    {
        if (scaled == HourlySeries.Missing)
        {
            return None;
        }

        var reported = Reported(scaled) / unit;
        for (var i = 1; i < concentrations.Length; i++)
        {
            if (reported <= concentrations[i])
            {
                var (below, above, low) = (concentrations[i - 1], concentrations[i], indices[i - 1]);
                return (int)((((indices[i] - low) * (reported - below)) + (above - below) - 1) / (above - below)) + low;
            }
        }

        return beyond;
    }
}

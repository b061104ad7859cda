using Greenprint.Quantities;

namespace Greenprint.Standards.Checks;

/// <summary>
/// What columns of a table of ambient air look like as a whole: a wrong unit, two columns exchanged. The bounds are conventions of this program, wide enough that no
/// honest table of a place meets them; they judge the median, never a single value.
/// </summary>
public static class PlausibleAir
{
    /// <summary>Fewest cells that speak for a whole column.</summary>
    public const int FewestForUnit = 5;

    /// <summary>Fewest rows that can make two columns look exchanged.</summary>
    public const int FewestForSwap = 24;

    // Lowest and highest possible median, in the item's unit; then the range in which medians of Chinese cities lie.
    private static readonly Dictionary<string, (decimal Lowest, decimal Highest, decimal UsualFrom, decimal UsualTo)> Ranges = new(StringComparer.Ordinal)
    {
        ["so2"] = (0.2m, 2620, 1, 300),
        ["no2"] = (0.2m, 3840, 2, 300),
        ["co"] = (0.01m, 150, 0.1m, 10),
        ["o3"] = (0.5m, 1200, 3, 500),
        ["pm10"] = (0.5m, 2000, 3, 1000),
        ["pm25"] = (0.5m, 1000, 2, 800),
    };

    /// <summary>The largest value that a single hour can hardly exceed, in the item's unit: the last break point of HJ 633, of particles more for the sake of dust storms.</summary>
    public static decimal Highest(MeasuredItem item) => Ranges[item.Code].Highest;

    /// <summary>Findings about whole columns.</summary>
    /// <param name="name">The table, as findings name it.</param>
    /// <param name="columns">Header, item and profile of each column of values.</param>
    /// <param name="particles">How PM2.5 and PM10 stand to each other.</param>
    public static IReadOnlyList<Finding> Judge(string name, IReadOnlyList<ProfiledColumn> columns, ParticlePairs particles)
    {
        var findings = new List<Finding>();
        findings.AddRange(columns.Where(column => column.Profile.Texts >= FewestForUnit && column.Profile.Texts > column.Profile.Count + column.Profile.Zeros)
            .Select(column => TableFindings.HeaderDoesNotFit(name, column.Header, column.Profile.ExampleOfText, column.Profile.Texts)));
        findings.AddRange(columns.Select(column => Unit(name, column)).OfType<Finding>());
        if (Swapped(name, columns) is { } swapped)
        {
            findings.Add(swapped);
        }

        if (particles.LookSwapped(columns) is { } why)
        {
            findings.Add(TableFindings.ColumnsSwapped(name, Head(columns, MeasuredItems.Pm25), Head(columns, MeasuredItems.Pm10), why));
        }

        return findings;
    }

    private static Finding? Unit(string name, ProfiledColumn column)
    {
        var range = Ranges[column.Item.Code];
        if (column.Profile.Count < FewestForUnit || column.Profile.Median is not { } median || (median >= (double)range.Lowest && median <= (double)range.Highest))
        {
            return null;
        }

        Bilingual? guess = Fits(range, median / 1000) ? ("像是大了 1000 倍（µg 当作 mg？）。", "It looks 1,000 times too large (µg taken for mg?). ")
            : Fits(range, median * 1000) ? ("像是小了 1000 倍（mg 当作 µg？）。", "It looks 1,000 times too small (mg taken for µg?). ")
            : null;
        return TableFindings.ImplausibleColumn(name, column.Header, median, column.Item.Unit, range.Lowest, range.Highest, guess);
    }

    // Carbon monoxide is the one column whose numbers are of another size than all others.
    private static Finding? Swapped(string name, IReadOnlyList<ProfiledColumn> columns)
    {
        foreach (var one in columns.Where(column => column.Item == MeasuredItems.Co))
        {
            foreach (var other in columns.Where(column => column.Item != MeasuredItems.Co))
            {
                var (left, right) = (Ranges[one.Item.Code], Ranges[other.Item.Code]);
                if (one.Profile.Count >= FewestForSwap && other.Profile.Count >= FewestForSwap && one.Profile.Median is { } mine && other.Profile.Median is { } its
                    && !Fits(left, mine) && !Fits(right, its) && Fits(left, its) && Fits(right, mine))
                {
                    return TableFindings.ColumnsSwapped(
                        name, one.Header, other.Header, ("各自的数值都只合于对方", "the values of each fit only the other"));
                }
            }
        }

        return null;
    }

    private static bool Fits((decimal Lowest, decimal Highest, decimal UsualFrom, decimal UsualTo) range, double median) =>
        median >= (double)range.UsualFrom && median <= (double)range.UsualTo;

    private static string Head(IReadOnlyList<ProfiledColumn> columns, MeasuredItem item) => columns.First(column => column.Item == item).Header;
}

/// <summary>A column of values with what is known of it.</summary>
/// <param name="Header">As the header writes it.</param>
/// <param name="Item">The item.</param>
/// <param name="Profile">How large its values are, in the item's unit.</param>
public sealed record ProfiledColumn(string Header, MeasuredItem Item, ColumnProfile Profile);

/// <summary>Counts how often fine particles were above all particles, which are more by definition.</summary>
public sealed class ParticlePairs
{
    private const int SwappedPercent = 95;
    private const int LeastSpread = 3;

    /// <summary>Rows with both.</summary>
    public long Rows { get; private set; }

    /// <summary>Rows with PM2.5 above PM10.</summary>
    public long FineAbove { get; private set; }

    /// <summary>Counts a row; true when PM2.5 is above PM10.</summary>
    public bool Add(long fine, long coarse)
    {
        Rows++;
        var above = fine > coarse;
        FineAbove += above ? 1 : 0;
        return above;
    }

    internal Bilingual? LookSwapped(IReadOnlyList<ProfiledColumn> columns) =>
        Rows >= PlausibleAir.FewestForSwap && FineAbove * 100 >= Rows * SwappedPercent
        && columns.Where(column => column.Item == MeasuredItems.Pm25 || column.Item == MeasuredItems.Pm10).All(column => column.Profile.Spread >= LeastSpread)
            ? ($"{Rows} 行中有 {FineAbove} 行 PM2.5 大于 PM10", $"in {FineAbove} of {Rows} rows PM2.5 is above PM10")
            : null;
}

using Greenprint.Quantities;
using Greenprint.Standards.Tables;

namespace Greenprint.Standards.Statistics;

/// <summary>How sure a trend must be: one-sided probability that chance alone would show it.</summary>
public enum Significance
{
    /// <summary>0.05, the usual one.</summary>
    Usual,

    /// <summary>0.01.</summary>
    Strict,
}

/// <summary>When a rank correlation counts as significant.</summary>
public enum SpearmanComparison
{
    /// <summary>Its absolute value is greater than the critical value, as the methods say: the default. With five periods only an unbroken rise or fall is significant.</summary>
    Greater,

    /// <summary>Its absolute value, rounded to the three places of the table, is at least the critical value, as textbooks read the table.</summary>
    AtLeast,
}

/// <summary>Which way a series went.</summary>
public enum TrendDirection
{
    /// <summary>上升: significantly up.</summary>
    Rising,

    /// <summary>下降: significantly down.</summary>
    Falling,

    /// <summary>无显著变化.</summary>
    NotSignificant,
}

/// <summary>The trend of a series of periods by Spearman's rank correlation (秩相关系数法).</summary>
/// <param name="Periods">Number of periods N.</param>
/// <param name="Coefficient">rs, exactly; −1 to 1 where no two values are equal.</param>
/// <param name="Critical">The critical value Wp that it is held against.</param>
/// <param name="Direction">The verdict.</param>
/// <param name="OtherDiffers">True when the other <see cref="SpearmanComparison"/> would decide otherwise: say so beside the verdict.</param>
/// <param name="Rule">How well the critical value is known.</param>
/// <param name="From">The number of periods whose critical value it is: smaller than N where the table has no row for N.</param>
public sealed record Trend(int Periods, Fraction Coefficient, decimal Critical, TrendDirection Direction, bool OtherDiffers, RuleReference Rule, int From)
{
    /// <summary>The verdict in words.</summary>
    public Bilingual Words => Direction switch
    {
        TrendDirection.Rising => ("上升", "rising"),
        TrendDirection.Falling => ("下降", "falling"),
        _ => ("无显著变化", "no significant change"),
    };
}

/// <summary>The critical values of the rank correlation, and the trend by them.</summary>
public sealed class SpearmanTable
{
    internal const string File = "spearman.csv";

    /// <summary>Fewest periods of a trend (5).</summary>
    public const int FewestPeriods = 5;

    private readonly IReadOnlyList<Row> rows;

    private SpearmanTable(IReadOnlyList<Row> rows) => this.rows = rows;

    /// <summary>The table's rows: periods, and the critical values for 0.05 and 0.01.</summary>
    public IEnumerable<(int Periods, decimal Usual, decimal Strict, Mark Mark)> Rows => rows.Select(row => (row.Periods, row.Usual, row.Strict, row.Rule.Mark));

    /// <summary>
    /// rs = 1 − 6·Σd²/(N³ − N), d the difference of a period's place in time and the rank of its value. Equal values share the mean of their ranks; the formula then leans
    /// towards a rise (a constant series would have 0.5), so it is taken of the series and of its mirror, and the mean of both is the coefficient: without ties it is the
    /// formula's, of a constant series 0, and a series falls as surely as its mirror rises.
    /// </summary>
    /// <param name="values">One value a period, in the order of time, without gaps.</param>
    /// <param name="significance">How sure.</param>
    /// <param name="comparison">How rs is held against the critical value.</param>
    /// <returns>Null with fewer than five periods: no trend is named then.</returns>
    public Trend? Of(IReadOnlyList<decimal> values, Significance significance = Significance.Usual, SpearmanComparison comparison = SpearmanComparison.Greater)
    {
        if (values.Count < FewestPeriods)
        {
            return null;
        }

        var coefficient = Coefficient(values);
        var row = rows.Last(known => known.Periods <= values.Count);
        var critical = significance == Significance.Usual ? row.Usual : row.Strict;
        var size = coefficient < Fraction.Zero ? Fraction.Zero - coefficient : coefficient;
        var (greater, atLeast) = (size > Fraction.Of(critical), size.HalfEven(3) >= critical);
        var significant = comparison == SpearmanComparison.Greater ? greater : atLeast;
        return new(
            values.Count, coefficient, critical,
            !significant ? TrendDirection.NotSignificant : coefficient > Fraction.Zero ? TrendDirection.Rising : TrendDirection.Falling,
            greater != atLeast, row.Rule, row.Periods);
    }

    /// <summary>The rank correlation of a series with time.</summary>
    internal static Fraction Coefficient(IReadOnlyList<decimal> values) => (Plain(values) - Plain([.. values.Select(value => -value)])) / Fraction.Of(2, 1);

    /// <summary>The formula as it is written.</summary>
    private static Fraction Plain(IReadOnlyList<decimal> values)
    {
        // Twice the rank is whole: one more than all smaller ones, plus half of the other equal ones.
        long sum = 0;
        for (var at = 0; at < values.Count; at++)
        {
            var (smaller, equal) = (values.Count(other => other < values[at]), values.Count(other => other == values[at]));
            long difference = (2 * (at + 1)) - ((2 * smaller) + equal + 1);
            sum += difference * difference;
        }

        var n = (long)values.Count;
        return Fraction.Of(1, 1) - Fraction.Of(6 * sum, 4 * ((n * n * n) - n));
    }

    internal static SpearmanTable Read(StandardFiles files)
    {
        var rows = new List<Row>();
        foreach (var row in CsvTable.Read(File, files.Open(File), "periods", "p05", "p01", "clause", "mark").Rows)
        {
            var read = new Row(row.Whole("periods"), row.Number("p05"), row.Number("p01"), new("Spearman", row["clause"], row.Mark()));
            var fault = read switch
            {
                { Usual: > 1 } or { Strict: > 1 } => "A rank correlation is at most 1.",
                _ when read.Strict < read.Usual => "The stricter value is the larger one.",
                _ when rows.Count > 0 && (read.Periods <= rows[^1].Periods || read.Usual >= rows[^1].Usual || read.Strict > rows[^1].Strict) => "More periods need less correlation.",
                _ => null,
            };
            rows.Add(fault is null ? read : throw row.Fault(fault));
        }

        return rows[0].Periods == FewestPeriods ? new(rows) : throw new StandardTableException(File, 2, $"The table begins with {FewestPeriods} periods.");
    }

    private sealed record Row(int Periods, decimal Usual, decimal Strict, RuleReference Rule);
}

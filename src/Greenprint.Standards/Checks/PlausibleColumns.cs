using Greenprint.Quantities;

namespace Greenprint.Standards.Checks;

/// <summary>A column of values whose median cannot be above a bound.</summary>
/// <param name="Header">As the header writes it.</param>
/// <param name="Unit">Unit of the values.</param>
/// <param name="Highest">The bound; null where there is none.</param>
/// <param name="Profile">How large its values are.</param>
public sealed record BoundedColumn(string Header, string Unit, decimal? Highest, ColumnProfile Profile);

/// <summary>
/// What columns of samples look like as a whole. The bound is a multiple of the standard's worst limit: a convention of this program that no honest table meets, since
/// it judges the median of a column and not a value. A column of traces is never too small.
/// </summary>
public static class PlausibleColumns
{
    /// <summary>How many times the worst limit of a standard the median of a column can hardly be.</summary>
    public const int TimesOfWorstLimit = 10;

    private const int Fewest = 5;

    /// <summary>Findings about whole columns.</summary>
    public static IReadOnlyList<Finding> Judge(string name, IReadOnlyList<BoundedColumn> columns) =>
    [
        .. columns.Where(column => column.Profile.Texts >= Fewest && column.Profile.Texts > column.Profile.Count + column.Profile.Zeros)
            .Select(column => TableFindings.HeaderDoesNotFit(name, column.Header, column.Profile.ExampleOfText, column.Profile.Texts)),
        .. columns.Where(column => column.Profile.Count >= Fewest && column.Highest is { } highest && column.Profile.Median > (double)highest)
            .Select(column => TableFindings.ImplausibleColumn(name, column.Header, column.Profile.Median!.Value, column.Unit, 0, column.Highest!.Value, Guess(column))),
    ];

    private static Bilingual? Guess(BoundedColumn column) => column.Profile.Median / 1000 <= (double)column.Highest!.Value && column.Unit.StartsWith("mg/", StringComparison.Ordinal)
        ? ("像是大了 1000 倍（µg/L、µg/kg 或 ng/g？）。", "It looks 1,000 times too large (µg/L, µg/kg or ng/g?). ") : null;
}

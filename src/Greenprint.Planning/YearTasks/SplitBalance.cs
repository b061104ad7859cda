namespace Greenprint.Planning.YearTasks;

/// <summary>
/// A task's quantity beside the sum of its rows by place. The quantity of the whole is its own figure and never the sum: where the two differ a person is
/// told, and nothing is changed. A row without a quantity is no zero; the sum is then a part.
/// </summary>
/// <param name="Total">The whole's own quantity.</param>
/// <param name="Sum">The sum of the rows that have one; null when none has.</param>
/// <param name="Given">How many rows have a quantity.</param>
/// <param name="Missing">How many have none.</param>
public sealed record SplitBalance(decimal? Total, decimal? Sum, int Given, int Missing)
{
    /// <summary>True where rows without a quantity could change the sum.</summary>
    public bool IsPartial => Missing > 0;

    /// <summary>The sum less the whole; null where one of them is missing.</summary>
    public decimal? Difference => Sum - Total;

    /// <summary>True where nothing is missing and the two are the same.</summary>
    public bool IsEven => !IsPartial && Difference == 0;

    internal static SplitBalance Of(YearTask whole, IEnumerable<YearTask> rows)
    {
        var quantities = rows.Where(row => !row.IsCancelled).Select(row => row.Content.Quantity).ToList();
        var given = quantities.OfType<decimal>().ToList();
        return new(whole.Content.Quantity, given.Count == 0 ? null : given.Sum(), given.Count, quantities.Count - given.Count);
    }
}

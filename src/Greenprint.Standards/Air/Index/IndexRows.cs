namespace Greenprint.Standards.Air;

/// <summary>The AQI of many rows by one report, over whole numbers and without allocation: the same results as <see cref="AirQualityIndex"/>.</summary>
public sealed class IndexRows
{
    private readonly ScaledColumn?[] columns;
    private readonly bool[] decides;
    private readonly int[] itemBits;
    private readonly int allItems;
    private readonly int publishAbove;
    private readonly int primaryAbove;
    private readonly int least;

    /// <summary>Rows of <paramref name="report"/>, which is one of <paramref name="table"/>.</summary>
    public IndexRows(IndexTable table, IndexReport report)
    {
        Report = report;
        var items = report.Items.Select(item => item.Of.Item).Distinct().ToList();
        columns = [.. report.Items.Select((_, at) => report.Column(at))];
        decides = [.. report.Items.Select(item => item.Role == ReportRole.Decides)];
        itemBits = [.. report.Items.Select(item => 1 << items.IndexOf(item.Of.Item))];
        allItems = (1 << items.Count) - 1;
        publishAbove = report.PublishIncompleteAbove ?? -1;
        (primaryAbove, least) = (table.PrimaryAbove, table.Least);
    }

    /// <summary>The report.</summary>
    public IndexReport Report { get; }

    /// <summary>Computes one row.</summary>
    /// <param name="scaled">A value for each entry of the report, times <see cref="HourlySeries.Scale"/>, <see cref="HourlySeries.Missing"/> where there is none.</param>
    /// <param name="subIndices">Gets the sub-index of each entry, <see cref="ScaledColumn.None"/> where it has none.</param>
    /// <param name="primary">The primary pollutants: a bit for each entry.</param>
    /// <returns>The AQI, or <see cref="ScaledColumn.None"/> where none can be given.</returns>
    public int Index(ReadOnlySpan<long> scaled, Span<int> subIndices, out int primary)
    {
        var (largest, present) = (ScaledColumn.None, 0);
        for (var entry = 0; entry < columns.Length; entry++)
        {
            var index = columns[entry] is { } column ? column.SubIndex(scaled[entry]) : ScaledColumn.None;
            subIndices[entry] = index;
            if (decides[entry] && index != ScaledColumn.None)
            {
                largest = Math.Max(largest, index);
                present |= itemBits[entry];
            }
        }

        primary = 0;
        if (largest == ScaledColumn.None || (present != allItems && largest <= publishAbove))
        {
            return ScaledColumn.None;
        }

        for (var entry = 0; largest > primaryAbove && entry < columns.Length; entry++)
        {
            primary |= decides[entry] && subIndices[entry] == largest ? 1 << entry : 0;
        }

        return Math.Max(largest, least);
    }
}

using Greenprint.Quantities;

namespace Greenprint.Monitoring;

/// <summary>Counts what happens to the readings of one file, and keeps what is to be said about them.</summary>
internal sealed class ImportTally(string file)
{
    private readonly SortedDictionary<int, long> staleByMonth = [];
    private readonly Dictionary<string, long> frozenByStation = new(StringComparer.Ordinal);
    private long caps;
    private long spikes;
    private long orders;

    public long Values { get; set; }

    public long Missing { get; set; }

    public long Rows { get; set; }

    public long Rejected { get; set; }

    /// <summary>Unchanged because the file said it before.</summary>
    public long Repeated { get; set; }

    public long Stored { get; private set; }

    public long Unchanged { get; private set; }

    public long Revised { get; private set; }

    public ImportCounts Counts => new(Values + Rejected, Stored, Unchanged + Repeated, Revised, Rejected, Missing, Rows);

    public void Add(in PutResult put)
    {
        Stored += put.Stored;
        Unchanged += put.Unchanged;
        Revised += put.Revised;
    }

    public void Stale(int month, int values) => staleByMonth[month] = staleByMonth.GetValueOrDefault(month) + values;

    public void Frozen(string station) => frozenByStation[station] = frozenByStation.GetValueOrDefault(station) + 1;

    public void Remark(ReadingFlags flags, bool isFine)
    {
        caps += flags.HasFlag(ReadingFlags.InstrumentCap) ? 1 : 0;
        spikes += flags.HasFlag(ReadingFlags.Spike) ? 1 : 0;
        // Both particle items of the hour carry the flag; the hour is counted once.
        orders += isFine && flags.HasFlag(ReadingFlags.ParticleOrder) ? 1 : 0;
    }

    public IEnumerable<Finding> Remarks(int? bulkMonth)
    {
        foreach (var (month, count) in staleByMonth)
        {
            yield return RowFindings.Stale(file, count, Month(month), Month(bulkMonth ?? 0));
        }

        foreach (var (station, rows) in frozenByStation)
        {
            yield return RowFindings.Frozen(file, station, rows);
        }

        foreach (var (flag, count) in new[] { (ReadingFlags.InstrumentCap, caps), (ReadingFlags.Spike, spikes), (ReadingFlags.ParticleOrder, orders) })
        {
            if (count > 0)
            {
                yield return RowFindings.Remark(file, flag, count);
            }
        }

        if (Repeated > 0)
        {
            yield return RowFindings.Repeated(file, Repeated);
        }

        if (Rows == 0)
        {
            yield return RowFindings.NoRows(file);
        }
    }

    private static string Month(int month) => $"{month / 100:0000}-{month % 100:00}";
}

namespace Greenprint.Monitoring;

/// <summary>Collects readings by series and puts them in batches, so that memory stays bounded and every batch is one stretch of each series.</summary>
internal sealed class ReadingsIntake(ReadingsTransaction transaction, ImportedStations stations)
{
    private const int LargestBatch = 1 << 16;

    private readonly HashSet<ImportedSeries> waiting = [];
    private int count;

    /// <summary>The source of what is added next.</summary>
    public int Source { get; set; }

    public bool IsFull => count >= LargestBatch;

    public void Add(ImportedSeries series, in Arrival arrival)
    {
        if (series.Waiting.Count == 0)
        {
            waiting.Add(series);
        }

        series.Waiting.Add(arrival);
        count++;
    }

    /// <summary>Puts what is waiting.</summary>
    public async Task<PutResult> Flush(CancellationToken cancellation)
    {
        var (stored, unchanged, revised) = (0L, 0L, 0L);
        foreach (var series in waiting.OrderBy(series => series.Index))
        {
            series.Number ??= await transaction.NumberOf($"{series.Station.StoredCode}/{series.Item.Code}", cancellation);
            InOrder(series.Waiting);
            var put = await transaction.Put(series.Number.Value, series.Waiting, Source, cancellation);
            (stored, unchanged, revised) = (stored + put.Stored, unchanged + put.Unchanged, revised + put.Revised);
            if (put.HasChanges)
            {
                var (first, last) = series.Changed ?? (put.FirstChanged, put.LastChanged);
                series.Changed = (Math.Min(first, put.FirstChanged), Math.Max(last, put.LastChanged));
            }

            series.Waiting.Clear();
        }

        waiting.Clear();
        count = 0;
        await transaction.Flush(cancellation);
        return new PutResult(stored, unchanged, revised, 0, 0);
    }

    /// <summary>The series that changed.</summary>
    public IReadOnlyList<TouchedSeries> Touched() =>
    [
        .. from series in stations.Series
           where series.Changed is not null
           group series.Changed!.Value by series.Number!.Value into changed
           select new TouchedSeries(changed.Key, StoredTime.Start(changed.Min(range => range.First)), StoredTime.Start(changed.Max(range => range.Last))),
    ];

    // Files are in order of time nearly always. Equal starts keep the order in which they arrived.
    private static void InOrder(List<Arrival> arrivals)
    {
        for (var i = 1; i < arrivals.Count; i++)
        {
            if (arrivals[i].Start < arrivals[i - 1].Start)
            {
                var sorted = arrivals.OrderBy(arrival => arrival.Start).ToList();
                arrivals.Clear();
                arrivals.AddRange(sorted);
                return;
            }
        }
    }
}

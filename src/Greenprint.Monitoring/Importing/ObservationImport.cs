using Greenprint.Platform;
using Greenprint.Quantities;
using Microsoft.Extensions.Logging;

namespace Greenprint.Monitoring;

internal sealed partial class ObservationImport(
    IReadingsStore store, GreenprintDb db, IChanges changes, IChinaClock clock, IEnumerable<IReadingsListener> listeners, ILogger<ObservationImport> logger)
    : IObservationImport
{
    // How far an instrument's clock may run ahead of ours.
    private static readonly TimeSpan ClockTolerance = TimeSpan.FromHours(1);

    public async Task<ImportReport> Import(ImportOrder order, IProgress<ImportProgress>? progress, CancellationToken cancellation)
    {
        var terms = new ImportTerms(order.Year, order.City, new ImportedStations(), clock.Now + ClockTolerance);
        var (files, refusals) = SurveyAll(order, terms, progress, cancellation);
        if (refusals.Count > 0)
        {
            return Refused(order, refusals);
        }

        try
        {
            return await StoreAll(order, files, terms, progress, cancellation);
        }
        catch (ImportRefusal refusal)
        {
            // A station of another's region, or a file that changed between the two readings.
            return Refused(order, [refusal.Finding]);
        }
        catch (Exception fault) when (Refusals.Of(fault) is { } finding)
        {
            return Refused(order, [finding]);
        }
    }

    public async Task<ImportReport> Store(Actor actor, string source, IEnumerable<GivenReading> readings, ReadingRank rank, CancellationToken cancellation)
    {
        var stations = new ImportedStations();
        await using var transaction = await ReadingsTransaction.Begin(store, cancellation);
        var intake = new ReadingsIntake(transaction, stations) { Source = await transaction.AddSource(clock.Now, "program", source, "", cancellation) };
        var tally = new ImportTally(source);
        var given = new GivenReadings(db, stations);
        foreach (var reading in readings)
        {
            var series = await given.SeriesOf(reading, cancellation);
            intake.Add(series, GivenReadings.ArrivalOf(reading, rank));
            tally.Values++;
            if (intake.IsFull)
            {
                tally.Add(await intake.Flush(cancellation));
            }
        }

        tally.Add(await intake.Flush(cancellation));
        tally.Rows = tally.Values;
        var files = new[] { new FileReport(source, "program", "", tally.Counts) };
        return await Finish(new ImportOrder(actor, []), transaction, intake, stations, new ImportReport(tally.Counts, files, [], [], [], [], DryRun: false), cancellation);
    }

    private static (List<SurveyedFile> Files, List<Finding> Refusals) SurveyAll(
        ImportOrder order, ImportTerms terms, IProgress<ImportProgress>? progress, CancellationToken cancellation)
    {
        var files = new List<SurveyedFile>();
        var refusals = new List<Finding>();
        if (order.Files.Count == 0)
        {
            refusals.Add(MonitoringFindings.NoFiles);
        }

        foreach (var file in order.Files)
        {
            try
            {
                files.Add(SurveyedFile.Of(file, ImportFormats.Named(order.Format), terms, progress, cancellation));
            }
            catch (ImportRefusal refusal)
            {
                refusals.Add(refusal.Finding);
            }
        }

        return (files, refusals);
    }

    private async Task<ImportReport> StoreAll(
        ImportOrder order, List<SurveyedFile> files, ImportTerms terms, IProgress<ImportProgress>? progress, CancellationToken cancellation)
    {
        await using var transaction = await ReadingsTransaction.Begin(store, cancellation);
        await StationResolver.Resolve(db, terms.Stations, cancellation);
        await CheckRegions(order, terms.Stations, cancellation);
        var intake = new ReadingsIntake(transaction, terms.Stations);
        var bulk = BulkMonth(files);
        var storer = new FileStorer(intake, terms, bulk, progress);
        var arrived = clock.Now;
        var reports = new List<FileReport>();
        foreach (var file in files)
        {
            intake.Source = await transaction.AddSource(arrived, file.Format.Name, file.File.Name, file.Probe.Digest, cancellation);
            var report = await storer.Store(file, cancellation);
            reports.Add(report);
            if (report.Counts.Stored + report.Counts.Revised == 0)
            {
                await transaction.RemoveSource(intake.Source, cancellation);
            }
        }

        var counts = reports.Aggregate(ImportCounts.None, (sum, report) => sum.Plus(report.Counts));
        return await Finish(
            order, transaction, intake, terms.Stations, new ImportReport(counts, reports, [], storer.Rejections, storer.Remarks, [], order.DryRun), cancellation);
    }

    private static async Task CheckRegions(ImportOrder order, ImportedStations stations, CancellationToken cancellation)
    {
        if (order.May is not { } may)
        {
            return;
        }

        foreach (var station in stations.All.Where(station => station.StoredRegion is not null).DistinctBy(station => station.StoredRegion))
        {
            if (!await may(station.StoredRegion!, cancellation))
            {
                throw new ImportRefusal(MonitoringFindings.OtherRegion(station.Name, station.StoredRegion!));
            }
        }
    }

    /// <summary>
    /// Commits both databases. The readings go first, as the last step inside the change of the work database: what can fail there has been
    /// tried by then. A kill between the two leaves readings whose series the work database does not show yet; the same import, run again,
    /// finds them unchanged and adds the series.
    /// </summary>
    private async Task<ImportReport> Finish(
        ImportOrder order, ReadingsTransaction transaction, ReadingsIntake intake, ImportedStations stations, ImportReport report, CancellationToken cancellation)
    {
        if (order.DryRun)
        {
            return report with { NewStations = WouldBeNew(stations) };
        }

        var done = await changes.Apply(
            order.Actor,
            async change =>
            {
                var added = await StationResolver.AddNew(change, stations, cancellation);
                var finished = report with { NewStations = added };
                change.Record("", "observations", "observations.imported", HistoryOf(finished));
                await change.Db.SaveChangesAsync(cancellation);
                await transaction.Commit(cancellation);
                return finished;
            },
            cancellation);
        await Tell(intake.Touched(), string.Join(", ", done.Files.Select(file => file.Name)), cancellation);
        return done;
    }

    private static object HistoryOf(ImportReport report) => new
    {
        report.Counts.Read,
        report.Counts.Stored,
        report.Counts.Unchanged,
        report.Counts.Revised,
        report.Counts.Rejected,
        Files = report.Files.Select(file => new { file.Name, file.Format, file.Digest, file.Counts.Stored, file.Counts.Revised, file.Counts.Rejected }),
        NewStations = report.NewStations.Select(station => station.Code),
    };

    private static List<StationInfo> WouldBeNew(ImportedStations stations) =>
    [
        .. stations.All
            .Where(station => station.StoredId is null && station.Series.Any(series => series?.Number is not null))
            .DistinctBy(station => station.StoredCode)
            .Select(station => new StationInfo(
                0, station.StoredCode, new Bilingual(station.Name), station.Kind, StationNames.City(station.City), null, true, null, null, null)),
    ];

    private async Task Tell(IReadOnlyList<TouchedSeries> touched, string cause, CancellationToken cancellation)
    {
        if (touched.Count == 0)
        {
            return;
        }

        foreach (var listener in listeners)
        {
            try
            {
                await listener.Changed(touched, cause, cancellation);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                // The import is committed; what rests on it is computed at the next start at the latest.
                ListenerFailed(logger, listener.GetType().Name, fault);
            }
        }
    }

    // The month of more than half of all rows, over all files: a file of stale rows alone has no other bulk of its own.
    private static int? BulkMonth(List<SurveyedFile> files)
    {
        var months = new Dictionary<int, long>();
        foreach (var (month, rows) in files.Where(file => file.Format.HasStaleRows).SelectMany(file => file.Survey.Months))
        {
            months[month] = months.GetValueOrDefault(month) + rows;
        }

        return months.Count > 1 && months.MaxBy(month => month.Value) is var most && most.Value * 2 > months.Values.Sum() ? most.Key : null;
    }

    private static ImportReport Refused(ImportOrder order, IReadOnlyList<Finding> refusals) =>
        new(ImportCounts.None, [], [], [], [], refusals, order.DryRun);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Listener} failed after readings had changed.")]
    private static partial void ListenerFailed(ILogger logger, string listener, Exception fault);
}

using Greenprint.Quantities;

namespace Greenprint.Monitoring;

/// <summary>Stores the rows of files that were surveyed, and says what happened to each reading.</summary>
internal sealed class FileStorer(ReadingsIntake intake, ImportTerms terms, int? bulkMonth, IProgress<ImportProgress>? progress)
{
    /// <summary>Rejections that are kept with their reasons; beyond, they are only counted.</summary>
    public const int MostRejections = 10_000;

    private static readonly int Fine = ItemOrdinals.Of(AirColumns.Item("pm25"));

    public List<Finding> Rejections { get; } = [];

    public List<Finding> Remarks { get; } = [];

    public async Task<FileReport> Store(SurveyedFile file, CancellationToken cancellation)
    {
        using var cursor = RowCursor.Open(file.File, file.Probe);
        var reader = file.Format.Open(terms.For(file.File, cursor.Header));
        var tally = new ImportTally(file.File.Name);
        var firsts = new Dictionary<(int Series, long Start), (long Value, ReadingFlags Flags, int Line)>();
        while (cursor.Read(reader))
        {
            tally.Rows++;
            Take(cursor.Row, file, tally, firsts);
            if (tally.Rows % SurveyedFile.Breath == 0)
            {
                cancellation.ThrowIfCancellationRequested();
                progress?.Report(new ImportProgress(file.File.Name, Storing: true, tally.Rows));
            }

            if (intake.IsFull)
            {
                tally.Add(await intake.Flush(cancellation));
            }
        }

        tally.Add(await intake.Flush(cancellation));
        Remarks.AddRange(tally.Remarks(bulkMonth));
        return new FileReport(file.File.Name, file.Format.Name, file.Probe.Digest, tally.Counts);
    }

    private void Take(ParsedRow row, SurveyedFile file, ImportTally tally, Dictionary<(int Series, long Start), (long Value, ReadingFlags Flags, int Line)> firsts)
    {
        tally.Missing += row.Missing;
        foreach (var rejected in row.Rejected)
        {
            Reject(tally, rejected);
        }

        if (row.Station is not { } station || row.Values.Count == 0)
        {
            return;
        }

        var flags = RowFlags(row, station, file, tally);
        foreach (var value in row.Values)
        {
            var series = terms.Stations.SeriesOf(station, value.Column.Item, value.Column.Ordinal);
            if (Misfit(series, value, row.Line, file.File.Name) is { } misfit)
            {
                Reject(tally, misfit);
                continue;
            }

            var key = (series.Index, value.Start);
            var arrival = new Arrival(value.Start, value.Scaled, value.Flags | flags, row.Rank);
            if (file.Survey.Repeated.Count > 0 && file.Survey.Repeated.Contains(key) && !IsFirst(key, arrival, row.Line, value, file, tally, firsts))
            {
                continue;
            }

            if (file.Survey.Spikes.Count > 0 && file.Survey.Spikes.Contains(key))
            {
                arrival = arrival with { Flags = arrival.Flags | ReadingFlags.Spike };
            }

            tally.Values++;
            tally.Remark(arrival.Flags, value.Column.Ordinal == Fine);
            intake.Add(series, arrival);
        }
    }

    private ReadingFlags RowFlags(ParsedRow row, ImportedStation station, SurveyedFile file, ImportTally tally)
    {
        var flags = ReadingFlags.None;
        var start = row.Values[0].Start;
        if (file.Survey.Frozen.Count > 0 && file.Survey.Frozen.Contains((station.Index, start)))
        {
            flags |= ReadingFlags.Frozen;
            tally.Frozen(station.Name);
        }

        if (file.Format.HasStaleRows && bulkMonth is { } bulk && RowTime.MonthOf(start) is var month && month != bulk)
        {
            flags |= ReadingFlags.Stale;
            tally.Stale(month, row.Values.Count);
        }

        return flags;
    }

    // The first value of a key in a file counts: nothing in the file says that a later line knows better. The same again is unchanged.
    private bool IsFirst(
        (int Series, long Start) key, in Arrival arrival, int line, in ParsedValue value, SurveyedFile file, ImportTally tally,
        Dictionary<(int Series, long Start), (long Value, ReadingFlags Flags, int Line)> firsts)
    {
        var said = arrival.Flags & ReadingFlagRules.SaidBySource;
        if (!firsts.TryGetValue(key, out var first))
        {
            firsts[key] = (arrival.Value, said, line);
            return true;
        }

        if (first.Value == arrival.Value && first.Flags == said)
        {
            tally.Values++;
            tally.Repeated++;
        }
        else
        {
            Reject(tally, RowFindings.Contradiction(
                new FindingPlace(file.File.Name, line, value.Column.Header), Text(arrival.Value, said), first.Line, Text(first.Value, first.Flags)));
        }

        return false;
    }

    private static string Text(long scaled, ReadingFlags said) =>
        MonitoringFindings.Number(ScaledValue.ToDecimal(scaled)) + (said == ReadingFlags.None ? "" : $" ({RowWords.Text(said)})");

    private static Finding? Misfit(ImportedSeries series, in ParsedValue value, int line, string file)
    {
        series.StepMinutes ??= value.Column.StepMinutes ?? ValueColumn.UsualStep(series.Item.Kind);
        if (value.Column.StepMinutes is { } minutes && minutes != series.StepMinutes)
        {
            return RowFindings.OtherStep(new FindingPlace(file, line, value.Column.Header), minutes, series.StepMinutes.Value);
        }

        return series.StepMinutes == 60 && value.Start % RowTime.Hour != 0
            ? RowFindings.NotAFullHour(new FindingPlace(file, line, value.Column.Header), RowTime.Text(value.Start))
            : null;
    }

    private void Reject(ImportTally tally, Finding why)
    {
        tally.Rejected++;
        if (Rejections.Count < MostRejections)
        {
            Rejections.Add(why);
        }
    }
}

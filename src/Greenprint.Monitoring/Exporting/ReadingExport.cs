using System.Globalization;

namespace Greenprint.Monitoring;

/// <summary>Writes readings in our own layout; what it writes can be imported again and changes nothing.</summary>
internal sealed class ReadingExport(IStations stations, IReadings readings)
{
    /// <returns>False when the station has no such series; nothing is written then.</returns>
    public async Task<bool> Write(TextWriter output, StationInfo station, string item, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellation)
    {
        var series = (await stations.SeriesOf(station.Id, cancellation)).SingleOrDefault(series => series.Item == item);
        if (series is null)
        {
            return false;
        }

        await output.WriteLineAsync(string.Join(',', GreenprintFormat.Columns));
        var head = $"{Quoted(station.Code)},{station.Kind.Code()},";
        foreach (var row in await readings.Rows(series.Id, from, to, null, cancellation))
        {
            var time = row.Start.ToString(row.Start.Second == 0 ? "yyyy-MM-dd HH:mm" : "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
            await output.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture,
                $"{head}{time},{item},{Below(row)}{row.Value},{series.Unit},{RowWords.Text(row.Flags & ~ReadingFlags.BelowDetection)},{RowWords.Text(row.Rank)},{RowWords.Text(series.Step)}"));
        }

        await output.WriteLineAsync(ExportTrailer.Text(await readings.Digest(series.Id, from, to, cancellation)));
        return true;
    }

    /// <summary>The station with this code, or this city and name (江门/北街), or this number.</summary>
    public async Task<StationInfo?> Find(string station, CancellationToken cancellation)
    {
        if (await stations.FindByCode(station, cancellation) is { } coded)
        {
            return coded;
        }

        if (station.Split('/', 2) is [var city, var name])
        {
            return await stations.FindByName(StationKind.Air, city, name, cancellation) ?? await stations.FindByName(StationKind.SurfaceWater, city, name, cancellation);
        }

        return int.TryParse(station, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? await stations.Find(id, cancellation) : null;
    }

    private static string Below(ReadingRow row) => row.BelowDetection ? "<" : "";

    private static string Quoted(string cell) => cell.AsSpan().ContainsAny(',', '"', '\n') ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell;
}

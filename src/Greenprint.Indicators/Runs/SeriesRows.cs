using Greenprint.Monitoring;
using Greenprint.Quantities;

namespace Greenprint.Indicators;

/// <summary>The rows of one series that went into a figure, in order of time, as arrays.</summary>
internal sealed class SeriesRows
{
    private string? digest;
    private IReadOnlyList<RowChunk>? chunks;

    public SeriesRows(string station, string item, string unit, long[] minutes, long[] scaled, ReadingFlags[] flags)
    {
        if (minutes.Length != scaled.Length || minutes.Length != flags.Length)
        {
            throw new ArgumentException("A row has a time, a value and flags.", nameof(minutes));
        }

        (Station, Item, Unit, Minutes, Scaled, Flags) = (station, item, unit, minutes, scaled, flags);
    }

    /// <summary>Code of the station.</summary>
    public string Station { get; }

    public string Item { get; }

    public string Unit { get; }

    /// <summary>Start of each row in minutes since 1970, UTC.</summary>
    public long[] Minutes { get; }

    /// <summary>Value of each row in 10⁻⁹ of the unit.</summary>
    public long[] Scaled { get; }

    /// <summary>What the source said about each row. Remarks of the import's own (突变, 恒值) do not decide a figure and are not kept.</summary>
    public ReadingFlags[] Flags { get; }

    public int Count => Minutes.Length;

    /// <summary>See <see cref="InputDigest"/>; formed once.</summary>
    public string Digest => digest ??= InputDigest.Of(this);

    /// <summary>The rows packed by month; packed once.</summary>
    public IReadOnlyList<RowChunk> Chunks => chunks ??= RowChunks.Pack(this);

    public DateTimeOffset StartAt(int row) => At(Minutes[row]);

    public decimal ValueAt(int row) => ScaledValue.ToDecimal(Scaled[row]);

    public ReadingFlags FlagsAt(int row) => Flags[row];

    public static DateTimeOffset At(long minute) => DateTimeOffset.UnixEpoch.AddMinutes(minute).ToOffset(ChinaTime.Offset);

    public static long MinuteOf(DateTimeOffset start) => (start.UtcTicks - DateTimeOffset.UnixEpoch.UtcTicks) / TimeSpan.TicksPerMinute;

    public static SeriesRows Of(string station, SeriesInfo series, HourlyColumn column)
    {
        var count = column.Scaled.Count(value => value != HourlyColumn.Missing);
        var (minutes, scaled, flags) = (new long[count], new long[count], new ReadingFlags[count]);
        var first = MinuteOf(column.First);
        for (var (hour, at) = (0, 0); hour < column.Count; hour++)
        {
            if (column.Scaled[hour] != HourlyColumn.Missing)
            {
                (minutes[at], scaled[at], flags[at]) = (first + (hour * 60L), column.Scaled[hour], column.Flags[hour] & ReadingFlagRules.SaidBySource);
                at++;
            }
        }

        return new(station, series.Item, series.Unit, minutes, scaled, flags);
    }

    public static SeriesRows Of(string station, SeriesInfo series, IReadOnlyList<ReadingRow> rows) => new(
        station, series.Item, series.Unit,
        [.. rows.Select(row => MinuteOf(row.Start))],
        [.. rows.Select(row => ScaledValue.TryFrom(row.Value, out var scaled) ? scaled : throw new InvalidOperationException($"{row.Value} is no stored value."))],
        [.. rows.Select(row => row.Flags & ReadingFlagRules.SaidBySource)]);
}

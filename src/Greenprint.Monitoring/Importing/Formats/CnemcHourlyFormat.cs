using Greenprint.Quantities;
using nietras.SeparatedValues;

namespace Greenprint.Monitoring;

/// <summary>
/// The national platform's hourly station data, one file a city: the hour that is published as h ends at h, so it is [h-1, h) here.
/// CO in mg/m³; the city is the file's name. Published index, level and primary pollutant are results, not readings, and are not stored.
/// </summary>
internal sealed class CnemcHourlyFormat : ImportFormat
{
    public override string Name => "cnemc-hourly";

    public override Bilingual Title => ("国家平台城市空气小时值（CO 为 mg/m³）", "National platform, hourly air by city (CO in mg/m³)");

    public override IReadOnlyList<string> Needed { get; } = ["Date", "Hour", "WatchPoint", "PM2.5", "PM10", "CO", "NO2", "O3_1h", "SO2"];

    public override bool HasStaleRows => true;

    public override RowReader Open(FileContext file) => new Reader(file);

    private sealed class Reader : RowReader
    {
        private readonly int date;
        private readonly int hour;
        private readonly int station;
        private readonly string city;
        private readonly ValueColumn[] columns;

        public Reader(FileContext file)
            : base(file)
        {
            (date, hour, station) = (file.IndexOf("Date"), file.IndexOf("Hour"), file.IndexOf("WatchPoint"));
            city = file.City ?? file.Stem;
            columns = [.. AirColumns.Of(
                file, 60, ("PM2.5", "pm25", "µg/m³"), ("PM10", "pm10", "µg/m³"), ("CO", "co", "mg/m³"), ("NO2", "no2", "µg/m³"),
                ("O3_1h", "o3", "µg/m³"), ("SO2", "so2", "µg/m³")).Select(column => column with { Lag = RowTime.Hour })];
            var eightHours = AirColumns.Of(file, 480, ("O3_8h", "o3_8h", "µg/m³")).Select(column => column with { Lag = 8 * RowTime.Hour });
            columns = [.. columns, .. eightHours];
        }

        public override void Read(SepReader.Row cells, ParsedRow into)
        {
            var name = cells[station].Span.Trim();
            if (CellReader.IsMissing(name))
            {
                into.RejectWhole(RowFindings.NoStation(At(into, "WatchPoint")));
                return;
            }

            var day = cells[date].Span.Trim();
            var h = cells[hour].Span.Trim();
            if (CellReader.IsMissing(day) || CellReader.IsMissing(h))
            {
                into.RejectWhole(RowFindings.NoTime(At(into)));
                return;
            }

            if (!TryDay(day, out var year, out var month, out var dayOfMonth) || !RowTime.TryNumber(h, out var hourOfDay)
                || !RowTime.TryHour(year, month, dayOfMonth, hourOfDay, out var end))
            {
                into.RejectWhole(RowFindings.BadTime(At(into), Short($"{day} {h}")));
                return;
            }

            if (Accepts(end, into))
            {
                into.Station = File.Stations.Named(StationKind.Air, city, name);
                AirColumns.Read(cells, columns, end, into, ReadValue);
            }
        }

        // 20200402, and 2020-04-02 as spreadsheets like to write it.
        private static bool TryDay(ReadOnlySpan<char> text, out int year, out int month, out int day)
        {
            (year, month, day) = (0, 0, 0);
            return text.Length switch
            {
                8 => RowTime.TryNumber(text[..4], out year) && RowTime.TryNumber(text[4..6], out month) && RowTime.TryNumber(text[6..], out day),
                10 when text[4] is '-' or '/' && text[7] is '-' or '/' =>
                    RowTime.TryNumber(text[..4], out year) && RowTime.TryNumber(text[5..7], out month) && RowTime.TryNumber(text[8..], out day),
                _ => false,
            };
        }
    }
}

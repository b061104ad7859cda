using Greenprint.Quantities;
using nietras.SeparatedValues;

namespace Greenprint.Monitoring;

/// <summary>
/// "Beijing Multi-Site Air-Quality Data" (UCI 501): one file a station, hour h is [h, h+1), CO in µg/m³, missing NA, weather beside it, which is not read.
/// </summary>
internal sealed class BeijingPrsaFormat : ImportFormat
{
    public override string Name => "beijing-prsa";

    public override Bilingual Title => ("北京多站点空气质量数据（UCI 501，CO 为 µg/m³）", "Beijing multi-site air quality (UCI 501, CO in µg/m³)");

    public override IReadOnlyList<string> Needed { get; } = ["year", "month", "day", "hour", "PM2.5", "PM10", "SO2", "NO2", "CO", "O3", "station"];

    public override RowReader Open(FileContext file) => new Reader(file);

    private sealed class Reader(FileContext file) : RowReader(file)
    {
        private readonly int year = file.IndexOf("year");
        private readonly int month = file.IndexOf("month");
        private readonly int day = file.IndexOf("day");
        private readonly int hour = file.IndexOf("hour");
        private readonly int station = file.IndexOf("station");
        private readonly string city = file.City ?? "北京";
        private readonly ValueColumn[] columns = AirColumns.Of(
            file, 60, ("PM2.5", "pm25", "µg/m³"), ("PM10", "pm10", "µg/m³"), ("SO2", "so2", "µg/m³"), ("NO2", "no2", "µg/m³"), ("CO", "co", "µg/m³"), ("O3", "o3", "µg/m³"));

        public override void Read(SepReader.Row cells, ParsedRow into)
        {
            var name = cells[station].Span.Trim();
            if (name.IsEmpty || CellReader.IsMissing(name))
            {
                into.RejectWhole(RowFindings.NoStation(At(into, "station")));
                return;
            }

            if (!RowTime.TryNumber(cells[year].Span, out var y) || !RowTime.TryNumber(cells[month].Span, out var m)
                || !RowTime.TryNumber(cells[day].Span, out var d) || !RowTime.TryNumber(cells[hour].Span, out var h) || h > 23
                || !RowTime.TryHour(y, m, d, h, out var start))
            {
                into.RejectWhole(RowFindings.BadTime(
                    At(into), Short($"{cells[year].Span}-{cells[month].Span}-{cells[day].Span} {cells[hour].Span}")));
                return;
            }

            if (Accepts(start + RowTime.Hour, into))
            {
                into.Station = File.Stations.Named(StationKind.Air, city, name);
                AirColumns.Read(cells, columns, start, into, ReadValue);
            }
        }
    }
}

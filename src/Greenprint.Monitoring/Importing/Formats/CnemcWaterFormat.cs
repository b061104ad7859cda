using Greenprint.Quantities;
using nietras.SeparatedValues;

namespace Greenprint.Monitoring;

/// <summary>
/// The national platform's automatic surface water stations, every four hours: a value dated t stands for [t, t+4 h). Units stand in the header.
/// The times have no year. A section is known by its province, since no city is given. The published class is a result, not a reading.
/// </summary>
internal sealed class CnemcWaterFormat : ImportFormat
{
    private const int StepMinutes = 240;

    private static readonly Dictionary<string, string> Items = new(StringComparer.Ordinal)
    {
        ["水温"] = "temp",
        ["pH"] = "ph",
        ["pH值"] = "ph",
        ["溶解氧"] = "do",
        ["电导率"] = "cond",
        ["浊度"] = "turb",
        ["高锰酸盐指数"] = "codmn",
        ["氨氮"] = "nh3n",
        ["总磷"] = "tp",
        ["总氮"] = "tn",
        ["叶绿素α"] = "chla",
        ["叶绿素a"] = "chla",
        ["藻密度"] = "algae",
    };

    public override string Name => "cnemc-water";

    public override Bilingual Title => ("国家平台地表水自动站四小时值", "National platform, automatic surface water stations, every four hours");

    public override IReadOnlyList<string> Needed { get; } = ["断面名称", "监测时间"];

    public override bool HasStaleRows => true;

    public override RowReader Open(FileContext file) => new Reader(file);

    private sealed class Reader : RowReader
    {
        private readonly int province;
        private readonly int section;
        private readonly int time;
        private readonly int state;
        private readonly ValueColumn[] columns;

        public Reader(FileContext file)
            : base(file)
        {
            (province, section, time, state) = (file.IndexOf("省份"), file.IndexOf("断面名称"), file.IndexOf("监测时间"), file.IndexOf("站点情况"));
            columns = [.. Columns(file)];
            if (columns.Length == 0)
            {
                throw new ImportRefusal(MonitoringFindings.MissingColumns(file.Name, "cnemc-water", string.Join("、", Items.Keys)));
            }
        }

        public override void Read(SepReader.Row cells, ParsedRow into)
        {
            var name = cells[section].Span.Trim();
            if (CellReader.IsMissing(name))
            {
                into.RejectWhole(RowFindings.NoStation(At(into, "断面名称")));
                return;
            }

            var text = cells[time].Span.Trim();
            if (CellReader.IsMissing(text))
            {
                into.RejectWhole(RowFindings.NoTime(At(into, "监测时间")));
                return;
            }

            if (!TryTime(text, into.Line, out var start))
            {
                into.RejectWhole(RowFindings.BadTime(At(into, "监测时间"), Short(text)));
                return;
            }

            if (!Accepts(start, into))
            {
                return;
            }

            into.Station = File.Stations.Named(StationKind.SurfaceWater, File.City ?? (province < 0 ? "" : cells[province].Span.Trim()), name);
            var flags = FlagsOf(state < 0 ? "" : cells[state].Span.Trim());
            foreach (var column in columns)
            {
                if (!ReadValue(cells[column.Index].Span, column, start, flags, into))
                {
                    return;
                }
            }
        }

        private static ReadingFlags FlagsOf(ReadOnlySpan<char> state) => state switch
        {
            "正常" => ReadingFlags.None,
            _ when CellReader.IsMissing(state) => ReadingFlags.None,
            "维护" => ReadingFlags.Maintenance,
            "校准" => ReadingFlags.Calibration,
            // 停站, 极值过滤, 不具备运行条件: the platform itself does not stand by the value.
            _ => ReadingFlags.Invalid,
        };

        private static IEnumerable<ValueColumn> Columns(FileContext file)
        {
            for (var i = 0; i < file.Header.Count; i++)
            {
                var (name, unit) = Split(file.Header[i]);
                if (Items.TryGetValue(name, out var code) && ItemCatalogue.TryFind(StationKind.SurfaceWater, code, out var item))
                {
                    var shift = Units.Shift(unit, item.Unit) ?? throw new ImportRefusal(MonitoringFindings.UnknownUnit(file.Name, name, unit, item.Unit));
                    yield return new ValueColumn(i, file.Header[i], item, shift, StepMinutes);
                }
            }
        }

        private static (string Name, string Unit) Split(string header)
        {
            var plain = header.Replace('（', '(').Replace('）', ')');
            var open = plain.IndexOf('(', StringComparison.Ordinal);
            return open > 0 && plain.EndsWith(')') ? (plain[..open].Trim(), plain[(open + 1)..^1].Trim()) : (plain.Trim(), "");
        }

        // 04-01 04:00, or with a year in front.
        private bool TryTime(ReadOnlySpan<char> text, int line, out long start)
        {
            if (text.Length != 11 || text[2] is not ('-' or '/'))
            {
                return RowTime.TryMoment(text, out start);
            }

            var year = File.Year ?? throw new ImportRefusal(MonitoringFindings.NoYear(File.Name, line));
            start = 0;
            if (!RowTime.TryNumber(text[..2], out var month) || !RowTime.TryNumber(text[3..5], out var day) || text[5] != ' ' || text[8] != ':'
                || !RowTime.TryNumber(text[6..8], out var hour) || !RowTime.TryNumber(text[9..], out var minute) || minute > 59
                || !RowTime.TryHour(year, month, day, hour, out start))
            {
                return false;
            }

            start += minute * 60;
            return true;
        }
    }
}

using Greenprint.Quantities;
using nietras.SeparatedValues;

namespace Greenprint.Monitoring;

/// <summary>
/// Our own layout, one reading a row, the same that <c>observe export</c> writes:
/// <c>station,kind,time,item,value,unit</c> and, where wanted, <c>flag,rank,step,city</c>. The time is the start of what the reading stands for.
/// </summary>
internal sealed class GreenprintFormat : ImportFormat
{
    public static readonly string[] Columns = ["station", "kind", "time", "item", "value", "unit", "flag", "rank", "step"];

    public override string Name => "greenprint";

    public override Bilingual Title => ("绿图 CSV（每行一个数据）", "Greenprint CSV (one reading a row)");

    public override IReadOnlyList<string> Needed { get; } = ["station", "kind", "time", "item", "value", "unit"];

    public override RowReader Open(FileContext file) => new Reader(file);

    private sealed class Reader(FileContext file) : RowReader(file)
    {
        private readonly int station = file.IndexOf("station");
        private readonly int kind = file.IndexOf("kind");
        private readonly int time = file.IndexOf("time");
        private readonly int item = file.IndexOf("item");
        private readonly int value = file.IndexOf("value");
        private readonly int unit = file.IndexOf("unit");
        private readonly int flag = file.IndexOf("flag");
        private readonly int rank = file.IndexOf("rank");
        private readonly int step = file.IndexOf("step");
        private readonly int city = file.IndexOf("city");
        private readonly Dictionary<(StationKind, string, string, string), ValueColumn> columns = [];
        private ValueColumn? last;
        private string lastText = "";

        public override void Read(SepReader.Row cells, ParsedRow into)
        {
            if (StationNames.KindOf(cells[kind].Span.Trim()) is not { } stationKind)
            {
                into.RejectWhole(RowFindings.UnknownWord(At(into, "kind"), Short(cells[kind].Span), "air, surface-water"));
                return;
            }

            var name = cells[station].Span.Trim();
            if (CellReader.IsMissing(name))
            {
                into.RejectWhole(RowFindings.NoStation(At(into, "station")));
                return;
            }

            var moment = cells[time].Span.Trim();
            if (CellReader.IsMissing(moment))
            {
                into.RejectWhole(RowFindings.NoTime(At(into, "time")));
            }
            else if (!RowTime.TryMoment(moment, out var start))
            {
                into.RejectWhole(RowFindings.BadTime(At(into, "time"), Short(moment)));
            }
            else if (ColumnOf(cells, stationKind, into) is { } column && FlagsOf(cells, into) is { } flags && RankOf(cells, into) is { } given
                && Accepts(start + ((column.StepMinutes ?? ValueColumn.UsualStep(stationKind)) * 60L), into))
            {
                into.Station = StationOf(stationKind, name, city < 0 ? "" : cells[city].Span.Trim());
                into.Rank = given;
                ReadValue(cells[value].Span, column, start, flags, into);
            }
        }

        // A code of ours says kind, city and name; anything else is a code that somebody gave, or a name in a city.
        private ImportedStation StationOf(StationKind stationKind, ReadOnlySpan<char> name, ReadOnlySpan<char> rowCity)
        {
            if (name.StartsWith(stationKind.Code(), StringComparison.Ordinal) && name.Count('/') >= 2)
            {
                var rest = name[(stationKind.Code().Length + 1)..];
                var slash = rest.IndexOf('/');
                return File.Stations.Named(stationKind, rest[..slash], rest[(slash + 1)..]);
            }

            return rowCity.IsEmpty ? File.Stations.WithCode(stationKind, File.City ?? File.Stem, name) : File.Stations.Named(stationKind, rowCity, name);
        }

        private ValueColumn? ColumnOf(SepReader.Row cells, StationKind stationKind, ParsedRow into)
        {
            var itemText = cells[item].Span.Trim();
            var unitText = cells[unit].Span.Trim();
            var stepText = step < 0 ? "" : cells[step].Span.Trim();
            if (last is { } same && same.Item.Kind == stationKind && Matches(lastText, itemText, unitText, stepText))
            {
                return same;
            }

            var key = (stationKind, itemText.ToString(), unitText.ToString(), stepText.ToString());
            if (!columns.TryGetValue(key, out var column))
            {
                if (!ItemCatalogue.TryFind(stationKind, key.Item2, out var found))
                {
                    into.RejectWhole(RowFindings.UnknownWord(At(into, "item"), Short(itemText), ItemsOf(stationKind)));
                    return null;
                }

                if (Units.Shift(key.Item3, found.Unit) is not { } shift)
                {
                    into.RejectWhole(RowFindings.UnknownWord(At(into, "unit"), Short(unitText), found.Unit));
                    return null;
                }

                if (!RowWords.TryStep(stepText, out var minutes))
                {
                    into.RejectWhole(RowFindings.UnknownWord(At(into, "step"), Short(stepText), "1h, 4h, sample"));
                    return null;
                }

                columns[key] = column = new ValueColumn(value, "value", found, shift, minutes);
            }

            (last, lastText) = (column, string.Join('\n', key.Item2, key.Item3, key.Item4));
            return column;
        }

        private static bool Matches(ReadOnlySpan<char> known, ReadOnlySpan<char> first, ReadOnlySpan<char> second, ReadOnlySpan<char> third) =>
            known.Length == first.Length + second.Length + third.Length + 2
            && known.StartsWith(first, StringComparison.Ordinal) && known[first.Length] == '\n'
            && known[(first.Length + 1)..].StartsWith(second, StringComparison.Ordinal) && known[first.Length + 1 + second.Length] == '\n'
            && known.EndsWith(third, StringComparison.Ordinal);

        private ReadingFlags? FlagsOf(SepReader.Row cells, ParsedRow into)
        {
            if (flag < 0)
            {
                return ReadingFlags.None;
            }

            if (RowWords.TryFlags(cells[flag].Span.Trim(), out var flags))
            {
                return flags;
            }

            into.RejectWhole(RowFindings.UnknownWord(At(into, "flag"), Short(cells[flag].Span), RowWords.AllFlags));
            return null;
        }

        private ReadingRank? RankOf(SepReader.Row cells, ParsedRow into)
        {
            if (rank < 0)
            {
                return ReadingRank.Raw;
            }

            if (RowWords.TryRank(cells[rank].Span.Trim(), out var given))
            {
                return given;
            }

            into.RejectWhole(RowFindings.UnknownWord(At(into, "rank"), Short(cells[rank].Span), "raw, provisional, ratified"));
            return null;
        }

        private static string ItemsOf(StationKind kind) => string.Join(", ", ItemCatalogue.All.Where(item => item.Kind == kind).Select(item => item.Code));
    }
}

using Greenprint.Quantities;
using Greenprint.Server.Calculations.Tables;
using Greenprint.Standards.Air;
using Greenprint.Standards.Checks;

namespace Greenprint.Server.Calculations.Air;

/// <summary>Writes the index of every row: by the edition of the row's day, or the one that was asked for.</summary>
internal sealed class AirIndexRows : ITableRows
{
    private readonly TableReader table;
    private readonly TableWriter writer;
    private readonly FindingLog log;
    private readonly AirRowsIn rows;
    private readonly AirRules rules;
    private readonly bool daily;
    private readonly HourlyPractice practice;
    private readonly Dictionary<AirEdition, EditionIndex> editions = [];
    private readonly long[] scaled = new long[16];
    private readonly int[] subIndices = new int[16];
    private DateOnly lastDay = DateOnly.MinValue;
    private EditionIndex? last;

    internal AirIndexRows(TableReader table, TableWriter writer, FindingLog log, AirRowsIn rows, AirRules rules, bool daily, HourlyPractice practice)
    {
        (this.table, this.writer, this.log, this.rows, this.rules, this.daily, this.practice) = (table, writer, log, rows, rules, daily, practice);
        writer.Row(["station", "time", "aqi", "level", "primary", .. AirColumnsIn.Items.Select(item => $"iaqi_{item}"), "edition"]);
    }

    public bool Row()
    {
        var good = rows.Read(daily);
        if (good && Edition() is { } index)
        {
            Write(index);
            return true;
        }

        if (good)
        {
            log.Add(TableFindings.NoEdition(table.Name, table.Line, rows.Day));
        }

        writer.Cell(rows.Station);
        writer.Cell(rows.Time);
        writer.Empty(AirColumnsIn.Items.Count + 4);
        writer.EndRow();
        return false;
    }

    public IReadOnlyList<Finding> Judge() => rows.Judge();

    public void End()
    {
    }

    private void Write(EditionIndex index)
    {
        var sources = index.Sources;
        for (var entry = 0; entry < sources.Length; entry++)
        {
            scaled[entry] = sources[entry] < 0 ? HourlySeries.Missing : rows.Scaled[sources[entry]];
        }

        var aqi = index.Rows.Index(scaled.AsSpan(0, sources.Length), subIndices, out var primary);
        writer.Cell(rows.Station);
        writer.Cell(rows.Time);
        writer.Whole(aqi);
        writer.Whole(aqi < 0 ? -1 : index.LevelOf(aqi));
        writer.Cell(index.Names(primary));
        foreach (var entry in index.Entries)
        {
            writer.Whole(entry < 0 ? -1 : subIndices[entry]);
        }

        writer.Cell(index.Id);
        writer.EndRow();
    }

    private EditionIndex? Edition()
    {
        if (rows.Day == lastDay)
        {
            return last;
        }

        lastDay = rows.Day;
        var edition = rules.OnDay(lastDay);
        if (edition is null)
        {
            return last = null;
        }

        if (!editions.TryGetValue(edition, out last))
        {
            last = new(edition.Index, daily ? edition.Index.Daily : edition.Index.Hourly(practice), rows);
            editions.Add(edition, last);
        }

        return last;
    }

    /// <summary>One edition against the columns of this table.</summary>
    private sealed class EditionIndex
    {
        private readonly byte[] levels;
        private readonly string[] primary;

        internal EditionIndex(IndexTable table, IndexReport report, AirRowsIn rows)
        {
            Id = table.Edition.Id;
            Rows = new(table, report);
            Sources = [.. report.Items.Select(item => Source(item, rows))];
            Entries = [.. AirColumnsIn.Items.Select(code => IndexOf(report, code))];
            levels = [.. Enumerable.Range(0, table.Levels[^1].To + 1).Select(aqi => (byte)(aqi < table.Least ? 0 : table.LevelOf(aqi).Level))];
            primary = new string[1 << report.Items.Count];
        }

        internal string Id { get; }

        internal IndexRows Rows { get; }

        /// <summary>For each entry of the report the column of the table, or -1.</summary>
        internal int[] Sources { get; }

        /// <summary>For each column of the result the entry of the report, or -1.</summary>
        internal int[] Entries { get; }

        internal int LevelOf(int aqi) => levels[Math.Min(aqi, levels.Length - 1)];

        internal string Names(int of) => primary[of] ??= string.Join(';', Rows.Report.Items.Where((_, entry) => (of >> entry & 1) == 1).Select(item => item.Of.Label));

        private static int Source(ReportItem item, AirRowsIn rows)
        {
            if (item.Role == ReportRole.Shown)
            {
                return -1;
            }

            // A 24 h moving mean of particles has a column of its own, or is what the plain column holds.
            var moving = item.Of.Averaging == Averaging.Day ? rows.IndexOf($"{item.Of.Item.Code}_24h") : -1;
            return moving >= 0 ? moving : rows.IndexOf(AirColumnsIn.Of(item.Of));
        }

        private static int IndexOf(IndexReport report, string code)
        {
            for (var entry = 0; entry < report.Items.Count; entry++)
            {
                if (report.Items[entry].Role != ReportRole.Shown && AirColumnsIn.Of(report.Items[entry].Of) == code)
                {
                    return entry;
                }
            }

            return -1;
        }
    }
}

using Greenprint.Standards.Air;

namespace Greenprint.Server.Calculations.Air;

/// <summary>Which index a table is asked for.</summary>
/// <param name="Daily">The daily report; else the hourly.</param>
/// <param name="Practice">Which reading of the hourly report of 2012.</param>
internal sealed record IndexAsked(bool Daily, HourlyPractice Practice = HourlyPractice.Platform)
{
    internal IndexReport Of(IndexTable table) => Daily ? table.Daily : table.Hourly(Practice);
}

/// <summary>The editions that judge the rows of one table: by the day of the row, or one that was forced.</summary>
internal sealed class EditionIndices(AirRules rules, IndexAsked asked, AirRowsIn rows)
{
    private readonly Dictionary<AirEdition, EditionIndex> editions = [];
    private DateOnly lastDay = DateOnly.MinValue;
    private EditionIndex? last;

    /// <summary>The edition of the row's day, or null where none was in force.</summary>
    internal EditionIndex? OfRow()
    {
        if (rows.Day == lastDay)
        {
            return last;
        }

        lastDay = rows.Day;
        if (rules.OnDay(lastDay) is not { } edition)
        {
            return last = null;
        }

        if (!editions.TryGetValue(edition, out last))
        {
            last = new(edition.Index, asked, rows);
            editions.Add(edition, last);
        }

        return last;
    }
}

/// <summary>One edition against the columns of one table: the index of the row that was read.</summary>
internal sealed class EditionIndex
{
    private readonly AirRowsIn table;
    private readonly IndexRows index;
    private readonly int[] sources;
    private readonly int[] entries;
    private readonly long[] scaled;
    private readonly int[] subIndices;
    private readonly byte[] levels;
    private readonly string?[] names;
    private int primary;

    internal EditionIndex(IndexTable edition, IndexAsked asked, AirRowsIn table)
    {
        var report = asked.Of(edition);
        this.table = table;
        Id = edition.Edition.Id;
        index = new(edition, report);
        sources = [.. report.Items.Select(item => Source(item, asked.Daily))];
        entries = [.. AirColumnsIn.Items.Select(IndexOf)];
        (scaled, subIndices) = (new long[sources.Length], new int[sources.Length]);
        levels = [.. Enumerable.Range(0, edition.Levels[^1].To + 1).Select(aqi => (byte)(aqi < edition.Least ? 0 : edition.LevelOf(aqi).Level))];
        names = new string?[1 << sources.Length];
    }

    internal string Id { get; }

    /// <summary>The AQI of the row, or -1.</summary>
    internal int Aqi { get; private set; }

    /// <summary>Its level, or -1.</summary>
    internal int Level => Aqi < 0 ? -1 : levels[Math.Min(Aqi, levels.Length - 1)];

    /// <summary>Its primary pollutants, joined.</summary>
    internal string Primary => names[primary] ??= string.Join(';', index.Report.Items.Where((_, entry) => (primary >> entry & 1) == 1).Select(item => item.Of.Label));

    /// <summary>The sub-index of a column of the result, or -1.</summary>
    internal int SubIndex(int column) => entries[column] < 0 ? -1 : subIndices[entries[column]];

    /// <summary>Computes the row that was read.</summary>
    internal void Compute()
    {
        for (var entry = 0; entry < sources.Length; entry++)
        {
            scaled[entry] = sources[entry] < 0 ? HourlySeries.Missing : table.Scaled[sources[entry]];
        }

        Aqi = index.Index(scaled, subIndices, out primary);
    }

    private int Source(ReportItem item, bool daily)
    {
        if (item.Role == ReportRole.Shown)
        {
            return -1;
        }

        // A 24 h moving mean of particles has a column of its own, or is what the plain column holds. A daily mean is no moving one.
        var moving = !daily && item.Of.Averaging == Averaging.Day ? table.IndexOf($"{item.Of.Item.Code}_24h") : -1;
        return moving >= 0 ? moving : table.IndexOf(AirColumnsIn.Of(item.Of));
    }

    private int IndexOf(string code)
    {
        for (var entry = 0; entry < index.Report.Items.Count; entry++)
        {
            if (index.Report.Items[entry].Role != ReportRole.Shown && AirColumnsIn.Of(index.Report.Items[entry].Of) == code)
            {
                return entry;
            }
        }

        return -1;
    }
}

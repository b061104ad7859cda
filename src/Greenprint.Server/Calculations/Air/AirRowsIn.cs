using Greenprint.Quantities;
using Greenprint.Server.Calculations.Tables;
using Greenprint.Standards.Air;
using Greenprint.Standards.Checks;

namespace Greenprint.Server.Calculations.Air;

/// <summary>Reads rows of concentrations: what is missing, what is a number in the item's unit, what is neither. Knows each column as a whole at the end.</summary>
internal sealed class AirRowsIn
{
    // Carbon monoxide in µg/m³ still lies below: that is said of the column, not of the cell.
    private const long Largest = 1_000_000 * HourlySeries.Scale;

    private readonly TableReader table;
    private readonly FindingLog log;
    private readonly TableColumn station;
    private readonly TableColumn time;
    private readonly TableColumn[] columns;
    private readonly MeasuredItem[] items;
    private readonly ColumnProfile[] profiles;
    private readonly ParticlePairs particles = new();
    private readonly SeenTimes seen = new();
    private readonly int fine;
    private readonly int coarse;
    private readonly bool sayTwice;

    /// <summary>Finds the columns.</summary>
    /// <param name="table">At its header.</param>
    /// <param name="order">With the names of columns.</param>
    /// <param name="log">Takes findings.</param>
    /// <param name="known">Columns of values that the verb understands.</param>
    /// <param name="sayTwice">Whether a second row of one hour or day is remarked on; else the verb does it.</param>
    internal AirRowsIn(TableReader table, TableOrder order, FindingLog log, IReadOnlyList<KnownColumn> known, bool sayTwice = true)
    {
        (this.table, this.log, this.sayTwice) = (table, log, sayTwice);
        var found = TableColumns.Find(table.Name, table.Header, order.Columns, [new("station"), new("time"), .. known]);
        station = found.Needed("station", table.Header);
        time = found.Needed("time", table.Header);
        columns = [.. found.Values];
        items = [.. columns.Select(column => AirColumnsIn.ItemOf(column.Code))];
        if (columns.Length == 0)
        {
            throw new Platform.RefusedException(TableFindings.NoItems(table.Name, known.Select(column => column.Code), table.Header));
        }

        profiles = [.. columns.Select(_ => new ColumnProfile())];
        (fine, coarse) = (IndexOf("pm25"), IndexOf("pm10"));
        Scaled = new long[columns.Length];
    }

    /// <summary>The value of each column, times 10⁹, or <see cref="HourlySeries.Missing"/>.</summary>
    internal long[] Scaled { get; }

    /// <summary>The day of the row.</summary>
    internal DateOnly Day { get; private set; }

    /// <summary>Minutes since midnight; 0 where the row gives a day alone.</summary>
    internal int Minute { get; private set; }

    /// <summary>True when the row gives a clock time.</summary>
    internal bool HasClock { get; private set; }

    /// <summary>The station, without white space around it: it is what a list of cities names.</summary>
    internal ReadOnlySpan<char> Station => station.Index < table.Row.ColCount ? table.Row[station.Index].Span.Trim() : [];

    /// <summary>The time as the row writes it.</summary>
    internal ReadOnlySpan<char> Time => time.Index < table.Row.ColCount ? table.Row[time.Index].Span : [];

    /// <summary>Position of a column of values among <see cref="Scaled"/>, or -1.</summary>
    internal int IndexOf(string code) => Array.FindIndex(columns, column => column.Code == code);

    /// <summary>Reads the row that the table stands at.</summary>
    /// <returns>False when nothing can be calculated from it; the findings say why.</returns>
    internal bool Read(bool daily)
    {
        if (!table.IsWhole)
        {
            log.Add(TableFindings.WrongWidth(table.Name, table.Line, table.Row.ColCount, table.Header.Count));
            return false;
        }

        var good = ReadTime();
        for (var at = 0; at < columns.Length; at++)
        {
            good &= ReadValue(at);
        }

        if (good)
        {
            Remark(daily);
        }

        return good;
    }

    /// <summary>What the columns look like as a whole, so far.</summary>
    internal IReadOnlyList<Finding> Judge() =>
        PlausibleAir.Judge(table.Name, [.. columns.Select((column, at) => new ProfiledColumn(column.Header, items[at], profiles[at]))], particles);

    private bool ReadTime()
    {
        var kind = TableTime.Read(Time, out var day, out var minute);
        (Day, Minute, HasClock) = (day, minute, kind == TimeKind.Moment);
        if (kind is TimeKind.Day or TimeKind.Moment)
        {
            return true;
        }

        log.Add(kind == TimeKind.Hour24
            ? TableFindings.Hour24(table.Name, table.Line, time.Header, Time.ToString())
            : TableFindings.NotATime(table.Name, table.Line, time.Header, Time.ToString()));
        return false;
    }

    private bool ReadValue(int at)
    {
        var column = columns[at];
        var cell = TableCell.Read(table.Row[column.Index].Span);
        if (cell.Kind == CellKind.Number && cell.TryScaled(column.Shift, out Scaled[at]) && Scaled[at] <= Largest)
        {
            profiles[at].Add(Scaled[at] / (double)HourlySeries.Scale);
            return true;
        }

        Scaled[at] = HourlySeries.Missing;
        return cell.Kind == CellKind.Missing || Unusual(at, column, cell);
    }

    // A number with more places than a series holds, or none at all.
    private bool Unusual(int at, TableColumn column, TableCell cell)
    {
        var (name, line, text) = (table.Name, table.Line, table.Row[column.Index].ToString());
        switch (cell.Kind)
        {
            case CellKind.Number when cell.Value() <= TableCell.Reach && cell.Value(column.Shift) is var value && value * HourlySeries.Scale <= Largest:
                Scaled[at] = OddRounded(value);
                profiles[at].Add((double)value);
                return true;
            case CellKind.Number:
                log.Add(TableFindings.BeyondEverything(name, line, column.Header, text, column.Unit!));
                return false;
            case CellKind.Negative:
                log.Add(TableFindings.Negative(name, line, column.Header, text));
                return false;
            case CellKind.BelowDetection:
                log.Add(TableFindings.BelowDetectionInAir(name, line, column.Header, text));
                return false;
            default:
                profiles[at].AddText(text);
                log.Add(TableFindings.NotANumber(name, line, column.Header, text));
                return false;
        }
    }

    // Rounded to odd at the last place that is held, so that rounding it again to fewer places gives what the full value would: a cut part never looks like an exact half.
    private static long OddRounded(decimal value)
    {
        var scaled = value * HourlySeries.Scale;
        var whole = decimal.Truncate(scaled);
        return (long)whole | (scaled == whole ? 0L : 1L);
    }

    private void Remark(bool daily)
    {
        if (sayTwice && !seen.Add(Station, (Day.DayNumber * 24L) + (daily ? 0 : Minute / 60)))
        {
            log.Add(TableFindings.Twice(table.Name, table.Line, Station.ToString(), Time.ToString()));
        }

        for (var at = 0; at < columns.Length; at++)
        {
            if (Scaled[at] > (long)PlausibleAir.Highest(items[at]) * HourlySeries.Scale)
            {
                log.Add(TableFindings.ImplausibleValue(
                    table.Name, table.Line, columns[at].Header, table.Row[columns[at].Index].ToString(), items[at].Unit, PlausibleAir.Highest(items[at])));
            }
        }

        if (fine >= 0 && coarse >= 0 && Scaled[fine] != HourlySeries.Missing && Scaled[coarse] != HourlySeries.Missing && particles.Add(Scaled[fine], Scaled[coarse]))
        {
            log.Add(TableFindings.FineAboveCoarse(
                table.Name, table.Line, table.Row[columns[fine].Index].ToString(), table.Row[columns[coarse].Index].ToString()));
        }
    }
}

using System.Globalization;
using Greenprint.Quantities;
using Greenprint.Server.Calculations.Tables;
using Greenprint.Standards;
using Greenprint.Standards.Air;
using Greenprint.Standards.Checks;

namespace Greenprint.Server.Calculations.Air;

/// <summary>Collects hourly means and writes, when all are read, the figures of every station and city over every period that has an hour.</summary>
internal sealed class AirAssessRows : ITableRows
{
    private static readonly (string Name, MeasuredItem Item, AirStatistic Statistic)[] Figures =
    [
        ("so2_mean", MeasuredItems.So2, AirStatistic.Mean), ("so2_p98", MeasuredItems.So2, AirStatistic.Percentile),
        ("no2_mean", MeasuredItems.No2, AirStatistic.Mean), ("no2_p98", MeasuredItems.No2, AirStatistic.Percentile),
        ("pm10_mean", MeasuredItems.Pm10, AirStatistic.Mean), ("pm10_p95", MeasuredItems.Pm10, AirStatistic.Percentile),
        ("pm25_mean", MeasuredItems.Pm25, AirStatistic.Mean), ("pm25_p95", MeasuredItems.Pm25, AirStatistic.Percentile),
        ("co_p95", MeasuredItems.Co, AirStatistic.Percentile), ("o3_8h_p90", MeasuredItems.O3, AirStatistic.Percentile),
    ];

    private readonly TableReader table;
    private readonly TableWriter writer;
    private readonly FindingLog log;
    private readonly AirRowsIn rows;
    private readonly IReadOnlyList<AirRules> rules;
    private readonly PeriodKind length;
    private readonly IReadOnlyList<(string City, IReadOnlyList<string> Stations)> cities;
    private readonly HourStore store = new();
    private readonly int[] sources;
    private readonly long[] hour = new long[MeasuredItems.AirBasic.Count];

    internal AirAssessRows(
        TableReader table, TableWriter writer, FindingLog log, AirRowsIn rows, IReadOnlyList<AirRules> rules, PeriodKind length,
        IReadOnlyList<(string City, IReadOnlyList<string> Stations)> cities)
    {
        (this.table, this.writer, this.log, this.rows, this.rules, this.length, this.cities) = (table, writer, log, rows, rules, length, cities);
        sources = [.. MeasuredItems.AirBasic.Select(item => rows.IndexOf(item.Code))];
        writer.Row([
            "station", "period", "edition", "valid_days", .. Figures.Select(figure => figure.Name), "good_days", "good_day_ratio", "composite_index", "verdict", "not_given",
            "place", "edition_before"]);
    }

    public bool Row()
    {
        if (!rows.Read(daily: false))
        {
            return false;
        }

        if (!rows.HasClock)
        {
            log.Add(TableFindings.NoHour(table.Name, table.Line, rows.Time.ToString()));
            return false;
        }

        for (var item = 0; item < hour.Length; item++)
        {
            hour[item] = sources[item] < 0 ? HourlySeries.Missing : rows.Scaled[sources[item]];
        }

        var put = store.Put(rows.Station, rows.Day, rows.Minute / 60, hour);
        if (put != HourPut.New)
        {
            log.Add(put == HourPut.Same
                ? TableFindings.TwiceTheSame(table.Name, table.Line, rows.Station.ToString(), rows.Time.ToString())
                : TableFindings.Contradiction(table.Name, table.Line, rows.Station.ToString(), rows.Time.ToString()));
        }

        return put != HourPut.Contradiction;
    }

    public IReadOnlyList<Finding> Judge() => rows.Judge();

    public void End()
    {
        var known = store.Stations.ToHashSet(StringComparer.Ordinal);
        foreach (var (city, station) in cities.SelectMany(city => city.Stations.Select(station => (city.City, station))).Where(point => !known.Contains(point.station)))
        {
            log.Add(TableFindings.PointWithoutHours(table.Name, city, station));
        }

        var asked = store.Stations.Select(station => (Place: station, Kind: "station", Stations: (IReadOnlyList<string>)[station]))
            .Concat(cities.Select(city => (Place: city.City, Kind: "city", city.Stations)))
            .SelectMany(place => Periods(place.Stations).Select(period => (place.Place, place.Kind, place.Stations, Period: period)));

        // Results keep their order; a place and period is worked on as a whole.
        foreach (var (place, kind, results) in asked.AsParallel().AsOrdered().Select(one => (one.Place, one.Kind, Results: Assess(one.Stations, one.Period))))
        {
            foreach (var result in results)
            {
                Write(place, kind, result);
            }
        }
    }

    private List<AirResult> Assess(IReadOnlyList<string> stations, Period period)
    {
        var hours = stations.Select(station => store.Of(station, period)).ToList();
        return [.. rules.Select(by => hours is [var only] ? AirAssessment.Station(only, period, by) : AirAssessment.City(hours, period, by))];
    }

    private IEnumerable<Period> Periods(IReadOnlyList<string> stations) =>
        stations.SelectMany(store.MonthsOf).Select(month => length switch
        {
            PeriodKind.Month => Period.OfMonth(month.Year, month.Month),
            PeriodKind.Quarter => Period.OfQuarter(month.Year, (month.Month + 2) / 3),
            _ => Period.OfYear(month.Year),
        }).Distinct().Order();

    private void Write(string place, string kind, AirResult result)
    {
        var notGiven = new List<string>();
        writer.Cell(place);
        writer.Cell(result.Period.ToString());
        writer.Cell(result.Edition?.Id ?? "");
        writer.Whole(result.DaysWithIndex);
        foreach (var (name, item, statistic) in Figures)
        {
            Write(name, result.Of(item, statistic).Figure, notGiven);
        }

        writer.Whole(result.GoodDays);
        Write("good_day_ratio", result.GoodDayRatio, notGiven);
        Write("composite_index", CompositeIndex.Of(result).Figure, notGiven);
        writer.Cell(result.MeetsAll switch { true => "meets", false => "exceeds", null => "" });
        writer.Cell(string.Join("; ", notGiven));
        writer.Cell(kind);
        writer.Cell(result.EditionBefore?.Id ?? "");
        writer.EndRow();
        if (result is { EditionBefore: { } before, Edition: { } last })
        {
            log.Add(TableFindings.EditionChanges(place, result.Period.ToString(), last.Id, before.Id));
        }
    }

    private void Write(string name, Figure figure, List<string> notGiven)
    {
        writer.Cell(figure.IsGiven ? figure.Text : "");
        if (figure.NotGiven is { } reason)
        {
            notGiven.Add(string.Create(CultureInfo.InvariantCulture, $"{name}: {reason.Reason} ({reason.Rule})"));
        }
    }
}

using Greenprint.Quantities;

namespace Greenprint.Standards.Air;

/// <summary>The daily values of a city: the mean of its stations' daily values on days on which enough stations are valid.</summary>
internal sealed class CityDays
{
    private readonly Dictionary<IndexItem, DailySeries> series = [];
    private readonly Period period;
    private readonly EditionDays editions;

    private CityDays(EditionDays editions) => (period, this.editions) = (editions.Period, editions);

    internal static CityDays Of(IReadOnlyList<StationDays> stations, EditionDays editions, List<ExcludedRecords> excluded)
    {
        var city = new CityDays(editions);
        foreach (var column in DailySeries.Kept)
        {
            var parts = stations.Select(station => station.For(column)!).ToList();
            city.series[column] = stations.Count == 1 ? parts[0] : city.Mean(column, parts, excluded);
        }

        return city;
    }

    /// <summary>The series that the item's statistics are formed of.</summary>
    internal DailySeries For(MeasuredItem item) => series[new(item, item == MeasuredItems.O3 ? Averaging.EightHours : Averaging.Day)];

    /// <summary>Every day with its index, by the edition of the day.</summary>
    internal IReadOnlyList<AirDay> Index(List<ExcludedRecords> excluded, IReadOnlyCollection<MeasuredItem> unmonitored)
    {
        var days = new List<AirDay>(period.Days);
        for (var day = 0; day < period.Days; day++)
        {
            var date = period.First.AddDays(day);
            days.Add(new(date, editions[day], editions[day] is { } edition ? Index(edition.Index, day, unmonitored) : AirIndex.None));
        }

        LeaveOut(excluded, ExclusionKind.DayWithoutEdition, days.Where(day => day.Edition is null).Select(day => day.Date), ("当日尚无已实施的标准版本", "no edition of the standard was in force that day"));
        foreach (var group in days.Where(day => day.Index.NotGiven is not null).GroupBy(day => day.Index.NotGiven!.Message))
        {
            LeaveOut(excluded, ExclusionKind.DayWithoutIndex, group.Select(day => day.Date), group.Key);
        }

        return days;
    }

    private AirIndex Index(IndexTable table, int day, IReadOnlyCollection<MeasuredItem> unmonitored)
    {
        var values = new Dictionary<IndexItem, Fraction>(table.Daily.Items.Count);
        foreach (var of in table.Daily.Items.Select(item => item.Of))
        {
            if (series[of].Has(day))
            {
                values[of] = series[of][day];
            }
        }

        return AirQualityIndex.Daily(table, values, unmonitored);
    }

    private DailySeries Mean(IndexItem column, List<DailySeries> stations, List<ExcludedRecords> excluded)
    {
        var city = new DailySeries(period.First, period.Days, column.Averaging switch
        {
            Averaging.Day => DayKernels.MeanDenominator,
            Averaging.EightHours => DayKernels.WindowDenominator,
            _ => 1,
        });
        var lost = new List<DateOnly>();
        for (var day = 0; day < period.Days; day++)
        {
            var (sum, valid) = (Int128.Zero, 0);
            foreach (var station in stations)
            {
                if (station.Has(day))
                {
                    sum += station.Numerators[day];
                    valid++;
                }
            }

            if (editions[day]?.Assessment is { } assessment && valid >= assessment.StationsNeeded(stations.Count))
            {
                city.Numerators[day] = sum;
                city.Stations[day] = (ushort)valid;
            }
            else
            {
                lost.Add(period.First.AddDays(day));
            }
        }

        if (column.Averaging != Averaging.Hour && editions.Last?.Assessment is { } last)
        {
            var needed = last.StationsNeeded(stations.Count);
            LeaveOut(excluded, ExclusionKind.CityDayTooFewStations, lost,
                ($"有效点位少于 {needed} 个（共 {stations.Count} 个，{last.CityRule.Text.Zh}）", $"fewer than {needed} of {stations.Count} stations valid ({last.CityRule.Text.En})"), column.Item.Code);
        }

        return city;
    }

    private static void LeaveOut(List<ExcludedRecords> excluded, ExclusionKind kind, IEnumerable<DateOnly> days, Bilingual reason, string? item = null)
    {
        var ranges = DayRange.Of(days);
        if (ranges.Count > 0)
        {
            excluded.Add(new(kind, null, item, ranges.Sum(range => range.Last.DayNumber - range.First.DayNumber + 1), ranges, reason));
        }
    }
}

using System.Globalization;

namespace Greenprint.Standards.Tests.Air;

/// <summary>The same statistics written down once more, as plainly as can be, over decimals: what the engine is compared with.</summary>
internal static class PlainAir
{
    internal sealed record Hour(DateOnly Day, int HourOfDay, decimal Value);

    /// <summary>Hourly values of one item of a Beijing file, in µg/m³ (CO divided by 1,000).</summary>
    internal static List<Hour> Read(string file, string column)
    {
        var lines = File.ReadAllLines(file);
        var at = Array.IndexOf(lines[0].Split(',').Select(name => name.Trim('"')).ToArray(), column);
        return
        [
            .. lines.Skip(1).Select(line => line.Split(',')).Where(cells => cells[at] != "NA").Select(cells => new Hour(
                new(int.Parse(cells[1], CultureInfo.InvariantCulture), int.Parse(cells[2], CultureInfo.InvariantCulture), int.Parse(cells[3], CultureInfo.InvariantCulture)),
                int.Parse(cells[4], CultureInfo.InvariantCulture),
                decimal.Parse(cells[at], NumberStyles.Float, CultureInfo.InvariantCulture) / (column == "CO" ? 1000m : 1m))),
        ];
    }

    internal static Dictionary<DateOnly, decimal> DailyMeans(IEnumerable<Hour> hours) => hours
        .GroupBy(hour => hour.Day).Where(day => day.Count() >= 20)
        .ToDictionary(day => day.Key, day => day.Average(hour => hour.Value));

    internal static Dictionary<DateOnly, decimal> DailyMaxima8(IEnumerable<Hour> hours) => hours
        .GroupBy(hour => hour.Day)
        .Select(day => (day.Key, Windows: Enumerable.Range(8, 17)
            .Select(end => day.Where(hour => hour.HourOfDay >= end - 8 && hour.HourOfDay < end).ToList())
            .Where(window => window.Count >= 6).Select(window => window.Average(hour => hour.Value)).ToList()))
        .Where(day => day.Windows.Count >= 14 || day.Windows.Exists(value => decimal.Round(value, 0) > 160))
        .ToDictionary(day => day.Key, day => day.Windows.Max());

    internal static Dictionary<DateOnly, decimal> City(IReadOnlyList<Dictionary<DateOnly, decimal>> stations) => stations
        .SelectMany(station => station).GroupBy(day => day.Key).Where(day => day.Count() * 4 >= stations.Count * 3)
        .ToDictionary(day => day.Key, day => day.Average(station => station.Value));

    internal static decimal Percentile(IEnumerable<decimal> values, decimal p)
    {
        var x = values.Order().ToList();
        var k = 1 + ((x.Count - 1) * p);
        var s = (int)decimal.Floor(k);
        return s == x.Count ? x[s - 1] : x[s - 1] + ((x[s] - x[s - 1]) * (k - s));
    }

    internal static int Iaqi(decimal value, params decimal[] points)
    {
        int[] index = [0, 50, 100, 150, 200, 300, 400, 500];
        for (var i = 1; i < points.Length; i++)
        {
            if (value <= points[i])
            {
                return (int)Math.Ceiling(((index[i] - index[i - 1]) * (value - points[i - 1]) / (points[i] - points[i - 1])) + index[i - 1]);
            }
        }

        return 500;
    }

    /// <summary>Months with fewer days than GB 3095 asks for.</summary>
    internal static List<int> Lacking(IEnumerable<DateOnly> days) =>
        [.. Enumerable.Range(1, 12).Where(month => days.Count(day => day.Month == month) < (month == 2 ? 25 : 27))];
}

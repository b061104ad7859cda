using Greenprint.Monitoring;
using Greenprint.Quantities;
using Greenprint.Server.SampleCounty;
using Greenprint.Standards;
using Greenprint.Standards.Air;
using Greenprint.Standards.Water;

namespace Greenprint.Server.Tests.SampleCounty;

/// <summary>Figures of the generated measurements by the Standards library alone: no store, no bindings, no runs.</summary>
internal static class PlainFigures
{
    private static readonly StandardLibrary Library = StandardLibrary.Load(StandardLibrary.BundledFolder);

    public static AirResult Air(string county, Period period)
    {
        var stations = SampleFiles.Levels().Where(level => level.Sampling == Sampling.Hourly && level.Station.StartsWith(county, StringComparison.Ordinal))
            .GroupBy(level => level.Station)
            .Select(station => new StationHours(station.Key, [.. station.Select(level => Hours(level, period))]))
            .ToList();
        return AirAssessment.City(stations, period, Library.AirRules());
    }

    public static Figure GoodSections(string county, Period period)
    {
        var lakes = SampleFiles.Stations().Where(station => station.WaterBody == WaterBody.Lake).Select(station => station.Code).ToHashSet();
        var sections = SampleFiles.Levels().Where(level => level.Sampling != Sampling.Hourly && level.Station.StartsWith(county, StringComparison.Ordinal))
            .GroupBy(level => level.Station)
            .Select(section => Means(section.Key, lakes.Contains(section.Key) ? WaterBody.Lake : WaterBody.River, [.. section], period))
            .ToList();
        return WaterRegion.Of(Library.SurfaceWater, sections, period).GoodShare;
    }

    private static HourlySeries Hours(Level level, Period period)
    {
        var series = new HourlySeries(MeasuredItems.Get(level.Item), period);
        foreach (var reading in SampleReadings.Of(level, period.First, period.Last.AddDays(1)))
        {
            if (reading.Flags.IsExcluded())
            {
                series.Exclude(reading.Start, "flagged");
            }
            else
            {
                series.Put(reading.Start, reading.Value);
            }
        }

        return series;
    }

    // The mean of the monthly means, each month weighing the same.
    private static SectionSamples Means(string section, WaterBody body, IReadOnlyList<Level> levels, Period period)
    {
        var months = period.Months.Select(month => new WaterSample(month, levels
            .Select(level => (Item: MeasuredItems.Get(level.Item), Values: SampleReadings.Of(level, month, month.AddMonths(1)).Select(reading => reading.Value).ToList()))
            .Where(item => item.Values.Count > 0)
            .ToDictionary(item => item.Item, item => MeasuredValue.Of(Rounding.HalfEven(item.Values.Average(), 9)))));
        return new(section, body, [.. months.Where(month => month.Values.Count > 0)]);
    }
}

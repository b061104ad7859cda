using System.Numerics;
using Greenprint.Quantities;

namespace Greenprint.Standards.Air;

/// <summary>The valid daily values of one station over a period, and what was left out on the way from hours to days.</summary>
internal sealed class StationDays
{
    private readonly Dictionary<IndexItem, DailySeries> series = [];
    private readonly List<ExcludedRecords> excluded = [];

    private StationDays()
    {
    }

    internal IReadOnlyList<ExcludedRecords> Excluded => excluded;

    internal DailySeries? For(IndexItem of) => series.GetValueOrDefault(of);

    internal static StationDays Of(StationHours station, EditionDays editions, AirZone zone)
    {
        var days = new StationDays();
        foreach (var item in MeasuredItems.AirBasic)
        {
            var hours = Covering(station.For(item), editions.Period);
            days.CountHours(station, item, hours, editions.Period);
            if (item == MeasuredItems.O3)
            {
                days.AddOzone(station, hours, editions, zone);
            }
            else
            {
                days.AddMeans(station, item, hours, editions);
            }
        }

        return days;
    }

    private void AddMeans(StationHours station, MeasuredItem item, ReadOnlySpan<long> hours, EditionDays editions)
    {
        var period = editions.Period;
        var means = new long[period.Days];
        var counts = new byte[period.Days];
        means.AsSpan().Fill(HourlySeries.Missing);
        foreach (var (edition, first, length) in editions.Runs)
        {
            if (edition is not null)
            {
                DayKernels.Means(hours.Slice(first * 24, length * 24), edition.Assessment.DayHours, means.AsSpan(first, length), counts.AsSpan(first, length));
                LeaveOut(ExclusionKind.DayTooFewHours, station, item, Invalid(means, period, first, length), edition.Assessment.DayRule,
                    ($"当日小时均值少于 {edition.Assessment.DayHours} 个", $"fewer than {edition.Assessment.DayHours} hourly means that day"));
            }
        }

        series[new(item, Averaging.Day)] = new(period.First, means, DayKernels.MeanDenominator);
    }

    private void AddOzone(StationHours station, ReadOnlySpan<long> hours, EditionDays editions, AirZone zone)
    {
        var period = editions.Period;
        var maxima = new long[period.Days];
        var hourly = new long[period.Days];
        var windows = new byte[period.Days];
        maxima.AsSpan().Fill(HourlySeries.Missing);
        hourly.AsSpan().Fill(HourlySeries.Missing);
        foreach (var (edition, first, length) in editions.Runs)
        {
            if (edition is null)
            {
                continue;
            }

            var assessment = edition.Assessment;
            DayKernels.EightHourMaxima(hours.Slice(first * 24, length * 24), assessment, maxima.AsSpan(first, length), windows.AsSpan(first, length));
            DayKernels.HourMaxima(hours.Slice(first * 24, length * 24), hourly.AsSpan(first, length));
            for (var day = first; day < first + length; day++)
            {
                if (windows[day] < assessment.DayWindows && !Exceeds(maxima[day], edition, zone))
                {
                    (maxima[day], hourly[day]) = (HourlySeries.Missing, HourlySeries.Missing);
                }
            }

            LeaveOut(ExclusionKind.DayTooFewWindows, station, MeasuredItems.O3, Invalid(maxima, period, first, length), assessment.WindowRule,
                ($"当日有效 8 小时均值少于 {assessment.DayWindows} 个且未超过浓度限值", $"fewer than {assessment.DayWindows} valid 8 h means that day, none above the limit"));
        }

        series[new(MeasuredItems.O3, Averaging.EightHours)] = new(period.First, maxima, DayKernels.WindowDenominator);
        series[new(MeasuredItems.O3, Averaging.Hour)] = new(period.First, hourly, 1);
    }

    /// <summary>Few windows may have missed the maximum, but what they saw is already above the limit: such a day counts (HJ 663 6.1.2).</summary>
    private static bool Exceeds(long maximum, AirEdition edition, AirZone zone) =>
        maximum != HourlySeries.Missing
        && Fraction.Of(maximum, (BigInteger)DayKernels.WindowDenominator * HourlySeries.Scale).HalfEven(edition.Assessment.JudgedDecimals(MeasuredItems.O3))
            > edition.Limits.For(MeasuredItems.O3, Averaging.EightHours)!.In(zone);

    private void CountHours(StationHours station, MeasuredItem item, ReadOnlySpan<long> hours, Period period)
    {
        var missing = hours.Count(HourlySeries.Missing);
        foreach (var left in (station.For(item)?.Excluded ?? []).Where(hour => period.Contains(hour.Day)).GroupBy(hour => hour.Reason))
        {
            missing -= left.Count();
            excluded.Add(new(ExclusionKind.HoursLeftOut, station.Station, item.Code, left.Count(), DayRange.Of(left.Select(hour => hour.Day)),
                ($"小时值标记为无效：{left.Key}", $"hourly values marked as not valid: {left.Key}")));
        }

        if (missing > 0)
        {
            excluded.Add(new(ExclusionKind.HoursMissing, station.Station, item.Code, missing, [], ("小时值缺失", "hourly values missing")));
        }
    }

    private void LeaveOut(ExclusionKind kind, StationHours station, MeasuredItem item, List<DateOnly> days, RuleReference rule, (string Zh, string En) reason)
    {
        if (days.Count > 0)
        {
            excluded.Add(new(kind, station.Station, item.Code, days.Count, DayRange.Of(days), ($"{reason.Zh}（{rule.Text.Zh}）", $"{reason.En} ({rule.Text.En})")));
        }
    }

    /// <summary>Days without a valid value among those of a segment.</summary>
    private static List<DateOnly> Invalid(long[] values, Period period, int first, int length) =>
        [.. Enumerable.Range(first, length).Where(day => values[day] == HourlySeries.Missing).Select(period.First.AddDays)];

    /// <summary>The hours of the period: a slice of the series, or a padded copy where the series does not cover it.</summary>
    private static ReadOnlySpan<long> Covering(HourlySeries? series, Period period)
    {
        var offset = series is null ? 0 : period.First.DayNumber - series.First.DayNumber;
        if (series is not null && offset >= 0 && offset + period.Days <= series.Days)
        {
            return series.Hours.Slice(offset * 24, period.Days * 24);
        }

        var copy = new long[period.Days * 24];
        copy.AsSpan().Fill(HourlySeries.Missing);
        if (series is not null)
        {
            var (from, to) = (Math.Max(0, -offset), Math.Min(period.Days, series.Days - offset));
            if (from < to)
            {
                series.Hours.Slice((from + offset) * 24, (to - from) * 24).CopyTo(copy.AsSpan(from * 24));
            }
        }

        return copy;
    }
}

using Greenprint.Quantities;

namespace Greenprint.Standards.Air;

/// <summary>The statutory statistics of ambient air: from hourly means of stations to the figures of a city over a period (HJ 663).</summary>
public static class AirAssessment
{
    /// <summary>Items whose mean is judged; they stand first among the basic items.</summary>
    internal static readonly MeasuredItem[] WithMean = [MeasuredItems.Pm25, MeasuredItems.Pm10, MeasuredItems.So2, MeasuredItems.No2];

    /// <summary>
    /// A city from its stations: each day's value is the mean of the stations' daily values where enough of them are valid; the period's figures are formed of
    /// the city's days, never of the stations' figures.
    /// </summary>
    /// <param name="stations">All assessment points (城市点) of the city: one that measured nothing still counts among them.</param>
    /// <param name="period">Day, month, quarter, year, or year to date.</param>
    /// <param name="rules">From <see cref="StandardLibrary.AirRules"/>.</param>
    /// <param name="options">Zone and variants; null: class 2, judged from unrounded values.</param>
    public static AirResult City(IReadOnlyList<StationHours> stations, Period period, AirRules rules, AirOptions? options = null)
    {
        if (stations.Count == 0)
        {
            throw new ArgumentException("A city has at least one station.", nameof(stations));
        }

        options ??= new();
        var editions = new EditionDays(period, rules);
        var days = stations.Select(station => StationDays.Of(station, editions, options.Zone)).ToList();
        var excluded = days.SelectMany(day => day.Excluded).ToList();
        var city = CityDays.Of(days, editions, excluded);
        var index = city.Index(excluded);
        var edition = editions.Last;
        return new()
        {
            Period = period,
            Stations = [.. stations.Select(station => station.Station)],
            Edition = edition,
            EditionBefore = rules.Before(period),
            Figures = [.. Figures(city, period, edition, options)],
            DaysWithIndex = index.Count(day => day.Index.Aqi is not null),
            GoodDays = index.Count(day => GoodDays.IsGood(day.Index.Aqi)),
            GoodDayRatio = GoodDayRatio(city, index, period, edition),
            Days = index,
            Excluded = excluded,
        };
    }

    /// <summary>A single station, by the same rules.</summary>
    public static AirResult Station(StationHours station, Period period, AirRules rules, AirOptions? options = null) => City([station], period, rules, options);

    private static IEnumerable<AirFigure> Figures(CityDays city, Period period, AirEdition? edition, AirOptions options)
    {
        foreach (var item in WithMean)
        {
            yield return Figure(city, item, AirStatistic.Mean, period, edition, options);
        }

        foreach (var item in MeasuredItems.AirBasic)
        {
            yield return Figure(city, item, AirStatistic.Percentile, period, edition, options);
        }
    }

    private static AirFigure Figure(CityDays city, MeasuredItem item, AirStatistic statistic, Period period, AirEdition? edition, AirOptions options)
    {
        if (edition is null)
        {
            return new(item, statistic, null, Standards.Figure.Without(NoEdition(period), item.Decimals, item.Unit), null);
        }

        var rules = edition.Assessment;
        var series = city.For(item);
        var percent = statistic == AirStatistic.Percentile ? rules.PercentileOf(item) : (int?)null;
        var decimals = rules.PublishedDecimals(item);
        if (PeriodValidity.Check(DailyValue(item), period, rules, series.Count) is { } reason)
        {
            return new(item, statistic, percent, Standards.Figure.Without(reason, decimals, item.Unit), null);
        }

        var figure = Standards.Figure.Of(percent is { } of ? series.Percentile(of) : series.Mean(), decimals, item.Unit);
        return new(item, statistic, percent, figure, period.Kind == PeriodKind.Year
            ? Verdict(figure.Rounded(rules.JudgedDecimals(item))!.Value, figure.Published!.Value, item, statistic, edition, options) : null);
    }

    /// <summary>A yearly figure against its limit, or null where there is none: <paramref name="full"/> rounded from the full value to the places in which it is judged, <paramref name="published"/> as it is published.</summary>
    internal static AirVerdict? Verdict(decimal full, decimal published, MeasuredItem item, AirStatistic statistic, AirEdition edition, AirOptions options)
    {
        var averaging = statistic == AirStatistic.Mean ? Averaging.Year : item == MeasuredItems.O3 ? Averaging.EightHours : Averaging.Day;
        if (edition.Limits.For(item, averaging) is not { } limit)
        {
            return null;
        }

        var value = limit.In(options.Zone);
        var decimals = edition.Assessment.JudgedDecimals(item);
        var twice = Rounding.HalfEven(published, decimals);
        var judged = options.JudgeFrom == JudgeFrom.Unrounded ? full : twice;
        var multiple = judged > value ? Rounding.HalfEven((judged - value) / value, edition.Assessment.MultipleDecimals) : (decimal?)null;
        return new(limit, value, judged, limit.IsMetBy(judged, options.Zone), multiple, limit.IsMetBy(full, options.Zone) != limit.IsMetBy(twice, options.Zone));
    }

    private static Figure GoodDayRatio(CityDays city, IReadOnlyList<AirDay> days, Period period, AirEdition? edition)
    {
        if (edition is null)
        {
            return Standards.Figure.Without(NoEdition(period), 1, "%");
        }

        var reasons = new List<(Bilingual What, NotGiven Reason)>();
        foreach (var item in edition.Index.Daily.Items.Select(entry => entry.Of.Item).Distinct())
        {
            if (PeriodValidity.Check(DailyValue(item), period, edition.Assessment, city.For(item).Count) is { } reason)
            {
                reasons.Add((DailyValue(item), reason));
            }
        }

        return reasons.Count > 0
            ? Standards.Figure.Without(PeriodValidity.Joined(reasons, edition.Assessment), edition.Assessment.RatioDecimals, "%")
            : GoodDays.Ratio([.. days.Select(day => day.Index.Aqi)], period, edition);
    }

    internal static Bilingual DailyValue(MeasuredItem item) => item == MeasuredItems.O3
        ? ("臭氧日最大 8 小时平均值", "ozone daily maximum 8 h means")
        : ($"{item.Name.Zh}日均值", $"{item.Symbol} daily means");

    internal static NotGiven NoEdition(Period period) => new(
        NotGivenReason.NoEdition, new("GB 3095", "", Mark.Verified),
        ($"{Period.OfDay(period.Last)} 本地区尚无已实施的标准版本。", $"No edition of the standard was in force here on {Period.OfDay(period.Last)}."), []);
}

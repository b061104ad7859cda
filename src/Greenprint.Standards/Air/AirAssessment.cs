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
        var urban = Urban(stations);
        return Assess(urban, stations.Except(urban), period, rules, options ?? new());
    }

    /// <summary>A single station of whatever kind, by the same rules.</summary>
    public static AirResult Station(StationHours station, Period period, AirRules rules, AirOptions? options = null) => Assess([station], [], period, rules, options ?? new());

    /// <summary>The same city and period under two rules in one call, for example two forced editions.</summary>
    /// <param name="stations">As for <see cref="City"/>.</param>
    /// <param name="period">The period.</param>
    /// <param name="first">One edition, forced or by date.</param>
    /// <param name="second">The other.</param>
    /// <param name="options">As for <see cref="City"/>.</param>
    public static AirComparison Compare(IReadOnlyList<StationHours> stations, Period period, AirRules first, AirRules second, AirOptions? options = null) =>
        new(City(stations, period, first, options), City(stations, period, second, options));

    /// <summary>A city's period as it is printed: where a switch of editions cuts it, both results and the sentence that says so.</summary>
    /// <param name="stations">As for <see cref="City"/>.</param>
    /// <param name="period">The period.</param>
    /// <param name="rules">By date; forced rules know no switch.</param>
    /// <param name="options">As for <see cref="City"/>.</param>
    public static AirJudgement Judge(IReadOnlyList<StationHours> stations, Period period, AirRules rules, AirOptions? options = null)
    {
        var result = City(stations, period, rules, options);
        return result.EditionBefore is { } before
            ? new(result, City(stations, period, rules.Forced(before), options), AirJudgement.NoteOf(period, before, result.Edition!))
            : new(result, null, null);
    }

    /// <summary>The points that a city is assessed by.</summary>
    internal static IReadOnlyList<StationHours> Urban(IReadOnlyList<StationHours> stations)
    {
        var urban = stations.Where(station => station.Kind == PointKind.Urban).ToList();
        return urban.Count > 0 ? urban : throw new ArgumentException("A city has at least one urban assessment point (城市点).", nameof(stations));
    }

    private static AirResult Assess(IReadOnlyList<StationHours> stations, IEnumerable<StationHours> others, Period period, AirRules rules, AirOptions options)
    {
        var editions = new EditionDays(period, rules);
        var days = stations.Select(station => StationDays.Of(station, editions, options.Zone)).ToList();
        var excluded = days.SelectMany(day => day.Excluded).ToList();
        excluded.AddRange(others.Select(station => new ExcludedRecords(
            ExclusionKind.StationNotUrban, station.Station, null, period.Days, [new(period.First, period.Last)], ("不是城市点，不参加城市评价（HJ 663）", "no urban assessment point: takes no part in the city (HJ 663)"))));
        var city = CityDays.Of(days, editions, excluded);
        var index = city.Index(excluded, options.Unmonitored);
        var edition = editions.Last;
        return new()
        {
            Period = period,
            Stations = [.. stations.Select(station => station.Station)],
            Edition = edition,
            EditionBefore = rules.Before(period),
            Figures = [.. Figures(city, period, edition, options, excluded)],
            ItemDays = [.. MeasuredItems.AirBasic.Select(item => ItemDays.Of(item, city.For(item), editions, options))],
            DaysWithIndex = index.Count(day => day.Index.Aqi is not null),
            GoodDays = index.Count(day => GoodDays.IsGood(day.Index.Aqi)),
            GoodDayRatio = GoodDayRatio(city, index, period, edition, options),
            Days = index,
            Excluded = excluded,
        };
    }

    private static IEnumerable<AirFigure> Figures(CityDays city, Period period, AirEdition? edition, AirOptions options, List<ExcludedRecords> excluded)
    {
        var kept = MeasuredItems.AirBasic.ToDictionary(item => item, item => WithoutExceptional(city.For(item), item, period, options, excluded));
        foreach (var item in WithMean)
        {
            yield return Figure(city, kept[item], item, AirStatistic.Mean, period, edition, options);
        }

        foreach (var item in MeasuredItems.AirBasic)
        {
            yield return Figure(city, kept[item], item, AirStatistic.Percentile, period, edition, options);
        }
    }

    /// <summary>The days that a figure is formed of: without exceptional ones, which stay in the index and count as measured.</summary>
    private static DailySeries WithoutExceptional(DailySeries series, MeasuredItem item, Period period, AirOptions options, List<ExcludedRecords> excluded)
    {
        var listed = options.ExceptionalDays.Where(day => day.Items.Contains(item) && period.Contains(day.Day) && series.Has(day.Day.DayNumber - period.First.DayNumber))
            .DistinctBy(day => day.Day).ToList();
        excluded.AddRange(listed.GroupBy(day => (day.Kind, day.Reason)).Select(group => new ExcludedRecords(
            ExclusionKind.ExceptionalDay, null, item.Code, group.Count(), DayRange.Of(group.Select(day => day.Day)), group.Key.Kind == ExceptionalKind.SandDust
                ? ($"扣除沙尘影响，不参加均值和百分位数统计：{group.Key.Reason.Zh}", $"sand dust, left out of means and percentiles: {group.Key.Reason.En ?? group.Key.Reason.Zh}")
                : ($"例外事件，不参加均值和百分位数统计：{group.Key.Reason.Zh}", $"exceptional event, left out of means and percentiles: {group.Key.Reason.En ?? group.Key.Reason.Zh}"))));
        return listed.Count == 0 ? series : series.Without(listed.Select(day => day.Day));
    }

    private static AirFigure Figure(CityDays city, DailySeries kept, MeasuredItem item, AirStatistic statistic, Period period, AirEdition? edition, AirOptions options)
    {
        if (edition is null)
        {
            return new(item, statistic, null, Standards.Figure.Without(NoEdition(period), item.Decimals, item.Unit), null);
        }

        var rules = edition.Assessment;
        var percent = statistic == AirStatistic.Percentile ? rules.PercentileOf(item) : (int?)null;
        var decimals = rules.PublishedDecimals(item);
        if ((PeriodValidity.Check(DailyValue(item), period, rules, city.For(item).Count) ?? PeriodValidity.NothingKept(DailyValue(item), period, rules, kept.Count)) is { } reason)
        {
            return new(item, statistic, percent, Standards.Figure.Without(reason, decimals, item.Unit), null);
        }

        var figure = Standards.Figure.Of(percent is { } of ? kept.Percentile(of) : kept.Mean(), decimals, item.Unit);
        return new(item, statistic, percent, figure, period.Kind == PeriodKind.Year ? AirVerdict.Of(figure, item, statistic, edition, options) : null);
    }

    private static Figure GoodDayRatio(CityDays city, IReadOnlyList<AirDay> days, Period period, AirEdition? edition, AirOptions options)
    {
        if (edition is null)
        {
            return Standards.Figure.Without(NoEdition(period), 1, "%");
        }

        var reasons = new List<(Bilingual What, NotGiven Reason)>();
        var needed = edition.Index.Daily.Items.Select(entry => entry.Of.Item).Distinct();
        foreach (var item in edition.Index.UnmonitoredYears is null ? needed : needed.Except(options.Unmonitored))
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

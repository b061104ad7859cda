using Greenprint.Quantities;
using Greenprint.Standards.Air;
using Greenprint.Standards.Air.Columns;
using Greenprint.Testing;

namespace Greenprint.Standards.Tests.Air.Columns;

/// <summary>Two ways in, one result: whatever the hours, the columns say exactly, not nearly, what <see cref="AirAssessment"/> says.</summary>
public sealed class ColumnsAreReadableTests
{
    private static readonly CompositeOptions AnnexC = new(CompositeVariant.AnnexC);

    private static int given, refused, met, exceeded, indexed, composed;

    [Fact]
    public void Single_stations_have_the_same_results_both_ways()
    {
        RandomHours.Any(2, 800).Sample(hours => Compare(hours, null, hours.Ints()), iter: Laws.Tries(40));
        Assert.True(!Laws.AreWhole || (given > 500 && refused > 500 && met > 5 && exceeded > 5 && indexed > 500 && composed > 5), $"Every outcome is met: {given} given, {composed} composite indices, {refused} not, {met} meet, {exceeded} exceed, {indexed} days with an index.");
    }

    [Fact]
    public void Sixteen_bits_say_what_thirty_two_say() =>
        RandomHours.Any(2, 200).Where(hours => hours.FitsShort).Sample(hours => Compare(hours, null, hours.Shorts()), iter: Laws.Tries(20));

    [Fact]
    public void Cities_of_a_few_stations_have_the_same_results_both_ways() => RandomHours.Any(7, 300).Sample(hours =>
        Compare(hours, [[.. Enumerable.Range(0, hours.Stations)], [hours.Stations - 1], [.. Enumerable.Range(0, (hours.Stations / 2) + 1)]], hours.Ints()), iter: Laws.Tries(15));

    [Fact]
    public void Cities_of_many_stations_have_the_same_results_both_ways()
    {
        foreach (var stations in Laws.AreWhole ? [16, 17, 29, AirColumns.MostStationsOfCity] : new[] { 17 })
        {
            RandomHours.Of(new(2026, 1, 1), 130, stations).Sample(hours => Compare(hours, [[.. Enumerable.Range(0, stations)]], hours.Ints()), iter: 1);
        }
    }

    [Fact]
    public void A_forced_edition_and_other_choices_give_the_same_results_both_ways() =>
        Gen.Select(RandomHours.Any(2, 400), Any("2012", "2026", "2026-full", "HJ633-2012"), Any("110000", "440000"), Any(AirZone.Class1, AirZone.Class2), Any(JudgeFrom.Published, JudgeFrom.Unrounded))
            .Sample((hours, edition, region, zone, from) => Compare(hours, null, hours.Ints(), TestStandards.Library.AirRules(edition, region), new(zone, from)), iter: Laws.Tries(20));

    [Fact]
    public void Exceptional_days_leave_the_averages_both_ways() => Gen.Select(RandomHours.Any(2, 200), Gen.Int[0, 400].Array[1, 60]).Sample((hours, days) =>
    {
        var dust = days.Select(day => ExceptionalDay.SandDust(hours.First.AddDays(day - 100), ("沙尘", "Dust"))).ToList();
        var whole = Enumerable.Range(0, 31).Select(day => new ExceptionalDay(hours.First.AddDays(day), ExceptionalKind.Other, [MeasuredItems.O3], ("山火", "Fire")));
        Compare(hours, null, hours.Ints(), options: new() { ExceptionalDays = [.. dust, .. whole] });
    }, iter: Laws.Tries(15));

    [Fact]
    public void Items_that_the_monitoring_plan_leaves_out_are_missed_in_neither_way() => Gen.Select(RandomHours.Any(2, 200), Gen.Int[0, 5].Array[1, 3]).Sample((hours, items) =>
        Compare(hours, null, hours.Ints(), options: new() { Unmonitored = [.. items.Distinct().Select(item => MeasuredItems.AirBasic[item])] }), iter: Laws.Tries(15));

    [Fact]
    public void Several_threads_change_nothing() => RandomHours.Any(8, 300).Sample(hours =>
    {
        var rules = TestStandards.Library.AirRules();
        var (one, four) = (AirColumns.Assess(hours.Ints(), hours.Periods(), rules), AirColumns.Assess(hours.Ints(), hours.Periods(), rules, threads: 4));

        foreach (var (left, right) in one.Zip(four))
        {
            Assert.Equal(left.Stations, right.Stations);
            Assert.Equal(left.Aqi, right.Aqi);
            Assert.Equal(left.FiguresOfPeriods, right.FiguresOfPeriods);
            Assert.Equal(left.DayCounts, right.DayCounts);
            Assert.Equal(left.Composites, right.Composites);
        }
    }, iter: Laws.Tries(10));

    private static Gen<TChoice> Any<TChoice>(params TChoice[] choices) => Gen.Int[0, choices.Length - 1].Select(at => choices[at]);

    private static void Compare<T>(RandomHours hours, IReadOnlyList<IReadOnlyList<int>>? cities, HourColumns<T> columns, AirRules? rules = null, AirOptions? options = null)
        where T : struct
    {
        rules ??= TestStandards.Library.AirRules();
        var periods = hours.Periods();
        var results = AirColumns.Assess(columns, periods, rules, options, cities);

        Assert.Equal(cities?.Count ?? hours.Stations, results.Count);
        foreach (var result in results)
        {
            var stations = result.Stations.Select(hours.Series).ToList();
            for (var period = 0; period < periods.Count; period++)
            {
                Compare(AirAssessment.City(stations, periods[period], rules, options), result, period);
            }
        }
    }

    private static void Compare(AirResult readable, AirColumnResult columns, int period)
    {
        foreach (var ((item, statistic), at) in AirColumnResult.Statistics.Select((of, at) => (of, at)))
        {
            var (expected, actual, numbers) = (readable.Of(item, statistic), columns.Figure(period, item, statistic), columns.Figures(period)[at]);
            Same(expected.Figure, actual.Figure);
            Assert.Equal(expected.Percent, actual.Percent);
            Assert.Equal(expected.Verdict, actual.Verdict);
            Assert.Equal(expected.Figure.NotGiven?.Reason, numbers.NotGiven);
            Assert.Equal(expected.Figure.Published ?? 0, (decimal)numbers.Published / (decimal)Math.Pow(10, numbers.Decimals));
            Count(expected);
        }

        Same(readable.GoodDayRatio, columns.GoodDayRatio(period));
        var days = columns.Days(period);
        Assert.Equal((readable.DaysWithIndex, readable.GoodDays, readable.GoodDayRatio.NotGiven?.Reason), (days.WithIndex, days.Good, days.NotGiven));
        Assert.Equal(readable.GoodDayRatio.Published ?? 0, (decimal)days.Ratio / (decimal)Math.Pow(10, days.Decimals));
        Compare(CompositeIndex.Of(readable), columns.Composite(period, null), columns.Composite(period));
        if (readable.Edition is not null)
        {
            Same(CompositeIndex.Of(readable, AnnexC).Figure, columns.Composite(period, AnnexC).Figure);
        }

        foreach (var day in readable.Days)
        {
            Compare(day, columns, day.Date.DayNumber - columns.First.DayNumber);
        }
    }

    private static void Compare(CompositeIndex readable, CompositeIndex columns, ColumnComposite numbers)
    {
        Same(readable.Figure, columns.Figure);
        Assert.Equal(readable.Singles, columns.Singles);
        Assert.Equal((readable.Figure.NotGiven?.Reason, readable.Figure.Decimals), (numbers.NotGiven, numbers.Decimals));
        Assert.Equal(readable.Figure.Published ?? 0, (decimal)numbers.Index / (decimal)Math.Pow(10, numbers.Decimals));
        Interlocked.Add(ref composed, readable.Figure.IsGiven ? 1 : 0);
    }

    private static void Compare(AirDay readable, AirColumnResult columns, int day)
    {
        if (day < 0 || day >= columns.Aqi.Length)
        {
            Assert.Null(readable.Index.Aqi);
            return;
        }

        Assert.Equal(readable.Index.Aqi ?? -1, columns.Aqi[day]);
        Assert.Equal(readable.Index.Level?.Level ?? 0, columns.Level[day]);
        var bits = columns.Primary[day];
        Assert.Equal(readable.Index.Primary, AirColumnResult.DayItems.Where((_, at) => (bits & (1 << at)) != 0));
        foreach (var value in readable.Index.Values)
        {
            Assert.Equal(value.Exact, columns.Value(value.Of, day));
        }

        Interlocked.Add(ref indexed, readable.Index.Aqi is null ? 0 : 1);
    }

    private static void Same(Figure expected, Figure actual)
    {
        Assert.Equal(expected.IsGiven, actual.IsGiven);
        Assert.Equal((expected.Decimals, expected.Unit, expected.Published), (actual.Decimals, actual.Unit, actual.Published));
        Assert.Equal(expected.IsGiven ? expected.Exact : null, actual.IsGiven ? actual.Exact : (Fraction?)null);
        Assert.Equal((expected.NotGiven?.Reason, expected.NotGiven?.Rule, expected.NotGiven?.Message), (actual.NotGiven?.Reason, actual.NotGiven?.Rule, actual.NotGiven?.Message));
        Assert.Equal(expected.NotGiven?.Months, actual.NotGiven?.Months);
    }

    private static void Count(AirFigure figure)
    {
        Interlocked.Add(ref figure.Figure.IsGiven ? ref given : ref refused, 1);
        if (figure.Verdict is { } verdict)
        {
            Interlocked.Add(ref verdict.Meets ? ref met : ref exceeded, 1);
        }
    }
}

using Greenprint.Quantities;
using Greenprint.Standards.Air;

namespace Greenprint.Standards.Tests.Air;

/// <summary>Figures of a year against the limits, and the choices that are not the edition's.</summary>
public sealed class VerdictTests
{
    private static readonly Period Year = Period.OfYear(2027);

    [Fact]
    public void Just_above_a_half_the_two_ways_of_rounding_decide_differently_and_it_is_said()
    {
        var unrounded = Of(30.51m, new()).Mean(MeasuredItems.Pm25).Verdict!;
        var published = Of(30.51m, new(JudgeFrom: JudgeFrom.Published)).Mean(MeasuredItems.Pm25).Verdict!;

        Assert.Equal((31m, false, true), (unrounded.Judged, unrounded.Meets, unrounded.VariantDiffers));
        Assert.Equal((30m, true, true), (published.Judged, published.Meets, published.VariantDiffers));
        Assert.False(Of(29m, new()).Mean(MeasuredItems.Pm25).Verdict!.VariantDiffers);
    }

    [Fact]
    public void A_nature_reserve_is_judged_by_class_1()
    {
        Assert.True(Of(30m, new()).Mean(MeasuredItems.Pm25).Verdict!.Meets);
        Assert.False(Of(30m, new(AirZone.Class1)).Mean(MeasuredItems.Pm25).Verdict!.Meets);
    }

    [Fact]
    public void A_place_meets_the_standard_when_every_figure_does_and_it_is_not_known_while_one_is_missing()
    {
        Assert.True(Of(3m, new()).MeetsAll);
        Assert.False(Of(3m, new(), MeasuredItems.Pm25, 31m).MeetsAll);
        Assert.Null(Of(3m, new(), MeasuredItems.Pm25, null).MeetsAll);
        Assert.False(Of(3m, new(), MeasuredItems.Pm25, null, MeasuredItems.No2, 41m).MeetsAll);
    }

    [Fact]
    public void A_month_is_not_held_against_a_limit_of_the_year()
    {
        var result = AirAssessment.Station(new("站", [Series(MeasuredItems.Pm25, Year, 30m)]), Period.OfMonth(2027, 5), TestStandards.Library.AirRules());

        Assert.Equal("30.0", result.Mean(MeasuredItems.Pm25).Figure.Text);
        Assert.Null(result.Mean(MeasuredItems.Pm25).Verdict);
        Assert.Null(result.MeetsAll);
    }

    [Fact]
    public void With_the_limit_of_class_1_an_ozone_day_of_few_windows_counts_earlier()
    {
        var day = Period.OfDay(new(2027, 7, 1));
        var hours = new HourlySeries(MeasuredItems.O3, day);
        for (var hour = 6; hour < 24; hour++)
        {
            hours.Put(day.First, hour, 120m);   // 13 windows of 120: above 100, not above 160
        }

        StationHours station = new("站", [hours]);
        Assert.False(AirAssessment.Station(station, day, TestStandards.Library.AirRules()).Percentile(MeasuredItems.O3).Figure.IsGiven);
        Assert.Equal(120m, AirAssessment.Station(station, day, TestStandards.Library.AirRules(), new(AirZone.Class1)).Percentile(MeasuredItems.O3).Figure.Value);
    }

    [Fact]
    public void A_city_without_stations_is_a_callers_mistake() =>
        Assert.Throws<ArgumentException>(() => AirAssessment.City([], Year, TestStandards.Library.AirRules()));

    private static AirResult Of(decimal value, AirOptions options, MeasuredItem? other = null, decimal? otherValue = null, MeasuredItem? third = null, decimal? thirdValue = null) =>
        AirAssessment.Station(
            new("站", [.. MeasuredItems.AirBasic.Select(item => Series(item, Year, item == other ? otherValue : item == third ? thirdValue : item == MeasuredItems.Co ? 0.5m : value))]),
            Year, TestStandards.Library.AirRules(), options);

    private static HourlySeries Series(MeasuredItem item, Period period, decimal? value)
    {
        var hours = new HourlySeries(item, period);
        for (var hour = 0; value is not null && hour < period.Days * 24; hour++)
        {
            hours.Put(period.First.AddDays(hour / 24), hour % 24, value.Value);
        }

        return hours;
    }
}

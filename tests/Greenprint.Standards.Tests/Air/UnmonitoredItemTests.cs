using System.Globalization;
using Greenprint.Quantities;
using Greenprint.Standards.Air;

namespace Greenprint.Standards.Tests.Air;

/// <summary>HJ 633-2026 5.3.2: when an item that the plan leaves out may be absent.</summary>
public sealed class UnmonitoredItemTests
{
    private static readonly AirRules Rules = TestStandards.Library.AirRules("2026");
    private static readonly AirEdition Edition = Rules.OnDay(new(2026, 6, 1))!;

    [Fact]
    public void Three_clean_years_in_a_row_let_an_item_be_absent_and_the_latest_are_named()
    {
        var item = UnmonitoredItem.Of(MeasuredItems.Co, [Year(2019), Year(2022), Year(2021), Year(2020)], Edition);

        Assert.True(item.MayBeAbsent);
        Assert.Contains("2020 至 2022", item.Reason.Zh, StringComparison.Ordinal);
    }

    [Fact]
    public void Three_years_with_a_gap_between_them_do_not() =>
        Assert.False(UnmonitoredItem.Of(MeasuredItems.Co, [Year(2019), Year(2020), Year(2022)], Edition).MayBeAbsent);

    [Fact]
    public void One_day_of_light_pollution_with_the_item_as_primary_spoils_its_year()
    {
        AirResult[] years = [Year(2020), Year(2021, "0.5x364 5x1"), Year(2022)];   // 5 mg/m³: 50 x 1/10 + 100 = 105

        Assert.False(UnmonitoredItem.Of(MeasuredItems.Co, years, Edition).MayBeAbsent);
        Assert.True(UnmonitoredItem.Of(MeasuredItems.No2, years, Edition).MayBeAbsent);
    }

    [Fact]
    public void A_primary_pollutant_of_a_good_day_spoils_nothing() =>
        Assert.True(UnmonitoredItem.Of(MeasuredItems.Co, [Year(2020), Year(2021, "0.5x364 4x1"), Year(2022)], Edition).MayBeAbsent);

    [Theory]
    [InlineData("0.5x324 -x41", true)]
    [InlineData("0.5x323 -x42", false)]
    public void A_year_counts_when_the_item_was_measured_on_324_days(string days, bool counts) =>
        Assert.Equal(counts, UnmonitoredItem.Of(MeasuredItems.Co, [Year(2020), Year(2021, days), Year(2022)], Edition).MayBeAbsent);

    [Fact]
    public void Where_the_item_may_be_absent_good_days_are_counted_without_it()
    {
        var stations = Stations(2027, "-x365");
        var without = AirAssessment.City([stations], Period.OfYear(2027), Rules, new AirOptions { Unmonitored = [MeasuredItems.Co] });

        Assert.Equal("100.0", without.GoodDayRatio.Text);
        Assert.Equal([MeasuredItems.Co], without.Days[0].Index.Unmonitored);
        Assert.False(AirAssessment.City([stations], Period.OfYear(2027), Rules).GoodDayRatio.IsGiven);
        Assert.False(CompositeIndex.Of(without).Figure.IsGiven);
    }

    [Fact]
    public void The_edition_of_2012_has_no_such_exception() =>
        Assert.Throws<ArgumentException>(() => UnmonitoredItem.Of(MeasuredItems.Co, [], TestStandards.Library.AirRules("2012").OnDay(new(2020, 1, 1))!));

    private static AirResult Year(int year, string? co = null) => AirAssessment.Station(Stations(year, co), Period.OfYear(year), Rules);

    private static StationHours Stations(int year, string? co)
    {
        var period = Period.OfYear(year);
        var constant = string.Create(CultureInfo.InvariantCulture, $"x{period.Days}");
        return new("站", [.. MeasuredItems.AirBasic.Select(item => AirYears.Series(item, period, item == MeasuredItems.Co ? co ?? "0.5" + constant : "10" + constant))]);
    }
}

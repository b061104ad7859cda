using Greenprint.Quantities;
using Greenprint.Standards.Air;
using Greenprint.Standards.Air.Columns;

namespace Greenprint.Standards.Tests.Air.Columns;

/// <summary>What columns refuse, and what they promise about memory.</summary>
public sealed class HourColumnsTests
{
    private static readonly DateOnly First = new(2027, 1, 1);
    private static readonly AirRules Rules = TestStandards.Library.AirRules();

    [Fact]
    public void A_column_that_does_not_fit_its_stations_and_days_is_refused()
    {
        Assert.Throws<ArgumentException>(() => Columns(new HourColumn<int>(MeasuredItems.Pm25, 0, new int[23])));
        Assert.Throws<ArgumentException>(() => Columns(new HourColumn<int>(MeasuredItems.Pm25, 0, new int[24], new byte[23])));
        Assert.Throws<ArgumentException>(() => Columns(new HourColumn<int>(MeasuredItems.Pm25, 4, new int[24])));
        Assert.Throws<ArgumentException>(() => Columns(new HourColumn<int>(MeasuredItems.Get("cod"), 0, new int[24])));
        Assert.Throws<ArgumentException>(() => Columns(new(MeasuredItems.Pm25, 0, new int[24]), new(MeasuredItems.Pm25, 0, new int[24])));
        Assert.Throws<NotSupportedException>(() => new HourColumns<float>(First, 1, 1));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(40_001)]
    public void A_value_that_no_import_would_let_in_throws_and_with_a_flag_it_takes_no_part(int value)
    {
        var hours = new int[24];
        hours[17] = value;
        var flags = new byte[24];
        flags[17] = 9;

        foreach (var item in new[] { MeasuredItems.Pm25, MeasuredItems.O3 })
        {
            Assert.Throws<ArgumentException>(() => Assess(new HourColumn<int>(item, 0, hours)));
            Assert.Equal(1, Assess(new HourColumn<int>(item, 0, hours, flags))[0].Figures(0)[^(item == MeasuredItems.O3 ? 1 : 6)].Days);
        }
    }

    [Fact]
    public void The_largest_value_that_may_enter_overflows_nothing()
    {
        var hours = new int[365 * 24];
        hours.AsSpan().Fill(40_000_000);
        var columns = new HourColumns<int>(First, 365, 1, [.. MeasuredItems.AirBasic.Select(item => new HourColumn<int>(item, 3, hours))]);

        var result = AirColumns.Assess(columns, [Period.OfYear(2027)], Rules)[0];

        Assert.All(result.Figures(0).ToArray(), figure => Assert.Equal((Fraction.Of(40_000m), null), (Fraction.Of(figure.Numerator, figure.Denominator), figure.NotGiven)));
        Assert.Equal((500, 6), (result.Aqi[0], result.Level[0]));
    }

    [Theory]
    [InlineData(15, 0)]     // 0.015 / 30 = 0.0005: the half goes to the even digit, which no cut number could know
    [InlineData(45, 2)]     // 0.0015
    [InlineData(16, 1)]
    public void A_composite_index_at_a_half_is_decided_exactly(int pm25, long index)
    {
        var hours = new int[365 * 24];
        var fine = new int[365 * 24];
        fine.AsSpan().Fill(pm25);
        var columns = new HourColumns<int>(First, 365, 1, [.. MeasuredItems.AirBasic.Select(item => new HourColumn<int>(item, 3, item == MeasuredItems.Pm25 ? fine : hours))]);

        Assert.Equal(new ColumnComposite(null, index, 3), AirColumns.Assess(columns, [Period.OfYear(2027)], Rules)[0].Composite(0));
    }

    [Fact]
    public void A_city_has_some_stations_each_once_and_not_too_many()
    {
        var columns = new HourColumns<int>(First, 1, 47);
        IReadOnlyList<int>[] refused = [[], [0, 0], [-1], [47], [.. Enumerable.Range(0, 47)]];

        Assert.All(refused, city => Assert.Throws<ArgumentException>(() => AirColumns.Assess(columns, [], Rules, cities: [city])));
    }

    [Fact]
    public void A_fault_in_one_of_several_threads_is_the_fault_itself()
    {
        var columns = new HourColumns<int>(First, 1, 4, new HourColumn<int>(MeasuredItems.Co, 0, Enumerable.Repeat(-5, 96).ToArray()));

        Assert.Throws<ArgumentException>(() => AirColumns.Assess(columns, [], Rules, threads: 2));
    }

    [Fact]
    public void Memory_grows_with_days_and_periods_and_not_with_hours()
    {
        var columns = new HourColumns<short>(First, 365, 1, [.. MeasuredItems.AirBasic.Select(item => new HourColumn<short>(item, 0, new short[365 * 24]))]);
        Period[] periods = [Period.OfYear(2027), .. Enumerable.Range(1, 12).Select(month => Period.OfMonth(2027, month))];
        AirColumns.Assess(columns, periods, Rules);

        var before = GC.GetAllocatedBytesForCurrentThread();
        AirColumns.Assess(columns, periods, Rules);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.True(allocated < 6 * 365 * 24 * 4, $"{allocated} bytes for {6 * 365 * 24} hours: less than one 32-bit number an hour.");
    }

    private static HourColumns<int> Columns(params IReadOnlyList<HourColumn<int>> columns) => new(First, 1, 1, columns);

    private static IReadOnlyList<AirColumnResult> Assess(HourColumn<int> column) => AirColumns.Assess(Columns(column), [Period.OfDay(First)], Rules);
}

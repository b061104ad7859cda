using Greenprint.Quantities;
using Greenprint.Standards.Checks;

namespace Greenprint.Standards.Tests.Checks;

public sealed class PlausibleAirTests
{
    [Fact]
    public void Carbon_monoxide_in_micrograms_is_found_as_a_column_and_the_guess_is_said()
    {
        var finding = Assert.Single(Judge(Column(MeasuredItems.Co, Enumerable.Range(0, 40).Select(hour => 300.0 + (hour * 50)))));

        Assert.Equal("STD-112", finding.Code);
        Assert.Contains("1,000 times too large", finding.Message.En, StringComparison.Ordinal);
    }

    [Fact]
    public void Particles_in_milligrams_are_found_as_a_column() =>
        Assert.Contains("1,000 times too small", Assert.Single(Judge(Column(MeasuredItems.Pm25, Enumerable.Range(1, 40).Select(hour => hour / 1000.0)))).Message.En, StringComparison.Ordinal);

    [Fact]
    public void A_few_values_do_not_speak_for_a_unit() => Assert.Empty(Judge(Column(MeasuredItems.Co, [800, 900, 1000, 1100])));

    [Fact]
    public void Carbon_monoxide_and_ozone_exchanged_are_found() =>
        Assert.Equal("STD-113", Assert.Single(Judge(
            Column(MeasuredItems.Co, Enumerable.Range(40, 30).Select(value => (double)value)), Column(MeasuredItems.O3, Enumerable.Range(4, 30).Select(value => value / 10.0)))).Code);

    [Fact]
    public void Particles_exchanged_are_found_where_both_move()
    {
        var fine = Column(MeasuredItems.Pm25, Enumerable.Range(1, 40).Select(value => value * 4.0));
        var coarse = Column(MeasuredItems.Pm10, Enumerable.Range(1, 40).Select(value => value * 2.0));
        var still = Column(MeasuredItems.Pm10, Enumerable.Repeat(20.0, 40));
        var pairs = new ParticlePairs();
        for (var row = 0; row < 40; row++)
        {
            Assert.True(pairs.Add(4, 2));
        }

        Assert.Equal("STD-113", Assert.Single(PlausibleAir.Judge("t.csv", [fine, coarse], pairs)).Code);
        Assert.Empty(PlausibleAir.Judge("t.csv", [fine, still], pairs));
    }

    [Fact]
    public void A_column_of_words_does_not_fit_its_header()
    {
        var profile = new ColumnProfile();
        profile.Add(3);
        foreach (var text in (string[])["良", "优", "良", "良", "优"])
        {
            profile.AddText(text);
        }


        Assert.Equal("STD-111", Assert.Single(PlausibleAir.Judge("t.csv", [new("pm25", MeasuredItems.Pm25, profile)], new())).Code);
    }

    [Fact]
    public void The_median_of_a_profile_is_within_an_eighth_of_the_true_one() =>
        Gen.Double[0.001, 100_000].Array[1, 60].Sample(values =>
        {
            var profile = new ColumnProfile();
            foreach (var value in values)
            {
                profile.Add(value);
            }

            var median = values.Order().ElementAt((values.Length - 1) / 2);
            return profile.Median >= median / 1.13 && profile.Median <= median * 1.13;
        });

    private static IReadOnlyList<Finding> Judge(params ProfiledColumn[] columns) => PlausibleAir.Judge("t.csv", columns, new());

    private static ProfiledColumn Column(MeasuredItem item, IEnumerable<double> values)
    {
        var profile = new ColumnProfile();
        foreach (var value in values)
        {
            profile.Add(value);
        }

        return new(item.Code, item, profile);
    }
}

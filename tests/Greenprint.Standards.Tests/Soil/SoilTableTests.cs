using Greenprint.Quantities;
using Greenprint.Standards.Soil;

namespace Greenprint.Standards.Tests.Soil;

/// <summary>What the soil standards hold, and what is said beside a grade.</summary>
public sealed class SoilTableTests
{
    private static SoilTable Farmland => TestStandards.Library.Farmland;

    private static SoilTable Building => TestStandards.Library.BuildingLand;

    [Fact]
    public void The_standards_have_their_items()
    {
        Assert.Equal((11, 85), (Farmland.Items.Count, Building.Items.Count));
        Assert.Equal(["cd", "hg", "as", "pb", "cr"], Farmland.For("paddy", 6m).All.Where(limit => limit.Control is not null).Select(limit => limit.Item.Code));
        Assert.Equal(["as", "cobalt", "v"], Building.For("class1", null).All.Where(limit => limit.HasBackground).Select(limit => limit.Item.Code));
        Assert.Equal(["优先保护类", "安全利用类", "严格管控类"], Farmland.Grades.Select(grade => grade.Name.Zh));
    }

    [Theory]
    [InlineData("paddy", "paddy", true)]
    [InlineData("Paddy", "paddy", true)]
    [InlineData("水田", "paddy", true)]
    [InlineData("果园", "orchard", true)]
    [InlineData("", "", false)]
    [InlineData("class1", "", false)]
    public void A_use_of_farmland_is_read_by_code_or_name_and_never_guessed(string text, string use, bool known)
    {
        Assert.Equal(known, Farmland.TryUse(text, out var read));
        Assert.Equal(use, read);
    }

    [Fact]
    public void Building_land_of_unknown_use_is_judged_as_class_1_and_that_is_said()
    {
        Assert.True(Building.TryUse(null, out var use));
        var limits = Building.For(use, null);

        Assert.Equal(("class1", 20m), (limits.Use, limits.For("cd")!.Screening));
        Assert.Contains("第一类用地", Assert.Single(limits.Notes).Zh, StringComparison.Ordinal);
        Assert.Empty(Building.For("class2", null).Notes);
    }

    [Fact]
    public void A_missing_pH_is_judged_by_the_strictest_band_of_each_item_and_that_is_said()
    {
        var limits = Farmland.For("other", null);

        Assert.Equal((0.3m, 25m, 1.5m, 100m), (limits.For("cd")!.Screening, limits.For("as")!.Screening, limits.For("cd")!.Control, limits.For("as")!.Control));
        Assert.Contains("pH", Assert.Single(limits.Notes).Zh, StringComparison.Ordinal);
        Assert.Empty(Farmland.For("other", 7m).Notes);
    }

    [Theory]
    [InlineData("5.5", 30)]
    [InlineData("5.51", 30)]
    [InlineData("6.5", 30)]
    [InlineData("6.51", 25)]
    [InlineData("7.5", 25)]
    [InlineData("7.51", 20)]
    public void A_band_of_pH_includes_its_upper_end(string ph, int arsenic) =>
        Assert.Equal(arsenic, Farmland.For("paddy", decimal.Parse(ph, System.Globalization.CultureInfo.InvariantCulture)).For("as")!.Screening);

    [Fact]
    public void The_exception_of_the_background_is_named_where_it_may_or_does_apply()
    {
        var arsenic = KeyValuePair.Create(TestStandards.Library.Items.Get("as"), MeasuredValue.Of(30m));
        var unknown = SoilJudge.Judge(Building.For("class1", null), [arsenic]);
        var known = SoilJudge.Judge(Building.For("class1", null), [arsenic], new Dictionary<string, decimal> { ["as"] = 30m });

        Assert.Equal((2, 1), (unknown.Grade, known.Grade));
        Assert.Contains("若不高于", Assert.Single(unknown.Notes).Zh, StringComparison.Ordinal);
        Assert.Contains("不纳入污染地块", Assert.Single(known.Notes).Zh, StringComparison.Ordinal);
    }

    [Fact]
    public void What_cannot_be_judged_is_named_with_its_reason()
    {
        var cadmium = TestStandards.Library.Items.Get("cd");
        Assert.Contains("检出限", Assert.Single(SoilJudge.Judge(Farmland.For("paddy", 6m), [new(cadmium, MeasuredValue.Below(0.41m))]).NotJudged).Words.Zh, StringComparison.Ordinal);
        Assert.Contains("负", Assert.Single(SoilJudge.Judge(Farmland.For("paddy", 6m), [new(cadmium, MeasuredValue.Of(-1m))]).NotJudged).Words.Zh, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Farmland.For("class1", 6m));
    }
}

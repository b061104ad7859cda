using Greenprint.Quantities;
using Greenprint.Standards.Water;

namespace Greenprint.Standards.Tests.Water;

/// <summary>What files give that cannot be is a finding and takes no part; nothing is corrected.</summary>
public sealed class WaterInputTests
{
    [Theory]
    [InlineData("nh3n", "0.12", "0.12", null)]
    [InlineData("nh3n", "<0.02", "0.02L", null)]
    [InlineData("nh3n", "0.02L", "0.02L", null)]
    [InlineData("nh3n", "未检出", "未检出", null)]
    [InlineData("nh3n", "", "", null)]
    [InlineData("nh3n", "*", "", null)]
    [InlineData("nh3n", "-0.1", "", "STD-031")]
    [InlineData("nh3n", "0", "0", null)]
    [InlineData("nh3n", "痕量", "", "STD-032")]
    [InlineData("nh3n", "1,2", "", "STD-032")]
    [InlineData("ph", "14", "14", null)]
    [InlineData("ph", "14.01", "", "STD-031")]
    [InlineData("ph", "0", "0", null)]
    [InlineData("temp", "-5", "-5", null)]
    [InlineData("temp", "-5.1", "", "STD-031")]
    [InlineData("temp", "60", "60", null)]
    [InlineData("temp", "60.1", "", "STD-031")]
    public void A_cell_is_a_value_or_a_finding(string item, string text, string value, string? code)
    {
        var read = WaterInput.Read(MeasuredItems.Get(item), text, out var finding, new("样品.csv", 3, item));

        Assert.Equal((value, code), (read.ToString(), finding?.Code));
        Assert.Equal(code is null ? null : new FindingPlace("样品.csv", 3, item), finding?.Place);
    }

    [Theory]
    [InlineData("nh3n", true)]
    [InlineData("temp", true)]
    [InlineData("pm25", false)]
    [InlineData("bod", false)]
    public void A_column_is_an_item_of_water_or_unknown(string code, bool known)
    {
        Assert.Equal(known, WaterInput.Item(code) is not null);
        Assert.Equal("STD-030", WaterFindings.UnknownItem(code).Code);
    }

    [Theory]
    [InlineData("river", WaterBody.River, null)]
    [InlineData(" Lake ", WaterBody.Lake, null)]
    [InlineData("sea", null, "STD-034")]
    [InlineData("", null, "STD-034")]
    public void A_type_of_water_is_river_or_lake(string text, WaterBody? body, string? code)
    {
        Assert.Equal(body, WaterInput.Body("断面", text, out var finding));
        Assert.Equal(code, finding?.Code);
    }

    [Theory]
    [InlineData("新丰江水库", WaterBody.River, true)]
    [InlineData("东平湖湖心", WaterBody.River, true)]
    [InlineData("新丰江水库", WaterBody.Lake, false)]
    [InlineData("孔江水库入库口", WaterBody.River, false)]
    [InlineData("高州水库坝下", WaterBody.River, false)]
    [InlineData("石角", WaterBody.River, false)]
    public void A_lake_given_as_a_river_is_remarked(string section, WaterBody body, bool remarked) =>
        Assert.Equal(remarked ? "STD-033" : null, WaterInput.LooksLikeLake(section, body)?.Code);
}

using Greenprint.Standards.Checks;

namespace Greenprint.Standards.Tests.Checks;

public sealed class WrittenUnitTests
{
    [Theory]
    [InlineData("mg/m³", "µg/m³", 3)]
    [InlineData("ug/m3", "mg/m³", -3)]
    [InlineData("μg/L", "mg/L", -3)]
    [InlineData("mg/m3", "mg/L", -3)]
    [InlineData("ng/g", "mg/kg", -3)]
    [InlineData("µg/kg", "mg/kg", -3)]
    [InlineData("g/kg", "mg/kg", 3)]
    [InlineData("mg/kg", "mg/kg", 0)]
    [InlineData("无量纲", "", 0)]
    [InlineData("个/L", "1/L", 0)]
    [InlineData("mg/kg", "mg/L", null)]
    [InlineData("ppb", "µg/m³", null)]
    [InlineData("furlong", "mg/L", null)]
    public void A_unit_is_brought_to_another_by_a_power_of_ten_or_not_at_all(string from, string to, int? shift) => Assert.Equal(shift, WrittenUnit.Shift(from, to));

    [Theory]
    [InlineData("氨氮(mg/L)", "氨氮", "mg/L")]
    [InlineData("co（µg/m³）", "co", "µg/m³")]
    [InlineData("pm25", "pm25", null)]
    [InlineData("(备注)", "(备注)", null)]
    public void A_head_is_a_name_with_or_without_a_unit_in_brackets(string head, string name, string? unit) => Assert.Equal((name, unit), WrittenUnit.Split(head));
}

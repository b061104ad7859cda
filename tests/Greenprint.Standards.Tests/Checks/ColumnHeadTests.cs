using Greenprint.Standards.Checks;

namespace Greenprint.Standards.Tests.Checks;

public sealed class ColumnHeadTests
{
    [Theory]
    [InlineData("氨氮(mg/L)", "氨氮", "mg/L")]
    [InlineData("co（µg/m³）", "co", "µg/m³")]
    [InlineData("pm25", "pm25", null)]
    [InlineData("(备注)", "(备注)", null)]
    public void A_head_is_a_name_with_or_without_a_unit_in_brackets(string head, string name, string? unit) => Assert.Equal((name, unit), ColumnHead.Split(head));
}

namespace Greenprint.Planning.Tests.Plans;

public sealed class ProjectTextsTests
{
    [Theory]
    [InlineData("1.2亿元", 1.2, "亿元", "CNY 120 million")]
    [InlineData("12,000 万元", 12_000, "万元", "CNY 120 million")]
    [InlineData("12000", 12_000, "万元", "CNY 120 million")]
    [InlineData("约1.2亿元", 1.2, "亿元", "CNY 120 million (约1.2亿元)")]
    [InlineData("不低于3500万元", 3_500, "万元", "CNY 35 million (不低于3500万元)")]
    public void English_money_says_no_more_than_the_print(string text, double value, string unit, string english) =>
        Assert.Equal((text, english), (ProjectTexts.Money(new PlannedMoney(text, (decimal)value, unit))!.Zh, ProjectTexts.Money(new PlannedMoney(text, (decimal)value, unit))!.En));

    [Fact]
    public void Money_and_years_without_a_figure_have_no_English()
    {
        Assert.Null(ProjectTexts.Money(new PlannedMoney("另行核定"))!.En);
        Assert.Null(ProjectTexts.Years(new ProjectView("p1", ("项目", "Project")) { Period = "长期" })!.En);
    }
}

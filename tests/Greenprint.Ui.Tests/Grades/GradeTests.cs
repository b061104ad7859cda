using Bunit;
using Greenprint.Ui.Grades;

namespace Greenprint.Ui.Tests.Grades;

public sealed class GradeTests : BunitContext
{
    public GradeTests() => Reader.Of(Cultures.Chinese);

    [Theory]
    [InlineData(1, "Ⅰ类", "water-1")]
    [InlineData(5, "Ⅴ类", "water-5")]
    [InlineData(6, "劣Ⅴ类", "water-6")]
    [InlineData(null, "未评价", "water-none")]
    public void A_water_class_is_written_beside_its_national_colour(int? grade, string word, string swatch)
    {
        var badge = Render<WaterClassBadge>(parameters => parameters.Add(component => component.Class, grade));

        Assert.Equal(word, badge.Find(".grade").TextContent);
        Assert.Contains(swatch, badge.Find(".swatch").ClassName, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, "优")]
    [InlineData(6, "严重污染")]
    [InlineData(null, "NA（无法给出）")]
    public void An_air_level_is_written_beside_its_national_colour(int? level, string word) =>
        Assert.Equal(word, Render<AqiBadge>(parameters => parameters.Add(component => component.Level, level)).Find(".grade").TextContent);

    [Fact]
    public void A_class_that_does_not_exist_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Render<WaterClassBadge>(parameters => parameters.Add(component => component.Class, 7)));
}

using Bunit;
using Greenprint.Ui.Charts;
using Greenprint.Ui.Gallery;
using Microsoft.Extensions.DependencyInjection;

namespace Greenprint.Ui.Tests.Charts;

public sealed class ChartTests : BunitContext
{
    public ChartTests()
    {
        Services.AddSingleton<ChartPictures>();
        Reader.Of(Cultures.Chinese);
    }

    private ChartPictures Pictures => Services.GetRequiredService<ChartPictures>();

    [Fact]
    public void The_picture_names_its_series_and_years_and_carries_the_demo_mark()
    {
        var svg = Pictures.Draw(GallerySamples.Years.ToOption(demo: true), 760, 340);

        foreach (var text in new[] { "计算值", "年度目标", "上级核定值", "序时进度", "2020年", "2030年", "29.0", "演示数据" })
        {
            Assert.Contains(text, svg, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("演示数据", Pictures.Draw(GallerySamples.Years.ToOption(demo: false), 760, 340), StringComparison.Ordinal);
    }

    [Fact]
    public void A_year_without_a_value_is_a_gap_and_never_a_zero()
    {
        var option = GallerySamples.Years.ToOption(demo: false);
        var without = (GallerySamples.Years with { Years = [.. GallerySamples.Years.Years.Select(year => year.Year == 2023 ? year with { Value = 0 } : year)] }).ToOption(demo: false);

        Assert.Contains("null", option.Json, StringComparison.Ordinal);
        Assert.NotEqual(Pictures.Draw(option, 760, 340), Pictures.Draw(without, 760, 340));
    }

    [Fact]
    public void The_table_behind_the_chart_has_every_number()
    {
        var chart = Render<YearChart>(parameters => parameters.Add(component => component.Model, GallerySamples.Years).Add(component => component.Demo, true));

        Assert.Equal(GallerySamples.Years.Years.Count, chart.FindAll("tbody tr").Count);
        Assert.Contains("暂无", chart.FindAll("tbody tr")[3].TextContent, StringComparison.Ordinal);
        Assert.Contains("有效天数不足", chart.FindAll("tbody tr")[3].TextContent, StringComparison.Ordinal);
        Assert.Contains("演示数据", chart.Find("caption").TextContent, StringComparison.Ordinal);
        Assert.Contains("2025年29.0微克/立方米", chart.Find(".chart-still").GetAttribute("aria-label"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_browser_gets_the_very_option_that_the_server_drew()
    {
        var chart = Render<YearChart>(parameters => parameters.Add(component => component.Model, GallerySamples.Years).Add(component => component.Demo, false));

        Assert.Equal(GallerySamples.Years.ToOption(demo: false).Json, chart.Find("script").TextContent);
    }

    [Fact]
    public void A_picture_is_drawn_once_and_a_picture_alone_names_its_colours()
    {
        var option = GallerySamples.Years.ToOption(demo: true);

        Assert.Same(Pictures.Draw(option, 760, 340), Pictures.Draw(option, 760, 340));
        Assert.Contains("var(--chart-value)", Pictures.Draw(option, 760, 340), StringComparison.Ordinal);
        Assert.DoesNotContain("var(", Pictures.DrawAlone(option, 760, 340), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Many_readers_at_once_get_their_own_pictures()
    {
        var options = Enumerable.Range(1, 6).Select(i => new YearChartModel(("甲", "A"), ("%", "%"), 0, [new(2025, i * 1000, null), new(2026, (i * 1000) + 7, null)]).ToOption(demo: false)).ToList();

        var pictures = Pictures;   // one for all, made before they come: the test's own container is not made for many at once
        var drawn = await Task.WhenAll(options.Select(option => Task.Run(() => pictures.Draw(option, 360, 200))));

        Assert.All(drawn.Index(), picture => Assert.Contains($"{picture.Index + 1},007", picture.Item, StringComparison.Ordinal));
    }

    [Fact]
    public void After_a_chart_that_cannot_be_drawn_the_next_one_is()
    {
        Assert.ThrowsAny<Exception>(() => Pictures.Draw(new ChartOption("{ not json"), 100, 100));

        Assert.StartsWith("<svg", Pictures.Draw(GallerySamples.Years.ToOption(demo: false), 100, 100), StringComparison.Ordinal);
    }

    [Fact]
    public void A_series_chart_draws_its_limit_and_refuses_more_lines_than_can_be_told_apart()
    {
        var model = new SeriesChartModel(("月均值", "Monthly"), ("%", "%"), 1, ["1月", "2月"], [new(("甲站", "A"), [1.5m, null])]) { Limit = (2m, ("限值", "Limit")) };

        Assert.Contains("限值", Pictures.Draw(model.ToOption(demo: false), 760, 340), StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => (model with { Lines = [.. Enumerable.Repeat(model.Lines[0], 5)] }).ToOption(demo: false));
    }

    [Fact]
    public void A_text_cannot_end_the_script_element_that_carries_the_option() =>
        Assert.DoesNotContain("</script", new YearChartModel(("x", "x"), ("", ""), 0, []) { ValueName = ("</script><b>", "x") }.ToOption(demo: false).Json, StringComparison.OrdinalIgnoreCase);
}

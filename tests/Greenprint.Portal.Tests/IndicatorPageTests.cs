using System.Net;

namespace Greenprint.Portal.Tests;

public sealed class IndicatorPageTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_page_says_state_values_way_and_reason()
    {
        var page = await portal.Page("/plans/p15/indicators/pm25");

        Assert.Equal("OffTrack", page.QuerySelector(".verdict-line .state")!.GetAttribute("data-state"));
        Assert.Equal("28.84", page.QuerySelector(".strip-latest data")!.GetAttribute("value"));
        Assert.Contains("2025年基准29.0微克/立方米，2030年目标≤\u202F25.0微克/立方米", page.QuerySelector(".bar-sentence")!.TextContent, StringComparison.Ordinal);
        Assert.NotEqual("", page.QuerySelector(".why")!.TextContent.Trim());
        Assert.Contains("约束性指标", page.QuerySelector(".page-over")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_two_origins_differ_both_are_shown_with_which_decides_and_by_how_much()
    {
        var origins = (await portal.Page("/plans/p15/indicators/pm25")).QuerySelector("[aria-labelledby=origins]")!;

        Assert.Contains("为准", origins.QuerySelector("thead th:nth-child(2)")!.TextContent, StringComparison.Ordinal);
        var newest = origins.QuerySelector("tbody tr")!.TextContent;
        Assert.Contains("28.8（暂定）", newest, StringComparison.Ordinal);
        Assert.Contains("28.1（暂定）", newest, StringComparison.Ordinal);
        Assert.Contains("上级核定值 −0.7微克/立方米", newest, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_computed_value_explains_itself()
    {
        var card = (await portal.Page("/plans/p15/indicators/pm25")).QuerySelector("#provenance")!.TextContent;

        foreach (var fact in new[] { "air-pm25-mean/1", "HJ663-2026", "一中站", "共6,984条", "2026年10月31日", "仪器故障", "312条", "sha256:abcdef", "greenprint indicator verify run-1", "有效天数" })
        {
            Assert.Contains(fact, card, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Every_year_of_the_chart_stands_in_its_table()
    {
        var rows = (await portal.Page("/plans/p15/indicators/pm25")).QuerySelectorAll(".chart tbody tr").Select(row => string.Join("|", row.Children.Select(cell => cell.TextContent.Trim()))).ToList();

        Assert.Equal("2025年|29.0|暂无|暂无|", rows[0]);
        Assert.Equal("2026年|28.8|28.2|28.1|2026年1—10月，暂定", rows[1]);
        Assert.Equal("2030年|暂无|25.0|暂无|", rows[^1]);
    }

    [Fact]
    public async Task A_sum_over_the_years_shows_the_sum_so_far()
    {
        var page = await portal.Page("/plans/p15/indicators/mangrove");

        Assert.Equal("9.5公顷", page.QuerySelector(".strip-latest data")!.TextContent);
        Assert.Contains("累计至2026年10月", page.QuerySelector(".strip-latest")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("累计\u202F60.0公顷", page.QuerySelector(".strip")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_milestone_is_done_or_not_done_and_never_a_number()
    {
        var page = await portal.Page("/plans/p15/indicators/base");

        Assert.Contains("未建成", page.QuerySelector(".strip")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll(".target-bar, .chart"));
    }

    [Fact]
    public async Task What_was_revised_is_on_the_page_with_document_and_reason()
    {
        var history = (await portal.Page("/plans/p15/indicators/forest")).QuerySelector("[aria-labelledby=history]")!.TextContent;
        var targets = (await portal.Page("/plans/p15/indicators/pm25")).QuerySelector("[aria-labelledby=history]")!.TextContent;

        Assert.Contains("林〔2026〕7号；补测", history, StringComparison.Ordinal);
        Assert.Contains("目标调整", targets, StringComparison.Ordinal);
        Assert.Contains("岚政〔2026〕3号；收严目标", targets, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/plans/p15/indicators/pm25")]
    [InlineData("/plans/p15/indicators/forest")]
    [InlineData("/api/v1/plans/p15/indicators/pm25")]
    public async Task Names_of_persons_stay_inside(string address) =>
        Assert.DoesNotContain("secret person", await portal.Client.GetStringAsync(address, Cancellation), StringComparison.Ordinal);

    [Theory]
    [InlineData("/plans/p15/indicators/nothing")]
    [InlineData("/plans/nothing/indicators/pm25")]
    [InlineData("/plans/nothing")]
    [InlineData("/embed/plans/p15/indicators/nothing")]
    [InlineData("/plans/p15/indicators/base/chart.svg")]   // a milestone has no chart
    public async Task What_does_not_exist_is_not_found(string address) =>
        Assert.Equal(HttpStatusCode.NotFound, (await portal.Client.GetAsync(address, Cancellation)).StatusCode);

    [Fact]
    public async Task The_demo_mark_stands_on_table_picture_embed_and_data()
    {
        Assert.Contains("演示数据", (await portal.Page("/plans/p15/indicators/pm25")).QuerySelector(".chart svg")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("演示数据", await portal.Client.GetStringAsync("/plans/p15/indicators/pm25/chart.svg", Cancellation), StringComparison.Ordinal);
        Assert.Contains("演示数据", await portal.Client.GetStringAsync("/en/plans/p15/indicators/pm25/chart.svg", Cancellation), StringComparison.Ordinal);
        Assert.Contains("演示数据", (await portal.Page("/en/embed/plans/p15/indicators/pm25")).QuerySelector(".demo-banner")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("演示数据", (await portal.Page("/plans/p15/indicators/pm25")).QuerySelector(".data caption")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_picture_is_a_file_of_its_own()
    {
        var answer = await portal.Client.GetAsync("/plans/p15/indicators/pm25/chart.svg", Cancellation);
        var svg = await answer.Content.ReadAsStringAsync(Cancellation);

        Assert.Equal("image/svg+xml", answer.Content.Headers.ContentType?.MediaType);
        Assert.DoesNotContain("var(", svg, StringComparison.Ordinal);
        Assert.Contains("xmlns=", svg, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_embed_has_the_indicator_and_nothing_of_the_site()
    {
        var page = await portal.Page("/embed/plans/p15/indicators/pm25");

        Assert.Empty(page.QuerySelectorAll("header.site-head, footer, form"));
        Assert.Equal("_top", page.QuerySelector("h1 a")!.GetAttribute("target"));
        Assert.NotNull(page.QuerySelector(".strip"));
    }
}

using System.Net;
using AngleSharp.Dom;

namespace Greenprint.Portal.Tests;

public sealed class HomePageTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task T17_The_home_page_counts_each_indicator_once_and_those_without_a_value_too()
    {
        var page = await portal.Page("/");

        var glance = page.QuerySelectorAll("[aria-labelledby=glance] .tally-item").ToDictionary(item => item.GetAttribute("data-state")!, item => item.QuerySelector(".tally-count")!.TextContent);
        Assert.Equal(8, glance.Values.Sum(count => int.Parse(count, Ui.Cultures.English)));
        Assert.Equal(("1", "1"), (glance["WaitingForAssignment"], glance["Regressing"]));
        Assert.Equal(8, page.QuerySelectorAll("[aria-labelledby=indicators] tbody tr").Length);
    }

    [Fact]
    public async Task Each_row_shows_baseline_latest_target_gap_and_state()
    {
        var row = Row(await portal.Page("/"), "细颗粒物年均浓度");

        Assert.Contains("29.0微克/立方米", row, StringComparison.Ordinal);
        Assert.Contains("28.8微克/立方米", row, StringComparison.Ordinal);
        Assert.Contains("2026年1—10月", row, StringComparison.Ordinal);
        Assert.Contains("≤\u202F25.0微克/立方米", row, StringComparison.Ordinal);
        Assert.Contains("距目标还差3.8微克/立方米", row, StringComparison.Ordinal);
        Assert.Contains("滞后", row, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Zero_met_missing_and_waiting_are_three_different_things()
    {
        var page = await portal.Page("/");

        Assert.Contains("已达目标", Row(page, "黑臭水体数量"), StringComparison.Ordinal);
        Assert.Contains("暂无法判定：2月有效天数不足", Row(page, "臭氧浓度"), StringComparison.Ordinal);
        Assert.Contains("待上级下达", Row(page, "二氧化碳排放强度"), StringComparison.Ordinal);
        Assert.Contains("暂无", Row(page, "臭氧浓度"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_indicator_of_two_tasks_is_shown_under_the_first_and_named_under_the_other()
    {
        var parts = (await portal.Page("/")).QuerySelectorAll("[aria-labelledby=indicators] .board-part");

        Assert.Contains("臭氧浓度", parts[0].QuerySelector("table")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("臭氧浓度", parts[1].QuerySelector("table")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("臭氧浓度", parts[1].QuerySelector(".elsewhere")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("没有量化指标", parts[2].TextContent, StringComparison.Ordinal);
        Assert.Contains("其他指标", parts[3].TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task By_group_the_same_indicators_stand_under_their_groups()
    {
        var page = await portal.Page("/?by=group");

        Assert.Equal("环境治理", page.QuerySelector("[aria-labelledby=indicators] .board-part h3")!.TextContent.Trim());
        Assert.Equal(8, page.QuerySelectorAll("[aria-labelledby=indicators] tbody tr").Length);
    }

    [Fact]
    public async Task The_closed_plan_stands_beside_with_its_final_states()
    {
        var closed = (await portal.Page("/")).QuerySelector(".closed")!;

        Assert.Contains("岚湾县规划2021", closed.TextContent, StringComparison.Ordinal);
        Assert.Contains("未达目标，差1.0个百分点", closed.TextContent, StringComparison.Ordinal);
        Assert.Equal("NotAchieved", closed.QuerySelector(".tally-item")!.GetAttribute("data-state"));
    }

    [Fact]
    public async Task English_readers_get_the_same_figures()
    {
        var row = Row(await portal.Page("/en/"), "PM2.5, annual mean");

        Assert.Contains("28.8\u00A0µg/m³", row, StringComparison.Ordinal);
        Assert.Contains("3.8\u00A0µg/m³ to go", row, StringComparison.Ordinal);
        Assert.Contains("January–October 2026", row, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_store_says_what_would_be_here()
    {
        await using var host = await PortalHost.Start(new SampleDoors());
        using var client = host.Client();

        Assert.Contains("还没有可以公开的规划", await client.GetStringAsync("/", Cancellation), StringComparison.Ordinal);
        Assert.Contains("There is no plan to show yet", await client.GetStringAsync("/en/plans", Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Several_governments_can_be_chosen_and_an_unknown_one_falls_back()
    {
        var doors = SampleCounty.Doors();
        doors.RegionList.Insert(0, new("990122", null, ("溪源县", "Xiyuan County"), Platform.RegionLevel.County, IsDemo: true));
        doors.Plans.Add(doors.Plans[0] with { Summary = doors.Plans[0].Summary with { Id = "x15", Region = "990122", Title = ("溪源县规划", "Xiyuan plan") }, Indicators = [] });
        await using var host = await PortalHost.Start(doors);
        using var client = host.Client();

        Assert.Contains("<h1>岚湾县：", await client.GetStringAsync("/", Cancellation), StringComparison.Ordinal);
        Assert.Contains("<h1>溪源县：", await client.GetStringAsync("/?region=990122", Cancellation), StringComparison.Ordinal);
        Assert.Contains("<h1>岚湾县：", await client.GetStringAsync("/?region=%3Cb%3E", Cancellation), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/plans")]
    [InlineData("/plans/draft")]
    [InlineData("/plans/draft/indicators/pm25")]
    [InlineData("/embed/plans/draft/indicators/pm25")]
    [InlineData("/plans/draft/indicators/pm25/chart.svg")]
    [InlineData("/api/v1/plans")]
    [InlineData("/api/v1/plans/draft")]
    [InlineData("/api/v1/plans/draft/indicators/pm25")]
    public async Task A_draft_shows_nowhere(string address)
    {
        var answer = await portal.Client.GetAsync(address, Cancellation);

        Assert.DoesNotContain("2031", await answer.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        Assert.Equal(address.Contains("draft", StringComparison.Ordinal) ? HttpStatusCode.NotFound : HttpStatusCode.OK, answer.StatusCode);
    }

    private static string Row(IDocument page, string name) =>
        page.QuerySelectorAll("[aria-labelledby=indicators] tbody tr").Single(row => row.QuerySelector("th")!.TextContent.Contains(name, StringComparison.Ordinal)).TextContent;
}

using System.Net;
using System.Text.Json;

namespace Greenprint.Portal.Tests;

public sealed class OpenDataTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/api/v1/plans")]
    [InlineData("/api/v1/plans/p15")]
    [InlineData("/api/v1/plans/p15/indicators/pm25")]
    public async Task Every_answer_with_invented_data_says_so_first_and_is_the_same_in_every_language(string address)
    {
        var zh = await portal.Client.GetStringAsync(address, Cancellation);
        var en = await portal.Client.GetStringAsync("/en" + address, Cancellation);

        Assert.Equal(zh, en);
        using var json = JsonDocument.Parse(zh);
        Assert.Equal("demo", json.RootElement.EnumerateObject().First().Name);
        Assert.Equal("演示数据", json.RootElement.GetProperty("demo").GetProperty("mark").GetString());
    }

    [Fact]
    public async Task A_plan_gives_each_indicator_with_its_standing()
    {
        using var json = JsonDocument.Parse(await portal.Client.GetStringAsync("/api/v1/plans/p15", Cancellation));
        var indicators = json.RootElement.GetProperty("indicators");

        Assert.Equal(8, indicators.GetArrayLength());
        var first = indicators[0];
        Assert.Equal("OffTrack", first.GetProperty("state").GetString());
        Assert.Equal(28.84m, first.GetProperty("latest").GetProperty("value").GetDecimal());
        Assert.Equal("2026-01..2026-10", first.GetProperty("latest").GetProperty("period").GetString());
        Assert.Equal("AtMost", first.GetProperty("target").GetProperty("kind").GetString());
        Assert.Equal("2026-11-25", json.RootElement.GetProperty("asOf").GetString());
    }

    [Fact]
    public async Task An_indicator_gives_its_values_of_every_origin_and_their_difference()
    {
        using var json = JsonDocument.Parse(await portal.Client.GetStringAsync("/api/v1/plans/p15/indicators/pm25", Cancellation));

        Assert.Equal(["Computed", "Computed", "Issued"], json.RootElement.GetProperty("values").EnumerateArray().Select(value => value.GetProperty("origin").GetString()));
        var difference = json.RootElement.GetProperty("differences")[0];
        Assert.Equal(("Computed", "Issued", -0.74m), (difference.GetProperty("deciding").GetString(), difference.GetProperty("other").GetString(), difference.GetProperty("difference").GetDecimal()));
    }

    [Theory]
    [InlineData("/api/v1/plans/nothing", "POR-001")]
    [InlineData("/api/v1/plans/p15/indicators/nothing", "POR-002")]
    public async Task What_does_not_exist_is_a_problem_with_a_permanent_code(string address, string code)
    {
        var answer = await portal.Client.GetAsync(address, Cancellation);
        using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Cancellation));

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal(code, json.RootElement.GetProperty("code").GetString());
    }

    // The public page and the data must never tell two different figures.
    [Fact]
    public async Task T16_Page_and_data_tell_the_same_state_and_gap()
    {
        using var json = JsonDocument.Parse(await portal.Client.GetStringAsync("/api/v1/plans/p15", Cancellation));
        var page = await portal.Page("/");

        foreach (var indicator in json.RootElement.GetProperty("indicators").EnumerateArray())
        {
            var row = page.QuerySelectorAll("[aria-labelledby=indicators] tbody tr").Single(line => line.QuerySelector("th a")!.TextContent == indicator.GetProperty("name").GetProperty("zh").GetString());
            Assert.Equal(indicator.GetProperty("state").GetString(), row.QuerySelector(".state")!.GetAttribute("data-state"));
            // Where the state says it all, the row does not repeat it.
            var gap = row.QuerySelector(".board-gap")?.TextContent;
            Assert.True(gap is null
                ? indicator.GetProperty("state").GetString() is "WaitingForAssignment" or "Unknown"
                : gap == indicator.GetProperty("gapText").GetProperty("zh").GetString());
        }
    }
}

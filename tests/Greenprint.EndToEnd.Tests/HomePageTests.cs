using System.Text.RegularExpressions;

namespace Greenprint.EndToEnd.Tests;

/// <summary>What a person sees first.</summary>
public sealed partial class HomePageTests(SampleSite sample)
{
    [Fact]
    public async Task The_home_page_shows_where_each_indicator_stands_in_both_languages()
    {
        var page = await sample.NewPage();

        await page.GotoAsync("/");
        await Assertions.Expect(page.Locator("h1")).ToContainTextAsync("岚湾县");
        var chinese = await page.Locator("main").InnerTextAsync();
        await page.GotoAsync("/en/");
        await Assertions.Expect(page.Locator("h1")).ToContainTextAsync("Lanwan County");
        var english = await page.Locator("main").InnerTextAsync();

        Assert.All(["待上级下达", "不降反升", "滞后", "未完成", "暂无法判定", "达到或快于序时进度"], state => Assert.Contains(state, chinese, StringComparison.Ordinal));
        Assert.DoesNotMatch(Han(), english.Replace("演示数据", "", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Every_page_of_the_sample_county_says_that_it_is_one()
    {
        var page = await sample.NewPage();
        foreach (var path in PublicPages.All)
        {
            await page.GotoAsync(path);
            Assert.Contains("演示数据", await page.Locator("body").InnerTextAsync(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task No_page_asks_a_stranger_and_no_page_breaks_its_own_policy()
    {
        var page = await sample.NewPage();
        var outside = new List<string>();
        var complaints = new List<string>();
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(sample.Site.Url, StringComparison.Ordinal) && !request.Url.StartsWith("data:", StringComparison.Ordinal))
            {
                outside.Add(request.Url);
            }
        };
        page.Console += (_, message) =>
        {
            if (message.Type == "error")
            {
                complaints.Add($"{page.Url}: {message.Text}");
            }
        };
        foreach (var path in PublicPages.All)
        {
            await page.GotoAsync(path, new() { WaitUntil = WaitUntilState.NetworkIdle });
        }

        Assert.Empty(outside);
        Assert.Empty(complaints);
    }

    [Fact]
    public async Task An_unknown_address_is_answered_by_a_page_in_the_readers_language()
    {
        var page = await sample.NewPage();

        var answer = await page.GotoAsync("/en/no-such-place");

        Assert.Equal(404, answer!.Status);
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("There is no such page");
    }

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}")]
    private static partial Regex Han();
}

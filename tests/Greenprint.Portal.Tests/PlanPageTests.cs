namespace Greenprint.Portal.Tests;

public sealed class PlanPageTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    [Fact]
    public async Task The_plan_reads_as_a_text_with_its_outline()
    {
        var page = await portal.Page("/plans/p15");

        Assert.Equal("第一章 总体要求", Spaced(page.QuerySelector(".prose h2")!.TextContent));
        Assert.Equal("第一节 深入打好蓝天保卫战", Spaced(page.QuerySelector(".prose h3")!.TextContent));
        Assert.Contains("坚持系统治理。", page.QuerySelector(".prose")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("plans/p15#c2", page.QuerySelectorAll(".toc a")[1].GetAttribute("href"));
    }

    [Fact]
    public async Task A_task_shows_the_indicators_that_measure_it_where_the_text_sets_it()
    {
        var measured = (await portal.Page("/plans/p15")).QuerySelector(".measured")!;

        Assert.Equal(3, measured.QuerySelectorAll("li").Length);
        Assert.Contains("细颗粒物年均浓度", measured.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_text_without_an_English_version_is_said_to_be_Chinese()
    {
        var page = await portal.Page("/en/plans/p15");

        Assert.Equal("zh-Hans", page.QuerySelector(".prose")!.GetAttribute("lang"));
        Assert.Contains("no official English version", page.QuerySelector(".prose-note")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_plan_can_be_taken_home_as_a_Word_file()
    {
        var link = (await portal.Page("/plans/p15")).QuerySelector("a[href$='plan.docx']")!.GetAttribute("href");
        using var answer = await portal.Client.GetAsync($"/{link}", TestContext.Current.CancellationToken);

        Assert.Equal("p15.docx", answer.Content.Headers.ContentDisposition!.FileName);
        Assert.Equal("PK"u8.ToArray(), (await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken))[..2]);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/?by=group")]
    [InlineData("/plans")]
    [InlineData("/plans/p15")]
    [InlineData("/plans/p15/indicators/pm25")]
    [InlineData("/methods")]
    [InlineData("/about")]
    public async Task Every_page_has_one_title_unique_ids_ordered_headings_and_links_that_stay_in_the_language(string address)
    {
        foreach (var language in new[] { "", "/en" })
        {
            var page = await portal.Page(language + address);

            Assert.Single(page.QuerySelectorAll("h1"));
            Assert.NotEqual("", page.Title?.Trim());
            Assert.Empty(page.QuerySelectorAll("[id]").GroupBy(element => element.Id).Where(same => same.Count() > 1).Select(same => same.Key));
            Assert.Empty(page.QuerySelectorAll("a[href^='/']:not(.language)").Select(link => link.GetAttribute("href")));
            // A bare anchor leads to the home page, so only the home page may have one.
            Assert.Empty(page.QuerySelectorAll("a[href^='#']").Where(_ => address != "/").Select(link => link.GetAttribute("href")));
            Assert.Empty(page.QuerySelectorAll("th:not([scope])").Select(header => header.TextContent));
            var levels = page.QuerySelectorAll("h1, h2, h3, h4").Select(heading => heading.LocalName[1] - '0').ToList();
            Assert.All(levels.Zip(levels.Skip(1)), pair => Assert.True(pair.Second <= pair.First + 1, $"{language}{address}: h{pair.First} is followed by h{pair.Second}"));
        }
    }

    private static string Spaced(string text) => string.Join(' ', text.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries));
}

using Deque.AxeCore.Playwright;

namespace Greenprint.EndToEnd.Tests;

/// <summary>A plan beside its upper plan, and a plan of another place in the library, by an editor in a real browser. A site of its own: the one-time link is used up once.</summary>
public sealed class AlignAndCompareTests(SampleSite sample)
{
    private const string Elsewhere = """
        # 岚海市生态环境保护“十五五”规划（2026—2030年）

        ## 第一章 总体要求

        ### 第一节 指标体系

        | 序号 | 指标 | 单位 | 2025年 | 2030年目标 | 指标属性 |
        |---|---|---|---|---|---|
        | 1 | 细颗粒物（PM2.5）浓度 | 微克/立方米 | 25 | ≤18 | 约束性 |
        | 2 | 空气优良天数比例 | % | 90 | ≥94 | 约束性 |

        ## 第二章 治理大气污染

        推进挥发性有机物综合治理，建设低排放区。
        """;

    [Fact]
    public async Task An_editor_answers_a_finding_and_compares_an_indicator_with_a_plan_of_another_place()
    {
        await using var site = await sample.Copy();
        await File.WriteAllTextAsync(Path.Combine(site.Folder, "lanhai.md"), Elsewhere, TestContext.Current.CancellationToken);
        var page = await sample.PageOn(site, bypassPolicy: true);
        await page.GotoAsync(site.SetupLink.Replace("/setup/", "/en/setup/", StringComparison.Ordinal));
        await page.GetByLabel("Sign-in name").FillAsync("guardian");
        await page.GetByLabel("Name", new() { Exact = true }).FillAsync("林雁");
        await page.GetByLabel("Password", new() { Exact = true }).FillAsync("tidal-flat-and-heron-7");
        await page.GetByLabel("Password again").FillAsync("tidal-flat-and-heron-7");
        await page.GetByLabel("I am also an editor").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Make the account" }).ClickAsync();

        // The county asks for 95.5 % of good days, the city above it for 96 %.
        await page.GotoAsync("/office/plans/lanwan-15/align");
        var finding = page.Locator(".finding", new() { HasText = "优良天数比率" });
        await Assertions.Expect(finding).ToContainTextAsync("放松");
        await Accessible(page);
        await finding.Locator("summary").ClickAsync();
        await finding.GetByLabel("已说明理由").CheckAsync();
        await finding.GetByLabel("理由", new() { Exact = true }).FillAsync("市里分解下达的数值为95.5%。");
        await finding.GetByRole(AriaRole.Button, new() { Name = "记录答复" }).ClickAsync();
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("答复已记录");
        await Assertions.Expect(page.Locator("#alignment-table")).ToContainTextAsync("市里分解下达的数值为95.5%。");
        var word = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "导出衔接对照表（Word）" }).ClickAsync());
        Assert.Equal("lanwan-15-align.docx", word.SuggestedFilename);

        await page.GotoAsync("/office/plans/upload?as=reference");
        await page.Locator("#file").SetInputFilesAsync(Path.Combine(site.Folder, "lanhai.md"));
        await page.GetByRole(AriaRole.Button, new() { Name = "读取" }).ClickAsync();
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("已加入参考规划库");
        await Accessible(page);
        await page.GotoAsync("/office/library/compare?plan=lanwan-15&indicator=air-pm25");
        await Assertions.Expect(page.Locator(".dots")).ToContainTextAsync("岚海市");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("比本规划更严的 1 条");
        await Accessible(page);

        await page.GotoAsync("/plans");
        Assert.DoesNotContain("岚海市", await page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
    }

    private static async Task Accessible(IPage page)
    {
        var result = await page.RunAxe();
        Assert.Empty(result.Violations.Where(violation => violation.Impact is "serious" or "critical").Select(violation => $"{violation.Id} {violation.Nodes[0].Html}"));
    }
}

namespace Greenprint.EndToEnd.Tests;

/// <summary>From the link in the terminal to a plan in force.</summary>
public sealed class ConfirmDraftTests(SampleSite sample)
{
    private const string Text = """
        云栖乡生态环境保护规划（2026—2030年）

        第一章 总体要求
        第一节 规划目标
        到2030年，云栖乡生态环境质量持续改善，美丽乡村建设取得明显成效。
        第二章 重点任务
        第一节 治理农村生活污水
        加快建设农村生活污水治理设施。
        第三章 保障措施
        第一节 加强组织领导
        落实工作责任。
        """;

    [Fact]
    public async Task The_first_administrator_signs_in_through_the_one_time_link_and_confirms_a_draft_plan()
    {
        await File.WriteAllTextAsync(Path.Combine(sample.Site.Folder, "plan.txt"), Text, TestContext.Current.CancellationToken);
        var imported = await ProgramUnderTest.Call(sample.Site.Folder, "plan", "import", "plan.txt", "--region", "990121200", "--period", "2026-2030", "--today", SampleSite.Today);
        Assert.True(imported.Exit == 0, imported.Error);
        var page = await sample.EditorsPage();

        await page.GotoAsync("/en/office/plans");
        await page.GetByRole(AriaRole.Link, new() { Name = "云栖乡生态环境保护规划" }).ClickAsync();
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Draft, to be confirmed");
        await page.GetByLabel("not decided: leave them out of the plan").CheckAsync();
        await page.GetByLabel("Number of the document that adopts it").FillAsync("云府〔2026〕8号");
        await page.GetByLabel("Date of the document").FillAsync("2026-11-18");
        await page.GetByRole(AriaRole.Button, new() { Name = "Confirm", Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("The plan is confirmed and in force.");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("林雁");

        var used = await sample.NewPage();
        await used.GotoAsync(sample.Site.SetupLink.Replace("/setup/", "/en/setup/", StringComparison.Ordinal));
        await Assertions.Expect(used.Locator("main")).ToContainTextAsync("This link does not work");
        await used.GotoAsync(sample.Site.Url + "en/plans");
        await Assertions.Expect(used.Locator("main")).ToContainTextAsync("云栖乡生态环境保护规划");
    }
}

namespace Greenprint.EndToEnd.Tests;

/// <summary>A liaison officer takes the work along as a workbook, fills it in without a connection, brings it back, sees what would be stored, and stores it.</summary>
public sealed class OfflineFormTests(SampleSite sample)
{
    [Fact]
    public async Task A_form_is_downloaded_filled_in_uploaded_previewed_and_stored()
    {
        var (bureau, deputy, liaison) = (await sample.PersonsPage("he-pu"), await sample.PersonsPage("xu-qing"), await sample.PersonsPage("meng-xi"));
        await NoticesTests.Issue(bureau, deputy, "2026-Q4", "工业和信息化");

        await liaison.GotoAsync("/office/work");
        await liaison.GetByRole(AriaRole.Link, new() { NameRegex = new("^离线填报") }).ClickAsync();
        var downloading = liaison.WaitForDownloadAsync();
        await liaison.GetByRole(AriaRole.Link, new() { Name = "2026年第四季度调度" }).ClickAsync();
        var file = Path.Combine(Directory.CreateTempSubdirectory("greenprint-form-").FullName, "form.xlsx");
        await (await downloading).SaveAsAsync(file);

        // A wrong cell is named, and nothing is stored by looking.
        var blank = await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken);
        await Upload(liaison, file, FilledForms.Type(blank, 1, ("进展情况", "离线填写：已完成前期排查。"), ("累计完成", "三家")));
        await Assertions.Expect(liaison.Locator("main")).ToContainTextAsync("H2：完成数量请用阿拉伯数字");
        await Assertions.Expect(liaison.GetByRole(AriaRole.Button, new() { Name = "确认保存" })).ToHaveCountAsync(0);

        await liaison.GotoAsync("/office/work/offline");
        await Upload(liaison, file, FilledForms.Type(blank, 1, ("进展情况", "离线填写：已完成前期排查。"), ("累计完成", "3")));
        await Assertions.Expect(liaison.Locator("main")).ToContainTextAsync("存为草稿 1 项");
        await Assertions.Expect(liaison.Locator("main")).ToContainTextAsync("目前什么都没有保存");
        await liaison.GetByRole(AriaRole.Button, new() { Name = "确认保存" }).ClickAsync();
        await Assertions.Expect(liaison.Locator("main")).ToContainTextAsync("已存为草稿 1 项");

        // It stands on the report's page; changed there, the file and the page are shown beside each other.
        await liaison.GotoAsync("/office/work");
        var item = liaison.Locator(".work-line").Filter(new() { HasText = "2026年第四季度调度" }).First;
        await item.GetByRole(AriaRole.Link).First.ClickAsync();
        if (!liaison.Url.EndsWith("/report", StringComparison.Ordinal))
        {
            await liaison.GotoAsync(new Uri(liaison.Url).AbsolutePath + "/report");
        }

        await Assertions.Expect(liaison.GetByLabel("进展情况")).ToHaveValueAsync("离线填写：已完成前期排查。");
        await liaison.GetByLabel("进展情况").FillAsync("在网页上改过。");
        await liaison.Locator("button[value=draft]").Last.ClickAsync();
        await Assertions.Expect(liaison.Locator(".notice-done")).ToContainTextAsync("草稿已保存");
        await liaison.GotoAsync("/office/work/offline");
        await Upload(liaison, file, FilledForms.Type(blank, 1, ("进展情况", "离线又写了一遍。"), ("是否报送", "是")));
        await Assertions.Expect(liaison.Locator(".offline-both")).ToContainTextAsync("离线又写了一遍。");
        await Assertions.Expect(liaison.Locator(".offline-both")).ToContainTextAsync("在网页上改过。");
        await liaison.GetByLabel("以填报表为准").CheckAsync();
        await liaison.GetByRole(AriaRole.Button, new() { Name = "确认保存" }).ClickAsync();
        await Assertions.Expect(liaison.Locator("main")).ToContainTextAsync("已存为草稿 1 项");
    }

    private static async Task Upload(IPage page, string file, byte[] form)
    {
        await File.WriteAllBytesAsync(file, form, TestContext.Current.CancellationToken);
        await page.GetByLabel("填报表", new() { Exact = true }).SetInputFilesAsync(file);
        await page.GetByRole(AriaRole.Button, new() { Name = "上传并预览" }).ClickAsync();
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("预览");
    }
}

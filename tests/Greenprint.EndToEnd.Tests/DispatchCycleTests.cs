using System.Text.RegularExpressions;

namespace Greenprint.EndToEnd.Tests;

/// <summary>
/// One cycle of the dispatch with three people in three browsers: the bureau opens it, another person reviews and issues, the liaison officer of a unit
/// signs and reports with proof, the report is returned once, comes again, is approved and closed.
/// </summary>
public sealed partial class DispatchCycleTests(SampleSite sample)
{
    [Fact]
    public async Task A_cycle_runs_from_the_bureau_to_the_unit_and_back()
    {
        var bureau = await sample.PersonsPage("he-pu");
        var deputy = await sample.PersonsPage("xu-qing");
        var liaison = await sample.PersonsPage("luo-xi");

        // The bureau opens November and calls for the tasks of the water bureau.
        await bureau.GotoAsync("/office/dispatch");
        await bureau.Locator("a[href*='open?plan=lanwan-15']").ClickAsync();
        await bureau.GetByLabel("时段").SelectOptionAsync("2026-11");
        await bureau.GetByRole(AriaRole.Button, new() { Name = "选定" }).ClickAsync();
        await bureau.WaitForURLAsync(url => url.Contains("period=2026-11", StringComparison.Ordinal));
        foreach (var (label, day) in new[] { ("开始填报", "2026-11-16"), ("签收期限", "2026-11-23"), ("报送期限", "2026-11-27"), ("锁定日期", "2026-12-10") })
        {
            await bureau.GetByLabel(label).FillAsync(day);
        }

        var rows = bureau.Locator("table tbody tr");
        Assert.True(await rows.CountAsync() > 0, "The sample county has no year task for 2026.");
        foreach (var row in await rows.AllAsync())
        {
            await row.GetByRole(AriaRole.Checkbox).SetCheckedAsync((await row.InnerTextAsync()).Contains("水利", StringComparison.Ordinal));
        }

        await bureau.GetByRole(AriaRole.Button, new() { Name = "开启并登记" }).ClickAsync();
        await Assertions.Expect(bureau.Locator("main")).ToContainTextAsync("请另一人审核");
        var cycle = new Uri(bureau.Url).AbsolutePath;
        await Assertions.Expect(bureau.GetByRole(AriaRole.Button, new() { Name = "审核同意" })).ToHaveCountAsync(0);   // who registered does not review

        await deputy.GotoAsync(cycle);
        await deputy.GetByRole(AriaRole.Button, new() { Name = "审核同意" }).ClickAsync();
        await deputy.GetByRole(AriaRole.Button, new() { NameRegex = Issue() }).ClickAsync();
        await Assertions.Expect(deputy.Locator("main")).ToContainTextAsync("待签收");

        // The liaison officer signs for all, opens its own by keyboard and reports it done.
        await liaison.GotoAsync("/office/work");
        var all = liaison.GetByRole(AriaRole.Button, new() { NameRegex = Sign() });
        await all.First.ClickAsync();
        await Assertions.Expect(liaison.Locator("main")).ToContainTextAsync("已签收");
        // An item of March stands above it: left over, and of a cycle that is closed.
        await liaison.Locator(".work-line").Filter(new() { HasText = "2026年11月调度" }).Locator("a[data-step]").First.FocusAsync();
        await liaison.Keyboard.PressAsync("Enter");
        await liaison.WaitForURLAsync(url => url.EndsWith("/report", StringComparison.Ordinal));
        var item = new Uri(liaison.Url).AbsolutePath[..^"/report".Length];

        // A saving that arrives but whose answer is lost does not make the next one another window's.
        await liaison.RouteAsync("**/draft", async route => { await route.FetchAsync(); await route.AbortAsync(); }, new() { Times = 1 });
        var lost = new TaskCompletionSource();
        liaison.RequestFailed += (_, request) => _ = request.Url.EndsWith("/draft", StringComparison.Ordinal) && lost.TrySetResult();
        await liaison.GetByLabel("进展情况").FillAsync("已完成");
        await lost.Task.WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
        await liaison.GetByLabel("进展情况").FillAsync("已完成年度任务，现场照片附后。");
        if (await liaison.GetByLabel(Done()).CountAsync() > 0)
        {
            await liaison.GetByLabel(Done()).FillAsync("100000");
        }

        await Assertions.Expect(liaison.Locator("[data-autosave-state]")).ToContainTextAsync("已自动保存");
        await liaison.GetByLabel("本任务已完成").CheckAsync();
        await liaison.GetByLabel("文件或照片").SetInputFilesAsync(new FilePayload { Name = "验收意见.pdf", MimeType = "application/pdf", Buffer = "%PDF-1.7\n%%EOF\n"u8.ToArray() });
        await liaison.GetByLabel("等级").SelectOptionAsync("1");
        await liaison.GetByRole(AriaRole.Button, new() { Name = "上传" }).ClickAsync();
        await Assertions.Expect(liaison.Locator("main")).ToContainTextAsync("验收意见.pdf");

        // A file that is no proof is refused; what was typed about it stands.
        await liaison.GetByLabel("文件或照片").SetInputFilesAsync(new FilePayload { Name = "说明.txt", MimeType = "text/plain", Buffer = "文字"u8.ToArray() });
        await liaison.GetByLabel("等级").SelectOptionAsync("2");
        await liaison.GetByLabel("说明", new() { Exact = true }).FillAsync("省厅批复");
        await liaison.GetByRole(AriaRole.Button, new() { Name = "上传" }).ClickAsync();
        await Assertions.Expect(liaison.Locator(".error-summary")).ToContainTextAsync("说明.txt");
        await Assertions.Expect(liaison.GetByLabel("等级")).ToHaveValueAsync("2");
        await Assertions.Expect(liaison.GetByLabel("说明", new() { Exact = true })).ToHaveValueAsync("省厅批复");

        // Taken out and attached again: what was typed in between, a second line and all, stays.
        const string twoLines = "已完成年度任务，现场照片附后。\n第二行。";
        await liaison.GetByLabel("进展情况").FillAsync(twoLines);
        await liaison.GetByRole(AriaRole.Button, new() { Name = "移除" }).ClickAsync();
        await Assertions.Expect(liaison.Locator(".notice-done")).ToContainTextAsync("已移除");
        await Assertions.Expect(liaison.GetByLabel("进展情况")).ToHaveValueAsync(twoLines);
        await liaison.GetByLabel("文件或照片").SetInputFilesAsync(new FilePayload { Name = "验收意见.pdf", MimeType = "application/pdf", Buffer = "%PDF-1.7\n%%EOF\n"u8.ToArray() });
        await liaison.GetByLabel("等级").SelectOptionAsync("1");
        await liaison.GetByRole(AriaRole.Button, new() { Name = "上传" }).ClickAsync();
        await Assertions.Expect(liaison.Locator("main")).ToContainTextAsync("验收意见.pdf");

        // A photo stands there in small; the small one is a picture of its own.
        await liaison.GetByLabel("文件或照片").SetInputFilesAsync(RepositoryRoot.Combine("data/demo/photos/river.jpg"));
        await liaison.GetByRole(AriaRole.Button, new() { Name = "上传" }).ClickAsync();
        var photo = liaison.Locator(".proof img");
        await Assertions.Expect(photo).ToHaveJSPropertyAsync("complete", true);
        Assert.InRange(await photo.EvaluateAsync<int>("photo => photo.naturalWidth"), 1, 288);
        await liaison.GetByRole(AriaRole.Button, new() { Name = "报送", Exact = true }).ClickAsync();
        await Assertions.Expect(liaison.Locator(".notice-done")).ToContainTextAsync("报送");

        // Returned once, with a reason that the liaison officer reads; then again, approved.
        await deputy.GotoAsync("/office/work/check");
        var card = deputy.Locator(".check-card").Filter(new() { HasText = "现场照片附后" });
        await card.GetByRole(AriaRole.Button, new() { Name = "退回" }).ClickAsync();
        await Assertions.Expect(deputy.Locator(".error-summary")).ToContainTextAsync("请写明原因");
        await card.GetByLabel("意见").FillAsync("请补充验收日期。");
        await card.GetByRole(AriaRole.Button, new() { Name = "退回" }).ClickAsync();
        await Assertions.Expect(deputy.Locator("main")).ToContainTextAsync("已退回");

        await liaison.GotoAsync(item + "/report");
        await Assertions.Expect(liaison.Locator("main")).ToContainTextAsync("请补充验收日期。");
        await liaison.GetByLabel("进展情况").FillAsync("已完成年度任务，11月18日通过验收。");
        await liaison.GetByRole(AriaRole.Button, new() { Name = "报送", Exact = true }).ClickAsync();
        await Assertions.Expect(liaison.Locator(".notice-done")).ToContainTextAsync("报送");

        await deputy.GotoAsync("/office/work/check");
        await deputy.Locator(".check-card").Filter(new() { HasText = "11月18日通过验收" }).GetByRole(AriaRole.Button, new() { Name = "核查通过" }).ClickAsync();
        await Assertions.Expect(deputy.Locator("main")).ToContainTextAsync("已核查通过");

        await bureau.GotoAsync(item);
        await bureau.GetByRole(AriaRole.Button, new() { Name = "办结" }).ClickAsync();
        await Assertions.Expect(bureau.Locator(".rail-node").Last).ToContainTextAsync("何浦");
        await Assertions.Expect(bureau.Locator(".rail-done")).ToHaveCountAsync(8);
        await Assertions.Expect(bureau.Locator("main")).ToContainTextAsync("较上一次有改动：进展情况");
    }

    [GeneratedRegex("^下达")]
    private static partial Regex Issue();

    [GeneratedRegex("签收")]
    private static partial Regex Sign();

    [GeneratedRegex("^累计完成")]
    private static partial Regex Done();
}

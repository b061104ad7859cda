using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Greenprint.EndToEnd.Tests;

/// <summary>
/// A whole year of a plan by five people, each in a window of their own: adopted, its steps and tasks set, the responsibility list printed, the dispatch issued,
/// signed for, reported with proof, returned once, approved, one target adjusted, and the year closed. The clock goes through the year; every step is what the person sees.
/// </summary>
public sealed partial class WholeYearTests(SampleSite sample)
{
    private const string Plan = "lanwan-water", Editor = "he-pu", Deputy = "xu-qing", Leader = "lin-yan", Liaison = "ding-xiang", Outside = "gong-zheng";
    private const string Pipes = "新建江北污水管网";

    [Fact]
    public async Task A_plan_is_adopted_divided_dispatched_reported_returned_approved_adjusted_and_its_year_closed_by_five_people()
    {
        await using var site = await RunningSite.Start("demo", "--today", "2026-03-03");
        var draft = Path.Combine(site.Folder, "plan.json");
        await File.WriteAllTextAsync(draft, Draft(), TestContext.Current.CancellationToken);
        var imported = await ProgramUnderTest.Call(site.Folder, "plan", "import", "plan.json", "--today", "2026-03-03");
        Assert.True(imported.Exit == 0, imported.Error);
        Dictionary<string, IPage> people = [];
        foreach (var name in new[] { Editor, Deputy, Leader, Liaison, Outside })
        {
            people[name] = await CountyPerson.Open(sample, site, name);
        }

        await Adopt(people[Editor]);
        await SetSteps(people[Editor]);
        await SetTask(people[Editor]);
        await Print(people[Editor]);

        // March: issued on the 25th, reported after the month, returned once.
        await site.GoOnTo("2026-03-25");
        var march = await Issue(people[Editor], people[Deputy], "2026-03");
        await site.GoOnTo("2026-04-02");
        await Sign(people[Liaison]);
        await Report(people[Liaison], "一季度完成勘察设计，施工单位已进场。", "0.8", isDone: false);
        await Return(people[Deputy], "一季度完成勘察设计", "请说明进场时间和开工长度。");
        await site.GoOnTo("2026-04-08");
        await people[Liaison].GoTo("/office/work", Liaison);
        await OpenReport(people[Liaison]);
        await Assertions.Expect(people[Liaison].Locator("main")).ToContainTextAsync("请说明进场时间和开工长度。");
        await Fill(people[Liaison], "3月20日进场，已开工0.8公里。", "0.8");
        await Approve(people[Deputy], "3月20日进场");
        await Close(people[Editor], march);
        await Adjust(people[Editor], people[Liaison], people[Leader]);

        // The year: everything is done, with the paper that the task asks for.
        await site.GoOnTo("2026-12-29");
        var whole = await Issue(people[Editor], people[Deputy], "2026");
        await site.GoOnTo("2027-01-05");
        await Sign(people[Liaison]);
        await Report(people[Liaison], "全长10公里全部建成通水。", "10", isDone: true);
        await Approve(people[Deputy], "全部建成通水");
        await Close(people[Editor], whole);
        await CloseCycle(people[Editor], whole);

        // Who judges from outside, and who leads, read the year as it was.
        foreach (var reader in new[] { Outside, Leader })
        {
            await people[reader].GoTo($"/office/dispatch/progress?plan={Plan}&year=2026", reader);
            var row = people[reader].Locator("table.items tbody tr").Filter(new() { HasText = Pipes });
            await Assertions.Expect(row).ToContainTextAsync("已完成");
            await Assertions.Expect(row).ToContainTextAsync("10");
        }
    }

    private static async Task Adopt(IPage editor)
    {
        await editor.GoTo($"/office/plans/{Plan}", Editor);
        await Assertions.Expect(editor.Locator("main")).ToContainTextAsync("草稿，待确认");
        await editor.Locator("#document").FillAsync("岚府〔2025〕61号");
        await editor.Locator("#on").FillAsync("2025-12-30");
        await editor.GetByRole(AriaRole.Button, new() { Name = "确认生效" }).ClickAsync();
        await Assertions.Expect(editor.Locator("main")).ToContainTextAsync("规划已确认，即日生效");
        await Assertions.Expect(editor.Locator("main")).ToContainTextAsync("生效中");
    }

    private static async Task SetSteps(IPage editor)
    {
        await editor.GetByRole(AriaRole.Link, new() { Name = "登记下达文件 再生水利用率" }).ClickAsync();
        await editor.GetByLabel("数值（%）").FillAsync("25");
        await editor.Locator("#step-2026").FillAsync("15");
        await editor.GetByLabel("下达文件文号").FillAsync("沧水函〔2026〕12号");
        await editor.GetByLabel("文件日期").FillAsync("2026-03-02");
        await editor.GetByRole(AriaRole.Button, new() { Name = "登记下达目标" }).ClickAsync();
        await Assertions.Expect(editor.Locator("main")).ToContainTextAsync("上级下达的目标已登记");
    }

    private static async Task SetTask(IPage editor)
    {
        await editor.GotoAsync($"/office/plans/{Plan}/tasks/new");
        await editor.Locator("#source").SelectOptionAsync("key-task/t4");
        await editor.Locator("#year").SelectOptionAsync("2026");
        await editor.GetByLabel("任务内容", new() { Exact = true }).FillAsync(Pipes);
        await editor.Locator("#quantity").FillAsync("10");
        await editor.Locator("#unit").FillAsync("公里");
        await editor.Locator("#due").FillAsync("2026-12-20");
        await editor.Locator("#lead").SelectOptionAsync("lanwan/housing");
        await editor.Locator("#accountable").SelectOptionAsync(new SelectOptionValue { Label = "高杉（副局长）" });
        await editor.Locator("#criterion").FillAsync("竣工验收并通水");
        await editor.Locator("#evidence").SelectOptionAsync("2");
        await editor.GetByRole(AriaRole.Button, new() { Name = "保存任务" }).ClickAsync();
        await Assertions.Expect(editor.Locator("main")).ToContainTextAsync(Pipes);
        await Assertions.Expect(editor.Locator("main")).ToContainTextAsync("高杉");
    }

    private static async Task Print(IPage editor)
    {
        await editor.GotoAsync($"/office/plans/{Plan}/duties?year=2026");
        await Assertions.Expect(editor.Locator("table.duties")).ToContainTextAsync(Pipes);
        await Assertions.Expect(editor.Locator("table.duties")).ToContainTextAsync("10公里；竣工验收并通水");
        var word = await editor.RunAndWaitForDownloadAsync(() => editor.GetByRole(AriaRole.Link, new() { Name = "导出 Word" }).ClickAsync());
        Assert.Equal($"{Plan}-duties.docx", word.SuggestedFilename);
        Assert.True(new FileInfo(await word.PathAsync()).Length > 2000);
        var excel = await editor.RunAndWaitForDownloadAsync(() => editor.GetByRole(AriaRole.Link, new() { Name = "导出 Excel" }).ClickAsync());
        Assert.Equal($"{Plan}-duties.xlsx", excel.SuggestedFilename);
        Assert.True(new FileInfo(await excel.PathAsync()).Length > 2000);
    }

    private static async Task<string> Issue(IPage editor, IPage deputy, string period)
    {
        await editor.GoTo($"/office/dispatch/open?plan={Plan}&period={period}", Editor);
        await NewCycle.WithoutFigures(editor);
        await editor.GetByRole(AriaRole.Button, new() { Name = "开启并登记" }).ClickAsync();
        await Assertions.Expect(editor.Locator("main")).ToContainTextAsync("请另一人审核");
        var cycle = new Uri(editor.Url).AbsolutePath;
        await deputy.GoTo(cycle, Deputy);
        await deputy.GetByRole(AriaRole.Button, new() { NameRegex = Reviewing() }).ClickAsync();
        await deputy.GetByRole(AriaRole.Button, new() { NameRegex = Issuing() }).ClickAsync();
        await Assertions.Expect(deputy.Locator("main")).ToContainTextAsync("待签收");
        return cycle;
    }

    private static async Task Sign(IPage liaison)
    {
        await liaison.GoTo("/office/work", Liaison);
        await liaison.Locator(".work-line").Filter(new() { HasText = Pipes }).Filter(new() { HasText = "待签收" }).GetByRole(AriaRole.Button).First.ClickAsync();
        await Assertions.Expect(liaison.Locator("main")).ToContainTextAsync("已签收");
    }

    private static async Task OpenReport(IPage liaison)
    {
        await liaison.Locator(".work-line").Filter(new() { HasText = Pipes }).First.GetByRole(AriaRole.Link, new() { NameRegex = Reporting() }).ClickAsync();
        await liaison.WaitForURLAsync(url => url.EndsWith("/report", StringComparison.Ordinal));
    }

    private static async Task Report(IPage liaison, string text, string quantity, bool isDone)
    {
        await OpenReport(liaison);
        await liaison.GetByLabel("文件或照片").SetInputFilesAsync(new FilePayload { Name = isDone ? "竣工验收意见.pdf" : "施工许可.pdf", MimeType = "application/pdf", Buffer = "%PDF-1.7\n%%EOF\n"u8.ToArray() });
        await liaison.GetByLabel("等级").SelectOptionAsync("2");
        await liaison.GetByRole(AriaRole.Button, new() { Name = "上传" }).ClickAsync();
        await Assertions.Expect(liaison.Locator("main")).ToContainTextAsync(isDone ? "竣工验收意见.pdf" : "施工许可.pdf");
        if (isDone)
        {
            await liaison.GetByLabel("本任务已完成").CheckAsync();
        }

        await Fill(liaison, text, quantity);
    }

    private static async Task Fill(IPage liaison, string text, string quantity)
    {
        await liaison.GetByLabel("进展情况").FillAsync(text);
        await liaison.GetByLabel(Done()).FillAsync(quantity);
        await liaison.GetByRole(AriaRole.Button, new() { Name = "报送", Exact = true }).ClickAsync();
        await Assertions.Expect(liaison.Locator(".notice-done")).ToContainTextAsync("报送");
    }

    private static async Task Return(IPage deputy, string text, string why)
    {
        await deputy.GoTo("/office/work/check", Deputy);
        var card = deputy.Locator(".check-card").Filter(new() { HasText = text });
        await card.GetByLabel("意见").FillAsync(why);
        await card.GetByRole(AriaRole.Button, new() { Name = "退回" }).ClickAsync();
        await Assertions.Expect(deputy.Locator("main")).ToContainTextAsync("已退回");
    }

    private static async Task Approve(IPage deputy, string text)
    {
        await deputy.GoTo("/office/work/check", Deputy);
        await deputy.Locator(".check-card").Filter(new() { HasText = text }).GetByRole(AriaRole.Button, new() { Name = "核查通过" }).ClickAsync();
        await Assertions.Expect(deputy.Locator("main")).ToContainTextAsync("已核查通过");
    }

    private static async Task Close(IPage editor, string cycle)
    {
        await editor.GoTo(cycle, Editor);
        await editor.GetByRole(AriaRole.Button, new() { NameRegex = Closing() }).ClickAsync();
        await Assertions.Expect(editor.Locator("main")).ToContainTextAsync("已办理 1 项");
    }

    // The editor asks for more than the plan did; the unit that has to do it is heard, somebody else decides, and the first target stays in sight.
    private static async Task Adjust(IPage editor, IPage unit, IPage leader)
    {
        await editor.GoTo($"/office/plans/{Plan}/indicators/sewage-collection/target", Editor);
        await editor.GetByRole(AriaRole.Link, new() { Name = "提出调整申请" }).ClickAsync();
        await editor.GetByLabel("数值（%）").FillAsync("78");
        await editor.GetByLabel("依据与理由").FillAsync("江北管网提前开工，收集率可再提高。");
        await editor.GetByRole(AriaRole.Button, new() { Name = "保存申请" }).ClickAsync();
        await Assertions.Expect(editor.Locator(".side-by-side ins").First).ToContainTextAsync("78");
        var request = new Uri(editor.Url).AbsolutePath;
        await editor.GetByRole(AriaRole.Button, new() { Name = "提交", Exact = true }).ClickAsync();
        await Assertions.Expect(editor.Locator(".standing")).ToContainTextAsync("待征求意见");
        await editor.Locator("#until").FillAsync("2026-04-20");
        await editor.Locator("#units input[value='lanwan/housing']").CheckAsync();
        for (var others = editor.Locator("#units input:checked:not([value='lanwan/housing'])"); await others.CountAsync() > 0;)
        {
            await others.First.UncheckAsync();
        }

        await editor.GetByRole(AriaRole.Button, new() { Name = "发出征求意见" }).ClickAsync();
        await Assertions.Expect(editor.Locator("main")).ToContainTextAsync("待反馈");

        await unit.GoTo("/office/work", Liaison);
        await unit.GetByRole(AriaRole.Link, new() { Name = Code(request) }).ClickAsync();
        await unit.Locator("#opinion").SelectOptionAsync("AgreeWithRemark");
        await unit.Locator("#opinion-text").FillAsync("请同步落实运维经费。");
        await unit.GetByRole(AriaRole.Button, new() { Name = "反馈意见" }).ClickAsync();
        await Assertions.Expect(unit.Locator("main")).ToContainTextAsync("请同步落实运维经费。");

        // What waits for a decision stands first where a leader begins.
        await leader.GoTo("/office/work/mine", Leader);
        await leader.GetByRole(AriaRole.Link, new() { Name = Code(request) }).ClickAsync();
        await leader.Locator("#document").FillAsync("岚府〔2026〕18号");
        await leader.Locator("#on").FillAsync("2026-04-08");
        await leader.GetByRole(AriaRole.Button, new() { Name = "批准" }).ClickAsync();
        await Assertions.Expect(leader.Locator(".standing")).ToContainTextAsync("已批准，待公布");

        await editor.GoTo(request, Editor);
        await editor.GetByRole(AriaRole.Button, new() { Name = "公布" }).ClickAsync();
        await Assertions.Expect(editor.Locator(".standing")).ToContainTextAsync("已公布");
        await editor.GotoAsync($"/office/plans/{Plan}/targets?asOf=2026-04-01");
        var row = editor.Locator("table.targets tbody tr").Filter(new() { HasText = "生活污水集中收集率" });
        await Assertions.Expect(row.Locator("del").Filter(new() { HasText = "75" }).First).ToBeVisibleAsync();
        await Assertions.Expect(row.Locator("ins").Filter(new() { HasText = "78" }).First).ToBeVisibleAsync();
    }

    private static string Code(string request) => request.Split('/')[^1];

    private static async Task CloseCycle(IPage editor, string cycle)
    {
        await editor.GoTo(cycle, Editor);
        await editor.GetByText("结束本期调度").ClickAsync();
        await editor.GetByRole(AriaRole.Button, new() { Name = "结束", Exact = true }).ClickAsync();
        await Assertions.Expect(editor.Locator("main")).ToContainTextAsync("结束。");
        await Assertions.Expect(editor.Locator("main")).ToContainTextAsync("重新开放本期");
    }

    // A plan for the waters of the county, cut from the plan of the sample county: one key task, one target of its own and one that the superior assigns.
    private static string Draft()
    {
        var pack = JsonNode.Parse(File.ReadAllText(RepositoryRoot.Combine("data/demo/lanwan-15.json")))!.AsObject();
        (pack["id"], pack["status"]) = (Plan, "Draft");
        pack["title"] = new JsonObject { ["zh"] = "岚湾县水生态环境保护规划（2026—2030年）", ["en"] = "Plan for the Waters of Lanwan County, 2026-2030" };
        foreach (var part in new[] { "upperPlan", "projects", "measures" })
        {
            pack.Remove(part);
        }

        pack["keyTasks"] = new JsonArray(pack["keyTasks"]!.AsArray().Single(task => (string?)task!["code"] == "t4")!.DeepClone());
        var collected = pack["indicators"]!.AsArray().Single(indicator => (string?)indicator!["code"] == "sewage-collection")!.DeepClone().AsObject();
        var reuse = collected.DeepClone().AsObject();
        reuse["code"] = "reuse";
        reuse["name"] = new JsonObject { ["zh"] = "再生水利用率", ["en"] = "Reuse of treated water" };
        reuse["target"] = new JsonObject { ["kind"] = "AssignedBySuperior", ["year"] = 2030, ["text"] = new JsonObject { ["zh"] = "完成上级下达任务", ["en"] = "As assigned by the superior" } };
        reuse.Remove("steps");
        reuse.Remove("method");
        pack["indicators"] = new JsonArray(collected, reuse);
        return pack.ToJsonString();
    }

    [GeneratedRegex("^审核同意")]
    private static partial Regex Reviewing();

    [GeneratedRegex("^下达")]
    private static partial Regex Issuing();

    [GeneratedRegex("^填报")]
    private static partial Regex Reporting();

    [GeneratedRegex("^累计完成")]
    private static partial Regex Done();

    [GeneratedRegex("^办结")]
    private static partial Regex Closing();
}

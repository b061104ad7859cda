using System.Net.Sockets;
using System.Text;

namespace Greenprint.EndToEnd.Tests;

/// <summary>What goes wrong between a person and the program: nobody loses what they typed, and nothing half comes in.</summary>
public sealed class FaultsTests(SampleSite sample)
{
    [Fact]
    public async Task A_cycle_that_is_closed_while_somebody_types_takes_no_report_and_keeps_every_word()
    {
        var (bureau, liaison, cycle) = await Typing("2026-01", "mu-lin", "岚湾县林业局");
        const string words = "红树林补植已完成七成，成活率正在复核。";
        await liaison.GetByLabel("进展情况").FillAsync(words);
        await Assertions.Expect(liaison.Locator("[data-autosave-state]")).ToContainTextAsync("已自动保存");

        await bureau.GotoAsync(cycle);
        await bureau.GetByText("结束本期调度").ClickAsync();
        await bureau.GetByRole(AriaRole.Button, new() { Name = "结束", Exact = true }).ClickAsync();
        await Assertions.Expect(bureau.Locator("main")).ToContainTextAsync("结束。");

        await liaison.GetByLabel("进展情况").FillAsync(words + "另有两处待验收。");
        await liaison.GetByRole(AriaRole.Button, new() { Name = "报送", Exact = true }).ClickAsync();
        await Assertions.Expect(liaison.Locator(".error-summary")).ToContainTextAsync("结束本期调度");
        await Assertions.Expect(liaison.GetByLabel("进展情况")).ToHaveValueAsync(words + "另有两处待验收。");
        await liaison.ReloadAsync();
        await Assertions.Expect(liaison.GetByLabel("进展情况")).ToHaveValueAsync(words + "另有两处待验收。");

        // Opened again, with a reason, the same words go in.
        await bureau.GetByText("重新开放本期").ClickAsync();
        await bureau.GetByLabel("说明", new() { Exact = false }).Last.FillAsync("县林业局尚未报送完毕");
        await bureau.GetByRole(AriaRole.Button, new() { Name = "重新开放" }).ClickAsync();
        await Assertions.Expect(bureau.Locator("main")).ToContainTextAsync("结束本期调度");
        await liaison.GotoAsync(liaison.Url);
        await liaison.GetByRole(AriaRole.Button, new() { Name = "报送", Exact = true }).ClickAsync();
        await Assertions.Expect(liaison.Locator(".notice-done")).ToContainTextAsync("报送");
    }

    [Fact]
    public async Task A_lost_connection_in_the_middle_of_a_form_loses_no_words()
    {
        var (_, liaison, _) = await Typing("2026-Q3", "hai-tao", "岚湾县海洋与渔业局");
        var text = liaison.GetByLabel("进展情况");
        await text.FillAsync("本月清理海漂垃圾一次。");
        await Assertions.Expect(liaison.Locator("[data-autosave-state]")).ToContainTextAsync("已自动保存");

        // Offline the form goes on; the first key after that sends all of it.
        await liaison.Context.SetOfflineAsync(true);
        await text.FillAsync("本月清理海漂垃圾一次。累计清运十二吨");
        await liaison.Context.SetOfflineAsync(false);
        await text.FocusAsync();
        await liaison.Keyboard.PressAsync("End");
        await liaison.RunAndWaitForResponseAsync(() => liaison.Keyboard.TypeAsync("。"), answer => answer.Url.EndsWith("/draft", StringComparison.Ordinal) && answer.Ok);
        var report = liaison.Url;

        // Gone in the middle of sending: the draft is there again.
        await liaison.Context.SetOfflineAsync(true);
        await Assert.ThrowsAnyAsync<PlaywrightException>(() => liaison.GotoAsync(report));
        await liaison.Context.SetOfflineAsync(false);
        await liaison.GotoAsync(report);
        await Assertions.Expect(liaison.GetByLabel("进展情况")).ToHaveValueAsync("本月清理海漂垃圾一次。累计清运十二吨。");

        // Left before the connection was back: the words are offered, put in, and kept. The way of the draft is cut, not the whole line:
        // Chromium says "online" to a page that it is leaving, and that page would send them after all.
        var state = liaison.Locator("[data-autosave-state]");
        var left = liaison.Locator("[data-autosave-left]");
        await liaison.RouteAsync("**/draft", request => request.AbortAsync());
        await text.FillAsync("另有两处礁石区待清理。");
        await Assertions.Expect(state).ToContainTextAsync("没有连上服务器");
        await liaison.GotoAsync("about:blank");
        await liaison.UnrouteAllAsync();
        await liaison.GotoAsync(report);
        await Assertions.Expect(left).ToContainTextAsync("另有两处礁石区待清理。");
        await left.GetByRole(AriaRole.Button, new() { Name = "放回表中" }).ClickAsync();
        await Assertions.Expect(text).ToHaveValueAsync("另有两处礁石区待清理。");
        await Assertions.Expect(state).ToContainTextAsync("已自动保存");
        await liaison.ReloadAsync();
        await Assertions.Expect(text).ToHaveValueAsync("另有两处礁石区待清理。");
        await Assertions.Expect(left).ToBeHiddenAsync();
    }

    [Fact]
    public async Task An_upload_that_breaks_off_leaves_nothing_behind_and_the_next_one_goes_in()
    {
        var (_, liaison, _) = await Typing("2026-Q2", "wen-xue", "岚湾县教育局");
        await liaison.GetByLabel("进展情况").FillAsync("两所学校通过县级评审。");
        await Assertions.Expect(liaison.Locator("[data-autosave-state]")).ToContainTextAsync("已自动保存");
        await HalfAnUpload(liaison);

        await liaison.ReloadAsync();
        await Assertions.Expect(liaison.GetByLabel("进展情况")).ToHaveValueAsync("两所学校通过县级评审。");
        Assert.DoesNotContain("半份材料", await liaison.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        var incoming = Path.Combine(sample.Site.Folder, ".greenprint", "incoming");
        Assert.Empty(Directory.Exists(incoming) ? Directory.GetFiles(incoming) : []);

        await liaison.GetByLabel("文件或照片").SetInputFilesAsync(new FilePayload { Name = "评审意见.pdf", MimeType = "application/pdf", Buffer = "%PDF-1.7\n%%EOF\n"u8.ToArray() });
        await liaison.GetByRole(AriaRole.Button, new() { Name = "上传" }).ClickAsync();
        await Assertions.Expect(liaison.Locator("main")).ToContainTextAsync("评审意见.pdf");
    }

    [Fact]
    public async Task A_unit_with_open_items_is_not_dissolved_before_they_are_handed_over()
    {
        var page = await sample.EditorsPage();
        await page.GotoAsync("/admin/unit?id=lanwan%2Ftransport");
        await page.GetByText("撤销单位").ClickAsync();
        await page.GetByLabel("依据或理由").Last.FillAsync("机构改革");
        await page.GetByRole(AriaRole.Button, new() { Name = "撤销", Exact = true }).ClickAsync();

        await Assertions.Expect(page.Locator(".error-summary")).ToContainTextAsync("未办结的调度事项");
        await Assertions.Expect(page.Locator(".error-summary")).ToContainTextAsync("移交");
        await Assertions.Expect(page.GetByLabel("依据或理由").Last).ToHaveValueAsync("机构改革");
    }

    // A liaison officer on the report of an item of a cycle of its own.
    private async Task<(IPage Bureau, IPage Liaison, string Cycle)> Typing(string period, string person, string unit)
    {
        var bureau = await sample.PersonsPage("he-pu");
        var cycle = await NewCycle.Issue(bureau, await sample.PersonsPage("xu-qing"), "lanwan-15", period, unit);
        var liaison = await sample.PersonsPage(person);
        await bureau.GotoAsync(cycle);
        var item = await bureau.Locator("tbody a[data-step]").First.GetAttributeAsync("href");
        await liaison.GotoAsync($"/{item!.TrimStart('/')}/report");
        return (bureau, liaison, cycle);
    }

    // Says how long it is going to be, sends half of that and is gone.
    private static async Task HalfAnUpload(IPage page)
    {
        var address = new Uri(page.Url);
        var cookies = string.Join("; ", (await page.Context.CookiesAsync()).Select(cookie => $"{cookie.Name}={cookie.Value}"));
        var token = await page.Locator("#report input[name=__RequestVerificationToken]").GetAttributeAsync("value");
        const string line = "--half";
        var body = $"{line}\r\nContent-Disposition: form-data; name=\"_handler\"\r\n\r\nreport\r\n{line}\r\nContent-Disposition: form-data; name=\"__RequestVerificationToken\"\r\n\r\n{token}\r\n"
            + $"{line}\r\nContent-Disposition: form-data; name=\"Do\"\r\n\r\nattach\r\n{line}\r\nContent-Disposition: form-data; name=\"Files\"; filename=\"半份材料.pdf\"\r\nContent-Type: application/pdf\r\n\r\n%PDF-1.7\n{new string('x', 200_000)}";
        var bytes = Encoding.UTF8.GetBytes(body);
        var head = $"POST {address.AbsolutePath} HTTP/1.1\r\nHost: {address.Authority}\r\nCookie: {cookies}\r\nContent-Type: multipart/form-data; boundary=half\r\nContent-Length: {bytes.Length * 2}\r\n\r\n";
        using var connection = new TcpClient();
        await connection.ConnectAsync(address.Host, address.Port);
        var stream = connection.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(head));
        await stream.WriteAsync(bytes);
        await stream.FlushAsync();
    }
}

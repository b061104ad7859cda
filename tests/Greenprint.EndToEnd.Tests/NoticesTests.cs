using System.Text.RegularExpressions;

namespace Greenprint.EndToEnd.Tests;

/// <summary>An item that is issued comes to the people of its unit by the bell; opened, it is read; an urging shows at the next look; signing settles what asked for it.</summary>
public sealed partial class NoticesTests(SampleSite sample)
{
    [Fact]
    public async Task An_item_issued_and_urged_is_a_notice_of_the_units_people_until_it_is_read_or_done()
    {
        var (bureau, deputy, liaison) = (await sample.PersonsPage("he-pu"), await sample.PersonsPage("xu-qing"), await sample.PersonsPage("zheng-su"));
        await liaison.GotoAsync("/office/notices");
        var before = await Unread(liaison);

        // The bureau calls for one task of the agriculture bureau, another person issues it.
        await Issue(bureau, deputy, "2026-12", "农业农村");

        // One more at the bell; on the page it leads to the item and is read.
        await liaison.GotoAsync("/");
        Assert.Equal(before + 1, await Unread(liaison));
        await liaison.Locator("a.bell").ClickAsync();
        await liaison.Locator(".told-new").Filter(new() { HasText = "新调度事项" }).First.Locator(".told-open").ClickAsync();
        await liaison.WaitForURLAsync(url => ItemAddress().IsMatch(new Uri(url).AbsolutePath));
        Assert.Equal(before, await Unread(liaison));
        var item = new Uri(liaison.Url).AbsolutePath;

        await bureau.GotoAsync(item);
        await bureau.GetByLabel("说明").FillAsync("请于本周内签收。");
        await bureau.GetByRole(AriaRole.Button, new() { Name = "催办", Exact = true }).ClickAsync();
        await bureau.WaitForURLAsync(url => url.Contains("done=Urge", StringComparison.Ordinal));
        await liaison.ReloadAsync();
        Assert.Equal(before + 1, await Unread(liaison));
        await liaison.GotoAsync("/office/notices");
        await Assertions.Expect(liaison.Locator(".told-new").First).ToContainTextAsync("请于本周内签收。");

        // What is signed for has nothing more to say; in English too.
        await liaison.GotoAsync(item);
        await liaison.GetByRole(AriaRole.Button, new() { Name = "签收", Exact = true }).ClickAsync();
        await liaison.WaitForURLAsync(url => url.Contains("done=Sign", StringComparison.Ordinal));
        Assert.Equal(before, await Unread(liaison));
        await liaison.GotoAsync("/en/office/notices");
        await Assertions.Expect(liaison.Locator("main")).ToContainTextAsync("was urged");

        // The program that runs sends it to the neighbour too, signed: what no page waits for is done by the server's own rounds.
        await Eventually.Succeeds(() => Assert.Contains(sample.Sent, sent => sent.Signature.StartsWith("v1=", StringComparison.Ordinal) && sent.Body.Contains(item.Split('/')[^1], StringComparison.Ordinal)), TimeSpan.FromMinutes(1));

        // Nobody else reads them.
        await deputy.GotoAsync("/office/notices");
        await Assertions.Expect(deputy.Locator("main")).Not.ToContainTextAsync("请于本周内签收。");
    }

    [Fact]
    public async Task A_person_asks_for_the_daily_mail_and_a_wrong_address_is_named()
    {
        var liaison = await sample.PersonsPage("hai-tao");
        await liaison.GotoAsync("/office/notices");
        await liaison.GetByRole(AriaRole.Link, new() { Name = "邮件提醒设置" }).ClickAsync();
        await liaison.Locator("form").EvaluateAllAsync<object?>("forms => forms.forEach(form => form.noValidate = true)");
        await liaison.GetByLabel("邮箱").FillAsync("hai-tao");
        await liaison.GetByLabel("每天发送未读消息汇总").CheckAsync();
        await liaison.GetByRole(AriaRole.Button, new() { Name = "保存" }).ClickAsync();
        await Assertions.Expect(liaison.Locator(".error-summary")).ToContainTextAsync("邮箱地址不完整");
        await liaison.GetByLabel("邮箱").FillAsync("hai-tao@lanwan.example");
        await liaison.GetByRole(AriaRole.Button, new() { Name = "保存" }).ClickAsync();
        await Assertions.Expect(liaison.Locator("main")).ToContainTextAsync("已保存");
        await Assertions.Expect(liaison.GetByLabel("邮箱")).ToHaveValueAsync("hai-tao@lanwan.example");
        await Assertions.Expect(liaison.GetByLabel("每天发送未读消息汇总")).ToBeCheckedAsync();
    }

    /// <summary>A cycle with one task of a unit, opened by one person and issued by another.</summary>
    internal static async Task Issue(IPage bureau, IPage deputy, string period, string unit)
    {
        await bureau.GotoAsync($"/office/dispatch/open?plan=lanwan-15&period={period}");
        foreach (var (label, day) in new[] { ("开始填报", "2026-11-16"), ("签收期限", "2026-11-26"), ("报送期限", "2026-12-25"), ("锁定日期", "2026-12-31") })
        {
            await bureau.GetByLabel(label).FillAsync(day);
        }

        var chosen = 0;
        foreach (var row in await bureau.Locator("table tbody tr").AllAsync())
        {
            var theirs = chosen == 0 && (await row.InnerTextAsync()).Contains(unit, StringComparison.Ordinal);
            chosen += theirs ? 1 : 0;
            await row.GetByRole(AriaRole.Checkbox).SetCheckedAsync(theirs);
        }

        Assert.True(chosen == 1, $"The sample county has no year task of {unit} for 2026.");
        await bureau.GetByRole(AriaRole.Button, new() { Name = "开启并登记" }).ClickAsync();
        await bureau.WaitForURLAsync(url => !url.Contains("/open", StringComparison.Ordinal));
        await deputy.GotoAsync(new Uri(bureau.Url).AbsolutePath);
        await deputy.GetByRole(AriaRole.Button, new() { Name = "审核同意" }).ClickAsync();
        await deputy.GetByRole(AriaRole.Button, new() { NameRegex = IssueAll() }).ClickAsync();
        await Assertions.Expect(deputy.Locator("main")).ToContainTextAsync("待签收");
    }

    private static async Task<int> Unread(IPage page)
    {
        var name = await page.Locator("a.bell").GetAttributeAsync("aria-label");
        return int.Parse(Digits().Match(name!).Value, System.Globalization.CultureInfo.InvariantCulture);
    }

    [GeneratedRegex("^下达")]
    private static partial Regex IssueAll();

    [GeneratedRegex("[0-9]+")]
    private static partial Regex Digits();

    [GeneratedRegex("^(/en)?/office/work/[0-9a-f]{32}$")]
    private static partial Regex ItemAddress();
}

using System.Diagnostics;
using System.Text.RegularExpressions;
using Deque.AxeCore.Playwright;

namespace Greenprint.EndToEnd.Tests;

/// <summary>The inbox of a liaison officer: ten items in ten minutes, by keyboard alone, with the last answer beside.</summary>
public sealed partial class InboxTests(SampleSite sample)
{
    private const int Items = 10;

    [Fact]
    public async Task Ten_items_are_signed_for_and_reported_without_a_mouse_with_the_last_answer_beside()
    {
        // The own tasks of the bureau in two cycles: the quarter and the year.
        var bureau = await sample.PersonsPage("he-pu");
        var deputy = await sample.PersonsPage("xu-qing");
        var liaison = await sample.PersonsPage("shen-he");
        foreach (var period in new[] { "2026-Q1", "2026" })
        {
            await NewCycle.Issue(bureau, deputy, "lanwan-15", period, "沧屿市生态环境局岚湾分局");
        }

        // From here on no mouse: keys only. Tab reaches the button that signs for all of them.
        await liaison.GotoAsync("/office/work");
        var before = await liaison.Locator("[data-step]").CountAsync();
        await TabTo(liaison, All());
        await liaison.Keyboard.PressAsync("Enter");
        await Assertions.Expect(liaison.Locator("main")).ToContainTextAsync("已签收");
        var fresh = liaison.Locator(".work-line").Filter(new() { HasTextRegex = Fresh() });
        Assert.True(await fresh.CountAsync() >= Items);
        var took = Stopwatch.StartNew();

        // J goes down to the first of them, Enter opens it.
        do
        {
            await liaison.Keyboard.PressAsync("j");
        }
        while (!Fresh().IsMatch(await liaison.EvaluateAsync<string>("document.activeElement.closest('.work-line').innerText")) && --before > 0);
        await liaison.Keyboard.PressAsync("Enter");
        await liaison.WaitForURLAsync(url => url.EndsWith("/report", StringComparison.Ordinal));
        var withLast = 0;
        for (var i = 0; i < Items; i++)
        {
            var item = new Uri(liaison.Url).AbsolutePath;
            withLast += await liaison.Locator(".report-before").GetByRole(AriaRole.Button).CountAsync();
            await TabTo(liaison, Progress());
            await liaison.Keyboard.TypeAsync($"第{i + 1}项：按计划推进。");
            await TabTo(liaison, Submit());
            await liaison.Keyboard.PressAsync("Enter");

            // Handed in, the next one is open; the words stand in the report.
            await liaison.WaitForURLAsync(url => !url.Contains(item, StringComparison.Ordinal));
            await Assertions.Expect(liaison.Locator(".notice-done")).ToContainTextAsync("已报送");
        }

        Assert.True(withLast > 0, "None of the items showed what was answered the last time.");
        Assert.True(took.Elapsed < TimeSpan.FromMinutes(10), $"It took {took.Elapsed}.");
        await deputy.GotoAsync("/office/work/check");
        for (var i = 0; i < Items; i++)
        {
            await Assertions.Expect(deputy.Locator(".check-card").Filter(new() { HasText = $"第{i + 1}项：按计划推进。" })).ToHaveCountAsync(1);
        }
    }

    [Fact]
    public async Task Simple_items_are_reported_in_their_lines_by_keyboard_the_next_one_opens_and_what_is_refused_keeps_its_words()
    {
        await using var site = await sample.Copy();
        var (bureau, deputy, liaison) = (await sample.PageOn(site), await sample.PageOn(site), await sample.PageOn(site));
        await CountyPerson.SignIn(site, bureau, "he-pu");
        await CountyPerson.SignIn(site, deputy, "xu-qing");
        await CountyPerson.SignIn(site, liaison, "shen-he");
        await NewCycle.Issue(bureau, deputy, "lanwan-15", "2026-Q1", "沧屿市生态环境局岚湾分局");
        await liaison.GotoAsync("/office/work");
        Assert.Equal(0, await liaison.Locator(".work-line").Filter(new() { HasTextRegex = Fresh() }).Locator("details.quick").CountAsync());   // to be signed for first
        await liaison.GetByRole(AriaRole.Button, new() { NameRegex = All() }).ClickAsync();
        await Assertions.Expect(liaison.Locator("main")).ToContainTextAsync("已签收");

        var lines = liaison.Locator(".work-line");
        var count = await lines.CountAsync();
        var first = await liaison.Locator(".work-line:has(details.quick)").First.GetAttributeAsync("id");
        await liaison.Locator("details.quick summary").First.FocusAsync();
        await liaison.Keyboard.PressAsync("Enter");
        await Fill(liaison, "3", "本月按计划推进，无新增问题。");
        await liaison.WaitForURLAsync(url => url.Contains("done=reported", StringComparison.Ordinal));

        // It is gone from the list; the next line is open, with the cursor in its first field.
        await Assertions.Expect(lines).ToHaveCountAsync(count - 1);
        await Assertions.Expect(liaison.Locator("details.quick[open]")).ToHaveCountAsync(1);
        Assert.True(await liaison.EvaluateAsync<bool>("document.activeElement.closest('details.quick[open]') !== null && document.activeElement.matches('input')"));
        Assert.NotEqual(first, await liaison.Locator(".work-line:has(details.quick[open])").GetAttributeAsync("id"));

        // Enter twice on a slow line: the second answer says what the first did.
        var answers = await liaison.EvaluateAsync<string[]>("""
            async () => {
                const form = document.querySelector('details.quick[open] form');
                form.elements.Text.value = '回车按了两次的一项。';
                if (form.elements.Quantity) { form.elements.Quantity.value = '2'; }
                const body = new FormData(form);
                body.set('Do', 'submit');
                return [(await fetch(form.action, { method: 'POST', body })).url, (await fetch(form.action, { method: 'POST', body })).url];
            }
            """);
        Assert.All(answers, answer => Assert.Contains("done=reported&at=", answer, StringComparison.Ordinal));
        await liaison.GotoAsync("/office/work");
        await Assertions.Expect(lines).ToHaveCountAsync(count - 2);

        // Words that met no server stand in their line again, and are kept as soon as one is there.
        var cut = liaison.Locator("details.quick").Last;
        var item = await liaison.Locator(".work-line:has(details.quick)").Last.GetAttributeAsync("id");
        await cut.Locator("summary").ClickAsync();
        await liaison.RouteAsync("**/draft", route => route.AbortAsync());
        await cut.Locator("input[name=Text]").FillAsync("断线时写的一句。");
        await Assertions.Expect(cut.Locator("[data-autosave-state]")).ToContainTextAsync("没有连上服务器");
        await liaison.ReloadAsync();
        var line = liaison.Locator($"#{item}");
        await Assertions.Expect(line.Locator("details[open] input[name=Text]")).ToHaveValueAsync("断线时写的一句。");
        await liaison.UnrouteAsync("**/draft");
        await line.Locator("input[name=Text]").FillAsync("断线时写的一句话。");
        await Assertions.Expect(line.Locator("[data-autosave-state]")).ToContainTextAsync("草稿已自动保存");
        await liaison.ReloadAsync();
        await Assertions.Expect(line.Locator("details.quick")).ToHaveCountAsync(0);   // begun: it is finished on its page

        // What cannot be taken stands on the page of the report with every word.
        var counted = liaison.Locator("details.quick:has(input[name=Quantity])").Last;
        await counted.Locator("summary").FocusAsync();
        if (!await counted.EvaluateAsync<bool>("one => one.open"))
        {
            await liaison.Keyboard.PressAsync("Enter");
        }

        await Fill(liaison, "三十", "写错数字的一项。");
        await liaison.WaitForURLAsync(url => url.EndsWith("/report", StringComparison.Ordinal));
        await Assertions.Expect(liaison.Locator(".errors, .error-summary, [role=alert]").First).ToContainTextAsync("阿拉伯数字");
        await Assertions.Expect(liaison.Locator("textarea[name=Text]")).ToHaveValueAsync("写错数字的一项。");

        var phone = await sample.PageOn(site, width: 390, bypassPolicy: true, session: await liaison.Context.StorageStateAsync());
        await phone.GotoAsync("/en/office/work");
        await phone.Locator("details.quick summary").First.ClickAsync();
        Assert.Equal(0, await phone.EvaluateAsync<int>("document.documentElement.scrollWidth - innerWidth"));
        var result = await phone.RunAxe();
        Assert.Empty(result.Violations.Where(violation => violation.Impact is "serious" or "critical").Select(violation => $"{violation.Id} {violation.Nodes[0].Html}"));
    }

    // By keys alone, from the summary to the fields; Enter hands it in.
    private static async Task Fill(IPage page, string number, string text)
    {
        await page.Keyboard.PressAsync("Tab");
        if (await page.EvaluateAsync<string>("document.activeElement.name") == "Quantity")
        {
            await page.Keyboard.TypeAsync(number);
            await page.Keyboard.PressAsync("Tab");
        }

        await page.Keyboard.TypeAsync(text);
        await page.Keyboard.PressAsync("Enter");
    }

    // Tab until the name of what has the focus fits; far fewer keys than this are needed.
    private static async Task TabTo(IPage page, Regex name)
    {
        const int longest = 120;
        for (var i = 0; i < longest; i++)
        {
            await page.Keyboard.PressAsync("Tab");
            var here = await page.EvaluateAsync<string>("(() => { const e = document.activeElement; return e.labels && e.labels.length ? e.labels[0].innerText : e.innerText ?? ''; })()");
            if (name.IsMatch(here.Trim()))
            {
                return;
            }
        }

        Assert.Fail($"{name} is not reached by {longest} tabs on {page.Url}.");
    }

    [GeneratedRegex("^全部签收")]
    private static partial Regex All();

    [GeneratedRegex("^进展情况")]
    private static partial Regex Progress();

    [GeneratedRegex("^报送$")]
    private static partial Regex Submit();

    [GeneratedRegex("第一季度调度|年度调度")]
    private static partial Regex Fresh();
}

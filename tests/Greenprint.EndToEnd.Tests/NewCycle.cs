using System.Text.RegularExpressions;

namespace Greenprint.EndToEnd.Tests;

/// <summary>A cycle of the dispatch opened by one person, reviewed and issued by another.</summary>
internal static partial class NewCycle
{
    /// <summary>Calls for the tasks of a plan that a unit leads, open from 16 November 2026 and due on the 27th.</summary>
    /// <returns>Address of the cycle.</returns>
    public static async Task<string> Issue(IPage bureau, IPage deputy, string plan, string period, string unit)
    {
        await bureau.GotoAsync($"/office/dispatch/open?plan={plan}&period={period}");
        foreach (var (label, day) in new[] { ("开始填报", "2026-11-16"), ("签收期限", "2026-11-23"), ("报送期限", "2026-11-27"), ("锁定日期", "2026-12-10") })
        {
            await bureau.GetByLabel(label).FillAsync(day);
        }

        var called = 0;
        await WithoutFigures(bureau);
        foreach (var row in await bureau.Locator("tbody tr", new() { Has = bureau.Locator("input[name=Tasks]") }).AllAsync())
        {
            var isTheirs = (await row.Locator("td").Nth(1).InnerTextAsync()).Trim() == unit;
            called += isTheirs ? 1 : 0;
            await row.GetByRole(AriaRole.Checkbox).SetCheckedAsync(isTheirs);
        }

        Assert.True(called > 0, $"{unit} leads no year task.");
        await bureau.GetByRole(AriaRole.Button, new() { Name = "开启并登记" }).ClickAsync();
        await Assertions.Expect(bureau.Locator("main")).ToContainTextAsync("请另一人审核");
        var cycle = new Uri(bureau.Url).AbsolutePath;
        await deputy.GotoAsync(cycle);
        await deputy.GetByRole(AriaRole.Button, new() { NameRegex = Review() }).ClickAsync();
        await deputy.GetByRole(AriaRole.Button, new() { NameRegex = Down() }).ClickAsync();
        await Assertions.Expect(deputy.Locator("main")).ToContainTextAsync("待签收");
        return cycle;
    }

    /// <summary>Calls for tasks only: figures of indicators are reported in their own way.</summary>
    public static async Task WithoutFigures(IPage bureau)
    {
        foreach (var figure in await bureau.Locator("input[name=Indicators]").AllAsync())
        {
            await figure.UncheckAsync();
        }
    }

    [GeneratedRegex("^审核同意")]
    private static partial Regex Review();

    [GeneratedRegex("^下达")]
    private static partial Regex Down();
}

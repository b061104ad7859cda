namespace Greenprint.EndToEnd.Tests;

/// <summary>People of the sample county, each in a browser window of their own. Nobody has a password until a one-time link sets one.</summary>
internal static class CountyPerson
{
    private const string Password = "otter-in-the-estuary-9";

    /// <summary>A window of a person's own on a site, signed in.</summary>
    public static async Task<IPage> Open(SampleSite sample, RunningSite site, string name)
    {
        var page = await sample.PageOn(site);
        await SignIn(site, page, name);
        return page;
    }

    /// <summary>Sets a password through a link from the terminal, and signs in with it.</summary>
    public static async Task SignIn(RunningSite site, IPage page, string name)
    {
        var link = await ProgramUnderTest.Call(site.Folder, "people", "link", "--person", name);
        Assert.True(link.Exit == 0, link.Error);
        await page.GotoAsync(new Uri(link.Output.Trim()).AbsolutePath);
        await page.GetByLabel("口令", new() { Exact = true }).FillAsync(Password);
        await page.GetByLabel("再次输入口令").FillAsync(Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "保存新口令" }).ClickAsync();
        await page.WaitForURLAsync(url => !url.Contains("/setup/", StringComparison.Ordinal));
        await SignInAgain(page, name);
    }

    /// <summary>Opens an address; who has been signed out meanwhile signs in again.</summary>
    public static async Task GoTo(this IPage page, string address, string name)
    {
        await page.GotoAsync(address);
        if (page.Url.Contains("sign-in", StringComparison.Ordinal))
        {
            await SignInAgain(page, name);
            await page.GotoAsync(address);
        }
    }

    private static async Task SignInAgain(IPage page, string name)
    {
        if (page.Url.Contains("sign-in", StringComparison.Ordinal))
        {
            await page.GetByLabel("登录名").FillAsync(name);
            await page.GetByLabel("口令").FillAsync(Password);
            await page.Locator("main").GetByRole(AriaRole.Button, new() { Name = "登录" }).ClickAsync();
            await page.WaitForURLAsync(url => !url.Contains("sign-in", StringComparison.Ordinal));
        }
    }
}

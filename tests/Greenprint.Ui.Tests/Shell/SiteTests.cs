using System.Net;
using System.Text.RegularExpressions;

namespace Greenprint.Ui.Tests.Shell;

public sealed class SiteTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Chinese_stands_at_the_root_and_English_under_en()
    {
        await using var host = await UiHost.Start("Development");
        using var client = host.Client();

        var zh = await client.GetStringAsync("/ui?x=1", Cancellation);
        var en = await client.GetStringAsync("/en/ui?x=1", Cancellation);

        Assert.Contains("<html lang=\"zh-Hans\"", zh, StringComparison.Ordinal);
        Assert.Contains("<base href=\"/\"", zh, StringComparison.Ordinal);
        Assert.Contains("视觉语言", zh, StringComparison.Ordinal);
        Assert.Contains("<html lang=\"en\"", en, StringComparison.Ordinal);
        Assert.Contains("<base href=\"/en/\"", en, StringComparison.Ordinal);
        Assert.Contains("The visual language", en, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_language_switch_goes_to_the_same_page()
    {
        await using var host = await UiHost.Start("Development");
        using var client = host.Client();

        Assert.Matches("class=\"language\" href=\"/en/ui\\?x=1\" hreflang=\"en\"", await client.GetStringAsync("/ui?x=1", Cancellation));
        Assert.Matches("class=\"language\" href=\"/ui\\?x=1\" hreflang=\"zh-Hans\"", await client.GetStringAsync("/en/ui?x=1", Cancellation));
    }

    [Fact]
    public async Task The_bare_language_leads_to_its_home()
    {
        await using var host = await UiHost.Start("Development");
        using var client = host.Client();

        var answer = await client.GetAsync("/en?x=1", Cancellation);

        Assert.Equal(HttpStatusCode.MovedPermanently, answer.StatusCode);
        Assert.Equal("/en/?x=1", answer.Headers.Location?.ToString());
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync("/english/ui", Cancellation)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync("/EN/ui", Cancellation)).StatusCode);
    }

    [Fact]
    public async Task No_link_of_a_page_leaves_its_language_by_accident()
    {
        await using var host = await UiHost.Start("Development");
        using var client = host.Client();

        var page = await client.GetStringAsync("/en/ui", Cancellation);

        var absolute = Regex.Matches(page, "<a [^>]*href=\"(/[^\"]*)\"").Select(match => match.Groups[1].Value).Where(href => href != "/ui");
        Assert.Empty(absolute);
    }

    [Fact]
    public async Task The_chosen_theme_is_in_the_first_byte_of_the_next_page()
    {
        await using var host = await UiHost.Start("Development");
        using var client = host.Client();
        Assert.Contains("data-theme=\"auto\"", await client.GetStringAsync("/ui", Cancellation), StringComparison.Ordinal);

        using var form = new FormUrlEncodedContent([new("theme", "dark"), new("back", "/en/ui")]);
        var answer = await client.PostAsync("/en/theme", form, Cancellation);
        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"));
        using var next = new HttpRequestMessage(HttpMethod.Get, "/ui");
        next.Headers.Add("Cookie", cookie.Split(';')[0]);

        Assert.Equal("/en/ui", answer.Headers.Location?.ToString());
        Assert.Contains("path=/;", cookie, StringComparison.OrdinalIgnoreCase);   // one theme for both languages
        Assert.Contains("data-theme=\"dark\"", await (await client.SendAsync(next, Cancellation)).Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example/")]
    [InlineData("https://evil.example/")]
    [InlineData("")]
    public async Task The_theme_switch_never_leads_away_from_the_site(string back)
    {
        await using var host = await UiHost.Start("Development");
        using var client = host.Client();

        using var form = new FormUrlEncodedContent([new("theme", "<b>"), new("back", back)]);
        var answer = await client.PostAsync("/theme", form, Cancellation);

        Assert.Equal("/", answer.Headers.Location?.ToString());
        Assert.StartsWith("theme=auto", Assert.Single(answer.Headers.GetValues("Set-Cookie")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_demo_mark_stands_on_every_page_of_a_demo_store_in_both_languages()
    {
        await using var host = await UiHost.Start("Development");
        await using var real = await UiHost.Start("Development", new(null, [], Demo: false));
        using var client = host.Client();
        using var other = real.Client();

        Assert.Contains("demo-banner", await client.GetStringAsync("/ui", Cancellation), StringComparison.Ordinal);
        Assert.Contains("演示数据</strong>", await client.GetStringAsync("/en/ui", Cancellation), StringComparison.Ordinal);
        Assert.DoesNotContain("demo-banner", await other.GetStringAsync("/ui", Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_gallery_exists_in_Development_only()
    {
        await using var host = await UiHost.Start("Production");
        using var client = host.Client();

        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync("/ui", Cancellation)).StatusCode);
    }

    [Fact]
    public async Task Chinese_is_written_as_Chinese_and_ids_are_unique()
    {
        await using var host = await UiHost.Start("Development");
        using var client = host.Client();

        var page = await client.GetStringAsync("/ui", Cancellation);

        Assert.DoesNotMatch("&#x[4-9A-F][0-9A-F]{3};", page);
        Assert.Empty(Regex.Matches(page, " id=\"([^\"]+)\"").GroupBy(match => match.Groups[1].Value).Where(id => id.Count() > 1).Select(id => id.Key));
    }
}

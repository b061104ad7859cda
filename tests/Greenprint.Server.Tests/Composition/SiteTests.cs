using System.Net;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Greenprint.Server.Tests.Composition;

/// <summary>What every answer of the program carries.</summary>
public sealed class SiteTests(SampleHost host)
{
    [Theory, InlineData("/"), InlineData("/en/plans/lanwan-15"), InlineData("/api/v1/plans"), InlineData("/no/such/place")]
    public async Task Every_answer_forbids_what_comes_from_outside(string path)
    {
        using var client = host.Anonymous();
        using var answer = await client.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);

        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("script-src 'self';", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("http", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.False(answer.Headers.Contains("Server"));
    }

    [Fact]
    public void The_program_hashes_passwords_with_all_the_rounds_of_its_library() =>
        Assert.True(host.Services.GetRequiredService<IOptions<PasswordHasherOptions>>().Value is { IterationCount: >= 100_000, CompatibilityMode: PasswordHasherCompatibilityMode.IdentityV3 });

    [Fact]
    public async Task A_program_is_answered_by_a_problem_and_a_reader_by_a_page()
    {
        using var client = host.Anonymous();
        using var api = await client.GetAsync(new Uri("/api/v1/nothing", UriKind.Relative), TestContext.Current.CancellationToken);
        using var page = await client.GetAsync(new Uri("/nothing", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal((HttpStatusCode.NotFound, "application/problem+json"), (api.StatusCode, api.Content.Headers.ContentType!.MediaType));
        Assert.Equal((HttpStatusCode.NotFound, "text/html"), (page.StatusCode, page.Content.Headers.ContentType!.MediaType));
    }

    [Fact]
    public async Task Every_answer_about_the_sample_county_carries_its_mark()
    {
        using var client = host.Anonymous();
        foreach (var path in new[] { "/api/v1/plans", "/api/v1/plans/lanwan-15", "/api/v1/plans/xiyuan-15/indicators/air-pm25", "/plans/lanwan-15/indicators/air-pm25/chart.svg", "/embed/plans/lanwan-15/indicators/air-pm25" })
        {
            var text = await client.GetStringAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
            Assert.True(text.Contains("演示数据", StringComparison.Ordinal) || text.Contains("\\u6F14\\u793A\\u6570\\u636E", StringComparison.OrdinalIgnoreCase), path);
        }
    }

    [Fact]
    public async Task Pages_are_compressed_when_a_browser_asks()
    {
        using var client = host.Anonymous();
        client.DefaultRequestHeaders.Add("Accept-Encoding", "br, gzip");
        using var answer = await client.GetAsync(new Uri("/", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal("br", Assert.Single(answer.Content.Headers.ContentEncoding));
    }
}

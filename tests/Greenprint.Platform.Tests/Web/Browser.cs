using System.Net;
using System.Text.RegularExpressions;

namespace Greenprint.Platform.Tests;

/// <summary>A person without scripts: keeps cookies, posts the forms of the page they see, follows nothing by itself.</summary>
internal sealed partial class Browser(HttpMessageHandler server)
{
    private static readonly Uri Base = new("http://localhost/");
    private readonly HttpMessageInvoker sender = new(server);
    private readonly CookieContainer cookies = new();
    private Uri page = Base;
    private string html = "";

    public Task<Answer> Get(string path) => Send(new HttpRequestMessage(HttpMethod.Get, new Uri(Base, path)));

    /// <summary>Posts the form of that name on the page in sight, with its hidden fields.</summary>
    public Task<Answer> Post(string form, params (string Name, string Value)[] fields)
    {
        var text = Forms().Matches(html).Select(match => match.Value).FirstOrDefault(found => found.Contains($"value=\"{form}\"", StringComparison.Ordinal));
        Assert.True(text is not null, $"No form '{form}' on {page}.");
        var hidden = Hidden().Matches(text).Select(match => (Name: match.Groups[1].Value, Value: WebUtility.HtmlDecode(match.Groups[2].Value)));
        return Send(new HttpRequestMessage(HttpMethod.Post, page) { Content = Encode(hidden.Concat(fields)) });
    }

    /// <summary>Posts without looking at a form, as a stranger's page would.</summary>
    public Task<Answer> PostBlindly(string path, params (string Name, string Value)[] fields) =>
        Send(new HttpRequestMessage(HttpMethod.Post, new Uri(Base, path)) { Content = Encode(fields) });

    /// <summary>Posts to another address with the token of the page in sight.</summary>
    public Task<Answer> PostTo(string path)
    {
        var token = Hidden().Matches(html).First(match => match.Groups[1].Value == "__RequestVerificationToken").Groups[2].Value;
        return Send(new HttpRequestMessage(HttpMethod.Post, new Uri(Base, path)) { Content = Encode([("__RequestVerificationToken", token)]) });
    }

    private static FormUrlEncodedContent Encode(IEnumerable<(string Name, string Value)> fields) =>
        new(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));

    private async Task<Answer> Send(HttpRequestMessage request)
    {
        request.Headers.TryAddWithoutValidation("Cookie", cookies.GetCookieHeader(Base));
        using var response = await sender.SendAsync(request, TestContext.Current.CancellationToken);
        foreach (var cookie in response.Headers.TryGetValues("Set-Cookie", out var set) ? set : [])
        {
            cookies.SetCookies(Base, cookie);
        }

        var text = await response.Content.ReadAsStringAsync();
        if (response.StatusCode == HttpStatusCode.OK)
        {
            (page, html) = (request.RequestUri!, text);
        }

        return new((int)response.StatusCode, WebUtility.HtmlDecode(text), response.Headers.Location?.ToString());
    }

    [GeneratedRegex("<form.*?</form>", RegexOptions.Singleline)]
    private static partial Regex Forms();

    [GeneratedRegex("""<input type="hidden" name="([^"]+)" value="([^"]*)""")]
    private static partial Regex Hidden();
}

internal sealed record Answer(int Status, string Text, string? Location);

using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace Greenprint.Monitoring.Tests.Office;

/// <summary>A person without scripts: keeps cookies, fills in the form in sight, follows nothing by itself.</summary>
internal sealed partial class Browser(HttpMessageHandler server)
{
    private static readonly Uri Base = new("http://localhost/");
    private readonly HttpMessageInvoker sender = new(server);
    private readonly CookieContainer cookies = new();
    private Uri page = Base;
    private string html = "";

    public Task<Answer> Get(string path) => Send(new HttpRequestMessage(HttpMethod.Get, new Uri(Base, path)));

    /// <summary>Goes where an answer leads.</summary>
    public Task<Answer> Follow(Answer answer) => Get(new Uri(Base, answer.Location).PathAndQuery);

    /// <summary>Posts the named form of the page in sight with its hidden fields and what is typed.</summary>
    public Task<Answer> Post(string form, params (string Name, string Value)[] typed) => Send(new HttpRequestMessage(HttpMethod.Post, page)
    {
        Content = new FormUrlEncodedContent(Hidden(form).Concat(typed).Select(field => KeyValuePair.Create(field.Name, field.Value))),
    });

    /// <summary>The same with files.</summary>
    public Task<Answer> Upload(string form, (string Name, string Text)[] files, params (string Name, string Value)[] typed)
    {
        MultipartFormDataContent content = [];
        foreach (var (name, value) in Hidden(form).Concat(typed))
        {
            content.Add(new StringContent(value), name);
        }

        foreach (var (name, text) in files)
        {
            content.Add(new ByteArrayContent(Encoding.UTF8.GetBytes(text)), "Files", name);
        }

        return Send(new HttpRequestMessage(HttpMethod.Post, page) { Content = content });
    }

    private IEnumerable<(string Name, string Value)> Hidden(string form)
    {
        var text = Forms().Matches(html).Select(match => match.Value).FirstOrDefault(found => found.Contains($"value=\"{form}\"", StringComparison.Ordinal));
        Assert.True(text is not null, $"No form '{form}' on {page}.");
        return Inputs().Matches(text).Select(input => input.Value)
            .Where(input => Attribute(input, "type") == "hidden")
            .Select(input => (Attribute(input, "name")!, Attribute(input, "value") ?? ""));
    }

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

    private static string? Attribute(string tag, string name) =>
        Regex.Match(tag, $"\\s{name}=\"([^\"]*)\"") is { Success: true } match ? WebUtility.HtmlDecode(match.Groups[1].Value) : null;

    [GeneratedRegex("<form.*?</form>", RegexOptions.Singleline)]
    private static partial Regex Forms();

    [GeneratedRegex("<input[^>]*>")]
    private static partial Regex Inputs();
}

internal sealed record Answer(int Status, string Text, string? Location);

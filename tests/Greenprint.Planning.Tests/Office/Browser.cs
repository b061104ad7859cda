using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace Greenprint.Planning.Tests.Office;

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

    /// <summary>Posts the named form of the page in sight as it stands, with <paramref name="changes"/> typed over it; a value of null leaves the field out.</summary>
    public Task<Answer> Post(string form, params (string Name, string? Value)[] changes) => Send(new HttpRequestMessage(HttpMethod.Post, page)
    {
        Content = new FormUrlEncodedContent(Filled(form, changes).Select(field => KeyValuePair.Create(field.Name, field.Value))),
    });

    /// <summary>The same with a file.</summary>
    public Task<Answer> Upload(string form, string fileName, string text, params (string Name, string? Value)[] changes) =>
        Upload(form, fileName, Encoding.UTF8.GetBytes(text), changes);

    /// <summary>The same with the bytes of a file.</summary>
    public Task<Answer> Upload(string form, string fileName, byte[] bytes, params (string Name, string? Value)[] changes)
    {
        MultipartFormDataContent content = [];
        foreach (var (name, value) in Filled(form, changes))
        {
            content.Add(new StringContent(value), name);
        }

        content.Add(new ByteArrayContent(bytes), "File", fileName);
        return Send(new HttpRequestMessage(HttpMethod.Post, page) { Content = content });
    }

    /// <summary>Posts the form in sight to another address, as somebody who makes up requests would.</summary>
    public Task<Answer> PostTo(string path, string form, params (string Name, string? Value)[] changes)
    {
        page = new Uri(Base, path);
        return Post(form, changes);
    }

    private List<(string Name, string Value)> Filled(string form, (string Name, string? Value)[] changes)
    {
        var text = Forms().Matches(html).Select(match => match.Value).FirstOrDefault(found => found.Contains($"value=\"{form}\"", StringComparison.Ordinal));
        Assert.True(text is not null, $"No form '{form}' on {page}.");
        List<(string Name, string Value)> fields = [];
        foreach (Match input in Inputs().Matches(text))
        {
            var (name, type) = (Attribute(input.Value, "name"), Attribute(input.Value, "type"));
            if (name is not null && type is not "file" && (type is not "checkbox" || Checked().IsMatch(input.Value)))
            {
                fields.Add((name, Attribute(input.Value, "value") ?? ""));
            }
        }

        foreach (Match select in Selects().Matches(text))
        {
            var chosen = Options().Matches(select.Value).Select(option => option.Value).FirstOrDefault(option => option.Contains(" selected", StringComparison.Ordinal));
            fields.Add((Attribute(select.Value, "name")!, chosen is null ? "" : Attribute(chosen, "value") ?? ""));
        }

        foreach (Match area in TextAreas().Matches(text))
        {
            fields.Add((Attribute(area.Value, "name")!, WebUtility.HtmlDecode(area.Groups[1].Value)));
        }

        fields.RemoveAll(field => changes.Any(change => change.Name == field.Name));
        fields.AddRange(changes.Where(change => change.Value is not null).Select(change => (change.Name, change.Value!)));
        return fields;
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

    [GeneratedRegex("<select.*?</select>", RegexOptions.Singleline)]
    private static partial Regex Selects();

    [GeneratedRegex("<textarea[^>]*>(.*?)</textarea>", RegexOptions.Singleline)]
    private static partial Regex TextAreas();

    [GeneratedRegex("<option[^>]*>")]
    private static partial Regex Options();

    [GeneratedRegex(@"\schecked")]
    private static partial Regex Checked();
}

internal sealed record Answer(int Status, string Text, string? Location);

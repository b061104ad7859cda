using Microsoft.Extensions.Options;

namespace Greenprint.Platform;

/// <summary>Settings of what leaves the program, under <c>Notices</c>. Read once at start; a wrong one stops the program and names itself.</summary>
public sealed class NoticeOptions
{
    /// <summary>The address under which people open this site, for example <c>https://plan.lanwan.example/</c>: links in mails and messages begin with it. Never taken from a request.</summary>
    public string Site { get; set; } = "";

    internal Uri? Base => Uri.TryCreate(Site, UriKind.Absolute, out var site) ? site : null;

    /// <summary>The whole address of a page; the page alone where no site is set.</summary>
    internal string LinkTo(string page, bool english)
    {
        var path = (english ? "en/" : "") + page;
        return Base is { } site ? site.AbsoluteUri.TrimEnd('/') + "/" + path : path;
    }
}

internal sealed class NoticeOptionsValidator : IValidateOptions<NoticeOptions>
{
    public ValidateOptionsResult Validate(string? name, NoticeOptions options) =>
        options.Site.Length == 0 || (options.Base is { Scheme: "http" or "https", UserInfo: "", Query: "", Fragment: "" })
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail($"Notices:Site '{options.Site}' is no address such as https://plan.lanwan.example/.");
}

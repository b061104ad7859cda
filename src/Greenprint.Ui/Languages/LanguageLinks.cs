using Microsoft.AspNetCore.Http;

namespace Greenprint.Ui.Languages;

/// <summary>Where the page a reader sees stands in each language. Chinese is at the root, English under <c>/en</c>.</summary>
internal sealed record LanguageLinks(string Chinese, string English, string Root)
{
    internal const string EnglishPrefix = "/en";

    internal static LanguageLinks Of(HttpContext context)
    {
        var root = context.Items.TryGetValue(typeof(LanguageLinks), out var before) && before is PathString outer ? outer : context.Request.PathBase;
        // A page drawn again for an error keeps the address the reader asked for.
        var shown = context.Features.Get<Microsoft.AspNetCore.Diagnostics.IStatusCodeReExecuteFeature>();
        var path = shown is null ? context.Request.Path : new PathString(shown.OriginalPath);
        var query = shown is null ? context.Request.QueryString.Value : shown.OriginalQueryString;
        if (path.StartsWithSegments(EnglishPrefix, out var rest))
        {
            path = rest;
        }

        return new(root.Add(path.HasValue ? path : new("/")) + query, root.Add(EnglishPrefix).Add(path) + query, root.Value + "/");
    }
}

using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Greenprint.Ui.Languages;

/// <summary>Reads the language from the first step of the path. It becomes part of the base, so relative links stay inside the language.</summary>
internal sealed class LanguageByPath(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        // A page that is drawn again for an error comes here a second time, with its language already in the base.
        var root = context.Items.TryGetValue(typeof(LanguageLinks), out var before) && before is PathString first ? first : request.PathBase;
        context.Items[typeof(LanguageLinks)] = root;
        var culture = request.PathBase == root.Add(LanguageLinks.EnglishPrefix) ? Cultures.English : Cultures.Chinese;
        // Only the lower-case step itself: /english is a page, not a language.
        if (request.PathBase == root && request.Path.StartsWithSegments(LanguageLinks.EnglishPrefix, StringComparison.Ordinal, out var rest))
        {
            if (!rest.HasValue)
            {
                // Relative links of /en would leave the language; /en/ is its home.
                context.Response.Redirect(request.PathBase + LanguageLinks.EnglishPrefix + "/" + request.QueryString, permanent: true);
                return;
            }

            request.PathBase = request.PathBase.Add(LanguageLinks.EnglishPrefix);
            request.Path = rest;
            culture = Cultures.English;
        }

        CultureInfo.CurrentCulture = culture;
        CultureInfo.CurrentUICulture = culture;
        await next(context);
    }
}

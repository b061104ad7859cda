using System.Text.Encodings.Web;
using System.Text.Unicode;
using Greenprint.Ui.Charts;
using Greenprint.Ui.Languages;
using Greenprint.Ui.Office;
using Greenprint.Ui.Shell;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Radzen;

namespace Greenprint.Ui;

/// <summary>The door of the visual language: what a host calls.</summary>
public static class UiModule
{
    /// <summary>Charts, asset addresses and their warm-up, the components of the back office. The host also registers one <see cref="ISiteFrame"/>.</summary>
    public static IServiceCollection AddGreenprintUi(this IServiceCollection services)
    {
        // Chinese is written as Chinese: as numbered entities it would be four times as long and unreadable in the source of a page.
        services.AddWebEncoders(encoders => encoders.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.AddSingleton<ChartPictures>();
        services.AddSingleton<Assets>();
        services.AddHostedService<ChartWarmUp>();
        services.AddRadzenComponents();
        services.AddSingleton<ILocalizer, ChineseWords>();
        return services;
    }

    /// <summary>
    /// Chinese at the root, English under <c>/en</c>, then routing: a route is chosen by the path without its language.
    /// Call it before anything that looks at routes, and call no <c>UseRouting</c> of your own.
    /// </summary>
    public static IApplicationBuilder UseGreenprintLanguages(this IApplicationBuilder app) =>
        app.UseMiddleware<LanguageByPath>().UseRouting();

    /// <summary>The address that keeps a reader's theme; for everybody.</summary>
    public static IEndpointRouteBuilder MapGreenprintUi(this IEndpointRouteBuilder routes)
    {
        routes.MapThemeSwitch();
        return routes;
    }
}

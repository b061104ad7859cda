using Greenprint.Portal.Indicators;
using Greenprint.Portal.OpenData;
using Greenprint.Portal.Plans;
using Greenprint.Quantities;
using Greenprint.Ui;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Greenprint.Portal;

/// <summary>What the public sees: pages, pictures and open data. The door of the module.</summary>
public static class PortalModule
{
    /// <summary>The main navigation of the site.</summary>
    public static IReadOnlyList<SiteLink> Links { get; } =
    [
        new("", new Bilingual("进展", "Where we stand")),
        new("plans", new Bilingual("规划", "Plans")),
        new("methods", new Bilingual("核对数字", "Check a figure")),
    ];

    /// <summary>The links at the foot of the site.</summary>
    public static IReadOnlyList<SiteLink> FooterLinks { get; } =
    [
        new("about", new Bilingual("关于与无障碍", "About and accessibility")),
        new("methods", new Bilingual("怎样核对一个数字", "How to check a figure")),
        new("about#open-data", new Bilingual("开放数据", "Open data")),
    ];

    /// <summary>Registers the module.</summary>
    public static void AddPortal(this IHostApplicationBuilder builder) => builder.Services.AddScoped<PublicPlans>();

    /// <summary>Maps open data, pictures and documents; the pages are Razor components of this assembly.</summary>
    public static void MapPortal(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapOpenData();
        endpoints.MapPictures();
        endpoints.MapDocuments();
    }
}

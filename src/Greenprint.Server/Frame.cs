using System.Reflection;
using Greenprint.Planning;
using Greenprint.Platform;
using Greenprint.Portal;
using Greenprint.Quantities;
using Greenprint.Ui;

namespace Greenprint.Server;

/// <summary>What stands around every page: the place, the ways, and the mark of invented data.</summary>
internal sealed class Frame(IPlans plans, IRegions regions, IHttpContextAccessor request) : ISiteFrame
{
    private static readonly string? Version = typeof(Frame).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0];

    public async ValueTask<SiteFrame> ForReader(CancellationToken cancellation)
    {
        var all = await plans.All(cancellation);
        var places = all.Where(plan => plan.Status != PlanStatus.Draft).Select(plan => plan.Region).Distinct().ToList();
        var known = await regions.All(cancellation);
        // One invented region marks the whole installation: a reader must not have to know which page is which.
        var demo = all.Any(plan => plan.IsDemo) || known.Any(region => region.IsDemo);
        var signedIn = request.HttpContext?.User.Identity?.IsAuthenticated == true;
        return new SiteFrame(places is [var only] ? known.FirstOrDefault(region => region.Code == only)?.Name : null, PortalModule.Links, demo)
        {
            Account = signedIn
                ? [new("account", new Bilingual("我的工作", "My desk")), new("sign-out", new Bilingual("退出", "Sign out"), Posts: true)]
                : [new("sign-in", new Bilingual("登录", "Sign in"))],
            Footer = PortalModule.FooterLinks,
            Version = Version,
        };
    }
}

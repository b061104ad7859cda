using System.Reflection;
using System.Security.Claims;
using Greenprint.Planning;
using Greenprint.Platform;
using Greenprint.Portal;
using Greenprint.Quantities;
using Greenprint.Ui;
using Microsoft.AspNetCore.Authorization;

namespace Greenprint.Server;

/// <summary>What stands around every page: the place, the ways, and the mark of invented data.</summary>
internal sealed class Frame(IPlans plans, IRegions regions, IHttpContextAccessor request, IAuthorizationService asks, IRights rights, INotices notices) : ISiteFrame
{
    private static readonly string? Version = typeof(Frame).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0];

    private static readonly SiteLink Work = new("office/work/mine", new Bilingual("待办", "Work"));
    private static readonly SiteLink Notices = new("office/notices", new Bilingual("消息", "Notices"));
    private static readonly SiteLink[] Own = [new("account", new Bilingual("我的账号", "My account")), new("sign-out", new Bilingual("退出", "Sign out"), Posts: true)];

    public async ValueTask<SiteFrame> ForReader(CancellationToken cancellation)
    {
        var all = await plans.All(cancellation);
        var places = all.Where(plan => plan.Status != PlanStatus.Draft).Select(plan => plan.Region).Distinct().ToList();
        var known = await regions.All(cancellation);
        // One invented region marks the whole installation: a reader must not have to know which page is which.
        var demo = all.Any(plan => plan.IsDemo) || known.Any(region => region.IsDemo);
        var user = request.HttpContext?.User;
        var signedIn = user?.Identity?.IsAuthenticated == true;
        var works = signedIn && (await asks.AuthorizeAsync(user!, request.HttpContext, Rights.SeeWork)).Succeeded;
        return new SiteFrame(places is [var only] ? known.FirstOrDefault(region => region.Code == only)?.Name : null, PortalModule.Links, demo)
        {
            Account = !signedIn ? [new("sign-in", new Bilingual("登录", "Sign in"))] : [.. works ? [Work] : Array.Empty<SiteLink>(), await Bell(user!, cancellation), .. Own],
            Footer = PortalModule.FooterLinks,
            Version = Version,
        };
    }

    private async Task<SiteLink> Bell(ClaimsPrincipal user, CancellationToken cancellation) =>
        Notices with { Bell = rights.ActorOf(user) is { } reader ? await notices.Unread(reader.Id, cancellation) : 0 };
}

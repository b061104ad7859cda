using Greenprint.Planning.Office;
using Greenprint.Planning.Plans;
using Greenprint.Platform;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Greenprint.Planning.Adjusting;

/// <summary>"Has to do with the adjustments of the plan that the address names": edits it, sees its work, or sees the work of one of its units.</summary>
internal sealed class SeesAdjustments : IAuthorizationRequirement
{
    /// <summary>Name of the policy.</summary>
    public const string Policy = "planning-adjustments";
}

internal sealed class SeesAdjustmentsHandler(GreenprintDb db, IRights rights, IChinaClock clock, IHttpContextAccessor request) : AuthorizationHandler<SeesAdjustments>
{
    protected override async Task HandleRequirementAsync(AuthorizationHandlerContext context, SeesAdjustments requirement)
    {
        // The router asks a second time without naming the request; it is the same one.
        var http = context.Resource as HttpContext ?? request.HttpContext;
        var cancellation = http?.RequestAborted ?? CancellationToken.None;
        if (http?.GetRouteValue(EditsThisPlan.Id) is not string id)
        {
            return;
        }

        // A plan that is not there belongs to nobody: the page answers that.
        var region = await db.Set<PlanRow>().AsNoTracking().Where(plan => plan.Id == id).Select(plan => plan.Region).SingleOrDefaultAsync(cancellation);
        if (region is null
            || await rights.May(context.User, Rights.EditPlans, region, cancellation)
            || await rights.May(context.User, Rights.SeeWork, region, cancellation)
            || (await rights.UnitsOf(context.User, Rights.SeeWork, region, clock.Today, cancellation)).Count > 0)
        {
            context.Succeed(requirement);
        }
    }
}

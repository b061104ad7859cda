using Greenprint.Planning.Plans;
using Greenprint.Platform;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Greenprint.Planning.Office;

/// <summary>"May edit the plan that the address names." Asked before a page of that plan is begun, for reading it and for posting to it alike.</summary>
internal sealed class EditsThisPlan : IAuthorizationRequirement
{
    /// <summary>Name of the policy.</summary>
    public const string Policy = "planning-this-plan";

    /// <summary>Name of the part of the address that is the plan's id.</summary>
    public const string Id = "plan";
}

internal sealed class EditsThisPlanHandler(GreenprintDb db, IRights rights, IHttpContextAccessor request) : AuthorizationHandler<EditsThisPlan>
{
    protected override async Task HandleRequirementAsync(AuthorizationHandlerContext context, EditsThisPlan requirement)
    {
        // The router asks a second time without naming the request; it is the same one.
        var http = context.Resource as HttpContext ?? request.HttpContext;
        var id = http?.GetRouteValue(EditsThisPlan.Id) as string;
        var cancellation = http?.RequestAborted ?? CancellationToken.None;
        var region = id is null ? null : await db.Set<PlanRow>().AsNoTracking().Where(plan => plan.Id == id).Select(plan => plan.Region).SingleOrDefaultAsync(cancellation);

        // A plan that is not there belongs to nobody: the page answers that.
        if (id is not null && (region is null || await rights.May(context.User, Rights.EditPlans, region, cancellation)))
        {
            context.Succeed(requirement);
        }
    }
}

/// <summary>"May see the work of the plan that the address names": all of its region, or that of a unit of it. Whoever reports for one unit sees the whole, because the tasks of others bear on theirs. A draft is seen by its editors only.</summary>
internal sealed class SeesThisPlan : IAuthorizationRequirement
{
    /// <summary>Name of the policy.</summary>
    public const string Policy = "planning-see-this-plan";
}

internal sealed class SeesThisPlanHandler(GreenprintDb db, IRights rights, IChinaClock clock, IHttpContextAccessor request) : AuthorizationHandler<SeesThisPlan>
{
    protected override async Task HandleRequirementAsync(AuthorizationHandlerContext context, SeesThisPlan requirement)
    {
        // The router asks a second time without naming the request; it is the same one.
        var http = context.Resource as HttpContext ?? request.HttpContext;
        var cancellation = http?.RequestAborted ?? CancellationToken.None;
        if (http?.GetRouteValue(EditsThisPlan.Id) is not string id)
        {
            return;
        }

        // A plan that is not there belongs to nobody: the page answers that.
        var plan = await db.Set<PlanRow>().AsNoTracking().Where(one => one.Id == id).Select(one => new { one.Region, one.Status }).SingleOrDefaultAsync(cancellation);
        if (plan is null
            || await rights.May(context.User, plan.Status == PlanStatus.Draft ? Rights.EditPlans : Rights.SeeWork, plan.Region, cancellation)
            || (plan.Status != PlanStatus.Draft && (await rights.UnitsOf(context.User, Rights.SeeWork, plan.Region, clock.Today, cancellation)).Count > 0))
        {
            context.Succeed(requirement);
        }
    }
}

using Greenprint.Delivery.Cycles;
using Greenprint.Platform;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Greenprint.Delivery.Dispatch;

/// <summary>"Sees the item that the address names", or "reports on it". Asked before a page of the item is begun, for reading and posting alike.</summary>
internal sealed class WorksOnItem(bool toReport) : IAuthorizationRequirement
{
    public const string Policy = "delivery-this-item";

    public const string ReportPolicy = "delivery-report-this-item";

    /// <summary>Name of the part of the address that is the item's id.</summary>
    public const string Id = "item";

    public string Right => toReport ? Rights.ReportProgress : Rights.SeeWork;
}

internal sealed class WorksOnItemHandler(GreenprintDb db, IRights rights, IHttpContextAccessor request) : AuthorizationHandler<WorksOnItem>
{
    protected override async Task HandleRequirementAsync(AuthorizationHandlerContext context, WorksOnItem requirement)
    {
        // The router asks a second time without naming the request; it is the same one.
        var http = context.Resource as HttpContext ?? request.HttpContext;
        var cancellation = http?.RequestAborted ?? CancellationToken.None;
        if (http?.GetRouteValue(WorksOnItem.Id) is string id)
        {
            var item = await db.Set<ItemRow>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancellation);

            // An item that is not there belongs to nobody: the page answers that.
            if (item is null || await rights.May(context.User, requirement.Right, item.Region, item.Unit, cancellation))
            {
                context.Succeed(requirement);
            }
        }
    }
}

/// <summary>"Runs the dispatch of the cycle that the address names."</summary>
internal sealed class RunsCycle : IAuthorizationRequirement
{
    public const string Policy = "delivery-this-cycle";

    public const string Id = "cycle";
}

internal sealed class RunsCycleHandler(GreenprintDb db, IRights rights, IHttpContextAccessor request) : AuthorizationHandler<RunsCycle>
{
    protected override async Task HandleRequirementAsync(AuthorizationHandlerContext context, RunsCycle requirement)
    {
        var http = context.Resource as HttpContext ?? request.HttpContext;
        var cancellation = http?.RequestAborted ?? CancellationToken.None;
        if (http?.GetRouteValue(RunsCycle.Id) is string id)
        {
            var region = await db.Set<CycleRow>().AsNoTracking().Where(row => row.Id == id).Select(row => row.Region).SingleOrDefaultAsync(cancellation);
            if (region is null || await rights.May(context.User, Rights.Dispatch, region, cancellation))
            {
                context.Succeed(requirement);
            }
        }
    }
}

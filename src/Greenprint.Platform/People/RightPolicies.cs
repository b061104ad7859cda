using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;

namespace Greenprint.Platform;

/// <summary>"Has the right in at least one region." The page or handler then asks <see cref="IRights"/> about the region at hand.</summary>
internal sealed record RightRequirement(string Right) : IAuthorizationRequirement;

internal sealed class RightHandler(RightsReader rights) : AuthorizationHandler<RightRequirement>
{
    protected override async Task HandleRequirementAsync(AuthorizationHandlerContext context, RightRequirement requirement)
    {
        var cancellation = (context.Resource as HttpContext)?.RequestAborted ?? CancellationToken.None;
        if (await rights.MaySomewhere(context.User, requirement.Right, cancellation))
        {
            context.Succeed(requirement);
        }
    }
}

/// <summary>What says nothing about who may use it is for nobody. An address that leads nowhere is answered 404, not "sign in".</summary>
internal sealed class Nobody : AuthorizationHandler<Nobody>, IAuthorizationRequirement
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, Nobody requirement)
    {
        if (context.Resource is HttpContext http && http.GetEndpoint() is null)
        {
            context.Succeed(requirement);
        }

        return Task.CompletedTask;
    }
}

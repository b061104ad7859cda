using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;

namespace Greenprint.Platform;

/// <summary>"Has one of the rights in at least one region." The page or handler then asks <see cref="IRights"/> about the region at hand.</summary>
internal sealed record RightRequirement(params string[] AnyOf) : IAuthorizationRequirement;

internal sealed class RightHandler(RightsReader rights) : AuthorizationHandler<RightRequirement>
{
    protected override async Task HandleRequirementAsync(AuthorizationHandlerContext context, RightRequirement requirement)
    {
        var cancellation = (context.Resource as HttpContext)?.RequestAborted ?? CancellationToken.None;
        foreach (var right in requirement.AnyOf)
        {
            if (await rights.MaySomewhere(context.User, right, cancellation))
            {
                context.Succeed(requirement);
                return;
            }
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

/// <summary>Policies of pages that more than one right opens.</summary>
internal static class PlatformPolicies
{
    /// <summary>People: who makes accounts, and who gives rights.</summary>
    public const string People = "people";
}

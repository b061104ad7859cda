using System.Security.Claims;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Greenprint.Platform;

/// <summary>
/// Who is signed in on a page that stays connected. A request is asked at every request whether its session still holds; a connection
/// makes none, so it is asked every minute.
/// </summary>
internal sealed class LiveSession(ILoggerFactory logs, IServiceScopeFactory scopes) : RevalidatingServerAuthenticationStateProvider(logs)
{
    protected override TimeSpan RevalidationInterval => TimeSpan.FromMinutes(1);

    protected override async Task<bool> ValidateAuthenticationStateAsync(AuthenticationState authenticationState, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await Holds(scope.ServiceProvider.GetRequiredService<UserManager<Person>>(), authenticationState.User);
    }

    /// <summary>A session ends with the password it was begun with.</summary>
    internal static async Task<bool> Holds(UserManager<Person> users, ClaimsPrincipal? user)
    {
        var stamp = user?.FindFirst(users.Options.ClaimsIdentity.SecurityStampClaimType)?.Value;
        return user is not null && stamp is not null && await users.GetUserAsync(user) is { } person && stamp == person.SecurityStamp;
    }
}

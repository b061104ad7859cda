using System.Security.Claims;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Greenprint.Platform;

/// <summary>
/// Who is signed in on a page that stays connected. A request is asked at every request whether its session still holds; a connection
/// makes none, so it is asked whenever the page reads or acts for the person, and every minute.
/// </summary>
internal sealed class LiveSession(ILoggerFactory logs, IServiceScopeFactory scopes, IOptions<PeopleOptions> options, TimeProvider time) : RevalidatingServerAuthenticationStateProvider(logs)
{
    // An open page must not keep a session that no request keeps: it is over after the same time without an act.
    private DateTimeOffset lastAct = time.GetUtcNow();

    protected override TimeSpan RevalidationInterval => TimeSpan.FromMinutes(1);

    /// <summary>Who acts now: nobody, where the session is over.</summary>
    public override async Task<AuthenticationState> GetAuthenticationStateAsync()
    {
        var state = await base.GetAuthenticationStateAsync();
        if (state.User.Identity?.IsAuthenticated != true)
        {
            return state;   // the public site asks nothing
        }

        if (!await StillHolds(state.User))
        {
            return new(new ClaimsPrincipal(new ClaimsIdentity()));
        }

        lastAct = time.GetUtcNow();
        return state;
    }

    protected override Task<bool> ValidateAuthenticationStateAsync(AuthenticationState authenticationState, CancellationToken cancellationToken) =>
        StillHolds(authenticationState.User);

    /// <summary>A session ends when its person signs out, and with the password it was begun with.</summary>
    internal static async Task<bool> Holds(IServiceProvider services, ClaimsPrincipal? user)
    {
        var users = services.GetRequiredService<UserManager<Person>>();
        return user?.FindFirstValue(users.Options.ClaimsIdentity.SecurityStampClaimType) is { } stamp
            && user.FindFirstValue(PersonPrincipals.Session) is { } session
            && await services.GetRequiredService<Sessions>().Holds(session, CancellationToken.None)
            && await users.GetUserAsync(user) is { } person
            && stamp == person.SecurityStamp;
    }

    private async Task<bool> StillHolds(ClaimsPrincipal user)
    {
        if (time.GetUtcNow() - lastAct > TimeSpan.FromMinutes(options.Value.SessionMinutes))
        {
            return false;
        }

        await using var scope = scopes.CreateAsyncScope();
        return await Holds(scope.ServiceProvider, user);
    }
}

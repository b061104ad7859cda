using System.Security.Claims;
using Greenprint.Platform;
using Greenprint.Quantities;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.DependencyInjection;

namespace Greenprint.Planning.Confirming.Screen;

/// <summary>
/// Reads and acts for the screen, each time in a scope of its own. The screen stays open for hours: with one scope it would see
/// rights as they were when it was opened, and hold on to a connection.
/// </summary>
internal sealed class ConfirmingActs(IServiceScopeFactory scopes, AuthenticationStateProvider session)
{
    /// <summary>The document as it stands; null where there is none, or where the person may not edit the plan any more.</summary>
    public async Task<ConfirmingView?> Load(string plan)
    {
        await using var scope = scopes.CreateAsyncScope();
        var user = await User();
        return await scope.ServiceProvider.GetRequiredService<ConfirmingDesk>().Find(user, plan, CancellationToken.None) is { } view
            && await scope.ServiceProvider.GetRequiredService<IRights>().May(user, Rights.EditPlans, view.Plan.Region, CancellationToken.None)
            ? view
            : null;
    }

    /// <summary>Does one act; null when it was done, else why it was not. It is not stopped half-way: what was asked for is saved, even where the connection breaks meanwhile.</summary>
    public async Task<Bilingual?> Do(Func<ConfirmingDesk, ClaimsPrincipal, Task<Finding?>> act)
    {
        await using var scope = scopes.CreateAsyncScope();
        var user = await User();
        return user.Identity?.IsAuthenticated == true
            ? (await act(scope.ServiceProvider.GetRequiredService<ConfirmingDesk>(), user))?.Message
            : ("登录已失效，请重新登录；已作出的决定都已保存。", "Your session is over: sign in again. Every decision made is saved.");
    }

    private async Task<ClaimsPrincipal> User() => (await session.GetAuthenticationStateAsync()).User;
}

using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Greenprint.Platform;

/// <summary>Why somebody who comes from the provider is not let in.</summary>
internal enum SignOnRefusal
{
    /// <summary>No account is connected with them.</summary>
    Unknown,

    /// <summary>Their account is locked.</summary>
    Locked,

    /// <summary>The provider's answer is not to be trusted, or it refused.</summary>
    Failed,

    /// <summary>The provider does not answer.</summary>
    Away,
}

/// <summary>Where somebody came from and wants to go.</summary>
/// <param name="Base">Base of our pages in their language.</param>
/// <param name="Home">The page that they wanted.</param>
/// <param name="Connects">True where they want to connect their account.</param>
internal sealed record SignOnWay(string Base, string Home, bool Connects);

/// <summary>
/// People who come from a single sign-on. Being known there lets nobody in: a person connects their own account once, with its password, and from then on
/// the provider's word opens it.
/// </summary>
internal sealed class SignOnDesk(GreenprintDb db, IChanges changes, UserManager<Person> users, SignIn signIn, IOptions<OpenIdOptions> options)
{
    private const int LongestAccount = 150;

    // How a token says that more than one kind of proof was shown (RFC 8176). The names of single methods say only how, not that it was the second.
    private const string ManyFactors = "mfa";

    /// <summary>Lets somebody in, asks for more, or refuses.</summary>
    /// <returns>The page to show them.</returns>
    public async Task<string> Arrive(HttpContext context, ClaimsPrincipal known, SignOnWay way)
    {
        var stop = context.RequestAborted;
        if (known.FindFirstValue(options.Value.AccountClaim) is not { Length: > 0 and <= LongestAccount } account)
        {
            return Refused(way, SignOnRefusal.Failed);
        }

        if (way.Connects)
        {
            await context.SignInAsync(OpenId.Arrived, new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, account)], OpenId.Arrived)));
            return $"{way.Base}/account/sign-on";
        }

        if (await db.Set<Person>().AsNoTracking().SingleOrDefaultAsync(person => person.SignOnName == account, stop) is not { } person)
        {
            await changes.Apply(
                new Actor("sign-on", account),
                change =>
                {
                    change.Record("", $"sign-on/{account}", "sign-on.refused", new { Because = SignOnRefusal.Unknown.ToString() });
                    return Task.FromResult(0);
                },
                stop);
            return Refused(way, SignOnRefusal.Unknown);
        }

        // This request came past the session that the browser may still have; it is ended by the new one.
        context.User = (await context.AuthenticateAsync(IdentityConstants.ApplicationScheme)).Principal ?? new();
        var withFactor = options.Value.HasSecondFactor || known.HasClaim("amr", ManyFactors);
        return await signIn.BySignOn(context, person, withFactor, stop) switch
        {
            SignInOutcome.Done => way.Home,
            SignInOutcome.NeedsCode => $"{way.Base}/sign-in/code{QueryString.Create("ReturnUrl", way.Home)}",
            _ => Refused(way, SignOnRefusal.Locked),
        };
    }

    /// <summary>What the actor's account is connected with; null where it is not.</summary>
    public Task<string?> ConnectedWith(Actor actor, CancellationToken cancellation) =>
        db.Set<Person>().Where(person => person.Id == actor.Id).Select(person => person.SignOnName).SingleOrDefaultAsync(cancellation);

    /// <summary>Who came from the provider to be connected; null where nobody did, or too long ago.</summary>
    public static async Task<string?> Arrived(HttpContext context) =>
        (await context.AuthenticateAsync(OpenId.Arrived)).Principal?.FindFirstValue(ClaimTypes.NameIdentifier);

    /// <summary>Connects the actor's account with who came from the provider.</summary>
    /// <exception cref="RefusedException">Another account is connected with them.</exception>
    public Task Connect(Actor actor, string account, CancellationToken cancellation) => Change(
        actor,
        async (change, person) =>
        {
            if (await change.Db.Set<Person>().AnyAsync(other => other.SignOnName == account && other.Id != actor.Id, cancellation))
            {
                throw new RefusedException(PlatformFindings.SignOnTaken());
            }

            person.SignOnName = account;
            change.Record("", $"person/{actor.Id}", "sign-on.connected", new { account });
        },
        cancellation);

    /// <summary>Ends the connection; signing in asks for the password again.</summary>
    public Task Disconnect(Actor actor, CancellationToken cancellation) => Change(
        actor,
        (change, person) =>
        {
            change.Record("", $"person/{actor.Id}", "sign-on.disconnected", new { Account = person.SignOnName });
            person.SignOnName = null;
            return Task.CompletedTask;
        },
        cancellation);

    private static string Refused(SignOnWay way, SignOnRefusal why) => $"{way.Base}/sign-in?refused={why}";

    private Task<int> Change(Actor actor, Func<Change, Person, Task> act, CancellationToken cancellation) => changes.Apply(
        actor,
        async change =>
        {
            var person = await users.FindByIdAsync(actor.Id) ?? throw new RefusedException(PlatformFindings.NoSuchPerson());
            await act(change, person);
            Accounts.ThrowIfRefused(await users.UpdateAsync(person));
            return 0;
        },
        cancellation);
}

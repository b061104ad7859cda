using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Greenprint.Platform;

/// <summary>How an attempt ended. One answer for a wrong name and a wrong password, so that names cannot be guessed.</summary>
internal enum SignInOutcome
{
    Done,

    /// <summary>The password is right; the second factor comes next.</summary>
    NeedsCode,

    Wrong,
    Locked,
}

internal sealed class SignIn(
    IChanges changes, UserManager<Person> users, IUserClaimsPrincipalFactory<Person> principals, SecondFactor factor, Sessions sessions, IOptions<PeopleOptions> options, TimeProvider time)
{
    // Verified when nobody has the name, so that the answer takes as long.
    private static readonly string NobodysHash = new PasswordHasher<Person>().HashPassword(Nobody, OneTimeLink.NewToken());

    private static Person Nobody => new() { DisplayName = "" };

    public async Task<SignInOutcome> Try(HttpContext context, string userName, string password, CancellationToken cancellation)
    {
        var person = await users.FindByNameAsync(userName.Trim());
        // The slow part stands outside the change, which keeps other writers waiting.
        var fits = users.PasswordHasher.VerifyHashedPassword(person ?? Nobody, person?.PasswordHash ?? NobodysHash, password) != PasswordVerificationResult.Failed;
        if (person is null)
        {
            return SignInOutcome.Wrong;
        }

        var outcome = await changes.Apply(ActorOf(person), change => Judge(change, person.Id, _ => Task.FromResult(fits), isLast: person.FactorSince is null), cancellation);
        return outcome is SignInOutcome.Done or SignInOutcome.NeedsCode ? await Continue(context, person) : outcome;
    }

    /// <summary>The second step, for whoever passed the first one in this browser some minutes ago.</summary>
    public async Task<SignInOutcome> TryCode(HttpContext context, string code, CancellationToken cancellation)
    {
        if (await Half(context) is not { } person)
        {
            return SignInOutcome.Wrong;
        }

        var outcome = await changes.Apply(ActorOf(person), change => Judge(change, person.Id, one => factor.Use(one, code), isLast: true), cancellation);
        if (outcome == SignInOutcome.Done)
        {
            var bySignOn = (await context.AuthenticateAsync(IdentityConstants.TwoFactorUserIdScheme)).Principal?.HasClaim(PersonPrincipals.SignOn, "true") == true;
            await context.SignOutAsync(IdentityConstants.TwoFactorUserIdScheme);
            await Begin(context, person, withFactor: true, bySignOn);
        }

        return outcome;
    }

    /// <summary>Who passed the first step and owes the second; null where nobody did, or too long ago, or the password changed since.</summary>
    public async Task<Person?> Half(HttpContext context) =>
        (await context.AuthenticateAsync(IdentityConstants.TwoFactorUserIdScheme)).Principal is { } user
        && await users.GetUserAsync(user) is { FactorSince: not null } person
        && user.FindFirstValue(users.Options.ClaimsIdentity.SecurityStampClaimType) == person.SecurityStamp
            ? person
            : null;

    /// <summary>After the password, or a link that replaced it: the session, or the question for the second factor.</summary>
    public async Task<SignInOutcome> Continue(HttpContext context, Person person)
    {
        if (person.FactorSince is null)
        {
            await Begin(context, person, withFactor: false);
            return SignInOutcome.Done;
        }

        await context.SignInAsync(IdentityConstants.TwoFactorUserIdScheme, await principals.CreateAsync(person), new AuthenticationProperties { IsPersistent = false });
        return SignInOutcome.NeedsCode;
    }

    /// <summary>For whoever comes from the single sign-on that their account is connected with; a second factor shown there counts as one.</summary>
    public async Task<SignInOutcome> BySignOn(HttpContext context, Person known, bool withFactor, CancellationToken cancellation)
    {
        var outcome = await changes.Apply(
            ActorOf(known),
            async change =>
            {
                var person = (await users.FindByIdAsync(known.Id))!;
                if (person.LockoutEnd > time.GetUtcNow())
                {
                    change.Record("", $"person/{person.Id}", "sign-on.refused", new { Because = SignOnRefusal.Locked.ToString() });
                    return SignInOutcome.Locked;
                }

                if (!withFactor && person.FactorSince is not null)
                {
                    return SignInOutcome.NeedsCode;
                }

                change.Record("", $"person/{person.Id}", "person.signed-in", new { By = "sign-on" });
                return SignInOutcome.Done;
            },
            cancellation);
        if (outcome == SignInOutcome.Done)
        {
            await Begin(context, known, withFactor, bySignOn: true);
        }
        else if (outcome == SignInOutcome.NeedsCode)
        {
            var half = await principals.CreateAsync(known);
            ((ClaimsIdentity)half.Identity!).AddClaim(new Claim(PersonPrincipals.SignOn, "true"));
            await context.SignInAsync(IdentityConstants.TwoFactorUserIdScheme, half, new AuthenticationProperties { IsPersistent = false });
        }

        return outcome;
    }

    /// <summary>Whether the password is right, of somebody who is signed in already; wrong ones are counted as at signing in.</summary>
    public async Task<SignInOutcome> Confirm(string personId, string password, CancellationToken cancellation)
    {
        var person = (await users.FindByIdAsync(personId))!;
        var fits = await users.CheckPasswordAsync(person, password);
        var outcome = await changes.Apply(ActorOf(person), change => Judge(change, personId, _ => Task.FromResult(fits), isLast: false), cancellation);
        return outcome == SignInOutcome.NeedsCode ? SignInOutcome.Done : outcome;
    }

    /// <summary>The person takes their second factor away, by a code of it; wrong codes are counted as at signing in.</summary>
    public async Task<SignInOutcome> RemoveFactor(string personId, string code, CancellationToken cancellation)
    {
        var person = (await users.FindByIdAsync(personId))!;
        return await changes.Apply(
            ActorOf(person),
            async change =>
            {
                var outcome = await Judge(change, personId, one => factor.Use(one, code), isLast: false);
                if (outcome != SignInOutcome.NeedsCode)
                {
                    return outcome;
                }

                await factor.Remove(change, personId, null, cancellation);
                return SignInOutcome.Done;
            },
            cancellation);
    }

    /// <summary>Begins a session, and ends the one that this browser had: its open pages must not go on in another name.</summary>
    public async Task Begin(HttpContext context, Person person, bool withFactor, bool bySignOn = false)
    {
        await sessions.EndThis(context.User, context.RequestAborted);
        var principal = await principals.CreateAsync(person);
        if (withFactor)
        {
            ((ClaimsIdentity)principal.Identity!).AddClaim(new Claim(PersonPrincipals.Factor, "true"));
        }

        // A session that goes on with another password or factor still came by the single sign-on.
        if (bySignOn || (context.User.FindFirstValue(ClaimTypes.NameIdentifier) == person.Id && context.User.HasClaim(PersonPrincipals.SignOn, "true")))
        {
            ((ClaimsIdentity)principal.Identity!).AddClaim(new Claim(PersonPrincipals.SignOn, "true"));
        }

        await sessions.Begin(ActorOf(person), principal.FindFirstValue(PersonPrincipals.Session)!, context.Request.Headers.UserAgent.ToString(), context.RequestAborted);
        await context.SignInAsync(IdentityConstants.ApplicationScheme, principal, new AuthenticationProperties { IsPersistent = false });
    }

    private static Actor ActorOf(Person person) => new(person.Id, person.DisplayName);

    private async Task<SignInOutcome> Judge(Change change, string personId, Func<Person, Task<bool>> fits, bool isLast)
    {
        var person = (await users.FindByIdAsync(personId))!;
        var now = time.GetUtcNow();
        if (person.LockoutEnd > now)
        {
            return SignInOutcome.Locked;
        }

        if (await fits(person))
        {
            // Wrong codes go on being counted: a known password must not set the count back.
            if (!isLast)
            {
                return SignInOutcome.NeedsCode;
            }

            (person.AccessFailedCount, person.LockoutEnd) = (0, null);
            await users.UpdateAsync(person);
            change.Record("", $"person/{person.Id}", "person.signed-in", new { });
            return SignInOutcome.Done;
        }

        person.AccessFailedCount++;
        var locks = person.AccessFailedCount >= options.Value.LockAfter;
        if (locks)
        {
            (person.AccessFailedCount, person.LockoutEnd) = (0, now.AddMinutes(options.Value.LockMinutes));
        }

        await users.UpdateAsync(person);
        change.Record("", $"person/{person.Id}", locks ? "person.locked" : "person.sign-in-failed", new { });
        return locks ? SignInOutcome.Locked : SignInOutcome.Wrong;
    }
}

/// <summary>A session knows who the person is, not what they may do: rights are asked of the store at every request.</summary>
internal sealed class PersonPrincipals(UserManager<Person> users, IOptions<IdentityOptions> options) : IUserClaimsPrincipalFactory<Person>
{
    public const string DisplayName = "greenprint:name";

    /// <summary>One session of the person: what signing out ends, while others of theirs go on.</summary>
    public const string Session = "greenprint:session";

    /// <summary>There where the session was begun with a second factor.</summary>
    public const string Factor = "greenprint:factor";

    /// <summary>There where the session was begun by the single sign-on.</summary>
    public const string SignOn = "greenprint:sign-on";

    public async Task<ClaimsPrincipal> CreateAsync(Person user) => new(new ClaimsIdentity(
        [
            new Claim(options.Value.ClaimsIdentity.UserIdClaimType, user.Id),
            new Claim(options.Value.ClaimsIdentity.UserNameClaimType, user.UserName!),
            new Claim(DisplayName, user.DisplayName),
            new Claim(Session, Guid.NewGuid().ToString("N")),
            new Claim(options.Value.ClaimsIdentity.SecurityStampClaimType, await users.GetSecurityStampAsync(user)),
        ],
        IdentityConstants.ApplicationScheme));
}

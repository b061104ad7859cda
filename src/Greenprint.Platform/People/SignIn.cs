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
    Wrong,
    Locked,
}

internal sealed class SignIn(
    IChanges changes, UserManager<Person> users, IUserClaimsPrincipalFactory<Person> principals, IOptions<PeopleOptions> options, EndedSessions ended, TimeProvider time)
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

        var outcome = await changes.Apply(new Actor(person.Id, person.DisplayName), change => Judge(change, person.Id, fits), cancellation);
        if (outcome == SignInOutcome.Done)
        {
            await Begin(context, person);
        }

        return outcome;
    }

    /// <summary>Begins a session, and ends the one that this browser had: its open pages must not go on in another name.</summary>
    public async Task Begin(HttpContext context, Person person)
    {
        ended.End(context.User);
        await context.SignInAsync(IdentityConstants.ApplicationScheme, await principals.CreateAsync(person), new AuthenticationProperties { IsPersistent = false });
    }

    private async Task<SignInOutcome> Judge(Change change, string personId, bool fits)
    {
        var person = (await users.FindByIdAsync(personId))!;
        var now = time.GetUtcNow();
        if (person.LockoutEnd > now)
        {
            return SignInOutcome.Locked;
        }

        if (fits)
        {
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

using Greenprint.Quantities;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;

namespace Greenprint.Platform;

/// <summary>Makes accounts by one-time links, and changes passwords.</summary>
internal sealed class Accounts(IChanges changes, Links links, IUnits units, UserManager<Person> users, SignIn signIn, Sessions sessions)
{
    /// <summary>Uses a link: makes its account or sets its password.</summary>
    /// <param name="token">The token of the address.</param>
    /// <param name="entered">What the person entered.</param>
    /// <param name="cancellation">Stops before the commit.</param>
    /// <exception cref="RefusedException">The link does not work, or the name or the password is refused; the link stays open.</exception>
    public async Task<Person> Redeem(string token, NewAccount entered, CancellationToken cancellation)
    {
        return await changes.Apply(
            new Actor("link", entered.DisplayName),
            async change =>
            {
                var link = await links.Find(token, cancellation) ?? throw new RefusedException(PlatformFindings.NoSuchLink());
                links.Close(change, link);
                return link.PersonId is null ? await Create(change, link, entered, cancellation) : await SetPassword(change, link, entered, cancellation);
            },
            cancellation);
    }

    /// <summary>Sets a new password; sessions elsewhere end, this one goes on.</summary>
    /// <exception cref="RefusedException">The present password is wrong, or the new one is refused.</exception>
    public async Task ChangePassword(HttpContext context, Actor actor, string present, string next, CancellationToken cancellation)
    {
        // Counted as at signing in: an open session is no place to guess a password.
        if (await signIn.Confirm(actor.Id, present, cancellation) != SignInOutcome.Done)
        {
            throw new RefusedException(PlatformFindings.AccountRefused(users.ErrorDescriber.PasswordMismatch()));
        }

        var person = await changes.Apply(
            actor,
            async change =>
            {
                var person = await users.FindByIdAsync(actor.Id) ?? throw new RefusedException(PlatformFindings.NoSuchPerson());
                ThrowIfRefused(await users.ChangePasswordAsync(person, present, next));
                await sessions.EndAll(change, person.Id, cancellation);
                change.Record("", $"person/{person.Id}", "password.changed", new { });
                return person;
            },
            cancellation);
        await signIn.Begin(context, person, withFactor: context.User.HasClaim(claim => claim.Type == PersonPrincipals.Factor));
    }

    internal static void ThrowIfRefused(IdentityResult result)
    {
        if (result.Errors.FirstOrDefault() is { } error)
        {
            throw new RefusedException(PlatformFindings.AccountRefused(error));
        }
    }

    private async Task<Person> Create(Change change, OneTimeLink link, NewAccount entered, CancellationToken cancellation)
    {
        var person = new Person { UserName = entered.UserName.Trim(), DisplayName = entered.DisplayName.Trim(), Created = change.At };
        ThrowIfRefused(await users.CreateAsync(person, entered.Password));
        change.Record(link.Region, $"person/{person.Id}", "person.created", new { person.UserName, person.DisplayName });
        if (link.Role != Role.Public)
        {
            await Grants.Give(change, person.Id, new(link.Role, link.Region, link.Unit), null, cancellation);
        }

        if (link.Purpose == LinkPurpose.FirstAdministrator && entered.AlsoEdits)
        {
            await Grants.Give(change, person.Id, new(Role.Editor, link.Region), null, cancellation);
        }

        if (link is { PostUnit: { } unit, PostTitle: { } title })
        {
            await units.Appoint(change, new(person.Id, unit, new Bilingual(title), IsDeputy: false, ChinaTime.DayOf(change.At)), null, cancellation);
        }

        return person;
    }

    private async Task<Person> SetPassword(Change change, OneTimeLink link, NewAccount entered, CancellationToken cancellation)
    {
        var person = await users.FindByIdAsync(link.PersonId!) ?? throw new RefusedException(PlatformFindings.NoSuchPerson());
        foreach (var validator in users.PasswordValidators)
        {
            ThrowIfRefused(await validator.ValidateAsync(users, person, entered.Password));
        }

        person.PasswordHash = users.PasswordHasher.HashPassword(person, entered.Password);
        (person.LockoutEnd, person.AccessFailedCount) = (null, 0);
        if (link.ResetsFactor)
        {
            (person.FactorSince, person.FactorKey, person.FactorCodes, person.FactorLast) = (null, null, null, null);
        }

        // Whoever had the old password may have connected an identity of their own.
        if (person.SignOnName is { } account)
        {
            person.SignOnName = null;
            change.Record("", $"person/{person.Id}", "sign-on.disconnected", new { Account = account });
        }

        // A new stamp ends the sessions that were begun with the old password.
        ThrowIfRefused(await users.UpdateSecurityStampAsync(person));
        await sessions.EndAll(change, person.Id, cancellation);
        change.Record("", $"person/{person.Id}", "password.reset", new { link.ResetsFactor });
        return person;
    }
}

/// <summary>What a person enters when using a link.</summary>
internal sealed record NewAccount(string UserName, string DisplayName, string Password, bool AlsoEdits = false);

using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Identity;

namespace Greenprint.Platform;

/// <summary>The second factor (双因素) of a person: a code of an authenticator that changes every half minute (TOTP, RFC 6238), or a recovery code that works once.</summary>
internal sealed class SecondFactor(IChanges changes, UserManager<Person> users, IUserStore<Person> store, Sessions sessions)
{
    private const int RecoveryCodes = 10;
    private const int CodesInTime = 8;   // the provider takes those of two steps before and after
    private const string Letters = "23456789abcdefghjkmnpqrstuvwxyz";   // none that look alike

    /// <summary>A new secret for a person who has no second factor yet; it counts once a code of it was entered.</summary>
    public Task<string> Begin(Actor actor, CancellationToken cancellation) => changes.Apply(
        actor,
        async change =>
        {
            var person = await Person(actor.Id);
            if (person.FactorSince is not null)
            {
                throw new RefusedException(PlatformFindings.FactorThere());
            }

            // Not by the manager's reset, which would end the session that is setting it up.
            await ((IUserAuthenticatorKeyStore<Person>)store).SetAuthenticatorKeyAsync(person, users.GenerateNewAuthenticatorKey(), cancellation);
            Accounts.ThrowIfRefused(await users.UpdateAsync(person));
            change.Record("", $"person/{person.Id}", "factor.begun", new { });
            return (await users.GetAuthenticatorKeyAsync(person))!;
        },
        cancellation);

    /// <summary>The secret that waits for its first code; null where there is none.</summary>
    public async Task<string?> Waiting(string personId) =>
        await Person(personId) is { FactorSince: null } person ? await users.GetAuthenticatorKeyAsync(person) : null;

    /// <summary>True where the person has a second factor.</summary>
    public async Task<bool> Has(string personId) => (await Person(personId)).FactorSince is not null;

    /// <summary>Takes the second factor into use; from now on signing in asks for it.</summary>
    /// <returns>The recovery codes: the only time that they are known.</returns>
    /// <exception cref="RefusedException">The code does not fit the secret.</exception>
    public Task<IReadOnlyList<string>> Confirm(Actor actor, string code, CancellationToken cancellation) => changes.Apply<IReadOnlyList<string>>(
        actor,
        async change =>
        {
            var person = await Person(actor.Id);
            if (person.FactorSince is not null || !await Use(person, code))
            {
                throw new RefusedException(PlatformFindings.WrongCode());
            }

            List<string> codes = [.. Enumerable.Range(0, RecoveryCodes).Select(_ => RandomNumberGenerator.GetString(Letters, 10))];
            (person.FactorSince, person.FactorCodes) = (change.At, string.Join(' ', codes.Select(Digest)));
            Accounts.ThrowIfRefused(await users.UpdateAsync(person));
            change.Record("", $"person/{person.Id}", "factor.confirmed", new { });
            return codes;
        },
        cancellation);

    /// <summary>Takes the second factor away: by its person with a code, or by the security administrator for somebody who lost theirs.</summary>
    public async Task Remove(Change change, string personId, string? why, CancellationToken cancellation)
    {
        var person = await Person(personId);
        if (person.FactorSince is null)
        {
            throw new RefusedException(PlatformFindings.WrongCode());
        }

        (person.FactorSince, person.FactorKey, person.FactorCodes, person.FactorLast) = (null, null, null, null);
        // Sessions that were begun with it end, too.
        Accounts.ThrowIfRefused(await users.UpdateSecurityStampAsync(person));
        await sessions.EndAll(change, personId, cancellation);
        change.Record("", $"person/{person.Id}", "factor.removed", new { }, why);
    }

    /// <summary>Uses a code: true where it is right and was not used before. The caller saves the person.</summary>
    internal async Task<bool> Use(Person person, string code)
    {
        var entered = new string([.. code.Where(char.IsLetterOrDigit)]).ToLowerInvariant();
        var digest = Digest(entered);
        var recovery = person.FactorCodes?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [];
        if (recovery.Contains(digest))
        {
            person.FactorCodes = string.Join(' ', recovery.Where(one => one != digest));
            return true;
        }

        // Six digits and nothing else: a sign more would make a used code another one.
        if (entered.Length != 6 || !entered.All(char.IsAsciiDigit))
        {
            return false;
        }

        // A code holds for some minutes; whoever looked over a shoulder must not use it again.
        var used = person.FactorLast?.Split(' ') ?? [];
        if (used.Contains(digest) || !await Fits(person, entered))
        {
            return false;
        }

        person.FactorLast = string.Join(' ', used.TakeLast(CodesInTime - 1).Append(digest));
        return true;
    }

    private static string Digest(string code) => "sha256:" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(code)));

    private Task<bool> Fits(Person person, string code) => users.VerifyTwoFactorTokenAsync(person, TokenOptions.DefaultAuthenticatorProvider, code);

    private async Task<Person> Person(string id) => await users.FindByIdAsync(id) ?? throw new RefusedException(PlatformFindings.NoSuchPerson());
}

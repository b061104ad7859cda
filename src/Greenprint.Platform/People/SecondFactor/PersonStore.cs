using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;

namespace Greenprint.Platform;

/// <summary>People in the work database. The secret of a second factor is sealed with the installation's keys, so that a copy of the database alone opens nothing.</summary>
internal sealed class PersonStore(GreenprintDb db, IDataProtectionProvider protection, IdentityErrorDescriber describer) : UserOnlyStore<Person, GreenprintDb>(db, describer)
{
    private readonly IDataProtector seal = protection.CreateProtector("greenprint.second-factor");

    public override Task SetAuthenticatorKeyAsync(Person user, string key, CancellationToken cancellationToken)
    {
        user.FactorKey = seal.Protect(key);
        return Task.CompletedTask;
    }

    public override Task<string?> GetAuthenticatorKeyAsync(Person user, CancellationToken cancellationToken) =>
        Task.FromResult(user.FactorKey is { } sealedKey ? seal.Unprotect(sealedKey) : null);
}

namespace Greenprint.Platform;

/// <summary>What the program itself may do about accounts; everything else is done by people on pages.</summary>
public interface IPeople
{
    /// <summary>
    /// A new one-time link (its path, for example <c>setup/…</c>) that makes the first administrator; older ones stop working.
    /// Null when there is an administrator already.
    /// </summary>
    Task<string?> NewSetupLink(CancellationToken cancellation);

    /// <summary>A new one-time link by which the person with this sign-in name sets a new password; null when nobody has that name. It takes a second factor away as well: whoever has the server has the store.</summary>
    Task<string?> NewPasswordLink(string userName, CancellationToken cancellation);

    /// <summary>
    /// Makes an account with a known password for the sample county, once; an existing one of that name stays as it is.
    /// The caller answers for the site being reachable from this machine only.
    /// </summary>
    /// <exception cref="RefusedException">The store is not one of the sample county.</exception>
    Task CreateDemoPerson(string userName, string displayName, string password, Role role, string region, CancellationToken cancellation);

    /// <summary>The same with several roles. Without a password nobody signs in as this person until a one-time link sets one.</summary>
    /// <returns>The person's id.</returns>
    /// <exception cref="RefusedException">The store is not one of the sample county.</exception>
    Task<string> CreateDemoPerson(string userName, string displayName, string? password, IReadOnlyList<RoleIn> roles, CancellationToken cancellation);

    /// <summary>Takes back the roles of a person of the sample county who has left; the account and what it did stay.</summary>
    /// <exception cref="RefusedException">The store is not one of the sample county.</exception>
    Task EndDemoRoles(string person, string why, CancellationToken cancellation);

    /// <summary>Names of people by their ids; an id nobody has is left out.</summary>
    Task<IReadOnlyDictionary<string, string>> Names(IReadOnlyCollection<string> ids, CancellationToken cancellation);
}

/// <summary>A person as other modules know one.</summary>
/// <param name="Id">Id.</param>
/// <param name="Name">Name.</param>
public sealed record PersonName(string Id, string Name);

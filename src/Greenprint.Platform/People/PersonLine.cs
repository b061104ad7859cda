using Greenprint.Quantities;

namespace Greenprint.Platform;

/// <summary>One person as administrators see them.</summary>
internal sealed record PersonLine(string Id, string UserName, string DisplayName, DateTimeOffset? LockedUntil, bool HasFactor, IReadOnlyList<GrantLine> Grants, IReadOnlyList<PostLine> Posts);

/// <summary>One role of a person.</summary>
/// <param name="Id">Id of the grant.</param>
/// <param name="Role">The role.</param>
/// <param name="Region">Name of the region.</param>
/// <param name="Unit">Name of the unit that it is limited to, or null.</param>
/// <param name="Given">When it was given.</param>
/// <param name="MayRevoke">True where the reader may take it back.</param>
internal sealed record GrantLine(Guid Id, Role Role, Bilingual Region, Bilingual? Unit, DateTimeOffset Given, bool MayRevoke);

/// <summary>One post of a person, with the name of its unit.</summary>
internal sealed record PostLine(Post Post, Bilingual Unit);

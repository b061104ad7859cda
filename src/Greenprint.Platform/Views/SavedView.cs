using System.Security.Claims;

namespace Greenprint.Platform;

/// <summary>A filter of a list under a name (视图), as its reader meets it.</summary>
/// <param name="Id">Id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Query">The address's query, beginning with a question mark.</param>
/// <param name="Unit">Id of the unit it is shared with; null for one's own.</param>
/// <param name="IsDefault">True where the list opens with it.</param>
/// <param name="MayChange">True where the reader may rename and remove it: whoever made it, and the people of the unit it is shared with.</param>
public sealed record SavedView(string Id, string Name, string Query, string? Unit, bool IsDefault, bool MayChange);

/// <summary>Filters that people keep under names. A list is named by its page and by what it is about, for example <c>tasks</c> and <c>lanwan-15</c>.</summary>
public interface ISavedViews
{
    /// <summary>The views of a list that <paramref name="user"/> sees: their own, and those shared with units in which they hold a post; by name. Three queries.</summary>
    Task<IReadOnlyList<SavedView>> Of(ClaimsPrincipal user, string page, string scope, CancellationToken cancellation);

    /// <summary>The query with which the list opens for <paramref name="user"/>; null for none.</summary>
    Task<string?> DefaultOf(ClaimsPrincipal user, string page, string scope, CancellationToken cancellation);
}

namespace Greenprint.Standards.Tables;

/// <summary>Finds the edition whose tables a reader knows.</summary>
internal static class EditionKind
{
    /// <summary>The one edition of a kind.</summary>
    internal static StandardEdition OfKind(this IReadOnlyList<StandardEdition> editions, string kind) =>
        editions.SingleOrDefault(edition => edition.Kind == kind) ?? throw new StandardTableException("", 0, $"There is no edition of the kind '{kind}', or more than one.");
}

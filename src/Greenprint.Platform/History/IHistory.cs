namespace Greenprint.Platform;

/// <summary>The record of what was done, for reading.</summary>
public interface IHistory
{
    /// <summary>The entries of one subject, or of all below it when <paramref name="subject"/> ends with <c>/</c>; oldest first.</summary>
    Task<IReadOnlyList<HistoryEntry>> Of(string subject, CancellationToken cancellation);

    /// <summary>Walks the whole chain and names the first entry that does not fit; null when it holds.</summary>
    Task<HistoryFault?> Verify(CancellationToken cancellation);
}

/// <summary>The first entry of a broken chain.</summary>
/// <param name="Number">Its number.</param>
/// <param name="What">What does not fit.</param>
public sealed record HistoryFault(long Number, Quantities.Bilingual What);

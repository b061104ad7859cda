using System.Text.RegularExpressions;
using DiffPlex;
using Greenprint.Documents;

namespace Greenprint.PlanText.Versions;

/// <summary>What was inserted into a text and deleted from it, in pieces that a person can read.</summary>
/// <remarks>
/// Compared are Chinese characters one by one, numbers and Latin words whole. A few characters that two changes have between them by chance are taken
/// into the change, and what was hardly kept is shown as replaced whole. Kept and inserted pieces are the new text, kept and deleted ones the old.
/// </remarks>
public static partial class TextDifference
{
    // Beyond it sentences are compared: the cost grows with the length times the number of changes.
    private const int MostCharacters = 6_000;

    // Of texts that have less in common, the common characters only disturb.
    private const double LeastCommon = 0.3;

    /// <summary>The difference as pieces in order; no two neighbours are of one kind, none is empty.</summary>
    public static IReadOnlyList<RevisedSpan> Of(string before, string after)
    {
        if (before == after)
        {
            return Whole(Revision.Kept, after);
        }

        var pieces = new List<RevisedSpan>();
        var differences = Differ.Instance.CreateDiffs(before, after, ignoreWhiteSpace: false, ignoreCase: false, before.Length + after.Length > 2 * MostCharacters ? Pieces.Sentences : Pieces.Tokens);
        var at = 0;
        foreach (var block in differences.DiffBlocks)
        {
            Add(Revision.Kept, differences.PiecesOld, at, block.DeleteStartA - at);
            Add(Revision.Deleted, differences.PiecesOld, block.DeleteStartA, block.DeleteCountA);
            Add(Revision.Inserted, differences.PiecesNew, block.InsertStartB, block.InsertCountB);
            at = block.DeleteStartA + block.DeleteCountA;
        }

        Add(Revision.Kept, differences.PiecesOld, at, differences.PiecesOld.Count - at);
        return Readable(pieces, before, after);

        void Add(Revision revision, IReadOnlyList<string> all, int first, int count)
        {
            if (count > 0)
            {
                pieces.Add(new RevisedSpan(revision, string.Concat(all.Skip(first).Take(count))));
            }
        }
    }

    /// <summary>A text that stands in one version, or in both alike.</summary>
    public static IReadOnlyList<RevisedSpan> Whole(Revision revision, string text) => text.Length == 0 ? [] : [new RevisedSpan(revision, text)];

    private static IReadOnlyList<RevisedSpan> Readable(List<RevisedSpan> pieces, string before, string after)
    {
        var changes = Changes(pieces);
        while (Joined(changes) is { } joined && joined.Count < changes.Count)
        {
            changes = joined;
        }

        return changes.Sum(change => change.Kept.Length) < LeastCommon * Math.Min(before.Length, after.Length)
            ? [.. Whole(Revision.Deleted, before), .. Whole(Revision.Inserted, after)]
            : [.. changes.SelectMany(change => new[] { new RevisedSpan(Revision.Kept, change.Kept), new RevisedSpan(Revision.Deleted, change.Deleted), new RevisedSpan(Revision.Inserted, change.Inserted) })
                .Where(span => span.Text.Length > 0)];
    }

    private static List<Change> Changes(List<RevisedSpan> pieces)
    {
        var changes = new List<Change> { new("", "", "") };
        foreach (var piece in pieces)
        {
            var last = changes[^1];
            if (piece.Revision == Revision.Kept)
            {
                changes.Add(new Change(piece.Text, "", ""));
            }
            else
            {
                changes[^1] = piece.Revision == Revision.Deleted ? last with { Deleted = last.Deleted + piece.Text } : last with { Inserted = last.Inserted + piece.Text };
            }
        }

        return changes;
    }

    // What two changes have between them is theirs where it is no longer than either of them, unless a sentence or clause of one ends there.
    private static List<Change> Joined(List<Change> changes)
    {
        var joined = new List<Change>();
        foreach (var change in changes)
        {
            if (joined.Count > 0 && joined[^1] is { Size: > 0 } last && change.Size > 0
                && change.Kept.Length <= Math.Min(last.Size, change.Size) && !EndsPhrase().IsMatch(change.Kept))
            {
                joined[^1] = last with { Deleted = last.Deleted + change.Kept + change.Deleted, Inserted = last.Inserted + change.Kept + change.Inserted };
            }
            else
            {
                joined.Add(change);
            }
        }

        return joined;
    }

    /// <summary>What was kept, and what changed right after it.</summary>
    private sealed record Change(string Kept, string Deleted, string Inserted)
    {
        public int Size => Math.Max(Deleted.Length, Inserted.Length);
    }

    private sealed class Pieces(Func<string, IEnumerable<string>> cut) : IChunker
    {
        public static Pieces Tokens { get; } = new(text => Token().Matches(text).Select(match => match.Value));

        public static Pieces Sentences { get; } = new(text => Sentence().Matches(text).Select(match => match.Value));

        public IReadOnlyList<string> Chunk(string text) => [.. cut(text)];
    }

    [GeneratedRegex(@"[0-9]+(\.[0-9]+)?|[A-Za-z]+|[\uD800-\uDBFF][\uDC00-\uDFFF]|[\s\S]")]
    private static partial Regex Token();

    [GeneratedRegex(@"[^。；\n]*[。；\n]|[^。；\n]+")]
    private static partial Regex Sentence();

    [GeneratedRegex("[，。；、：\n]")]
    private static partial Regex EndsPhrase();
}

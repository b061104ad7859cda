namespace Greenprint.Monitoring;

/// <summary>One value that a key (series, start) has or had.</summary>
internal readonly record struct ReadingEntry(long Value, ReadingFlags Flags, ReadingRank Rank, int Revision, int Source)
{
    /// <summary>
    /// The same statement again: same value, same words of the source about it, and no higher rank than before.
    /// Our own remarks (spike, stale) do not count: they depend on what else was in the file.
    /// </summary>
    public bool Covers(in ReadingEntry other) =>
        Value == other.Value && Rank >= other.Rank
        && (Flags & ReadingFlagRules.SaidBySource) == (other.Flags & ReadingFlagRules.SaidBySource);
}

/// <summary>What became of a reading.</summary>
internal enum Outcome
{
    Stored,
    Unchanged,
    Revised,
}

/// <summary>
/// What a key has ever held, and the one rule by which a further value takes its place: a value it has ever had is unchanged;
/// a different one is a revision; the current one is decided by rank, then by arrival.
/// </summary>
internal struct KeyHistory
{
    private ReadingEntry current;
    private List<ReadingEntry>? others;
    private int next;

    /// <summary>True when the key has a value.</summary>
    public bool Exists { get; private set; }

    /// <summary>The value that counts.</summary>
    public readonly ReadingEntry Current => current;

    /// <summary>True when the current value is not the one the key was loaded with.</summary>
    public bool CurrentChanged { get; private set; }

    /// <summary>Entries that are not current and were not loaded as such.</summary>
    public List<ReadingEntry>? NewOthers { get; private set; }

    /// <summary>The key as the store has it.</summary>
    public static KeyHistory Loaded(in ReadingEntry current, List<ReadingEntry>? others)
    {
        var last = current.Revision;
        foreach (var other in others ?? [])
        {
            last = Math.Max(last, other.Revision);
        }

        return new KeyHistory { current = current, others = others, Exists = true, next = last + 1 };
    }

    /// <summary>A further value arrives.</summary>
    public Outcome Add(ReadingEntry arrived)
    {
        if (!Exists)
        {
            (Exists, CurrentChanged, next) = (true, true, 1);
            current = arrived with { Revision = 0 };
            return Outcome.Stored;
        }

        if (HasEverHad(arrived))
        {
            return Outcome.Unchanged;
        }

        arrived = arrived with { Revision = next++ };
        if (arrived.Rank >= current.Rank)
        {
            Keep(current);
            (current, CurrentChanged) = (arrived, true);
        }
        else
        {
            Keep(arrived);
        }

        return Outcome.Revised;
    }

    private readonly bool HasEverHad(in ReadingEntry arrived)
    {
        if (current.Covers(arrived))
        {
            return true;
        }

        foreach (var other in others ?? [])
        {
            if (other.Covers(arrived))
            {
                return true;
            }
        }

        return false;
    }

    private void Keep(in ReadingEntry entry)
    {
        // The list that was loaded may be shared with nobody else: it was made for this key.
        (others ??= []).Add(entry);
        (NewOthers ??= []).Add(entry);
    }
}

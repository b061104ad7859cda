namespace Greenprint.PlanText.Versions;

/// <summary>
/// Finds the clauses of a plan again in its next version (条款对应), so that a clause keeps its id when it is moved, renumbered, retitled or reworded,
/// and one part of it when it is split.
/// </summary>
/// <remarks>
/// Equal clauses are paired first, then those that are most alike: by pairs of characters of the text, heading, number, the heading above and place.
/// A heading without text is known by the clauses under it. The same two versions give the same answer, and turned round the same pairs.
/// </remarks>
public static class ClauseMatching
{
    // A text as long as this is not the same twice by chance.
    private const int TellingText = 30;

    /// <summary>Matches two readings.</summary>
    /// <param name="before">The old version, with the ids that its clauses have.</param>
    /// <param name="after">The new version as read.</param>
    /// <param name="everUsed">Ids of clauses that were gone before the old version, so that none is given twice.</param>
    public static ClauseMatches Match(PlanReading before, PlanReading after, IEnumerable<string>? everUsed = null) =>
        Match(VersionedClause.Of(before), VersionedClause.Of(after), everUsed);

    /// <summary>Matches two readings that carry lasting ids, as versions of one plan in a store do: the same id is the same clause, and nothing is looked for.</summary>
    public static ClauseMatches ByLastingIds(PlanReading before, PlanReading after)
    {
        var (old, now) = (ComparedClause.Of(VersionedClause.Of(before)), ComparedClause.Of(VersionedClause.Of(after)));
        var pairing = new Pairing(old.Length, now.Length);
        pairing.PairEqual(i => old[i].Clause.Id, i => now[i].Clause.Id);
        return Matches(old, now, pairing, [.. now.Select(clause => clause.Clause.Id)]);
    }

    /// <summary>Matches the clauses of two versions, both in reading order.</summary>
    /// <param name="before">The old version, with the ids that its clauses have.</param>
    /// <param name="after">The new version as read.</param>
    /// <param name="everUsed">Ids of clauses that were gone before the old version, so that none is given twice.</param>
    /// <exception cref="ArgumentException">Two clauses of a version have one id.</exception>
    public static ClauseMatches Match(IReadOnlyList<VersionedClause> before, IReadOnlyList<VersionedClause> after, IEnumerable<string>? everUsed = null)
    {
        foreach (var version in new[] { before, after })
        {
            if (version.CountBy(clause => clause.Id, StringComparer.Ordinal).FirstOrDefault(id => id.Value > 1) is { Key: { } twice })
            {
                throw new ArgumentException($"The id {twice} stands twice in one version.");
            }
        }

        var (old, now) = (ComparedClause.Of(before), ComparedClause.Of(after));
        var pairing = Pairs(old, now);
        return Matches(old, now, pairing, Ids(old, now, pairing, everUsed ?? []));
    }

    private static ClauseMatches Matches(ComparedClause[] old, ComparedClause[] now, Pairing pairing, string[] ids)
    {
        var moved = MovedClauses.Of(old, now, pairing);
        return new ClauseMatches([.. pairing.InOrder().Select(pair => pair switch
        {
            ({ } gone, null) => new ClauseMatch(old[gone].Clause.Id, old[gone].Clause, null, ClauseChange.None),
            ({ } from, { } to) => new ClauseMatch(ids[to], old[from].Clause, now[to].Clause, Change(old[from].Clause, now[to].Clause, moved.Contains(to))),
            (null, { } to) => new ClauseMatch(ids[to], null, now[to].Clause, ClauseChange.None),
            _ => throw new InvalidOperationException("A pair has a side."),
        })]);
    }

    private static Pairing Pairs(ComparedClause[] old, ComparedClause[] now)
    {
        var pairing = new Pairing(old.Length, now.Length);
        Equal(clause => clause.Clause.IsNamed ? clause.Clause.Id : null);
        Equal(clause => clause.Clause.IsNamed ? null : clause.InPlace);
        Equal(clause => clause.Clause.IsNamed ? null : clause.Whole);
        Equal(clause => clause.Clause.IsNamed || clause.Text.Length < TellingText ? null : clause.Text);
        pairing.SurestFirst([.. ClauseLikeness.Candidates(old, now, pairing)]);
        while (pairing.SurestFirst([.. ByChildren(old, now, pairing)]) > 0)
        {
            // A heading found by its children may be the child that its own parent is found by.
        }

        return pairing;

        void Equal(Func<ComparedClause, string?> key) => pairing.PairEqual(i => key(old[i]), i => key(now[i]));
    }

    // A free heading is the free one that most of its children stood under.
    private static IEnumerable<(int Old, int New, double Likeness)> ByChildren(ComparedClause[] old, ComparedClause[] now, Pairing pairing) =>
        Enumerable.Range(0, now.Length)
            .Where(child => pairing.OldOf(child) is not null)
            .Select(child => (Old: old[pairing.OldOf(child)!.Value].Parent, New: now[child].Parent))
            .Where(parents => parents is { Old: { } before, New: { } after } && pairing.NewOf(before) is null && pairing.OldOf(after) is null)
            .CountBy(parents => (Old: parents.Old!.Value, New: parents.New!.Value))
            .Where(votes => votes.Value * 2 >= Math.Min(old[votes.Key.Old].Children, now[votes.Key.New].Children))
            .Select(votes => (votes.Key.Old, votes.Key.New, (double)votes.Value / Math.Max(old[votes.Key.Old].Children, now[votes.Key.New].Children)));

    private static string[] Ids(ComparedClause[] old, ComparedClause[] now, Pairing pairing, IEnumerable<string> everUsed)
    {
        var fresh = new FreshIds(old.Select(clause => clause.Clause.Id).Concat(everUsed));
        var ids = new string[now.Length];
        for (var i = 0; i < now.Length; i++)
        {
            ids[i] = pairing.OldOf(i) is { } from ? old[from].Clause.Id
                : now[i].Clause.IsNamed ? now[i].Clause.Id
                : fresh.Under(now[i].Parent is { } parent ? ids[parent] : null);
        }

        return ids;
    }

    private static ClauseChange Change(VersionedClause old, VersionedClause now, bool moved) =>
        (old.Number == now.Number ? 0 : ClauseChange.Renumbered) | (old.Title == now.Title ? 0 : ClauseChange.Retitled)
        | (old.Text == now.Text ? 0 : ClauseChange.Reworded) | (moved ? ClauseChange.Moved : 0);
}

using Greenprint.Documents;
using Greenprint.PlanText.Alignment;
using Greenprint.PlanText.Outlines;
using Greenprint.PlanText.Paragraphs;

namespace Greenprint.PlanText.Versions;

/// <summary>Two versions of a plan as one text with what was inserted and deleted (修订稿).</summary>
public static class PlanRevision
{
    private const double LikeRow = 0.4;
    private const double LikeParagraph = 0.4;

    // Of more, what is not equal is deleted and inserted: bounds the cost of an annex of a thousand rows that was written anew.
    private const int MostCompared = 250_000;

    /// <summary>
    /// The clauses of both versions in one order: with what stands in the new version they are its text in its order, with what stands in the old
    /// one that of the old. What changed places is deleted where it was and inserted where it is.
    /// </summary>
    /// <param name="before">The old version, with the ids that <paramref name="matches"/> was made from.</param>
    /// <param name="after">The new version as read.</param>
    /// <param name="matches">What became of the clauses.</param>
    public static IReadOnlyList<ClauseDifference> Of(PlanReading before, PlanReading after, ClauseMatches matches)
    {
        var (old, now) = (Places(matches, match => match.Old?.Id, VersionedClause.Of(before)), Places(matches, match => match.New?.Id, VersionedClause.Of(after)));
        var pairing = new Pairing(old.Length, now.Length);
        pairing.PairEqual(i => old[i].Id, i => now[i].Id);
        var (oldTexts, newTexts) = (Texts(before), Texts(after));
        return [.. pairing.Rising().InOrder().Select(pair => pair switch
        {
            ({ } o, { } n) => new ClauseDifference(now[n], Revision.Kept, Both(now[n])),
            ({ } o, null) => new ClauseDifference(old[o], Revision.Deleted, [.. Heading(old[o].Old!, null), .. Paragraphs(oldTexts.GetValueOrDefault(old[o].Old!.Id, []), [])]),
            (null, { } n) => new ClauseDifference(now[n], Revision.Inserted, [.. Heading(null, now[n].New!), .. Paragraphs([], newTexts.GetValueOrDefault(now[n].New!.Id, []))]) { BesideOld = now[n].IsAdded ? null : Both(now[n]) },
            _ => throw new InvalidOperationException("A pair has a side."),
        })];

        IReadOnlyList<RevisedPart> Both(ClauseMatch clause) =>
            [.. Heading(clause.Old!, clause.New!), .. Paragraphs(oldTexts.GetValueOrDefault(clause.Old!.Id, []), newTexts.GetValueOrDefault(clause.New!.Id, []))];
    }

    /// <summary>The same as a document to be written with tracked changes: accepting all gives the new version, rejecting all the old.</summary>
    /// <param name="before">The old version, with the ids that <paramref name="matches"/> was made from.</param>
    /// <param name="after">The new version as read.</param>
    /// <param name="matches">What became of the clauses.</param>
    /// <param name="author">Who is named as the author of the changes.</param>
    /// <param name="at">When they were made.</param>
    public static RevisedDocument Document(PlanReading before, PlanReading after, ClauseMatches matches, string author, DateTimeOffset at) =>
        new(TextDifference.Of(before.Title ?? "", after.Title ?? ""), author, at, [.. Of(before, after, matches).SelectMany(clause => clause.Parts)]);

    private static ClauseMatch[] Places(ClauseMatches matches, Func<ClauseMatch, string?> id, IReadOnlyList<VersionedClause> order)
    {
        var known = matches.Clauses.Where(match => id(match) is not null).ToDictionary(match => id(match)!, StringComparer.Ordinal);
        return [.. order.Select(clause => known[clause.Id])];
    }

    // The title stands above the text; a cover repeats it.
    private static Dictionary<string, IReadOnlyList<ClauseParagraph>> Texts(PlanReading reading)
    {
        var title = TextFold.Key(reading.Title ?? "");
        return reading.Clauses.ToDictionary(
            clause => clause.ClauseId,
            clause => clause.ClauseId != Outline.BeforeFirstHeading ? clause.Paragraphs : [.. clause.Paragraphs.Where(paragraph => !title.Contains(TextFold.Key(paragraph.Text), StringComparison.Ordinal))],
            StringComparer.Ordinal);
    }

    private static IEnumerable<RevisedHeading> Heading(VersionedClause? old, VersionedClause? now)
    {
        if (old is not null && now is not null && old.Level == now.Level && !now.IsNamed)
        {
            yield return new RevisedHeading(Revision.Kept, now.Level, [.. TextDifference.Of(Number(old), Number(now)), .. TextDifference.Of(old.Title, now.Title)]) { IsCentred = IsCentred(now) };
            yield break;
        }

        if (old is { IsNamed: false })
        {
            yield return new RevisedHeading(Revision.Deleted, old.Level, TextDifference.Whole(Revision.Deleted, Number(old) + old.Title)) { IsCentred = IsCentred(old) };
        }

        if (now is { IsNamed: false })
        {
            yield return new RevisedHeading(Revision.Inserted, now.Level, TextDifference.Whole(Revision.Inserted, Number(now) + now.Title)) { IsCentred = IsCentred(now) };
        }
    }

    // 第一章 and 第二节 stand apart from their title, 一、 and （二） do not.
    private static string Number(VersionedClause clause) => clause.Number + (IsCentred(clause) ? "　" : "");

    private static bool IsCentred(VersionedClause clause) => clause.Number.StartsWith('第');

    internal static IEnumerable<RevisedPart> Paragraphs(IReadOnlyList<ClauseParagraph> before, IReadOnlyList<ClauseParagraph> after)
    {
        var pairing = Alike([.. before.Select(Key)], [.. after.Select(Key)], LikeParagraph, (o, n) => IsTable(before[o]) == IsTable(after[n]));
        foreach (var pair in pairing.InOrder())
        {
            foreach (var part in Parts(pair.Old is { } o ? before[o] : null, pair.New is { } n ? after[n] : null))
            {
                yield return part;
            }
        }
    }

    private static IEnumerable<RevisedPart> Parts(ClauseParagraph? old, ClauseParagraph? now)
    {
        if (old is { Rows: { } oldRows } && now is { Rows: { } newRows } && Columns(oldRows) == Columns(newRows))
        {
            yield return new RevisedTable(Revision.Kept, Columns(newRows), [.. Rows(oldRows, newRows, Columns(newRows))]);
            yield break;
        }

        if (old is { Rows: null } && now is { Rows: null })
        {
            foreach (var line in Lines(old.Text, now.Text))
            {
                yield return line;
            }

            yield break;
        }

        foreach (var (revision, paragraph) in new[] { (Revision.Deleted, old), (Revision.Inserted, now) })
        {
            if (paragraph is { Rows: { } rows })
            {
                yield return new RevisedTable(revision, Columns(rows), [.. rows.Select(row => Row(revision, row, Columns(rows)))]);
            }
            else if (paragraph is not null)
            {
                foreach (var line in paragraph.Text.Split('\n'))
                {
                    yield return new RevisedParagraph(revision, TextDifference.Whole(revision, line));
                }
            }
        }
    }

    // A paragraph is one line, a laid-out table several.
    private static IEnumerable<RevisedPart> Lines(string before, string after)
    {
        var (old, now) = (before.Split('\n'), after.Split('\n'));
        if (old.Length == 1 && now.Length == 1)
        {
            yield return new RevisedParagraph(Revision.Kept, TextDifference.Of(before, after));
            yield break;
        }

        foreach (var (o, n) in Alike(old, now, LikeParagraph, (_, _) => true).InOrder())
        {
            yield return (o, n) switch
            {
                ({ } from, { } to) => new RevisedParagraph(Revision.Kept, TextDifference.Of(old[from], now[to])),
                ({ } from, null) => new RevisedParagraph(Revision.Deleted, TextDifference.Whole(Revision.Deleted, old[from])),
                (_, var to) => new RevisedParagraph(Revision.Inserted, TextDifference.Whole(Revision.Inserted, now[to!.Value])),
            };
        }
    }

    private static IEnumerable<RevisedRow> Rows(IReadOnlyList<IReadOnlyList<string>> before, IReadOnlyList<IReadOnlyList<string>> after, int columns)
    {
        foreach (var (o, n) in Alike([.. before.Select(Key)], [.. after.Select(Key)], LikeRow, (_, _) => true).InOrder())
        {
            yield return (o, n) switch
            {
                ({ } from, { } to) => new RevisedRow(Revision.Kept, [.. Enumerable.Range(0, columns).Select(i => TextDifference.Of(Cell(before[from], i), Cell(after[to], i)))]),
                ({ } from, null) => Row(Revision.Deleted, before[from], columns),
                (_, var to) => Row(Revision.Inserted, after[to!.Value], columns),
            };
        }
    }

    private static RevisedRow Row(Revision revision, IReadOnlyList<string> cells, int columns) =>
        new(revision, [.. Enumerable.Range(0, columns).Select(i => TextDifference.Whole(revision, Cell(cells, i)))]);

    private static string Cell(IReadOnlyList<string> cells, int column) => column < cells.Count ? cells[column] : "";

    private static string Key(IReadOnlyList<string> row) => string.Join('\t', row);

    private static string Key(ClauseParagraph paragraph) => paragraph.Rows is { } rows ? string.Join('\n', rows.Select(Key)) : paragraph.Text;

    private static bool IsTable(ClauseParagraph paragraph) => paragraph.Rows is not null;

    private static int Columns(IReadOnlyList<IReadOnlyList<string>> rows) => rows.Count == 0 ? 0 : rows.Max(row => row.Count);

    /// <summary>Equal texts, then those alike, and of them a longest part whose order is the same in both.</summary>
    private static Pairing Alike(string[] before, string[] after, double least, Func<int, int, bool> mayPair)
    {
        var pairing = new Pairing(before.Length, after.Length);

        // A line that stands many times (单位：万元) is the one beside the same neighbour: paired by place, one block gone from above would shift all below.
        pairing.PairEqual(i => WithOneBefore(before, i), i => WithOneBefore(after, i));
        pairing.PairEqual(i => WithOneBefore(before, i + 1), i => WithOneBefore(after, i + 1));
        pairing.PairEqual(i => before[i], i => after[i]);
        var (old, now) = (before.Select(text => CharacterPairs.Of(text)).ToArray(), after.Select(text => CharacterPairs.Of(text)).ToArray());
        var (freeOld, freeNew) = pairing.ToCompare(MostCompared);
        pairing.SurestFirst([.. from n in freeNew
                                from o in freeOld
                                let likeness = CharacterPairs.Cosine(old[o], now[n])
                                where likeness >= least && mayPair(o, n)
                                select (o, n, likeness)]);
        return pairing.Rising();
    }

    private static string? WithOneBefore(string[] texts, int at) => at == 0 || at == texts.Length ? null : texts[at - 1] + '\u001F' + texts[at];
}

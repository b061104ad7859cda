using Greenprint.Planning.Confirming;
using Greenprint.Planning.Plans;
using Greenprint.PlanText;
using Greenprint.PlanText.Versions;
using Greenprint.Platform;
using Greenprint.Quantities;
using Microsoft.EntityFrameworkCore;

namespace Greenprint.Planning.Drafts;

/// <summary>
/// Takes in a later version of a plan's document. Clauses and items are found again and keep their ids; what an editor decided about an item that says
/// the same stands. A draft takes on the new text; beside a plan in force the version lies for comparison and changes nothing.
/// </summary>
internal sealed class VersionImport(PlanFiles files, IRegions regions)
{
    /// <param name="change">The change under way.</param>
    /// <param name="id">The plan.</param>
    /// <param name="reading">What was read of the new version.</param>
    /// <param name="file">Path of the document; null where there is none to keep.</param>
    /// <param name="mayEdit">Asks whether the person may edit plans of a region; null at the terminal, whose operator may.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task<PlanImport> Import(Change change, string id, PlanReading reading, string? file, Func<string, Task<bool>>? mayEdit, CancellationToken cancellation)
    {
        var db = change.Db;
        PlanImport Refused(Finding why) => new(id, PlanImportOutcome.Refused, [why]);
        if (await db.Set<PlanRow>().SingleOrDefaultAsync(row => row.Id == id, cancellation) is not { } plan)
        {
            return Refused(PlanningFindings.NoSuchPlan(id));
        }

        if (mayEdit is not null && !await mayEdit(plan.Region))
        {
            return Refused(PlanningFindings.NotYours((await regions.Find(plan.Region, cancellation))?.Name ?? new(plan.Region)));
        }

        var documents = await db.Set<DocumentRow>().AsNoTracking().Where(row => row.Plan == id).OrderBy(row => row.Number).ToListAsync(cancellation);
        var (isDraft, source) = (plan.Status == PlanStatus.Draft, reading.Source!);
        if (WhyNot(plan, isDraft, documents) is { } why)
        {
            return Refused(PlanningFindings.NotNow(plan.TitleZh, why));
        }

        var line = documents.Where(row => !row.ForComparison).ToList();
        var before = await FoundDocument.Load(db, id, line[^1].Number, cancellation);
        if (source.Sha256 == line[^1].Sha256 && before!.HasItems || !isDraft && documents.Exists(row => row.Sha256 == source.Sha256))
        {
            return new(id, PlanImportOutcome.Unchanged, []);
        }

        var clauses = await db.Set<ClauseRow>().AsNoTracking().Where(row => row.Plan == id).OrderBy(row => row.Position).ToListAsync(cancellation);
        var matches = ClauseMatching.Match([.. clauses.Select(Versioned)], VersionedClause.Of(reading), await EverUsed(documents, cancellation));
        var lasting = matches.WithLastingIds(reading);
        if (await files.Keep(lasting, file, cancellation) is not { } kept)
        {
            return Refused(PlanningFindings.NotADocument(source.Name, PlanFiles.Changed));
        }

        var number = documents[^1].Number + 1;
        var taken = (await db.Set<FoundRow>().Where(row => row.Plan == id).Select(row => row.Id).ToListAsync(cancellation)).Concat(before!.Ids);
        var rows = VersionRows.Of(id, number, before.FoundHere, ReadItems.Of(lasting), taken);
        db.Add(kept.ToRow(id, number, change.At, change.Actor.Name, forComparison: !isDraft));
        db.AddRange(rows);
        if (isDraft)
        {
            plan.Version++;
            await TakeText(change, plan, before, lasting, number, cancellation);
        }

        change.Record(
            plan.Region,
            $"plan/{id}",
            isDraft ? "plan.next-version" : "plan.version-compared",
            new
            {
                Number = number,
                source.Name,
                source.Sha256,
                Before = line[^1].Sha256,
                Items = rows.CountBy(row => row.Change).ToDictionary(pair => pair.Key.ToString(), pair => pair.Value),
                Removed = before.FoundHere.Select(row => row.Id).Except(rows.Select(row => row.Id)).ToList(),
                ClausesAdded = matches.Clauses.Count(clause => clause.IsAdded),
                ClausesGone = matches.Clauses.Count(clause => clause.IsGone),
            });
        return new(id, isDraft ? PlanImportOutcome.NextVersion : PlanImportOutcome.Compared, isDraft ? [] : [PlanningFindings.OnlyCompared(plan.TitleZh)]);
    }

    private static Bilingual? WhyNot(PlanRow plan, bool isDraft, List<DocumentRow> documents) =>
        plan.Status == PlanStatus.Closed ? ("规划已经关闭，不再存入新版本。", "The plan is closed; no version is added to it.")
        : isDraft && documents.FindLast(row => !row.ForComparison) is not { Format: not "pack" } ? ("这份草稿来自规划包，请用新的规划包更新。", "This draft came as a plan pack: bring it up to date with a new pack.")
        : null;

    private async Task TakeText(Change change, PlanRow plan, FoundDocument before, PlanReading lasting, int number, CancellationToken cancellation)
    {
        var db = change.Db;
        await db.Set<ClauseRow>().Where(row => row.Plan == plan.Id).ExecuteDeleteAsync(cancellation);
        db.AddRange(DraftPack.Clauses(lasting).Select((clause, position) => ClauseRow.Of(plan.Id, position, clause)));
        if (!before.HasItems)
        {
            // A draft of an earlier program holds what was read without anybody's word: it waits now like everything else.
            await db.Set<ItemRow>().Where(row => row.Plan == plan.Id).ExecuteDeleteAsync(cancellation);
        }

        // What changed and what is gone leaves the plan; what says the same stays.
        await db.SaveChangesAsync(cancellation);
        var now = await FoundDocument.Load(db, plan.Id, number, cancellation);
        _ = await PlanEntries.Settle(change, plan, before.Items, now!.Items, regions, cancellation) is { } conflict
            ? throw new InvalidOperationException($"A version only takes items out of a plan: {conflict}")
            : 0;
    }

    /// <summary>Ids of clauses of every version, so that none is given to another clause.</summary>
    private async Task<HashSet<string>> EverUsed(IEnumerable<DocumentRow> documents, CancellationToken cancellation)
    {
        HashSet<string> used = new(StringComparer.Ordinal);
        foreach (var document in documents)
        {
            if (await files.Reading(document, cancellation) is { } reading)
            {
                used.UnionWith(reading.Outline.Select(item => item.Id));
            }
        }

        return used;
    }

    private static VersionedClause Versioned(ClauseRow row)
    {
        var clause = row.ToView();
        var isNamed = clause.Id is DraftPack.BeforeFirstHeading or DraftPack.AnnexText;
        return new(
            clause.Id, isNamed ? 1 : clause.Level, clause.Number, isNamed ? "" : clause.Title.Zh, string.Join('\n', clause.Paragraphs.Select(paragraph => paragraph.Zh)));
    }
}

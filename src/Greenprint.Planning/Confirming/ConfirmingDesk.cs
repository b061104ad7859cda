using System.Security.Claims;
using System.Text.Json;
using Greenprint.Planning.Drafts;
using Greenprint.Planning.Plans;
using Greenprint.PlanText;
using Greenprint.Platform;
using Greenprint.Quantities;
using Microsoft.EntityFrameworkCore;

namespace Greenprint.Planning.Confirming;

/// <summary>
/// What the confirming screen reads and does. An act is done whole or refused whole; the answer of an act is null when it was done,
/// else why it was not and what to do. Every act names the document that was on the screen: nobody decides about a text they did not see.
/// </summary>
internal sealed class ConfirmingDesk(GreenprintDb db, IRegions regions, IRights rights, IChanges changes, PlanFiles files)
{
    /// <summary>Title of a plan that came with a document; null where there is no such plan.</summary>
    public async Task<Bilingual?> Title(string plan, CancellationToken cancellation) =>
        (await db.Set<PlanRow>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == plan && db.Set<DocumentRow>().Any(document => document.Plan == plan), cancellation))?.ToSummary().Title;

    /// <summary>One document of a plan with all its items; null where there is no such plan or document.</summary>
    /// <param name="user">Whose acts the labels of undo and redo are about.</param>
    /// <param name="plan">Id of the plan.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <param name="document">Number of the document; null for the newest.</param>
    public async Task<ConfirmingView?> Find(ClaimsPrincipal user, string plan, CancellationToken cancellation, int? document = null)
    {
        if (await db.Set<PlanRow>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == plan, cancellation) is not { } planRow || await FoundDocument.Load(db, plan, document, cancellation) is not { } found)
        {
            return null;
        }

        var person = rights.ActorOf(user)?.Id ?? "";
        var source = found.Document;
        var summary = planRow.ToSummary();
        return new(
            summary,
            source.Number,
            source.Name,
            source.Format,
            source.Pages,
            source.HasFile && source.Format == "pdf",
            found.WhyNotEdit(summary.Status),
            Judged(found.Items, summary),
            found.IsText || await files.Reading(source, cancellation) is not { } reading ? await Clauses(plan, cancellation) : DraftPack.Clauses(reading),
            JsonSerializer.Deserialize<List<ReadingWarning>>(source.Warnings, PlanPackJson.Options) ?? [],
            found.Fold.ToUndo(person, source.Number) is { } undo ? ActLabels.Of(undo) : null,
            found.Fold.ToRedo(person, source.Number) is { } redo ? ActLabels.Of(redo) : null)
        {
            HasFile = source.HasFile,
            Reader = person,
        };
    }

    /// <summary>Takes items into the plan as they were found.</summary>
    public Task<Finding?> Accept(ClaimsPrincipal user, string plan, int document, IReadOnlyList<SeenItem> items, CancellationToken cancellation) =>
        Act(
            user,
            plan,
            document,
            items,
            (act, item) =>
                item.State is FoundState.Accepted or FoundState.Added ? null
                : item.Found is null && item.Before is null ? act.Row(item, DecisionAct.Correct, item.Content)   // entered by a person: there is no other wording
                : act.Row(item, DecisionAct.Accept, null),
            cancellation);

    /// <summary>Takes an item into the plan as the editor wrote it.</summary>
    public Task<Finding?> Correct(ClaimsPrincipal user, string plan, int document, string id, int seen, FoundContent content, CancellationToken cancellation) =>
        Act(user, plan, document, [new(id, seen)], (act, item) => act.Row(item, DecisionAct.Correct, content), cancellation);

    /// <summary>Keeps items out of the plan, with a reason where there is one.</summary>
    public Task<Finding?> Reject(ClaimsPrincipal user, string plan, int document, IReadOnlyList<SeenItem> items, string? why, CancellationToken cancellation) =>
        Act(user, plan, document, items, (act, item) => item.State == FoundState.Rejected && item.Why == why ? null : act.Row(item, DecisionAct.Reject, null, why), cancellation);

    /// <summary>Puts into the plan what the reader did not find.</summary>
    public Task<Finding?> Add(ClaimsPrincipal user, string plan, int document, FoundKind kind, FoundContent content, FoundPlace place, CancellationToken cancellation) =>
        InChange(
            user,
            plan,
            document,
            act =>
            {
                act.Rows.Add(act.NewRow(act.FreeId(kind), kind, DecisionAct.Add, content, null, place));
                return null;
            },
            cancellation);

    /// <summary>Takes back the person's own last act, unless somebody decided about the same items since.</summary>
    public Task<Finding?> Undo(ClaimsPrincipal user, string plan, int document, CancellationToken cancellation) =>
        InChange(user, plan, document, act => Again(act, act.Found.Fold.ToUndo(act.Person.Id, act.Found.Document.Number), DecisionAct.Undo), cancellation);

    /// <summary>Does again what the person took back last.</summary>
    public Task<Finding?> Redo(ClaimsPrincipal user, string plan, int document, CancellationToken cancellation) =>
        InChange(user, plan, document, act => Again(act, act.Found.Fold.ToRedo(act.Person.Id, act.Found.Document.Number), DecisionAct.Redo), cancellation);

    /// <summary>Every item with the reason why it cannot be accepted.</summary>
    internal static IReadOnlyList<FoundItem> Judged(IReadOnlyList<FoundItem> items, PlanSummary plan)
    {
        var codes = items.Where(item => item is { Kind: FoundKind.Indicator, IsInPlan: true }).ToLookup(PlanEntry.CodeOf, item => item.Id, StringComparer.Ordinal);
        return [.. items.Select(item => item with { WhyNotAccept = PlanEntry.WhyNot(item.Kind, item.Content, plan) ?? Twice(item, codes) })];
    }

    private async Task<IReadOnlyList<ClauseView>> Clauses(string plan, CancellationToken cancellation) =>
        [.. (await db.Set<ClauseRow>().AsNoTracking().Where(row => row.Plan == plan).OrderBy(row => row.Position).ToListAsync(cancellation)).Select(row => row.ToView())];

    private static Lack? Twice(FoundItem item, ILookup<string, string> codes) =>
        item.Kind == FoundKind.Indicator && codes[PlanEntry.CodeOf(item)].Any(other => other != item.Id)
            ? new(nameof(FoundContent.Code), ("另一项指标已用这个代码。", "Another indicator has this code already."))
            : null;

    private static Finding? Again(ConfirmingAct act, EditorAct? of, DecisionAct kind)
    {
        if (of is null)
        {
            return PlanningFindings.NotNow(act.Plan.TitleZh, kind == DecisionAct.Undo ? ("没有可以撤销的操作。", "There is nothing to undo.") : ("没有可以重做的操作。", "There is nothing to redo."));
        }

        if (act.Found.Fold.TouchedAfter(of.Number, of.Rows.Select(row => row.Item)) is { } other)
        {
            return PlanningFindings.DecidedMeanwhile(other.Item, other.ByName, other.At);
        }

        act.Rows.AddRange(of.Rows.Select(row => act.NewRow(row.Item, row.Kind, kind, null, null, null, of.Number)));
        return null;
    }

    private Task<Finding?> Act(
        ClaimsPrincipal user, string plan, int document, IReadOnlyList<SeenItem> items, Func<ConfirmingAct, FoundItem, DecisionRow?> decide, CancellationToken cancellation) =>
        InChange(user, plan, document, act =>
        {
            var known = act.Found.Items.ToDictionary(item => item.Id, StringComparer.Ordinal);
            foreach (var (id, seen) in items)
            {
                if (!known.TryGetValue(id, out var item))
                {
                    return PlanningFindings.NoSuchItem(id);
                }

                if (item.Seen != seen)
                {
                    return act.Found.LastAbout(id) is { } last
                        ? PlanningFindings.DecidedMeanwhile(item.Content.Name ?? id, last.ByName, last.At)
                        : PlanningFindings.ChangedMeanwhile(act.Plan.TitleZh);   // nobody decided about it: what was seen is another item of this id
                }

                if (decide(act, item) is { } row)
                {
                    act.Rows.Add(row);
                }
            }

            return null;
        }, cancellation);

    private async Task<Finding?> InChange(ClaimsPrincipal user, string id, int document, Func<ConfirmingAct, Finding?> decide, CancellationToken cancellation)
    {
        var person = rights.ActorOf(user) ?? throw new InvalidOperationException("Nobody is signed in on a page for editors.");
        return await changes.Apply(
            person,
            async change =>
            {
                // Read inside the change, behind its lock: what is seen here stays true until the commit.
                var plan = await change.Db.Set<PlanRow>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancellation);
                if (plan is null || await FoundDocument.Load(change.Db, id, null, cancellation) is not { } found)
                {
                    return PlanningFindings.NoSuchPlan(id);
                }

                if (!await rights.May(user, Rights.EditPlans, plan.Region, cancellation))
                {
                    return PlanningFindings.NotYours((await regions.Find(plan.Region, cancellation))?.Name ?? new(plan.Region));
                }

                if (found.WhyNotEdit(plan.Status) is { } why)
                {
                    return PlanningFindings.NotNow(plan.TitleZh, why);
                }

                if (found.Document.Number != document)
                {
                    return PlanningFindings.ChangedMeanwhile(plan.TitleZh);   // a later version came in while the screen stood open
                }

                var act = new ConfirmingAct(plan, found, person, change.At);
                return decide(act) ?? await Settle(change, act, cancellation);
            },
            cancellation);
    }

    private async Task<Finding?> Settle(Change change, ConfirmingAct act, CancellationToken cancellation)
    {
        if (act.Rows.Count == 0)
        {
            return null;
        }

        var (before, after) = (act.Found.Items, act.Found.With(act.Rows).Items);
        var touched = act.Rows.Select(row => row.Item).ToHashSet(StringComparer.Ordinal);
        var summary = act.Plan.ToSummary();
        if (Judged(after, summary).FirstOrDefault(item => touched.Contains(item.Id) && item is { IsInPlan: true, CanAccept: false }) is { } lacking)
        {
            return PlanningFindings.Incomplete(lacking.Content.Name ?? lacking.Id, lacking.WhyNotAccept!.Field, lacking.WhyNotAccept.Why);
        }

        if (await PlanEntries.Settle(change, act.Plan, before, after, regions, cancellation) is { } conflict)
        {
            return conflict;
        }

        // Who has the plan's page open from before this act confirms or discards something else than what is there now.
        await change.Db.Set<PlanRow>().Where(row => row.Id == act.Plan.Id).ExecuteUpdateAsync(set => set.SetProperty(row => row.Version, row => row.Version + 1), cancellation);
        change.Db.AddRange(act.Rows);
        var first = act.Rows[0];
        change.Record(
            act.Plan.Region,
            $"plan/{act.Plan.Id}/items",
            ActLabels.KindOf(first.Act),
            new { first.Number, first.Of, first.Document, Items = act.Rows.Select(row => new { Id = row.Item, Name = act.NameOf(row), row.Content }) },
            first.Why);
        return null;
    }
}

using System.Security.Claims;
using Greenprint.Delivery.Dispatch;
using Greenprint.Delivery.Evidences;
using Greenprint.Platform;
using Greenprint.Quantities;
using Microsoft.EntityFrameworkCore;

namespace Greenprint.Delivery.Reports;

/// <summary>What became of a draft.</summary>
/// <param name="Version">The version that stands in the store now.</param>
/// <param name="Refusal">Why it was not saved.</param>
/// <param name="Other">The text of the other window, where that is why.</param>
internal sealed record DraftSaving(int Version, Finding? Refusal = null, TypedReport? Other = null);

/// <summary>Everything about the report of one item.</summary>
internal sealed record ReportView(
    IReadOnlyList<ReportRow> Handed, IReadOnlyList<ReportState> States, IReadOnlyList<DraftRow> Drafts, IReadOnlyList<EvidenceRow> Evidence, ILookup<int, string> Named);

/// <summary>A report that waits to be checked.</summary>
internal sealed record CheckedReport(ReportRow Report, ReportRow? Before, IReadOnlyList<EvidenceRow> Evidence);

/// <summary>Writes and reads progress reports.</summary>
internal sealed class ReportDesk(GreenprintDb db, DispatchDesk dispatch, IChanges changes)
{
    /// <summary>Reports, drafts and proofs of an item. Four queries.</summary>
    public async Task<ReportView> Of(StoredItem stored, CancellationToken cancellation)
    {
        var id = stored.Row.Id;
        return new(
            await db.Set<ReportRow>().AsNoTracking().Where(report => report.Item == id).OrderBy(report => report.Number).ToListAsync(cancellation),
            ReportStates.OfEach(stored.Events),
            await db.Set<DraftRow>().AsNoTracking().Where(draft => draft.Item == id).OrderBy(draft => draft.Person).ToListAsync(cancellation),
            await db.Set<EvidenceRow>().AsNoTracking().Where(proof => proof.Item == id).OrderBy(proof => proof.AddedAt).ThenBy(proof => proof.Id).ToListAsync(cancellation),
            (await db.Set<ReportEvidenceRow>().AsNoTracking().Where(named => named.Item == id).ToListAsync(cancellation)).ToLookup(named => named.Number, named => named.Evidence));
    }

    /// <summary>The last approved report about the same subject before each item, by the item's id; none where there is none. Two queries, however many.</summary>
    public async Task<IReadOnlyDictionary<string, ReportRow>> Before(IReadOnlyList<ItemRow> items, CancellationToken cancellation)
    {
        var subjects = items.Select(item => item.Subject).Distinct().ToList();
        var approved = (await db.Set<ItemRow>().AsNoTracking()
            .Where(item => subjects.Contains(item.Subject) && (item.Stage == DispatchStage.Checked || item.Stage == DispatchStage.Closed))
            .Select(item => new { item.Id, item.Subject, item.Due }).ToListAsync(cancellation)).ToLookup(item => item.Subject);
        var earlier = items.ToDictionary(item => item.Id, item => approved[item.Subject].Where(other => other.Id != item.Id && other.Due < item.Due).MaxBy(other => other.Due)?.Id, StringComparer.Ordinal);
        var latest = await Latest([.. earlier.Values.OfType<string>().Distinct()], cancellation);
        return earlier.Where(one => one.Value is not null && latest.ContainsKey(one.Value)).ToDictionary(one => one.Key, one => latest[one.Value!], StringComparer.Ordinal);
    }

    /// <summary>Of some items those on which a report is being written, by whomever; a draft from which everything was deleted is none. One query.</summary>
    public async Task<IReadOnlySet<string>> Begun(IReadOnlyList<string> items, CancellationToken cancellation) =>
        (await db.Set<DraftRow>().AsNoTracking().Where(draft => items.Contains(draft.Item) && (draft.Quantity != "" || draft.Text != "" || draft.Difficulties != "" || draft.Next != "" || draft.IsDone)).Select(draft => draft.Item).Distinct().ToListAsync(cancellation)).ToHashSet(StringComparer.Ordinal);

    /// <summary>The report that waits, the one before it and the proofs, of each item. Five queries, however many.</summary>
    public async Task<IReadOnlyDictionary<string, CheckedReport>> ToCheck(IReadOnlyList<ItemRow> items, CancellationToken cancellation)
    {
        var ids = items.Select(item => item.Id).ToList();
        var latest = await Latest(ids, cancellation);
        var before = await Before(items, cancellation);
        var named = await db.Set<ReportEvidenceRow>().AsNoTracking().Where(one => ids.Contains(one.Item)).ToListAsync(cancellation);
        var evidence = await db.Set<EvidenceRow>().AsNoTracking().Where(proof => ids.Contains(proof.Item)).OrderBy(proof => proof.AddedAt).ToListAsync(cancellation);
        return items.ToDictionary(
            item => item.Id,
            item =>
            {
                var report = latest[item.Id];
                var proofs = named.Where(one => one.Item == item.Id && one.Number == report.Number).Select(one => one.Evidence).ToHashSet();
                return new CheckedReport(report, before.GetValueOrDefault(item.Id), [.. evidence.Where(proof => proofs.Contains(proof.Id))]);
            },
            StringComparer.Ordinal);
    }

    /// <summary>Keeps what is being typed. A lock of the period does not hinder it: nobody loses words because a clock struck.</summary>
    public Task<DraftSaving> Save(ClaimsPrincipal user, string item, TypedReport typed, int seen, CancellationToken cancellation) =>
        changes.Apply(dispatch.ActorOf(user), change => Save(change, user, item, typed.Unified(), seen, cancellation), cancellation);

    /// <summary>Hands a report in: the text that was typed, the proofs that are attached. The draft ends.</summary>
    /// <returns>Why not; empty when it was done.</returns>
    public Task<IReadOnlyList<Finding>> Submit(ClaimsPrincipal user, string item, int seen, TypedReport typed, CancellationToken cancellation) => changes.Apply<IReadOnlyList<Finding>>(
        dispatch.ActorOf(user),
        async change =>
        {
            if (await change.Db.Set<ItemRow>().SingleOrDefaultAsync(row => row.Id == item, cancellation) is not { } row)
            {
                return [DeliveryFindings.NoSuchItem(item)];
            }

            var proofs = await change.Db.Set<EvidenceRow>().AsNoTracking().Where(proof => proof.Item == item && proof.RemovedAt == null).ToListAsync(cancellation);
            var (content, findings) = ReportForm.Read(typed.Unified(), row, [.. proofs.Select(proof => proof.Class)]);
            if (content is null)
            {
                return findings;
            }

            if (await HandIn(change, user, row, seen, cancellation) is { } refusal)
            {
                return [refusal];
            }

            var number = await change.Db.Set<ReportRow>().CountAsync(report => report.Item == item, cancellation) + 1;
            change.Db.Add(new ReportRow
            {
                Item = item,
                Number = number,
                Quantity = content.Quantity,
                Text = content.Text,
                Difficulties = content.Difficulties,
                Next = content.Next,
                IsDone = content.IsDone,
                At = change.At,
                By = change.Actor.Id,
                ByName = change.Actor.Name,
            });
            change.Db.AddRange(proofs.Select(proof => new ReportEvidenceRow { Item = item, Number = number, Evidence = proof.Id }));
            if (await change.Db.Set<DraftRow>().SingleOrDefaultAsync(draft => draft.Item == item && draft.Person == change.Actor.Id, cancellation) is { } mine)
            {
                change.Db.Remove(mine);
            }

            change.Record(row.Region, $"report/{item}/{number}", "report.submitted", new
            {
                content.Quantity,
                content.Text,
                content.Difficulties,
                content.Next,
                content.IsDone,
                Evidence = proofs.Select(proof => new { proof.Name, proof.Sha256, proof.Class }),
            });
            return [];
        },
        cancellation);

    private async Task<Dictionary<string, ReportRow>> Latest(List<string> items, CancellationToken cancellation) =>
        (await db.Set<ReportRow>().AsNoTracking().Where(report => items.Contains(report.Item)).ToListAsync(cancellation))
        .GroupBy(report => report.Item).ToDictionary(group => group.Key, group => group.MaxBy(report => report.Number)!, StringComparer.Ordinal);

    // Who hands in a report has received the order: it is signed for in the same breath.
    private async Task<Finding?> HandIn(Change change, ClaimsPrincipal user, ItemRow row, int seen, CancellationToken cancellation)
    {
        if (row.Stage != DispatchStage.Issued)
        {
            return await dispatch.Do(change, user, row.Id, new ActOrder(DispatchAct.Report, seen), cancellation);
        }

        if (await dispatch.Find(user, row.Id, cancellation) is { Choices.Lock: { } held })
        {
            return DeliveryFindings.NotPossible(row.Title, (held.Text.Zh + held.Next.Zh, held.Text.En + " " + held.Next.En));
        }

        if (await dispatch.Do(change, user, row.Id, new ActOrder(DispatchAct.Sign, seen), cancellation) is { } refusal)
        {
            return refusal;
        }

        await change.Db.SaveChangesAsync(cancellation);
        return await dispatch.Do(change, user, row.Id, new ActOrder(DispatchAct.Report, seen + 1), cancellation);
    }

    private async Task<DraftSaving> Save(Change change, ClaimsPrincipal user, string item, TypedReport typed, int seen, CancellationToken cancellation)
    {
        if (await dispatch.Find(user, item, cancellation) is not { } found)
        {
            return new(0, DeliveryFindings.NoSuchItem(item));
        }

        if (!found.Choices.CanReport)
        {
            return new(seen, DeliveryFindings.NotPossible(found.Stored.Row.Title, found.Choices.WhyNot(DispatchAct.Report) ?? ("现在不能填写报告。", "No report can be written now.")));
        }

        if (Math.Max(typed.Text.Length, Math.Max(typed.Difficulties.Length, typed.Next.Length)) > 2 * TypedReport.Longest || typed.Quantity.Length > Lengths.Id)
        {
            return new(seen, DeliveryFindings.BadReport(ReportForm.TextField, ($"每项文字不超过 {TypedReport.Longest} 字。", $"No text is longer than {TypedReport.Longest} characters.")));
        }

        var draft = await change.Db.Set<DraftRow>().SingleOrDefaultAsync(row => row.Item == item && row.Person == change.Actor.Id, cancellation);
        if (draft is not null && TypedReport.Of(draft) == typed)
        {
            return new(draft.Version);   // nothing new: nothing on record
        }

        if (draft is not null && draft.Version != seen)
        {
            return new(draft.Version, DeliveryFindings.DraftMeanwhile(draft.At), TypedReport.Of(draft));
        }

        if (draft is null)
        {
            draft = new()
            {
                Item = item,
                Person = change.Actor.Id,
                PersonName = change.Actor.Name,
                Quantity = "",
                Text = "",
                Difficulties = "",
                Next = "",
                IsDone = false,
                At = change.At,
                Version = 0,
            };
            change.Db.Add(draft);
        }

        (draft.Quantity, draft.Text, draft.Difficulties, draft.Next, draft.IsDone) = (typed.Quantity, typed.Text, typed.Difficulties, typed.Next, typed.IsDone);
        (draft.At, draft.PersonName) = (change.At, change.Actor.Name);
        draft.Version++;
        change.Record(found.Stored.Row.Region, $"report/{item}/draft", "report.drafted", new { Version = draft.Version, Characters = typed.Text.Length + typed.Difficulties.Length + typed.Next.Length });
        return new(draft.Version);
    }
}

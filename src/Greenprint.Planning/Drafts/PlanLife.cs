using Greenprint.Planning.Confirming;
using Greenprint.Planning.Plans;
using Greenprint.Planning.Targets;
using Greenprint.Platform;
using Greenprint.Quantities;
using Microsoft.EntityFrameworkCore;

namespace Greenprint.Planning.Drafts;

/// <summary>What an editor corrected in a draft as a whole; its items are confirmed one by one.</summary>
internal sealed record DraftEdit(Bilingual Title, string Region, int Start, int End);

/// <summary>What may be done with a plan now, and why not: the one answer that pages and acts read.</summary>
public sealed record PlanChoices(bool CanEdit, Bilingual? WhyNotConfirm, Bilingual? WhyNotReopen, Bilingual? WhyNotClose)
{
    /// <summary>Items of the draft that nobody has decided about. Confirming the plan leaves them out, and only when the editor says so.</summary>
    public int OpenItems { get; init; }

    public bool CanConfirm => WhyNotConfirm is null;

    public bool CanReopen => WhyNotReopen is null;

    public bool CanClose => WhyNotClose is null;

    internal static PlanChoices Of(PlanRow plan, bool hasIndicators, int openItems, DateOnly today) => new(
        plan.Status == PlanStatus.Draft,
        plan.Status != PlanStatus.Draft ? ("已经确认过。", "It is confirmed already.")
            : string.IsNullOrWhiteSpace(plan.TitleZh) ? ("还没有标题。", "It has no title yet.")
            : null,
        plan.Status != PlanStatus.InForce ? ("只有生效的规划可以退回草稿。", "Only a plan in force goes back to draft.")
            : hasIndicators ? ("规划已有指标，数值和目标都依据它，不能退回草稿。", "Its indicators carry targets and values that rest on it; it cannot go back to draft.")
            : null,
        plan.Status != PlanStatus.InForce ? ("只有生效的规划可以关闭。", "Only a plan in force is closed.")
            : today.Year <= plan.End ? (Words.Text($"规划期到 {plan.End} 年底，尚未结束。"), Words.Text($"Its period runs to the end of {plan.End} and is not over."))
            : null)
    {
        OpenItems = openItems,
    };
}

/// <summary>The document by which the government adopted a plan.</summary>
internal sealed record Adoption(string Document, DateOnly? On);

/// <summary>A plan's way from draft to closed. Each act takes the version that the editor saw; null means that it was done, else why not.</summary>
internal sealed class PlanLife
{
    public async Task<Finding?> Edit(Change change, string id, int seen, DraftEdit edit, CancellationToken cancellation)
    {
        var unfit = await Unfit(change.Db, id, edit, cancellation);
        return await Act(change, id, seen, (_, choices) => choices.CanEdit ? BadEntry(edit) ?? unfit : NotNow(id, ("只有草稿可以修改。", "Only a draft is edited.")), async plan =>
        {
            var before = new { plan.TitleZh, plan.TitleEn, plan.Region, plan.Start, plan.End };
            (plan.TitleZh, plan.TitleEn, plan.Region, plan.Start, plan.End) = (edit.Title.Zh.Trim(), Blank(edit.Title.En), edit.Region, edit.Start, edit.End);
            if (before.Start != edit.Start)
            {
                // A sum that runs from the first year of the plan runs from it wherever that lies.
                await change.Db.Set<TargetRow>().Where(row => row.Plan == id && row.Kind == TargetKind.Cumulative && row.From == before.Start)
                    .ExecuteUpdateAsync(set => set.SetProperty(row => row.From, (int?)edit.Start), cancellation);
            }

            change.Record(plan.Region, Subject(id), "plan.corrected", new { Before = before, edit.Title, edit.Region, edit.Start, edit.End });
        }, cancellation);
    }

    /// <summary>
    /// Puts the plan into force as the government adopted it: the document that did is named, whoever enters it here. What nobody decided about is either in the
    /// way, or left out on the record.
    /// </summary>
    public Task<Finding?> Confirm(Change change, string id, int seen, Adoption adoption, CancellationToken cancellation, bool leaveOpenOut = false) =>
        Act(change, id, seen, (_, choices) => choices.WhyNotConfirm is { } why ? NotNow(id, why) : BadAdoption(adoption, ChinaTime.DayOf(change.At)) ?? (choices.OpenItems > 0 && !leaveOpenOut ? PlanningFindings.StillOpen(id, choices.OpenItems) : null), async plan =>
        {
            var leftOut = await OpenItems.LeaveOut(change, plan, cancellation);
            plan.Status = PlanStatus.InForce;
            var source = await change.Db.Set<DocumentRow>().AsNoTracking().Where(row => row.Plan == id && !row.ForComparison).OrderByDescending(row => row.Number).FirstOrDefaultAsync(cancellation);
            var kept = await change.Db.Set<ItemRow>().AsNoTracking().Where(row => row.Plan == id && row.Kind == ItemKind.KeyTask)
                .OrderBy(row => row.Position).Select(row => row.TitleZh).ToListAsync(cancellation);
            change.Record(plan.Region, Subject(id), "plan.confirmed", new { plan.TitleZh, plan.Start, plan.End, source?.Name, source?.Sha256, KeyTasks = kept, LeftOut = leftOut, Document = adoption.Document.Trim(), adoption.On }, FormattableString.Invariant($"{adoption.Document.Trim()}（{adoption.On:yyyy-MM-dd}）"));
        }, cancellation);

    /// <summary>Takes a confirmation back while nothing rests on it.</summary>
    public Task<Finding?> Reopen(Change change, string id, int seen, string why, CancellationToken cancellation) =>
        Act(change, id, seen, (_, choices) => choices.WhyNotReopen is { } not ? NotNow(id, not) : Reason(why), plan =>
        {
            plan.Status = PlanStatus.Draft;
            change.Record(plan.Region, Subject(id), "plan.reopened", new { plan.TitleZh }, why.Trim());
            return Task.CompletedTask;
        }, cancellation);

    public Task<Finding?> Close(Change change, string id, int seen, CancellationToken cancellation) =>
        Act(change, id, seen, (_, choices) => choices.WhyNotClose is { } not ? NotNow(id, not) : null, plan =>
        {
            plan.Status = PlanStatus.Closed;
            change.Record(plan.Region, Subject(id), "plan.closed", new { plan.TitleZh, plan.End });
            return Task.CompletedTask;
        }, cancellation);

    /// <summary>Removes a draft. What it was stands on the record.</summary>
    public Task<Finding?> Discard(Change change, string id, int seen, string why, CancellationToken cancellation) =>
        Act(change, id, seen, (_, choices) => choices.CanEdit ? Reason(why) : NotNow(id, ("只有草稿可以丢弃。", "Only a draft is discarded.")), async plan =>
        {
            var source = await change.Db.Set<DocumentRow>().AsNoTracking().Where(row => row.Plan == id && !row.ForComparison).OrderByDescending(row => row.Number).FirstOrDefaultAsync(cancellation);
            change.Db.Remove(plan);
            change.Record(plan.Region, Subject(id), "plan.discarded", new { plan.TitleZh, plan.Start, plan.End, source?.Name, source?.Sha256 }, why.Trim());
        }, cancellation);

    private static async Task<Finding?> Act(
        Change change, string id, int seen, Func<PlanRow, PlanChoices, Finding?> refuse, Func<PlanRow, Task> act, CancellationToken cancellation)
    {
        // Read inside the change, behind its lock: what is seen here stays true until the commit.
        if (await change.Db.Set<PlanRow>().SingleOrDefaultAsync(row => row.Id == id, cancellation) is not { } plan)
        {
            return PlanningFindings.NoSuchPlan(id);
        }

        if (plan.Version != seen)
        {
            return PlanningFindings.ChangedMeanwhile(plan.TitleZh);
        }

        var hasIndicators = await change.Db.Set<IndicatorRow>().AnyAsync(row => row.Plan == id, cancellation);
        if (refuse(plan, PlanChoices.Of(plan, hasIndicators, await OpenItems.Count(change.Db, plan, cancellation), ChinaTime.DayOf(change.At))) is { } refusal)
        {
            return refusal;
        }

        plan.Version++;
        await act(plan);
        return null;
    }

    /// <summary>The first item in the plan that its period lets in and another period would not; null for none.</summary>
    private static async Task<Finding?> Unfit(DbContext db, string id, DraftEdit edit, CancellationToken cancellation)
    {
        if (await db.Set<PlanRow>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancellation) is not { } plan
            || (plan.Start, plan.End) == (edit.Start, edit.End)
            || await FoundDocument.Load(db, id, null, cancellation) is not { } found)
        {
            return null;
        }

        var inPlan = found.Items.Where(item => item.IsInPlan).ToList();
        var (was, would) = (ConfirmingDesk.Judged(inPlan, plan.ToSummary()), ConfirmingDesk.Judged(inPlan, plan.ToSummary() with { Start = edit.Start, End = edit.End }));
        return would.Zip(was).FirstOrDefault(pair => pair is { First.CanAccept: false, Second.CanAccept: true }) is { First: { WhyNotAccept: { } lack } item }
            ? PlanningFindings.Incomplete(item.Content.Name ?? item.Id, lack.Field, lack.Why)
            : null;
    }

    private static Finding? BadEntry(DraftEdit edit) => edit switch
    {
        _ when string.IsNullOrWhiteSpace(edit.Title.Zh) => PlanningFindings.BadEntry(("请填写规划标题。", "Give the plan a title.")),
        _ when edit.Start is < 1949 or > 2200 || edit.End < edit.Start || edit.End - edit.Start > 30 =>
            PlanningFindings.BadEntry(("请填写规划期的首年和末年，例如 2021 和 2025。", "Give the first and last year of the period, for example 2021 and 2025.")),
        _ => null,
    };

    private static Finding? BadAdoption(Adoption adoption, DateOnly today) => adoption switch
    {
        _ when string.IsNullOrWhiteSpace(adoption.Document) => PlanningFindings.BadEntry(("请填写批准规划的文件文号。", "Give the number of the document that adopts the plan.")),
        { Document.Length: > 200 } => PlanningFindings.BadEntry(("文号不超过 200 字。", "The number of a document has 200 characters at most.")),
        { On: null } => PlanningFindings.BadEntry(("请填写批准文件的日期。", "Give the date of the document that adopts the plan.")),
        { On: { } on } when on > today => PlanningFindings.BadEntry(("批准文件的日期晚于今天。", "The document that adopts the plan is of a day to come.")),
        _ => null,
    };

    private static Finding? Reason(string why) =>
        string.IsNullOrWhiteSpace(why) ? PlanningFindings.BadEntry(("请写明理由，它会记入历史。", "Give the reason; it goes on the record.")) : null;

    private static Finding NotNow(string id, Bilingual why) => PlanningFindings.NotNow(id, why);

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static string Subject(string id) => $"plan/{id}";
}

using System.Globalization;
using Greenprint.Planning.KeyTasks;
using Greenprint.Planning.Targets;
using Greenprint.Planning.YearTasks;
using Greenprint.Platform;
using Greenprint.Quantities;
using Microsoft.EntityFrameworkCore;

namespace Greenprint.Planning.Adjusting;

internal sealed class StoredAdjustments(GreenprintDb db, IPlans plans, StoredTargets targets, StoredYearTasks tasks, StoredKeyTasks keyTasks, AdjustmentProposals proposals, AdjustmentChecks checks, AdjustmentNotices notices) : IAdjustments
{
    public Task<IReadOnlyList<Adjustment>> Of(string plan, CancellationToken cancellation) => Standing(plan, null, cancellation);

    public Task<IReadOnlyList<Adjustment>> OfAsOf(string plan, DateOnly day, CancellationToken cancellation) => Standing(plan, ChinaTime.StartOf(day.AddDays(1)), cancellation);

    public async Task<IReadOnlyList<Adjustment>> Unfinished(CancellationToken cancellation)
    {
        var all = db.Set<AdjustmentRow>().AsNoTracking();
        var rows = await all.Where(row => !all.Any(other => other.Plan == row.Plan && other.Code == row.Code
            && (other.Act == AdjustmentAct.Publish || other.Act == AdjustmentAct.Refuse || other.Act == AdjustmentAct.Withdraw))).ToListAsync(cancellation);
        return
        [
            .. rows.GroupBy(row => (row.Plan, row.Code)).Select(events => AdjustmentFold.Of(events.Key.Plan, events.Key.Code, events.OrderBy(row => row.Number).Select(row => row.ToEvent())))
                .OrderBy(one => one.Nodes[AdjustmentStage.Drafted].At).ThenBy(one => one.Id, StringComparer.Ordinal),
        ];
    }

    public async Task<Adjustment?> Find(string plan, string code, CancellationToken cancellation) =>
        await Events(plan, code, cancellation) is { Count: > 0 } events ? AdjustmentFold.Of(plan, code, events) : null;

    /// <summary>All events of one request, oldest first; empty when there is none.</summary>
    internal async Task<IReadOnlyList<AdjustmentEvent>> Events(string plan, string code, CancellationToken cancellation) =>
        [.. (await db.Set<AdjustmentRow>().AsNoTracking().Where(row => row.Plan == plan && row.Code == code).OrderBy(row => row.Number).ToListAsync(cancellation)).Select(row => row.ToEvent())];

    public async Task<AdjustmentSaving> Propose(Change change, string plan, AdjustmentSubject subject, AdjustmentRequest request, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(change);
        ArgumentNullException.ThrowIfNull(subject);
        ArgumentNullException.ThrowIfNull(request);
        if (await plans.Find(plan, cancellation) is not { } view)
        {
            return new(null, [new("", PlanningFindings.NoSuchPlan(plan))]);
        }

        var (proposal, findings) = await proposals.Of(change, view, subject, request, cancellation);
        if (proposal is null)
        {
            return new(null, findings);
        }

        var code = await NextCode(change, plan, cancellation);
        var draft = new AdjustmentEvent(1, AdjustmentAct.Draft, change.At, change.Actor.Id, change.Actor.Name) { Subject = subject, Proposal = proposal };
        return AdjustmentFold.WhyNot(null, draft) is var (field, why)
            ? new(null, [new(field, PlanningFindings.BadAdjustment(code, why))])
            : new(await Append(change, view, plan, code, null, draft, cancellation), []);
    }

    public async Task<IReadOnlyList<FieldFinding>> Act(Change change, string plan, string code, AdjustmentOrder order, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(change);
        ArgumentNullException.ThrowIfNull(order);
        if (await plans.Find(plan, cancellation) is not { } view || await Find(plan, code, cancellation) is not { } adjustment)
        {
            return [new("", PlanningFindings.NoSuchAdjustment(plan, code))];
        }

        if (order.Seen != adjustment.Version)
        {
            return [new("", PlanningFindings.ActedMeanwhile(code, adjustment.Last.ByName, AdjustmentWords.Of(adjustment.Last.Act), adjustment.Last.At))];
        }

        var next = new AdjustmentEvent(adjustment.Version + 1, order.Act, change.At, change.Actor.Id, change.Actor.Name)
        {
            Why = Blank(order.Why),
            Units = order.Act == AdjustmentAct.AskOpinions ? order.Units : [],
            Day = order.Act is AdjustmentAct.AskOpinions or AdjustmentAct.Approve ? order.Day : null,
            Unit = order.Act == AdjustmentAct.GiveOpinion ? order.Unit : null,
            Opinion = order.Act == AdjustmentAct.GiveOpinion ? order.Opinion : null,
            Document = order.Act == AdjustmentAct.Approve ? Blank(order.Document) : null,
            Waiver = order.Act == AdjustmentAct.Approve ? Blank(order.Waiver) : null,
            Assigner = order.Act == AdjustmentAct.Approve ? Blank(order.Assigner) : null,
        };
        if (next.Why?.Length > AdjustmentProposals.Longest)
        {
            return [new("why", PlanningFindings.BadAdjustment(code, ("文字不超过 2000 字。", "A text has 2,000 characters at most.")))];
        }

        if (order is { Act: AdjustmentAct.Amend, Request: { } request } && AdjustmentFold.StateForbids(adjustment, order.Act, next.By, ChinaTime.DayOf(change.At)) is null)
        {
            var (proposal, findings) = await proposals.Of(change, view, adjustment.Subject, request, cancellation);
            if (proposal is null)
            {
                return findings;
            }

            next = next with { Proposal = proposal };
        }

        if (AdjustmentFold.WhyNot(adjustment, next) is var (field, why))
        {
            return [new(field, PlanningFindings.BadAdjustment(code, why))];
        }

        if (order.Act == AdjustmentAct.AskOpinions && await proposals.Strangers(view.Summary.Region, order.Units, ChinaTime.DayOf(change.At), cancellation) is { } stranger)
        {
            return [new("units", PlanningFindings.BadAdjustment(code, ($"没有单位“{stranger}”，或者它已撤销。", $"There is no unit '{stranger}', or it is closed.")))];
        }

        if (order.Act is AdjustmentAct.Submit or AdjustmentAct.Approve && view.Summary.Status != PlanStatus.InForce)
        {
            return [new("", PlanningFindings.NotNow(plan, ("规划不在执行期，不能调整。", "The plan is not in force; nothing of it is adjusted.")))];
        }

        if (order.Act is AdjustmentAct.Submit or AdjustmentAct.Approve && await Moved(view, adjustment, cancellation) is { } moved)
        {
            return [new("", moved)];
        }

        if (order.Act is AdjustmentAct.Approve or AdjustmentAct.Refuse)
        {
            // What the decision was taken on stays with it: the plan above may be another one next year.
            next = next with { Check = await checks.Of(view, adjustment.Subject, adjustment.Proposal, cancellation) };
        }

        if (order.Act == AdjustmentAct.Approve)
        {
            var (written, findings) = await Approve(change, view, adjustment, next, order.IsAssigner, cancellation);
            if (findings.Count > 0)
            {
                return findings;
            }

            next = next with { Revision = written };
        }

        await Append(change, view, plan, code, adjustment, next, cancellation);
        return [];
    }

    /// <summary>What was done to the target or task since the request was written; null when nothing was.</summary>
    internal async Task<Finding?> Moved(PlanView plan, Adjustment adjustment, CancellationToken cancellation)
    {
        var seen = adjustment.Proposal.Base;
        if (adjustment.Subject.Kind == AdjustmentSubjectKind.Target)
        {
            var versions = await targets.Versions(plan.Summary.Id, adjustment.Subject.Code, cancellation);
            return versions is [.., var last] && last.Number != seen
                ? PlanningFindings.MovedMeanwhile(adjustment.Code, last.RecordedBy, last.RecordedAt, versions.FirstOrDefault(version => version.Number == seen)?.Target.Text ?? new("—"), last.Target.Text)
                : null;
        }

        if (adjustment.Subject.Kind == AdjustmentSubjectKind.KeyTask)
        {
            var versions = await keyTasks.Versions(plan.Summary.Id, adjustment.Subject.Code, cancellation);
            return versions is [.., { RecordedAt: { } at } last] && last.Number != seen
                ? PlanningFindings.MovedMeanwhile(adjustment.Code, last.RecordedBy!, at, Differs(adjustment.Proposal.OldKeyTask!, last.Content), Differs(last.Content, adjustment.Proposal.OldKeyTask!))
                : null;
        }

        var revisions = await tasks.Revisions(YearTask.IdOf(plan.Summary.Id, adjustment.Subject.Code), cancellation);
        return revisions is [.., var now] && now.Revision != seen
            ? PlanningFindings.MovedMeanwhile(adjustment.Code, now.RecordedBy, now.RecordedAt, revisions.FirstOrDefault(revision => revision.Revision == seen)?.Content.Title ?? new("—"), now.Content.Title)
            : null;
    }

    private async Task<(int? Written, IReadOnlyList<FieldFinding> Findings)> Approve(
        Change change, PlanView plan, Adjustment adjustment, AdjustmentEvent decision, bool isAssigner, CancellationToken cancellation)
    {
        var check = decision.Check!;
        if (check.NeedsWaiver && decision.Waiver is null)
        {
            return (null, [new("waiver", PlanningFindings.BadAdjustment(adjustment.Code, (
                $"调整后低于上级要求（{check.WeakerThan.Zh}）。批准须写明同意放宽的文件文号，或者不予调整。",
                $"The new target is weaker than what is asked from above ({check.WeakerThan.En}). To approve it, name the document that allows this, or refuse it.")))]);
        }

        if (check.NeedsAssigner && !isAssigner && decision.Assigner is null)
        {
            return (null, [new("assigner", PlanningFindings.BadAdjustment(adjustment.Code, (
                "约束性指标和上级下达的目标只能由下达机关调整：请由上级有批准权的负责人决定，或者写明下达机关同意调整的文件文号。",
                "A binding target, or one that was assigned, is adjusted only by who assigned it: somebody who approves for the government above decides, or the number of its document is given.")))]);
        }

        var why = $"调整申请 {adjustment.Code}：{adjustment.Proposal.Grounds}";
        var seen = adjustment.Proposal.Base;
        if (adjustment.Proposal is { NewTarget: { } target, OldTarget: { } old })
        {
            // A number that the superior assigns stands with the document that assigns it.
            var now = target.Target.Kind == TargetKind.AssignedBySuperior && target.Target.Value != old.Target.Value
                ? target.Target with { Document = decision.Assigner ?? decision.Document }
                : target.Target;
            var revision = new TargetRevision(now, decision.Document!, decision.Day!.Value, why, target.Steps) { Seen = seen, Baseline = target.Baseline };
            return await targets.Revise(change, plan.Summary.Id, adjustment.Subject.Code, revision, cancellation) is { } refusal ? (null, [new("", refusal)]) : (seen + 1, []);
        }

        if (adjustment.Proposal.NewKeyTask is { } keyTask)
        {
            var (number, refusal) = await keyTasks.Revise(change, plan, adjustment.Subject.Code, keyTask, decision.Document!, decision.Day!.Value, why, seen, cancellation);
            return (number, refusal is null ? [] : [new(refusal.Code == PlanningFindings.BadAdjustment("", new("")).Code ? "on" : "", refusal)]);
        }

        if ((await AdjustmentRow.OfYearTasks(db, plan.Summary.Id, cancellation)).Any(before => before.Code == adjustment.Subject.Code && before.On > decision.Day))
        {
            return (null, [new("on", PlanningFindings.BadAdjustment(adjustment.Code, ("文件日期早于上一次调整。", "The document is older than the adjustment before.")))]);
        }

        var saving = await tasks.Revise(change, YearTask.IdOf(plan.Summary.Id, adjustment.Subject.Code), adjustment.Proposal.NewTask!, why, seen, cancellation);
        return (saving.Task?.Revision, saving.Findings);
    }

    // What tells one version of a key task from another, in one sentence.
    private static Bilingual Differs(KeyTaskContent one, KeyTaskContent other) =>
        one.Title != other.Title ? one.Title : one.Text != other.Text ? one.Text : ($"{one.Title.Zh}（牵头单位 {one.Lead ?? "—"}）", $"{one.Title.En ?? one.Title.Zh} (lead {one.Lead ?? "—"})");

    private async Task<Adjustment> Append(Change change, PlanView view, string plan, string code, Adjustment? before, AdjustmentEvent next, CancellationToken cancellation)
    {
        var adjustment = AdjustmentFold.Apply(plan, code, before, next);
        change.Db.Add(AdjustmentRow.Of(plan, code, next));
        change.Record(
            view.Summary.Region,
            $"adjustment/{plan}/{code}",
            AdjustmentWords.KindOf(next.Act),
            new { Subject = adjustment.Subject.Code, Stage = adjustment.Stage.ToString(), next.Proposal, next.Units, next.Day, next.Unit, Opinion = next.Opinion?.ToString(), next.Document, next.Waiver, next.Assigner, next.Revision, next.Check },
            next.Why ?? (next.Act == AdjustmentAct.Draft ? next.Proposal!.Grounds : null));
        await change.Db.SaveChangesAsync(cancellation);
        await notices.Tell(change, view, before, adjustment, cancellation);
        return adjustment;
    }

    // A number is never given twice: the change holds the chain, so nobody counts beside it.
    private static async Task<string> NextCode(Change change, string plan, CancellationToken cancellation)
    {
        var stem = string.Create(CultureInfo.InvariantCulture, $"A{ChinaTime.DayOf(change.At).Year}-");
        var taken = await change.Db.Set<AdjustmentRow>().AsNoTracking().Where(row => row.Plan == plan && row.Number == 1 && row.Code.StartsWith(stem)).CountAsync(cancellation);
        return string.Create(CultureInfo.InvariantCulture, $"{stem}{taken + 1:00}");
    }

    private async Task<IReadOnlyList<Adjustment>> Standing(string plan, DateTimeOffset? until, CancellationToken cancellation)
    {
        var rows = db.Set<AdjustmentRow>().AsNoTracking().Where(row => row.Plan == plan);
        if (until is { } moment)
        {
            rows = rows.Where(row => row.At < moment);
        }

        return
        [
            .. (await rows.ToListAsync(cancellation)).GroupBy(row => row.Code, StringComparer.Ordinal)
                .Select(events => AdjustmentFold.Of(plan, events.Key, events.OrderBy(row => row.Number).Select(row => row.ToEvent())))
                .OrderByDescending(adjustment => adjustment.Nodes[AdjustmentStage.Drafted].At).ThenByDescending(adjustment => adjustment.Code, StringComparer.Ordinal),
        ];
    }

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

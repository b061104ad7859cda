using System.Security.Claims;
using Greenprint.Delivery.Cycles;
using Greenprint.Delivery.Evidences;
using Greenprint.Delivery.Reports;
using Greenprint.Platform;
using Greenprint.Quantities;
using Microsoft.EntityFrameworkCore;

namespace Greenprint.Delivery.Dispatch;

/// <summary>The desks of the pages, for those who come without a page.</summary>
internal sealed class DispatchDoor(GreenprintDb db, CycleDesk cycles, DispatchDesk desk, ReportDesk reports, EvidenceDesk proofs) : IDispatch
{
    public async Task<OpenedCycle> Open(ClaimsPrincipal user, string plan, Period period, IReadOnlyCollection<string> tasks, CancellationToken cancellation)
    {
        var (window, signBy, _) = cycles.Propose(period);
        var (cycle, refusal) = await cycles.Open(user, new(plan, period, window, signBy, tasks), cancellation);
        ThrowIf(refusal);
        var items = await db.Set<ItemRow>().AsNoTracking().Where(item => item.Cycle == cycle).ToDictionaryAsync(item => item.Subject, item => item.Id, StringComparer.Ordinal, cancellation);
        return new(cycle!, window.Opens, signBy, window.Due, window.Locks!.Value, items);
    }

    public async Task Do(ClaimsPrincipal user, ItemAct act, IReadOnlyCollection<string> items, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(act);
        var seen = await db.Set<ItemRow>().AsNoTracking().Where(item => items.Contains(item.Id)).ToDictionaryAsync(item => item.Id, item => item.Version, StringComparer.Ordinal, cancellation);
        var orders = items.Select(id => (id, new ActOrder(act.Act, seen.GetValueOrDefault(id)) { Why = act.Why, Day = act.Day, Unit = act.Unit, Person = act.Person, Into = act.Into })).ToList();
        await desk.DoAll(user, orders, cancellation);
    }

    public async Task Attach(ClaimsPrincipal user, string item, ProofFile proof, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(proof);
        ThrowIf(await proofs.Add(user, item, new(proof.Name, proof.Content, proof.Strength, proof.Note), cancellation));
    }

    public async Task Report(ClaimsPrincipal user, string item, Progress report, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(report);
        var seen = await db.Set<ItemRow>().AsNoTracking().Where(row => row.Id == item).Select(row => row.Version).SingleOrDefaultAsync(cancellation);
        var typed = TypedReport.Of(new ReportContent(report.Quantity, report.Text, report.Difficulties, report.Next, report.IsDone));
        ThrowIf(await reports.Submit(user, item, seen, typed, cancellation) is [var refusal, ..] ? refusal : null);
    }

    public async Task Close(ClaimsPrincipal user, string cycle, CancellationToken cancellation) => ThrowIf(await cycles.Close(user, cycle, close: true, why: null, cancellation));

    private static void ThrowIf(Finding? refusal)
    {
        if (refusal is not null)
        {
            throw new RefusedException(refusal);
        }
    }
}

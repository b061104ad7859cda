using Greenprint.Delivery.Cycles;
using Greenprint.Delivery.Dispatch;
using Greenprint.Delivery.Evidences;
using Greenprint.Delivery.Reports;
using Greenprint.Delivery.WorkingDays;
using Greenprint.Planning;
using Greenprint.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Greenprint.Delivery.Health;

/// <summary>What the dispatch adds to the examination of a plan. Six queries.</summary>
internal sealed class DispatchChecks(GreenprintDb db, IOptions<DeliveryOptions> options) : IHealthChecks
{
    public IReadOnlyList<HealthRule> Rules => DispatchHealth.Rules;

    public async Task<IReadOnlyList<HealthFinding>> Check(HealthQuestion question, CancellationToken cancellation)
    {
        var plan = question.Plan.Summary.Id;
        var items = db.Set<ItemRow>().Where(item => item.Plan == plan && item.Ending == DispatchEnding.None);
        var asked = await db.Set<ItemRow>().AsNoTracking().Where(item => item.Plan == plan && item.Ending != DispatchEnding.Rejected).OrderBy(item => item.Due).ThenBy(item => item.Id).ToListAsync(cancellation);
        var mergers = await Mergers.Read(db, null, cancellation);
        var merged = asked.Where(item => item.Ending == DispatchEnding.Merged).Select(item => (item.Subject, End: mergers.EndOf(item.Id))).ToList();
        var ends = merged.Select(one => one.End).Distinct().ToList();
        var goesOn = await db.Set<ItemRow>().AsNoTracking().Where(item => ends.Contains(item.Id) && item.Ending == DispatchEnding.None).ToDictionaryAsync(item => item.Id, StringComparer.Ordinal, cancellation);
        var facts = new DispatchFacts(
            asked.FindAll(item => item.Ending == DispatchEnding.None),
            await db.Set<CycleRow>().AsNoTracking().Where(cycle => cycle.Plan == plan).ToDictionaryAsync(cycle => cycle.Id, StringComparer.Ordinal, cancellation),
            (await db.Set<ReportRow>().AsNoTracking().Where(report => items.Any(item => item.Id == report.Item)).Select(report => report.Item).Distinct().ToListAsync(cancellation)).ToHashSet(StringComparer.Ordinal),
            (await db.Set<EvidenceRow>().AsNoTracking().Where(proof => proof.RemovedAt == null && (ends.Contains(proof.Item) || items.Any(item => item.Id == proof.Item))).Select(proof => new { proof.Item, proof.Class }).ToListAsync(cancellation))
                .ToLookup(proof => proof.Item, proof => proof.Class, StringComparer.Ordinal))
        {
            // One whose other item was refused since goes on nowhere: it is as if nobody had called for it.
            Merged = [.. merged.Where(one => goesOn.ContainsKey(one.End)).Select(one => (one.Subject, goesOn[one.End]))],
        };
        return [.. DispatchHealth.Check(question, facts, options.Value.SilentAfter, options.Value.CheckWithin, WorkCalendar.Shipped)];
    }
}

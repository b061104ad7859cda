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

/// <summary>What the dispatch adds to the examination of a plan. Four queries.</summary>
internal sealed class DispatchChecks(GreenprintDb db, IOptions<DeliveryOptions> options) : IHealthChecks
{
    public IReadOnlyList<HealthRule> Rules => DispatchHealth.Rules;

    public async Task<IReadOnlyList<HealthFinding>> Check(HealthQuestion question, CancellationToken cancellation)
    {
        var plan = question.Plan.Summary.Id;
        var items = db.Set<ItemRow>().Where(item => item.Plan == plan && item.Ending == DispatchEnding.None);
        var asked = await db.Set<ItemRow>().AsNoTracking().Where(item => item.Plan == plan && item.Ending != DispatchEnding.Rejected).OrderBy(item => item.Due).ThenBy(item => item.Id).ToListAsync(cancellation);
        var facts = new DispatchFacts(
            asked.FindAll(item => item.Ending == DispatchEnding.None),
            await db.Set<CycleRow>().AsNoTracking().Where(cycle => cycle.Plan == plan).ToDictionaryAsync(cycle => cycle.Id, StringComparer.Ordinal, cancellation),
            (await db.Set<ReportRow>().AsNoTracking().Where(report => items.Any(item => item.Id == report.Item)).Select(report => report.Item).Distinct().ToListAsync(cancellation)).ToHashSet(StringComparer.Ordinal),
            (await db.Set<EvidenceRow>().AsNoTracking().Where(proof => proof.RemovedAt == null && items.Any(item => item.Id == proof.Item)).Select(proof => new { proof.Item, proof.Class }).ToListAsync(cancellation))
                .ToLookup(proof => proof.Item, proof => proof.Class, StringComparer.Ordinal))
        {
            Merged = asked.Where(item => item.Ending == DispatchEnding.Merged).Select(item => item.Subject).ToHashSet(StringComparer.Ordinal),
        };
        return [.. DispatchHealth.Check(question, facts, options.Value.SilentAfter, options.Value.CheckWithin, WorkCalendar.Shipped)];
    }
}

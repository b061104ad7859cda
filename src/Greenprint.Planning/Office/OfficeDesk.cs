using System.Security.Claims;
using System.Text.Json;
using Greenprint.Planning.Confirming;
using Greenprint.Planning.Drafts;
using Greenprint.Planning.Plans;
using Greenprint.Planning.Targets;
using Greenprint.PlanText;
using Greenprint.Platform;
using Greenprint.Quantities;
using Microsoft.EntityFrameworkCore;

namespace Greenprint.Planning.Office;

/// <summary>A plan as its editors see it: where it came from and what was done to it.</summary>
public sealed record OfficePlan(
    PlanView View,
    int Version,
    OfficeSource? Source,
    IReadOnlyList<ReadingWarning> Warnings,
    IReadOnlyList<HistoryEntry> History,
    PlanChoices Choices)
{
    /// <summary>The plan in one line.</summary>
    public PlanSummary Summary => View.Summary;
}

/// <summary>The file a plan came from.</summary>
public sealed record OfficeSource(string Name, long Bytes, string Sha256, DateTimeOffset RecordedAt, string RecordedBy);

/// <summary>What the pages of the office read and do.</summary>
internal sealed class OfficeDesk(
    GreenprintDb db, IPlans plans, IRegions regions, IRights rights, IHistory history, IChanges changes, IChinaClock clock, IEnumerable<HistoryKind> kinds)
{
    /// <summary>The plans that <paramref name="user"/> may edit.</summary>
    public async Task<IReadOnlyList<PlanSummary>> PlansOf(ClaimsPrincipal user, CancellationToken cancellation)
    {
        List<PlanSummary> mine = [];
        foreach (var plan in await plans.All(cancellation))
        {
            if (await rights.May(user, Rights.EditPlans, plan.Region, cancellation))
            {
                mine.Add(plan);
            }
        }

        return mine;
    }

    /// <summary>The regions whose plans <paramref name="user"/> may edit.</summary>
    public async Task<IReadOnlyList<Region>> RegionsOf(ClaimsPrincipal user, CancellationToken cancellation)
    {
        List<Region> mine = [];
        foreach (var region in await regions.All(cancellation))
        {
            if (await rights.May(user, Rights.EditPlans, region.Code, cancellation))
            {
                mine.Add(region);
            }
        }

        return mine;
    }

    public async Task<OfficePlan?> Find(string id, CancellationToken cancellation)
    {
        if (await plans.Find(id, cancellation) is not { } view)
        {
            return null;
        }

        var row = await db.Set<PlanRow>().AsNoTracking().SingleAsync(plan => plan.Id == id, cancellation);
        var document = await db.Set<DocumentRow>().AsNoTracking().Where(one => one.Plan == id && !one.ForComparison).OrderByDescending(one => one.Number).FirstOrDefaultAsync(cancellation);
        var warnings = document is null ? null : JsonSerializer.Deserialize<List<ReadingWarning>>(document.Warnings, PlanPackJson.Options);
        return new(
            view,
            row.Version,
            document is null ? null : new(document.Name, document.Bytes, document.Sha256, document.RecordedAt, document.RecordedBy),
            warnings ?? [],
            await history.Of($"plan/{id}", cancellation),
            PlanChoices.Of(row, view.Indicators.Count > 0, await OpenItems.Count(db, row, cancellation), clock.Today));
    }

    /// <summary>The period of a plan in words.</summary>
    public static Bilingual Years(PlanSummary plan) => (Words.Text($"{plan.Start}—{plan.End} 年"), Words.Text($"{plan.Start}–{plan.End}"));

    /// <summary>What an act on the record is called.</summary>
    public Bilingual NameOf(string kind) => kinds.FirstOrDefault(known => known.Kind == kind)?.Name ?? new(kind, kind);

    public Task<bool> May(ClaimsPrincipal user, string region, CancellationToken cancellation) => rights.May(user, Rights.EditPlans, region, cancellation);

    /// <summary>Runs one act for <paramref name="user"/>; null when it was done.</summary>
    public Task<T> Do<T>(ClaimsPrincipal user, Func<Change, Task<T>> act, CancellationToken cancellation) => changes.Apply(
        rights.ActorOf(user) ?? throw new InvalidOperationException("Nobody is signed in on a page for editors."), act, cancellation);
}

using Greenprint.Planning.Library;
using Greenprint.PlanText.Alignment;
using Greenprint.Platform;
using Greenprint.Quantities;
using Microsoft.EntityFrameworkCore;

namespace Greenprint.Planning.Aligning;

/// <summary>Lays a plan of the store beside another one, with the answers given so far.</summary>
internal sealed class AlignmentDesk(GreenprintDb db, IPlans plans, IRegions regions, LibraryShelf library)
{
    /// <summary>What a plan may be laid beside: the plan above it first, then its region's, others here, and the library. Drafts are nobody's word and are left out.</summary>
    public async Task<IReadOnlyList<AlignmentChoice>> Choices(PlanSummary plan, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var names = await Names(cancellation);
        return
        [
            .. (await plans.All(cancellation))
                .Where(other => other.Id != plan.Id && other.Status != PlanStatus.Draft)
                .Select(other => new AlignmentChoice(
                    AlignedSource.Store + other.Id, other.Title, Name(names, other.Region), other.Start, other.End,
                    other.Id == plan.UpperPlan ? AlignmentRelation.Upper : other.Region == plan.Region ? AlignmentRelation.SameRegion : AlignmentRelation.Elsewhere))
                .OrderBy(choice => choice.Relation),
            .. (await library.All(cancellation)).Select(other => new AlignmentChoice(
                AlignedSource.Library + other.Id, new(other.Title), new(other.Region), other.Start, other.End, AlignmentRelation.Library)),
        ];
    }

    /// <summary>A plan of the store or of the library by its name; null where there is none that may be laid beside another.</summary>
    public async Task<AlignedSource?> Source(string name, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (name.StartsWith(AlignedSource.Library, StringComparison.Ordinal))
        {
            return await library.Find(name[AlignedSource.Library.Length..], cancellation) is { } found ? AlignedSource.Of(found) : null;
        }

        return name.StartsWith(AlignedSource.Store, StringComparison.Ordinal) && await plans.Find(name[AlignedSource.Store.Length..], cancellation) is { Summary.Status: not PlanStatus.Draft } plan
            ? await Source(plan, cancellation)
            : null;
    }

    /// <summary>A plan of the store as one side.</summary>
    public async Task<AlignedSource> Source(PlanView plan, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return AlignedSource.Of(plan, Name(await Names(cancellation), plan.Summary.Region));
    }

    /// <summary>Aligns two plans, both with indicators (<see cref="PlanAligner.Obstacle(PlanToAlign)"/>), and puts the answers to their findings.</summary>
    public async Task<AlignmentSheet> Align(AlignedSource local, AlignedSource upper, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(local);
        ArgumentNullException.ThrowIfNull(upper);
        var isAbove = await IsAbove(local, upper, cancellation);
        var alignment = PlanAligner.Align(local.Plan, upper.Plan, isAbove);
        var (plan, other) = (local.Ref[AlignedSource.Store.Length..], upper.Ref);
        var given = (await db.Set<AnswerRow>().AsNoTracking().Where(row => row.Plan == plan && row.Other == other).OrderBy(row => row.Number).ToListAsync(cancellation))
            .Select(GivenAnswer.Of).ToLookup(answer => answer.Finding, StringComparer.Ordinal);
        var findings = alignment.Pairs.Select(pair => KeyOf(pair, local, upper)).Zip(alignment.Pairs, (key, pair) => new AlignedFinding(key, pair, [.. given[key]])).ToList();
        var keys = findings.Select(finding => finding.Key).ToHashSet(StringComparer.Ordinal);
        return new(local, upper, findings, alignment.Clauses, [.. given.Where(same => !keys.Contains(same.Key)).SelectMany(same => same)]) { IsAbove = isAbove };
    }

    // The plan that the local one names, or one of a region that the local region lies in; of the library the region's name is all that is known.
    private async Task<bool> IsAbove(AlignedSource local, AlignedSource other, CancellationToken cancellation)
    {
        if (local.UpperPlan is { } named && other.Ref == AlignedSource.Store + named)
        {
            return true;
        }

        var all = (await regions.All(cancellation)).ToDictionary(region => region.Code, StringComparer.Ordinal);
        for (var above = Above(local.RegionCode); above is not null; above = Above(above.Code))
        {
            if (other.IsUnchecked ? above.Name.Zh == other.Region.Zh : above.Code == other.RegionCode)
            {
                return true;
            }
        }

        return false;

        Region? Above(string? code) => code is not null && all.GetValueOrDefault(code)?.Parent is { } parent ? all.GetValueOrDefault(parent) : null;
    }

    // By the upper indicator where there is one: what is missing today and weakened tomorrow is one matter.
    private static string KeyOf(IndicatorPair pair, AlignedSource local, AlignedSource upper) =>
        pair.Upper is { } above ? "upper/" + upper.KeyOf(above) : "local/" + local.KeyOf(pair.Local!);

    private async Task<IReadOnlyDictionary<string, Bilingual>> Names(CancellationToken cancellation) =>
        (await regions.All(cancellation)).ToDictionary(region => region.Code, region => region.Name, StringComparer.Ordinal);

    private static Bilingual Name(IReadOnlyDictionary<string, Bilingual> names, string code) => names.TryGetValue(code, out var name) ? name : new(code);
}

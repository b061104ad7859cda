using Greenprint.Indicators;
using Greenprint.Planning;
using Greenprint.Planning.Adjusting;
using Greenprint.Platform;
using Greenprint.Quantities;

namespace Greenprint.Portal.Tests;

/// <summary>The doors that the portal asks, answered from a small sample. States are judged by Planning itself.</summary>
internal sealed class SampleDoors : IPlans, IStandings, IRegions, IComputations, IValues, ITargets, IChinaClock, IPlanWorkbooks, IAdjustments
{
    public DateOnly Today { get; set; } = new(2026, 11, 25);

    public DateTimeOffset Now => ChinaTime.StartOf(Today).AddHours(10);

    public List<PlanView> Plans { get; } = [];

    public List<Region> RegionList { get; } = [];

    public Dictionary<(string Plan, string Code), List<IndicatorValue>> ValueList { get; } = [];

    public Dictionary<string, Provenance> Runs { get; } = [];

    public Dictionary<(string Plan, string Code), List<TargetVersion>> VersionList { get; } = [];

    public Task<IReadOnlyList<PlanSummary>> All(CancellationToken cancellation) => Task.FromResult<IReadOnlyList<PlanSummary>>([.. Plans.Select(plan => plan.Summary)]);

    public Task<PlanView?> Find(string id, CancellationToken cancellation) => Task.FromResult(Plans.FirstOrDefault(plan => plan.Summary.Id == id));

    public Task<PlanView?> FindAsOf(string id, DateOnly day, CancellationToken cancellation) => Find(id, cancellation);

    public List<Adjustment> AdjustmentList { get; } = [];

    Task<IReadOnlyList<Adjustment>> IAdjustments.Of(string plan, CancellationToken cancellation) => Task.FromResult<IReadOnlyList<Adjustment>>([.. AdjustmentList.Where(one => one.Plan == plan)]);

    public Task<IReadOnlyList<Adjustment>> Unfinished(CancellationToken cancellation) => throw new NotSupportedException("The portal asks nobody.");

    public Task<IReadOnlyList<Adjustment>> OfAsOf(string plan, DateOnly day, CancellationToken cancellation) => throw new NotSupportedException("The portal shows what is in force.");

    Task<Adjustment?> IAdjustments.Find(string plan, string code, CancellationToken cancellation) => throw new NotSupportedException("The portal lists what was published.");

    public Task<AdjustmentSaving> Propose(Change change, string plan, AdjustmentSubject subject, AdjustmentRequest request, CancellationToken cancellation) => throw new NotSupportedException("The portal writes nothing.");

    public Task<IReadOnlyList<FieldFinding>> Act(Change change, string plan, string code, AdjustmentOrder order, CancellationToken cancellation) => throw new NotSupportedException("The portal writes nothing.");

    public async Task<PlanStandings?> OfPlan(string plan, DateOnly? asOf, CancellationToken cancellation) =>
        await Find(plan, cancellation) is { } found
            ? new(found, asOf ?? Today, [.. found.Indicators.Select(indicator => Stand(indicator, asOf ?? Today))])
            : null;

    public async Task<IndicatorStanding?> OfIndicator(string plan, string code, DateOnly? asOf, CancellationToken cancellation) =>
        (await Find(plan, cancellation))?.Indicators.FirstOrDefault(indicator => indicator.Code == code) is { } found ? Stand(found, asOf ?? Today) : null;

    Task<IReadOnlyList<Region>> IRegions.All(CancellationToken cancellation) => Task.FromResult<IReadOnlyList<Region>>(RegionList);

    Task<Region?> IRegions.Find(string code, CancellationToken cancellation) => Task.FromResult(RegionList.FirstOrDefault(region => region.Code == code));

    public Task<IReadOnlySet<string>> WithBelow(string code, CancellationToken cancellation) => throw new NotSupportedException();

    public Task<IReadOnlyList<Organization>> Organizations(string? region, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<Organization>>([new("x/ecology", "990121", ("生态环境分局", "Ecology branch"))]);

    public Task Add(Change change, IEnumerable<Region> regions, CancellationToken cancellation) => throw new NotSupportedException();

    public Task Add(Change change, IEnumerable<Organization> organizations, CancellationToken cancellation) => throw new NotSupportedException();

    Task<bool> IPlanWorkbooks.Write(string plan, Stream to, CancellationToken cancellation) => throw new NotSupportedException();

    Task<Provenance?> IComputations.Find(string run, CancellationToken cancellation) => Task.FromResult(Runs.GetValueOrDefault(run));

    Task<IReadOnlyList<RunSummary>> IComputations.Runs(string plan, string? indicator, CancellationToken cancellation) => throw new NotSupportedException();

    public Task<IReadOnlyList<ComputedFigure>> Compute(ComputeOrder order, CancellationToken cancellation) => throw new NotSupportedException();

    public Task<int?> ComputeAll(Actor actor, string plan, IReadOnlyList<Period> periods, string? reason, CancellationToken cancellation) => throw new NotSupportedException();

    public Task<Verification?> Verify(string run, CancellationToken cancellation) => throw new NotSupportedException();

    public Task<ValueOutcome> Report(Actor actor, ValueEntry entry, CancellationToken cancellation) => throw new NotSupportedException();

    public Task<ValueOutcome> Issue(Actor actor, ValueEntry entry, CancellationToken cancellation) => throw new NotSupportedException();

    public Task<ValueBatch> EnterAll(Actor actor, IReadOnlyList<(ValueOrigin Origin, ValueEntry Entry)> entries, bool dryRun, CancellationToken cancellation) =>
        throw new NotSupportedException();

    public Task<IReadOnlyList<IndicatorValue>> Revisions(string plan, string indicator, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<IndicatorValue>>(ValueList.GetValueOrDefault((plan, indicator), []));

    public Task<IReadOnlyList<TargetVersion>> Versions(string plan, string indicator, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<TargetVersion>>(VersionList.GetValueOrDefault((plan, indicator), []));

    public Task<Finding?> Revise(Change change, string plan, string indicator, TargetRevision revision, CancellationToken cancellation) => throw new NotSupportedException();

    private IndicatorStanding Stand(IndicatorView indicator, DateOnly asOf)
    {
        // The newest revision of each period and origin is the current one.
        var current = ValueList.GetValueOrDefault((indicator.Plan, indicator.Code), [])
            .GroupBy(value => (value.Period, value.Origin)).Select(same => same.MaxBy(value => value.Revision)!).OrderBy(value => value.Period).ToList();
        var deciding = current.Where(value => value.Origin == indicator.Deciding).ToList();
        var standing = IndicatorStates.Judge(
            indicator, [.. deciding.Where(value => value.Value is not null).Select(value => new ActualValue(value.Period, value.Value!.Value))], PlanThresholds.Default, asOf);
        var differences = from one in deciding
                          from other in current
                          where other.Period == one.Period && other.Origin != one.Origin && one.Value is not null && other.Value is not null && one.Value != other.Value
                          select new OriginDifference(one, other, other.Value!.Value - one.Value!.Value);
        return new(indicator, standing, current, [.. differences]);
    }
}

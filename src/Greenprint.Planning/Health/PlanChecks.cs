namespace Greenprint.Planning.Health;

/// <summary>What Planning itself looks at: indicators, duties, year tasks. One query.</summary>
internal sealed class PlanChecks(IAllocations allocations) : IHealthChecks
{
    public IReadOnlyList<HealthRule> Rules { get; } = [.. DutyHealth.Rules, .. TaskHealth.Rules, .. IndicatorHealth.Rules];

    public async Task<IReadOnlyList<HealthFinding>> Check(HealthQuestion question, CancellationToken cancellation) =>
    [
        .. DutyHealth.Check(question),
        .. TaskHealth.Check(question),
        .. IndicatorHealth.Check(question, await allocations.Of(question.Plan.Summary.Id, null, cancellation)),
    ];
}

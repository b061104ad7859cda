namespace Greenprint.Planning.Health;

/// <summary>What Planning itself looks at: indicators, duties, year tasks, adjustments. Two queries.</summary>
internal sealed class PlanChecks(IAllocations allocations, IAdjustments adjustments) : IHealthChecks
{
    public IReadOnlyList<HealthRule> Rules { get; } = [.. DutyHealth.Rules, .. TaskHealth.Rules, .. IndicatorHealth.Rules, .. AdjustmentHealth.Rules];

    public async Task<IReadOnlyList<HealthFinding>> Check(HealthQuestion question, CancellationToken cancellation) =>
    [
        .. DutyHealth.Check(question),
        .. TaskHealth.Check(question),
        .. IndicatorHealth.Check(question, await allocations.Of(question.Plan.Summary.Id, null, cancellation)),
        .. AdjustmentHealth.Check(question, await adjustments.Of(question.Plan.Summary.Id, cancellation)),
    ];
}

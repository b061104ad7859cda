using System.Text.Json;
using Greenprint.Platform;
using Greenprint.Quantities;
using Microsoft.EntityFrameworkCore;

namespace Greenprint.Planning.Plans;

internal sealed class StoredBindings : IMethodBindings
{
    public async Task<Finding?> Bind(Change change, string plan, string indicator, MethodBinding binding, string why, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(change);
        ArgumentNullException.ThrowIfNull(binding);
        if (await change.Db.Set<PlanRow>().SingleOrDefaultAsync(row => row.Id == plan, cancellation) is not { } owner)
        {
            return PlanningFindings.NoSuchPlan(plan);
        }

        if (await change.Db.Set<IndicatorRow>().SingleOrDefaultAsync(row => row.Plan == plan && row.Code == indicator, cancellation) is not { } row)
        {
            return PlanningFindings.NoSuchIndicator(plan, indicator);
        }

        Bilingual? refusal = row switch
        {
            _ when owner.Status == PlanStatus.Closed => ("规划已经关闭，不再绑定算法。", "The plan is closed; no method is bound any more."),
            { Method: not null } => ("指标已有算法，不能改绑。", "The indicator has its method, which is not bound anew."),
            { Deciding: not ValueOrigin.Computed } => ("指标不以计算值为准，不用绑定算法。", "Computed values do not decide this indicator; it needs no method."),
            _ when string.IsNullOrWhiteSpace(why) => ("请写明理由，它会记入历史。", "Give the reason; it goes on the record."),
            _ => null,
        };
        if (refusal is not null)
        {
            return PlanningFindings.BadEntry(refusal);
        }

        var entry = change.Db.Entry(row);
        entry.Property(one => one.Method).CurrentValue = binding.Method;
        entry.Property(one => one.Arguments).CurrentValue = JsonSerializer.Serialize(binding.Arguments);
        // A workbook that was exported before it is told so when it comes back.
        owner.Version++;
        change.Record(owner.Region, $"indicator/{plan}/{indicator}", "indicator.method-bound", new { binding.Method, binding.Arguments }, why.Trim());
        return null;
    }
}

using System.Globalization;
using Greenprint.Platform;
using Greenprint.Quantities;

namespace Greenprint.Planning.YearTasks;

/// <summary>Before a unit is closed: the year tasks that it would leave without a lead.</summary>
internal sealed class UnitsWithTasks(GreenprintDb db, IPlans plans) : IUnitUse
{
    public async Task<IReadOnlyList<Bilingual>> HangsOn(string unit, DateOnly last, CancellationToken cancellation)
    {
        List<Bilingual> lines = [];
        foreach (var plan in (await plans.All(cancellation)).Where(plan => plan.Status == PlanStatus.InForce))
        {
            var open = (await StoredYearTasks.Standing(db, plan.Id, null, null, cancellation)).Where(task => !task.IsCancelled && task.Content.Lead == unit && task.Content.Due > last).Select(task => task.Code).ToList();
            if (open.Count > 0)
            {
                var count = open.Count.ToString(CultureInfo.InvariantCulture);
                lines.Add((
                    $"《{plan.Title.Zh}》由它牵头的年度任务 {count} 项（{string.Join("、", open)}），请先改由承接单位牵头",
                    $"{count} year tasks of {plan.Title.En ?? plan.Title.Zh} that it leads ({string.Join(", ", open)}): give them to the unit that takes over"));
            }
        }

        return lines;
    }
}

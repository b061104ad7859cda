using System.Globalization;
using Greenprint.Platform;
using Greenprint.Quantities;

namespace Greenprint.Planning.YearTasks;

/// <summary>Before a unit is closed: the year tasks that it would leave without a lead, or without the support that they count on.</summary>
internal sealed class UnitsWithTasks(GreenprintDb db, IPlans plans) : IUnitUse
{
    public async Task<IReadOnlyList<Bilingual>> HangsOn(string unit, DateOnly last, CancellationToken cancellation)
    {
        List<Bilingual> lines = [];
        foreach (var plan in (await plans.All(cancellation)).Where(plan => plan.Status == PlanStatus.InForce))
        {
            var open = (await StoredYearTasks.Standing(db, plan.Id, null, cancellation)).Where(task => !task.IsCancelled && task.Content.Due > last).ToList();
            var leads = open.Where(task => task.Content.Lead == unit).Select(task => task.Code).ToList();
            if (leads.Count > 0)
            {
                lines.Add((
                    $"《{plan.Title.Zh}》由它牵头的年度任务 {Count(leads)} 项（{string.Join("、", leads)}），请先改由承接单位牵头",
                    $"{Count(leads)} year tasks of {plan.Title.En ?? plan.Title.Zh} that it leads ({string.Join(", ", leads)}): give them to the unit that takes over"));
            }

            var supports = open.Where(task => task.Content.Support.Contains(unit)).Select(task => task.Code).ToList();
            if (supports.Count > 0)
            {
                lines.Add((
                    $"《{plan.Title.Zh}》由它配合的年度任务 {Count(supports)} 项（{string.Join("、", supports)}），请先调整配合单位",
                    $"{Count(supports)} year tasks of {plan.Title.En ?? plan.Title.Zh} that it supports ({string.Join(", ", supports)}): name other supporting units"));
            }
        }

        return lines;
    }

    private static string Count(List<string> codes) => codes.Count.ToString(CultureInfo.InvariantCulture);
}

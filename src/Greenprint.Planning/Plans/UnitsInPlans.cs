using System.Globalization;
using Greenprint.Platform;
using Greenprint.Quantities;

namespace Greenprint.Planning.Plans;

/// <summary>Before a unit is closed: the indicators and key tasks of plans in force that it would leave without a lead or support, and the shares of targets that it holds for years to come.</summary>
internal sealed class UnitsInPlans(IPlans plans, IAllocations allocations) : IUnitUse
{
    private static readonly Bilingual ByWorkbook = ("请先在工作簿的责任分工表改为承接单位", "name the unit that takes over, in the responsibilities of the workbook");

    private static readonly Bilingual ByAllocation = ("请先在目标分解页改由承接单位承担", "give them to the unit that takes over, on the page of the allocation");

    public async Task<IReadOnlyList<Bilingual>> HangsOn(string unit, DateOnly last, CancellationToken cancellation)
    {
        List<Bilingual> lines = [];
        foreach (var summary in (await plans.All(cancellation)).Where(plan => plan.Status == PlanStatus.InForce))
        {
            var plan = (await plans.Find(summary.Id, cancellation))!;
            // The share of a year is met at its end.
            var shares = (await allocations.Of(summary.Id, null, cancellation))
                .Where(one => one.To == AllocationTo.Units && new DateOnly(one.Year, 12, 31) > last && one.Content.Parts.Any(part => part.Subject == unit));
            (Bilingual What, IReadOnlyList<Bilingual> Names, Bilingual Mend)[] found =
            [
                (("由它牵头的指标", "indicators that it leads"), [.. plan.Indicators.Where(one => one.Lead == unit).Select(one => one.Name)], ByWorkbook),
                (("由它配合的指标", "indicators that it supports"), [.. plan.Indicators.Where(one => one.Support.Contains(unit)).Select(one => one.Name)], ByWorkbook),
                (("由它牵头的重点任务", "key tasks that it leads"), [.. plan.KeyTasks.Where(one => one.Lead == unit).Select(one => one.Title)], ByWorkbook),
                (("由它配合的重点任务", "key tasks that it supports"), [.. plan.KeyTasks.Where(one => one.Support.Contains(unit)).Select(one => one.Title)], ByWorkbook),
                (("分解给它的目标", "shares of targets that it holds"), [.. shares.Select(share => Share(plan, share))], ByAllocation),
            ];
            lines.AddRange(found.Where(one => one.Names.Count > 0).Select(one => Line(summary.Title, one.What, one.Names, one.Mend)));
        }

        return lines;
    }

    private static Bilingual Share(PlanView plan, TargetAllocation share)
    {
        var name = plan.Indicators.FirstOrDefault(one => one.Code == share.Indicator)?.Name ?? new(share.Indicator);
        var year = share.Year.ToString(CultureInfo.InvariantCulture);
        return new($"{name.Zh} {year} 年", $"{name.En ?? name.Zh} {year}");
    }

    private static Bilingual Line(Bilingual plan, Bilingual what, IReadOnlyList<Bilingual> names, Bilingual mend)
    {
        var count = names.Count.ToString(CultureInfo.InvariantCulture);
        return (
            $"《{plan.Zh}》{what.Zh} {count} 项（{string.Join("、", names.Select(name => name.Zh))}），{mend.Zh}",
            $"{count} {what.En} in {plan.En ?? plan.Zh} ({string.Join(", ", names.Select(name => name.En ?? name.Zh))}): {mend.En}");
    }
}

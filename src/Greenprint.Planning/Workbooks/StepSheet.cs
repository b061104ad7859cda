using System.Globalization;
using Greenprint.Quantities;

namespace Greenprint.Planning.Workbooks;

/// <summary>年度目标: what each year asks of each indicator.</summary>
internal sealed class StepSheet() : RowSheet<IndicatorView>("steps", 20, ("年度目标", "Yearly targets"))
{
    protected override Bilingual? Follows => ("指标", "Indicators");

    protected override IReadOnlyList<Field<IndicatorView>> Fields(PlanSheetSource source)
    {
        var plan = source.Plan.Summary;
        var years = Enumerable.Range(plan.Start, plan.End - plan.Start + 1).Concat(source.Plan.Indicators.SelectMany(one => one.Steps).Select(step => step.Year)).Distinct().Order();
        return
        [
            new(Columns.Code, one => one.Code),
            new(Columns.Text("name", ("指标名称", "Name"), 34, PlanColumnRule.Shown), one => one.Name.Zh),
            new(Columns.Text("unit", ("计量单位", "Unit"), 12, PlanColumnRule.Shown), one => one.Unit),
            new(Columns.Text("baseline", ("基准值", "Baseline"), 12, PlanColumnRule.Shown), one => one.Baseline?.Text.Zh ?? ""),
            .. years.Select(OfYear),
            new(Columns.Text("target", ("规划目标", "Target"), 16, PlanColumnRule.Shown), one => one.Target.Text.Zh),
        ];
    }

    protected override IReadOnlyList<IndicatorView> Items(PlanSheetSource source) => source.Plan.Indicators;

    protected override void Put(PlanEdit edit, IReadOnlyList<IndicatorView> items) => edit.Plan = edit.Plan with { Indicators = items };

    protected override string KeyOf(IndicatorView item) => item.Code;

    protected override string TitleOf(IndicatorView item) => item.Name.Zh;

    private static Field<IndicatorView> OfYear(int year)
    {
        var head = year.ToString(CultureInfo.InvariantCulture);
        return new(
            Columns.Number("y" + head, (head + "年", head), PlanColumnRule.Target) with
            {
                Hint = ("留空按直线推算；累计指标填至该年底的累计数。", "Empty: taken from the straight line. Of a sum: what is reached by the end of the year."),
            },
            one => CellInput.Plain(one.Steps.FirstOrDefault(step => step.Year == year)?.Value),
            (one, cell) => one with
            {
                Steps = [.. one.Steps.Where(step => step.Year != year).Concat(cell.Number is { } value ? [new AnnualTarget(year, value)] : []).OrderBy(step => step.Year)],
            });
    }
}

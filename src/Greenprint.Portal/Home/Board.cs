using Greenprint.Portal.Indicators;
using Greenprint.Portal.Plans;
using Greenprint.Quantities;

namespace Greenprint.Portal.Home;

/// <summary>One heading of the board with its indicators.</summary>
/// <param name="Number">As printed, where it has one.</param>
/// <param name="Title">Key task or group; null for a board without headings.</param>
/// <param name="Lead">The unit that leads.</param>
/// <param name="Indicators">Shown here in full.</param>
/// <param name="Elsewhere">Measured here too, but shown in full under an earlier heading: no indicator is counted twice.</param>
public sealed record BoardSection(string? Number, Bilingual? Title, Bilingual? Lead, IReadOnlyList<IndicatorSheet> Indicators, IReadOnlyList<IndicatorSheet> Elsewhere);

/// <summary>How the indicators of a plan are arranged on the home page.</summary>
internal static class Board
{
    internal static IEnumerable<BoardSection> Parts(PlanSheet plan, bool byGroup) => byGroup ? ByGroup(plan) : ByTask(plan);

    private static IEnumerable<BoardSection> ByGroup(PlanSheet plan)
    {
        foreach (var group in plan.Plan.Groups)
        {
            yield return new(null, group.Name, null, [.. plan.Indicators.Where(sheet => sheet.Indicator.Group == group.Code)], []);
        }
    }

    private static IEnumerable<BoardSection> ByTask(PlanSheet plan)
    {
        foreach (var task in plan.Plan.KeyTasks)
        {
            var lead = task.Lead is { } unit ? plan.Units.GetValueOrDefault(unit) : null;
            yield return new(
                task.Number,
                task.Title,
                lead,
                [.. plan.Indicators.Where(sheet => FirstTask(plan, sheet) == task.Code)],
                [.. plan.Indicators.Where(sheet => sheet.Indicator.KeyTasks.Contains(task.Code) && FirstTask(plan, sheet) != task.Code)]);
        }

        var rest = plan.Indicators.Where(sheet => FirstTask(plan, sheet) is null).ToList();
        if (rest.Count > 0)
        {
            yield return new(null, ("其他指标", "Other indicators"), null, rest, []);
        }
    }

    private static string? FirstTask(PlanSheet plan, IndicatorSheet sheet) =>
        plan.Plan.KeyTasks.FirstOrDefault(task => sheet.Indicator.KeyTasks.Contains(task.Code))?.Code;
}

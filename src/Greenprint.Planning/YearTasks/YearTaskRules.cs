using Greenprint.Planning.Plans;
using Greenprint.Platform;
using Greenprint.Quantities;

namespace Greenprint.Planning.YearTasks;

/// <summary>What the rules look at: the plan, its tasks as they stand, and who and where there is.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Tasks">All its tasks by code, cancelled ones too.</param>
/// <param name="Units">The units of the plan's region and below, by id.</param>
/// <param name="Places">The regions below the plan's, by code.</param>
internal sealed record YearTaskContext(
    PlanView Plan, IReadOnlyDictionary<string, YearTask> Tasks, IReadOnlyDictionary<string, Organization> Units, IReadOnlyDictionary<string, Region> Places)
{
    /// <summary>Ids of those who hold a post in the lead unit; null where nobody asks, as for the lists of past years.</summary>
    public IReadOnlySet<string>? Staff { get; init; }

    // Copies share it: whoever judges thousands of tasks makes it once.
    private readonly RowsByWhole rows = new();

    /// <summary>The rows by place of each whole, without cancelled ones.</summary>
    public ILookup<string, YearTask> RowsOf => rows.Of(Tasks);

    private sealed class RowsByWhole
    {
        private (IReadOnlyDictionary<string, YearTask> Tasks, ILookup<string, YearTask> Rows)? made;

        public ILookup<string, YearTask> Of(IReadOnlyDictionary<string, YearTask> tasks)
        {
            if (made is not { } known || !ReferenceEquals(known.Tasks, tasks))
            {
                made = known = (tasks, tasks.Values.Where(task => !task.IsCancelled && task.Content.Parent is not null).ToLookup(task => task.Content.Parent!, StringComparer.Ordinal));
            }

            return known.Rows;
        }
    }
}

/// <summary>What a year task must keep to.</summary>
internal static class YearTaskRules
{
    private const int LongestTitle = 300;
    private const int LongestText = 1000;
    private const int LongestUnit = 20;

    /// <summary>What is wrong with a content; empty when it is sound.</summary>
    /// <param name="code">The code of the task; null for one that has none yet, and on which nothing can rest.</param>
    /// <param name="task">Its content.</param>
    /// <param name="context">What it must fit.</param>
    public static IReadOnlyList<FieldFinding> Check(string? code, YearTaskContent task, YearTaskContext context)
    {
        var place = code is null ? context.Plan.Summary.Id : YearTask.IdOf(context.Plan.Summary.Id, code);
        return
        [
            .. Words(task).Concat(Times(task, context.Plan.Summary)).Concat(Rests(task, context)).Concat(Units(task, context)).Concat(Split(code, task, context)).Concat(Effects(task, context.Plan))
                .Select(fault => new FieldFinding(fault.Field, PlanningFindings.BadYearTask(place, fault.Why))),
            .. Before(code, task, context, place),
        ];
    }

    /// <summary>What stands against a cancellation.</summary>
    public static IReadOnlyList<FieldFinding> Cancel(YearTask task, YearTaskContext context)
    {
        var waiting = Codes(context.Tasks.Values.Where(other => !other.IsCancelled && other.Content.DependsOn.Contains(task.Code)));
        var rows = Codes(context.Tasks.Values.Where(other => !other.IsCancelled && other.Content.Parent == task.Code));
        List<FieldFinding> findings = [];
        if (waiting.Length > 0)
        {
            findings.Add(new("", PlanningFindings.BadYearTask(task.Id, (
                $"{waiting} 以它为前置任务，请先修改。", $"{waiting} wait for it; change them first."))));
        }

        if (rows.Length > 0)
        {
            findings.Add(new("", PlanningFindings.BadYearTask(task.Id, ($"请先取消它的地区分解任务 {rows}。", $"Cancel its rows by place first: {rows}."))));
        }

        return findings;
    }

    private static IEnumerable<(string Field, Bilingual Why)> Words(YearTaskContent task)
    {
        if (string.IsNullOrWhiteSpace(task.Title.Zh) || task.Title.Zh.Length > LongestTitle || task.Title.En?.Length > LongestTitle)
        {
            yield return ("title", ($"请填写任务内容，不超过 {LongestTitle} 字。", $"Write what shall be done, in {LongestTitle} signs at most."));
        }

        if (task.Criterion is { } criterion && (criterion.Zh.Length > LongestText || criterion.En?.Length > LongestText))
        {
            yield return ("criterion", ($"完成标准不超过 {LongestText} 字。", $"{LongestText} signs at most."));
        }

        if (task.Remark?.Length > LongestText)
        {
            yield return ("remark", ($"备注不超过 {LongestText} 字。", $"{LongestText} signs at most."));
        }

        if (task.Quantity is { } quantity && (quantity < 0 || !Figure.Fits(quantity)))
        {
            yield return ("quantity", ($"工作量不能为负，最多 {Figure.Places} 位小数。", $"A quantity is not negative and has at most {Figure.Places} decimals."));
        }

        if (task.Quantity is not null && string.IsNullOrWhiteSpace(task.Unit))
        {
            yield return ("unit", ("请写明工作量的计量单位，例如 户、公里、台。", "Say what the quantity counts, for example households or km."));
        }

        if (task.Unit?.Length > LongestUnit)
        {
            yield return ("unit", ($"计量单位不超过 {LongestUnit} 字。", $"{LongestUnit} signs at most."));
        }

        if (task.Evidence is { } evidence && !Enum.IsDefined(evidence))
        {
            yield return ("evidence", ("佐证等级为 1 到 4。", "A class of proof is 1 to 4."));
        }
    }

    private static IEnumerable<(string Field, Bilingual Why)> Times(YearTaskContent task, PlanSummary plan)
    {
        if (task.Year < plan.Start || task.Year > plan.End)
        {
            yield return ("year", (FormattableString.Invariant($"年度应在规划期 {plan.Start}—{plan.End} 年之内。"), FormattableString.Invariant($"The year lies within the plan, {plan.Start} to {plan.End}.")));
        }

        if (task.Due.Year != task.Year)
        {
            yield return ("due", (FormattableString.Invariant($"完成时限应在 {task.Year} 年之内。"), FormattableString.Invariant($"It is due within {task.Year}.")));
        }
    }

    private static IEnumerable<(string Field, Bilingual Why)> Rests(YearTaskContent task, YearTaskContext context)
    {
        var (kind, code) = task.Source;
        var isThere = kind == YearTaskSourceKind.KeyTask
            ? context.Plan.KeyTasks.Any(one => one.Code == code)
            : context.Plan.Measures.Any(one => one.Code == code);
        if (!isThere)
        {
            yield return ("source", ($"规划中没有“{code}”。请选择所属的重点任务或措施。", $"The plan has no '{code}'. Choose a key task or a measure."));
        }
    }

    private static IEnumerable<(string Field, Bilingual Why)> Units(YearTaskContent task, YearTaskContext context)
    {
        if (Unit("lead", task.Lead) is { } lead)
        {
            yield return lead;
        }

        foreach (var fault in task.Support.Select(unit => Unit("support", unit)).OfType<(string, Bilingual)>())
        {
            yield return fault;
        }

        if (task.Support.Contains(task.Lead) || task.Support.Distinct(StringComparer.Ordinal).Count() != task.Support.Count)
        {
            yield return ("support", ("牵头单位不再列为配合单位，同一单位只列一次。", "The lead unit is no supporting unit, and each unit stands once."));
        }

        if (task.Accountable is { } person && context.Staff is { } staff && !staff.Contains(person))
        {
            yield return ("accountable", ("责任人应在牵头单位任职。请重新选择，或先登记任职。", "The accountable person holds a post in the lead unit. Choose another one, or enter the post first."));
        }

        (string, Bilingual)? Unit(string field, string id) => !context.Units.TryGetValue(id, out var unit)
            ? (field, id.Length == 0 ? ("请选择单位。", "Choose a unit.") : ($"没有单位“{id}”。", $"There is no unit '{id}'."))
            : unit.Closed < task.Due
                ? (field, ($"{unit.Name.Zh}已于 {unit.Closed:yyyy-MM-dd} 撤销，请改为承接单位。", $"{unit.Name.En ?? unit.Name.Zh} was closed on {unit.Closed:yyyy-MM-dd}; choose the unit that took over."))
                : null;
    }

    private static IEnumerable<(string Field, Bilingual Why)> Split(string? code, YearTaskContent task, YearTaskContext context)
    {
        if (task.Place is { } place && !context.Places.ContainsKey(place) && !context.Units.ContainsKey(place))
        {
            yield return ("place", ($"没有地区“{place}”。", $"There is no place '{place}'."));
        }

        if (task.Parent is not { } parent)
        {
            if (code is not null && context.RowsOf[code].FirstOrDefault(row => row.Content.Year != task.Year || row.Content.Unit != task.Unit) is { } other)
            {
                yield return ("unit", ($"地区分解任务 {other.Code} 的年度和计量单位应与总任务一致，请先修改。", $"The row {other.Code} must have the year and unit of the whole; change it first."));
            }

            yield break;
        }

        if (task.Place is null)
        {
            yield return ("place", ("地区分解任务须写明地区。", "A row of a split task names its place."));
        }

        if (!context.Tasks.TryGetValue(parent, out var whole) || whole.IsCancelled || parent == code)
        {
            yield return ("parent", ($"没有执行中的任务“{parent}”。", $"There is no task '{parent}' in force."));
        }
        else if (whole.Content.Parent is not null || (code is not null && context.RowsOf[code].Any()))
        {
            yield return ("parent", ("任务只分解一层。", "A task is split once, not twice."));
        }
        else if (whole.Content.Year != task.Year || whole.Content.Unit != task.Unit)
        {
            yield return ("parent", ("年度和计量单位应与总任务一致。", "Year and unit are those of the whole."));
        }
        else if (context.RowsOf[parent].FirstOrDefault(row => row.Code != code && row.Content.Place == task.Place) is { } twin)
        {
            yield return ("place", ($"这个地区已有分解任务 {twin.Code}。", $"This place has the row {twin.Code} already."));
        }
        else if (context.RowsOf[parent].FirstOrDefault(row => row.Code != code && (Within(row.Content.Place, task.Place, context) || Within(task.Place, row.Content.Place, context))) is { } over)
        {
            yield return ("place", ($"这个地区与分解任务 {over.Code} 的地区上下重叠，工作量会重复计算。", $"This place and that of the row {over.Code} lie within each other; the quantity would count twice."));
        }
    }

    private static bool Within(string? place, string? upper, YearTaskContext context)
    {
        // No further than there are places: a circle in the data ends the walk.
        for (var steps = 0; steps <= context.Places.Count && place is not null && context.Places.TryGetValue(place, out var region); steps++)
        {
            place = region.Parent;
            if (place == upper)
            {
                return true;
            }
        }

        return false;
    }

    private static IEnumerable<(string Field, Bilingual Why)> Effects(YearTaskContent task, PlanView plan)
    {
        foreach (var effect in task.Effects)
        {
            if (plan.Indicators.All(indicator => indicator.Code != effect.Indicator))
            {
                yield return ("effects", ($"规划中没有指标“{effect.Indicator}”。", $"The plan has no indicator '{effect.Indicator}'."));
            }

            if (effect.Amount is { } amount && (amount <= 0 || !Figure.Fits(amount)))
            {
                yield return ("effects", ("预期效果的数值应大于零，方向另选。", "The amount of an effect is more than zero; its direction is chosen."));
            }
        }

        if (task.Effects.Select(effect => effect.Indicator).Distinct(StringComparer.Ordinal).Count() != task.Effects.Count)
        {
            yield return ("effects", ("同一指标只列一次。", "Each indicator stands once."));
        }
    }

    private static IEnumerable<FieldFinding> Before(string? code, YearTaskContent task, YearTaskContext context, string place)
    {
        foreach (var unknown in task.DependsOn.Where(other => !context.Tasks.TryGetValue(other, out var found) || found.IsCancelled))
        {
            yield return new("depends", PlanningFindings.BadYearTask(place, ($"前置任务“{unknown}”不存在或已取消。", $"There is no task '{unknown}' in force to wait for.")));
        }

        if (code is not null && Dependencies.Circle(code, other => other == code ? task.DependsOn : context.Tasks.TryGetValue(other, out var found) ? found.Content.DependsOn : []) is { } circle)
        {
            yield return new("depends", PlanningFindings.DependencyCircle(place, circle));
        }
    }

    private static string Codes(IEnumerable<YearTask> tasks) => string.Join("、", tasks.Select(task => task.Code).Order(StringComparer.Ordinal));
}

using Greenprint.Planning.Plans;
using Greenprint.Planning.Targets;
using Greenprint.Quantities;

namespace Greenprint.Planning.Packs;

/// <summary>What planned projects and measures must keep to by themselves.</summary>
internal static class ProjectRules
{
    public static IEnumerable<Finding> Check(PlanPack pack) =>
    [
        .. from project in pack.Projects
           from fault in OfProject(project)
           select PlanningFindings.Contradiction($"{pack.Id}/{project.Code}", fault),
        .. from measure in pack.Measures
           from fault in OfMeasure(measure, pack.KeyTasks.Select(task => task.Code))
           select PlanningFindings.Contradiction($"{pack.Id}/{measure.Code}", fault),
    ];

    public static IEnumerable<Bilingual> OfProject(ProjectView project) => Said(
        PackRules.IsCode(project.Code) ? null : ("项目代码只能用字母、数字、点、连字符。", "The code of a project is letters, digits, dots and hyphens."),
        string.IsNullOrWhiteSpace(project.Name.Zh) ? ("项目没有名称。", "The project has no name.") : null,
        project.Start > project.End ? (Words.Text($"项目的起始年 {project.Start} 晚于完成年 {project.End}。"), Words.Text($"The project begins in {project.Start}, after it ends in {project.End}.")) : null,
        project.Start is < 1949 or > 2200 || project.End is < 1949 or > 2200 ? ("项目的年份不成立。", "The years of the project are no years.") : null,
        project.Investment is { Value: < 0 } ? ("投资不能为负。", "An investment is not negative.") : null,
        PackRules.Fits(project.Investment?.Value) ? null : ($"数值最多 {Figure.Places} 位小数。", $"A number has at most {Figure.Places} decimals."),
        project.Investment?.Unit?.Length > Lengths.Word ? ("计量单位过长。", "The unit is too long.") : null,
        project.Investment is { } money && string.IsNullOrWhiteSpace(money.Text) ? ("投资没有写明。", "The investment says nothing.") : null,
        LongClause(project.ClauseId),
        Nameless(project.Lead.Concat(project.Support)));

    public static IEnumerable<Bilingual> OfMeasure(MeasureView measure, IEnumerable<string> keyTasks) => Said(
        PackRules.IsCode(measure.Code) ? null : ("措施代码只能用字母、数字、点、连字符。", "The code of a measure is letters, digits, dots and hyphens."),
        string.IsNullOrWhiteSpace(measure.Text.Zh) ? ("措施没有内容。", "The measure says nothing.") : null,
        measure.KeyTask is null || keyTasks.Contains(measure.KeyTask) ? null : ($"没有重点任务“{measure.KeyTask}”。", $"There is no key task '{measure.KeyTask}'."),
        LongClause(measure.ClauseId),
        Nameless(measure.Lead.Concat(measure.Support)));

    private static Bilingual? LongClause(string? clause) => clause?.Length > Lengths.Id ? ("条款编号过长。", "The id of the clause is too long.") : null;

    private static Bilingual? Nameless(IEnumerable<NamedUnit> units) => units.Any(unit => unit.Unit is null && string.IsNullOrWhiteSpace(unit.Name))
        ? ("责任单位既没有名称，也没有编号。", "A unit has neither a name nor an id.")
        : null;

    private static IEnumerable<Bilingual> Said(params Bilingual?[] faults) => faults.OfType<Bilingual>();
}

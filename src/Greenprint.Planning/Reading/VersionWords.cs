using System.Globalization;
using Greenprint.Documents;
using Greenprint.PlanText;
using Greenprint.PlanText.Versions;
using Greenprint.Quantities;

namespace Greenprint.Planning.Reading;

/// <summary>What changes between versions are called, at the terminal and on the page.</summary>
internal static class VersionWords
{
    public static Bilingual Of(ItemChange change) => change switch
    {
        ItemChange.Same => ("未变", "same"),
        ItemChange.Changed => ("修改", "changed"),
        ItemChange.Added => ("新增", "added"),
        ItemChange.Removed => ("删去", "removed"),
        _ => throw new ArgumentOutOfRangeException(nameof(change), change, "A new change needs its name."),
    };

    /// <summary>What became of a clause, in a few words.</summary>
    public static Bilingual Of(ClauseDifference clause)
    {
        var match = clause.Clause;
        if (match.IsAdded || match.IsGone)
        {
            return Of(match.IsAdded ? ItemChange.Added : ItemChange.Removed);
        }

        if (clause.Revision == Revision.Deleted)
        {
            return ("移走", "moved from here");
        }

        // What is inserted though both versions have it has come from elsewhere, also where its neighbours are called the moved ones.
        var change = clause.Revision == Revision.Inserted ? match.Change | ClauseChange.Moved : match.Change;
        if (change == ClauseChange.None)
        {
            return Of(clause.IsChanged ? ItemChange.Changed : ItemChange.Same);
        }

        var how = Enum.GetValues<ClauseChange>().Where(flag => flag != ClauseChange.None && change.HasFlag(flag)).Select(Of).ToArray();
        return (string.Join('、', how.Select(word => word.Zh)), string.Join(", ", how.Select(word => word.En)));
    }

    public static Bilingual OfList(string list) => list switch
    {
        "clauses" => ("条款", "Clauses"),
        "indicators" => ("指标", "Indicators"),
        "goals" => ("规划目标", "Goals"),
        "keyTasks" => ("重点任务", "Key tasks"),
        "safeguards" => ("保障措施", "Safeguards"),
        "measures" => ("具体措施", "Measures"),
        "projects" => ("重点工程", "Projects"),
        _ => throw new ArgumentOutOfRangeException(nameof(list), list, "A new list needs its name."),
    };

    public static Bilingual OfField(string field) => field switch
    {
        "no" => ("序号", "no."),
        "number" => ("编号", "number"),
        "category" => ("类别", "category"),
        "name" => ("名称", "name"),
        "title" => ("标题", "title"),
        "text" => ("内容", "text"),
        "content" => ("建设内容", "content"),
        "unit" => ("单位", "unit"),
        "baseline" => ("基期值", "baseline"),
        "target" => ("目标值", "target"),
        "otherYears" => ("其他年份", "other years"),
        "nature" => ("属性", "nature"),
        "period" => ("建设期限", "period"),
        "investment" => ("投资", "investment"),
        "lead" => ("牵头单位", "lead unit"),
        "support" => ("配合单位", "supporting units"),
        _ => throw new ArgumentOutOfRangeException(nameof(field), field, "A new field needs its name."),
    };

    /// <summary>The value of a field of an indicator as printed.</summary>
    public static string? Value(IndicatorItem item, string field) => field switch
    {
        "no" => item.No,
        "category" => item.Category,
        "name" => item.Name,
        "unit" => item.Unit,
        "baseline" => Year(item.Baseline?.Year, item.Baseline?.Text),
        "target" => Year(item.Target?.Year, item.Target?.Text),
        "otherYears" => string.Join('，', item.OtherYears.Select(value => Year(value.Year, value.Text))),
        "nature" => item.Nature switch
        {
            PrintedNature.Binding => Said(("约束性", "binding")),
            PrintedNature.Anticipatory => Said(("预期性", "anticipatory")),
            PrintedNature.Leading => Said(("引领性", "leading")),
            _ => null,
        },
        _ => throw new ArgumentOutOfRangeException(nameof(field), field, "A new field needs its value."),
    };

    /// <summary>The value of a field of a key task.</summary>
    public static string? Value(KeyTaskItem item, string field) => field == "number" ? item.Number : item.Title;

    /// <summary>The value of a field of a project.</summary>
    public static string? Value(ProjectItem item, string field) => field switch
    {
        "category" => item.Category,
        "name" => item.Name,
        "content" => item.Content,
        "period" => item.Period,
        "investment" => item.Investment?.Text,
        "lead" => item.Lead,
        _ => throw new ArgumentOutOfRangeException(nameof(field), field, "A new field needs its value."),
    };

    private static Bilingual Of(ClauseChange change) => change switch
    {
        ClauseChange.Renumbered => ("改编号", "renumbered"),
        ClauseChange.Retitled => ("改标题", "retitled"),
        ClauseChange.Reworded => ("改正文", "reworded"),
        ClauseChange.Moved => ("移至此处", "moved here"),
        _ => throw new ArgumentOutOfRangeException(nameof(change), change, "A new change needs its name."),
    };

    private static string? Year(int? year, string? text) => text is null ? null : year is null ? text : string.Create(CultureInfo.InvariantCulture, $"{year}: {text}");

    private static string Said(Bilingual text) => text.Here;
}

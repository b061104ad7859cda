using System.Globalization;
using Greenprint.PlanText.Alignment;
using Greenprint.Quantities;

namespace Greenprint.Planning.Adjusting;

/// <summary>What a changed key task is laid beside: the clauses of the plan above that speak of the same, and the year tasks that carry it out. Pure.</summary>
internal static class KeyTaskCheck
{
    // The clauses nearest to it; more of them bury the one that matters.
    private const int MostClauses = 2;

    private const string Task = "the key task";

    /// <summary>What the plan above says about the same, before and after.</summary>
    public static IReadOnlyList<CheckLine> Beside(IReadOnlyList<ClauseToAlign> local, IReadOnlyList<ClauseToAlign> upper, Bilingual title, KeyTaskView was, KeyTaskView asked)
    {
        var (before, after) = (Likest(local, upper, was), Likest(local, upper, asked));
        var now = after.ToDictionary(pair => pair.Upper.ClauseId, StringComparer.Ordinal);
        var then = before.ToDictionary(pair => pair.Upper.ClauseId, StringComparer.Ordinal);
        List<CheckLine> lines =
        [
            .. before.Concat(after.Where(pair => !then.ContainsKey(pair.Upper.ClauseId))).OrderByDescending(pair => pair.Likeness).Take(MostClauses)
                .Select(pair => new CheckLine(CheckAgainst.UpperPlan, CheckVerdict.ToRead, Text(title, pair, then.GetValueOrDefault(pair.Upper.ClauseId), now.GetValueOrDefault(pair.Upper.ClauseId)))),
        ];
        return lines.Count > 0 ? lines : [new(CheckAgainst.UpperPlan, CheckVerdict.Unclear, ($"《{title.Zh}》没有文字相近的条款。", $"{title.En ?? title.Zh} has no clause like it."))];
    }

    /// <summary>The year tasks under it whose lead unit is not its own: they stay as they are.</summary>
    public static IEnumerable<CheckLine> Own(PlanView plan, IReadOnlyList<YearTask> tasks, KeyTaskView asked)
    {
        var measures = plan.Measures.Where(measure => measure.KeyTask == asked.Code).Select(measure => measure.Code).ToHashSet(StringComparer.Ordinal);
        var under = tasks.Where(task => !task.IsCancelled && task.Content.Parent is null && (task.Content.Source.Kind == YearTaskSourceKind.KeyTask ? task.Content.Source.Code == asked.Code : measures.Contains(task.Content.Source.Code))).ToList();
        if (under.Count == 0)
        {
            yield break;
        }

        var others = under.Count(task => asked.Lead is not null && task.Content.Lead != asked.Lead);
        yield return new(CheckAgainst.Whole, others == 0 ? CheckVerdict.Same : CheckVerdict.ToRead, (
            string.Create(CultureInfo.InvariantCulture, $"已有 {under.Count} 项年度任务，其中 {others} 项由其他单位牵头。年度任务不随之改变，需要改变的另行调整。"),
            string.Create(CultureInfo.InvariantCulture, $"{under.Count} year tasks carry it out; another unit leads {others} of them. They stay as they are and are adjusted on their own.")));
    }

    // The task stands beside the other clauses of its plan, in the place of its own one: a clause above that another local one answers better is not its matter.
    private static IReadOnlyList<ClausePair> Likest(IReadOnlyList<ClauseToAlign> local, IReadOnlyList<ClauseToAlign> upper, KeyTaskView task) =>
    [
        .. PlanAligner.AlignClauses(
            [.. local.Where(clause => clause.Id != task.ClauseId), new(Task, task.Number, task.Title.Zh, [new(task.Text.Zh, null, null)])], upper)
            .Where(pair => pair.Local.ClauseId == Task),
    ];

    private static Bilingual Text(Bilingual title, ClausePair pair, ClausePair? then, ClausePair? now)
    {
        var clause = $"{pair.Upper.Number}{pair.Upper.Title}";
        return new(
            $"《{title.Zh}》“{clause}”：“{pair.Upper.Quote}”。文字相近程度：调整前 {Likeness(then, "不相近")}，调整后 {Likeness(now, "不相近")}；要求是否降低，由决定人对照判断。",
            $"{title.En ?? title.Zh}, “{clause}”: “{pair.Upper.Quote}”. Likeness of the wording: {Likeness(then, "none")} before, {Likeness(now, "none")} after; whether less is asked is for who decides to judge.");
    }

    private static string Likeness(ClausePair? pair, string none) => pair?.Likeness.ToString("0.00", CultureInfo.InvariantCulture) ?? none;
}

using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Greenprint.PlanText.Alignment;

namespace Greenprint.PlanText.Versions;

/// <summary>Two versions of a plan and what differs, as <c>greenprint plan diff --json</c> prints it (版本对照).</summary>
/// <remarks>The names and shapes are a promise to users' scripts: fields are added, never renamed or dropped. Lists are never null.</remarks>
/// <param name="Old">The old version.</param>
/// <param name="New">The new version.</param>
/// <param name="Summary">Of each list below, how many are same, changed, added and removed.</param>
/// <param name="Clauses">Clauses of both versions in the order of the new one.</param>
/// <param name="Indicators">Indicators.</param>
/// <param name="Goals">Goals.</param>
/// <param name="KeyTasks">Key tasks.</param>
/// <param name="Safeguards">Safeguards.</param>
/// <param name="Measures">Measures.</param>
/// <param name="Projects">Projects.</param>
public sealed record PlanComparison(
    AlignedPlan Old,
    AlignedPlan New,
    IReadOnlyDictionary<string, IReadOnlyDictionary<ItemChange, int>> Summary,
    IReadOnlyList<ComparedVersion> Clauses,
    IReadOnlyList<ItemPair<IndicatorItem>> Indicators,
    IReadOnlyList<ItemPair<GoalItem>> Goals,
    IReadOnlyList<ItemPair<KeyTaskItem>> KeyTasks,
    IReadOnlyList<ItemPair<SafeguardItem>> Safeguards,
    IReadOnlyList<ItemPair<MeasureItem>> Measures,
    IReadOnlyList<ItemPair<ProjectItem>> Projects)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,   // a file or a terminal, never a page
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <summary>Compares two readings whose clauses are matched.</summary>
    /// <param name="before">The old version, with the ids that <paramref name="matches"/> was made from.</param>
    /// <param name="after">The new version as read.</param>
    /// <param name="matches">What became of the clauses.</param>
    public static PlanComparison Of(PlanReading before, PlanReading after, ClauseMatches matches)
    {
        var lasting = matches.WithLastingIds(after);
        var clauses = matches.Clauses.Select(ComparedVersion.Of).ToArray();
        var indicators = ItemMatching.Indicators(before.Indicators, lasting.Indicators);
        var goals = ItemMatching.Goals(before.Goals, lasting.Goals);
        var tasks = ItemMatching.KeyTasks(before.KeyTasks, lasting.KeyTasks);
        var safeguards = ItemMatching.Safeguards(before.Safeguards, lasting.Safeguards);
        var measures = ItemMatching.Measures(before.Measures, lasting.Measures);
        var projects = ItemMatching.Projects(before.Projects, lasting.Projects);
        return new PlanComparison(
            Head(before), Head(after),
            new Dictionary<string, IReadOnlyDictionary<ItemChange, int>>(StringComparer.Ordinal)
            {
                ["clauses"] = Count(clauses.Select(clause => clause.Change)),
                ["indicators"] = Count(indicators.Select(pair => pair.Change)),
                ["goals"] = Count(goals.Select(pair => pair.Change)),
                ["keyTasks"] = Count(tasks.Select(pair => pair.Change)),
                ["safeguards"] = Count(safeguards.Select(pair => pair.Change)),
                ["measures"] = Count(measures.Select(pair => pair.Change)),
                ["projects"] = Count(projects.Select(pair => pair.Change)),
            },
            clauses, indicators, goals, tasks, safeguards, measures, projects);
    }

    /// <summary>The comparison as indented JSON with readable Chinese.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Options);

    private static AlignedPlan Head(PlanReading plan) => new(plan.Title, plan.Region, plan.Period, plan.Source);

    private static Dictionary<ItemChange, int> Count(IEnumerable<ItemChange> changes)
    {
        var counted = changes.CountBy(change => change).ToDictionary();
        return Enum.GetValues<ItemChange>().ToDictionary(change => change, change => counted.GetValueOrDefault(change));
    }
}

/// <summary>A clause in a comparison.</summary>
/// <param name="Id">Its lasting id.</param>
/// <param name="Change">What became of it.</param>
/// <param name="How">What changed: <c>renumbered</c>, <c>retitled</c>, <c>reworded</c>, <c>moved</c>; empty unless it changed.</param>
/// <param name="Old">The clause in the old version; null where it was added.</param>
/// <param name="New">The clause in the new version; null where it was removed.</param>
public sealed record ComparedVersion(string Id, ItemChange Change, IReadOnlyList<ClauseChange> How, VersionedClause? Old, VersionedClause? New)
{
    internal static ComparedVersion Of(ClauseMatch match) => new(
        match.Id,
        match.IsAdded ? ItemChange.Added : match.IsGone ? ItemChange.Removed : match.Change == ClauseChange.None ? ItemChange.Same : ItemChange.Changed,
        [.. Enum.GetValues<ClauseChange>().Where(change => change != ClauseChange.None && match.Change.HasFlag(change))],
        match.Old, match.New);
}

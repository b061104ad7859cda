using Greenprint.PlanText.Alignment;
using Greenprint.PlanText.Paragraphs;

namespace Greenprint.PlanText.Versions;

/// <summary>
/// Finds goals, indicators, key tasks, measures, projects and safeguards of a plan again in its next version.
/// </summary>
/// <remarks>
/// Every item of both versions stands in exactly one pair: in the order of the new version, what was removed after what it followed. Equal items are
/// paired first, then the surest. For items that name their clause the new version should carry lasting ids
/// (<see cref="ClauseMatches.WithLastingIds"/>): a task that was retitled is then known by its clause. Place, page and confidence are no change.
/// </remarks>
public static class ItemMatching
{
    private const double LikeText = 0.5;

    private const double LikeProject = 0.6;

    // Names of projects begin with their place (岚溪镇污水处理厂扩建工程) and go on alike: another place is another project, however like the rest.
    private const int PlaceOfProject = 2;

    /// <summary>Goals, by their wording.</summary>
    public static IReadOnlyList<ItemPair<GoalItem>> Goals(IReadOnlyList<GoalItem> before, IReadOnlyList<GoalItem> after) => ByText(
        before, after, goal => goal.Text, goal => goal.ClauseId, Like, [], [("text", goal => goal.Text)]);

    /// <summary>Measures, by their wording. Who leads and who supports is compared.</summary>
    public static IReadOnlyList<ItemPair<MeasureItem>> Measures(IReadOnlyList<MeasureItem> before, IReadOnlyList<MeasureItem> after) => ByText(
        before, after, measure => measure.Text, measure => measure.ClauseId, Like, [],
        [("text", measure => measure.Text), ("lead", measure => string.Join('、', measure.Lead)), ("support", measure => string.Join('、', measure.Support))]);

    /// <summary>Key tasks, by title, then by clause.</summary>
    public static IReadOnlyList<ItemPair<KeyTaskItem>> KeyTasks(IReadOnlyList<KeyTaskItem> before, IReadOnlyList<KeyTaskItem> after) => ByText(
        before, after, task => task.Title, task => task.ClauseId, Like, [task => task.ClauseId],
        [("number", task => task.Number), ("title", task => task.Title)]);

    /// <summary>Safeguards, by title, then by clause.</summary>
    public static IReadOnlyList<ItemPair<SafeguardItem>> Safeguards(IReadOnlyList<SafeguardItem> before, IReadOnlyList<SafeguardItem> after) => ByText(
        before, after, safeguard => safeguard.Title, safeguard => safeguard.ClauseId, Like, [safeguard => safeguard.ClauseId],
        [("number", safeguard => safeguard.Number), ("title", safeguard => safeguard.Title)]);

    /// <summary>Projects, by name. Content, period, investment and lead unit are compared.</summary>
    public static IReadOnlyList<ItemPair<ProjectItem>> Projects(IReadOnlyList<ProjectItem> before, IReadOnlyList<ProjectItem> after) => ByText(
        before, after, project => project.Name, project => project.ClauseId, IsOneProject, [],
        [
            ("category", project => project.Category), ("name", project => project.Name), ("content", project => project.Content),
            ("period", project => project.Period), ("investment", project => project.Investment?.Text), ("lead", project => project.Lead),
        ]);

    /// <summary>Indicators, by what their names mean: general words, brackets and the synonyms of the catalogue are seen through.</summary>
    public static IReadOnlyList<ItemPair<IndicatorItem>> Indicators(IReadOnlyList<IndicatorItem> before, IReadOnlyList<IndicatorItem> after)
    {
        var (old, now) = (before.Select(IndicatorName.Of).ToArray(), after.Select(IndicatorName.Of).ToArray());
        var pairing = new Pairing(before.Count, after.Count);
        pairing.PairEqual(i => Key(before[i].Name) + '\t' + Key(before[i].Quote), i => Key(after[i].Name) + '\t' + Key(after[i].Quote));
        pairing.PairEqual(i => Key(before[i].Name) + '\t' + before[i].No, i => Key(after[i].Name) + '\t' + after[i].No);
        pairing.PairEqual(i => Key(before[i].Name), i => Key(after[i].Name));
        var (freeOld, freeNew) = pairing.ToCompare();
        pairing.SurestFirst(
            [.. from o in freeOld
                from n in freeNew
                let likeness = NamePairing.Likeness(old[o], now[n], before[o].Unit, after[n].Unit)
                where likeness > 0
                select (o, n, (double)likeness)]);
        return Pairs(before, after, pairing,
            [
                ("no", item => item.No), ("category", item => item.Category), ("name", item => item.Name), ("unit", item => item.Unit),
                ("baseline", item => Printed(item.Baseline)), ("target", item => item.Target is { } target ? $"{target.Year} {target.Text}" : null),
                ("otherYears", item => string.Join('\t', item.OtherYears.Select(Printed))), ("nature", item => item.Nature?.ToString()),
            ]);
    }

    private static List<ItemPair<T>> ByText<T>(
        IReadOnlyList<T> before, IReadOnlyList<T> after, Func<T, string> text, Func<T, string?> clause, Func<T, T, double, bool> isOne, Func<T, string?>[] keys, (string Name, Func<T, string?> Value)[] fields)
        where T : class
    {
        var pairing = new Pairing(before.Count, after.Count);

        // Of equal ones first those that are equal in everything, then those of one clause.
        var equals = new Func<T, string?>[]
        {
            item => string.Join('\t', fields.Select(field => field.Value(item)).Prepend(clause(item))), item => string.Join('\t', fields.Select(field => field.Value(item))),
            item => clause(item) + '\t' + Key(text(item)), item => Key(text(item)),
        };
        foreach (var key in equals.Concat(keys))
        {
            pairing.PairEqual(i => key(before[i]), i => key(after[i]));
        }

        var (old, now) = (before.Select(item => CharacterPairs.Of(text(item))).ToArray(), after.Select(item => CharacterPairs.Of(text(item))).ToArray());
        var weights = PairWeights.OfVersions(old, now);
        var (free, freeNew) = pairing.ToCompare();
        var index = weights.Index([.. free.Select(i => old[i])]);
        pairing.SurestFirst([.. freeNew.SelectMany(n => index.Likenesses(now[n])
            .Select((likeness, k) => (Old: free[k], New: n, Likeness: likeness))
            .Where(pair => isOne(before[pair.Old], after[n], pair.Likeness))
            .Select(pair => pair with { Likeness = pair.Likeness + (clause(before[pair.Old]) == clause(after[n]) ? 0.1 : 0) }))]);
        return Pairs(before, after, pairing, fields);
    }

    private static List<ItemPair<T>> Pairs<T>(IReadOnlyList<T> before, IReadOnlyList<T> after, Pairing pairing, (string Name, Func<T, string?> Value)[] fields)
        where T : class
    {
        return [.. pairing.InOrder().Select(pair => pair switch
        {
            ({ } gone, null) => new ItemPair<T>(ItemChange.Removed, before[gone], null, []),
            (null, { } added) => new ItemPair<T>(ItemChange.Added, null, after[added], []),
            ({ } old, { } now) => Both(before[old], after[now]),
            _ => throw new InvalidOperationException("A pair has a side."),
        })];

        ItemPair<T> Both(T old, T now)
        {
            var changed = fields.Where(field => (field.Value(old) ?? "") != (field.Value(now) ?? "")).Select(field => field.Name).ToArray();
            return new ItemPair<T>(changed.Length == 0 ? ItemChange.Same : ItemChange.Changed, old, now, changed);
        }
    }

    private static bool Like<T>(T old, T now, double likeness) => likeness >= LikeText;

    private static bool IsOneProject(ProjectItem old, ProjectItem now, double likeness) =>
        likeness >= LikeProject && Key(old.Name).Take(PlaceOfProject).SequenceEqual(Key(now.Name).Take(PlaceOfProject));

    private static string Key(string? text) => TextFold.Key(text ?? "");

    private static string? Printed(PrintedValue? value) => value is null ? null : $"{value.Year} {value.Text}";
}

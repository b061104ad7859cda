using Greenprint.PlanText;
using Greenprint.PlanText.Versions;

namespace Greenprint.Planning.Confirming;

/// <summary>The items of a later version of a document: found again ones keep their ids.</summary>
internal static class VersionRows
{
    /// <param name="plan">Id of the plan.</param>
    /// <param name="document">Number of the new document.</param>
    /// <param name="before">Items of the version before; empty where it has none.</param>
    /// <param name="items">Items of the new version, with lasting ids of clauses.</param>
    /// <param name="taken">Every id that an item of the plan ever had.</param>
    public static IReadOnlyList<FoundRow> Of(string plan, int document, IReadOnlyList<FoundRow> before, IReadOnlyList<ReadItem> items, IEnumerable<string> taken)
    {
        var found = new Dictionary<ReadItem, FoundRow>(ReferenceEqualityComparer.Instance);
        Match(FoundKind.Goal, item => new GoalItem(item.Name!, item.ClauseId ?? ""), ItemMatching.Goals);
        Match(FoundKind.Indicator, Indicator, ItemMatching.Indicators);
        Match(FoundKind.KeyTask, item => new KeyTaskItem(item.Number ?? "", item.Name!, item.ClauseId ?? ""), ItemMatching.KeyTasks);
        Match(FoundKind.Measure, item => new MeasureItem(item.Name!, item.ClauseId ?? "", item.Lead ?? [], item.Support ?? [], 1), ItemMatching.Measures);
        Match(FoundKind.Project, Project, ItemMatching.Projects);
        Match(FoundKind.Safeguard, item => new SafeguardItem(item.Number ?? "", item.Name!, item.ClauseId ?? ""), ItemMatching.Safeguards);

        var last = Enum.GetValues<FoundKind>().ToDictionary(kind => kind, kind => FoundIds.Last(kind, taken));
        return
        [
            .. items.Select((item, position) => found.GetValueOrDefault(item) is { } old
                ? Again(plan, document, old, position, item)
                : FoundRows.Of(plan, document, FoundIds.Of(item.Kind, ++last[item.Kind]), position, item, before.Count == 0 ? FoundChange.First : FoundChange.Added)),
        ];

        void Match<T>(FoundKind kind, Func<FoundContent, T> read, Func<IReadOnlyList<T>, IReadOnlyList<T>, IReadOnlyList<ItemPair<T>>> match)
            where T : class
        {
            var old = before.Where(row => row.Kind == kind).Select(row => (Row: row, Item: read(FoundJson.Read(row.Content)))).ToList();
            var now = items.Where(item => item.Kind == kind).Select(item => (Source: item, Item: read(item.Content))).ToList();

            // By reference: a document may say the same twice.
            var rows = new Dictionary<T, FoundRow>(ReferenceEqualityComparer.Instance);
            var sources = new Dictionary<T, ReadItem>(ReferenceEqualityComparer.Instance);
            old.ForEach(pair => rows.Add(pair.Item, pair.Row));
            now.ForEach(pair => sources.Add(pair.Item, pair.Source));
            foreach (var pair in match([.. old.Select(pair => pair.Item)], [.. now.Select(pair => pair.Item)]))
            {
                if (pair is { Old: { } one, New: { } other })
                {
                    found.Add(sources[other], rows[one]);
                }
            }
        }
    }

    private static FoundRow Again(string plan, int document, FoundRow old, int position, ReadItem item)
    {
        var before = FoundJson.Read(old.Content);
        if (Says(before) != Says(item.Content))
        {
            return FoundRows.Of(plan, document, old.Id, position, item, FoundChange.Changed);
        }

        // What a newer catalogue adds was not on the screen when this was decided: it keeps what it had.
        var same = item.Content with { Code = before.Code, Decimals = before.Decimals, Direction = before.Direction };
        return FoundRows.Of(plan, document, old.Id, position, item with { Content = same }, FoundChange.Same);
    }

    // Where it stands and how it is counted is no change of what it says: one inserted row counts all later ones anew. Nor is what the catalogue knows of it.
    private static string Says(FoundContent content) => FoundJson.Write(content with { ClauseId = null, Number = null, Code = null, Decimals = null, Direction = null });

    private static IndicatorItem Indicator(FoundContent item) => new(
        item.Number, item.Group, item.Name!, null, item.Unit,
        item.BaselineText is null ? null : new(item.BaselineYear, item.BaselineText, item.BaselineValue),
        item.TargetText is null ? null : new(item.TargetYear, item.TargetText, Enum.Parse<PrintedTargetKind>(item.TargetKind.ToString()!), item.TargetValue) { To = item.TargetUpper, Change = item.TargetChange },
        [], null, null, null, 1, item.ClauseId);

    private static ProjectItem Project(FoundContent item) => new(
        item.Group, item.Name!, item.Text, item.Period, item.MoneyText is null ? null : new(item.MoneyText, item.Money, item.MoneyUnit), item.Lead is [var lead, ..] ? lead : null, null, item.ClauseId);
}

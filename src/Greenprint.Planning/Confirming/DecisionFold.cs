namespace Greenprint.Planning.Confirming;

/// <summary>An act as the editors did it: over one item or several.</summary>
internal sealed record EditorAct(int Number, DecisionAct Act, int? Of, int Document, string By, IReadOnlyList<DecisionRow> Rows);

/// <summary>The state of every item, computed from what was found and what was decided; the rows are never changed.</summary>
internal sealed class DecisionFold
{
    // What a person entered comes after all that was found, in the order of entering.
    private const int BehindTheFound = 100_000;

    private readonly IReadOnlyList<EditorAct> acts;
    private readonly Dictionary<int, EditorAct> byNumber;
    private readonly HashSet<int> undone = [];

    public DecisionFold(IEnumerable<DecisionRow> decisions)
    {
        acts =
        [
            .. decisions.GroupBy(row => row.Number).OrderBy(act => act.Key).Select(act => act.OrderBy(row => row.Item, StringComparer.Ordinal).ToList())
                .Select(rows => new EditorAct(rows[0].Number, rows[0].Act, rows[0].Of, rows[0].Document, rows[0].By, rows)),
        ];
        byNumber = acts.ToDictionary(act => act.Number);
        foreach (var act in acts)
        {
            _ = act.Act switch
            {
                DecisionAct.Undo => undone.Add(act.Of!.Value),
                DecisionAct.Redo => undone.Remove(act.Of!.Value),
                _ => false,
            };
        }
    }

    /// <summary>The number of the last act.</summary>
    public int Last => acts.Count == 0 ? 0 : acts[^1].Number;

    /// <summary>The act that <paramref name="person"/> would take back: the last of their own that stands, made on this document.</summary>
    public EditorAct? ToUndo(string person, int document) =>
        acts.LastOrDefault(act => act.By == person && act.Document == document && Decides(act) && !undone.Contains(act.Number));

    /// <summary>The act that <paramref name="person"/> would do again: what they took back last, unless they decided something since.</summary>
    public EditorAct? ToRedo(string person, int document)
    {
        Stack<int> taken = [];
        foreach (var act in acts.Where(act => act.By == person && act.Document == document))
        {
            switch (act.Act)
            {
                case DecisionAct.Undo:
                    taken.Push(act.Of!.Value);
                    break;
                case DecisionAct.Redo:
                    taken.Pop();
                    break;
                default:
                    taken.Clear();
                    break;
            }
        }

        return taken.TryPeek(out var number) ? byNumber[number] : null;
    }

    /// <summary>The last act by anybody that touched one of the items after act <paramref name="number"/> and is not about that act itself.</summary>
    public DecisionRow? TouchedAfter(int number, IEnumerable<string> items)
    {
        var asked = items.ToHashSet(StringComparer.Ordinal);
        return acts.Where(act => act.Number > number && act.Of != number).SelectMany(act => act.Rows).LastOrDefault(row => asked.Contains(row.Item) && Stands(row));
    }

    /// <summary>The items of one document.</summary>
    /// <param name="found">What was found in it and in the documents before it.</param>
    /// <param name="document">Its number.</param>
    /// <param name="before">Number of the version before; null for the first.</param>
    public IReadOnlyList<FoundItem> Items(IReadOnlyList<FoundRow> found, int document, int? before)
    {
        var here = found.Where(row => row.Document == document).OrderBy(row => row.Position).ToList();
        var old = found.Where(row => row.Document == before).ToDictionary(row => row.Id, StringComparer.Ordinal);
        var history = found.Where(row => row.Document <= document).ToLookup(row => row.Id, StringComparer.Ordinal);
        var decided = acts.SelectMany(act => act.Rows).Where(row => row.Document <= document).ToLookup(row => row.Item, StringComparer.Ordinal);
        var known = here.Select(row => row.Id).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. here.Select(row => Found(row, old.GetValueOrDefault(row.Id), [.. history[row.Id]], [.. decided[row.Id]])),
            .. old.Values.Where(row => !known.Contains(row.Id)).OrderBy(row => row.Position).Select(row => Gone(row, document, [.. history[row.Id]], [.. decided[row.Id]])),
            .. decided.Where(rows => !known.Contains(rows.Key) && !old.ContainsKey(rows.Key)).Select(rows => ByHand([.. history[rows.Key]], [.. rows])).OfType<FoundItem>()
                .OrderBy(item => item.Position).ThenBy(item => item.Id, StringComparer.Ordinal),
        ];
    }

    private FoundItem Found(FoundRow row, FoundRow? old, IReadOnlyList<FoundRow> history, IReadOnlyList<DecisionRow> rows)
    {
        // A decision holds for what was decided about: once the document says something else, it is open again.
        var since = history.Where(one => one.Change != FoundChange.Same).Max(one => one.Document);
        var last = rows.LastOrDefault(one => Stands(one) && one.Document >= since);
        return Item(row.Id, row.Kind, row.Position, StateOf(last), row.Change, row.Confidence, rows, last) with
        {
            Found = FoundJson.Read(row.Content),
            Decided = last?.Act == DecisionAct.Correct ? FoundJson.ReadOrNull(last.Content) : null,
            Before = row.Change == FoundChange.Changed && old is not null ? WasIn(old, history, rows) : null,
            Place = new(row.Page, row.Line, row.Clause, row.Quote),
        };
    }

    // Gone from the document, and so from the plan, unless an editor keeps it.
    private FoundItem Gone(FoundRow row, int document, IReadOnlyList<FoundRow> history, IReadOnlyList<DecisionRow> rows)
    {
        var last = rows.LastOrDefault(one => Stands(one) && one.Document == document);
        var before = WasIn(row, history, rows);
        return Item(row.Id, row.Kind, row.Position, last is null ? FoundState.Rejected : StateOf(last), FoundChange.Removed, row.Confidence, rows, last) with
        {
            Before = before,
            Decided = last?.Act switch
            {
                DecisionAct.Accept => before,
                DecisionAct.Correct => FoundJson.ReadOrNull(last.Content),
                _ => null,
            },
            Place = new(row.Page, row.Line, row.Clause, row.Quote),
        };
    }

    // Entered by a person, or kept by one when the document had it no more.
    private FoundItem? ByHand(IReadOnlyList<FoundRow> history, IReadOnlyList<DecisionRow> rows)
    {
        var found = history.MaxBy(row => row.Document);
        var standing = rows.Where(row => Stands(row) && row.Document > (found?.Document ?? 0)).ToList();
        if (standing.Count == 0)
        {
            return null;   // added and taken back, or gone long ago
        }

        // Kept without a word of its own, it says what it said in the plan before it was gone.
        var word = standing.LastOrDefault(row => row.Act != DecisionAct.Reject);
        if ((FoundJson.ReadOrNull(word?.Content) ?? (found is null ? null : WasIn(found, history, rows))) is not { } content)
        {
            return null;
        }

        var (last, first) = (standing[^1], rows[0]);
        return Item(first.Item, first.Kind, BehindTheFound + first.Number, last.Act == DecisionAct.Reject ? FoundState.Rejected : FoundState.Added, FoundChange.First, 1, rows, last) with
        {
            Decided = content,
            Place = new(first.Page, first.Line, content.ClauseId, first.Quote),
        };
    }

    private static FoundItem Item(
        string id, FoundKind kind, int position, FoundState state, FoundChange change, decimal confidence, IReadOnlyList<DecisionRow> rows, DecisionRow? last) =>
        new(id, kind, position, state, change, confidence, null, null, null, new(null, null, null, null), last?.Why, rows.Count == 0 ? 0 : rows[^1].Number)
        {
            By = last?.ByName,
            At = last?.At,
        };

    // What the version before had in the plan: the editor's words where there were any.
    private FoundContent WasIn(FoundRow old, IReadOnlyList<FoundRow> history, IReadOnlyList<DecisionRow> rows)
    {
        var since = history.Where(one => one.Document <= old.Document && one.Change != FoundChange.Same).Max(one => one.Document);
        var last = rows.LastOrDefault(one => Stands(one) && one.Document >= since && one.Document <= old.Document);
        return FoundJson.Read(last?.Act == DecisionAct.Correct ? last.Content! : old.Content);
    }

    private static FoundState StateOf(DecisionRow? last) => last?.Act switch
    {
        null => FoundState.Open,
        DecisionAct.Accept => FoundState.Accepted,
        DecisionAct.Correct => FoundState.Corrected,
        DecisionAct.Reject => FoundState.Rejected,
        _ => throw new InvalidOperationException($"{last.Act} is no state of something found."),
    };

    private bool Stands(DecisionRow row) => row.Act is not (DecisionAct.Undo or DecisionAct.Redo) && !undone.Contains(row.Number);

    private static bool Decides(EditorAct act) => act.Act is not (DecisionAct.Undo or DecisionAct.Redo);
}

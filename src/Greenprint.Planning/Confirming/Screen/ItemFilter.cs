namespace Greenprint.Planning.Confirming.Screen;

/// <summary>Which items the list shows.</summary>
internal enum ItemView
{
    All,
    Open,

    /// <summary>Open, and the reader was not sure or something is missing.</summary>
    Doubtful,
    Accepted,
    Rejected,
}

/// <summary>Chooses and orders the items of the list.</summary>
internal sealed record ItemFilter
{
    /// <summary>Below it an item wants a look of its own.</summary>
    public const decimal Sure = 0.8m;

    public ItemView View { get; init; } = ItemView.Open;

    public FoundKind? Kind { get; init; }

    /// <summary>Only what differs from the version before.</summary>
    public FoundChange? Change { get; init; }

    public string Search { get; init; } = "";

    /// <summary>True: as in the document; false: what is least certain first.</summary>
    public bool InDocumentOrder { get; init; }

    public static bool IsDoubtful(FoundItem item) => item.State == FoundState.Open && (item.Confidence < Sure || !item.CanAccept);

    public IReadOnlyList<FoundItem> Of(IReadOnlyList<FoundItem> items)
    {
        var chosen = Chosen(items);
        return InDocumentOrder
            ? [.. chosen.OrderBy(item => item.Kind).ThenBy(item => item.Position)]
            : [.. chosen.OrderBy(item => item.CanAccept).ThenBy(item => item.Confidence).ThenBy(item => item.Kind).ThenBy(item => item.Position)];
    }

    /// <summary>How many a view would show, all else as it is.</summary>
    public int Count(IReadOnlyList<FoundItem> items, ItemView view) => (this with { View = view, Search = "" }).Chosen(items).Count();

    public static bool Has(FoundItem item, ItemView view) => view switch
    {
        ItemView.Open => item.State == FoundState.Open,
        ItemView.Doubtful => IsDoubtful(item),
        ItemView.Accepted => item.IsInPlan,
        ItemView.Rejected => item.State == FoundState.Rejected,
        _ => true,
    };

    private IEnumerable<FoundItem> Chosen(IReadOnlyList<FoundItem> items) =>
        items.Where(item => Has(item, View) && (Kind is null || item.Kind == Kind) && (Change is null || item.Change == Change) && Matches(item));

    private bool Matches(FoundItem item)
    {
        var words = Search.Split(' ', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return words.All(word => Texts(item).Any(text => text?.Contains(word, StringComparison.OrdinalIgnoreCase) == true));
    }

    private static IEnumerable<string?> Texts(FoundItem item) =>
        [item.Content.Name, item.Content.Number, item.Content.Text, item.Content.Group, item.Content.TargetText, FoundWords.Names(item.Content.Lead), FoundWords.Names(item.Content.Support), item.Place.Quote, item.Id];
}

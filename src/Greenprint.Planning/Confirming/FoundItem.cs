using Greenprint.PlanText;
using Greenprint.Quantities;

namespace Greenprint.Planning.Confirming;

/// <summary>What kind of thing was found in a plan document. Clauses are its own text and come with it; they are not confirmed one by one.</summary>
internal enum FoundKind
{
    Goal,
    Indicator,
    KeyTask,
    Measure,
    Project,
    Safeguard,
}

/// <summary>Where a found item stands with the editors.</summary>
internal enum FoundState
{
    /// <summary>Nobody has decided; it is not in the plan.</summary>
    Open,

    /// <summary>In the plan as it was found.</summary>
    Accepted,

    /// <summary>In the plan as an editor corrected it.</summary>
    Corrected,

    /// <summary>Not in the plan, by decision.</summary>
    Rejected,

    /// <summary>In the plan though the reader did not find it.</summary>
    Added,
}

/// <summary>An item against the version of the document before.</summary>
internal enum FoundChange
{
    /// <summary>There is no version before.</summary>
    First,

    /// <summary>It stood there in the same words.</summary>
    Same,

    /// <summary>It is new.</summary>
    Added,

    /// <summary>It stood there in other words or with other figures.</summary>
    Changed,

    /// <summary>It stood there and is gone.</summary>
    Removed,
}

/// <summary>What an item says; which fields are used depends on its kind. Null is "not printed", never zero.</summary>
internal sealed record FoundContent
{
    /// <summary>As printed: <c>（一）</c>, <c>3</c>.</summary>
    public string? Number { get; init; }

    /// <summary>Title of a task or safeguard, wording of a goal, sentence of a measure, name of an indicator or project.</summary>
    public string? Name { get; init; }

    /// <summary>What stands below a title; what a project builds.</summary>
    public string? Text { get; init; }

    /// <summary>Category of an indicator or project.</summary>
    public string? Group { get; init; }

    public string? Unit { get; init; }

    public int? BaselineYear { get; init; }

    public decimal? BaselineValue { get; init; }

    public string? BaselineText { get; init; }

    public TargetKind? TargetKind { get; init; }

    public int? TargetYear { get; init; }

    public decimal? TargetValue { get; init; }

    /// <summary>Upper edge of a range.</summary>
    public decimal? TargetUpper { get; init; }

    public string? TargetText { get; init; }

    /// <summary>Set where the number of the target is an amount of change (下降 14.5%), not a state.</summary>
    public TargetChange? TargetChange { get; init; }

    public IndicatorNature? Nature { get; init; }

    /// <summary>Decimals of the printed figures.</summary>
    public int? Decimals { get; init; }

    /// <summary>Which way is better, where the kind of the target does not say it.</summary>
    public DesiredDirection? Direction { get; init; }

    /// <summary>Code of an indicator in the catalogue.</summary>
    public string? Code { get; init; }

    /// <summary>Units that lead, as printed.</summary>
    public IReadOnlyList<string>? Lead { get; init; }

    /// <summary>Units that support, as printed.</summary>
    public IReadOnlyList<string>? Support { get; init; }

    /// <summary>Years of a project, as printed.</summary>
    public string? Period { get; init; }

    public decimal? Money { get; init; }

    /// <summary>For example 万元.</summary>
    public string? MoneyUnit { get; init; }

    public string? MoneyText { get; init; }

    /// <summary>The clause it stands under.</summary>
    public string? ClauseId { get; init; }
}

/// <summary>Where an item stands in the document.</summary>
internal sealed record FoundPlace(int? Page, int? Line, string? ClauseId, string? Quote);

/// <summary>Why an item cannot enter the plan as it is.</summary>
/// <param name="Field">Name of the property of <see cref="FoundContent"/> that is missing or wrong.</param>
/// <param name="Why">In words.</param>
internal sealed record Lack(string Field, Bilingual Why);

/// <summary>One item of a plan document with what was decided about it.</summary>
/// <param name="Id">Stable through the versions of the document, for example <c>i3</c>.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Position">Order in the document.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Change">Against the version before.</param>
/// <param name="Confidence">Of the reader, from 0 to 1; 1 for what a person entered.</param>
/// <param name="Found">As found; null where it was not.</param>
/// <param name="Decided">As an editor wrote it; null where it is as found.</param>
/// <param name="Before">In the version before, where it changed or is gone.</param>
/// <param name="Place">Where it stands.</param>
/// <param name="Why">Reason of the last decision, where one was given.</param>
/// <param name="Seen">Number of the last act about it; an act names it, so that two editors notice each other.</param>
internal sealed record FoundItem(
    string Id,
    FoundKind Kind,
    int Position,
    FoundState State,
    FoundChange Change,
    decimal Confidence,
    FoundContent? Found,
    FoundContent? Decided,
    FoundContent? Before,
    FoundPlace Place,
    string? Why,
    int Seen)
{
    /// <summary>Who acted last on it, for a person.</summary>
    public string? By { get; init; }

    /// <summary>When.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>Why it cannot be accepted as it stands; null when it can.</summary>
    public Lack? WhyNotAccept { get; init; }

    public bool CanAccept => WhyNotAccept is null;

    public bool IsInPlan => State is FoundState.Accepted or FoundState.Corrected or FoundState.Added;

    /// <summary>What it says now.</summary>
    public FoundContent Content => Decided ?? Found ?? Before ?? new FoundContent();
}

/// <summary>An item as an editor saw it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Seen"><see cref="FoundItem.Seen"/> of that moment.</param>
internal readonly record struct SeenItem(string Id, int Seen);

/// <summary>All that the confirming screen shows of one document.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Document">Number of the document, from 1.</param>
/// <param name="SourceName">Name of its file.</param>
/// <param name="Format"><c>pdf</c>, <c>docx</c>, <c>text</c>, <c>markdown</c> or <c>pack</c>.</param>
/// <param name="PageCount">Pages, where the document has them.</param>
/// <param name="HasPagePictures">Whether its pages can be shown.</param>
/// <param name="WhyNotEdit">Why nothing can be decided now; null when it can.</param>
/// <param name="Items">Items in the order of the document.</param>
/// <param name="Clauses">Its text.</param>
/// <param name="Warnings">What the reader was not sure of.</param>
/// <param name="UndoLabel">What the reader of this view would undo; null for nothing.</param>
/// <param name="RedoLabel">What they would do again; null for nothing.</param>
internal sealed record ConfirmingView(
    PlanSummary Plan,
    int Document,
    string SourceName,
    string Format,
    int? PageCount,
    bool HasPagePictures,
    Bilingual? WhyNotEdit,
    IReadOnlyList<FoundItem> Items,
    IReadOnlyList<ClauseView> Clauses,
    IReadOnlyList<ReadingWarning> Warnings,
    Bilingual? UndoLabel,
    Bilingual? RedoLabel)
{
    /// <summary>False for a document that came in before files were kept: the screen says so.</summary>
    public bool HasFile { get; init; }

    /// <summary>Id of the person who reads it.</summary>
    public string Reader { get; init; } = "";

    /// <summary>How many items nobody has decided about.</summary>
    public int OpenCount => Items.Count(item => item.State == FoundState.Open);
}

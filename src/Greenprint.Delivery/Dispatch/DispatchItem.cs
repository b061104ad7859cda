using Greenprint.Delivery.Reports;

namespace Greenprint.Delivery.Dispatch;

/// <summary>A chain of acceptances under way.</summary>
/// <param name="Asked">True while it waits for an acceptance.</param>
/// <param name="AskedBy">Who asked for it last.</param>
/// <param name="Accepted">Who gave the acceptances so far; null for one that was recorded from its document.</param>
internal sealed record StrikeOff(bool Asked, string? AskedBy, IReadOnlyList<string?> Accepted)
{
    public static StrikeOff None { get; } = new(false, null, []);
}

/// <summary>A request for another due day that nobody has answered.</summary>
/// <param name="Day">The day asked for.</param>
/// <param name="By">Who asked.</param>
internal sealed record ExtensionRequest(DateOnly Day, string By);

/// <summary>An item of the dispatch (调度事项) as its events leave it. Immutable; pure: who may act is <see cref="ItemChoices"/>' matter.</summary>
internal sealed record DispatchItem
{
    public required DispatchStage Stage { get; init; }

    public required string Unit { get; init; }

    /// <summary>The one accountable person, or null while nobody is named.</summary>
    public required string? Person { get; init; }

    public required DateOnly Due { get; init; }

    /// <summary>The due day of the registration; extensions leave it readable.</summary>
    public required DateOnly FirstDue { get; init; }

    /// <summary>Last day for signing.</summary>
    public DateOnly? SignBy { get; init; }

    public required string RegisteredBy { get; init; }

    public required IReadOnlyList<StrikeOffStep> Steps { get; init; }

    public DispatchEnding Ending { get; init; }

    public string? MergedInto { get; init; }

    /// <summary>The moment of the suspension that holds; null while it runs.</summary>
    public DateTimeOffset? SuspendedAt { get; init; }

    public ExtensionRequest? Extension { get; init; }

    public StrikeOff StrikeOff { get; init; } = StrikeOff.None;

    /// <summary>Last day until which a lock does not count.</summary>
    public DateOnly? UnlockedUntil { get; init; }

    /// <summary>Who reported last, while that report counts.</summary>
    public string? ReportedBy { get; init; }

    public DateTimeOffset? ReportedAt { get; init; }

    /// <summary>How the last report ended that does not count any more; null where none did.</summary>
    public ReportState? LastReport { get; init; }

    /// <summary>Reports handed in, withdrawn and returned ones among them.</summary>
    public int Reports { get; init; }

    /// <summary>How often it was urged.</summary>
    public int Urged { get; init; }

    /// <summary>How often a report was returned.</summary>
    public int Returned { get; init; }

    /// <summary>The event by which each node was reached last; a node that was left again is not there.</summary>
    public required IReadOnlyDictionary<DispatchStage, DispatchEvent> Nodes { get; init; }

    /// <summary>Number of the last event: what a form saw, so that two people do not act past each other.</summary>
    public required int Version { get; init; }

    public bool IsSuspended => SuspendedAt is not null;

    /// <summary>True once it is struck off: every acceptance of its chain is given.</summary>
    public bool IsStruckOff => Stage == DispatchStage.Closed && Steps.Count > 0 && StrikeOff.Accepted.Count == Steps.Count;

    /// <summary>The acceptance that is next; null when none is waited for.</summary>
    public StrikeOffStep? NextStep => StrikeOff.Asked && StrikeOff.Accepted.Count < Steps.Count ? Steps[StrikeOff.Accepted.Count] : null;

    /// <summary>True where a report is taken on a day though the item's cycle, due on <paramref name="cycleDue"/>, was closed: by a later day of its own, or an exception.</summary>
    public bool IsTakenAfter(DateOnly cycleDue, DateOnly day) => day <= UnlockedUntil || (Due > cycleDue && day <= Due);

    /// <summary>True while something is still to be done by somebody.</summary>
    public bool IsOpen => Ending == DispatchEnding.None && Stage != DispatchStage.Closed;
}

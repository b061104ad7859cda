namespace Greenprint.Planning.Adjusting;

/// <summary>What is asked for, with what it was asked instead of: old and new side by side, for ever.</summary>
/// <param name="Grounds">依据与理由.</param>
/// <param name="Base">The revision of the target or task that it was written against.</param>
public sealed record AdjustmentProposal(string Grounds, int Base)
{
    /// <summary>The target as it was.</summary>
    public PlannedTarget? OldTarget { get; init; }

    /// <summary>The target as it shall be.</summary>
    public PlannedTarget? NewTarget { get; init; }

    /// <summary>The task as it was.</summary>
    public YearTaskContent? OldTask { get; init; }

    /// <summary>The task as it shall be.</summary>
    public YearTaskContent? NewTask { get; init; }

    /// <summary>The key task as it was.</summary>
    public KeyTaskContent? OldKeyTask { get; init; }

    /// <summary>The key task as it shall be.</summary>
    public KeyTaskContent? NewKeyTask { get; init; }
}

/// <summary>One event of a request. Events are only ever added; the adjustment is their fold.</summary>
/// <param name="Number">From 1, without gaps.</param>
/// <param name="Act">What happened.</param>
/// <param name="At">When.</param>
/// <param name="By">Id of the person.</param>
/// <param name="ByName">The name at that time.</param>
public sealed record AdjustmentEvent(int Number, AdjustmentAct Act, DateTimeOffset At, string By, string ByName)
{
    /// <summary>What it is about; with the draft.</summary>
    public AdjustmentSubject? Subject { get; init; }

    /// <summary>What is asked for; with the draft and each amendment.</summary>
    public AdjustmentProposal? Proposal { get; init; }

    /// <summary>Reason, remark, or text of an opinion.</summary>
    public string? Why { get; init; }

    /// <summary>Units whose opinion is asked from now on.</summary>
    public IReadOnlyList<string> Units { get; init; } = [];

    /// <summary>Last day for opinions; date of the document of an approval.</summary>
    public DateOnly? Day { get; init; }

    /// <summary>The unit that gives its opinion.</summary>
    public string? Unit { get; init; }

    /// <summary>What it says.</summary>
    public OpinionKind? Opinion { get; init; }

    /// <summary>Number of the document of an approval.</summary>
    public string? Document { get; init; }

    /// <summary>Number of the document that allows a weaker target.</summary>
    public string? Waiver { get; init; }

    /// <summary>Number of the document by which who assigned the target agrees.</summary>
    public string? Assigner { get; init; }

    /// <summary>The revision of the target or task that an approval wrote.</summary>
    public int? Revision { get; init; }

    /// <summary>What the alignment check found when it was decided; null for other acts, and for decisions of earlier programs.</summary>
    public AdjustmentCheck? Check { get; init; }
}

/// <summary>An adjustment as it stands after its last event.</summary>
/// <param name="Plan">Id of the plan.</param>
/// <param name="Code">Stable within the plan, for example <c>A2026-01</c>; never given again.</param>
/// <param name="Subject">What is adjusted.</param>
public sealed record Adjustment(string Plan, string Code, AdjustmentSubject Subject)
{
    /// <summary>Its id over all plans.</summary>
    public string Id => $"{Plan}/{Code}";

    /// <summary>The last node that it has reached.</summary>
    public required AdjustmentStage Stage { get; init; }

    /// <summary>How it ended without approval.</summary>
    public AdjustmentEnding Ending { get; init; }

    /// <summary>What is asked for.</summary>
    public required AdjustmentProposal Proposal { get; init; }

    /// <summary>Id of who drafted it.</summary>
    public required string ProposedBy { get; init; }

    /// <summary>Their name.</summary>
    public required string ProposedByName { get; init; }

    /// <summary>The units asked for their opinion about what is asked for now, in order.</summary>
    public IReadOnlyList<string> Asked { get; init; } = [];

    /// <summary>Last day for their opinions.</summary>
    public DateOnly? OpinionsUntil { get; init; }

    /// <summary>Opinions about what is asked for now: the last one of each unit, in the order in which they were asked.</summary>
    public IReadOnlyList<AdjustmentEvent> Opinions { get; init; } = [];

    /// <summary>The approval or refusal, or null.</summary>
    public AdjustmentEvent? Decision { get; init; }

    /// <summary>The event by which each node was reached.</summary>
    public required IReadOnlyDictionary<AdjustmentStage, AdjustmentEvent> Nodes { get; init; }

    /// <summary>Number of the last event.</summary>
    public required int Version { get; init; }

    /// <summary>The last event.</summary>
    public required AdjustmentEvent Last { get; init; }

    /// <summary>True until it is decided or withdrawn.</summary>
    public bool IsOpen => Ending == AdjustmentEnding.None && Stage < AdjustmentStage.Decided;

    /// <summary>True once it is approved, published or not.</summary>
    public bool IsApproved => Ending == AdjustmentEnding.None && Stage >= AdjustmentStage.Decided;

    /// <summary>Units that were asked and have not answered.</summary>
    public IEnumerable<string> Silent => Asked.Where(unit => Opinions.All(opinion => opinion.Unit != unit));

    /// <summary>True where every unit asked has answered, or had its time to.</summary>
    public bool IsHeard(DateOnly today) => Asked.Count > 0 && (!Silent.Any() || today > OpinionsUntil);
}

using Greenprint.Quantities;

namespace Greenprint.Planning.Plans;

/// <summary>
/// What of an indicator, a project or a measure may change while its plan is in force: who answers for it and how it is carried out. The wording may not;
/// a translation that was mended and a corrected place in the text change nothing that holds and are left out.
/// </summary>
internal sealed record OpenContent
{
    public IReadOnlyList<NamedUnit> Lead { get; init; } = [];

    public IReadOnlyList<NamedUnit> Support { get; init; } = [];

    /// <summary>Codes of the key tasks that an indicator measures, or of the one under which a measure stands.</summary>
    public IReadOnlyList<string> KeyTasks { get; init; } = [];

    /// <summary>What an indicator means.</summary>
    public Bilingual? Definition { get; init; }

    /// <summary>First year of a project.</summary>
    public int? Start { get; init; }

    /// <summary>Last year of a project.</summary>
    public int? End { get; init; }

    /// <summary>Money of a project.</summary>
    public PlannedMoney? Investment { get; init; }

    public static OpenContent Of(IndicatorView indicator) => new()
    {
        Lead = indicator.Lead is { } lead ? [new(null, lead)] : [],
        Support = [.. indicator.Support.Select(unit => new NamedUnit(null, unit))],
        KeyTasks = indicator.KeyTasks,
        Definition = indicator.Definition,
    };

    public static OpenContent Of(ProjectView project) => new()
    {
        Lead = project.Lead,
        Support = project.Support,
        Start = project.Start,
        End = project.End,
        Investment = project.Investment,
    };

    public static OpenContent Of(MeasureView measure) => new()
    {
        Lead = measure.Lead,
        Support = measure.Support,
        KeyTasks = measure.KeyTask is { } task ? [task] : [],
    };

    /// <summary>True where both hold the same.</summary>
    public bool SameInForce(OpenContent other) =>
        Lead.SequenceEqual(other.Lead) && Support.SequenceEqual(other.Support) && KeyTasks.SequenceEqual(other.KeyTasks)
        && (Definition?.Zh, Start, End, Investment) == (other.Definition?.Zh, other.Start, other.End, other.Investment);

    /// <summary>The entry with this content, in the translation of now where the text is still the same.</summary>
    public IndicatorView In(IndicatorView now) => now with
    {
        Lead = Lead is [var lead, ..] ? lead.Unit : null,
        Support = [.. Support.Select(unit => unit.Unit).OfType<string>()],
        KeyTasks = KeyTasks,
        Definition = Definition?.Zh == now.Definition?.Zh ? now.Definition : Definition,
    };

    /// <inheritdoc cref="In(IndicatorView)"/>
    public ProjectView In(ProjectView now) => now with { Lead = Lead, Support = Support, Start = Start, End = End, Investment = Investment };

    /// <inheritdoc cref="In(IndicatorView)"/>
    public MeasureView In(MeasureView now) => now with { Lead = Lead, Support = Support, KeyTask = KeyTasks is [var task, ..] ? task : null };
}

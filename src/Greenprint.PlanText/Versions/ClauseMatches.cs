namespace Greenprint.PlanText.Versions;

/// <summary>What became of the clauses of a plan in its next version (条款对应).</summary>
/// <param name="Clauses">Every clause of both versions once: in the order of the new one, what is gone after what it followed.</param>
public sealed record ClauseMatches(IReadOnlyList<ClauseMatch> Clauses)
{
    private readonly Dictionary<string, string> ids = Clauses.Where(clause => clause.New is not null).ToDictionary(clause => clause.New!.Id, clause => clause.Id, StringComparer.Ordinal);

    /// <summary>The lasting id of a clause of the new version.</summary>
    /// <exception cref="KeyNotFoundException">The new version has no such clause.</exception>
    public string IdOf(string newId) => ids[newId];

    /// <summary>The reading of the new version with lasting ids: in the outline, in the clauses and wherever an item names its clause.</summary>
    /// <exception cref="KeyNotFoundException">The reading is not that of the new version.</exception>
    public PlanReading WithLastingIds(PlanReading reading) => reading with
    {
        Outline = [.. reading.Outline.Select(item => item with { Id = IdOf(item.Id) })],
        Clauses = [.. reading.Clauses.Select(clause => clause with { ClauseId = IdOf(clause.ClauseId) })],
        Goals = [.. reading.Goals.Select(goal => goal with { ClauseId = IdOf(goal.ClauseId) })],
        KeyTasks = [.. reading.KeyTasks.Select(task => task with { ClauseId = IdOf(task.ClauseId) })],
        Safeguards = [.. reading.Safeguards.Select(safeguard => safeguard with { ClauseId = IdOf(safeguard.ClauseId) })],
        Indicators = [.. reading.Indicators.Select(item => item with { ClauseId = Lasting(item.ClauseId) })],
        TargetsInText = [.. reading.TargetsInText.Select(target => target with { ClauseId = Lasting(target.ClauseId) })],
        Measures = [.. reading.Measures.Select(measure => measure with { ClauseId = IdOf(measure.ClauseId) })],
        Projects = [.. reading.Projects.Select(project => project with { ClauseId = Lasting(project.ClauseId) })],
        Responsibilities = [.. reading.Responsibilities.Select(duty => duty with { ClauseId = IdOf(duty.ClauseId) })],
    };

    private string? Lasting(string? newId) => newId is null ? null : IdOf(newId);
}

/// <summary>One clause in both versions, or in one of them.</summary>
/// <param name="Id">The lasting id: the old one of a clause that goes on, a fresh one of a new clause, that of a clause that is gone.</param>
/// <param name="Old">The clause in the old version; null where it is new.</param>
/// <param name="New">The clause in the new version; null where it is gone.</param>
/// <param name="Change">What of it changed.</param>
public sealed record ClauseMatch(string Id, VersionedClause? Old, VersionedClause? New, ClauseChange Change)
{
    /// <summary>True where the new version has it and the old one had not.</summary>
    public bool IsAdded => Old is null;

    /// <summary>True where the new version has it no longer.</summary>
    public bool IsGone => New is null;
}

/// <summary>What of a clause changed between two versions. <see cref="None"/> also for one that is added or gone: it has no other to differ from.</summary>
[Flags]
public enum ClauseChange
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Its number.</summary>
    Renumbered = 1,

    /// <summary>Its heading.</summary>
    Retitled = 2,

    /// <summary>The text directly under it.</summary>
    Reworded = 4,

    /// <summary>It stands under another heading, or in another order among its neighbours.</summary>
    Moved = 8,
}

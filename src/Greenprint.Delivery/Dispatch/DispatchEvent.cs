namespace Greenprint.Delivery.Dispatch;

/// <summary>One event of an item. Events are only ever added; the item is their fold.</summary>
/// <param name="Number">From 1, without gaps.</param>
/// <param name="Act">What happened.</param>
/// <param name="At">When.</param>
/// <param name="By">Id of the person, or <c>system</c>.</param>
/// <param name="ByName">The name at that time.</param>
internal sealed record DispatchEvent(int Number, DispatchAct Act, DateTimeOffset At, string By, string ByName)
{
    /// <summary>The reason or note given.</summary>
    public string? Why { get; init; }

    /// <summary>Due day of a registration; the one a resumption moved it to; the day asked for or granted; last day of an exception.</summary>
    public DateOnly? Day { get; init; }

    /// <summary>Unit of a registration or hand-over.</summary>
    public string? Unit { get; init; }

    /// <summary>Person of a registration or hand-over.</summary>
    public string? Person { get; init; }

    /// <summary>The item into which this one was merged.</summary>
    public string? Into { get; init; }

    /// <summary>Last day for signing, said with the issue, with a hand-over to another unit, and with the registration of an item outside a cycle; the one a resumption moved it to.</summary>
    public DateOnly? SignBy { get; init; }

    /// <summary>The acceptances that a strike-off needs, said at the registration.</summary>
    public IReadOnlyList<StrikeOffStep> Steps { get; init; } = [];
}

using Greenprint.Quantities;

namespace Greenprint.Standards.Air;

/// <summary>The three air standards that are applied together: limits (GB 3095), index (HJ 633), assessment (HJ 663).</summary>
/// <param name="Id"><c>2012</c>, <c>2026-transition</c>, <c>2026-full</c>.</param>
/// <param name="Name">For a reader.</param>
/// <param name="Limits">GB 3095 in its stage.</param>
/// <param name="Index">HJ 633.</param>
/// <param name="Assessment">HJ 663.</param>
/// <param name="From">First day on which days are judged by it.</param>
/// <param name="To">Last such day, or null for the newest.</param>
public sealed record AirEdition(string Id, Bilingual Name, AirLimitTable Limits, IndexTable Index, AssessmentRules Assessment, DateOnly From, DateOnly? To)
{
    /// <summary>The limits of table 2 (TSP, NOx, Pb, benzo[a]pyrene), with annex A and the least data.</summary>
    public required OtherAirTable Other { get; init; }

    /// <summary>The id.</summary>
    public override string ToString() => Id;
}

/// <summary>Which air edition judges which day and period, for one region, by the date of the measurement or forced.</summary>
/// <remarks>
/// A day is judged by the edition of the day. A month, quarter or year that a switch cuts is judged by the edition in force on its last day; whoever
/// prints such a figure says so, and prints <see cref="Before"/> beside it.
/// </remarks>
public sealed class AirRules
{
    private readonly IReadOnlyList<AirEdition> editions;
    private readonly string? region;

    internal AirRules(IReadOnlyList<AirEdition> editions, string? region, bool forced)
    {
        this.editions = editions;
        this.region = region;
        IsForced = forced;
    }

    /// <summary>True when a person chose the edition instead of the date.</summary>
    public bool IsForced { get; }

    /// <summary>The edition that judges the day; null when none was in force in the region yet.</summary>
    public AirEdition? OnDay(DateOnly day)
    {
        if (IsForced)
        {
            return editions.LastOrDefault(edition => edition.From <= day) ?? editions[0];
        }

        var found = editions.FirstOrDefault(edition => edition.From <= day && (edition.To is null || day <= edition.To));
        return found is not null && found.Limits.Edition.IsInForce(day, region) ? found : null;
    }

    /// <summary>The edition that judges the period: that of its last day.</summary>
    public AirEdition? ForPeriod(Period period) => OnDay(period.Last);

    /// <summary>The edition of the period's first day where a switch of editions cuts the period, else null.</summary>
    public AirEdition? Before(Period period) => OnDay(period.First) is { } first && ForPeriod(period) is { } last && first != last ? first : null;

    /// <summary>True when both are the same editions, under whichever names they were asked for.</summary>
    public bool AreThoseOf(AirRules other) => IsForced == other.IsForced && region == other.region && editions.SequenceEqual(other.editions);

    /// <summary>These rules with one edition for every day.</summary>
    public AirRules Forced(AirEdition edition) => new([edition], region, forced: true);
}

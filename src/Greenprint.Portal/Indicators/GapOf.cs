using Greenprint.Indicators;
using Greenprint.Planning;
using Greenprint.Quantities;
using Greenprint.Ui.Targets;

namespace Greenprint.Portal.Indicators;

/// <summary>What Planning's standing says about the gap, in the kinds that a page can tell.</summary>
internal static class GapOf
{
    internal static GapView Indicator(IndicatorView indicator, Standing standing, IndicatorValue? latest, DateOnly asOf)
    {
        int? months = asOf.Year > indicator.Target.Year ? null : ((indicator.Target.Year - asOf.Year) * 12) + 12 - asOf.Month;
        return standing.State switch
        {
            IndicatorState.WaitingForAssignment => new(GapKind.WaitingForAssignment, MonthsLeft: months),
            IndicatorState.Unknown => new(GapKind.Unknown, Note: latest?.NotGiven),
            IndicatorState.Suspended or IndicatorState.Cancelled or IndicatorState.Superseded => new(GapKind.Unknown, Note: Decided(indicator)),
            IndicatorState.Regressing => new(GapKind.WorseThanBaseline, standing.WorseBy, months),
            _ => Judged(indicator, standing, months),
        };
    }

    private static GapView Judged(IndicatorView indicator, Standing standing, int? months) => indicator.Target.Kind switch
    {
        TargetKind.Direction => new(standing.State is IndicatorState.Achieved or IndicatorState.OnTrack ? GapKind.RightDirection : GapKind.WrongDirection, MonthsLeft: months),
        TargetKind.Milestone when standing.Met != true => new(GapKind.NotDone, MonthsLeft: months),
        TargetKind.Milestone => new(GapKind.Met),
        _ when standing.Met == true => new(GapKind.Met, standing.Gap is { } room ? -room : null),
        _ when standing.State == IndicatorState.NotAchieved => new(GapKind.Missed, standing.Gap),
        _ => new(GapKind.Remaining, standing.Gap, months),
    };

    private static Bilingual? Decided(IndicatorView indicator) => indicator.Decision is { } decision ? new Bilingual(decision.Document) : null;
}

using Greenprint.Planning;

namespace Greenprint.Portal.Indicators;

/// <summary>The straight line from the end of the baseline year to the end of the target year, for pictures only: states are judged by Planning.</summary>
internal sealed record StraightLine(int FromYear, decimal From, int ToYear, decimal To)
{
    internal static StraightLine? Of(IndicatorView indicator)
    {
        var (target, baseline) = (indicator.Target, indicator.Baseline);
        if (target.Value is not { } to || target.Kind is TargetKind.Milestone or TargetKind.Direction or TargetKind.Range or TargetKind.Keep)
        {
            return null;
        }

        if (target.Kind == TargetKind.Cumulative)
        {
            return (target.From - 1 ?? baseline?.Year) is { } start && start < target.Year ? new(start, 0, target.Year, to) : null;
        }

        return baseline is { Value: { } from } && baseline.Year < target.Year && from != to ? new(baseline.Year, from, target.Year, to) : null;
    }

    internal decimal? AtEndOf(int year) => year < FromYear || year > ToYear ? null : From + ((To - From) * (year - FromYear) / (ToYear - FromYear));

    internal decimal? On(DateOnly day)
    {
        var (start, end) = (new DateOnly(FromYear, 12, 31).DayNumber, new DateOnly(ToYear, 12, 31).DayNumber);
        return day.DayNumber < start || day.DayNumber > end ? null : From + ((To - From) * (day.DayNumber - start) / (end - start));
    }
}

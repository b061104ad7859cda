using Greenprint.Planning;

namespace Greenprint.Portal.Indicators;

/// <summary>
/// The schedule as a line for pictures: from the end of the baseline year through the plan's yearly steps to the end of the target year, straight where it gives none.
/// States are judged by Planning.
/// </summary>
internal sealed class ScheduleLine
{
    private readonly List<(decimal Year, decimal Value)> points;

    private ScheduleLine(List<(decimal Year, decimal Value)> points) => this.points = points;

    /// <summary>Null where the target is no way from one number to another.</summary>
    internal static ScheduleLine? Of(IndicatorView indicator)
    {
        var (target, baseline) = (indicator.Target, indicator.Baseline);
        if (target.Value is not { } to || target.Kind is TargetKind.Milestone or TargetKind.Direction or TargetKind.Range or TargetKind.Keep)
        {
            return null;
        }

        // A sum begins at zero, at the end of the year before its first.
        var sums = target.Kind == TargetKind.Cumulative;
        var start = sums && target.From is { } first ? first - 1 : baseline?.Year;
        if (start is not { } year || year >= target.Year || (sums ? 0 : baseline?.Value) is not { } from || from == to)
        {
            return null;
        }

        return new(
        [
            (year, from),
            .. indicator.Steps.Where(step => step.Year > year && step.Year < target.Year).OrderBy(step => step.Year).Select(step => ((decimal)step.Year, step.Value)),
            (target.Year, to),
        ]);
    }

    /// <summary>The value at the end of a year; null outside the line.</summary>
    internal decimal? AtEndOf(int year) => At(year);

    /// <summary>The value on a day; null outside the line.</summary>
    internal decimal? On(DateOnly day) => At(day.Year - 1 + ((decimal)day.DayOfYear / (DateTime.IsLeapYear(day.Year) ? 366 : 365)));

    // The end of a year is its whole number, so that every year is as long as the next.
    private decimal? At(decimal moment)
    {
        var after = points.FindIndex(point => point.Year >= moment);
        if (after < 0 || (after == 0 && points[0].Year != moment))
        {
            return null;
        }

        if (points[after].Year == moment)
        {
            return points[after].Value;
        }

        var (from, to) = (points[after - 1], points[after]);
        return from.Value + ((to.Value - from.Value) * (moment - from.Year) / (to.Year - from.Year));
    }
}

using Greenprint.Quantities;

namespace Greenprint.Standards.Air;

/// <summary>Which edition judges which day of a period, asked once and not for every value.</summary>
internal sealed class EditionDays
{
    private readonly AirEdition?[] days;

    internal EditionDays(Period period, AirRules rules)
    {
        Period = period;
        days = [.. Enumerable.Range(0, period.Days).Select(day => rules.OnDay(period.First.AddDays(day)))];
        Runs = RunsOf(days);
    }

    internal Period Period { get; }

    /// <summary>Runs of days that one edition judges; null where none was in force.</summary>
    internal IReadOnlyList<(AirEdition? Edition, int First, int Length)> Runs { get; }

    /// <summary>The edition that judges the period: that of its last day.</summary>
    internal AirEdition? Last => days[^1];

    /// <summary>The edition of a day, counted from the first of the period.</summary>
    internal AirEdition? this[int day] => days[day];

    /// <summary>Runs of days that one edition judges, of days counted from the first.</summary>
    internal static List<(AirEdition? Edition, int First, int Length)> RunsOf(ReadOnlySpan<AirEdition?> days)
    {
        var runs = new List<(AirEdition? Edition, int First, int Length)>();
        for (var day = 0; day < days.Length; day++)
        {
            if (runs.Count > 0 && ReferenceEquals(runs[^1].Edition, days[day]))
            {
                runs[^1] = runs[^1] with { Length = runs[^1].Length + 1 };
            }
            else
            {
                runs.Add((days[day], day, 1));
            }
        }

        return runs;
    }
}

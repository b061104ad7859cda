using System.Globalization;
using Greenprint.Quantities;
using Greenprint.Ui;

namespace Greenprint.Planning.Gantt;

/// <summary>A mark on the axis of time.</summary>
/// <param name="Place">Where it stands, in percent.</param>
/// <param name="Label">What it is called; null for a thin line between.</param>
/// <param name="Next">Where the next one with a label begins, in percent.</param>
public sealed record GanttTick(decimal Place, Bilingual? Label, decimal Next);

/// <summary>The axis of time: whole years, in quarters where there is one and in years where there are more. Places are percent of its width.</summary>
/// <param name="First">First year.</param>
/// <param name="Last">Last year.</param>
public sealed record GanttScale(int First, int Last)
{
    private DateOnly Begin => new(First, 1, 1);

    private int Days => new DateOnly(Last, 12, 31).DayNumber - Begin.DayNumber + 1;

    /// <summary>The place where a day begins; what lies outside stands at the edge.</summary>
    public decimal At(DateOnly day) => Rounding.HalfEven(Math.Clamp(100m * (day.DayNumber - Begin.DayNumber) / Days, 0, 100), 3);

    /// <summary>The place where a day ends.</summary>
    public decimal After(DateOnly day) => At(day.AddDays(1));

    /// <summary>True where the day lies on the axis.</summary>
    public bool Holds(DateOnly day) => day.Year >= First && day.Year <= Last;

    /// <summary>The marks: quarters with the months between them, or years with their quarters.</summary>
    public IReadOnlyList<GanttTick> Ticks()
    {
        var (every, between) = First == Last ? (3, 1) : (12, 3);
        List<GanttTick> ticks = [];
        for (var month = Begin; month.Year <= Last; month = month.AddMonths(between))
        {
            var isNamed = (month.Month - 1) % every == 0;
            ticks.Add(new(At(month), isNamed ? First == Last ? Quarter(month) : Figures.Year(month.Year) : null, After(month.AddMonths(every).AddDays(-1))));
        }

        return ticks;
    }

    /// <summary>A place as an attribute.</summary>
    public static string Percent(decimal place) => string.Create(CultureInfo.InvariantCulture, $"{place:0.###}%");

    private static Bilingual Quarter(DateOnly month)
    {
        var quarter = (month.Month + 2) / 3;
        return new($"第{"一二三四"[quarter - 1]}季度", string.Create(CultureInfo.InvariantCulture, $"Q{quarter}"));
    }
}

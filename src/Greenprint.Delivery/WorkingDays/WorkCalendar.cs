using Greenprint.Quantities;

namespace Greenprint.Delivery.WorkingDays;

/// <summary>A run of days that a notice of the State Council sets apart from the week.</summary>
/// <param name="From">First day.</param>
/// <param name="To">Last day, included.</param>
/// <param name="IsWorking">True for a Saturday or Sunday on which one works (上班), false for days off (放假).</param>
/// <param name="Name">The holiday it belongs to.</param>
internal sealed record CalendarRun(DateOnly From, DateOnly To, bool IsWorking, string Name);

/// <summary>
/// Working days in China (工作日): the week, changed by the notices of the State Council that are on record. A year without its notice counts weekends
/// only, and <see cref="Doubt"/> says so.
/// </summary>
internal sealed class WorkCalendar
{
    private readonly Dictionary<DateOnly, bool> apart = [];
    private readonly HashSet<int> years;

    /// <param name="runs">What the notices set apart. A later run wins over an earlier one.</param>
    /// <param name="years">The years whose notice is on record.</param>
    public WorkCalendar(IEnumerable<CalendarRun> runs, IEnumerable<int> years)
    {
        ArgumentNullException.ThrowIfNull(runs);
        this.years = [.. years];
        foreach (var run in runs)
        {
            for (var day = run.From; day <= run.To; day = day.AddDays(1))
            {
                apart[day] = run.IsWorking;
            }
        }
    }

    /// <summary>The calendar that the program brings (<c>data/calendar</c>).</summary>
    public static WorkCalendar Shipped { get; } = CalendarFiles.Read();

    /// <summary>True when the notice of that year is on record.</summary>
    public bool IsOnRecord(int year) => years.Contains(year);

    /// <summary>True on a working day.</summary>
    public bool IsWorkingDay(DateOnly day) => apart.TryGetValue(day, out var works) ? works : day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);

    /// <summary>The working day that lies <paramref name="count"/> working days after <paramref name="day"/>, or before it for a negative count; the day itself is not counted.</summary>
    /// <returns>For 0 the day itself, or the next working day where it is none.</returns>
    public DateOnly Add(DateOnly day, int count)
    {
        var step = count < 0 ? -1 : 1;
        if (count == 0)
        {
            while (!IsWorkingDay(day))
            {
                day = day.AddDays(1);
            }

            return day;
        }

        for (var left = Math.Abs(count); left > 0;)
        {
            day = day.AddDays(step);
            left -= IsWorkingDay(day) ? 1 : 0;
        }

        return day;
    }

    /// <summary>Working days after <paramref name="from"/> up to and with <paramref name="to"/>; negative when <paramref name="to"/> lies before.</summary>
    public int Between(DateOnly from, DateOnly to)
    {
        if (to < from)
        {
            return -Between(to, from);
        }

        var count = 0;
        for (var day = from.AddDays(1); day <= to; day = day.AddDays(1))
        {
            count += IsWorkingDay(day) ? 1 : 0;
        }

        return count;
    }

    /// <summary>What a reader must know about a deadline between two days; null where every year has its notice.</summary>
    public Bilingual? Doubt(DateOnly from, DateOnly to)
    {
        var missing = Enumerable.Range(from.Year, Math.Max(0, to.Year - from.Year) + 1).Where(year => !IsOnRecord(year)).ToList();
        if (missing.Count == 0)
        {
            return null;
        }

        var zh = string.Join("、", missing.Select(year => FormattableString.Invariant($"{year}")));
        var en = string.Join(", ", missing.Select(year => FormattableString.Invariant($"{year}")));
        return ($"未收录 {zh} 年的放假安排，工作日只按周末推算。", $"The holidays of {en} are not on record here: working days are counted by weekends only.");
    }
}

using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Greenprint.Quantities;

/// <summary>How long a period is.</summary>
public enum PeriodKind
{
    /// <summary>One calendar day.</summary>
    Day,

    /// <summary>One calendar month.</summary>
    Month,

    /// <summary>Three calendar months, from January, April, July or October.</summary>
    Quarter,

    /// <summary>One calendar year.</summary>
    Year,

    /// <summary>From January to a month of the same year before December (年内累计, "year to date").</summary>
    YearToDate,
}

/// <summary>A calendar period in China standard time, for which a figure is given. Ordered by its last day, then its first.</summary>
/// <remarks>Written <c>2026-03-01</c>, <c>2026-03</c>, <c>2026-Q1</c>, <c>2026</c>, <c>2026-01..2026-10</c>; the written form is also its key in the store.</remarks>
public readonly record struct Period : IComparable<Period>
{
    private Period(PeriodKind kind, DateOnly first, DateOnly last) => (Kind, First, Last) = (kind, first, last);

    /// <summary>How long it is.</summary>
    public PeriodKind Kind { get; }

    /// <summary>First day, included.</summary>
    public DateOnly First { get; }

    /// <summary>Last day, included.</summary>
    public DateOnly Last { get; }

    /// <summary>The calendar year it lies in.</summary>
    public int Year => Last.Year;

    /// <summary>Days from first to last, both counted.</summary>
    public int Days => Last.DayNumber - First.DayNumber + 1;

    /// <summary>Start of the first day.</summary>
    public DateTimeOffset Start => ChinaTime.StartOf(First);

    /// <summary>End of the last day: the first moment that no longer belongs to the period.</summary>
    public DateTimeOffset End => ChinaTime.StartOf(Last).AddDays(1);

    /// <summary>The months that the period covers, each as its first day.</summary>
    public IEnumerable<DateOnly> Months
    {
        get
        {
            for (var month = new DateOnly(First.Year, First.Month, 1); month <= Last; month = month.AddMonths(1))
            {
                yield return month;
            }
        }
    }

    /// <summary>One calendar year.</summary>
    public static Period OfYear(int year) => new(PeriodKind.Year, new(year, 1, 1), new(year, 12, 31));

    /// <summary>One quarter, 1 to 4.</summary>
    public static Period OfQuarter(int year, int quarter)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(quarter, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(quarter, 4);
        var first = new DateOnly(year, (quarter * 3) - 2, 1);
        return new(PeriodKind.Quarter, first, first.AddMonths(3).AddDays(-1));
    }

    /// <summary>One month, 1 to 12.</summary>
    public static Period OfMonth(int year, int month)
    {
        var first = new DateOnly(year, month, 1);
        return new(PeriodKind.Month, first, first.AddMonths(1).AddDays(-1));
    }

    /// <summary>One day.</summary>
    public static Period OfDay(DateOnly day) => new(PeriodKind.Day, day, day);

    /// <summary>January to <paramref name="month"/> of a year; with December it is the year itself.</summary>
    public static Period OfYearTo(int year, int month) =>
        month == 12 ? OfYear(year) : new(PeriodKind.YearToDate, new(year, 1, 1), new DateOnly(year, month, 1).AddMonths(1).AddDays(-1));

    /// <summary>True when <paramref name="day"/> lies in the period.</summary>
    public bool Contains(DateOnly day) => First <= day && day <= Last;

    /// <summary>Reads a written period.</summary>
    /// <exception cref="FormatException">The text is none of the five forms.</exception>
    public static Period Parse(string text) =>
        TryParse(text, out var period) ? period : throw new FormatException($"'{text}' is no period. Write 2026, 2026-Q1, 2026-03, 2026-03-01 or 2026-01..2026-10.");

    /// <summary>Reads a written period, or says that it is none.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out Period period)
    {
        period = default;
        var culture = CultureInfo.InvariantCulture;
        if (text is null)
        {
            return false;
        }

        if (text.Length == 4 && int.TryParse(text, NumberStyles.None, culture, out var year) && year > 0)
        {
            period = OfYear(year);
        }
        else if (text.Length == 7 && text[4..6] is "-Q" or "-q" && int.TryParse(text.AsSpan(0, 4), NumberStyles.None, culture, out year) && year > 0 && text[6] is >= '1' and <= '4')
        {
            period = OfQuarter(year, text[6] - '0');
        }
        else if (DateOnly.TryParseExact(text, "yyyy-MM", culture, DateTimeStyles.None, out var month))
        {
            period = OfMonth(month.Year, month.Month);
        }
        else if (DateOnly.TryParseExact(text, "yyyy-MM-dd", culture, DateTimeStyles.None, out var day))
        {
            period = OfDay(day);
        }
        else if (text.Split("..") is [var from, var to]
            && DateOnly.TryParseExact(from, "yyyy-MM", culture, DateTimeStyles.None, out var start)
            && DateOnly.TryParseExact(to, "yyyy-MM", culture, DateTimeStyles.None, out var end)
            && start.Month == 1 && start.Year == end.Year && end.Month < 12)
        {
            period = OfYearTo(end.Year, end.Month);
        }
        else
        {
            return false;
        }

        return true;
    }

    /// <summary>Earlier last day first; of two that end together the longer first.</summary>
    public int CompareTo(Period other) => Last == other.Last ? First.CompareTo(other.First) : Last.CompareTo(other.Last);

    /// <summary>Ends before.</summary>
    public static bool operator <(Period left, Period right) => left.CompareTo(right) < 0;

    /// <summary>Ends after.</summary>
    public static bool operator >(Period left, Period right) => left.CompareTo(right) > 0;

    /// <summary>Ends no later.</summary>
    public static bool operator <=(Period left, Period right) => left.CompareTo(right) <= 0;

    /// <summary>Ends no earlier.</summary>
    public static bool operator >=(Period left, Period right) => left.CompareTo(right) >= 0;

    /// <summary>The written form, the same in every language.</summary>
    public override string ToString() => Kind switch
    {
        PeriodKind.Day => First.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        PeriodKind.Month => First.ToString("yyyy-MM", CultureInfo.InvariantCulture),
        PeriodKind.Quarter => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-Q{(First.Month + 2) / 3}"),
        PeriodKind.Year => Year.ToString("0000", CultureInfo.InvariantCulture),
        PeriodKind.YearToDate => $"{First.ToString("yyyy-MM", CultureInfo.InvariantCulture)}..{Last.ToString("yyyy-MM", CultureInfo.InvariantCulture)}",
        _ => throw new InvalidOperationException($"Unknown kind of period: {Kind}."),
    };
}

using System.Globalization;
using Greenprint.Quantities;

namespace Greenprint.Ui;

/// <summary>How a number, a difference, a day or a period is written for a reader. The only place that does it.</summary>
/// <remarks>
/// Numbers are rounded half to even (GB/T 8170) from the value given, so pass the full one. The minus is a minus (U+2212), a missing value is a word
/// and never a blank or a zero. Every method takes the culture last; null is the current UI culture.
/// </remarks>
public static class Figures
{
    private const char Minus = '\u2212';
    private const char ThinSpace = '\u202F';
    private const char FixedSpace = '\u00A0';

    /// <summary>What stands where there is no value.</summary>
    public static Bilingual Missing { get; } = ("暂无", "none");

    /// <summary>The unit of a difference between two shares.</summary>
    public static Bilingual PercentagePoints { get; } = ("个百分点", "percentage points");

    /// <summary><c>1,234.5</c>, or <see cref="Missing"/>.</summary>
    public static string Number(decimal? value, int decimals, CultureInfo? culture = null)
    {
        culture ??= CultureInfo.CurrentUICulture;
        if (value is not { } given)
        {
            return Missing.In(culture);
        }

        var rounded = Rounding.HalfEven(given, decimals);
        var digits = Math.Abs(rounded).ToString(string.Create(CultureInfo.InvariantCulture, $"N{decimals}"), culture);
        return rounded < 0 ? Minus + digits : digits;
    }

    /// <summary>A number with its unit: <c>81.2%</c>, <c>28.0 µg/m³</c>, <c>28.0微克/立方米</c>; or <see cref="Missing"/>.</summary>
    public static string WithUnit(decimal? value, int decimals, Bilingual unit, CultureInfo? culture = null)
    {
        culture ??= CultureInfo.CurrentUICulture;
        return value is null ? Missing.In(culture) : Number(value, decimals, culture) + Joined(unit.In(culture));
    }

    /// <summary>A signed difference, <c>+1.3个百分点</c>; of shares in percentage points.</summary>
    public static string Change(decimal amount, int decimals, Bilingual unit, CultureInfo? culture = null)
    {
        var rounded = Rounding.HalfEven(amount, decimals);
        var sign = rounded > 0 ? "+" : rounded < 0 ? Minus.ToString() : "±";
        return sign + Amount(amount, decimals, unit, culture);
    }

    /// <summary>The size of a difference, without a sign: <c>0.8 percentage points</c>.</summary>
    public static string Amount(decimal amount, int decimals, Bilingual unit, CultureInfo? culture = null)
    {
        culture ??= CultureInfo.CurrentUICulture;
        var one = Rounding.HalfEven(Math.Abs(amount), decimals) == 1;
        var name = !IsShare(unit) ? unit.In(culture)
            : one && culture.TwoLetterISOLanguageName == "en" ? "percentage point" : PercentagePoints.In(culture);
        return Number(Math.Abs(amount), decimals, culture) + Joined(name);
    }

    /// <summary>True where values are shares in percent, so that their differences are percentage points.</summary>
    public static bool IsShare(Bilingual unit) => unit.Zh is "%" or "％";

    /// <summary>The full value as stored, for a reader who wants every digit: no rounding, no grouping.</summary>
    public static string Exact(decimal value) => value.ToString("0.############################", CultureInfo.InvariantCulture);

    /// <summary><c>2025年</c> / <c>2025</c>.</summary>
    public static Bilingual Year(int year) => new(
        string.Create(CultureInfo.InvariantCulture, $"{year}年"),
        year.ToString(CultureInfo.InvariantCulture));

    /// <summary><c>2026年11月24日</c> / <c>24 November 2026</c>.</summary>
    public static Bilingual Day(DateOnly day) => new(
        string.Create(CultureInfo.InvariantCulture, $"{day.Year}年{day.Month}月{day.Day}日"),
        day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture));

    /// <summary>A moment in China standard time, to the minute.</summary>
    public static Bilingual Moment(DateTimeOffset moment)
    {
        var local = moment.ToOffset(TimeSpan.FromHours(8));
        var day = Day(DateOnly.FromDateTime(local.DateTime));
        var time = local.ToString("HH:mm", CultureInfo.InvariantCulture);
        return new($"{day.Zh}{ThinSpace}{time}", $"{day.En}, {time} (UTC+8)");
    }

    /// <summary>A period as a reader says it: <c>2026年1—10月</c> / <c>January–October 2026</c>.</summary>
    public static Bilingual When(Period period)
    {
        var invariant = CultureInfo.InvariantCulture;
        string Month(DateOnly day) => day.ToString("MMMM", invariant);
        return period.Kind switch
        {
            PeriodKind.Year => Year(period.Year),
            PeriodKind.Quarter => new(
                string.Create(invariant, $"{period.Year}年第{"一二三四"[(period.First.Month - 1) / 3]}季度"),
                string.Create(invariant, $"Q{(period.First.Month + 2) / 3} {period.Year}")),
            PeriodKind.Month => new(
                string.Create(invariant, $"{period.Year}年{period.First.Month}月"),
                string.Create(invariant, $"{Month(period.First)} {period.Year}")),
            PeriodKind.YearToDate when period.Last.Month == 1 => new(
                string.Create(invariant, $"{period.Year}年1月"),
                string.Create(invariant, $"January {period.Year}")),
            PeriodKind.YearToDate => new(
                string.Create(invariant, $"{period.Year}年1—{period.Last.Month}月"),
                string.Create(invariant, $"January–{Month(period.Last)} {period.Year}")),
            PeriodKind.Day => Day(period.First),
            _ => throw new ArgumentOutOfRangeException(nameof(period), period.Kind, "Unknown kind of period."),
        };
    }

    // Chinese units and the percent sign stand close to the number; letters keep a distance that no line break takes.
    private static string Joined(string unit) =>
        unit.Length == 0 ? "" : unit[0] is '%' or '％' or '‰' or '°' || unit[0] >= '\u2E80' ? unit : FixedSpace + unit;
}

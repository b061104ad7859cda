using System.Globalization;
using Greenprint.Quantities;

namespace Greenprint.Planning.Targets;

/// <summary>Figures, periods and bounds in words, the same digits in both languages.</summary>
internal static class Words
{
    private static readonly CultureInfo Digits = CultureInfo.InvariantCulture;

    /// <summary>A judged figure: with all its published decimals, so that 30.0 is not taken for a 30 that might be 30.4.</summary>
    public static string Published(IndicatorView indicator, decimal value) =>
        WithUnit(value.ToString("F" + indicator.Decimals.ToString(Digits), Digits), indicator.Unit);

    /// <summary>A figure of the plan, as short as it was printed.</summary>
    public static string Printed(IndicatorView indicator, decimal value) => WithUnit(Plain(value), indicator.Unit);

    /// <summary>A difference: of percentages it is told in percentage points.</summary>
    public static Bilingual Difference(IndicatorView indicator, decimal value) => indicator.Unit is "%"
        ? ($"{Plain(value)} 个百分点", $"{Plain(value)} percentage points")
        : new Bilingual(Printed(indicator, value), Printed(indicator, value));

    /// <summary>Two shares as percentages, with as many decimals as it takes to see that they differ.</summary>
    public static (string First, string Second) Shares(decimal first, decimal second)
    {
        for (var decimals = 1; decimals < 6; decimals++)
        {
            if (Percent(first, decimals) != Percent(second, decimals))
            {
                return (Percent(first, decimals), Percent(second, decimals));
            }
        }

        return (Percent(first, 1), Percent(second, 1));
    }

    public static string Percent(decimal share, int decimals = 1) => Plain(Rounding.HalfEven(share * 100, decimals)) + "%";

    public static Bilingual Of(Period period)
    {
        var (year, last) = (period.Year, period.Last.Month);
        return period.Kind switch
        {
            PeriodKind.Year => (Text($"{year} 年"), Text($"{year}")),
            PeriodKind.YearToDate when last == 1 => (Text($"{year} 年 1 月"), Text($"January {year}")),
            PeriodKind.YearToDate => (Text($"{year} 年 1—{last} 月"), Text($"January to {period.Last:MMMM yyyy}")),
            PeriodKind.Quarter => (Text($"{year} 年第{"一二三四"[(last / 3) - 1]}季度"), Text($"quarter {last / 3} of {year}")),
            PeriodKind.Month => (Text($"{year} 年 {last} 月"), Text($"{period.Last:MMMM yyyy}")),
            _ => (Text($"{year} 年 {last} 月 {period.Last.Day} 日"), Text($"{period.Last:d MMMM yyyy}")),
        };
    }

    public static Bilingual Of(IndicatorView indicator, Bound bound) => bound switch
    {
        { Lower: { } lower, Upper: { } upper } => (
            $"在 {Printed(indicator, lower)} 与 {Printed(indicator, upper)} 之间", $"between {Printed(indicator, lower)} and {Printed(indicator, upper)}"),
        { Lower: { } lower } => ($"不低于 {Printed(indicator, lower)}", $"at least {Printed(indicator, lower)}"),
        { Upper: { } upper } => ($"不高于 {Printed(indicator, upper)}", $"at most {Printed(indicator, upper)}"),
        _ => throw new InvalidOperationException("A bound has at least one edge."),
    };

    public static Bilingual Years(IReadOnlyList<int> years) => (
        string.Join("、", years.Select(year => Text($"{year} 年"))),
        string.Join(", ", years.Select(year => Text($"{year}"))));

    public static string Text(FormattableString text) => text.ToString(Digits);

    private static string Plain(decimal value) => value.ToString("0.############################", Digits);

    private static string WithUnit(string figure, string unit) => unit switch
    {
        "" => figure,
        "%" or "‰" => figure + unit,
        _ => $"{figure} {unit}",
    };
}

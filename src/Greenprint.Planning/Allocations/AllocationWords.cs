using System.Globalization;
using Greenprint.Quantities;
using Greenprint.Ui;

namespace Greenprint.Planning.Allocations;

/// <summary>Allocations and their balance in words.</summary>
internal static class AllocationWords
{
    public static Bilingual Of(CombinationRule rule) => rule switch
    {
        CombinationRule.Sum => ("合计", "sum"),
        CombinationRule.Mean => ("平均", "mean"),
        CombinationRule.WeightedMean => ("加权平均", "weighted mean"),
        CombinationRule.Worst => ("最差", "worst"),
        _ => throw new ArgumentOutOfRangeException(nameof(rule), rule, "Unknown rule."),
    };

    public static Bilingual Of(AllocationTo to) => to == AllocationTo.Areas ? ("各地区", "areas") : ("各部门", "units");

    /// <summary>What the year asks for: <c>≥ 95.5%（目标）</c>.</summary>
    public static Bilingual Asked(IndicatorView indicator, AskedFigure asked)
    {
        Bilingual from = asked.Source switch
        {
            AskedSource.Target => ("目标", "target"),
            AskedSource.Step => ("年度分解", "yearly step"),
            AskedSource.Line => ("按直线推算", "straight line"),
            AskedSource.Awaited => ("待上级下达", "awaited from the superior"),
            _ => ("没有数值要求", "no number is asked for"),
        };
        var figure = asked switch
        {
            { Lower: { } lower, Upper: { } upper } => $"{Figures.Exact(lower)}—{Figures.Exact(upper)}",
            { Lower: { } lower } => $"≥ {Figures.Exact(lower)}",
            { Upper: { } upper } => $"≤ {Figures.Exact(upper)}",
            _ => null,
        };
        return figure is null ? from : ($"{figure}{Unit(indicator.Unit)}（{from.Zh}）", $"{figure}{Unit(indicator.Unit)} ({from.En})");
    }

    /// <summary>What the shares make: <c>各地区合计 82.4%</c>.</summary>
    public static Bilingual Made(IndicatorView indicator, TargetAllocation allocation, AllocationBalance balance)
    {
        var figure = balance.Published is { } published ? Figures.Number(published, indicator.Decimals, CultureInfo.InvariantCulture) + Unit(indicator.Unit) : null;
        var sign = allocation.Content.Rule == CombinationRule.Sum ? "Σ " : "";
        return (
            $"{sign}{Of(allocation.To).Zh}{Of(allocation.Content.Rule).Zh} {figure ?? "暂无"}",
            $"{sign}{Of(allocation.Content.Rule).En} of the {Of(allocation.To).En} {figure ?? "none"}");
    }

    /// <summary>By how much it is better or worse than asked; null where there is nothing to compare.</summary>
    public static Bilingual? Margin(IndicatorView indicator, AllocationBalance balance) => balance.Margin is not { } margin ? null : (
        $"余量 {Figures.Change(margin, indicator.Decimals, new(indicator.Unit), Chinese)}",
        $"margin {Figures.Change(margin, indicator.Decimals, new(indicator.Unit), English)}");

    /// <summary>What is to be known beside the figures; null for nothing.</summary>
    public static Bilingual? Remark(AllocationBalance balance) => balance.State switch
    {
        BalanceState.Partial => ($"有 {Text(balance.Combined.Missing)} 个没有填，结果不完整。", $"{Text(balance.Combined.Missing)} without a figure: the result is a part."),
        BalanceState.NotEnough => ("分解不足，完成后仍达不到要求。", "The shares do not make what is asked."),
        _ => null,
    };

    /// <summary>The look of a verdict.</summary>
    public static string Class(BalanceState state) => state switch
    {
        BalanceState.Enough => "balance-good",
        BalanceState.NotEnough => "balance-short",
        BalanceState.Partial => "balance-open",
        _ => "",
    };

    private static CultureInfo Chinese { get; } = CultureInfo.GetCultureInfo("zh-Hans");

    private static CultureInfo English { get; } = CultureInfo.GetCultureInfo("en");

    private static string Unit(string unit) => unit is "" or "%" or "‰" ? unit : $" {unit}";

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}

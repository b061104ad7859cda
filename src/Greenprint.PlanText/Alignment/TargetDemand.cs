using System.Text.RegularExpressions;
using Greenprint.PlanText.Catalogue;
using Greenprint.PlanText.Targets;
using Greenprint.Quantities;

namespace Greenprint.PlanText.Alignment;

/// <summary>What the target of one row demands, in the base unit: a range of allowed values, open at one end for a floor or a ceiling.</summary>
/// <param name="Low">The least allowed value, or null.</param>
/// <param name="High">The greatest allowed value, or null.</param>
/// <param name="IsChange">True for an amount of change or a five-year sum, false for a level.</param>
internal sealed partial record TargetDemand(Fraction? Low, Fraction? High, bool IsChange)
{
    /// <summary>
    /// The target of the row: that of <paramref name="year"/> where a column has it, else the printed one, else the sum of the period
    /// (a table of yearly steps prints no other). Null where the row has none.
    /// </summary>
    public static PrintedTarget? Printed(IndicatorItem item, int? year)
    {
        if (year is not null && item.Target?.Year != year && item.OtherYears.FirstOrDefault(value => value.Year == year) is { } step)
        {
            return Understood(item, step);
        }

        return item.Target ?? (item.OtherYears.FirstOrDefault(value => value.Year is null) is { } sum ? Understood(item, sum) : null);
    }

    /// <summary>The demand of a target with a number; null for one without.</summary>
    public static TargetDemand? Of(PrintedTarget target, IndicatorItem item, IndicatorName name)
    {
        if (target.Value is not { } value)
        {
            return null;
        }

        var scale = UnitMeasure.Of(item.Unit)?.Scale ?? Fraction.Of(1m);
        var number = Fraction.Of(value) * scale;
        var isChange = target.Change is not null || target.Kind == PrintedTargetKind.Cumulative || NamesChange(name);
        return target.Kind switch
        {
            PrintedTargetKind.Range => new TargetDemand(number, target.To is { } to ? Fraction.Of(to) * scale : null, isChange),
            PrintedTargetKind.AtLeast => new TargetDemand(number, null, isChange),
            PrintedTargetKind.AtMost => new TargetDemand(null, number, isChange),
            PrintedTargetKind.Cumulative or PrintedTargetKind.Keep => OnItsSide(number, item, name, isChange),
            _ => null,
        };
    }

    /// <summary>True where the name alone says that its numbers are amounts of change.</summary>
    public static bool NamesChange(IndicatorName name) => name.IsReduction || Amount().IsMatch(name.Base);

    /// <summary>What keeping the level of the base year demands; null where the row prints none, or the side is not known.</summary>
    public static TargetDemand? OfBaseline(IndicatorItem item, IndicatorName name) =>
        item.Baseline?.Value is { } value ? OnItsSide(Fraction.Of(value) * (UnitMeasure.Of(item.Unit)?.Scale ?? Fraction.Of(1m)), item, name, isChange: false) : null;

    /// <summary>1: this one is stricter than the other, -1: looser, 0: equal, null: each allows what the other forbids.</summary>
    public int? Against(TargetDemand other)
    {
        if (this == other)
        {
            return 0;
        }

        var (within, around) = (Inside(this, other), Inside(other, this));
        return within ? 1 : around ? -1 : null;
    }

    private static bool Inside(TargetDemand inner, TargetDemand outer) =>
        (outer.Low is not { } low || inner.Low >= low) && (outer.High is not { } high || inner.High <= high);

    private static TargetDemand? OnItsSide(Fraction number, IndicatorItem item, IndicatorName name, bool isChange) =>
        name.IsReduction ? new TargetDemand(number, null, isChange) : SideOf(item) switch
        {
            IndicatorSide.Up => new TargetDemand(number, null, isChange),
            IndicatorSide.Down => new TargetDemand(null, number, isChange),
            _ => null,
        };

    // A plan that is kept says which way is better; of one that was only read, the name has to.
    private static IndicatorSide SideOf(IndicatorItem item) => item.MoreIsBetter switch
    {
        true => IndicatorSide.Up,
        false => IndicatorSide.Down,
        null => IndicatorCatalogue.Bundled.SideOfName(item.Name),
    };

    private static PrintedTarget Understood(IndicatorItem item, PrintedValue printed)
    {
        var meaning = TargetWording.Read(printed.Text, SideOf(item));
        return new PrintedTarget(printed.Year, printed.Text, meaning.Kind, meaning.Value) { To = meaning.To, Change = meaning.Change };
    }

    // Amounts that plans print with and without the bracket of a five-year sum.
    [GeneratedRegex("(减排量|削减量|压采量|压采总量)$")]
    private static partial Regex Amount();
}

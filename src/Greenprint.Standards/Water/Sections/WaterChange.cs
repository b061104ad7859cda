using Greenprint.Quantities;

namespace Greenprint.Standards.Water;

/// <summary>How much water has changed between two periods, worst first.</summary>
public enum WaterChangeLevel
{
    /// <summary>明显下降（变差、恶化）.</summary>
    MuchWorse = -2,

    /// <summary>有所下降（变差）.</summary>
    Worse = -1,

    /// <summary>无明显变化.</summary>
    NoMarkedChange = 0,

    /// <summary>有所好转.</summary>
    Better = 1,

    /// <summary>明显好转.</summary>
    MuchBetter = 2,
}

/// <summary>The change of a river, basin or region between two periods, by both rules of 环办〔2011〕22号.</summary>
/// <param name="Good">ΔG: change of the share of class I to III, in percentage points, unrounded.</param>
/// <param name="Worst">ΔD: change of the share worse than V.</param>
/// <param name="ByProportions">By ΔG − ΔD; null where one of the periods was judged by means, not by proportions.</param>
/// <param name="ByState">By levels of state.</param>
/// <param name="Level">The larger of the two; null when it cannot be given.</param>
/// <param name="Finding">Why it cannot be given; null otherwise.</param>
public sealed record WaterChangeResult(Fraction Good, Fraction Worst, WaterChangeLevel? ByProportions, WaterChangeLevel? ByState, WaterChangeLevel? Level, Finding? Finding);

/// <summary>Change between two periods (水质变化程度). The same sections with the same items must have been judged in both.</summary>
public static class WaterChange
{
    /// <summary>The change from one period to another.</summary>
    /// <param name="table">From <see cref="StandardLibrary.SurfaceWater"/>.</param>
    /// <param name="before">The earlier period.</param>
    /// <param name="after">The later period.</param>
    public static WaterChangeResult Between(SurfaceWaterTable table, RiverResult before, RiverResult after)
    {
        if (Unlike(before, after) is { } finding)
        {
            return new(Fraction.Zero, Fraction.Zero, null, null, null, finding);
        }

        var good = after.Sections.GoodShare.Exact - before.Sections.GoodShare.Exact;
        var worst = after.Sections.WorstShare.Exact - before.Sections.WorstShare.Exact;
        var byState = Limited((int)before.State!.Value - (int)after.State!.Value);
        WaterChangeLevel? byProportions = before.Method == RiverMethod.Proportions && after.Method == RiverMethod.Proportions
            ? ByProportions(table.Sections, good - worst)
            : null;
        if ((int)byState * (int)(byProportions ?? byState) < 0)
        {
            // The rule does not foresee that one goes up and the other down.
            return new(good, worst, byProportions, byState, null, WaterFindings.ChangeContradicts(before.Name, Words(byProportions!.Value), Words(byState)));
        }

        return new(good, worst, byProportions, byState, Math.Abs((int)(byProportions ?? byState)) > Math.Abs((int)byState) ? byProportions : byState, null);
    }

    /// <summary>The words of a bulletin.</summary>
    public static Bilingual Words(WaterChangeLevel level) => level switch
    {
        WaterChangeLevel.MuchBetter => ("明显好转", "markedly better"),
        WaterChangeLevel.Better => ("有所好转", "somewhat better"),
        WaterChangeLevel.Worse => ("有所下降", "somewhat worse"),
        WaterChangeLevel.MuchWorse => ("明显下降", "markedly worse"),
        _ => ("无明显变化", "no marked change"),
    };

    private static WaterChangeLevel ByProportions(SectionRules rules, Fraction change)
    {
        var size = change < Fraction.Zero ? Fraction.Zero - change : change;
        var level = size <= Fraction.Of(rules.ChangeNone) ? 0 : size <= Fraction.Of(rules.ChangeSome) ? 1 : 2;
        return (WaterChangeLevel)(change < Fraction.Zero ? -level : level);
    }

    private static WaterChangeLevel Limited(int levels) => (WaterChangeLevel)Math.Clamp(levels, -2, 2);

    /// <summary>What makes the two periods incomparable, or null.</summary>
    private static Finding? Unlike(RiverResult before, RiverResult after)
    {
        var (first, second) = (Judged(before), Judged(after));
        if (first.Count == 0 || second.Count == 0)
        {
            return WaterFindings.NothingToCompare(before.Name, first.Count == 0 ? before.Period : after.Period);
        }

        var lone = first.Keys.Except(second.Keys).Concat(second.Keys.Except(first.Keys)).Order(StringComparer.Ordinal).ToList();
        if (lone.Count > 0)
        {
            return WaterFindings.OtherSections(before.Name, lone);
        }

        foreach (var (section, items) in first.OrderBy(one => one.Key, StringComparer.Ordinal))
        {
            var others = items.ToHashSet();
            others.SymmetricExceptWith(second[section]);
            if (others.Count > 0)
            {
                return WaterFindings.OtherItems(section, [.. others.OrderBy(item => item.Code, StringComparer.Ordinal)]);
            }
        }

        return null;
    }

    private static Dictionary<string, IEnumerable<MeasuredItem>> Judged(RiverResult river) => river.Sections.Sections
        .Where(section => section.Judgement is not null).ToDictionary(section => section.Section, section => section.Judgement!.Items.Select(item => item.Item));
}

using Greenprint.Quantities;

namespace Greenprint.Standards.Water;

/// <summary>How a river or basin was judged.</summary>
public enum RiverMethod
{
    /// <summary>Fewer than five sections: the mean of each item over the sections, then its single-factor class.</summary>
    Mean,

    /// <summary>Five sections and more: by the proportions of classes; no class is given.</summary>
    Proportions,
}

/// <summary>The state of a river, basin or region (河流、流域(水系)水质状况).</summary>
/// <param name="Name">Its name.</param>
/// <param name="Period">The period.</param>
/// <param name="Method">How it was judged.</param>
/// <param name="State">The state, or null when no section has a class.</param>
/// <param name="Judgement">Class of the means, where <see cref="Method"/> is <see cref="RiverMethod.Mean"/>.</param>
/// <param name="Main">Main pollution indicators with their multiples, by the rule of sections, where <see cref="Method"/> is <see cref="RiverMethod.Mean"/>.</param>
/// <param name="MainByRate">Main pollution indicators by the share of sections, where it is <see cref="RiverMethod.Proportions"/>.</param>
/// <param name="Sections">The sections and their shares.</param>
/// <param name="Remark">A reading of the rule that left a gap, and what was taken; null otherwise.</param>
public sealed record RiverResult(
    string Name, Period Period, RiverMethod Method, WaterState? State, WaterJudgement? Judgement, IReadOnlyList<ItemClass> Main, IReadOnlyList<RiverIndicator> MainByRate,
    SectionsResult Sections, Finding? Remark);

/// <summary>Rivers, basins and regions by the sections on them (环办〔2011〕22号).</summary>
public static class WaterRivers
{
    /// <summary>The state of a river, basin or region.</summary>
    /// <param name="table">From <see cref="StandardLibrary.SurfaceWater"/>.</param>
    /// <param name="name">Its name.</param>
    /// <param name="sections">Its sections; those without data are named in <see cref="SectionsResult.Excluded"/> and do not count.</param>
    /// <param name="period">The period.</param>
    /// <param name="options">Variants; null: the defaults.</param>
    /// <exception cref="ArgumentException">A section is a point of a lake: lakes are judged by <see cref="WaterLakes"/>.</exception>
    public static RiverResult Of(SurfaceWaterTable table, string name, IReadOnlyList<SectionSamples> sections, Period period, WaterOptions? options = null)
    {
        options ??= WaterOptions.Default;
        if (sections.FirstOrDefault(section => section.Body != WaterBody.River) is { } lake)
        {
            throw new ArgumentException($"'{lake.Section}' is a point of a lake, not a section of a river.", nameof(sections));
        }

        var all = WaterRegion.Of(table, sections, period, options);
        var judged = all.Sections.Where(section => section.Judgement is not null).ToList();
        var proportions = options.FiveSections == FiveSections.AtLeastFive ? judged.Count >= table.Sections.ProportionFrom : judged.Count > table.Sections.ProportionFrom;
        if (!proportions)
        {
            var means = WaterSections.Means([.. judged.Select(section => section.Exact)], options);
            var judgement = WaterSections.Classify(table, WaterBody.River, means, options);
            return new(name, period, RiverMethod.Mean, judgement?.Class.State(), judgement, judgement?.Main ?? [], [], all, null);
        }

        var (state, remark) = State(table, name, all, options);
        return new(name, period, RiverMethod.Proportions, state, null, [], MainIndicators.OfRiver(table, [.. judged.Select(section => section.Judgement!)]), all, remark);
    }

    private static (WaterState State, Finding? Remark) State(SurfaceWaterTable table, string name, SectionsResult all, WaterOptions options)
    {
        foreach (var line in table.Sections.States)
        {
            if ((line.Variant is null || line.Variant == options.Heavy)
                && Within(all.GoodShare.Exact, line.GoodFrom, line.GoodBelow) && Within(all.WorstShare.Exact, line.WorstFrom, line.WorstBelow))
            {
                return (line.State, null);
            }
        }

        return (WaterState.HeavilyPolluted, WaterFindings.NoLineFits(name, all.GoodShare.Text, all.WorstShare.Text));
    }

    private static bool Within(Fraction share, decimal? from, decimal? below) =>
        (from is null || share >= Fraction.Of(from.Value)) && (below is null || share < Fraction.Of(below.Value));
}

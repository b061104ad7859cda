using Greenprint.Quantities;

namespace Greenprint.Ui.Targets;

/// <summary>The shapes a target can have; the words of the glossary's <c>TargetKind</c>.</summary>
public enum TargetShape
{
    /// <summary>At least a number (≥).</summary>
    AtLeast,

    /// <summary>At most a number (≤).</summary>
    AtMost,

    /// <summary>Not worse than a number (保持): the side comes with <see cref="TargetView.HigherIsBetter"/>.</summary>
    Keep,

    /// <summary>Between two numbers.</summary>
    Range,

    /// <summary>A sum over the years of the plan (〔10〕).</summary>
    Cumulative,

    /// <summary>A dated thing, done or not.</summary>
    Milestone,

    /// <summary>Set by the superior; without its document there is no number.</summary>
    AssignedBySuperior,

    /// <summary>A direction without a number.</summary>
    Direction,
}

/// <summary>A target as a reader meets it.</summary>
/// <param name="Shape">Its kind.</param>
/// <param name="Value">The number, the lower end of a range, or null. Zero is a number.</param>
/// <param name="Upper">The upper end of a range; null otherwise.</param>
/// <param name="HigherIsBetter">The side that is wished for, where it has one.</param>
/// <param name="Words">The target as the plan prints it, for kinds without a number.</param>
public sealed record TargetView(TargetShape Shape, decimal? Value, decimal? Upper = null, bool? HigherIsBetter = null, Bilingual? Words = null)
{
    /// <summary>The target with its sign, for example <c>≥ 82.0%</c>.</summary>
    public Bilingual Text(Bilingual unit, int decimals)
    {
        if (Value is not { } value)
        {
            return Words ?? Shape switch
            {
                TargetShape.AssignedBySuperior => ("待上级下达", "Waiting for the superior"),
                TargetShape.Milestone => ("按期完成", "Done on time"),
                TargetShape.Direction => HigherIsBetter switch
                {
                    true => ("持续上升", "Rising"),
                    false => ("持续下降", "Falling"),
                    null => ("持续改善", "Improving"),
                },
                _ => Figures.Missing,
            };
        }

        string In(System.Globalization.CultureInfo culture)
        {
            var number = Figures.WithUnit(value, decimals, unit, culture);
            return Shape switch
            {
                TargetShape.AtLeast => "≥\u202F" + number,
                TargetShape.AtMost => "≤\u202F" + number,
                TargetShape.Keep => Wished() switch { true => "≥\u202F", false => "≤\u202F", null => "=\u202F" } + number,
                TargetShape.Range when Upper is { } upper => Figures.Number(value, decimals, culture) + "–" + Figures.WithUnit(upper, decimals, unit, culture),
                TargetShape.Cumulative => (ReferenceEquals(culture, Cultures.English) ? "Σ\u202F" : "累计\u202F") + number,
                _ => number,
            };
        }

        return new(In(Cultures.Chinese), In(Cultures.English));
    }

    /// <summary>The side that is wished for: by the kind where it says so, else as given.</summary>
    internal bool? Wished() => Shape switch
    {
        TargetShape.AtLeast or TargetShape.Cumulative => true,
        TargetShape.AtMost => false,
        _ => HigherIsBetter,
    };
}

/// <summary>A value with its time.</summary>
/// <param name="Value">The full value; null where there is none.</param>
/// <param name="When">Its year or period.</param>
/// <param name="Why">Where there is none: why.</param>
/// <param name="Words">What to say in place of the number: done, not done.</param>
public sealed record DatedFigure(decimal? Value, Bilingual When, Bilingual? Why = null, Bilingual? Words = null);

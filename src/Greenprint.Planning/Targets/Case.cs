using Greenprint.Quantities;

namespace Greenprint.Planning.Targets;

/// <summary>One judgement under way: what is asked, what is known by the day, and the thresholds.</summary>
internal sealed class Case
{
    public Case(IndicatorView indicator, IReadOnlyList<ActualValue> values, PlanThresholds thresholds, DateOnly asOf, Bilingual? notGiven)
    {
        if (values.Select(value => value.Period).Distinct().Count() != values.Count)
        {
            throw new ArgumentException("One origin gives one current value for a period.", nameof(values));
        }

        (Indicator, Thresholds, NotGiven) = (indicator, thresholds, notGiven);
        IsOver = asOf.Year > indicator.Target.Year;

        // A period counts once its last month has begun: a running month's figure is a current one, next year's is not known yet.
        // What lies at or before the baseline says nothing about the plan, what lies behind the target year nothing about the target.
        var known = new DateOnly(asOf.Year, asOf.Month, 1).AddMonths(1);
        Values =
        [
            .. values
                .Where(value => value.Period.Last < known && value.Period.Year >= FirstYear && value.Period.Year <= indicator.Target.Year)
                .OrderBy(value => value.Period.Last).ThenByDescending(value => value.Period.First),
        ];
        AsOf = asOf;
    }

    public IndicatorView Indicator { get; }

    public Target Target => Indicator.Target;

    public Baseline? Baseline => Indicator.Baseline;

    public PlanThresholds Thresholds { get; }

    public DateOnly AsOf { get; }

    /// <summary>Why the newest period has no value, where that is known.</summary>
    public Bilingual? NotGiven { get; }

    /// <summary>The values that count, in order of their periods; of two that end together the longer is the later.</summary>
    public IReadOnlyList<ActualValue> Values { get; }

    /// <summary>True after the last day of the target year.</summary>
    public bool IsOver { get; }

    public ActualValue? Latest => Values.Count == 0 ? null : Values[^1];

    /// <summary>The value of the whole target year.</summary>
    public ActualValue? Final => Values.FirstOrDefault(value => value.Period == Period.OfYear(Target.Year));

    /// <summary>The value that the judgement rests on: the target year's when it is over, else the newest.</summary>
    public ActualValue? Judged => IsOver ? Final : Latest;

    /// <summary>One unit of the last published digit.</summary>
    public decimal RoundingStep => new(1, 0, 0, false, (byte)Indicator.Decimals);

    private int FirstYear => Target.Kind == TargetKind.Cumulative ? Target.From ?? Baseline?.Year + 1 ?? int.MinValue : Baseline?.Year + 1 ?? int.MinValue;

    /// <summary>The figure as it is published: what people see is what is judged.</summary>
    public decimal Published(decimal value) => Rounding.HalfEven(value, Indicator.Decimals);

    /// <summary>A state without figures of its own.</summary>
    public Standing Bare(IndicatorState state, Bilingual why) => new(state, Latest, null, null, null, null, null, null, why);
}

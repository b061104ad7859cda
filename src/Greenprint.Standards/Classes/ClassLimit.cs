using Greenprint.Quantities;

namespace Greenprint.Standards.Classes;

/// <summary>How a value below detection is judged against classes.</summary>
public enum BelowDetection
{
    /// <summary>It has the best class, whatever the detection limit: the practice of published assessments.</summary>
    BestClass,

    /// <summary>It has the best class only where the detection limit itself keeps that class's limit; else the item cannot be judged. UNVERIFIED: seen in one public code.</summary>
    LimitMustKeep,
}

/// <summary>Why an item that has a value takes no part in a judgement.</summary>
public enum NotJudgedReason
{
    /// <summary>The standard limits what people added (人为增量), which one value cannot tell.</summary>
    Increase,

    /// <summary>Not detected, but the detection limit is above the limit.</summary>
    DetectionLimitTooHigh,

    /// <summary>A part of the sum that is limited is missing or negative: of the three nitrogens, for example.</summary>
    SumIncomplete,

    /// <summary>There is no negative concentration: an error of the instrument or of the file.</summary>
    Negative,
}

/// <summary>One row of a table of classes.</summary>
/// <param name="Item">Item.</param>
/// <param name="Option">The use it holds for instead of the plain row (<c>shellfish</c>, <c>oyster</c>); empty for the plain row.</param>
/// <param name="OfIncrease">True where it limits the increase by people and not the value.</param>
/// <param name="Unit">Unit of the limits.</param>
/// <param name="Criteria">Best class first; a value that keeps none has the class after the last.</param>
/// <param name="Rule">Standard, clause, mark.</param>
public sealed record ClassLimit(StandardItem Item, string Option, bool OfIncrease, Unit Unit, IReadOnlyList<ClassCriterion> Criteria, RuleReference Rule)
{
    private readonly ClassCriterion[] criteria = [.. Criteria];

    // Nearly every row has upper bounds only: these are compared without looking at each criterion.
    private readonly decimal[]? upperBounds = Criteria.All(criterion => criterion is { Low: null, High: not null }) ? [.. Criteria.Select(criterion => criterion.High!.Value)] : null;

    /// <summary>True where less is worse: dissolved oxygen.</summary>
    public bool LessIsWorse { get; } = Criteria.Any(criterion => criterion is { Low: not null, High: null });

    /// <summary>The best class, from 1, whose limit a detected value keeps; a value at a limit that includes it has the better class.</summary>
    public int ClassOf(decimal value, Comparison comparison)
    {
        if (upperBounds is { } bounds && comparison == Comparison.Full)
        {
            var of = 0;
            while (of < bounds.Length && value > bounds[of])
            {
                of++;
            }

            return of + 1;
        }

        for (var at = 0; at < criteria.Length; at++)
        {
            if (criteria[at].IsKeptBy(value, comparison))
            {
                return at + 1;
            }
        }

        return criteria.Length + 1;
    }

    /// <summary>The class of a value, or 0 with the reason why it cannot be judged; 0 without a reason for a missing one.</summary>
    public int ClassOf(in MeasuredValue value, Comparison comparison, BelowDetection below, out NotJudgedReason? reason)
    {
        reason = null;
        if (value.IsMissing)
        {
            return 0;
        }

        if (value.Value is { } number)
        {
            reason = number < 0 ? NotJudgedReason.Negative : null;
            return number < 0 ? 0 : ClassOf(number, comparison);
        }

        if (LessIsWorse)
        {
            return ClassOf(0m, comparison);   // no oxygen was found: that is the worst water, not the best
        }

        if (below == BelowDetection.BestClass || criteria[0].OnlyNotDetected || value.DetectionLimit is not { } limit || criteria[0].IsKeptBy(limit, comparison))
        {
            return 1;
        }

        reason = NotJudgedReason.DetectionLimitTooHigh;
        return 0;
    }

    /// <summary>Exceedance multiple (超标倍数) of a detected value over a class's limit, (C − S)/S, before rounding; null where it does not exceed, and for items without one: pH, oxygen, what must not be found.</summary>
    /// <remarks>
    /// A multiple that lies exactly between two published ones is a finite decimal and is held exactly; any other differs from it by far more than the 28th
    /// digit. So rounding it is safe.
    /// </remarks>
    public decimal? MultipleOver(int ofClass, in MeasuredValue value, Comparison comparison) =>
        value.Value is { } number && criteria[ofClass - 1] is { Low: null, High: { } limit } criterion && !criterion.IsKeptBy(number, comparison) ? (number - limit) / limit : null;
}

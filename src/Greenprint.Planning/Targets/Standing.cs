using Greenprint.Quantities;

namespace Greenprint.Planning;

/// <summary>One value of the origin that decides, as the judgement sees it.</summary>
/// <param name="Period">A year, or January to a month of the running year (then it is provisional).</param>
/// <param name="Value">The full value, unrounded.</param>
public sealed record ActualValue(Period Period, decimal Value);

/// <summary>
/// Where an indicator stands on a day: the one answer that portal, back office, API, export and mail read, so that no two of them can differ.
/// </summary>
/// <param name="State">The state by the truth table of the glossary.</param>
/// <param name="Latest">The value it rests on; null when there is none.</param>
/// <param name="Progress">P: progress from baseline to target, uncapped, may be negative; null where it has no meaning.</param>
/// <param name="Schedule">S: share of the way that this year's step asks for; null where it has no meaning.</param>
/// <param name="Step">What the year of the latest value asks for, as a value of the indicator; null where nothing.</param>
/// <param name="Gap">What is missing to the target in the indicator's unit: positive = still missing, zero or negative = met by so much; null without a number.</param>
/// <param name="Met">True when the target's bound holds for the latest value; null without a number or a value.</param>
/// <param name="WorseBy">By how much it is worse than the baseline, when it is; else null.</param>
/// <param name="Why">One sentence that says by which rule, from the same numbers.</param>
public sealed record Standing(
    IndicatorState State,
    ActualValue? Latest,
    decimal? Progress,
    decimal? Schedule,
    decimal? Step,
    decimal? Gap,
    bool? Met,
    decimal? WorseBy,
    Bilingual Why);

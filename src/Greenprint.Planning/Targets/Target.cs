using Greenprint.Quantities;

namespace Greenprint.Planning;

/// <summary>How a target is meant (目标值的类型).</summary>
public enum TargetKind
{
    /// <summary>≥: reach at least the value.</summary>
    AtLeast,

    /// <summary>≤: stay at or below the value.</summary>
    AtMost,

    /// <summary>Do not fall behind the baseline or the given value (不降低, 保持稳定).</summary>
    Keep,

    /// <summary>Between two values, both included.</summary>
    Range,

    /// <summary>A sum over the years of the plan (五年累计, 〔10〕).</summary>
    Cumulative,

    /// <summary>Done or not done by the year; the actual value is 0 or 1.</summary>
    Milestone,

    /// <summary>"Complete what the superior assigns" (完成上级下达任务): no number until the document arrives.</summary>
    AssignedBySuperior,

    /// <summary>Plain wording with a direction only (稳中向好).</summary>
    Direction,
}

/// <summary>Which way is better.</summary>
public enum DesiredDirection
{
    /// <summary>Higher is better.</summary>
    Up,

    /// <summary>Lower is better.</summary>
    Down,

    /// <summary>Neither; for ranges.</summary>
    None,
}

/// <summary>约束性, 预期性, 引领性.</summary>
public enum IndicatorNature
{
    /// <summary>约束性.</summary>
    Binding,

    /// <summary>预期性.</summary>
    Anticipatory,

    /// <summary>引领性.</summary>
    Leading,
}

/// <summary>Where an actual value comes from. The three are never mixed; the indicator says which one decides.</summary>
public enum ValueOrigin
{
    /// <summary>Computed from readings by a method (计算值).</summary>
    Computed,

    /// <summary>Reported by a unit, with person, document and proof (填报值).</summary>
    Reported,

    /// <summary>Issued by the superior, with its document (上级核定值).</summary>
    Issued,
}

/// <summary>What shall be reached by the end of one year. A zero is a value, never a missing one.</summary>
/// <param name="Kind">How it is meant.</param>
/// <param name="Year">By the end of this year.</param>
/// <param name="Value">The number; the lower edge of a range; null where the wording has none.</param>
/// <param name="Upper">The upper edge of a range, else null.</param>
/// <param name="Text">As the plan prints it.</param>
/// <param name="Document">For a target assigned by the superior: the document that assigned it; null while it is awaited.</param>
/// <param name="From">For a cumulative target: the first year whose amount counts; null for the year after the baseline.</param>
public sealed record Target(TargetKind Kind, int Year, decimal? Value, decimal? Upper, Bilingual Text, string? Document = null, int? From = null);

/// <summary>Where the indicator stood before the plan (基准值).</summary>
/// <param name="Year">The year.</param>
/// <param name="Value">The value; null where the plan prints none.</param>
/// <param name="Text">As the plan prints it.</param>
public sealed record Baseline(int Year, decimal? Value, Bilingual Text);

/// <summary>What one year of the plan asks for (年度分解); for cumulative targets the sum to be reached by the end of that year.</summary>
/// <param name="Year">The year.</param>
/// <param name="Value">The value.</param>
public sealed record AnnualTarget(int Year, decimal Value);

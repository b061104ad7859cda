namespace Greenprint.Planning;

/// <summary>Where a plan draws the line between 略滞后 and 滞后. Data of the plan, because plans differ.</summary>
/// <param name="AtRiskShare">Share of the scheduled progress that still counts as slightly behind (0 to 1): P ≥ share × S.</param>
/// <param name="LevelTolerance">By what part of the bound a level may miss it and still count as slightly behind (0.02 = 2 %).</param>
public sealed record PlanThresholds(decimal AtRiskShare, decimal LevelTolerance)
{
    /// <summary>What holds where a plan says nothing: four fifths of the schedule, two hundredths of the bound.</summary>
    public static PlanThresholds Default { get; } = new(0.8m, 0.02m);
}

namespace Greenprint.Planning;

/// <summary>Where the figure of a year comes from.</summary>
public enum AskedSource
{
    /// <summary>The target itself.</summary>
    Target,

    /// <summary>A yearly step that the plan gives.</summary>
    Step,

    /// <summary>The straight line from the baseline to the target.</summary>
    Line,

    /// <summary>The superior has not assigned it yet.</summary>
    Awaited,

    /// <summary>The wording has no number.</summary>
    None,
}

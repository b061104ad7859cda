namespace Greenprint.PlanText.Catalogue;

/// <summary>Which way an indicator is better.</summary>
internal enum IndicatorSide
{
    /// <summary>Not known.</summary>
    Unknown,

    /// <summary>More is better: a bare number is a floor.</summary>
    Up,

    /// <summary>Less is better: a bare number is a ceiling.</summary>
    Down,
}

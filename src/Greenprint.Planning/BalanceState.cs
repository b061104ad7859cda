namespace Greenprint.Planning;

/// <summary>Whether shares make what a year asks for.</summary>
public enum BalanceState
{
    /// <summary>They do.</summary>
    Enough,

    /// <summary>They do not.</summary>
    NotEnough,

    /// <summary>Shares are missing: the figure is a part.</summary>
    Partial,

    /// <summary>There is nothing to compare with: no number is asked for, or it is awaited.</summary>
    NothingAsked,
}

namespace Greenprint.Delivery;

/// <summary>The light of an item (督办灯).</summary>
public enum Light
{
    /// <summary>No clock runs: not issued, suspended or ended.</summary>
    Grey,

    /// <summary>In time.</summary>
    Green,

    /// <summary>Near the limit.</summary>
    Yellow,

    /// <summary>Late.</summary>
    Red,
}

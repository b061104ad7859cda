namespace Greenprint.Planning;

/// <summary>States of an indicator: one closed list, computed in one place (<c>IndicatorStates</c>).</summary>
public enum IndicatorState
{
    /// <summary>暂无法判定: no value yet, or it cannot be given.</summary>
    Unknown,

    /// <summary>待上级下达.</summary>
    WaitingForAssignment,

    /// <summary>已完成: after the target year, the bound holds.</summary>
    Achieved,

    /// <summary>未完成: after the target year, it does not.</summary>
    NotAchieved,

    /// <summary>不降反升: worse than the baseline.</summary>
    Regressing,

    /// <summary>达到或快于序时进度.</summary>
    OnTrack,

    /// <summary>略滞后.</summary>
    AtRisk,

    /// <summary>滞后.</summary>
    OffTrack,

    /// <summary>暂停, by decision.</summary>
    Suspended,

    /// <summary>取消, by decision.</summary>
    Cancelled,

    /// <summary>被替代, by decision.</summary>
    Superseded,
}

namespace Greenprint.Standards.Air;

/// <summary>Over what time a concentration is averaged (平均时间).</summary>
public enum Averaging
{
    /// <summary>1 小时平均.</summary>
    Hour,

    /// <summary>8 小时滑动平均; for a day its largest one (日最大 8 小时平均).</summary>
    EightHours,

    /// <summary>日平均, 24 小时平均.</summary>
    Day,

    /// <summary>月平均.</summary>
    Month,

    /// <summary>季平均.</summary>
    Season,

    /// <summary>植物生长季平均.</summary>
    GrowingSeason,

    /// <summary>年平均.</summary>
    Year,
}

namespace Greenprint.Standards.Air;

/// <summary>What a monitoring point stands for (HJ 664). A city is assessed by its urban points alone (HJ 663-2026 table A.2).</summary>
public enum PointKind
{
    /// <summary>城市点: urban assessment point.</summary>
    Urban,

    /// <summary>区域点: regional point.</summary>
    Regional,

    /// <summary>背景点: background point.</summary>
    Background,

    /// <summary>污染监控点: beside a source.</summary>
    PollutionMonitoring,

    /// <summary>路边交通点: beside a road.</summary>
    Traffic,
}

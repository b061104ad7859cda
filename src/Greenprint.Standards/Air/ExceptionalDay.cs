using Greenprint.Quantities;

namespace Greenprint.Standards.Air;

/// <summary>Why a measured day takes no part in an average.</summary>
public enum ExceptionalKind
{
    /// <summary>A certified sand-dust day (受沙尘天气影响, 扣沙): PM2.5 and PM10.</summary>
    SandDust,

    /// <summary>Another exceptional event (例外事件) of HJ 663-2026; its definition and the proof it needs were not seen: UNVERIFIED.</summary>
    Other,
}

/// <summary>A day on which items of a city count as the work of an exceptional event: they leave the averages and the composite index, and stay in the daily index and the good-day ratio.</summary>
/// <remarks>
/// National monthly bulletins say so of sand dust (PM10, PM2.5 and the composite index without it, good-day ratio and heavily polluted days with it). The days are
/// certified by the ministry; this program only keeps to the list that it is given. A day that is left out was measured: it counts among the valid days.
/// </remarks>
/// <param name="Day">The day.</param>
/// <param name="Kind">Kind of event.</param>
/// <param name="Items">What is left out.</param>
/// <param name="Reason">Event and document, for the excluded records.</param>
public sealed record ExceptionalDay(DateOnly Day, ExceptionalKind Kind, IReadOnlyList<MeasuredItem> Items, Bilingual Reason)
{
    /// <summary>A certified sand-dust day.</summary>
    public static ExceptionalDay SandDust(DateOnly day, Bilingual reason) => new(day, ExceptionalKind.SandDust, [MeasuredItems.Pm25, MeasuredItems.Pm10], reason);
}

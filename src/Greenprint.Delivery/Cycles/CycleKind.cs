using Greenprint.Quantities;

namespace Greenprint.Delivery.Cycles;

/// <summary>How often progress is called for.</summary>
internal enum CycleKind
{
    /// <summary>月调度.</summary>
    Monthly,

    /// <summary>季调度.</summary>
    Quarterly,

    /// <summary>年度调度.</summary>
    Yearly,
}

/// <summary>When a cycle opens, is due and locks, in working days counted from its period: rules are data, see <c>docs/settings.md</c>.</summary>
/// <param name="OpensBefore">Working days of the period that lie in the window: 3 opens on the third last working day.</param>
/// <param name="DueAfter">Due on this working day after the period.</param>
/// <param name="LocksAfter">Locks at the end of this working day after the due one.</param>
internal sealed record CycleRule(int OpensBefore, int DueAfter, int LocksAfter);

/// <summary>Words for kinds and periods.</summary>
internal static class CycleWords
{
    public static Bilingual Of(CycleKind kind) => kind switch
    {
        CycleKind.Monthly => ("月调度", "monthly"),
        CycleKind.Quarterly => ("季调度", "quarterly"),
        _ => ("年度调度", "yearly"),
    };

    /// <summary>For example 2026年3月调度.</summary>
    public static Bilingual Title(Period period) => period.Kind switch
    {
        PeriodKind.Month => (FormattableString.Invariant($"{period.Year}年{period.Last.Month}月调度"), FormattableString.Invariant($"Dispatch of {period.Year}-{period.Last.Month:00}")),
        PeriodKind.Quarter => (FormattableString.Invariant($"{period.Year}年第{Chinese(period.Last.Month / 3)}季度调度"), FormattableString.Invariant($"Dispatch of Q{period.Last.Month / 3} {period.Year}")),
        _ => (FormattableString.Invariant($"{period.Year}年年度调度"), FormattableString.Invariant($"Dispatch of the year {period.Year}")),
    };

    private static char Chinese(int quarter) => "一二三四"[quarter - 1];
}

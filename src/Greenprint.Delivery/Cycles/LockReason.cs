using Greenprint.Quantities;

namespace Greenprint.Delivery.Cycles;

/// <summary>Why a report cannot be written now (冻结). Each has its own text and its own next step.</summary>
internal enum LockReason
{
    /// <summary>The window has not opened.</summary>
    NotYetOpen,

    /// <summary>The last day has passed.</summary>
    PastLock,

    /// <summary>The bureau has closed the cycle.</summary>
    CycleClosed,

    /// <summary>The report was approved.</summary>
    Approved,

    /// <summary>The item is suspended.</summary>
    Suspended,
}

/// <summary>A lock with what a person is told.</summary>
/// <param name="Reason">The reason.</param>
/// <param name="Text">Why.</param>
/// <param name="Next">What can be done.</param>
internal sealed record PeriodLock(LockReason Reason, Bilingual Text, Bilingual Next)
{
    public static PeriodLock NotYetOpen(DateOnly opens) => new(
        LockReason.NotYetOpen,
        (FormattableString.Invariant($"填报尚未开始，{opens:yyyy-MM-dd} 起可以填报。"), FormattableString.Invariant($"Reporting has not begun; it opens on {opens:yyyy-MM-dd}.")),
        ("现在可以先签收、准备佐证材料，到期再填。", "Sign for it and collect the proof now; write the report when it opens."));

    public static PeriodLock PastLock(DateOnly locked) => new(
        LockReason.PastLock,
        (FormattableString.Invariant($"本期已于 {locked:yyyy-MM-dd} 终锁定，不再接收报告。"), FormattableString.Invariant($"The period locked at the end of {locked:yyyy-MM-dd}; no report is taken any more.")),
        ("确需补报的，请联系调度单位对本事项单独解锁，并说明原因。", "If it must still be reported, ask the bureau to unlock this item, and say why."));

    public static PeriodLock CycleClosed(DateOnly closed) => new(
        LockReason.CycleClosed,
        (FormattableString.Invariant($"调度单位已于 {closed:yyyy-MM-dd} 结束本期调度。"), FormattableString.Invariant($"The bureau closed this cycle on {closed:yyyy-MM-dd}.")),
        ("请在下一期报告中说明；本期数据有误的，请调度单位重新开放本期。", "Say it in the next report. If this period's figures are wrong, the bureau can open the cycle again."));

    public static PeriodLock Approved(string by) => new(
        LockReason.Approved,
        ($"报告已由{by}审核通过，内容不再改动。", $"The report was approved by {by} and does not change any more."),
        ("发现有误的，请审核人退回后重新填报。", "If something is wrong, ask the reviewer to return it."));

    public static PeriodLock Suspended(DateOnly since) => new(
        LockReason.Suspended,
        (FormattableString.Invariant($"本事项自 {since:yyyy-MM-dd} 起中止，期限暂停计算。"), FormattableString.Invariant($"This item has been suspended since {since:yyyy-MM-dd}; its clock stands still.")),
        ("恢复办理后再填报，无需另行申请。", "Report when it is resumed; nothing needs to be asked for."));
}

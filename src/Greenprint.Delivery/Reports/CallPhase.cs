using Greenprint.Delivery.Dispatch;
using Greenprint.Quantities;

namespace Greenprint.Delivery.Reports;

/// <summary>Where the latest call for a task stands (调度环节): of its items the one that is due last.</summary>
internal enum CallPhase
{
    /// <summary>未调度: nothing was issued.</summary>
    NotCalled,

    /// <summary>待签收.</summary>
    ToSign,

    /// <summary>办理中.</summary>
    InHand,

    /// <summary>待核查: reported, and not checked.</summary>
    ToCheck,

    /// <summary>已核查: the report was approved.</summary>
    Checked,
}

/// <summary>How old the last approved report on a task is that is not done (报告时效).</summary>
internal enum Recency
{
    /// <summary>At most 31 days.</summary>
    Month,

    /// <summary>At most 92 days.</summary>
    Quarter,

    /// <summary>Older.</summary>
    Older,

    /// <summary>There is none.</summary>
    Never,
}

/// <summary>The two as they are computed and said.</summary>
internal static class CallPhases
{
    public static CallPhase Of(DispatchStage? stage) => stage switch
    {
        null or < DispatchStage.Issued => CallPhase.NotCalled,
        DispatchStage.Issued => CallPhase.ToSign,
        < DispatchStage.Reported => CallPhase.InHand,
        DispatchStage.Reported => CallPhase.ToCheck,
        _ => CallPhase.Checked,
    };

    /// <param name="reported">Day of the report; null for none.</param>
    /// <param name="day">The day that is looked at.</param>
    public static Recency Of(DateOnly? reported, DateOnly day) => (day.DayNumber - reported?.DayNumber) switch
    {
        null => Recency.Never,
        <= 31 => Recency.Month,
        <= 92 => Recency.Quarter,
        _ => Recency.Older,
    };

    public static Bilingual Name(CallPhase phase) => phase switch
    {
        CallPhase.NotCalled => ("未调度", "Not called for"),
        CallPhase.ToSign => ("待签收", "To be signed for"),
        CallPhase.InHand => ("办理中", "In hand"),
        CallPhase.ToCheck => ("待核查", "To be checked"),
        _ => ("已核查", "Checked"),
    };

    public static Bilingual Name(Recency recency) => recency switch
    {
        Recency.Month => ("一个月内", "Within a month"),
        Recency.Quarter => ("三个月内", "Within a quarter"),
        Recency.Older => ("三个月以上", "Older"),
        _ => ("从未报告", "Never"),
    };
}

using Greenprint.Delivery.Dispatch;
using Greenprint.Quantities;

namespace Greenprint.Delivery.Reports;

/// <summary>State of the progress report of an item (进展填报).</summary>
internal enum ReportState
{
    /// <summary>草稿：nothing was handed in, or it is being written anew.</summary>
    Draft,

    /// <summary>已报送.</summary>
    Submitted,

    /// <summary>已退回.</summary>
    Returned,

    /// <summary>已通过.</summary>
    Approved,

    /// <summary>已撤回.</summary>
    Withdrawn,
}

/// <summary>States follow from the events of the item; nobody sets them.</summary>
internal static class ReportStates
{
    /// <summary>The state of the report that counts now.</summary>
    public static ReportState Of(DispatchItem item) => item.Stage switch
    {
        DispatchStage.Reported => ReportState.Submitted,
        DispatchStage.Checked or DispatchStage.Closed => ReportState.Approved,
        _ => item.LastReport ?? ReportState.Draft,
    };

    /// <summary>The state of each report that was handed in, the first one first.</summary>
    public static IReadOnlyList<ReportState> OfEach(IEnumerable<DispatchEvent> events)
    {
        List<ReportState> states = [];
        foreach (var e in events)
        {
            if (e.Act == DispatchAct.Report)
            {
                states.Add(ReportState.Submitted);
            }
            else if (states.Count > 0 && After(e.Act) is { } state)
            {
                states[^1] = state;
            }
        }

        return states;
    }

    public static Bilingual Name(ReportState state) => state switch
    {
        ReportState.Submitted => ("已报送", "Submitted"),
        ReportState.Returned => ("已退回", "Returned"),
        ReportState.Approved => ("已通过", "Approved"),
        ReportState.Withdrawn => ("已撤回", "Withdrawn"),
        _ => ("待填报", "To be written"),
    };

    private static ReportState? After(DispatchAct act) => act switch
    {
        DispatchAct.Withdraw => ReportState.Withdrawn,
        DispatchAct.Return => ReportState.Returned,
        DispatchAct.Check => ReportState.Approved,
        _ => null,
    };
}

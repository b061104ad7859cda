using System.Globalization;
using System.Security.Claims;
using Greenprint.Delivery.Cycles;
using Greenprint.Delivery.Dispatch;
using Greenprint.Documents;
using Greenprint.Planning;
using Greenprint.Platform;
using Greenprint.Quantities;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Greenprint.Delivery.Lists;

/// <summary>A cycle and how many of its items stand where; what was ended or went on elsewhere is not counted.</summary>
internal sealed record CycleLine(CycleRow Cycle, int Items, int ToReview, int ToReport, int ToCheck, int Approved)
{
    public Bilingual Title => CycleWords.Title(Cycle.ToPeriod());

    public Bilingual State => Cycle.ClosedAt is null ? ("进行中", "open") : ("已结束", "closed");

    public static CycleLine Of(CycleRow cycle, IEnumerable<(DispatchStage Stage, int Count)> stages)
    {
        var counts = stages.ToLookup(one => one.Stage, one => one.Count);
        int Sum(params DispatchStage[] of) => of.Sum(stage => counts[stage].Sum());
        return new(
            cycle, counts.Sum(one => one.Sum()), Sum(DispatchStage.Registered, DispatchStage.Reviewed), Sum(DispatchStage.Issued, DispatchStage.Signed, DispatchStage.InHand), Sum(DispatchStage.Reported),
            Sum(DispatchStage.Checked, DispatchStage.Closed));
    }
}

/// <summary>The cycles of the plans whose dispatch somebody sees, newest first. The page and its files read this and nothing else: two queries beside those for the plans.</summary>
internal sealed record CycleTable(IReadOnlyList<PlanSummary> Plans, ILookup<string, CycleLine> Lines)
{
    public static async Task<CycleTable> Find(ClaimsPrincipal user, CycleDesk desk, CancellationToken cancellation)
    {
        var plans = await desk.PlansSeenBy(user, cancellation);
        var cycles = await desk.Of([.. plans.Select(plan => plan.Id)], cancellation);
        var counts = await desk.Counts([.. cycles.Select(cycle => cycle.Id)], cancellation);
        return new(plans, cycles.ToLookup(cycle => cycle.Plan, cycle => CycleLine.Of(cycle, counts[cycle.Id]), StringComparer.Ordinal));
    }
}

/// <summary>The same as files, of one plan.</summary>
internal static class CycleTableFile
{
    private static readonly (Bilingual Head, double Width, SheetCellKind Kind)[] Columns =
    [
        (("周期", "Cycle"), 22, SheetCellKind.Text), (("开启", "Opens"), 12, SheetCellKind.Text), (("签收期限", "Sign by"), 12, SheetCellKind.Text), (("报送期限", "Due"), 12, SheetCellKind.Text),
        (("锁定", "Locks"), 12, SheetCellKind.Text), (("事项", "Items"), 9, SheetCellKind.Whole), (("待审核", "To review"), 9, SheetCellKind.Whole), (("待报送", "To report"), 9, SheetCellKind.Whole),
        (("待核查", "To check"), 9, SheetCellKind.Whole), (("已通过", "Approved"), 9, SheetCellKind.Whole), (("状态", "State"), 10, SheetCellKind.Text),
    ];

    public static void MapCycles(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapList("/office/dispatch/cycles", "The cycles of a plan's dispatch and where their items stand", GetCycles, Rights.SeeWork);

    internal static async Task<ListFile?> GetCycles(HttpContext context, CycleDesk desk, IChinaClock clock, CancellationToken cancellation)
    {
        var table = await CycleTable.Find(context.User, desk, cancellation);
        return table.Plans.FirstOrDefault(plan => plan.Id == context.Request.Query["plan"]) is { } plan ? Of(plan, table.Lines[plan.Id], clock.Now) : null;
    }

    public static ListFile Of(PlanSummary plan, IEnumerable<CycleLine> lines, DateTimeOffset made) => new ListFile(
        $"{plan.Id}-cycles",
        ((Bilingual)("调度周期", "Cycles")).Here,
        [.. Columns.Select(column => new SheetColumn(column.Head.Here, column.Width, column.Kind))],
        [
            .. lines.Select(line => (string[])
            [
                line.Title.Here, Times.Day(line.Cycle.Opens), Times.Day(line.Cycle.SignBy), Times.Day(line.Cycle.Due), Times.Day(line.Cycle.Locks),
                .. new[] { line.Items, line.ToReview, line.ToReport, line.ToCheck, line.Approved }.Select(count => count.ToString(CultureInfo.InvariantCulture)), line.State.Here,
            ]),
        ]).Saying(plan, [], null, made);
}

using Greenprint.Delivery.Cycles;
using Greenprint.Delivery.Reports;
using Greenprint.Documents;
using Greenprint.Planning;
using Greenprint.Platform;
using Greenprint.Quantities;
using Greenprint.Ui;
using Greenprint.Ui.AsOf;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Greenprint.Delivery.Lists;

/// <summary>Progress as files: exactly the lines that the page shows.</summary>
internal static class ProgressListFile
{
    private static readonly (Bilingual Head, double Width, SheetCellKind Kind)[] Columns =
    [
        (("所属任务", "Step of"), 36, SheetCellKind.Text), (("编号", "Code"), 12, SheetCellKind.Text), (("任务", "Task"), 40, SheetCellKind.Text), (("牵头单位", "Lead unit"), 22, SheetCellKind.Text),
        (("完成时限", "Due"), 12, SheetCellKind.Text), (("已完成", "Done"), 10, SheetCellKind.Number), (("目标", "Target"), 10, SheetCellKind.Number), (("计量单位", "Unit"), 10, SheetCellKind.Text),
        (("完成率（%）", "Share (%)"), 10, SheetCellKind.Number), (("状态", "State"), 14, SheetCellKind.Text), (("最近报告", "Last report"), 18, SheetCellKind.Text),
    ];

    public static void MapProgress(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapList("/office/dispatch/progress", "The progress of year tasks that the filters of the address show", GetProgress, Rights.SeeWork);

    internal static async Task<ListFile?> GetProgress(HttpContext context, CycleDesk desk, IPlans plans, IYearTasks tasks, IUnits units, GreenprintDb db, IChinaClock clock, CancellationToken cancellation) =>
        await ProgressList.Find(context.User, context.Request.Query, desk, plans, tasks, units, db, clock, cancellation) is { } list ? Of(list, clock.Now) : null;

    public static ListFile Of(ProgressList list, DateTimeOffset made)
    {
        var columns = Columns.Select(column => new SheetColumn(column.Head.Here, column.Width, column.Kind));
        return new ListFile(
            $"{list.Plan.Summary.Id}-progress",
            ((Bilingual)("任务进展", "Progress of the tasks")).Here,
            [.. list.IsPast ? columns.Append(new(SinceThen.Head.Here, 44)) : columns],
            [.. list.Lines.Select(line => list.IsPast ? [.. Cells(list, line.Shown), line.Since(list)] : Cells(list, line.Shown))])
            .Saying(list.Plan.Summary, list.Filter.Words(list.UnitName), list.Filter.AsOf, made);
    }

    private static string[] Cells(ProgressList list, TaskProgress one)
    {
        var content = one.Task.Content;
        return
        [
            list.NameOf(content.Source), one.Task.Code, content.Title.Here, list.UnitName(content.Lead), Times.Day(content.Due), one.Quantity is { } done ? Figures.Exact(done) : "",
            content.Quantity is { } asked ? Figures.Exact(asked) : "", content.Unit ?? "", one.Share is { } share ? Figures.Exact(share) : "", TaskProgress.Name(one.State).Here,
            one.ReportedAt is { } at ? Times.Minute(at) : "",
        ];
    }
}

using System.Globalization;
using Greenprint.Documents;
using Greenprint.Planning.Office;
using Greenprint.Platform;
using Greenprint.Quantities;
using Greenprint.Ui;
using Greenprint.Ui.AsOf;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Greenprint.Planning.YearTasks;

/// <summary>Year tasks as files: exactly the lines that are shown.</summary>
internal static class TaskListFile
{
    private static readonly (Bilingual Head, double Width, SheetCellKind Kind)[] Columns =
    [
        (("编号", "Code"), 12, SheetCellKind.Text), (("年度", "Year"), 8, SheetCellKind.Whole), (("任务内容", "Task"), 40, SheetCellKind.Text), (("地区", "Place"), 14, SheetCellKind.Text),
        (("所属任务", "Step of"), 36, SheetCellKind.Text), (("工作量", "Quantity"), 10, SheetCellKind.Number), (("计量单位", "Unit"), 10, SheetCellKind.Text), (("完成时限", "Due"), 12, SheetCellKind.Text),
        (("牵头单位", "Lead unit"), 22, SheetCellKind.Text), (("责任人", "Accountable person"), 12, SheetCellKind.Text), (("配合单位", "Supporting units"), 30, SheetCellKind.Text),
        (("完成标准", "Counts as done when"), 36, SheetCellKind.Text), (("状态", "State"), 10, SheetCellKind.Text), (("备注", "Remark"), 24, SheetCellKind.Text),
    ];

    public static void MapYearTasks(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapList("/office/plans/{plan}/tasks", "The year tasks that the filters of the address show", GetYearTasks, Rights.SeeWork, SeesThisPlan.Policy);

    internal static async Task<ListFile?> GetYearTasks(string plan, HttpRequest request, YearTaskDesk desk, IChinaClock clock, CancellationToken cancellation) =>
        await desk.List(plan, request.Query, cancellation) is { } list ? Of(list, clock.Now) : null;

    public static ListFile Of(TaskList list, DateTimeOffset made)
    {
        var isPast = list.Filter.AsOf is not null;
        var columns = Columns.Select(column => new SheetColumn(column.Head.Here, column.Width, column.Kind));
        var plan = list.Sheet.Plan.Summary;
        return new ListFile(
            $"{plan.Id}-tasks",
            ((Bilingual)("年度任务", "Year tasks")).Here,
            [.. isPast ? columns.Append(new(SinceThen.Head.Here, 48)) : columns],
            [.. list.Rows.Select(task => isPast ? [.. Cells(list, task), Since(list, task)] : Cells(list, task))])
            .Saying(plan, TaskFilterWords.InFile(list.Filter, list.Sheet), list.Filter.AsOf, made);
    }

    private static string[] Cells(TaskList list, YearTask task)
    {
        var (content, sheet) = (task.Content, list.Sheet);
        return
        [
            task.Code, content.Year.ToString(CultureInfo.InvariantCulture), content.Title.Here, content.Place is { } place ? sheet.PlaceName(place).Here : "", sheet.SourceText(content.Source).Here,
            content.Quantity is { } quantity ? Figures.Exact(quantity) : "", content.Unit ?? "", TaskWords.Day(content.Due), sheet.UnitName(content.Lead).Here, list.PersonOf(task) ?? "",
            string.Join(Bilingual.EnglishHere ? "; " : "、", content.Support.Select(unit => sheet.UnitName(unit).Here)), content.Criterion?.Here ?? "",
            (task.IsCancelled ? (Bilingual)("已取消", "Cancelled") : ("执行中", "In force")).Here, content.Remark ?? "",
        ];
    }

    private static string Since(TaskList list, YearTask task) => list.IsNew(task) ? SinceThen.Added.Here
        : SinceThen.Say(list.Since.GetValueOrDefault(task.Code, []).Select(change => (change.Name, list.Sheet.Say(change.Field, change.Before), (list.After ?? list.Sheet).Say(change.Field, change.After))));
}

using System.Globalization;
using Greenprint.Delivery.Cycles;
using Greenprint.Delivery.Dispatch;
using Greenprint.Documents;
using Greenprint.Planning;
using Greenprint.Platform;
using Greenprint.Quantities;
using Greenprint.Ui.AsOf;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Greenprint.Delivery.Lists;

/// <summary>Items as files: exactly those that the page shows.</summary>
internal static class ItemListFile
{
    private static readonly (Bilingual Head, double Width)[] Columns =
    [
        (("事项", "Item"), 44), (("调度周期", "Cycle"), 20), (("责任单位", "Unit"), 22), (("责任人", "Person"), 12), (("环节", "Stage"), 16), (("期限", "Due"), 12), (("督办灯", "Light"), 12),
        (("期限说明", "About the limit"), 20), (("报送时间", "Reported at"), 18), (("催办次数", "Urged"), 9),
    ];

    public static void MapItemLists(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapList("/office/dispatch/items", "The items of the dispatch that the filters of the address show", GetItems, Rights.SeeWork);
        endpoints.MapList("/office/dispatch/{cycle}/items", "The items of a cycle that the filters of the address show", GetCycleItems, Rights.Dispatch, RunsCycle.Policy);
    }

    internal static async Task<ListFile?> GetItems(HttpContext context, ItemLists lists, IChinaClock clock, CancellationToken cancellation) =>
        await lists.OfPlan(context.User, ItemFilter.Of(context.Request.Query, clock.Today), cancellation) is { } list ? Of(list, "items", ("调度事项", "Items of the dispatch"), clock.Now) : null;

    internal static async Task<ListFile?> GetCycleItems(string cycle, HttpContext context, CycleDesk desk, ItemLists lists, IChinaClock clock, CancellationToken cancellation)
    {
        if (await desk.Find(context.User, cycle, cancellation) is not { } view)
        {
            return null;
        }

        var list = await lists.OfCycle(view, ItemFilter.Of(context.Request.Query, clock.Today), cancellation);
        return Of(list, view.Cycle.Period, CycleWords.Title(view.Cycle.ToPeriod()), clock.Now);
    }

    public static ListFile Of(ItemList list, string name, Bilingual title, DateTimeOffset made)
    {
        var columns = Columns.Select((column, i) => new SheetColumn(column.Head.Here, column.Width, i == Columns.Length - 1 ? SheetCellKind.Whole : SheetCellKind.Text));
        return new ListFile(
            $"{list.Plan.Id}-{name}",
            title.Here,
            [.. list.IsPast ? columns.Append(new(SinceThen.Head.Here, 44)) : columns],
            [.. list.Lines.Select(line => list.IsPast ? [.. Cells(line), line.Since] : Cells(line))])
            .Saying(list.Plan, list.Filter.Chosen(list.UnitName).Select(one => one.Name), list.Filter.AsOf, made);
    }

    private static string[] Cells(ItemLine line)
    {
        var face = line.Shown;
        return
        [
            line.Title.Here, line.Cycle?.Here ?? "", face.Unit, face.Person ?? "", face.Standing, Times.Day(face.Due), ItemWords.Of(face.Light.Light).Here, face.Light.Text.Here,
            face.ReportedAt is { } at ? Times.Minute(at) : "", face.Urged.ToString(CultureInfo.InvariantCulture),
        ];
    }
}

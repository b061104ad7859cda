using Greenprint.Documents;
using Greenprint.Platform;
using Greenprint.Quantities;
using Greenprint.Ui.AsOf;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Greenprint.Planning.Adjusting;

/// <summary>Requests for adjustments as files: exactly those that are shown to whoever asks.</summary>
internal static class AdjustmentListFile
{
    private static readonly Bilingual State = ("状态", "State");
    private static readonly Bilingual Document = ("批准文件", "Document");

    private static readonly (Bilingual Head, double Width)[] Columns =
    [
        (("编号", "Code"), 12), (("对象类别", "Kind"), 12), (("对象", "About"), 36), (("调整前 → 调整后", "Before → after"), 60), (("申请人", "Proposed by"), 12), (("申请日期", "Proposed on"), 12),
        (State, 20), (Document, 24), (("批准日期", "Decided on"), 12),
    ];

    public static void MapAdjustmentList(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapList("/office/plans/{plan}/adjustments", "The requests for adjustments that the filters of the address show", GetAdjustments, SeesAdjustments.Policy);

    internal static async Task<ListFile?> GetAdjustments(string plan, HttpContext context, AdjustmentDesk desk, IChinaClock clock, CancellationToken cancellation) =>
        await desk.List(context.User, plan, AdjustmentFilter.From(context.Request.Query, clock.Today), cancellation) is { } list ? Of(list, clock.Now) : null;

    public static ListFile Of(AdjustmentList list, DateTimeOffset made)
    {
        var isPast = list.Filter.AsOf is not null;
        var columns = Columns.Select(column => new SheetColumn(column.Head.Here, column.Width));
        return new ListFile(
            $"{list.Plan.Id}-adjustments",
            ((Bilingual)("调整申请", "Requests for adjustments")).Here,
            [.. isPast ? columns.Append(new(SinceThen.Head.Here, 40)) : columns],
            [.. list.Shown.Select(one => isPast ? [.. Cells(list, one), Since(list, one)] : Cells(list, one))])
            .Saying(list.Plan, Words(list), list.Filter.AsOf, made);
    }

    private static string[] Cells(AdjustmentList list, Adjustment one) =>
    [
        one.Code, AdjustmentWords.Of(one.Subject.Kind).Here, list.NameOf(one),
        string.Join(Bilingual.EnglishHere ? "; " : "；", list.LinesOf(one).Select(line => $"{line.Name.Here} {line.Was?.Here ?? Changed.Empty} → {line.Now?.Here ?? Changed.Empty}")),
        one.ProposedByName, AsOfDay.Text(AdjustmentList.ProposedOn(one)), list.StandingOf(one), one.Decision?.Document ?? "",
        one.Decision is { Document: not null, Day: { } day } ? AsOfDay.Text(day) : "",
    ];

    private static string Since(AdjustmentList list, Adjustment one) => SinceThen.Say(
        [(State, list.StandingOf(one), list.StandingNow(one)), (Document, one.Decision?.Document, list.Now[one.Code].Decision?.Document)]);

    private static IEnumerable<Bilingual> Words(AdjustmentList list)
    {
        if (list.Filter.Standing is { } standing)
        {
            yield return AdjustmentWords.Of(standing);
        }

        if (list.Filter.Kind is { } kind)
        {
            yield return AdjustmentWords.Of(kind);
        }

        if (list.Filter.Of is { } code)
        {
            yield return new(code);
        }

        if (list.Filter.Unit is { } unit)
        {
            yield return ($"征求意见的单位：{list.Tasks.UnitName(unit).Zh}", $"asked: {list.Tasks.UnitName(unit).En ?? list.Tasks.UnitName(unit).Zh}");
        }
    }
}

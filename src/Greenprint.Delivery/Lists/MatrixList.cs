using System.Globalization;
using System.Security.Claims;
using Greenprint.Delivery.Cycles;
using Greenprint.Documents;
using Greenprint.Planning;
using Greenprint.Platform;
using Greenprint.Quantities;
using Greenprint.Ui.AsOf;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Greenprint.Delivery.Lists;

/// <summary>The matrix of units and months that an address asks for: of a day beside now. The page and its files read this and nothing else.</summary>
internal sealed record MatrixList(PlanSummary Plan, IReadOnlyList<PlanSummary> Plans, YearFilter Filter, UnitMonths Then, UnitMonths Now, IReadOnlyList<(string Id, string Name)> Units)
{
    public bool IsPast => Filter.AsOf is not null;

    /// <summary>The units in sight.</summary>
    public IEnumerable<(string Id, string Name)> Rows => Units.Where(unit => Filter.Unit is null || unit.Id == Filter.Unit);

    /// <summary>Null where the reader sees no such plan.</summary>
    public static async Task<MatrixList?> Find(ClaimsPrincipal user, IQueryCollection query, CycleDesk desk, GreenprintDb db, IUnits units, IChinaClock clock, CancellationToken cancellation)
    {
        var plans = await desk.PlansSeenBy(user, cancellation);
        if (YearFilter.Of(query, plans, clock.Today) is not { } asked)
        {
            return null;
        }

        // A matrix has no tasks that could stand anywhere.
        var filter = asked with { State = null, Phase = null, Recency = null };

        var now = await UnitMonths.Of(db, filter.Plan, filter.Year, clock.Today, cancellation);
        var then = filter.AsOf is { } day ? await UnitMonths.AsOf(db, filter.Plan, filter.Year, day, cancellation) : now;
        var names = await UnitNames.Of(units, filter.AsOf, clock.Today, cancellation);
        return new(
            plans.First(plan => plan.Id == filter.Plan), plans, filter, then, now,
            [.. then.Units.Union(now.Units).Order(StringComparer.Ordinal).Select(unit => (unit, names[unit]))]);
    }

    /// <summary>What a cell says; empty where nothing was due or waits.</summary>
    public static string Cell(UnitMonths matrix, string unit, int month) => !matrix.Cells.TryGetValue((unit, month), out var cell) ? ""
        : cell.Share is { } share ? $"{share.ToString(CultureInfo.InvariantCulture)}（{cell.OnTime.ToString(CultureInfo.InvariantCulture)}/{(cell.OnTime + cell.Late).ToString(CultureInfo.InvariantCulture)}）"
        : ((Bilingual)($"待 {cell.Waiting}", $"w {cell.Waiting}")).Here;

    public static Bilingual MonthName(int month) => ($"{month}月", CultureInfo.InvariantCulture.DateTimeFormat.GetAbbreviatedMonthName(month));
}

/// <summary>The same as files.</summary>
internal static class MatrixListFile
{
    public static void MapMatrix(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapList("/office/dispatch/matrix", "Reports in time by unit and month, as the filters of the address show them", GetMatrix, Rights.SeeWork);

    internal static async Task<ListFile?> GetMatrix(HttpContext context, CycleDesk desk, GreenprintDb db, IUnits units, IChinaClock clock, CancellationToken cancellation) =>
        await MatrixList.Find(context.User, context.Request.Query, desk, db, units, clock, cancellation) is { } list ? Of(list, clock.Now) : null;

    public static ListFile Of(MatrixList list, DateTimeOffset made) => new ListFile(
        $"{list.Plan.Id}-matrix",
        ((Bilingual)("单位报送情况", "Units and months")).Here,
        [
            new(((Bilingual)("单位", "Unit")).Here, 24), .. Enumerable.Range(1, 12).Select(month => new SheetColumn(MatrixList.MonthName(month).Here, 13)),
            .. list.IsPast ? [new SheetColumn(SinceThen.Head.Here, 44)] : Array.Empty<SheetColumn>(),
        ],
        [
            .. list.Rows.Select(unit => (string[])
            [
                unit.Name, .. Enumerable.Range(1, 12).Select(month => MatrixList.Cell(list.Then, unit.Id, month)),
                .. list.IsPast ? [SinceThen.Say(Enumerable.Range(1, 12).Select(month => (MatrixList.MonthName(month), (string?)MatrixList.Cell(list.Then, unit.Id, month), (string?)MatrixList.Cell(list.Now, unit.Id, month))))] : Array.Empty<string>(),
            ]),
        ])
        .Saying(
            list.Plan, list.Filter.Words(id => list.Units.FirstOrDefault(unit => unit.Id == id).Name ?? id).Append(("按期报送率 %（按期/应报），“待”为尚未到期", "percent in time (in time / due); 'w' waits, not due yet")), list.Filter.AsOf, made);
}

using System.Globalization;
using Greenprint.Documents;
using Greenprint.Planning.Office;
using Greenprint.Platform;
using Greenprint.Quantities;
using Greenprint.Ui.AsOf;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Greenprint.Planning.AsOf;

/// <summary>The table of targets as files: exactly the lines that are shown.</summary>
internal static class TargetListFile
{
    private static readonly Bilingual PlanItself = ("规划原文", "the plan itself");

    public static void MapTargetTable(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapList("/office/plans/{plan}/targets", "The targets that the filters of the address show", GetTargets, Rights.SeeWork, SeesThisPlan.Policy);

    internal static async Task<ListFile?> GetTargets(string plan, HttpRequest request, TargetTables tables, IChinaClock clock, CancellationToken cancellation) =>
        await tables.Find(plan, LineFilter.Of(request.Query, clock.Today), cancellation) is { } table ? Of(table, clock.Now) : null;

    public static ListFile Of(TargetTable table, DateTimeOffset made)
    {
        var isPast = table.Filter.AsOf is not null;
        var (plan, years) = (table.Plan.Summary, table.Years);
        return new ListFile(
            $"{plan.Id}-targets",
            ((Bilingual)("目标一览", "Targets")).Here,
            [
                .. new (Bilingual Head, double Width)[] { (("编号", "Code"), 16), (("指标", "Indicator"), 32), (("单位", "Unit"), 10), (("责任单位", "Unit in charge"), 22), (("基准值", "Baseline"), 14) }.Select(one => new SheetColumn(one.Head.Here, one.Width)),
                .. years.Select(year => new SheetColumn(year.ToString(CultureInfo.InvariantCulture), 10, SheetCellKind.Number)),
                new(((Bilingual)("目标值", "Target")).Here, 16), new(((Bilingual)("执行依据", "By")).Here, 30),
                .. isPast ? [new SheetColumn(SinceThen.Head.Here, 48)] : Array.Empty<SheetColumn>(),
            ],
            [
                .. table.Lines.Select(line => (string[])
                [
                    line.Indicator.Code, line.Indicator.Name.Here, line.Indicator.Unit, Lead(line.Indicator, table), TargetLine.Base(line.Indicator) ?? "",
                    .. years.Select(year => TargetLine.Step(line.Then, year) ?? ""), TargetLine.Target(line.Then, plan.End), By(line.Then),
                    .. isPast ? [Since(line, table)] : Array.Empty<string>(),
                ]),
            ]).Saying(plan, table.Filter.Words(table.UnitName), table.Filter.AsOf, made);
    }

    private static string Since(TargetLine line, TargetTable table) => SinceThen.Say(
    [
        (("责任单位", "Unit in charge"), Lead(line.Indicator, table), Lead(line.IndicatorNow, table)), (("基准值", "Baseline"), TargetLine.Base(line.Indicator), TargetLine.Base(line.IndicatorNow)),
        .. table.Years.Select(year => (Ui.Figures.Year(year), TargetLine.Step(line.Then, year), TargetLine.Step(line.Now, year))),
        (("目标值", "Target"), TargetLine.Target(line.Then, table.Plan.Summary.End), TargetLine.Target(line.Now, table.Plan.Summary.End)), (("执行依据", "By"), By(line.Then), By(line.Now)),
    ]);

    private static string Lead(IndicatorView indicator, TargetTable table) => indicator.Lead is { } lead ? table.UnitName(lead).Here : "";

    private static string By(TargetVersion version) => TargetLine.Document(version) ?? PlanItself.Here;
}

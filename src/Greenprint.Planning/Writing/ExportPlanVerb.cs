using System.CommandLine;
using System.Globalization;
using Greenprint.Planning.Reading;
using Greenprint.Planning.Workbooks;
using Greenprint.Platform;
using Greenprint.Quantities;
using Microsoft.Extensions.DependencyInjection;

namespace Greenprint.Planning.Writing;

/// <summary><c>greenprint plan export ID --output FILE</c>: a stored plan as a Word file, or as a workbook where the name ends in .xlsx. Exit 0: written. 1: refused, and an older file is as it was.</summary>
internal static class ExportPlanVerb
{
    internal static Command Command(IVerbHost host)
    {
        var id = new Argument<string>("id") { Description = Say("规划编号，例如 lanwan-15。", "Id of the plan, for example lanwan-15.") };
        var to = new Option<string>("--output") { Description = Say("写入的文件：.xlsx 是工作簿，其他为 Word 文件。", "The file to write: a workbook where it ends in .xlsx, else a Word file."), HelpName = "FILE", Required = true };
        var asOf = new Option<DateOnly?>("--as-of") { Description = Say("按这一天有效的内容：目标、任务、责任单位等；默认今天。", "As it was in force on this day: targets, tasks, units in charge; today where not given."), HelpName = "DATE" };
        var what = Say(
            "把规划按公文版式写成 Word 文件（正文、指标表、任务分工表、项目表），或写成可以改后读回的工作簿。示例：greenprint plan export lanwan-15 --output plan.docx --data D",
            "Write a plan as a Word file in the layout of government documents (text, indicators, duties, projects), or as a workbook that can be edited and brought back. Example: greenprint plan export lanwan-15 --output plan.docx --data D");
        var command = new Command("export", what) { id, to, asOf };
        command.SetAction((parsed, cancellation) => host.WithStore(
            parsed, StoreUse.Read, (context, stop) => Run(context, parsed.GetRequiredValue(id), parsed.GetRequiredValue(to), parsed.GetValue(asOf), stop), cancellation));
        return command;
    }

    internal static async Task<int> Run(VerbContext context, string id, string file, DateOnly? asOf, CancellationToken cancellation)
    {
        var plans = context.Services.GetRequiredService<IPlans>();
        if (await (asOf is { } day ? plans.FindAsOf(id, day, cancellation) : plans.Find(id, cancellation)) is not { } plan)
        {
            await context.Error.WriteLineAsync(PlanningFindings.NoSuchPlan(id).ToString());
            return 1;
        }

        var isWorkbook = Path.GetExtension(file).Equals(".xlsx", StringComparison.OrdinalIgnoreCase);
        if (isWorkbook && asOf is not null)
        {
            await context.Error.WriteLineAsync(PlanningFindings.BadEntry(("工作簿总是现行的规划，不能与 --as-of 同用。", "A workbook is always the plan of today; leave out --as-of.")).ToString());
            return 1;
        }

        var units = (await context.Services.GetRequiredService<IRegions>().Organizations(region: null, cancellation)).ToDictionary(unit => unit.Id, unit => unit.Name, StringComparer.Ordinal);
        using var workbook = new MemoryStream();
        if (isWorkbook)
        {
            await context.Services.GetRequiredService<PlanWorkbooks>().WriteWhole(id, workbook, cancellation);
        }

        var path = context.PathOf(file);
        try
        {
            OutputFile.Write(path, stream =>
            {
                if (isWorkbook)
                {
                    workbook.Position = 0;
                    workbook.CopyTo(stream);
                }
                else
                {
                    PlanDocuments.WriteWord(plan, units, stream);
                }

                return true;
            });
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            await context.Error.WriteLineAsync(ReadingFindings.CannotWrite(path, fault.Message).ToString());
            return 1;
        }

        await context.Error.WriteLineAsync(Say(
            string.Create(CultureInfo.InvariantCulture, $"已写入 {file}：{plan.Clauses.Count} 条、{plan.Indicators.Count} 项指标。"),
            string.Create(CultureInfo.InvariantCulture, $"Written to {file}: {plan.Clauses.Count} clauses, {plan.Indicators.Count} indicators.")));
        return 0;
    }

    private static string Say(string zh, string en) => new Bilingual(zh, en).Here;
}

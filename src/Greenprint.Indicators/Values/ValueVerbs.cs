using System.CommandLine;
using System.Globalization;
using Greenprint.Platform;
using Greenprint.Quantities;
using Microsoft.Extensions.DependencyInjection;
using static Greenprint.Indicators.IndicatorsModule;

namespace Greenprint.Indicators;

/// <summary><c>greenprint indicator values import FILE</c> and <c>… export</c>.</summary>
internal static class ValueVerbs
{
    private const int LargestSheet = 50 * 1024 * 1024;

    internal static Command Command(IVerbHost host) =>
        new("values", Say("以 CSV 导入、导出填报值和核定值。", "Bring in and hand out reported and issued values as CSV.")) { Import(host), Export(host) };

    private static Command Import(IVerbHost host)
    {
        var file = new Argument<string>("file") { Description = Say($"CSV 文件，列为 {string.Join(",", ValueSheets.Columns)}。", $"A CSV file with the columns {string.Join(",", ValueSheets.Columns)}.") };
        var dryRun = new Option<bool>("--dry-run") { Description = Say("只说明结果，不写入。", "Say what would happen, and write nothing.") };
        var command = new Command("import", Say("写入整张表，有一行不对则都不写入。示例：greenprint indicator values import values.csv --dry-run", "Enter every row of a sheet, or none. Example: greenprint indicator values import values.csv --dry-run")) { file, dryRun };
        command.SetAction((parsed, cancellation) => host.WithStore(
            parsed, parsed.GetValue(dryRun) ? StoreUse.Read : StoreUse.Write,
            (context, stop) => Import(context, parsed.GetRequiredValue(file), parsed.GetValue(dryRun), stop), cancellation));
        return command;
    }

    private static Command Export(IVerbHost host)
    {
        var plan = new Option<string?>("--plan") { Description = Say("只导出这一规划。", "Only this plan."), HelpName = "ID" };
        var computed = new Option<bool>("--with-computed") { Description = Say("同时导出计算值；这些行不能再导入。", "Computed values too; those rows cannot be imported again.") };
        var output = new Option<string?>("--output") { Description = Say("写入文件，而不是标准输出。", "Write to this file instead of standard output."), HelpName = "FILE" };
        var command = new Command("export", Say("以 CSV 导出现有的值。示例：greenprint indicator values export --plan lanwan-15 --output values.csv", "Write the current values as CSV. Example: greenprint indicator values export --plan lanwan-15 --output values.csv")) { plan, computed, output };
        command.SetAction((parsed, cancellation) => host.WithStore(parsed, StoreUse.Read, async (context, stop) =>
        {
            var text = await context.Services.GetRequiredService<ValueSheets>().Export(parsed.GetValue(plan), parsed.GetValue(computed), stop);
            if (parsed.GetValue(output) is { } path)
            {
                // With the mark: without it Chinese spreadsheets take the file for GBK.
                await File.WriteAllTextAsync(context.PathOf(path), text, new System.Text.UTF8Encoding(encoderShouldEmitUTF8Identifier: true), stop);
            }
            else
            {
                await context.Output.WriteAsync(text);
            }

            return 0;
        }, cancellation));
        return command;
    }

    internal static async Task<int> Import(VerbContext context, string file, bool dryRun, CancellationToken cancellation)
    {
        var path = context.PathOf(file);
        var sheet = new FileInfo(path);
        if (!sheet.Exists || sheet.Length > LargestSheet)
        {
            await context.Error.WriteLineAsync(IndicatorsFindings.NotASheet(file, sheet.Exists
                ? ("文件超过 50 MB，不是一张指标值表。", "The file is larger than 50 MB; that is no sheet of values.")
                : ("没有这个文件。", "There is no such file.")).ToString());
            return 1;
        }

        var result = await context.Services.GetRequiredService<ValueSheets>().Import(
            Actor.System("greenprint indicator values import"), Path.GetFileName(path), await File.ReadAllBytesAsync(path, cancellation), null, dryRun, cancellation);
        foreach (var finding in result.Findings.Concat(result.Remarks))
        {
            await context.Error.WriteLineAsync(finding.ToString());
        }

        if (!result.Accepted)
        {
            Bilingual refused = ("未写入任何数据：请改正以上各行后再导入。", "Nothing was written: mend these rows and import again.");
            await context.Error.WriteLineAsync(refused.Here);
        }

        await context.Output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"read {result.Read} stored {(result.Accepted ? result.Stored : 0)} unchanged {result.Unchanged} revised {(result.Accepted ? result.Revised : 0)} rejected {result.Findings.Count}"));
        return result.Accepted ? 0 : 1;
    }
}

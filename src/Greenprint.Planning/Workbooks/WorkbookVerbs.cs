using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Greenprint.Documents;
using Greenprint.Planning.Reading;
using Greenprint.Platform;
using Greenprint.Quantities;
using Microsoft.Extensions.DependencyInjection;

namespace Greenprint.Planning.Workbooks;

/// <summary><c>greenprint plan workbook check|apply FILE --plan ID</c>: what an edited workbook would change, and doing it. Exit 0: as asked. 1: refused, nothing stored.</summary>
internal static class WorkbookVerbs
{
    internal static Command Command(IVerbHost host) => new(
        "workbook", Say("读回改过的规划工作簿；导出用 plan export。", "Bring back an edited plan workbook; plan export writes it."))
    {
        Check(host), Apply(host), Read(), Mark(),
    };

    private static Command Check(IVerbHost host)
    {
        var (file, plan) = (File(), Plan());
        var command = new Command("check", Say(
            "说明工作簿会改什么、哪些单元格有误，不写入。示例：greenprint plan workbook check plan.xlsx --plan lanwan-15 --data D",
            "Say what a workbook would change and which cells are wrong; nothing is stored. Example: greenprint plan workbook check plan.xlsx --plan lanwan-15 --data D")) { file, plan };
        command.SetAction((parsed, cancellation) => host.WithStore(
            parsed, StoreUse.Read, (context, stop) => Run(context, parsed.GetRequiredValue(file), parsed.GetRequiredValue(plan), apply: false, stop), cancellation));
        return command;
    }

    private static Command Apply(IVerbHost host)
    {
        var (file, plan) = (File(), Plan());
        var command = new Command("apply", Say(
            "把工作簿中的修改写入规划；有一处有误就全部不写。示例：greenprint plan workbook apply plan.xlsx --plan lanwan-15 --data D",
            "Take the changes of a workbook over: all, or none where one cell is wrong. Example: greenprint plan workbook apply plan.xlsx --plan lanwan-15 --data D")) { file, plan };
        command.SetAction((parsed, cancellation) => host.WithStore(
            parsed, StoreUse.Write, (context, stop) => Run(context, parsed.GetRequiredValue(file), parsed.GetRequiredValue(plan), apply: true, stop), cancellation));
        return command;
    }

    // For this program as its own child: it touches no store and no network.
    private static Command Read()
    {
        var file = File();
        var command = new Command("read", Say(
            "以 JSON 输出工作簿的单元格。示例：greenprint plan workbook read plan.xlsx", "Print the cells of a workbook as JSON. Example: greenprint plan workbook read plan.xlsx")) { file };
        command.SetAction(parsed =>
        {
            var (path, streams) = (parsed.GetRequiredValue(file), parsed.InvocationConfiguration);
            var read = WorkbookReader.ReadFile(path, Path.GetFileName(path));
            if (read.Refusal is { } refusal)
            {
                streams.Error.WriteLine(refusal);
                streams.Output.WriteLine(RefusalJson.Write(refusal));
                return 1;
            }

            streams.Output.WriteLine(JsonSerializer.Serialize(read.Workbook, PlanPackJson.Compact));
            return 0;
        });
        return command;
    }

    // For this program as its own child, as above.
    private static Command Mark()
    {
        var (file, notes, to) = (File(), new Argument<string>("notes") { Description = Say("说明（JSON）。", "The notes (JSON).") }, new Argument<string>("to") { Description = Say("写到哪个文件。", "The file to write.") });
        var command = new Command("mark", Say(
            "把核对结果写在工作簿各行的后面。示例：greenprint plan workbook mark plan.xlsx notes.json marked.xlsx",
            "Write what is to be mended beside the rows of a workbook. Example: greenprint plan workbook mark plan.xlsx notes.json marked.xlsx")) { file, notes, to };
        command.SetAction(parsed =>
        {
            var (path, streams) = (parsed.GetRequiredValue(file), parsed.InvocationConfiguration);
            var said = JsonSerializer.Deserialize<SheetNotes>(System.IO.File.ReadAllText(parsed.GetRequiredValue(notes)), PlanPackJson.Compact)!;

            // Read first: what the reader refuses is not opened for writing.
            var refusal = WorkbookReader.ReadFile(path, Path.GetFileName(path)).Refusal;
            if (refusal is null)
            {
                System.IO.File.Copy(path, parsed.GetRequiredValue(to), overwrite: true);
                refusal = WorkbookMarker.Mark(parsed.GetRequiredValue(to), Path.GetFileName(path), said);
            }

            if (refusal is not null)
            {
                streams.Error.WriteLine(refusal);
                streams.Output.WriteLine(RefusalJson.Write(refusal));
            }

            return refusal is null ? 0 : 1;
        });
        return command;
    }

    internal static async Task<int> Run(VerbContext context, string file, string plan, bool apply, CancellationToken cancellation)
    {
        var name = Path.GetFileName(file);
        var read = await context.Services.GetRequiredService<ReadWorkbookFile>()(context.PathOf(file), name, cancellation);
        if (read.Workbook is not { } book)
        {
            await context.Error.WriteLineAsync(read.Refusal!.ToString());
            return 1;
        }

        var workbooks = context.Services.GetRequiredService<PlanWorkbooks>();
        var check = await workbooks.Check(plan, book, name, cancellation);
        var isApplied = apply && check.CanApply;
        if (isApplied)
        {
            check = await context.Services.GetRequiredService<IChanges>().Apply(
                Actor.System("greenprint plan workbook"), change => workbooks.Apply(change, plan, check.Edits, cancellation), cancellation);
        }

        foreach (var finding in check.Remarks.Concat(check.Faults))
        {
            await context.Error.WriteLineAsync(finding.ToString());
        }

        foreach (var change in check.Changes)
        {
            await context.Output.WriteLineAsync(Line(change));
        }

        if (check.Faults.Count > 0)
        {
            await context.Error.WriteLineAsync(Say("未写入任何内容。", "Nothing was stored."));
            return 1;
        }

        var (added, changed, removed) = (Count(check, WorkbookChangeKind.Added), Count(check, WorkbookChangeKind.Changed), Count(check, WorkbookChangeKind.Removed));
        await context.Output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"added {added} changed {changed} removed {removed} {(isApplied ? "applied" : "checked")}"));
        return 0;
    }

    private static int Count(WorkbookCheck check, WorkbookChangeKind kind) => check.Changes.Count(change => change.Kind == kind);

    private static string Line(WorkbookChange change) => change.Kind switch
    {
        WorkbookChangeKind.Added => $"{change.Place}: + {change.Title} {change.After}",
        WorkbookChangeKind.Removed => $"{change.Place}: - {change.Title}",
        _ => $"{change.Place}: {change.Title} {change.Column!.Here}: {OneLine(change.Before)} → {OneLine(change.After)}",
    };

    private static string OneLine(string text) => text.Length == 0 ? "∅" : text.ReplaceLineEndings(" ");

    private static Argument<string> File() => new("file") { Description = Say("改过的工作簿（.xlsx）。", "The edited workbook (.xlsx).") };

    private static Option<string> Plan() => new("--plan") { Description = Say("规划编号。", "Id of the plan."), HelpName = "ID", Required = true };

    private static string Say(string zh, string en) => new Bilingual(zh, en).Here;
}

using System.CommandLine;
using System.Globalization;
using System.Text;
using Greenprint.Planning.Library;
using Greenprint.Planning.Reading;
using Greenprint.PlanText;
using Greenprint.Platform;
using Greenprint.Quantities;
using Microsoft.Extensions.DependencyInjection;

namespace Greenprint.Planning.Drafts;

/// <summary>Reads a foreign plan document outside this process.</summary>
internal delegate Task<PlanUploadResult> ReadPlanFile(string path, string name, CancellationToken cancellation);

/// <summary>
/// <c>greenprint plan import FILE</c>: a document becomes a draft that a person confirms; a plan pack (<c>.json</c>) is the operator's own
/// file and goes in as its status says. Exit 0: in the store. 1: refused, and the store is as it was.
/// </summary>
internal static class ImportPlanVerb
{
    private const long LargestPack = 50L * 1024 * 1024;

    internal static Command Command(IVerbHost host)
    {
        var file = new Argument<string>("file") { Description = Say("规划文本（.docx、.pdf、.txt、.md）或规划包（.json）。", "A plan document (.docx, .pdf, .txt, .md) or a plan pack (.json).") };
        var region = new Option<string?>("--region") { Description = Say("行政区划代码；文本没有写明地区时用。", "Division code of the region, where the document does not say it."), HelpName = "CODE" };
        var period = new Option<string?>("--period") { Description = Say("规划期首年和末年；文本没有写明时用。", "First and last year, where the document does not say them."), HelpName = "2021-2025" };
        var versionOf = new Option<string?>("--version-of") { Description = Say("这份文本是哪个规划的新版本。", "The plan of which this document is another version."), HelpName = "PLAN" };
        var library = new Option<bool>("--library") { Description = Say("其他地区的规划，作参考：放入参考规划库，--region 为地区名称。", "A plan of another place, for reference: into the library, --region being the name of the place.") };
        var what = Say(
            "把规划存入数据目录：规划文本存为草稿，由编辑人员确认；规划包按其自身状态存入。示例：greenprint plan import plan.docx --data D",
            "Put a plan into the store: a document as a draft to be confirmed, a plan pack as it says. Example: greenprint plan import plan.docx --data D");
        var command = new Command("import", what) { file, region, period, versionOf, library };
        command.SetAction((parsed, cancellation) => host.WithStore(
            parsed,
            StoreUse.Write,
            (context, stop) => Run(context, parsed.GetRequiredValue(file), parsed.GetValue(region), parsed.GetValue(period), stop, parsed.GetValue(versionOf), parsed.GetValue(library)),
            cancellation));
        return command;
    }

    internal static async Task<int> Run(VerbContext context, string file, string? region, string? period, CancellationToken cancellation, string? versionOf = null, bool library = false)
    {
        var (path, name) = (context.PathOf(file), Path.GetFileName(file));
        PlanPeriod? years = null;
        if (period is not null && !TryPeriod(period, out years))
        {
            await context.Error.WriteLineAsync(PlanningFindings.PeriodUnclear(name).ToString());
            return 1;
        }

        if (!File.Exists(path))
        {
            await context.Error.WriteLineAsync(PlanningFindings.NotADocument(name, ("没有这个文件。", "There is no such file.")).ToString());
            return 1;
        }

        return library ? await ImportReference(context, path, name, new LibraryWishes(region, years), cancellation)
            : Path.GetExtension(name).Equals(".json", StringComparison.OrdinalIgnoreCase) ? await ImportPack(context, path, name, cancellation)
            : await ImportDocument(context, path, name, new DraftWishes(region, years, versionOf), cancellation);
    }

    internal static bool TryPeriod(string text, out PlanPeriod? period)
    {
        period = text.Split('-', '—', '–') is [var from, var to]
            && int.TryParse(from, NumberStyles.None, CultureInfo.InvariantCulture, out var start)
            && int.TryParse(to, NumberStyles.None, CultureInfo.InvariantCulture, out var end)
            && start <= end
            ? new PlanPeriod(start, end)
            : null;
        return period is not null;
    }

    private static async Task<int> ImportPack(VerbContext context, string path, string name, CancellationToken cancellation)
    {
        if (new FileInfo(path).Length > LargestPack)
        {
            await context.Error.WriteLineAsync(PlanningFindings.NotADocument(name, ("规划包超过 50 MB。", "The plan pack is larger than 50 MB.")).ToString());
            return 1;
        }

        var (pack, fault) = PlanPackJson.Read(await File.ReadAllTextAsync(path, Encoding.UTF8, cancellation), name);
        if (pack is null)
        {
            await context.Error.WriteLineAsync(fault!.ToString());
            return 1;
        }

        var packs = context.Services.GetRequiredService<IPlanPacks>();
        return await Tell(context, await Apply(context, change => packs.Import(change, pack, cancellation), cancellation), pack.Status);
    }

    private static async Task<int> ImportDocument(VerbContext context, string path, string name, DraftWishes wishes, CancellationToken cancellation)
    {
        if (await Read(context, path, name, cancellation) is not { } reading)
        {
            return 1;
        }

        var drafts = context.Services.GetRequiredService<DraftImport>();
        return await Tell(context, await Apply(context, change => drafts.Import(change, reading, wishes, cancellation, file: path), cancellation), PlanStatus.Draft);
    }

    private static async Task<int> ImportReference(VerbContext context, string path, string name, LibraryWishes wishes, CancellationToken cancellation)
    {
        if (await Read(context, path, name, cancellation) is not { } reading)
        {
            return 1;
        }

        var done = await Apply(context, change => LibraryShelf.Add(change, reading, wishes, cancellation), cancellation);
        if (done.Refusal is { } refusal)
        {
            await context.Error.WriteLineAsync(refusal.ToString());
            await context.Error.WriteLineAsync(Say("未写入任何内容。", "Nothing was written."));
            return 1;
        }

        await context.Output.WriteLineAsync($"{done.Id} library {(done.IsNew ? "stored" : "unchanged")}");
        return 0;
    }

    private static async Task<PlanReading?> Read(VerbContext context, string path, string name, CancellationToken cancellation)
    {
        var read = await context.Services.GetRequiredService<ReadPlanFile>()(path, name, cancellation);
        if (read.Reading is not { } reading)
        {
            await context.Error.WriteLineAsync(read.Refusal!.ToString());
            return null;
        }

        foreach (var warning in reading.Warnings)
        {
            await context.Error.WriteLineAsync(new Finding(warning.Finding, warning.Said(), new FindingPlace(name, warning.Line)).ToString());
        }

        return reading;
    }

    private static string Say(string zh, string en) => new Bilingual(zh, en).Here;

    private static Task<T> Apply<T>(VerbContext context, Func<Change, Task<T>> work, CancellationToken cancellation) =>
        context.Services.GetRequiredService<IChanges>().Apply(Actor.System("greenprint plan import"), work, cancellation);

    private static async Task<int> Tell(VerbContext context, PlanImport done, PlanStatus status)
    {
        foreach (var finding in done.Findings)
        {
            await context.Error.WriteLineAsync(finding.ToString());
        }

        if (done.Outcome == PlanImportOutcome.Refused)
        {
            await context.Error.WriteLineAsync(((Bilingual)("未写入任何内容。", "Nothing was written.")).Here);
            return 1;
        }

        if (status == PlanStatus.Draft && done.Outcome is not (PlanImportOutcome.Unchanged or PlanImportOutcome.Compared))
        {
            Bilingual next = ($"已存为草稿，请编辑人员在 /office/plans/{done.Plan} 核对并确认。", $"Stored as a draft: an editor checks and confirms it at /office/plans/{done.Plan}.");
            await context.Error.WriteLineAsync(next.Here);
        }

        await context.Output.WriteLineAsync($"{done.Plan} {(status == PlanStatus.Draft && done.Outcome != PlanImportOutcome.Compared ? "draft" : "plan")} {Word(done.Outcome)}");
        return 0;
    }

    private static string Word(PlanImportOutcome outcome) => outcome == PlanImportOutcome.NextVersion ? "next-version" : outcome.ToString().ToLowerInvariant();
}

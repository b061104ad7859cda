using System.CommandLine;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Greenprint.Platform;
using Greenprint.Quantities;
using Microsoft.Extensions.DependencyInjection;

namespace Greenprint.Monitoring;

/// <summary><c>greenprint observe import FILE…</c>: the last line is <c>read N stored N unchanged N revised N rejected N</c>.</summary>
internal static class ImportVerb
{
    private const int Shown = 20;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
    };

    internal static Command Command(IVerbHost host)
    {
        var files = new Argument<string[]>("FILE") { Description = "CSV files.", Arity = ArgumentArity.OneOrMore };
        var format = new Option<string>("--format") { Description = $"auto (by the header) or one of {ImportFormats.Names}.", DefaultValueFactory = _ => "auto", HelpName = "NAME" };
        var year = new Option<int?>("--year") { Description = "The year of times that have none.", HelpName = "Y" };
        var city = new Option<string?>("--city") { Description = "The city of the stations, where the file names none (default: the file's name).", HelpName = "NAME" };
        var dryRun = new Option<bool>("--dry-run") { Description = "Say what would happen, and store nothing." };
        var json = new Option<bool>("--json") { Description = "Answer in JSON, with every rejected row." };
        var command = new Command("import", "Store measurements; doing it twice changes nothing. Example: greenprint observe import air/*.csv water/*.csv --year 2021")
        {
            files, format, year, city, dryRun, json,
        };
        command.SetAction((parsed, cancellation) => host.WithStore(
            parsed,
            StoreUse.Write,
            (context, stop) => Run(
                context,
                new ImportOrder(
                    Actor.System("greenprint observe import"),
                    [.. parsed.GetRequiredValue(files).Select(name => FileOf(context.PathOf(name)))],
                    parsed.GetValue(format), parsed.GetValue(year), parsed.GetValue(city), parsed.GetValue(dryRun)),
                parsed.GetValue(json),
                stop),
            cancellation));
        return command;
    }

    internal static async Task<int> Run(VerbContext context, ImportOrder order, bool json, CancellationToken cancellation)
    {
        var progress = context.ShowProgress ? new TerminalProgress(context.Error) : null;
        var report = await context.Services.GetRequiredService<IObservationImport>().Import(order, progress, cancellation);
        progress?.Clear();
        await Say(context.Error, report);
        if (json)
        {
            await context.Output.WriteLineAsync(JsonSerializer.Serialize(ImportAnswer.Of(report), Json));
        }
        else if (!report.IsRefused)
        {
            await context.Output.WriteLineAsync(LastLine(report.Counts));
        }

        return report.IsRefused ? 1 : 0;
    }

    internal static string LastLine(ImportCounts counts) => string.Create(
        CultureInfo.InvariantCulture,
        $"read {counts.Read} stored {counts.Stored} unchanged {counts.Unchanged} revised {counts.Revised} rejected {counts.Rejected}");

    private static ImportFile FileOf(string path) => new(Path.GetFileName(path), () => new FileStream(
        path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1 << 16, FileOptions.SequentialScan));

    private static async Task Say(TextWriter error, ImportReport report)
    {
        foreach (var refusal in report.Refusals)
        {
            await error.WriteLineAsync(refusal.ToString());
        }

        if (report.IsRefused)
        {
            Bilingual refused = ("未导入任何数据，数据库保持原样。", "Nothing was imported; the store is as it was.");
            await error.WriteLineAsync(refused.Here);
            return;
        }

        await Say(error, report.Rejections, report.Counts.Rejected);
        await Say(error, report.Remarks, report.Remarks.Count);
        Bilingual summary = (
            $"{report.Files.Count} 个文件，{report.Counts.Rows} 行；空值 {report.Counts.Missing} 个；新增临时点位 {report.NewStations.Count} 个。",
            $"{report.Files.Count} files, {report.Counts.Rows} rows; {report.Counts.Missing} empty cells; {report.NewStations.Count} new provisional stations.");
        await error.WriteLineAsync(summary.Here);
        if (report.DryRun)
        {
            Bilingual dry = ("试运行：未写入任何数据。", "Dry run: nothing was stored.");
            await error.WriteLineAsync(dry.Here);
        }
    }

    private static async Task Say(TextWriter error, IReadOnlyList<Finding> findings, long all)
    {
        foreach (var finding in findings.Take(Shown))
        {
            await error.WriteLineAsync(finding.ToString());
        }

        if (all > Shown)
        {
            Bilingual more = ($"……另有 {all - Shown} 条未列出；--json 可列出全部。", $"… and {all - Shown} more; --json lists them.");
            await error.WriteLineAsync(more.Here);
        }
    }

    /// <summary>One line that is written over.</summary>
    private sealed class TerminalProgress(TextWriter error) : IProgress<ImportProgress>
    {
        private int longest;

        public void Report(ImportProgress value)
        {
            Bilingual doing = value.Storing ? ("写入", "storing") : ("检查", "reading");
            Bilingual rows = ("行", "rows");
            var line = string.Create(CultureInfo.InvariantCulture, $"{doing.Here} {value.File}: {value.Rows:N0} {rows.Here}");
            longest = Math.Max(longest, line.Length);
            error.Write("\r" + line.PadRight(longest));
            error.Flush();
        }

        public void Clear()
        {
            if (longest > 0)
            {
                error.Write("\r" + new string(' ', longest * 2) + "\r");
            }
        }
    }
}

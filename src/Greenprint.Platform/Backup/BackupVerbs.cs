using System.CommandLine;
using System.Globalization;
using Greenprint.Quantities;
using Microsoft.Extensions.DependencyInjection;

namespace Greenprint.Platform;

/// <summary><c>greenprint backup FILE</c> beside a running server, and <c>greenprint restore FILE --data DIR</c>.</summary>
internal static class BackupVerbs
{
    public static Command Backup(IVerbHost host)
    {
        Bilingual what = (
            "把整个数据目录备份为一个文件，服务可继续运行。示例：greenprint backup 2026-03-01.greenprint --data D",
            "Back up the whole store into one file; the server may go on. Example: greenprint backup 2026-03-01.greenprint --data D");
        var file = File("FILE");
        var command = new Command("backup", what.Here) { file };
        command.SetAction((parsed, cancellation) => host.WithStore(
            parsed,
            StoreUse.Read,
            async (verb, token) =>
            {
                var path = verb.PathOf(parsed.GetRequiredValue(file));
                var manifest = await verb.Services.GetRequiredService<BackupWriter>().Write(path, token);
                await Say(verb, manifest, ($"已备份到 {path}", $"Backed up to {path}"));
                return 0;
            },
            cancellation));
        return command;
    }

    public static Command Restore(IVerbHost host)
    {
        Bilingual what = (
            "把备份恢复到一个空的数据目录，逐表核对。示例：greenprint restore 2026-03-01.greenprint --data NEW",
            "Restore a backup into an empty place and compare every table. Example: greenprint restore 2026-03-01.greenprint --data NEW");
        var file = File("FILE");
        var command = new Command("restore", what.Here) { file };
        command.SetAction((parsed, cancellation) => host.WithStore(
            parsed,
            StoreUse.Bare,
            async (verb, token) =>
            {
                var folder = verb.Services.GetRequiredService<StoreLocation>().Folder;
                var manifest = await verb.Services.GetRequiredService<Restorer>().Restore(verb.PathOf(parsed.GetRequiredValue(file)), token);
                await Say(verb, manifest, ($"已恢复到 {folder}，逐表一致", $"Restored to {folder}; every table is equal"));
                return 0;
            },
            cancellation));
        return command;
    }

    private static Argument<string> File(string name) => new(name) { Description = ((Bilingual)("备份文件。", "The backup file.")).Here };

    private static Task Say(VerbContext verb, BackupManifest manifest, Bilingual done)
    {
        var rows = manifest.Tables.Sum(table => table.Rows).ToString("N0", CultureInfo.InvariantCulture);
        Bilingual counts = (
            $"{done.Zh}：{manifest.Tables.Count} 个表，{rows} 行，{manifest.Parts.Count} 个文件，履历 {manifest.History.Number} 条（{manifest.History.Digest}）。",
            $"{done.En}: {manifest.Tables.Count} tables, {rows} rows, {manifest.Parts.Count} files, history of {manifest.History.Number} entries ({manifest.History.Digest}).");
        return verb.Output.WriteLineAsync(counts.Here);
    }
}

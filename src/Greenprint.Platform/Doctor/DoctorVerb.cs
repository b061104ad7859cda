using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using Greenprint.Quantities;
using Microsoft.Extensions.DependencyInjection;

namespace Greenprint.Platform;

/// <summary><c>greenprint doctor [--json]</c>: is the store sound? Exit 0: no fault. 1: a fault, or no store.</summary>
internal static class DoctorVerb
{
    private static readonly JsonSerializerOptions Json =
        new(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Command Command(IVerbHost host)
    {
        Bilingual what = (
            "检查数据目录：落盘设置、版本、履历链、完整性、磁盘、权限、时钟。示例：greenprint doctor --data D --json",
            "Look at the store: durability, schema, history chain, integrity, disk, permissions, clock. Example: greenprint doctor --data D --json");
        var json = new Option<bool>("--json") { Description = ((Bilingual)("以 JSON 输出。", "Print JSON.")).Here };
        var command = new Command("doctor", what.Here) { json };
        command.SetAction((parsed, cancellation) => host.WithStore(parsed, StoreUse.Bare, (verb, token) => Run(verb, parsed.GetValue(json), token), cancellation));
        return command;
    }

    internal static async Task<int> Run(VerbContext verb, bool json, CancellationToken cancellation)
    {
        var store = verb.Services.GetRequiredService<StoreLocation>();
        if (store.Engine == StoreEngine.Sqlite && !File.Exists(Path.Combine(store.Folder, "work.db")))
        {
            throw new RefusedException(PlatformFindings.NoStore(store.Folder));
        }

        List<(string Name, DoctorVerdict Verdict)> found = [];
        foreach (var index in Enumerable.Range(0, verb.Services.GetServices<IDoctorCheck>().Count()))
        {
            // A scope each: what one check broke does not break the next.
            await using var scope = verb.Services.CreateAsyncScope();
            var check = scope.ServiceProvider.GetServices<IDoctorCheck>().ElementAt(index);
            found.Add((check.Name, await Look(check, cancellation)));
        }

        await (json ? PrintJson(verb, found) : Print(verb, found));
        return found.Exists(one => one.Verdict.Level == DoctorLevel.Fault) ? 1 : 0;
    }

    private static async Task<DoctorVerdict> Look(IDoctorCheck check, CancellationToken cancellation)
    {
        try
        {
            return await check.Look(cancellation);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            return new(DoctorLevel.Fault, Refusals.Of(fault)?.Message ?? new Bilingual(fault.Message, fault.Message));
        }
    }

    private static async Task Print(VerbContext verb, IEnumerable<(string Name, DoctorVerdict Verdict)> found)
    {
        foreach (var (name, verdict) in found)
        {
            await verb.Output.WriteLineAsync($"{Mark(verdict.Level).Here}\t{name}\t{verdict.Text.Here}");
        }
    }

    private static Task PrintJson(VerbContext verb, IReadOnlyList<(string Name, DoctorVerdict Verdict)> found) => verb.Output.WriteLineAsync(JsonSerializer.Serialize(
        new
        {
            Healthy = found.All(one => one.Verdict.Level != DoctorLevel.Fault),
            Checks = found.Select(one => new { one.Name, Level = one.Verdict.Level.ToString(), Message = one.Verdict.Text }),
        },
        Json));

    private static Bilingual Mark(DoctorLevel level) => level switch
    {
        DoctorLevel.Good => ("正常", "good"),
        DoctorLevel.Notice => ("注意", "notice"),
        _ => ("故障", "FAULT"),
    };
}

using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Greenprint.Platform;

internal static class DoctorServices
{
    public static void AddDoctor(this IServiceCollection services)
    {
        services.AddScoped<IDoctorCheck, DurabilityCheck>();
        services.AddScoped<IDoctorCheck, SchemaCheck>();
        services.AddScoped<IDoctorCheck, IntegrityCheck>();
        services.AddScoped<IDoctorCheck, ChainCheck>();
        services.AddScoped<IDoctorCheck, FilesCheck>();
        services.AddScoped<IDoctorCheck, WriterCheck>();
        services.AddScoped<IDoctorCheck, SpaceCheck>();
        services.AddScoped<IDoctorCheck, PermissionCheck>();
        services.AddScoped<IDoctorCheck, ClockCheck>();
        services.AddScoped<IDoctorCheck, AdministratorCheck>();
    }
}

/// <summary>Both databases keep what they acknowledge.</summary>
internal sealed class DurabilityCheck(GreenprintDb db, IReadingsStore readings) : IDoctorCheck
{
    public string Name => "store.durability";

    public async Task<DoctorVerdict> Look(CancellationToken cancellation)
    {
        // Opening reads the settings back and throws where they do not hold.
        await db.Database.OpenConnectionAsync(cancellation);
        await using var connection = await readings.Open(cancellation);
        return new(DoctorLevel.Good, readings.Engine == StoreEngine.Sqlite
            ? ("SQLite：journal_mode=wal，synchronous=FULL。", "SQLite: journal_mode=wal, synchronous=FULL.")
            : ($"PostgreSQL {connection.ServerVersion}：fsync 与 synchronous_commit 有效。", $"PostgreSQL {connection.ServerVersion}: fsync and synchronous_commit hold."));
    }
}

/// <summary>The tables are those of this program, readings included.</summary>
internal sealed class SchemaCheck(StoreSchema schema, IReadingsStore readings) : IDoctorCheck
{
    public string Name => "store.schema";

    public async Task<DoctorVerdict> Look(CancellationToken cancellation)
    {
        var state = await schema.State(cancellation);
        await using var connection = await readings.Open(cancellation);
        var versions = string.Join(", ", (await ReadingsVersions.All(connection, cancellation)).OrderBy(one => one.Key, StringComparer.Ordinal).Select(one => $"{one.Key} {one.Value}"));
        return state switch
        {
            SchemaState.Current => new(DoctorLevel.Good, ($"与程序 {StoreSchema.ProgramVersion} 一致；监测数据表：{versions}。", $"Fits program {StoreSchema.ProgramVersion}; readings: {versions}.")),
            SchemaState.Older => new(DoctorLevel.Notice, ("由较早版本写入，下次启动时自动升级。升级前请先备份。", "Written by an older version; the next start upgrades it. Back up first.")),
            _ => new(DoctorLevel.Fault, ("没有数据表。请运行 greenprint init。", "There are no tables. Run greenprint init.")),
        };
    }
}

/// <summary>The files are sound and no row points at nothing.</summary>
internal sealed class IntegrityCheck(GreenprintDb db, IReadingsStore readings) : IDoctorCheck
{
    public string Name => "store.integrity";

    public async Task<DoctorVerdict> Look(CancellationToken cancellation)
    {
        await db.Database.OpenConnectionAsync(cancellation);
        var work = db.Database.GetDbConnection();
        if (readings.Engine == StoreEngine.PostgreSql)
        {
            var open = await First(work, "SELECT conname FROM pg_constraint k JOIN pg_namespace n ON n.oid = k.connamespace WHERE n.nspname IN ('work', 'readings') AND NOT k.convalidated", cancellation);
            return open is null
                ? new(DoctorLevel.Good, ("所有约束有效。", "Every constraint holds."))
                : new(DoctorLevel.Fault, ($"约束 {open} 未经验证。", $"The constraint {open} was never validated."));
        }

        await using var beside = await readings.Open(cancellation);
        foreach (var (connection, file) in new[] { (work, "work.db"), (beside, "readings.db") })
        {
            if (await First(connection, "PRAGMA quick_check(1)", cancellation) is var said && said != "ok")
            {
                return new(DoctorLevel.Fault, ($"{file} 已损坏：{said}。请用备份恢复。", $"{file} is damaged: {said}. Restore a backup."));
            }
        }

        return await First(work, "SELECT \"table\" || ' ' || coalesce(rowid, '') FROM pragma_foreign_key_check", cancellation) is { } row
            ? new(DoctorLevel.Fault, ($"外键不成立：{row}。", $"A row points at nothing: {row}."))
            : new(DoctorLevel.Good, ("两个数据库文件完好，外键成立。", "Both database files are sound; no row points at nothing."));
    }

    private static async Task<string?> First(System.Data.Common.DbConnection connection, string sql, CancellationToken cancellation)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToString(await command.ExecuteScalarAsync(cancellation), CultureInfo.InvariantCulture) is { Length: > 0 } text ? text : null;
    }
}

/// <summary>Nobody changed the record.</summary>
internal sealed class ChainCheck(GreenprintDb db, IHistory history) : IDoctorCheck
{
    public string Name => "history.chain";

    public async Task<DoctorVerdict> Look(CancellationToken cancellation)
    {
        if (await history.Verify(cancellation) is { } fault)
        {
            return new(DoctorLevel.Fault, ($"履历链断裂：{fault.What.Zh}", $"The chain is broken: {fault.What.En}"));
        }

        var head = await db.Set<HistoryHead>().AsNoTracking().SingleAsync(cancellation);
        return new(DoctorLevel.Good, ($"{head.Number} 条，链完整，末端 {head.Digest}。", $"{head.Number} entries, the chain holds, the end is {head.Digest}."));
    }
}

/// <summary>Somebody can give rights.</summary>
internal sealed class AdministratorCheck(GreenprintDb db) : IDoctorCheck
{
    public string Name => "people.administrator";

    public async Task<DoctorVerdict> Look(CancellationToken cancellation) => await People.HasAdministrator(db, cancellation)
        ? new(DoctorLevel.Good, ("已有系统管理员。", "There is an administrator."))
        : new(DoctorLevel.Notice, ("还没有系统管理员。运行 greenprint people link 获取一次性链接。", "There is no administrator yet. Run greenprint people link for a one-time link."));
}

using System.Globalization;
using Greenprint.Quantities;

namespace Greenprint.Platform;

/// <summary>Every finding the platform can raise; each is explained in <c>docs/findings.md</c>.</summary>
public static class PlatformFindings
{
    /// <summary>The engine would acknowledge what is not on the disk.</summary>
    public static Finding NotDurable(StoreEngine engine, string first, string second) => new("PLF-001", engine == StoreEngine.Sqlite
        ? ($"数据库未按要求落盘（journal_mode={first}，synchronous={second}），拒绝写入。应为 wal 和 2（FULL）。",
           $"The database would acknowledge what is not on the disk (journal_mode={first}, synchronous={second}); nothing is written. It must be wal and 2 (FULL).")
        : ($"PostgreSQL 未按要求落盘（fsync={first}，synchronous_commit={second}），拒绝写入。两项均应为 on。",
           $"PostgreSQL would acknowledge what is not on the disk (fsync={first}, synchronous_commit={second}); nothing is written. Both must be on."));

    /// <summary>No space is left.</summary>
    public static Finding DiskFull() => new("PLF-002", (
        "磁盘已满，本次操作没有写入，数据与之前相同。请腾出空间后重试。",
        "The disk is full. Nothing of this was written; the store is as it was. Make room and try again."));

    /// <summary>Another writer kept the store for too long.</summary>
    public static Finding StoreBusy() => new("PLF-003", (
        "数据库正被占用，等待超时，本次操作没有写入。请稍后重试。",
        "The database was busy for too long. Nothing of this was written; try again later."));

    /// <summary>The store cannot be written.</summary>
    public static Finding StoreReadOnly() => new("PLF-004", (
        "数据库文件只读，无法写入。请检查数据目录的权限与文件系统。",
        "The database file is read-only. Look at the permissions of the store's folder and its file system."));

    /// <summary>The database file is damaged.</summary>
    public static Finding StoreDamaged() => new("PLF-005", (
        "数据库文件已损坏或不是数据库。请运行 greenprint doctor，并用最近的备份恢复（greenprint restore）。",
        "The database file is damaged or is no database. Run greenprint doctor, and restore the last backup (greenprint restore)."));

    /// <summary>PostgreSQL cannot be reached or refuses the connection.</summary>
    public static Finding NoDatabase(string reason) => new("PLF-006", (
        $"无法连接 PostgreSQL：{reason}。请检查 GREENPRINT_DATABASE 或 --database-file 中的连接信息，以及数据库是否在运行。",
        $"PostgreSQL cannot be reached: {reason}. Look at the connection in GREENPRINT_DATABASE or --database-file, and whether the server runs."));

    /// <summary>Somebody else writes this store.</summary>
    public static Finding StoreHeld(string folder, StoreHolder holder)
    {
        var since = ChinaTime.WallClock(holder.Since).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
        var at = holder.Url is null ? "" : $"，{holder.Url}";
        return new("PLF-007", (
            $"数据目录 {folder} 正由 {holder.What} 写入（进程 {holder.ProcessId}，主机 {holder.Host}{at}，自 {since}）。请等它结束或将其停止。",
            $"The store {folder} is being written by {holder.What} (process {holder.ProcessId} on {holder.Host}{(holder.Url is null ? "" : ", " + holder.Url)}, since {since}). Wait for it, or stop it."));
    }

    /// <summary>There is nothing to read.</summary>
    public static Finding NoStore(string folder) => new("PLF-008", (
        $"{folder} 中没有数据。请先运行 greenprint init --data {folder}，或用 --data 指定另一目录。",
        $"There is no store in {folder}. Run greenprint init --data {folder} first, or name another folder by --data."));

    /// <summary>The store was written by a newer program.</summary>
    public static Finding StoreTooNew(string what) => new("PLF-009", (
        $"该数据由更新版本的程序写入（{what}），本程序（{StoreSchema.ProgramVersion}）不能使用。请升级程序。",
        $"This store was written by a newer program ({what}); this one ({StoreSchema.ProgramVersion}) cannot use it. Upgrade the program."));

    /// <summary>A reader met a store that has to be upgraded first, while somebody else writes it.</summary>
    public static Finding UpgradeWaits(string folder) => new("PLF-010", (
        $"数据目录 {folder} 需要先升级，但正被其他进程写入。请停止该进程后重试。",
        $"The store {folder} has to be upgraded first, but another process is writing it. Stop that process and try again."));

    /// <summary>A file with a secret that others can read.</summary>
    public static Finding SecretReadableByOthers(string path) => new("PLF-011", (
        $"{path} 可被其他用户读取。请执行 chmod 600 {path}。",
        $"{path} can be read by other users. Run chmod 600 {path}."));

    /// <summary>A file that cannot be read.</summary>
    public static Finding CannotRead(string path, string reason) => new("PLF-012", ($"无法读取 {path}：{reason}", $"{path} cannot be read: {reason}"));

    /// <summary>The running server is another version.</summary>
    public static Finding OtherVersionServes(string version) => new("PLF-013", (
        $"正在运行的服务是版本 {version}，本命令是版本 {StoreSchema.ProgramVersion}。请重新启动服务后重试。",
        $"The running server is version {version}, this command is version {StoreSchema.ProgramVersion}. Restart the server and try again."));

    /// <summary>The connection to the running server broke in the middle.</summary>
    public static Finding ServerGone() => new("PLF-014", (
        "正在运行的服务中断了连接，无法确认结果。请重新执行；已完成的部分不会重复写入。",
        "The running server broke the connection; the result is not known. Run the command again: what was done is not done twice."));

    /// <summary>A connection string that is none.</summary>
    public static Finding BadConnectionString(string source) => new("PLF-015", (
        $"{source} 中的连接字符串无法识别。示例：Host=…;Database=greenprint;Username=…;Password=…",
        $"The connection string in {source} cannot be understood. Example: Host=…;Database=greenprint;Username=…;Password=…"));
}

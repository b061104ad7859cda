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
}

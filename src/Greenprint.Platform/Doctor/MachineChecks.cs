using System.Globalization;
using Greenprint.Quantities;
using Microsoft.EntityFrameworkCore;

namespace Greenprint.Platform;

/// <summary>Who writes the store now.</summary>
internal sealed class WriterCheck(StoreLocation store, TimeProvider time) : IDoctorCheck
{
    public string Name => "store.writer";

    public Task<DoctorVerdict> Look(CancellationToken cancellation)
    {
        if (store.Engine == StoreEngine.PostgreSql)
        {
            return Task.FromResult(new DoctorVerdict(DoctorLevel.Good, ("PostgreSQL 允许多个写入者。", "PostgreSQL takes several writers.")));
        }

        var left = StoreHold.HolderOf(store);
        using var hold = StoreHold.TryTake(store, "greenprint doctor", time);
        if (hold is null && left is not null)
        {
            var at = left.Url is null ? "" : $", {left.Url}";
            return Task.FromResult(new DoctorVerdict(
                DoctorLevel.Good, ($"正由 {left.What} 写入（进程 {left.ProcessId}{at}）。", $"{left.What} writes it (process {left.ProcessId}{at}).")));
        }

        return Task.FromResult(hold is null
            ? new DoctorVerdict(DoctorLevel.Notice, ("正被一个未知进程写入。", "An unknown process is writing it."))
            : left is null
                ? new(DoctorLevel.Good, ("当前没有写入者。", "Nobody is writing it."))
                : new(DoctorLevel.Notice, ($"{left.What}（进程 {left.ProcessId}）没有正常结束；数据由数据库日志保证完整。", $"{left.What} (process {left.ProcessId}) did not end properly; the database's log keeps the data whole.")));
    }
}

/// <summary>There is room to write.</summary>
internal sealed class SpaceCheck(StoreLocation store) : IDoctorCheck
{
    private const long Low = 1L << 30;
    private const long None = 100L << 20;

    public string Name => "disk.space";

    public Task<DoctorVerdict> Look(CancellationToken cancellation)
    {
        var free = new DriveInfo(store.Folder).AvailableFreeSpace;
        var text = string.Create(CultureInfo.InvariantCulture, $"{free / (double)(1L << 30):0.0} GiB");
        return Task.FromResult(free switch
        {
            < None => new DoctorVerdict(DoctorLevel.Fault, ($"数据目录所在磁盘仅剩 {text}，写入将失败。请腾出空间。", $"Only {text} are free where the store lies; writing will fail. Make room.")),
            < Low => new(DoctorLevel.Notice, ($"数据目录所在磁盘剩余 {text}。", $"{text} are free where the store lies.")),
            _ => new(DoctorLevel.Good, ($"剩余 {text}。", $"{text} are free.")),
        });
    }
}

/// <summary>Others cannot read keys and data.</summary>
internal sealed class PermissionCheck(StoreLocation store) : IDoctorCheck
{
    public string Name => "files.permissions";

    public Task<DoctorVerdict> Look(CancellationToken cancellation) => Task.FromResult(OperatingSystem.IsWindows()
        ? new DoctorVerdict(DoctorLevel.Good, ("由系统的访问控制列表决定。", "The system's access lists decide."))
        : Judge());

    [System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
    private DoctorVerdict Judge()
    {
        var closed = (File.GetUnixFileMode(store.Folder) & PrivateFolder.Others) == 0;
        var keys = Path.Combine(store.Folder, "keys");
        var keysClosed = closed || !Directory.Exists(keys) || (File.GetUnixFileMode(keys) & PrivateFolder.Others) == 0;
        if (!keysClosed)
        {
            return new(DoctorLevel.Fault, ($"其他用户可以进入 {keys}。请执行 chmod 700 {keys}。", $"Other users can enter {keys}. Run chmod 700 {keys}."));
        }

        return closed
            ? new(DoctorLevel.Good, ("数据目录只有其所有者可以进入。", "Only the owner can enter the store's folder."))
            : new(DoctorLevel.Notice, ($"其他用户可以进入 {store.Folder}。请执行 chmod 700 {store.Folder}。", $"Other users can enter {store.Folder}. Run chmod 700 {store.Folder}."));
    }
}

/// <summary>The clock is not behind what was recorded.</summary>
internal sealed class ClockCheck(GreenprintDb db, IChinaClock clock) : IDoctorCheck
{
    public string Name => "clock";

    public async Task<DoctorVerdict> Look(CancellationToken cancellation)
    {
        var now = clock.Now;
        var text = ChinaTime.WallClock(now).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
        var last = await db.Set<HistoryEntry>().AsNoTracking().OrderByDescending(entry => entry.Number).Select(entry => entry.At).FirstOrDefaultAsync(cancellation);
        return last > now.AddMinutes(1)
            ? new(DoctorLevel.Notice, (
                $"现在是 {text}（北京时间），早于最后一条履历。请校准时钟，或去掉 --today。",
                $"It is {text} (China standard time), before the last entry of the history. Set the clock, or leave --today out."))
            : new(DoctorLevel.Good, ($"现在是 {text}（北京时间）。", $"It is {text} (China standard time)."));
    }
}

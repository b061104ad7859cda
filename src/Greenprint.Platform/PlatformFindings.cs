using System.Globalization;
using Greenprint.Quantities;
using Microsoft.AspNetCore.Identity;

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

    /// <summary>A known password in a store of real work.</summary>
    public static Finding NotADemoStore() => new("PLF-016", (
        "该数据目录不是演示数据，不能建立口令公开的演示账号。",
        "This store is not the sample county's: no account with a known password is made in it."));

    /// <summary>A one-time link that does not work.</summary>
    public static Finding NoSuchLink() => new("PLF-017", (
        "链接无效：已使用、已过期或已被新链接替代。请向管理员索取新链接；首位管理员可在服务器上运行 greenprint people link。",
        "This link does not work: it was used, has expired or was replaced by a newer one. Ask the administrator for a new one; the first administrator runs greenprint people link on the server."));

    /// <summary>Nobody has that name or id.</summary>
    public static Finding NoSuchPerson() => new("PLF-018", ("没有这个账号。", "There is no such account."));

    /// <summary>Nobody would be left to administer the installation.</summary>
    public static Finding LastAdministrator() => new("PLF-019", (
        "这是最后一位系统管理员，不能撤销。请先授权另一位管理员。",
        "This is the last administrator of the installation; the role stays. Give it to somebody else first."));

    /// <summary>A region that is not this administrator's.</summary>
    public static Finding NotYourRegion() => new("PLF-020", ("该区域不在您的管理范围内。", "That region is not one you administer."));

    /// <summary>A sign-in name or a password that is refused.</summary>
    public static Finding AccountRefused(IdentityError error) => new("PLF-021", error.Code switch
    {
        nameof(IdentityErrorDescriber.DuplicateUserName) => ("登录名已被使用，请换一个。", "The sign-in name is taken; choose another."),
        nameof(IdentityErrorDescriber.InvalidUserName) => ("请填写登录名。", "Enter a sign-in name."),
        nameof(IdentityErrorDescriber.PasswordTooShort) => ("口令太短。", "The password is too short."),
        nameof(IdentityErrorDescriber.PasswordRequiresDigit) or nameof(IdentityErrorDescriber.PasswordRequiresLower) => ("口令须同时含字母和数字。", "The password must hold letters and digits."),
        nameof(IdentityErrorDescriber.PasswordRequiresUniqueChars) => ("口令中不同的字符太少。", "The password has too few different characters."),
        nameof(IdentityErrorDescriber.PasswordMismatch) => ("当前口令不正确。", "The present password is not right."),
        "PasswordHoldsName" => ("口令不能包含登录名。", "The password must not hold the sign-in name."),
        _ => ($"账号未被接受：{error.Description}", $"The account was refused: {error.Description}"),
    });

    /// <summary>An administrator is there already.</summary>
    public static Finding HasAdministrator() => new("PLF-022", (
        "系统已有管理员。忘记口令时请运行 greenprint people link --person 登录名。",
        "There is an administrator already. For a lost password run greenprint people link --person NAME."));

    /// <summary>A backup that is not whole.</summary>
    public static Finding BadBackup(string file, string what) => new("PLF-023", (
        $"{file} 不是完整的备份：{what} 缺失、残缺或被改动。没有恢复任何内容，请改用另一份备份。",
        $"{file} is no whole backup: {what} is missing, cut short or changed. Nothing was restored; take another backup."));

    /// <summary>A backup of the other engine.</summary>
    public static Finding OtherEngine(string engine) => new("PLF-024", (
        $"这份备份来自 {engine}，只能恢复到 {engine}。PostgreSQL 请设置 GREENPRINT_DATABASE 或 --database-file，SQLite 则不要设置。",
        $"This backup is of {engine} and is restored on {engine}. For PostgreSQL set GREENPRINT_DATABASE or --database-file; for SQLite set neither."));

    /// <summary>A store is there already.</summary>
    public static Finding PlaceNotEmpty(string place) => new("PLF-025", (
        $"{place} 不是空的，恢复不会覆盖已有数据。请指定另一个目录或空的数据库。",
        $"{place} is not empty; a restore overwrites nothing. Name another folder, or an empty database."));

    /// <summary>A file that would be overwritten.</summary>
    public static Finding FileExists(string file) => new("PLF-026", ($"{file} 已存在，不会覆盖。请换一个文件名。", $"{file} exists and is not overwritten. Take another name."));

    /// <summary>The file system failed.</summary>
    public static Finding StoreIo(string reason) => new("PLF-027", (
        $"读写数据库文件时出错（{reason}），本次操作没有写入。请检查磁盘空间与文件系统。",
        $"Reading or writing the database file failed ({reason}). Nothing of this was written; look at the disk and its file system."));

    /// <summary>A build from before there were migrations wrote the store.</summary>
    public static Finding StoreBeforeMigrations(string folder) => new("PLF-028", (
        $"{folder} 由尚无升级步骤的早期试用版建立，不能升级，未作改动。请用当时的程序导出数据（greenprint observe export、indicator values export），再用 --data 建立新目录；演示数据直接换一个目录重新生成即可。",
        $"{folder} was made by a trial build from before there were upgrades; it cannot be upgraded, and nothing in it was changed. Export its data with that build (greenprint observe export, indicator values export) and begin a new folder with --data; a sample county is simply made again in another folder."));

    /// <summary>A content that is too large to be kept.</summary>
    public static Finding FileTooLarge(long largest) => new("PLF-029", (
        FormattableString.Invariant($"文件超过 {largest / (1 << 20)} MB，没有保存。"), FormattableString.Invariant($"The file is larger than {largest / (1 << 20)} MB and was not kept.")));

    /// <summary>A kept file that is gone.</summary>
    public static Finding FileMissing(string sha256) => new("PLF-030", (
        $"文件 {sha256} 缺失。请从备份恢复（数据目录的 files），并运行 greenprint doctor。",
        $"The file {sha256} is missing. Restore it from a backup (the folder files of the store), and run greenprint doctor."));

    /// <summary>A kept file whose content is another.</summary>
    public static Finding FileDamaged(string sha256) => new("PLF-031", (
        $"文件 {sha256} 的内容与其摘要不符，可能已损坏。请从备份恢复，并运行 greenprint doctor。",
        $"The file {sha256} does not match its digest and may be damaged. Restore it from a backup, and run greenprint doctor."));

    /// <summary>A unit nobody entered.</summary>
    public static Finding NoSuchUnit(string id) => new("PLF-032", ($"没有单位“{id}”。", $"There is no unit “{id}”."));

    /// <summary>An id that is another unit's.</summary>
    public static Finding UnitTaken(string id) => new("PLF-033", (
        $"单位编号“{id}”已被使用，请换一个。撤销的单位仍占用其编号。", $"The unit id “{id}” is taken; choose another. A closed unit keeps its id."));

    /// <summary>A unit above itself.</summary>
    public static Finding UnitCircle(Bilingual name) => new("PLF-034", (
        $"“{name.Zh}”不能隶属于自己或自己的下级单位。", $"“{name.En ?? name.Zh}” cannot stand below itself or a unit below it."));

    /// <summary>Days that contradict what is entered.</summary>
    public static Finding UnitDays() => new("PLF-035", (
        "日期不合：不得早于单位设立日或上次变更日、晚于单位撤销日；变更不得晚于今天；已结束的不能再次结束；任期止日不得早于起日。",
        "These days contradict what is entered: not before the unit's first day or its last change, not after its last day; a change not after today; what has ended cannot end again; a post ends after it begins."));

    /// <summary>A unit that cannot be closed yet.</summary>
    public static Finding UnitInUse(Bilingual name, IReadOnlyList<Bilingual> left) => new("PLF-036", (
        $"“{name.Zh}”暂不能撤销：{string.Join("；", left.Select(line => line.Zh))}。",
        $"“{name.En ?? name.Zh}” cannot be closed yet: {string.Join("; ", left.Select(line => line.En ?? line.Zh))}."));

    /// <summary>A post nobody holds.</summary>
    public static Finding NoSuchPost() => new("PLF-037", ("没有这项任职。", "There is no such post."));

    /// <summary>A post twice.</summary>
    public static Finding PostHeld(Bilingual title) => new("PLF-038", (
        $"该人员在这段时间已任“{title.Zh}”。", $"The person holds the post “{title.En ?? title.Zh}” in that time already."));

    /// <summary>A role that is not given for one unit.</summary>
    public static Finding RoleHasNoUnit(Role role) => new("PLF-039", (
        $"“{role.Name().Zh}”按区域授予，不限定单位；限定单位的只有填报员和审核员。",
        $"“{role.Name().En}” is given for a region, not for one unit; only reporters and reviewers are."));

    /// <summary>A unit of another region.</summary>
    public static Finding UnitElsewhere(string unit) => new("PLF-040", ($"单位“{unit}”不在所选区域内。", $"The unit “{unit}” does not lie in that region."));

    /// <summary>One person for two of the three administrators' roles.</summary>
    public static Finding ThreeAdministrators(Role held) => new("PLF-041", (
        $"系统管理员、安全管理员、审计管理员须由三人分别担任，不得兼任；该人员已任“{held.Name().Zh}”。",
        $"System, security and audit administrator are three people; this one is “{held.Name().En}” already."));

    /// <summary>A password that another administrator must not replace.</summary>
    public static Finding GuardsThemselves() => new("PLF-042", (
        "安全管理员、审计管理员的口令不能由系统管理员重设。本人遗失口令的，请在服务器上运行 greenprint people link --person 登录名。",
        "The password of a security or audit administrator is not replaced by the system administrator. Where it is lost, run greenprint people link --person NAME on the server."));

    /// <summary>An invitation to nothing.</summary>
    public static Finding NothingGiven() => new("PLF-043", ("请选择角色，或选择单位并填写职务。", "Choose a role, or a unit and a post in it."));

    /// <summary>A hand-over that hands nothing over.</summary>
    public static Finding NothingToHandOver() => new("PLF-044", (
        "没有可交接的事项，或交出人与接收人相同。", "There is nothing to hand over, or giver and receiver are the same."));

    /// <summary>A role above the heads of those who guard below.</summary>
    public static Finding OnlyGuardsHere() => new("PLF-045", (
        "下级区域已任命安全管理员，系统管理员在此只能任命安全管理员和审计管理员；其他角色由安全管理员授予。",
        "A security administrator is named below this region, so the system administrator only names security and audit administrators here; they give the other roles."));

    /// <summary>A role for oneself.</summary>
    public static Finding NotToOneself() => new("PLF-046", (
        "不能给自己授予角色。请由另一位有权授予的人员办理。", "Nobody gives a role to themselves. Somebody else who gives roles does it."));

    /// <summary>Somebody changed the unit while it was being edited.</summary>
    public static Finding UnitChanged(Bilingual name) => new("PLF-047", (
        $"“{name.Zh}”在您打开页面之后已被他人变更，本次没有保存。现有内容列在表单上方，请核对后再保存。",
        $"“{name.En ?? name.Zh}” was changed by somebody else since you opened the page; nothing was saved. What is there now stands above the form: look, and save again."));

    /// <summary>Posts that must not end yet.</summary>
    public static Finding HeldElsewhere(int items) => new("PLF-048", (
        FormattableString.Invariant($"该人员在其他区域还有 {items} 项未办结事项，不能登记离任。请先由该区域的系统管理员办理交接，或不勾选离任。"),
        FormattableString.Invariant($"This person still answers for {items} open items in other regions, so the posts cannot end. Their system administrators hand those over first; or hand over without ending the posts.")));

    /// <summary>A second factor is there already.</summary>
    public static Finding FactorThere() => new("PLF-049", ("双因素验证已启用。更换手机时请先停用。", "The second factor is in use already. For a new telephone stop it first."));

    /// <summary>A code that is not right.</summary>
    public static Finding WrongCode() => new("PLF-050", (
        "验证码不正确、已过期或已使用。请核对手机时间，输入最新的验证码。", "The code is not right, is over or was used. Look at the telephone's clock and enter the newest one."));

    /// <summary>A rule that would shut its maker out.</summary>
    public static Finding FactorFirst() => new("PLF-051", (
        "请先为自己启用双因素验证并用它登录，再要求他人使用。", "Set up your own second factor and sign in with it before you ask it of others."));

    /// <summary>Somebody whom only the single sign-on knows.</summary>
    public static Finding SignOnUnknown() => new("PLF-052", (
        "没有账号与您的统一身份关联，不能登录。已有账号的，请先用登录名和口令登录，在“我的账号”中关联；没有账号的，请联系系统管理员。",
        "No account here is connected with your single sign-on, so you are not signed in. Sign in by name and password first and connect it on My account; without an account, ask the system administrator."));

    /// <summary>An answer of the single sign-on that is not taken.</summary>
    public static Finding SignOnFailed() => new("PLF-053", (
        "统一身份认证没有完成，未登录。请重新认证；仍不成功的，请用登录名和口令登录，并告知系统管理员。",
        "The single sign-on was not completed, and you are not signed in. Try once more; if it fails again, sign in by name and password and tell the system administrator."));

    /// <summary>A single sign-on that does not answer.</summary>
    public static Finding SignOnAway() => new("PLF-054", (
        "暂时无法连接统一身份认证。请用登录名和口令登录，或稍后再试。", "The single sign-on cannot be reached. Sign in by name and password, or try again later."));

    /// <summary>One person of the single sign-on, two accounts.</summary>
    public static Finding SignOnTaken() => new("PLF-055", (
        "该统一身份已关联另一账号。请先在那个账号中解除关联。", "Another account is connected with that person of the single sign-on. End that connection first."));

    /// <summary>What was typed is no mail address.</summary>
    public static Finding NoMailAddress() => new("PLF-060", (
        "邮箱地址不完整或含有不能使用的字符，请填写一个地址，例如 liaison@lanwan.example。",
        "This is no mail address, or holds signs that none has. Write one address, for example liaison@lanwan.example."));

    /// <summary>A view that cannot be kept.</summary>
    public static Finding BadView() => new("PLF-071", (
        "视图没有保存：请填写名称，不超过 60 字。", "The view was not kept: give it a name of at most 60 signs."));

    /// <summary>No such view.</summary>
    public static Finding NoSuchView() => new("PLF-072", ("没有这个视图，可能已被删除。", "There is no such view; perhaps it was deleted."));

    /// <summary>Somebody else's view.</summary>
    public static Finding NotYourView() => new("PLF-073", (
        "只能改动自己的视图，或与您任职单位共享的视图。", "Only one's own views are changed, and those shared with a unit in which one holds a post."));
}

using Greenprint.Quantities;

namespace Greenprint.Planning;

/// <summary>Every finding this module can raise; each is explained in <c>docs/findings.md</c>.</summary>
public static class PlanningFindings
{
    /// <summary>A file that is no plan pack.</summary>
    public static Finding NotAPack(string source, int? line, string reason) => new(
        "PLN-001",
        ($"不是可以读取的规划包：{reason} 请对照 docs/reference/plan-pack.md 修改。", $"This is no plan pack that can be read: {reason} Compare it with docs/reference/plan-pack.md."),
        new FindingPlace(source, line));

    /// <summary>A pack that contradicts itself.</summary>
    public static Finding Contradiction(string place, Bilingual what) =>
        new("PLN-002", ($"{what.Zh} 请改正后再导入。", $"{what.En} Mend it and import again."), new FindingPlace(place));

    /// <summary>A region that is not here.</summary>
    public static Finding NoSuchRegion(string region) => new(
        "PLN-003",
        ($"没有行政区“{region}”。请用 --region 给出行政区划代码，或先建立该行政区。", $"There is no region '{region}'. Name it by its division code with --region, or add it first."));

    /// <summary>A plan of this id with other content is confirmed already.</summary>
    public static Finding OtherContent(string plan) => new(
        "PLN-004",
        ($"规划 {plan} 已经生效，内容与这份不同，未作改动。已生效的目标只能通过调整申请修订；若是另一份规划，请换一个 id。",
         $"The plan {plan} is confirmed and differs from this one; nothing was changed. A confirmed target is only revised, never replaced; if this is another plan, give it another id."));

    /// <summary>A unit that is not here.</summary>
    public static Finding NoSuchUnit(string place, string unit) => new(
        "PLN-005",
        ($"没有单位“{unit}”。请把它写进规划包的 units，或先建立该单位。", $"There is no unit '{unit}'. Put it into the pack's units, or add it first."),
        new FindingPlace(place));

    /// <summary>A step of the last year is another number than the target. The target's own number holds.</summary>
    public static Finding LastStepDiffers(string place, string step, string target) => new(
        "PLN-006",
        ($"最后一年的年度分解 {step} 与目标值 {target} 不一致，按目标值执行，请核对。", $"The step of the last year, {step}, is not the target, {target}. The target holds; please check."),
        new FindingPlace(place));

    /// <summary>A file that cannot be taken as a plan document.</summary>
    public static Finding NotADocument(string source, Bilingual why) => new("PLN-007", why, new FindingPlace(source));

    /// <summary>The document does not say whose plan it is.</summary>
    public static Finding RegionUnclear(string source, string? named) => new(
        "PLN-008",
        named is null
            ? ("文件没有写明是哪个地区的规划。请用 --region 给出行政区划代码，例如 --region 440781。", "The document does not say whose plan it is. Give the division code with --region, for example --region 440781.")
            : ($"文件写的地区是“{named}”，这里没有登记它的行政区划代码。请用 --region 给出，例如 --region 440781。",
               $"The document names '{named}', whose division code is not known here. Give it with --region, for example --region 440781."),
        new FindingPlace(source));

    /// <summary>The document does not say its period.</summary>
    public static Finding PeriodUnclear(string source) => new(
        "PLN-009",
        ("文件没有写明规划期。请用 --period 给出，例如 --period 2021-2025。", "The document does not state its period. Give it with --period, for example --period 2021-2025."),
        new FindingPlace(source));

    /// <summary>No such plan.</summary>
    public static Finding NoSuchPlan(string plan) => new("PLN-010", ($"没有规划“{plan}”。", $"There is no plan '{plan}'."));

    /// <summary>No such indicator.</summary>
    public static Finding NoSuchIndicator(string plan, string indicator) =>
        new("PLN-011", ($"规划 {plan} 没有指标“{indicator}”。", $"The plan {plan} has no indicator '{indicator}'."));

    /// <summary>Somebody else saved in between.</summary>
    public static Finding ChangedMeanwhile(string plan) => new(
        "PLN-012",
        ($"在您编辑期间，他人已保存了 {plan}。您填写的内容都在下面，尚未保存；请与现有内容核对后再次保存。",
         $"Somebody saved {plan} while you were editing. All you wrote is below and not saved yet: compare it with what is there now, then save again."));

    /// <summary>The plan is not in the status that this needs.</summary>
    public static Finding NotNow(string plan, Bilingual why) => new("PLN-013", ($"{plan}：{why.Zh}", $"{plan}: {why.En}"));

    /// <summary>A revision that cannot be recorded.</summary>
    public static Finding BadRevision(string indicator, Bilingual why) => new("PLN-014", ($"{indicator}：{why.Zh}", $"{indicator}: {why.En}"));

    /// <summary>What an editor entered cannot be saved.</summary>
    public static Finding BadEntry(Bilingual why) => new("PLN-015", why);

    /// <summary>A plan of a region that is not the editor's.</summary>
    public static Finding NotYours(Bilingual region) => new(
        "PLN-016", ($"这是{region.Zh}的规划，您没有编辑这个地区规划的权限。", $"This is a plan of {region.En ?? region.Zh}, and you may not edit the plans of that region."));

    /// <summary>Somebody decided about an item in between.</summary>
    public static Finding DecidedMeanwhile(string item, string who, DateTimeOffset at)
    {
        var time = ChinaTime.WallClock(at).ToString("yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture);
        return new("PLN-017", (
            $"“{item}”已由{who}于 {time} 处理，本次操作未执行。请核对后再决定。",
            $"{who} decided about '{item}' at {time}; nothing was done. Look at it again, then decide."));
    }

    /// <summary>An item that is not enough for a plan.</summary>
    public static Finding Incomplete(string item, string field, Bilingual why) => new("PLN-018", ($"“{item}”不能采纳：{why.Zh}", $"'{item}' cannot be accepted: {why.En}"), new FindingPlace(field));

    /// <summary>A draft with items that nobody decided about.</summary>
    public static Finding StillOpen(string plan, int open) => new("PLN-020", (
        System.FormattableString.Invariant($"{plan} 还有 {open} 项未核对。请到核对页逐项处理（/office/plans/{plan}/confirm），或在确认时选择“未核对的不纳入”。"),
        System.FormattableString.Invariant($"{open} items of {plan} are not decided. Decide about them (/office/plans/{plan}/confirm), or choose to leave them out when you confirm.")));

    /// <summary>A version of a plan in force: stored, and nothing more.</summary>
    public static Finding OnlyCompared(string plan) => new("PLN-021", (
        $"{plan} 已经生效：这一版已存入，可以对照，规划内容不变。要改变生效规划，请走调整程序。",
        $"{plan} is in force: this version is stored for comparison, and the plan is as it was. To change a plan in force, adjust it."));

    /// <summary>A page that cannot be shown.</summary>
    public static Finding NoPagePicture(string source, Bilingual why) => new("PLN-022", why, new FindingPlace(source));

    /// <summary>Two versions that cannot be compared.</summary>
    public static Finding NoSuchVersions(string plan, int old, int now) => new("PLN-023", (
        $"规划“{plan}”的第 {old} 版和第 {now} 版不能对照：没有这一版，或没有保存它的解读结果。请在版本对照页选择。",
        $"Versions {old} and {now} of plan '{plan}' cannot be compared: one is not there, or what was read of it is not kept. Choose on the page of versions."));

    /// <summary>A year task that cannot be recorded.</summary>
    public static Finding BadYearTask(string task, Bilingual why) => new("PLN-024", why, new FindingPlace(task));

    /// <summary>Year tasks that wait for each other.</summary>
    public static Finding DependencyCircle(string task, IReadOnlyList<string> chain)
    {
        var named = string.Join(" → ", chain);
        return new("PLN-025", ($"前置任务互相等待：{named}。请去掉其中一个前置关系。", $"These tasks wait for each other: {named}. Take one of the dependencies out."), new FindingPlace(task));
    }

    /// <summary>No such year task.</summary>
    public static Finding NoSuchYearTask(string task) => new("PLN-026", ($"没有年度任务“{task}”。", $"There is no year task '{task}'."));

    /// <summary>An allocation that cannot be recorded.</summary>
    public static Finding BadAllocation(string place, Bilingual why) => new("PLN-027", why, new FindingPlace(place));

    /// <summary>No such adjustment.</summary>
    public static Finding NoSuchAdjustment(string plan, string code) =>
        new("PLN-028", ($"规划 {plan} 没有调整申请“{code}”。", $"The plan {plan} has no request for an adjustment '{code}'."));

    /// <summary>An act that a request for an adjustment does not allow now, or that lacks something.</summary>
    public static Finding BadAdjustment(string adjustment, Bilingual why) => new("PLN-029", why, new FindingPlace(adjustment));

    /// <summary>Somebody did something with the request in between.</summary>
    public static Finding ActedMeanwhile(string adjustment, string who, Bilingual act, DateTimeOffset at)
    {
        var time = ChinaTime.WallClock(at).ToString("yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture);
        return new("PLN-030", (
            $"{who}已于 {time} 对申请 {adjustment} 作了“{act.Zh}”，本次操作未执行。您填写的内容都在下面，请核对后再办。",
            $"{who} acted on the request {adjustment} at {time} ({act.En}); nothing was done. What you wrote is below: look at it again, then act."), new FindingPlace(adjustment));
    }

    /// <summary>What shall be adjusted was changed since the request was written.</summary>
    public static Finding MovedMeanwhile(string adjustment, string who, DateTimeOffset at, Bilingual then, Bilingual now)
    {
        var time = ChinaTime.WallClock(at).ToString("yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture);
        return new("PLN-031", (
            $"申请 {adjustment} 是按当时的“{then.Zh}”提出的，{who}已于 {time} 改为“{now.Zh}”。两者都保留；请退回修改或撤回，按现行内容重新提出。",
            $"The request {adjustment} was written when it was '{then.En ?? then.Zh}'; {who} made it '{now.En ?? now.Zh}' at {time}. Both are kept. Return or withdraw the request, and write it against what is in force now."), new FindingPlace(adjustment));
    }

    /// <summary>No such item.</summary>
    public static Finding NoSuchItem(string item) => new("PLN-019", ($"这份文件没有“{item}”这一项。", $"This document has no item '{item}'."));
}

using Greenprint.Quantities;

namespace Greenprint.Planning.Workbooks;

/// <summary>What can be wrong with a plan workbook that comes back.</summary>
internal static class WorkbookFindings
{
    public static Finding NotOurs(string file) => new(
        "PLN-041",
        ("这不是从本平台导出的规划工作簿，或导出时附带的隐藏工作表已丢失。请先在规划页面导出工作簿，在其中修改后再上传。",
         "This is no plan workbook of this platform, or its hidden sheet was lost. Export the workbook on the plan's page, edit that one, and upload it."),
        new FindingPlace(file));

    public static Finding OfAnotherPlan(string file, string its, string asked) => new(
        "PLN-042",
        ($"这是规划 {its} 的工作簿，不是 {asked} 的。请到那份规划的页面上传。", $"This is the workbook of the plan {its}, not of {asked}. Upload it on the page of that plan."),
        new FindingPlace(file));

    public static Finding Cell(string place, Bilingual why) => new("PLN-043", why, new FindingPlace(place));

    public static Finding Law(string place, Bilingual why) => new("PLN-044", why, new FindingPlace(place));

    public static Finding Collision(string place, Bilingual why) => new("PLN-045", why, new FindingPlace(place));

    public static Finding NotRead(string place, Bilingual what) => new("PLN-046", what, new FindingPlace(place));

    public static Finding Closed(string plan) => Law(plan, ("规划已经关闭，不再修改。", "The plan is closed and is not changed any more."));

    public static Finding Busy(string plan, string who, DateTimeOffset since)
    {
        var time = ChinaTime.WallClock(since).ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture);
        return new(
            "PLN-048",
            ($"{who}于 {time} 上传的工作簿正在处理。请等它结束后再上传。", $"The workbook that {who} uploaded at {time} is under way. Wait for its end, then upload yours."),
            new FindingPlace(plan));
    }

    public static Finding Failed() => new(
        "PLN-049", ("处理工作簿时程序出错，什么都没有写入。请重新上传；再次出错的，请把文件交给系统管理员。", "The program failed on this workbook; nothing was stored. Upload it again; if it fails again, give the file to the administrator."));

    public static Finding NothingToDo(string plan) => new(
        "PLN-047", ("这份预览已经失效，或其中的修改都已写入。请重新上传工作簿。", "This preview is out of date, or all its changes are in the plan already. Upload the workbook again."), new FindingPlace(plan));
}

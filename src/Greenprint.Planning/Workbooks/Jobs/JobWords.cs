using System.Globalization;
using Greenprint.Quantities;

namespace Greenprint.Planning.Workbooks.Jobs;

internal static class JobWords
{
    /// <summary>The state in a list.</summary>
    public static Bilingual Of(WorkbookJobState state) => state switch
    {
        WorkbookJobState.Checking => ("正在核对", "being checked"),
        WorkbookJobState.Ready => ("待写入", "waits to be taken over"),
        WorkbookJobState.Refused => ("有误，未写入", "refused, nothing stored"),
        WorkbookJobState.Same => ("没有改动", "nothing to store"),
        WorkbookJobState.Applying => ("正在写入", "being stored"),
        WorkbookJobState.Applied => ("已写入", "stored"),
        _ => ("中断，未写入", "interrupted, nothing stored"),
    };

    /// <summary>The head of the page.</summary>
    public static Bilingual Title(WorkbookJobState state) => state switch
    {
        WorkbookJobState.Checking => ("正在核对工作簿", "The workbook is being checked"),
        WorkbookJobState.Ready => ("核对完毕，待您确认", "Checked: it waits for you"),
        WorkbookJobState.Refused => ("工作簿有误，没有写入", "The workbook was not taken"),
        WorkbookJobState.Same => ("工作簿没有改动", "The workbook changes nothing"),
        WorkbookJobState.Applying => ("正在写入规划", "The workbook is being stored"),
        WorkbookJobState.Applied => ("工作簿已写入", "The workbook is stored"),
        _ => ("处理中断，没有写入", "Interrupted: nothing was stored"),
    };

    public static string When(DateTimeOffset at) => ChinaTime.WallClock(at).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}

using System.Text;

namespace Greenprint.Documents.Tests.Workbooks;

/// <summary>A list as files: the rows in their order, what they are, and nothing that a spreadsheet runs.</summary>
public sealed class ListFileTests
{
    private static readonly ListFile Sample = new(
        "jia-15-tasks", "年度任务", [new("编号", 10), new("任务内容", 30), new("工作量", 10, SheetCellKind.Number)],
        [["2026-02", "=1+1 管网", "-320"], ["2026-01", "含“逗号”, 引号\"的任务", ""]])
    {
        About = [("规划", "甲县规划"), ("筛选条件", "单位：水利局"), ("性质", "演示数据")],
        Mark = "演示数据",
    };

    [Fact]
    public void The_text_begins_with_its_mark_keeps_the_order_and_lets_no_cell_be_a_formula()
    {
        var bytes = Sample.ToCsv();

        Assert.Equal(Encoding.UTF8.GetPreamble(), bytes[..3]);
        Assert.Equal(
            [
                "编号,任务内容,工作量", "2026-02,'=1+1 管网,-320", "2026-01,\"含“逗号”, 引号\"\"的任务\",", ",,", "规划,甲县规划,", "筛选条件,单位：水利局,", "性质,演示数据,", "",
            ],
            Encoding.UTF8.GetString(bytes[3..]).Split("\r\n"));
    }

    [Fact]
    public async Task The_workbook_holds_the_same_rows_and_says_on_a_second_sheet_what_they_are()
    {
        var path = Path.Combine(Path.GetTempPath(), $"greenprint-{Guid.NewGuid():N}.xlsx");
        await File.WriteAllBytesAsync(path, Sample.ToWorkbook(), TestContext.Current.CancellationToken);
        try
        {
            var sheets = WorkbookReader.ReadFile(path, "list.xlsx", limits: null, TestContext.Current.CancellationToken).Workbook!.Sheets;
            Assert.Equal(["年度任务", "说明"], sheets.Select(sheet => sheet.Name));
            Assert.Equal(["编号", "任务内容", "工作量", "2026-02", "=1+1 管网", "-320", "2026-01", "含“逗号”, 引号\"的任务"], sheets[0].Rows.SelectMany(row => row.Cells).Select(cell => cell.Text).Where(text => text.Length > 0));
            Assert.Contains("演示数据", sheets[1].Rows.SelectMany(row => row.Cells).Select(cell => cell.Text));
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void A_title_that_no_sheet_may_have_becomes_one() =>
        Assert.NotEmpty((Sample with { Title = "a/b:c*[很长的名称]" + new string('长', 60) }).ToWorkbook());
}

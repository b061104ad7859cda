using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Greenprint.Documents.Tests.Workbooks;

/// <summary>Workbooks as files: what is printed on them, and how large they may become while they are read.</summary>
public sealed class WorkbookFileTests
{
    [Theory]
    [InlineData(20, null)]
    [InlineData(19, "DOC-047")]
    public void A_merged_cell_counts_for_every_cell_that_it_covers(int limit, string? code)
    {
        // Two cells, one of them merged over eighteen.
        var file = Written(new("表", [new("表", [new("编号", 10)], [["甲"]])]), part =>
            part.Worksheet.InsertAfter(new MergeCells(new MergeCell { Reference = "A2:B10" }), part.Worksheet.GetFirstChild<AutoFilter>()));

        var read = WorkbookReader.Read(new MemoryStream(file), "plan.xlsx", DocumentLimits.Default with { WorkbookCells = limit });

        Assert.Equal(code, read.Refusal?.Code);
        Assert.Equal(code is null, read.Workbook?.Sheets[0].Rows.Count == 10);
    }

    [Fact]
    public void The_mark_stands_in_the_footer_of_every_sheet()
    {
        var footers = new List<string?>();
        var book = new SheetBook("表", [new("甲", [new("编号", 10)], []), new("乙", [new("编号", 10)], [])]) { Mark = "样本 & 演示" };
        Written(book, part => footers.Add(part.Worksheet.GetFirstChild<HeaderFooter>()!.OddFooter!.Text));

        Assert.Equal(Enumerable.Repeat("&L样本 && 演示&C&A　&P / &N", 2), footers);
    }

    private static byte[] Written(SheetBook book, Action<WorksheetPart> edit)
    {
        using var stream = new MemoryStream();
        WorkbookWriter.Write(book, stream);
        using (var package = SpreadsheetDocument.Open(stream, isEditable: true))
        {
            package.WorkbookPart!.WorksheetParts.ToList().ForEach(edit);
        }

        return stream.ToArray();
    }
}

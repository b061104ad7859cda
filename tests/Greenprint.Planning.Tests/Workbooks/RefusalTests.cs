using System.IO.Compression;
using DocumentFormat.OpenXml.Spreadsheet;
using Greenprint.Documents;
using Greenprint.Planning.Tests.Packs;
using Greenprint.Platform;
using static Greenprint.Planning.Tests.Packs.Some;

namespace Greenprint.Planning.Tests.Workbooks;

/// <summary>What is wrong is said by its cell, in the person's language; what is missing changes nothing.</summary>
public sealed class RefusalTests
{
    [Fact]
    public async Task Each_wrong_cell_is_named_with_its_address_and_what_to_enter()
    {
        await using var store = await Store(StoreEngine.Sqlite);
        await store.Import(Books.Draft());
        var editing = new Editing(await store.Exported());
        (string Cell, string Says)[] wrong =
        [
            ($"指标!{editing.Type("指标", "air-pm25", "目标值", "二十")}", "“二十”不是数字"),
            ($"指标!{editing.Type("指标", "air-pm25", "属性", "强制性")}", "“强制性”不在可选项之中：约束性、预期性、引领性"),
            ($"指标!{editing.Type("指标", "air-pm25", "目标年", "2030.5", isNumber: true)}", "应为整数"),
            ($"年度目标!{editing.Type("年度目标", "air-pm25", "2028年", "0.12345678901")}", "最多 10 位小数"),
            ($"年度目标!{editing.Type("年度目标", "air-pm25", "计量单位", "吨")}", "仅供查看"),
            ($"责任分工!{editing.Type("责任分工", "t1", "牵头单位", "县水务局")}", "这里没有单位“县水务局”"),
            ($"计划项目!{editing.Type("计划项目", "p1", "条款编号", "c99")}", "没有编号为“c99”的条款"),
        ];

        // Numbers are refused first; what only a sheet can tell comes once they are right.
        int[] numbers = [0, 2, 3, 4];
        int[] words = [1, 5, 6];
        var first = (await store.Check(editing.Bytes)).Faults.Said().ToList();
        Assert.All(numbers, i => Assert.Contains(first, said => said.StartsWith(wrong[i].Cell, StringComparison.Ordinal) && said.Contains(wrong[i].Says, StringComparison.Ordinal)));
        editing.Type("指标", "air-pm25", "目标值", "20");
        editing.Type("指标", "air-pm25", "目标年", "2030", isNumber: true);
        editing.Type("年度目标", "air-pm25", "2028年", "");
        editing.Type("年度目标", "air-pm25", "计量单位", "µg/m³");
        var second = (await store.Check(editing.Bytes)).Faults.Said().ToList();
        Assert.All(words, i => Assert.Contains(second, said => said.StartsWith(wrong[i].Cell, StringComparison.Ordinal) && said.Contains(wrong[i].Says, StringComparison.Ordinal)));
        Assert.Equal(3, second.Count);
    }

    [Fact]
    public async Task A_plan_that_would_contradict_itself_is_refused_at_the_row_that_did_it()
    {
        await using var store = await Store(StoreEngine.Sqlite);
        await store.Import(Books.Draft());
        var editing = new Editing(await store.Exported());
        var cell = editing.Type("指标", "air-pm25", "目标类型", "不低于");
        Assert.StartsWith($"指标!{cell}：“不低于”的目标与“越低越好”的方向矛盾", Assert.Single((await store.Check(editing.Bytes)).Faults.Said()), StringComparison.Ordinal);

        editing.Type("指标", "air-pm25", "目标类型", "不高于");
        editing.Delete("重点任务", "t1");
        Assert.Contains((await store.Check(editing.Bytes)).Faults.Said(), said => said.Contains("没有重点任务“t1”", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_cell_that_shows_another_thing_than_it_holds_is_refused_only_where_it_was_changed()
    {
        await using var store = await Store(StoreEngine.Sqlite);
        await store.Import(Books.Draft());
        var editing = new Editing(await store.Exported());
        uint percent = 0;
        uint date = 0;
        editing.Open((book, _) =>
        {
            var looks = book.WorkbookPart!.WorkbookStylesPart!.Stylesheet.CellFormats!;
            percent = (uint)looks.Count();
            date = percent + 1;
            looks.Append(new CellFormat { NumberFormatId = 10 }, new CellFormat { NumberFormatId = 14 });
        }, "指标");

        editing.Type("指标", "air-pm25", "目标值", "20", isNumber: true, look: percent);
        Assert.Empty((await store.Check(editing.Bytes)).Faults.Said());

        var share = editing.Type("指标", "air-pm25", "目标值", "0.95", isNumber: true, look: percent);
        var day = editing.Type("计划项目", "p1", "建设年限（原文）", "46082", isNumber: true, look: date);
        var said = (await store.Check(editing.Bytes)).Faults.Said().ToList();
        Assert.Equal(2, said.Count);
        Assert.StartsWith($"指标!{share}：单元格是百分比格式，实际数值为 0.95", said[0], StringComparison.Ordinal);
        Assert.StartsWith($"计划项目!{day}：单元格是日期格式", said[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Codes_that_were_not_exported_or_stand_twice_are_refused()
    {
        await using var store = await Store(StoreEngine.Sqlite);
        await store.Import(Books.Draft());
        var editing = new Editing(await store.Exported());
        var twice = editing.Add("计划项目", ("编号", "p1"), ("项目名称", "又一个"));
        var unknown = editing.Add("计划项目", ("编号", "p77"), ("项目名称", "别处来的"));

        Assert.Equal(
            [$"计划项目!A{twice}：编号“p1”出现了不止一次。", $"计划项目!A{unknown}：编号“p77”不在导出的工作簿中。新增的行请把编号留空；改动了编号的请恢复。"],
            (await store.Check(editing.Bytes)).Faults.Said());
    }

    [Fact]
    public async Task A_missing_sheet_changes_nothing_and_what_is_not_known_is_named()
    {
        await using var store = await Store(StoreEngine.Sqlite);
        await store.Import(Books.Draft());
        var editing = new Editing(await store.Exported());
        editing.DeleteSheet("计划项目");
        editing.At("重点任务", "C1", cell =>
        {
            cell.RemoveAllChildren();
            cell.Append(new InlineString(new Text("备注")));
        });

        var check = await store.Check(editing.Bytes);

        Assert.Empty(check.Changes);
        Assert.Empty(check.Faults.Said());
        Assert.Equal(["重点任务!C1：不认识的列“备注”，未读取。", "计划项目：文件中没有这张工作表，这部分不作改动。"], check.Remarks.Said());
    }

    [Fact]
    public async Task The_workbook_of_another_plan_and_one_that_is_not_ours_are_refused()
    {
        await using var store = await Store(StoreEngine.Sqlite);
        await store.Import(Books.Draft());
        await store.Import(Books.Draft("yi-15"));
        Assert.Equal("PLN-042", Assert.Single((await store.Check(await store.Exported("yi-15"))).Faults).Code);

        using var foreign = new MemoryStream();
        WorkbookWriter.Write(new SheetBook("别的表", [new("指标", [new("编号", 10)], [["1"]])]), foreign);
        Assert.Equal("PLN-041", Assert.Single((await store.Check(foreign.ToArray())).Faults).Code);
    }

    [Theory]
    [InlineData("macro", "DOC-044")]
    [InlineData("bomb", "DOC-046")]
    [InlineData("word", "DOC-041")]
    [InlineData("text", "DOC-041")]
    [InlineData("old", "DOC-042")]
    [InlineData("empty", "DOC-002")]
    [InlineData("cut", "DOC-043")]
    [InlineData("large", "DOC-045")]
    [InlineData("cells", "DOC-047")]
    public void A_file_that_is_hostile_or_no_workbook_is_refused_before_anything_is_read(string what, string code)
    {
        var good = Books.Written(Pack().ToView(), []);
        var limits = DocumentLimits.Default with { WorkbookBytes = what == "large" ? 100 : 16 << 20, UnpackedWorkbookBytes = 4 << 20, WorkbookCells = what == "cells" ? 20 : 400_000 };
        byte[] file = what switch
        {
            "macro" => With(good, "xl/vbaProject.bin", 10),
            "bomb" => With(good, "xl/media/zeros.bin", 8 << 20),
            "word" => With([], "word/document.xml", 10),
            "text" => "编号,名称"u8.ToArray(),
            "old" => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0, 0, 0],
            "empty" => [],
            "cut" => With([], "xl/workbook.xml", 10),
            _ => good,
        };

        Assert.Equal(code, WorkbookReader.Read(new MemoryStream(file), "plan.xlsx", limits).Refusal?.Code);
    }

    private static byte[] With(byte[] package, string entry, int bytes)
    {
        using var stream = new MemoryStream();
        stream.Write(package);
        using (var zip = new ZipArchive(stream, package.Length == 0 ? ZipArchiveMode.Create : ZipArchiveMode.Update, leaveOpen: true))
        {
            using var part = zip.CreateEntry(entry).Open();
            part.Write(new byte[bytes]);
        }

        return stream.ToArray();
    }
}

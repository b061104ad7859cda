using System.Text.RegularExpressions;
using Greenprint.Planning.Tests.Packs;
using Greenprint.Planning.Tests.Workbooks;
using Greenprint.Platform;
using Greenprint.Testing;
using static Greenprint.Planning.Tests.Packs.Some;

namespace Greenprint.Planning.Tests.Office;

/// <summary>An editor brings a workbook back on the page; who may not edit the plan is kept out.</summary>
public sealed partial class WorkbookPageTests
{
    private const string Page = "/office/plans/taishan-15/workbook";

    [Fact]
    public async Task Upload_shows_what_would_change_and_only_the_second_step_stores_it()
    {
        await using var site = await Site();
        var editor = await site.SignedIn("王编辑", Role.Editor, OfficeSite.Taishan);
        Assert.Contains("导出工作簿", (await editor.Get(Page)).Text, StringComparison.Ordinal);
        var editing = new Editing(await site.Store.Exported("taishan-15"));
        editing.Type("计划项目", "p1", "项目名称", "城区管网工程");
        editing.Add("计划项目", ("项目名称", "湿地工程"));

        var preview = await Rested(editor, await editor.Upload("upload", "改过.xlsx", editing.Bytes));
        Assert.Contains("将增加 1 行、修改 1 处、删除 0 行。尚未写入", preview.Text, StringComparison.Ordinal);
        Assert.Contains("城区管网工程", preview.Text, StringComparison.Ordinal);
        Assert.Equal("管网工程", (await site.Store.Plan("taishan-15"))!.Projects[0].Name.Zh);

        var done = await Rested(editor, await editor.Post("apply"));
        Assert.Contains("工作簿中的修改已写入", done.Text, StringComparison.Ordinal);
        Assert.Contains("用工作簿修改", (await editor.Get("/office/plans/taishan-15")).Text, StringComparison.Ordinal);
        Assert.Equal(["城区管网工程", "监测能力建设", "湿地工程"], (await site.Store.Plan("taishan-15"))!.Projects.Select(project => project.Name.Zh));

        await editor.Get("/en" + Page);
        var again = await Rested(editor, await editor.Upload("upload", "改过.xlsx", editing.Bytes));
        Assert.Contains("there is nothing to store", again.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Take the changes over", again.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_cell_is_named_and_nothing_can_be_stored()
    {
        await using var site = await Site();
        var editor = await site.SignedIn("wang", Role.Editor, OfficeSite.Taishan);
        await editor.Get(Page);
        var editing = new Editing(await site.Store.Exported("taishan-15"));
        var cell = editing.Type("指标", "air-pm25", "目标值", "二十");

        var preview = await Rested(editor, await editor.Upload("upload", "改过.xlsx", editing.Bytes));

        Assert.Contains($"指标!{cell}：“二十”不是数字", preview.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("写入规划", preview.Text, StringComparison.Ordinal);

        // The file with the error beside its row, for its editors.
        var marked = Marked().Match(preview.Text).Groups[1].Value;
        Assert.Equal(200, (await editor.Get("/" + marked)).Status);
        var neighbour = await site.SignedIn("li", Role.Editor, OfficeSite.Kaiping);
        Assert.Equal(403, (await neighbour.Get("/" + marked)).Status);
        Assert.Equal(403, (await neighbour.Get("/" + marked.Replace("marked.xlsx", "progress", StringComparison.Ordinal))).Status);
        Assert.Equal(403, (await neighbour.Get("/" + marked.Replace("/marked.xlsx", "", StringComparison.Ordinal))).Status);
        Assert.Contains("不是 .xlsx 工作簿", (await Rested(editor, await (await Again(editor)).Upload("upload", "a.xlsx", "编号"u8.ToArray()))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_may_not_edit_the_plan_neither_sees_the_page_nor_posts_to_it_nor_gets_the_draft()
    {
        await using var site = await Site();
        var editor = await site.SignedIn("wang", Role.Editor, OfficeSite.Taishan);
        var neighbour = await site.SignedIn("li", Role.Editor, OfficeSite.Kaiping);
        var administrator = await site.SignedIn("admin", Role.Administrator, OfficeSite.Taishan);

        Assert.Equal(302, (await site.Browser().Get(Page)).Status);
        Assert.Equal(302, (await site.Browser().Get("/office/plans/taishan-15/plan.xlsx")).Status);
        foreach (var other in new[] { neighbour, administrator })
        {
            Assert.Equal(403, (await other.Get(Page)).Status);
            Assert.Equal(403, (await other.Get("/office/plans/taishan-15/plan.xlsx")).Status);
        }

        await neighbour.Get("/office/plans/upload");
        Assert.Equal(403, (await neighbour.PostTo(Page, "upload")).Status);
        Assert.Equal(200, (await editor.Get("/office/plans/taishan-15/plan.xlsx")).Status);
    }

    // However long it takes: the page of a job until it has something to show.
    private static async Task<Answer> Rested(Browser editor, Answer answer)
    {
        Answer? page = null;
        await Eventually.Succeeds(
            async () =>
            {
                page = await editor.Follow(answer);
                Assert.DoesNotContain("data-poll", page.Text, StringComparison.Ordinal);
            },
            TimeSpan.FromMinutes(2));
        return page!;
    }

    private static async Task<OfficeSite> Site()
    {
        var site = await OfficeSite.Open();
        var pack = Pack("taishan-15", PlanStatus.Draft) with { Region = OfficeSite.Taishan, Demo = false };
        Assert.Equal(PlanImportOutcome.Stored, (await site.Store.Import(pack)).Outcome);
        return site;
    }

    private static async Task<Browser> Again(Browser editor)
    {
        await editor.Get(Page);
        return editor;
    }

    [GeneratedRegex("href=\"(office/plans/[^\"]+/marked.xlsx)\"")]
    private static partial Regex Marked();
}

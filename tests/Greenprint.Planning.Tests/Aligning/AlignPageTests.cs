using Greenprint.Planning.Tests.Office;
using Greenprint.Planning.Tests.Packs;
using Greenprint.Platform;

namespace Greenprint.Planning.Tests.Aligning;

public sealed class AlignPageTests
{
    private const string Page = "/office/plans/xian-15/align";

    [Fact]
    public async Task An_editor_reads_the_counts_answers_a_finding_and_finds_the_answer_again()
    {
        await using var site = await Opened();
        var editor = await site.SignedIn("王编辑", Role.Editor, OfficeSite.Taishan);

        var page = await editor.Get(Page);
        Assert.Contains("2 项待答复", page.Text, StringComparison.Ordinal);
        foreach (var word in new[] { "放松", "缺项", "加严", "已衔接", "本级自设", "甲市规划" })
        {
            Assert.Contains(word, page.Text, StringComparison.Ordinal);
        }

        Assert.Contains("请写明理由", (await editor.Post("answer-0", ("Kind", "Explained"), ("Text", " "))).Text, StringComparison.Ordinal);
        await editor.Get(Page);
        var answered = await editor.Follow(await editor.Post("answer-0", ("Kind", "Explained"), ("Text", "按市里分解下达的数值执行。")));
        Assert.Contains("答复已记录", answered.Text, StringComparison.Ordinal);
        Assert.Contains("1 项待答复", answered.Text, StringComparison.Ordinal);
        Assert.Contains("按市里分解下达的数值执行。", answered.Text, StringComparison.Ordinal);
        Assert.Equal("王编辑", (await site.Store.Align()).Find("upper/pm25").Current!.By);

        Assert.Contains("The answer is on record.", (await editor.Get("/en" + Page + "?done=answered")).Text, StringComparison.Ordinal);
        Assert.Contains("weakened", (await editor.Get("/en" + Page)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_may_not_edit_the_plan_neither_reads_nor_answers()
    {
        await using var site = await Opened();
        var editor = await site.SignedIn("wang", Role.Editor, OfficeSite.Taishan);
        var neighbour = await site.SignedIn("li", Role.Editor, OfficeSite.Kaiping);
        var administrator = await site.SignedIn("admin", Role.Administrator, OfficeSite.Taishan);

        Assert.Equal(302, (await site.Browser().Get(Page)).Status);
        foreach (var address in new[] { Page, "/office/plans/xian-15/align.docx?with=plan/shi-15" })
        {
            Assert.Equal(403, (await neighbour.Get(address)).Status);
            Assert.Equal(403, (await administrator.Get(address)).Status);
            Assert.Equal(200, (await editor.Get(address)).Status);
        }

        await neighbour.Get("/office/plans/upload");
        Assert.Equal(403, (await neighbour.PostTo(Page, "upload", ("_handler", "answer-0"), ("Finding", "upper/pm25"), ("Kind", "Explained"), ("Text", "x"), ("Seen", "0"))).Status);
        Assert.Empty((await site.Store.Align()).Find("upper/pm25").Answers);
    }

    [Fact]
    public async Task A_plan_that_cannot_be_laid_beside_is_told_and_a_draft_is_not_offered()
    {
        await using var site = await Opened();
        await site.Store.Import(TwoPlans.Upper(OfficeSite.Taishan) with { Id = "gao-15", Status = PlanStatus.Draft, Title = ("草稿规划", "A draft") });
        var editor = await site.SignedIn("wang", Role.Editor, OfficeSite.Taishan);

        Assert.DoesNotContain("草稿规划", (await editor.Get(Page)).Text, StringComparison.Ordinal);
        Assert.Contains("没有这份规划", (await editor.Get(Page + "?with=plan/gao-15")).Text, StringComparison.Ordinal);
        Assert.Contains("没有这份规划", (await editor.Get(Page + "?with=library/none")).Text, StringComparison.Ordinal);
        Assert.Equal(404, (await editor.Get("/office/plans/xian-15/align.docx?with=plan/gao-15")).Status);
        Assert.Equal(404, (await editor.Get("/office/plans/nothing/align")).Status);
    }

    private static async Task<OfficeSite> Opened()
    {
        var site = await OfficeSite.Open();
        await site.Store.Import(TwoPlans.Upper());
        await site.Store.Import(TwoPlans.Local(OfficeSite.Taishan));
        return site;
    }
}

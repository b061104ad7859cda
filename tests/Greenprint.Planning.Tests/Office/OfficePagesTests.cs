using Greenprint.Planning.Tests.Packs;
using Greenprint.Platform;
using Microsoft.Extensions.DependencyInjection;
using static Greenprint.Planning.Tests.Packs.Some;

namespace Greenprint.Planning.Tests.Office;

/// <summary>What an editor does on the pages, told over HTTP; and what others may not.</summary>
public sealed class OfficePagesTests
{
    private const string Text = "台山市生态环境保护“十四五”规划\n（2021—2025年）\n一、规划目标\n到2025年，生态环境持续改善。\n二、重点任务\n（一）治理大气\n抓好治理。\n（二）治理水\n抓好治水。\n三、保障措施\n（一）加强领导\n压实责任。\n";
    private const string Draft = "/office/plans/440781-2021";

    [Fact]
    public async Task An_editor_uploads_corrects_and_confirms_and_the_record_says_who()
    {
        await using var site = await OfficeSite.Open();
        var editor = await site.SignedIn("王编辑", Role.Editor, OfficeSite.Taishan);
        Assert.Contains("还没有规划", (await editor.Get("/office/plans")).Text, StringComparison.Ordinal);

        await editor.Get("/office/plans/upload");
        var uploaded = await editor.Upload("upload", "规划.txt", Text);
        Assert.EndsWith($"{Draft}/confirm?done=uploaded", uploaded.Location, StringComparison.Ordinal);
        Assert.Equal(200, (await editor.Follow(uploaded)).Status);

        var read = await editor.Get(Draft);
        Assert.Contains("项待核对", read.Text, StringComparison.Ordinal);
        Assert.Contains("规划.txt", read.Text, StringComparison.Ordinal);
        Assert.Contains("治理大气", read.Text, StringComparison.Ordinal);
        Assert.Equal(PlanStatus.Draft, (await site.Store.Plan("440781-2021"))!.Summary.Status);

        Assert.Empty((await site.Store.Plan("440781-2021"))!.KeyTasks);
        var saved = await editor.Follow(await editor.Post("draft", ("Form.TitleZh", "台山市规划")));
        Assert.Contains("修改已保存", saved.Text, StringComparison.Ordinal);

        Assert.Contains("请填写批准规划的文件文号", (await editor.Post("confirm", ("LeaveOpenOut", "true"))).Text, StringComparison.Ordinal);
        Assert.Contains("项未核对", (await editor.Post("confirm", ("Document", "台府〔2021〕9号"), ("On", "2021-12-30"))).Text, StringComparison.Ordinal);
        var confirmed = await editor.Follow(await editor.Post("confirm", ("LeaveOpenOut", "true")));
        Assert.Contains("即日生效", confirmed.Text, StringComparison.Ordinal);
        Assert.Contains("王编辑", confirmed.Text, StringComparison.Ordinal);
        Assert.Contains("确认规划", confirmed.Text, StringComparison.Ordinal);
        Assert.Contains("台府〔2021〕9号（2021-12-30）", confirmed.Text, StringComparison.Ordinal);

        var plan = await site.Store.Plan("440781-2021");
        Assert.Equal((PlanStatus.InForce, "台山市规划"), (plan!.Summary.Status, plan.Summary.Title.Zh));
        Assert.Empty(plan.KeyTasks);

        // Taken back while nothing rests on it.
        await editor.Get(Draft);
        Assert.Contains("已退回草稿", (await editor.Follow(await editor.Post("reopen", ("Why", "标题有误")))).Text, StringComparison.Ordinal);
        var history = await site.Store.In(services => services.GetRequiredService<IHistory>().Of("plan/440781-2021", Stop));
        Assert.Equal(["plan.drafted", "plan.corrected", "plan.confirmed", "plan.reopened"], history.Select(entry => entry.Kind));
        Assert.All(history, entry => Assert.Equal("王编辑", entry.ActorName));
    }

    [Fact]
    public async Task The_pages_speak_English_as_well()
    {
        await using var site = await OfficeSite.Open();
        var editor = await site.SignedIn("editor", Role.Editor, OfficeSite.Taishan);
        Assert.Contains("No plan yet", (await editor.Get("/en/office/plans")).Text, StringComparison.Ordinal);

        await editor.Get("/en/office/plans/upload");
        Assert.EndsWith("/en/office/plans/440781-2021/confirm?done=uploaded", (await editor.Upload("upload", "plan.txt", Text)).Location, StringComparison.Ordinal);

        var read = await editor.Get("/en/office/plans/440781-2021");
        Assert.Contains("items are open", read.Text, StringComparison.Ordinal);
        Assert.Contains("Draft, to be confirmed", read.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_may_not_edit_plans_here_is_kept_out_of_reading_and_posting_alike()
    {
        await using var site = await OfficeSite.Open();
        var editor = await site.SignedIn("wang", Role.Editor, OfficeSite.Taishan);
        var neighbour = await site.SignedIn("li", Role.Editor, OfficeSite.Kaiping);
        var administrator = await site.SignedIn("admin", Role.Administrator, OfficeSite.Taishan);
        var prefecture = await site.SignedIn("zhao", Role.Editor, "440700");
        await editor.Get("/office/plans/upload");
        await editor.Upload("upload", "plan.txt", Text);

        Assert.Equal(302, (await site.Browser().Get("/office/plans")).Status);
        Assert.Equal(302, (await site.Browser().Get(Draft)).Status);
        Assert.Equal(403, (await administrator.Get("/office/plans")).Status);
        Assert.Equal(403, (await administrator.Get(Draft)).Status);
        Assert.Equal(403, (await neighbour.Get(Draft)).Status);
        Assert.Equal(403, (await neighbour.Get(Draft + "/indicators/x/target")).Status);
        Assert.DoesNotContain("台山市", (await neighbour.Get("/office/plans")).Text, StringComparison.Ordinal);
        Assert.Equal(200, (await prefecture.Get(Draft)).Status);
        Assert.Equal(404, (await editor.Get("/office/plans/nothing")).Status);

        // With a token of their own page they can post anywhere; it does not help.
        await neighbour.Get("/office/plans/upload");
        Assert.Equal(403, (await neighbour.PostTo(Draft, "upload", ("_handler", "confirm"), ("Version", "1"))).Status);
        Assert.Equal(PlanStatus.Draft, (await site.Store.Plan("440781-2021"))!.Summary.Status);
    }

    [Fact]
    public async Task A_document_of_another_county_is_refused_to_its_neighbour()
    {
        await using var site = await OfficeSite.Open();
        var neighbour = await site.SignedIn("li", Role.Editor, OfficeSite.Kaiping);
        await neighbour.Get("/office/plans/upload");

        var refused = await neighbour.Upload("upload", "plan.txt", Text);

        Assert.Contains("没有编辑这个地区规划的权限", refused.Text, StringComparison.Ordinal);
        Assert.Null(await site.Store.Plan("440781-2021"));
    }

    [Theory]
    [InlineData("empty.txt", "", "不为空")]
    [InlineData("fake.docx", "%PDF-1.7", "PDF")]
    [InlineData("nowhere.txt", "某规划（2021—2025年）\n一、目标\n文字。\n", "没有写明是哪个地区")]
    public async Task A_file_that_cannot_be_taken_is_refused_with_what_to_do(string name, string text, string says)
    {
        await using var site = await OfficeSite.Open();
        var editor = await site.SignedIn("wang", Role.Editor, OfficeSite.Taishan);
        await editor.Get("/office/plans/upload");

        var refused = await editor.Upload("upload", name, text);

        Assert.Equal(200, refused.Status);
        Assert.Contains(says, refused.Text, StringComparison.Ordinal);
        Assert.Contains("还没有规划", (await editor.Get("/office/plans")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_two_who_edit_a_draft_the_second_sees_both_texts_and_decides()
    {
        await using var site = await OfficeSite.Open();
        var one = await site.SignedIn("wang", Role.Editor, OfficeSite.Taishan);
        var other = await site.SignedIn("zhao", Role.Editor, "440700");
        await one.Get("/office/plans/upload");
        await one.Upload("upload", "plan.txt", Text);
        await one.Get(Draft);
        await other.Get(Draft);

        await one.Post("draft", ("Form.TitleZh", "第一个标题"));
        var told = await other.Post("draft", ("Form.TitleZh", "第二个标题"));

        Assert.Contains("他人已保存", told.Text, StringComparison.Ordinal);
        Assert.Contains("value=\"第二个标题\"", told.Text, StringComparison.Ordinal);
        Assert.Contains("现在保存的是：第一个标题", told.Text, StringComparison.Ordinal);
        Assert.Equal("第一个标题", (await site.Store.Plan("440781-2021"))!.Summary.Title.Zh);

        // Having seen both, the second save counts.
        Assert.Equal(302, (await other.Post("draft")).Status);
        Assert.Equal("第二个标题", (await site.Store.Plan("440781-2021"))!.Summary.Title.Zh);
    }

    [Fact]
    public async Task A_draft_is_not_moved_to_a_region_that_is_not_the_editors()
    {
        await using var site = await OfficeSite.Open();
        var editor = await site.SignedIn("wang", Role.Editor, OfficeSite.Taishan);
        await editor.Get("/office/plans/upload");
        await editor.Upload("upload", "plan.txt", Text);
        await editor.Get(Draft);

        var refused = await editor.Post("draft", ("Form.Region", OfficeSite.Kaiping));

        Assert.Contains("您不能编辑这个地区的规划", refused.Text, StringComparison.Ordinal);
        Assert.Equal(OfficeSite.Taishan, (await site.Store.Plan("440781-2021"))!.Summary.Region);
    }

    [Fact]
    public async Task A_draft_is_discarded_with_a_reason_and_the_page_says_so()
    {
        await using var site = await OfficeSite.Open();
        var editor = await site.SignedIn("wang", Role.Editor, OfficeSite.Taishan);
        await editor.Get("/office/plans/upload");
        await editor.Upload("upload", "plan.txt", Text);
        await editor.Get(Draft);

        Assert.Contains("请写明理由", (await editor.Post("discard", ("Why", " "))).Text, StringComparison.Ordinal);
        Assert.Contains("草稿已丢弃", (await editor.Follow(await editor.Post("discard", ("Why", "传错")))).Text, StringComparison.Ordinal);
        Assert.Null(await site.Store.Plan("440781-2021"));
    }
}

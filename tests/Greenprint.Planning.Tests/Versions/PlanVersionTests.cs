using Greenprint.Documents;
using Greenprint.Planning.Drafts;
using Greenprint.Planning.Tests.Confirming;
using Greenprint.Planning.Tests.Office;
using Greenprint.Planning.Tests.Packs;
using Greenprint.Planning.Versions;
using Greenprint.PlanText.Versions;
using Greenprint.Platform;
using Greenprint.Testing;
using Microsoft.Extensions.DependencyInjection;
using static Greenprint.Planning.Tests.Confirming.Taishan;
using static Greenprint.Planning.Tests.Packs.Some;

namespace Greenprint.Planning.Tests.Versions;

/// <summary>Two documents of a plan side by side.</summary>
public sealed class PlanVersionTests
{
    private const string Text = "台山市生态环境保护“十四五”规划\n（2021—2025年）\n一、规划目标\n到2025年，生态环境持续改善。\n二、重点任务\n（一）治理大气\n完成燃煤锅炉淘汰20台，推进工业窑炉清洁能源替代。\n（二）治理水\n完成老旧管网改造120公里，消除黑臭水体。\n三、保障措施\n（一）加强领导\n压实责任。\n";
    private const string Page = "/office/plans/440781-2021/versions";

    // The tasks change places, one is reworded.
    private static readonly string NextText = Text
        .Replace("（一）治理大气\n完成燃煤锅炉淘汰20台，推进工业窑炉清洁能源替代。\n（二）治理水\n完成老旧管网改造120公里，", "（一）治理水\n完成老旧管网改造150公里，", StringComparison.Ordinal)
        .Replace("三、保障", "（二）治理大气\n完成燃煤锅炉淘汰20台，推进工业窑炉清洁能源替代。\n三、保障", StringComparison.Ordinal);

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Two_stored_versions_are_compared_by_the_ids_that_their_clauses_keep(StoreEngine engine)
    {
        await using var store = await Draft(engine);
        var next = Taishan.Reading with
        {
            Source = new("plan2.pdf", "pdf", null, 1300, new string('b', 64)),
            Clauses = [.. Taishan.Reading.Clauses.Select(clause => clause.ClauseId == "c3.1" ? clause with { Paragraphs = [new("压实责任，严格考核。", 8, 3)] } : clause)],
            Indicators = [.. Taishan.Reading.Indicators.Skip(1)],
        };
        await store.Within((services, change) => services.GetRequiredService<VersionImport>().Import(change, Plan, next, null, null, Stop));

        var versions = await store.In(services => services.GetRequiredService<PlanVersions>().Of(Plan, Stop));
        var pair = await store.In(services => services.GetRequiredService<PlanVersions>().Pair(Plan, 1, 2, Stop));
        var comparison = pair!.Compare();

        Assert.Equal([(2, "plan2.pdf", true), (1, "plan.pdf", true)], versions.Select(version => (version.Number, version.Name, version.CanCompare)));
        Assert.Equal([("c3.1", ItemChange.Changed)], comparison.Clauses.Where(clause => clause.Change != ItemChange.Same).Select(clause => (clause.Id, clause.Change)));
        Assert.Equal((4, 0, 0, 1), (comparison.Summary["indicators"][ItemChange.Same], comparison.Summary["indicators"][ItemChange.Changed], comparison.Summary["indicators"][ItemChange.Added], comparison.Summary["indicators"][ItemChange.Removed]));
        Assert.Equal(["c3.1"], pair.Text().Where(clause => clause.IsChanged).Select(clause => clause.Clause.Id));
        Assert.Null(await store.In(services => services.GetRequiredService<PlanVersions>().Pair(Plan, 1, 3, Stop)));
        Assert.Null(await store.In(services => services.GetRequiredService<PlanVersions>().Pair("none", 1, 2, Stop)));

        using var word = new MemoryStream();
        pair.WriteWord(word);
        word.Position = 0;
        Assert.Contains(DocumentReader.Read(word, "changes.docx").Document!.Blocks.OfType<TextBlock>(), block => block.Text == "压实责任，严格考核。");
    }

    [Fact]
    public async Task An_editor_sees_what_was_inserted_deleted_and_moved_and_downloads_it()
    {
        await using var site = await OfficeSite.Open();
        var editor = await site.SignedIn("王编辑", Role.Editor, OfficeSite.Taishan);
        await editor.Get("/office/plans/upload");
        await editor.Upload("upload", "初稿.txt", Text);
        Assert.Contains("还没有可以对照的两个版本", (await editor.Get(Page)).Text, StringComparison.Ordinal);

        await editor.Get("/office/plans/upload?of=440781-2021");
        await editor.Upload("upload", "修改稿.txt", NextText);
        var shown = (await editor.Get(Page)).Text;

        Assert.Contains("初稿.txt", shown, StringComparison.Ordinal);
        Assert.Contains("第 1 版 → 第 2 版", shown, StringComparison.Ordinal);
        Assert.Contains("完成老旧管网改造<del>120</del><ins>150</ins>公里，消除黑臭水体。", string.Concat(shown.Split('\n').Select(line => line.Trim())), StringComparison.Ordinal);
        Assert.Contains("移走", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("压实责任", shown, StringComparison.Ordinal);
        Assert.Contains("压实责任", (await editor.Get(Page + "?old=1&new=2&all=true")).Text, StringComparison.Ordinal);
        Assert.Contains("请选择两个不同的版本", (await editor.Get(Page + "?old=2&new=2")).Text, StringComparison.Ordinal);
        Assert.Contains("Accepting all changes", (await editor.Get("/en" + Page)).Text, StringComparison.Ordinal);
        Assert.Equal(200, (await editor.Get(Page + "/1-2.docx")).Status);
        Assert.Equal(404, (await editor.Get(Page + "/1-7.docx")).Status);
        Assert.Equal(404, (await editor.Get("/office/plans/none/versions")).Status);
    }

    [Fact]
    public async Task Who_may_not_edit_the_plan_sees_no_version_of_it()
    {
        await using var site = await OfficeSite.Open();
        var editor = await site.SignedIn("wang", Role.Editor, OfficeSite.Taishan);
        await editor.Get("/office/plans/upload");
        await editor.Upload("upload", "plan.txt", Text);
        var neighbour = await site.SignedIn("li", Role.Editor, OfficeSite.Kaiping);
        var administrator = await site.SignedIn("admin", Role.Administrator, OfficeSite.Taishan);

        foreach (var address in new[] { Page, Page + "/1-2.docx" })
        {
            Assert.Equal(302, (await site.Browser().Get(address)).Status);
            Assert.Equal(403, (await neighbour.Get(address)).Status);
            Assert.Equal(403, (await administrator.Get(address)).Status);
        }
    }
}

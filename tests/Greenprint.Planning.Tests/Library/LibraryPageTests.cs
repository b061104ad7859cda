using Greenprint.Planning.Library;
using Greenprint.Planning.Tests.Aligning;
using Greenprint.Planning.Tests.Office;
using Greenprint.Platform;
using Microsoft.Extensions.DependencyInjection;
using static Greenprint.Planning.Tests.Packs.Some;

namespace Greenprint.Planning.Tests.Library;

public sealed class LibraryPageTests
{
    [Fact]
    public async Task An_editor_adds_reads_compares_and_takes_out_a_plan_of_another_place()
    {
        await using var site = await OfficeSite.Open();
        await site.Store.Import(TwoPlans.Upper());
        await site.Store.Import(TwoPlans.Local(OfficeSite.Taishan));
        var editor = await site.SignedIn("王编辑", Role.Editor, OfficeSite.Taishan);
        Assert.Contains("还没有参考规划", (await editor.Get("/office/library")).Text, StringComparison.Ordinal);

        await editor.Get("/office/plans/upload?as=reference");
        var added = await editor.Follow(await editor.Upload("upload", "yi.md", LibraryTests.Elsewhere));
        Assert.Contains("已加入参考规划库", added.Text, StringComparison.Ordinal);
        Assert.Contains("未经核对", added.Text, StringComparison.Ordinal);
        Assert.Contains("用水总量", added.Text, StringComparison.Ordinal);
        Assert.Contains("推进挥发性有机物综合治理", added.Text, StringComparison.Ordinal);
        var plan = Assert.Single(await site.Store.In(services => services.GetRequiredService<LibraryShelf>().All(Stop)));

        Assert.Contains("岚海市", (await editor.Get("/office/library")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("岚海市", (await editor.Get("/office/plans")).Text, StringComparison.Ordinal);
        var compared = await editor.Get("/office/library/compare?plan=xian-15&indicator=pm25");
        Assert.Contains("目标年同为 2030 年的 2 条中，比本规划更严的 2 条，相同的 0 条，较宽的 0 条；由严到宽，本规划居第 3 位。", compared.Text, StringComparison.Ordinal);
        var found = await editor.Get("/office/library/compare?q=优良天数");
        Assert.Contains("空气质量优良天数比率", (found.Location is null ? found : await editor.Follow(found)).Text, StringComparison.Ordinal);
        Assert.Contains("stricter", (await editor.Get("/en/office/library/compare?plan=xian-15&indicator=pm25")).Text, StringComparison.Ordinal);
        Assert.Contains("没有找到这样的指标", (await editor.Get("/office/library/compare?q=无此指标")).Text, StringComparison.Ordinal);
        Assert.Contains("library/" + plan.Id, (await editor.Get("/office/plans/xian-15/align")).Text, StringComparison.Ordinal);

        await editor.Get($"/office/library/{plan.Id}");
        var gone = await editor.Follow(await editor.Post("remove", ("Why", "已有新版本")));
        Assert.Contains("已移出参考规划库", gone.Text, StringComparison.Ordinal);
        Assert.Equal(404, (await editor.Get($"/office/library/{plan.Id}")).Status);
    }

    [Fact]
    public async Task A_draft_of_another_county_is_not_read_by_way_of_a_comparison()
    {
        await using var site = await OfficeSite.Open();
        await site.Store.Import(TwoPlans.Upper());
        await site.Store.Import(TwoPlans.Local(OfficeSite.Taishan) with { Status = PlanStatus.Draft });
        var own = await site.SignedIn("wang", Role.Editor, OfficeSite.Taishan);
        var neighbour = await site.SignedIn("li", Role.Editor, OfficeSite.Kaiping);
        const string Asked = "/office/library/compare?plan=xian-15&indicator=pm25";

        Assert.Equal(404, (await neighbour.Get(Asked)).Status);
        Assert.Contains("office/plans/xian-15", (await own.Get(Asked)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_editors_of_plans_see_the_library_and_add_to_it()
    {
        await using var site = await OfficeSite.Open();
        var administrator = await site.SignedIn("admin", Role.Administrator, OfficeSite.Taishan);
        var editor = await site.SignedIn("wang", Role.Editor, OfficeSite.Kaiping);

        foreach (var address in new[] { "/office/library", "/office/library/compare", "/office/library/x", "/office/plans/upload?as=reference" })
        {
            Assert.Equal(302, (await site.Browser().Get(address)).Status);
            Assert.Equal(403, (await administrator.Get(address)).Status);
        }

        Assert.Equal(200, (await editor.Get("/office/library")).Status);
        await administrator.Get("/account");
        Assert.Equal(403, (await administrator.PostTo("/office/plans/upload?as=reference", "password", ("_handler", "upload"), ("Region", "990100"))).Status);
        Assert.Empty(await site.Store.In(services => services.GetRequiredService<LibraryShelf>().All(Stop)));
    }
}

using Microsoft.Extensions.DependencyInjection;

namespace Greenprint.Platform.Tests;

public sealed class UnitPagesTests
{
    [Fact]
    public async Task An_administrator_adds_renames_fills_and_closes_a_unit_and_is_told_what_still_hangs_on_it()
    {
        await using var site = await Filled();
        var admin = await site.SignedIn("王管理", (Role.Administrator, Samples.Lanwan));
        var chen = await site.Store.NewPerson("陈屿", (Role.Reporter, Samples.Lanwan));

        var list = await admin.Get("/admin/units");
        Assert.Contains("水利局", list.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("清溪县水利局", list.Text, StringComparison.Ordinal);
        var added = await admin.Post("add", ("Form.NameZh", "石汀产业园管委会"), ("Form.Kind", "ParkCommittee"), ("Form.Region", Samples.Lanwan), ("Form.Parent", "lanwan/government"), ("Form.Opened", "2022-07-01"));
        Assert.Equal(302, added.Status);
        var page = added.Location![added.Location!.IndexOf("/admin", StringComparison.Ordinal)..];
        Assert.Contains("单位已增加", (await admin.Get(page)).Text, StringComparison.Ordinal);

        Assert.Equal(302, (await admin.Post("appoint", ("Post.Person", chen), ("Post.TitleZh", "环保部部长"), ("Post.From", "2024-01-01"))).Status);
        await admin.Get(page);
        Assert.Equal(302, (await admin.Post("reform", ("Reform.NameZh", "石汀开发区管委会"), ("Reform.Kind", "ParkCommittee"), ("Reform.Parent", "lanwan/government"), ("Reform.From", "2025-01-01"), ("Reform.Why", "更名批复"))).Status);
        var refused = await admin.Get(page);
        Assert.Contains("石汀产业园管委会", refused.Text, StringComparison.Ordinal);   // what it was before
        refused = await admin.Post("close", ("Last", "2026-03-01"), ("Why", "机构改革"));
        Assert.Contains("陈屿仍任环保部部长", refused.Text, StringComparison.Ordinal);

        var post = (await site.Store.In(services => services.GetRequiredService<IUnits>().PostsOf(chen, CancellationToken.None)))[0];
        await admin.Get(page);
        Assert.Equal(302, (await admin.Post($"end-{post.Id}", ("EndUntil", "2026-02-28"), ("EndWhy", "调离"))).Status);
        await admin.Get(page);
        Assert.Equal(302, (await admin.Post("close", ("Last", "2026-03-01"), ("Why", "机构改革"))).Status);
        var closed = await admin.Get(page);
        Assert.Contains("2022-07-01 设立，2026-03-01 撤销", closed.Text, StringComparison.Ordinal);
        Assert.Contains("更名批复", closed.Text, StringComparison.Ordinal);

        Assert.Contains("石汀产业园管委会", (await admin.Get("/admin/units?day=2024-06-01")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_unit_of_the_next_county_is_not_there_and_its_form_changes_nothing()
    {
        await using var site = await Filled();
        var admin = await site.SignedIn("王管理", (Role.Administrator, Samples.Lanwan));

        Assert.Equal(404, (await admin.Get("/admin/unit?id=qingxi/water")).Status);
        await admin.Get("/admin/units");
        var refused = await admin.Post("add", ("Form.NameZh", "甲"), ("Form.Kind", "Department"), ("Form.Region", Samples.Qingxi));
        Assert.Contains("不在您的管理范围内", refused.Text, StringComparison.Ordinal);
        Assert.Equal(403, (await (await site.SignedIn("李编辑", (Role.Editor, Samples.Lanwan))).Get("/admin/units")).Status);
        Assert.Equal(403, (await (await site.SignedIn("安全", (Role.SecurityAdministrator, Samples.Lanwan))).Get("/admin/unit?id=lanwan/water")).Status);
    }

    [Fact]
    public async Task The_page_of_a_person_gives_posts_to_the_system_administrator_and_roles_to_the_security_administrator()
    {
        await using var site = await Filled();
        var system = await site.SignedIn("王管理", (Role.Administrator, Samples.Lanwan));
        var security = await site.SignedIn("安可", (Role.SecurityAdministrator, Samples.Lanwan));
        var chen = await site.Store.NewPerson("陈屿", (Role.Evaluator, Samples.Lanwan));
        var luo = await site.Store.NewPerson("罗溪", (Role.Evaluator, Samples.Lanwan));

        var seen = await system.Get($"/admin/people/{chen}");
        Assert.DoesNotContain("授予角色</summary>", seen.Text, StringComparison.Ordinal);
        Assert.Equal(302, (await system.Post("appoint", ("Post.Unit", "lanwan/water"), ("Post.TitleZh", "联络员"), ("Post.From", "2024-01-01"))).Status);

        seen = await security.Get($"/admin/people/{chen}");
        Assert.DoesNotContain("增加任职", seen.Text, StringComparison.Ordinal);
        Assert.Equal(302, (await security.Post("give", ("Role", "Reporter"), ("Region", Samples.Lanwan), ("Unit", "lanwan/water"), ("Why", "分工"))).Status);
        seen = await security.Get($"/admin/people/{chen}");
        Assert.Contains("填报员", seen.Text, StringComparison.Ordinal);
        Assert.Contains("分工", seen.Text, StringComparison.Ordinal);
        Assert.Contains("请选择角色", (await security.Post("give", ("Role", "King"), ("Region", Samples.Lanwan))).Text, StringComparison.Ordinal);

        await system.Get($"/admin/people/{chen}");
        Assert.Equal(302, (await system.Post("hand-over", ("Receiver", luo), ("EndPosts", "true"), ("LastDay", "2026-02-28"), ("Why", "调离"))).Status);
        Assert.Contains("2026-02-28", (await system.Get($"/admin/people/{chen}?done=handed-over")).Text, StringComparison.Ordinal);
        Assert.Equal(404, (await system.Get("/admin/people/nobody")).Status);
    }

    private static async Task<TestSite> Filled()
    {
        var site = await TestSite.Open();
        await site.Store.AddRegions();
        await site.Store.AddUnits();
        return site;
    }
}

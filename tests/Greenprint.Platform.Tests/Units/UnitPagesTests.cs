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

        var post = (await site.Store.PostsOf(chen))[0];
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
    public async Task The_units_of_an_earlier_day_say_which_were_opened_renamed_and_closed_since()
    {
        await using var site = await Filled();
        var admin = await site.SignedIn("王管理", (Role.Administrator, Samples.Lanwan));
        async Task<string> Add(string name, string opened)
        {
            await admin.Get("/admin/units");
            var added = await admin.Post("add", ("Form.NameZh", name), ("Form.Kind", "ParkCommittee"), ("Form.Region", Samples.Lanwan), ("Form.Parent", "lanwan/government"), ("Form.Opened", opened));
            return added.Location![added.Location!.IndexOf("/admin", StringComparison.Ordinal)..];
        }

        var renamed = await Add("石汀产业园管委会", "2022-07-01");
        await admin.Get(renamed);
        Assert.Equal(302, (await admin.Post("reform", ("Reform.NameZh", "石汀开发区管委会"), ("Reform.Kind", "ParkCommittee"), ("Reform.Parent", "lanwan/government"), ("Reform.From", "2025-01-01"), ("Reform.Why", "更名批复"))).Status);
        await Add("海岸新区管委会", "2025-05-01");
        var closed = await Add("旧港管委会", "2020-01-01");
        await admin.Get(closed);
        Assert.Equal(302, (await admin.Post("close", ("Last", "2025-02-28"), ("Why", "机构改革"))).Status);

        var then = (await admin.Get("/admin/units?day=2024-06-01")).Text;
        Assert.Contains("此后新增 1，改动 1，取消或撤下 1", then, StringComparison.Ordinal);
        Assert.Contains("<del><span class=\"hidden\">原为 </span>石汀产业园管委会</del>", then, StringComparison.Ordinal);
        Assert.Contains("＋ 新设", then, StringComparison.Ordinal);
        Assert.Contains("海岸新区管委会", then, StringComparison.Ordinal);
        Assert.Contains("－ 撤销", then, StringComparison.Ordinal);
        Assert.DoesNotContain("± 改动", (await admin.Get("/admin/units")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_unit_keeps_a_unit_above_that_lies_in_another_county_gets_none_there_and_is_not_changed_by_an_old_page()
    {
        await using var site = await Filled();
        await site.Store.In(services => services.GetRequiredService<IChanges>().Apply(
            Actor.System("test"),
            async change =>
            {
                await services.GetRequiredService<IRegions>().Add(change, [new Organization("lanwan/pumps", Samples.Lanwan, ("泵站", "Pumps"), Parent: "qingxi/water")], CancellationToken.None);
                return 0;
            },
            CancellationToken.None));
        const string page = "/admin/unit?id=lanwan/pumps";
        var (admin, other) = (await site.SignedIn("王管理", (Role.Administrator, Samples.Lanwan)), await site.SignedIn("陈管理", (Role.Administrator, Samples.Lanwan)));
        Task<Answer> Reform(Browser who, string name, string parent) => who.Post("reform", ("Reform.NameZh", name), ("Reform.Kind", "Department"), ("Reform.Parent", parent), ("Reform.Why", "更名批复"));
        async Task<Organization> Now() => (await site.Store.In(services => services.GetRequiredService<IUnits>().Find("lanwan/pumps", CancellationToken.None)))!;

        Assert.Contains("value=\"qingxi/water\" selected", (await admin.Get(page)).Text, StringComparison.Ordinal);
        await other.Get(page);
        Assert.Equal(302, (await Reform(admin, "第一泵站", "qingxi/water")).Status);
        var refused = (await Reform(other, "第二泵站", "")).Text;
        Assert.Contains("已被他人变更", refused, StringComparison.Ordinal);
        Assert.Equal(("第一泵站", "qingxi/water"), ((await Now()).Name.Zh, (await Now()).Parent));

        // What was typed is still there, what somebody made of the unit stands beside it, and saving again is meant.
        Assert.Contains("value=\"第二泵站\"", refused, StringComparison.Ordinal);
        Assert.Contains("现为：第一泵站", refused, StringComparison.Ordinal);
        Assert.Equal(302, (await Reform(other, "第二泵站", "qingxi/water")).Status);
        Assert.Equal("第二泵站", (await Now()).Name.Zh);

        await admin.Get(page);
        Assert.Equal(302, (await Reform(admin, "第一泵站", "lanwan/water")).Status);
        await admin.Get(page);
        Assert.Contains("不在您的管理范围内", (await Reform(admin, "第一泵站", "qingxi/water")).Text, StringComparison.Ordinal);
        Assert.Equal("lanwan/water", (await Now()).Parent);
    }

    [Fact]
    public async Task A_day_that_cannot_be_read_is_asked_again_and_never_taken_for_today()
    {
        await using var site = await Filled();
        var admin = await site.SignedIn("王管理", (Role.Administrator, Samples.Lanwan));
        var chen = await site.Store.NewPerson("陈屿", (Role.Reporter, Samples.Lanwan));
        const string page = "/admin/unit?id=lanwan/water";
        Task<IReadOnlyList<Post>> Posts() => site.Store.PostsOf(chen);

        await admin.Get(page);
        Assert.Contains("年-月-日", (await admin.Post("appoint", ("Post.Person", chen), ("Post.TitleZh", "联络员"), ("Post.From", "1.3.2026"))).Text, StringComparison.Ordinal);
        Assert.Empty(await Posts());
        Assert.Contains("年-月-日", (await admin.Post("reform", ("Reform.NameZh", "水务局"), ("Reform.Kind", "Department"), ("Reform.Parent", "lanwan/government"), ("Reform.From", "1.3.2026"), ("Reform.Why", "更名"))).Text, StringComparison.Ordinal);

        await admin.Get(page);
        Assert.Contains("日期不合", (await admin.Post("reform", ("Reform.NameZh", "水务局"), ("Reform.Kind", "Department"), ("Reform.Parent", "lanwan/government"), ("Reform.From", "0001-01-01"), ("Reform.Why", "更名"))).Text, StringComparison.Ordinal);

        await admin.Get(page);
        Assert.Equal(302, (await admin.Post("appoint", ("Post.Person", chen), ("Post.TitleZh", "联络员"), ("Post.From", "2024-01-01"))).Status);
        await admin.Get(page);
        Assert.Contains("最后一日", (await admin.Post($"end-{(await Posts())[0].Id}", ("EndUntil", "1.3.2026"))).Text, StringComparison.Ordinal);
        Assert.Null((await Posts())[0].Until);
    }

    [Fact]
    public async Task The_page_of_a_person_tells_an_administrator_the_record_of_their_own_regions_only()
    {
        await using var site = await Filled();
        var admin = await site.SignedIn("王管理", (Role.Administrator, Samples.Lanwan));
        var everywhere = await site.SignedIn("总管理", (Role.Administrator, Grant.Everywhere));
        var chen = await site.Store.NewPerson("陈屿", (Role.Evaluator, Samples.Lanwan), (Role.Editor, Samples.Qingxi));
        await everywhere.Get($"/admin/people/{chen}");
        Assert.Equal(302, (await everywhere.Post("give", ("Role", "Reporter"), ("Region", Samples.Qingxi), ("Why", "清溪的分工"))).Status);

        Assert.Contains("清溪的分工", (await everywhere.Get($"/admin/people/{chen}")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("清溪的分工", (await admin.Get($"/admin/people/{chen}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_invitation_that_names_a_unit_asks_for_the_post_in_it()
    {
        await using var site = await Filled();
        var admin = await site.SignedIn("王管理", (Role.Administrator, Samples.Lanwan));

        await admin.Get("/admin/people");
        var refused = await admin.Post("invite", ("MeantFor", "罗溪"), ("PostUnit", "lanwan/water"), ("Title", " "), ("Role", "Reporter"), ("Region", Samples.Lanwan));

        Assert.Contains("选择单位时须填写职务", refused.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("data-one-time-link", refused.Text, StringComparison.Ordinal);
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

using System.Text.RegularExpressions;
using Greenprint.Planning.Tests.Office;
using Greenprint.Planning.Tests.Packs;
using Greenprint.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Greenprint.Planning.Tests.Packs.Some;
using static Greenprint.Planning.Tests.YearTasks.TaskStore;

namespace Greenprint.Planning.Tests.YearTasks;

/// <summary>Filters under names, told over HTTP: one's own, those of a unit, and who is kept out.</summary>
public sealed class SavedViewTests
{
    private const string Tasks = "/office/plans/taishan-15/tasks";
    private const string Views = "/office/views";

    [Fact]
    public async Task A_filter_is_kept_opened_with_renamed_and_deleted_and_nobody_else_sees_it()
    {
        await using var site = await Site();
        var wang = await site.SignedIn("王编辑", Role.Editor, OfficeSite.Taishan);
        var li = await site.SignedIn("李编辑", Role.Editor, OfficeSite.Taishan);
        await Keep(wang, "?year=2027&q=%E6%B1%A1%E6%B0%B4", "污水任务", "");
        Assert.Contains(">污水任务</a>", (await wang.Get(Tasks + "?year=2026")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("污水任务", (await li.Get(Tasks + "?year=2026")).Text, StringComparison.Ordinal);

        await wang.Get(Tasks + "?year=2026");
        Assert.Equal(302, (await wang.PostTo(Views, "default", ("act", "default"))).Status);
        Assert.EndsWith("?year=2027&q=污水", (await wang.Get(Tasks)).Location, StringComparison.Ordinal);
        Assert.Equal(200, (await li.Get(Tasks)).Status);

        await wang.Get(Tasks + "?year=2026");
        Assert.Equal(302, (await wang.PostTo(Views, "rename", ("act", "rename"), ("name", "管网任务"))).Status);
        Assert.Contains(">管网任务</a>", (await wang.Get(Tasks + "?year=2026")).Text, StringComparison.Ordinal);
        Assert.Equal(302, (await wang.PostTo(Views, "remove", ("act", "remove"))).Status);
        Assert.DoesNotContain("管网任务", (await wang.Get(Tasks + "?year=2026")).Text, StringComparison.Ordinal);
        Assert.Equal(200, (await wang.Get(Tasks)).Status);
        var kinds = await site.Store.In(services => services.GetRequiredService<GreenprintDb>().Set<HistoryEntry>().Where(entry => entry.Kind.StartsWith("view.")).OrderBy(entry => entry.Number).Select(entry => entry.Kind).ToListAsync(Stop));
        Assert.Equal(["view.saved", "view.default", "view.renamed", "view.removed"], kinds);
    }

    [Fact]
    public async Task T21_a_view_of_a_unit_is_seen_and_changed_by_its_people_only()
    {
        await using var site = await Site();
        var wang = await Posted(site, "王编辑", Housing.Id);
        var chen = await Posted(site, "陈科员", Housing.Id);
        var li = await Posted(site, "李科员", Bureau.Id);
        await Keep(wang, "?year=2026", "住建任务", Housing.Id);

        var shared = (await chen.Get(Tasks + "?year=2026")).Text;
        Assert.Contains("住建任务", shared, StringComparison.Ordinal);
        var id = Regex.Match(shared, "name=\"id\" value=\"([0-9a-f]+)\"").Groups[1].Value;
        Assert.DoesNotContain("住建任务", (await li.Get(Tasks + "?year=2026")).Text, StringComparison.Ordinal);

        // Made-up requests: another unit's view, and a view in the name of another unit.
        Assert.Contains("PLF-073", (await li.PostTo(Views, "save", ("act", "remove"), ("id", id))).Text, StringComparison.Ordinal);
        await li.Get(Tasks + "?year=2026");
        Assert.Contains("PLF-073", (await li.PostTo(Views, "save", ("act", "save"), ("name", "x"), ("unit", Housing.Id))).Text, StringComparison.Ordinal);
        await li.Get(Tasks + "?year=2026");
        Assert.Equal(400, (await li.PostTo(Views, "save", ("act", "save"), ("name", "x"), ("unit", ""), ("back", "//elsewhere.example/"))).Status);
        await li.Get(Tasks + "?year=2026");
        Assert.Contains("PLF-072", (await li.PostTo(Views, "save", ("act", "default"), ("id", id))).Text, StringComparison.Ordinal);

        await chen.Get(Tasks + "?year=2026");
        Assert.Equal(302, (await chen.PostTo(Views, "remove", ("act", "remove"))).Status);
        Assert.DoesNotContain("住建任务", (await wang.Get(Tasks + "?year=2026")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_name_again_keeps_one_view_with_the_new_filter()
    {
        await using var site = await Site();
        var wang = await site.SignedIn("王编辑", Role.Editor, OfficeSite.Taishan);
        await Keep(wang, "?year=2026", "常用", "");
        await Keep(wang, "?year=2028", "常用", "");

        var view = Assert.Single(Regex.Matches((await wang.Get(Tasks + "?year=2027")).Text, "<a href=\"([^\"]*)\"[^>]*>常用</a>"));
        Assert.EndsWith("?year=2028", view.Groups[1].Value, StringComparison.Ordinal);
    }

    private static async Task Keep(Browser who, string query, string name, string unit)
    {
        await who.Get(Tasks + query);
        Assert.Equal(302, (await who.PostTo(Views, "save", ("act", "save"), ("name", name), ("unit", unit))).Status);
    }

    private static async Task<Browser> Posted(OfficeSite site, string name, string unit)
    {
        var browser = await site.SignedIn(name, Role.Editor, OfficeSite.Taishan);
        await site.Store.Within(async (services, change) =>
        {
            var person = await services.GetRequiredService<IPeople>().CreateDemoPerson(name, name, null, [], Stop);
            return await services.GetRequiredService<IUnits>().Appoint(change, new(person, unit, new("科员"), false, new(2020, 1, 1)), null, Stop);
        });
        return browser;
    }

    private static async Task<OfficeSite> Site()
    {
        var site = await OfficeSite.Open();
        await site.Store.Import(Pack("taishan-15") with
        {
            Region = OfficeSite.Taishan,
            Demo = false,
            Regions = [],
            Units = [Bureau with { Region = OfficeSite.Taishan }, Housing with { Region = OfficeSite.Taishan }],
        });
        await site.Store.Added(NewSewers(), "taishan-15");
        return site;
    }
}

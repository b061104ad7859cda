using Greenprint.Monitoring;
using Greenprint.Planning;
using Greenprint.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Greenprint.Indicators.Tests.Web;

/// <summary>An indicator that nothing computes is given its method on a page; and who may not.</summary>
public sealed class BindMethodPageTests
{
    private const string Page = "/office/plans/q/indicators/pm25/method";

    [Fact]
    public async Task A_method_is_bound_with_stations_that_there_are_and_in_the_unit_of_the_indicator()
    {
        await using var site = await Site();
        var editor = await site.SignedIn("王编辑", Role.Editor, County.Region);
        await editor.Get(Page);

        Assert.Contains("不能绑定", (await editor.Post("bind", ("Method", "water-sections-i-iii"), ("City", "试验"), ("Why", "站点已建成"))).Text, StringComparison.Ordinal);
        Assert.Contains("没有监测点位", (await editor.Post("bind", ("Method", "air-pm25-mean"), ("Stations", "没有的站"), ("Why", "站点已建成"))).Text, StringComparison.Ordinal);
        Assert.Contains("没有监测点位", (await editor.Post("bind", ("Method", "air-pm25-mean"), ("Stations", ""), ("City", ""), ("Why", "站点已建成"))).Text, StringComparison.Ordinal);
        Assert.Null((await Bound(site))?.Method);

        var done = await editor.Follow(await editor.Post("bind", ("Method", "air-pm25-mean"), ("City", "试验"), ("Why", "站点已建成")));
        Assert.Contains("已绑定算法", done.Text, StringComparison.Ordinal);
        Assert.Equal(("air-pm25-mean", "试验"), ((await Bound(site))!.Method, (await Bound(site))!.Arguments["city"]));
        Assert.DoesNotContain("绑定并计算", (await editor.Get(Page)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_may_not_edit_the_plan_is_kept_out_of_reading_and_posting_alike()
    {
        await using var site = await Site();
        var neighbour = await site.SignedIn("li", Role.Editor, IndicatorSite.Neighbour);

        Assert.Equal(302, (await site.Browser().Get(Page)).Status);
        Assert.Equal(403, (await neighbour.Get(Page)).Status);
        await neighbour.Get("/account");
        Assert.Equal(403, (await neighbour.PostTo(Page, "password", ("_handler", "bind"), ("Method", "air-pm25-mean"), ("City", "试验"), ("Why", "x"))).Status);
        Assert.Null(await Bound(site));
    }

    private static async Task<MethodBinding?> Bound(IndicatorSite site) =>
        (await site.Store.In(services => services.GetRequiredService<IPlans>().Find("q", TestContext.Current.CancellationToken)))!.Indicators[0].Method;

    // No pack may leave the method out; a plan that was read from a document can.
    private static async Task<IndicatorSite> Site()
    {
        var site = await IndicatorSite.Open();
        await site.Store.In(services => services.GetRequiredService<IChanges>().Apply(
            County.Clerk,
            async change =>
            {
                await services.GetRequiredService<IPlanPacks>().Import(change, County.Pack("q", 2026, 2030, County.Indicator("pm25", ValueOrigin.Computed, "air-pm25-mean")), CancellationToken.None);
                await change.Db.SaveChangesAsync(CancellationToken.None);
                await change.Db.Database.ExecuteSqlAsync($"UPDATE planning_indicators SET method = NULL, arguments = NULL WHERE plan = 'q'", CancellationToken.None);
                await services.GetRequiredService<IStations>().Add(change, [County.Air("s1")], CancellationToken.None);
                return 0;
            },
            CancellationToken.None));
        return site;
    }
}

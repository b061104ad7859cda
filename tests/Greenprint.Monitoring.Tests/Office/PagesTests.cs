using System.Globalization;
using Greenprint.Platform;
using Microsoft.Extensions.DependencyInjection;

namespace Greenprint.Monitoring.Tests.Office;

/// <summary>What an editor does on the pages, told over HTTP; and what others may not.</summary>
public sealed class PagesTests
{
    private const string Hourly = "Date,Hour,WatchPoint,AQI,Level,PrimaryPollution,PM2.5,PM10,CO,NO2,O3_1h,O3_8h,SO2\n"
        + "20250402,08,东湖,34,优,—,17,34,1.1,32,9,10,4\n20250402,09,东湖,34,优,—,-999,34,1.1,32,9,10,4\n";

    [Fact]
    public async Task An_editor_checks_a_file_imports_it_and_confirms_the_new_station()
    {
        await using var site = await MonitoringSite.Open();
        var editor = await site.SignedIn("王编辑", Role.Editor, MonitoringSite.Lanwan);
        await editor.Get("/office/observations");

        var check = await editor.Follow(await editor.Upload("check", [("海州.csv", Hourly)]));
        Assert.Contains("检查结果", check.Text, StringComparison.Ordinal);
        Assert.Contains("海州.csv: 第 3 行, PM2.5", check.Text, StringComparison.Ordinal);
        Assert.Contains("海州 东湖", check.Text, StringComparison.Ordinal);
        Assert.Empty(await Stations(site));   // the check stores nothing

        var done = await editor.Post("import");
        Assert.Contains("已导入，并记入历史", done.Text, StringComparison.Ordinal);
        var station = Assert.Single(await Stations(site));
        Assert.True(station.IsProvisional);
        var entry = Assert.Single(await site.Store.In(services => services.GetRequiredService<IHistory>().Of("observations", CancellationToken.None)));
        Assert.Equal("王编辑", entry.ActorName);

        Assert.Contains("东湖", (await editor.Get("/office/stations")).Text, StringComparison.Ordinal);
        var confirmed = await editor.Follow(await editor.Post(
            "confirm", ("Region", MonitoringSite.Lanwan), ("Water", "River"), ("Chosen", station.Id.ToString(CultureInfo.InvariantCulture))));
        Assert.Contains("已确认 1 个点位", confirmed.Text, StringComparison.Ordinal);
        Assert.Equal((MonitoringSite.Lanwan, false), Assert.Single(await Stations(site)) is var found ? (found.Region, found.IsProvisional) : default);

        var open = await site.Browser().Get("/stations");
        Assert.Contains("东湖", open.Text, StringComparison.Ordinal);
        Assert.Contains("岚湾县", open.Text, StringComparison.Ordinal);
        Assert.Contains("演示数据", open.Text, StringComparison.Ordinal);   // the county is an invented one
    }

    [Fact]
    public async Task A_refused_file_says_why_and_offers_no_import()
    {
        await using var site = await MonitoringSite.Open();
        var editor = await site.SignedIn("王编辑", Role.Editor, MonitoringSite.Lanwan);
        await editor.Get("/office/observations");

        var check = await editor.Follow(await editor.Upload("check", [("x.csv", "a,b\n1,2\n")]));

        Assert.Contains("第一行不是已知格式的表头", check.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("value=\"import\"", check.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/office/observations")]
    [InlineData("/office/stations")]
    public async Task Who_may_not_import_does_not_see_the_pages(string address)
    {
        await using var site = await MonitoringSite.Open();

        Assert.Equal(302, (await site.Browser().Get(address)).Status);   // to sign in
        var administrator = await site.SignedIn("李管理", Role.Administrator, MonitoringSite.Lanwan);
        Assert.NotEqual(200, (await administrator.Get(address)).Status);
    }

    [Fact]
    public async Task A_file_with_a_station_of_the_next_county_is_refused()
    {
        await using var site = await MonitoringSite.Open();
        await site.Data.Import("海州.csv", Hourly);
        var station = Assert.Single(await Stations(site));
        await site.Store.In(services => services.GetRequiredService<IStations>().Confirm(Actor.System("test"), station.Id, MonitoringSite.Yunchuan, null, CancellationToken.None));
        var editor = await site.SignedIn("王编辑", Role.Editor, MonitoringSite.Lanwan);
        await editor.Get("/office/observations");

        var check = await editor.Follow(await editor.Upload("check", [("海州.csv", Hourly)]));

        Assert.Contains("您没有在该地区导入的权限", check.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_one_person_has_uploaded_another_does_not_find()
    {
        await using var site = await MonitoringSite.Open();
        var editor = await site.SignedIn("王编辑", Role.Editor, MonitoringSite.Lanwan);
        await editor.Get("/office/observations");
        var shelved = await editor.Upload("check", [("海州.csv", Hourly)]);

        var other = await site.SignedIn("赵编辑", Role.Editor, MonitoringSite.Lanwan);
        var answer = await other.Get(new Uri(new Uri("http://localhost/"), shelved.Location).PathAndQuery);

        Assert.Equal(302, answer.Status);
        Assert.Contains("expired", answer.Location!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_upload_page_speaks_English_as_well()
    {
        await using var site = await MonitoringSite.Open();
        var editor = await site.SignedIn("editor", Role.Editor, MonitoringSite.Lanwan);
        Assert.Contains("Import measurements", (await editor.Get("/en/office/observations")).Text, StringComparison.Ordinal);
        await editor.Get("/en/office/observations");
        Assert.Contains("What the check says", (await editor.Follow(await editor.Upload("check", [("海州.csv", Hourly)]))).Text, StringComparison.Ordinal);
    }

    private static Task<IReadOnlyList<StationInfo>> Stations(MonitoringSite site) =>
        site.Store.In(services => services.GetRequiredService<IStations>().All(null, null, CancellationToken.None));
}

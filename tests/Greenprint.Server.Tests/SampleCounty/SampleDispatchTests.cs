using System.Globalization;
using Greenprint.Delivery;
using Greenprint.Delivery.Cycles;
using Greenprint.Delivery.Dispatch;
using Greenprint.Delivery.Evidences;
using Greenprint.Delivery.Reports;
using Greenprint.Platform;
using Greenprint.Server.SampleCounty;
using Greenprint.Server.SampleCounty.Past;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Greenprint.Server.Tests.SampleCounty;

/// <summary>What the three years of dispatch of the sample county promise.</summary>
public sealed class SampleDispatchTests(SampleHost host)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_act_of_the_table_happened_and_every_kind_of_item_is_there()
    {
        await using var scope = host.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<GreenprintDb>();
        var acts = await db.Set<EventRow>().Select(e => e.Act).Distinct().ToListAsync(Stop);
        var items = await Items(db);

        // A report is withdrawn and an order refused by hand only; and here every government has somebody who accepts, so no acceptance is recorded for it.
        Assert.Empty(Enum.GetValues<DispatchAct>().Except([DispatchAct.Begin, DispatchAct.Withdraw, DispatchAct.Reject, DispatchAct.RecordAcceptance]).Except(acts));
        Assert.Contains(items, item => item.Row.IsSuspended);
        Assert.Contains(items, item => item.Row.IsExtensionAsked);
        Assert.Contains(items, item => item.Item.IsStruckOff);
        Assert.Contains(items, item => item.Row.Waits == StrikeOffStep.Prefecture);
        Assert.Contains(items, item => item.Row.Ending == DispatchEnding.Merged);
        Assert.Contains(items, item => item.Item.Returned == 1 && item.Row.Stage == DispatchStage.Closed);
        Assert.Contains(items, item => item.Row.Stage == DispatchStage.Reported);
        Assert.Contains(items, item => item.Row is { Stage: DispatchStage.Issued, Cycle: not null });
        Assert.Contains(items, item => item.Row.Person is null);
        Assert.Contains(items, item => item.Item.Nodes.GetValueOrDefault(DispatchStage.Signed) is { } signed && Quantities.ChinaTime.DayOf(signed.At) > item.Item.SignBy);
        Assert.True(items.Count(item => item.Row.Stage == DispatchStage.Closed) > 300);
    }

    [Fact]
    public async Task The_months_of_three_years_are_closed_and_the_last_one_is_open()
    {
        await using var scope = host.Services.CreateAsyncScope();
        var cycles = await scope.ServiceProvider.GetRequiredService<GreenprintDb>().Set<CycleRow>().Where(cycle => cycle.Period != "2026-11").ToListAsync(Stop);

        Assert.Equal([2024, 2025, 2026], cycles.Select(cycle => cycle.ToPeriod().Year).Distinct().Order());
        Assert.True(cycles.Count >= 29);
        Assert.Equal("2026-10", Assert.Single(cycles, cycle => cycle.ClosedAt is null).Period);
    }

    [Fact]
    public async Task What_the_file_tells_happened_to_an_item_of_that_month()
    {
        await using var scope = host.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<GreenprintDb>();
        var called = (await db.Set<ItemRow>().Where(item => item.Cycle != null)
            .Join(db.Set<CycleRow>(), item => item.Cycle, cycle => cycle.Id, (item, cycle) => new { item.Subject, cycle.Period }).ToListAsync(Stop))
            .Select(one => $"{one.Period} {one.Subject}").ToHashSet(StringComparer.Ordinal);

        Assert.Empty(SampleFiles.DispatchEvents().Select(told => $"{told.Period} {told.Plan}/{told.Code}").Where(told => !called.Contains(told)));
    }

    [Fact]
    public async Task Most_reports_are_in_time_some_late_and_quantities_never_shrink()
    {
        await using var scope = host.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<GreenprintDb>();
        var items = (await Items(db)).Where(item => item.Row.Stage == DispatchStage.Closed && item.Row.Cycle is not null).ToList();
        var reports = (await db.Set<ReportRow>().ToListAsync(Stop)).ToLookup(report => report.Item);
        var inTime = items.Count(item => Quantities.ChinaTime.DayOf(item.Item.ReportedAt!.Value) <= item.Row.Due);

        Assert.InRange(100.0 * inTime / items.Count, 75, 98);
        foreach (var task in items.GroupBy(item => item.Row.Subject))
        {
            var done = task.OrderBy(item => item.Row.Due).Select(item => reports[item.Row.Id].MaxBy(report => report.Number)!.Quantity).ToList();
            Assert.Equal(done.Order(), done);
        }

        Assert.Contains(reports.SelectMany(group => group), report => report.Difficulties.Length > 0);
    }

    [Fact]
    public async Task Proofs_say_that_they_are_invented_and_a_photo_has_its_day_and_place_inside_only()
    {
        await using var scope = host.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var proofs = await services.GetRequiredService<GreenprintDb>().Set<EvidenceRow>().Where(proof => proof.RemovedAt == null && proof.Name.Contains("演示数据")).ToListAsync(Stop);
        var photo = proofs.First(proof => proof.Kind == FileKind.Jpeg);

        Assert.True(proofs.Count > 80);
        Assert.Equal([FileKind.Jpeg, FileKind.Pdf], proofs.Select(proof => proof.Kind).Distinct().Order());
        Assert.True(photo.TakenAt is not null && photo.Latitude is > 21 and < 22 && photo.CleanSha256 is not null);
        await using var clean = await services.GetRequiredService<IFiles>().Open(photo.CleanSha256!, Stop);
        using var bytes = new MemoryStream();
        await clean.CopyToAsync(bytes, Stop);
        Assert.Equal(PhotoFacts.None, PhotoFacts.OfJpeg(bytes.ToArray()));
    }

    [Fact]
    public async Task The_history_holds_and_every_file_is_whole()
    {
        await using var scope = host.Services.CreateAsyncScope();
        var verdicts = await Task.WhenAll(scope.ServiceProvider.GetServices<IDoctorCheck>().Where(check => check.Name.StartsWith("files", StringComparison.Ordinal)).Select(check => check.Look(Stop)));

        Assert.NotEmpty(verdicts);
        Assert.All(verdicts, verdict => Assert.Equal(DoctorLevel.Good, verdict.Level));
        Assert.Null(await scope.ServiceProvider.GetRequiredService<IHistory>().Verify(Stop));
    }

    [Fact]
    public async Task It_is_the_same_whenever_it_is_made_and_made_once()
    {
        var folder = Directory.CreateTempSubdirectory("greenprint-past-").FullName;
        try
        {
            await using var site = Site.Compose(StoreLocation.OnSqlite(folder), SampleHost.Today);
            await site.Services.PrepareStore(StoreKind.Demo, Stop);
            await using var scope = site.Services.CreateAsyncScope();
            await ActivatorUtilities.CreateInstance<CountyPast>(scope.ServiceProvider).Live(Stop);
            await using var other = host.Services.CreateAsyncScope();
            var here = await Acts(scope.ServiceProvider.GetRequiredService<GreenprintDb>());

            Assert.Equal(here, await Acts(other.ServiceProvider.GetRequiredService<GreenprintDb>()));
            await County.In(other.ServiceProvider).Make(_ => { }, Stop);
            Assert.Equal(here, await Acts(other.ServiceProvider.GetRequiredService<GreenprintDb>()));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<IReadOnlyList<StoredItem>> Items(GreenprintDb db) => await DispatchStore.With(db, await db.Set<ItemRow>().AsNoTracking().ToListAsync(Stop), Stop);

    // Everything that happened before the day of the host, without the ids, which are made anew each time.
    private static async Task<IReadOnlyList<string>> Acts(GreenprintDb db)
    {
        var today = Quantities.ChinaTime.StartOf(SampleHost.Today);
        var rows = await db.Set<EventRow>().AsNoTracking().Join(db.Set<ItemRow>(), e => e.Item, item => item.Id, (e, item) => new { Event = e, item.Subject, item.TitleZh }).ToListAsync(Stop);
        var reports = await db.Set<ReportRow>().AsNoTracking().Where(report => report.At < today).OrderBy(report => report.At).Select(report => report.Text).ToListAsync(Stop);
        return
        [
            .. rows.Where(row => row.Event.At < today).Select(row => string.Create(CultureInfo.InvariantCulture, $"{row.Event.At:u} {row.Subject} {row.Event.Number} {row.Event.Act} {row.Event.ByName} {row.Event.Why} {row.Event.Day:o}")).Order(StringComparer.Ordinal),
            .. reports.Order(StringComparer.Ordinal),
        ];
    }
}

using Greenprint.Planning.Gantt;
using Greenprint.Planning.Tests.Office;
using Greenprint.Planning.Tests.Packs;
using Greenprint.Planning.Tests.YearTasks;
using Greenprint.Planning.YearTasks;
using Greenprint.Platform;
using static Greenprint.Planning.Tests.Health.SoundPlan;
using static Greenprint.Planning.Tests.YearTasks.TaskStore;

namespace Greenprint.Planning.Tests.Gantt;

public sealed class GanttTests
{
    [Theory]
    [InlineData(2026, 2026), InlineData(2028, 2028), InlineData(2026, 2030)]
    public void Days_stand_in_order_from_the_first_edge_to_the_last(int first, int last)
    {
        var scale = new GanttScale(first, last);
        var days = Enumerable.Range(0, new DateOnly(last, 12, 31).DayNumber - new DateOnly(first, 1, 1).DayNumber + 1).Select(new DateOnly(first, 1, 1).AddDays).ToList();

        Assert.Equal(0, scale.At(days[0]));
        Assert.Equal(100, scale.After(days[^1]));
        Assert.All(days.Zip(days.Skip(1)), pair => Assert.True(scale.At(pair.First) < scale.At(pair.Second) && scale.After(pair.First) == scale.At(pair.Second)));
        Assert.Equal(100, scale.At(new(last + 3, 1, 1)));
        Assert.Equal(0, scale.At(new(first - 1, 6, 1)));
    }

    [Fact]
    public void One_year_is_marked_by_quarters_and_more_by_years()
    {
        Assert.Equal(["第一季度", "第二季度", "第三季度", "第四季度"], new GanttScale(2026, 2026).Ticks().Select(tick => tick.Label?.Zh).OfType<string>());
        Assert.Equal(["2026年", "2027年", "2028年", "2029年", "2030年"], new GanttScale(2026, 2030).Ticks().Select(tick => tick.Label?.Zh).OfType<string>());
    }

    [Fact]
    public void A_bar_begins_with_its_year_or_after_what_it_waits_for_and_late_ones_are_counted_in_days()
    {
        var after = Sewers.With(task => task with { DependsOn = ["2027-02"] });
        var before = Step("2027-02", new(YearTaskSourceKind.KeyTask, "t1"), new(2027, 2, 20));
        var never = Step("2027-03", new(YearTaskSourceKind.KeyTask, "t1"), new(2027, 2, 10)).With(task => task with { DependsOn = ["2027-01"] });
        var chart = Chart([after, before, never], new() { Year = 2027 }, new(2027, 3, 1));

        Assert.Equal([new DateOnly(2027, 2, 21), new(2027, 1, 1), new(2027, 2, 10)], chart.Bars.Select(bar => bar.From));
        Assert.Equal([null, 9, 19], chart.Bars.Select(bar => bar.LateDays));
        Assert.Equal(["2027-02"], chart.Before(chart.Bars[0]).Select(bar => bar.Task.Code));
        Assert.Equal([40, 96, 152], chart.Bars.Select(bar => bar.Top));
    }

    [Fact]
    public void What_the_filter_hides_and_what_was_cancelled_has_no_bar() =>
        Assert.Empty(Chart([Sewers with { IsCancelled = true }, Step("2028-01", new(YearTaskSourceKind.KeyTask, "t1"), new(2028, 5, 1))], new() { Year = 2027 }, Today).Bars);

    [Fact]
    public async Task The_page_shows_the_tasks_of_the_address_to_whoever_sees_the_work_and_to_nobody_else()
    {
        await using var site = await OfficeSite.Open();
        await site.Store.Import(Some.Pack("taishan-15") with { Region = OfficeSite.Taishan, Demo = false, Regions = [], Units = [Some.Bureau with { Region = OfficeSite.Taishan }, TaskStore.Housing with { Region = OfficeSite.Taishan }] });
        await site.Store.Added(NewSewers(2027), "taishan-15");
        var leader = await site.SignedIn("周副县长", Role.Leader, OfficeSite.Taishan);
        var elsewhere = await site.SignedIn("开平领导", Role.Leader, OfficeSite.Kaiping);

        Assert.Contains("新建污水管网", (await leader.Get("/office/plans/taishan-15/gantt?year=2027")).Text, StringComparison.Ordinal);
        Assert.Contains("没有符合条件的年度任务", (await leader.Get("/office/plans/taishan-15/gantt?year=2026")).Text, StringComparison.Ordinal);
        Assert.Equal(403, (await elsewhere.Get("/office/plans/taishan-15/gantt")).Status);
        var columns = await leader.Get("/office/plans/taishan-15/browse?group=air&indicator=air-pm25&keytask=t1&task=2027-01");
        Assert.Contains("没有按地区分解，也没有调度过", columns.Text, StringComparison.Ordinal);

        // What is not in the plan is not open, and neither is what hangs below it.
        Assert.DoesNotContain("新建污水管网", (await leader.Get("/office/plans/taishan-15/browse?group=air&indicator=none&keytask=t1")).Text, StringComparison.Ordinal);
        Assert.Equal(403, (await elsewhere.Get("/office/plans/taishan-15/browse")).Status);
    }

    private static GanttChart Chart(IReadOnlyList<YearTask> tasks, TaskFilter filter, DateOnly today) => GanttChart.Of(
        new(Plan, tasks, [], []) { Staff = Array.Empty<Post>().ToLookup(post => post.Unit), Persons = new Dictionary<string, string>() }, filter, new Dictionary<string, TaskStanding>(), today);
}

using Greenprint.Delivery.Reports;
using Greenprint.Planning;

namespace Greenprint.Delivery.Tests.Reports;

public sealed class TaskProgressTests
{
    private static readonly DateOnly Due = new(2026, 12, 20);

    // T6: kausal-watch said "not started" as long as nothing was completed.
    [Theory]
    [InlineData("InProgress", "InProgress", "NotStarted", "NotStarted")]
    [InlineData("InProgress", "Done", "NotStarted")]
    [InlineData("NotStarted", "NotStarted", "NotStarted")]
    [InlineData("Done", "Done", "Done")]
    [InlineData("Overdue", "Done", "Overdue")]
    [InlineData("NotStarted")]
    public void T6_one_task_in_progress_and_none_done_is_in_progress(string expected, params string[] parts) =>
        Assert.Equal(expected, TaskProgress.Of([.. parts.Select(Enum.Parse<ProgressState>)]).ToString());

    [Fact]
    public void A_task_is_overdue_after_its_last_day_and_done_whenever_it_was_done()
    {
        Assert.Equal(ProgressState.InProgress, TaskProgress.Of(isDone: false, isClaimed: false, isBegun: true, Due, Due));
        Assert.Equal(ProgressState.Overdue, TaskProgress.Of(isDone: false, isClaimed: false, isBegun: true, Due, Due.AddDays(1)));
        Assert.Equal(ProgressState.Done, TaskProgress.Of(isDone: true, isClaimed: false, isBegun: true, Due, Due.AddDays(1)));
        Assert.Equal(ProgressState.NotStarted, TaskProgress.Of(isDone: false, isClaimed: false, isBegun: false, Due, Due));
        Assert.Equal(ProgressState.InProgress, TaskProgress.Of(isDone: false, isClaimed: true, isBegun: true, Due, Due.AddDays(1)));
    }

    [Theory]
    [InlineData(12, 40, 30.0), InlineData(0, 40, 0.0)]
    public void T26_a_share_is_of_the_quantity_asked_for_and_a_done_of_zero_is_zero_of_it(int done, int asked, double share) => Assert.Equal((decimal)share, With(done, asked).Share);

    [Fact]
    public void T2_a_share_of_nothing_is_no_share()
    {
        Assert.Null(With(0, 0).Share);
        Assert.Null(With(3, null).Share);
        Assert.Null(With(null, 40).Share);
    }

    private static TaskProgress With(decimal? done, decimal? asked) => new(
        new YearTask("p", "2026-01", 1, new(2026, new(YearTaskSourceKind.KeyTask, "t"), ("题", "t"), Due, "u") { Quantity = asked }) { RecordedAt = default, RecordedBy = "x" },
        ProgressState.InProgress, done, null);
}

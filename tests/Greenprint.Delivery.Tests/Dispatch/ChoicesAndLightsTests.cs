using Greenprint.Delivery.Cycles;
using Greenprint.Delivery.Dispatch;
using Greenprint.Delivery.Reports;
using Greenprint.Delivery.WorkingDays;
using Greenprint.Quantities;

namespace Greenprint.Delivery.Tests.Dispatch;

public sealed class ChoicesAndLightsTests
{
    private static readonly CycleWindow Window = new(new DateOnly(2026, 3, 27), Story.Due, new DateOnly(2026, 4, 23));
    private static readonly Viewer Officer = new("chen", true, false, false, []);
    private static readonly Viewer Reviewer = new("li", false, true, false, []);
    private static readonly Viewer Bureau = new("wang", false, false, true, [StrikeOffStep.County]);

    private static ItemChoices For(Story story, Viewer viewer, DateTimeOffset now, DateOnly? closed = null) => new(story.Item, viewer, new(Window, closed), now);

    [Fact]
    public void T21_only_the_unit_writes_only_the_reviewer_approves_only_the_bureau_issues()
    {
        var now = Story.At(4, 1);
        Assert.True(For(Story.Issued(), Officer, now).CanSign);
        Assert.False(For(Story.Issued(), Reviewer, now).CanSign);
        Assert.True(For(Story.InHand(), Officer, now).CanSubmit);
        Assert.False(For(Story.InHand(), Bureau, now).CanReport);
        Assert.True(For(Story.Reported(), Reviewer, now).CanApprove);
        Assert.True(For(Story.Reported(), Reviewer, now).CanReturn);
        Assert.False(For(Story.Reported(), Officer, now).CanApprove);
        Assert.True(For(Story.Reported(), Officer, now).CanWithdraw);
        Assert.False(For(Story.Reported(), Bureau, now).CanApprove);
        Assert.NotNull(For(Story.Reported(), Bureau, now).WhyNot(DispatchAct.Check));
    }

    [Theory]
    [InlineData(26, 23, "NotYetOpen"), InlineData(27, 0, null)]
    public void A_report_is_taken_from_the_first_moment_of_the_window(int day, int hour, string? reason)
    {
        var choices = For(Story.InHand(), Officer, Story.At(3, day, hour));

        Assert.Equal(reason, choices.Lock?.Reason.ToString());
        Assert.Equal(reason is null, choices.CanSubmit);
        Assert.True(choices.CanReport);   // the draft can be begun at any time
    }

    [Fact]
    public void After_the_lock_the_bureau_opens_one_item_until_a_day_and_no_longer()
    {
        var now = Story.At(4, 24);
        var story = Story.InHand();
        Assert.Equal(LockReason.PastLock, For(story, Officer, now).Lock!.Reason);
        Assert.True(For(story, Bureau, now).CanUnlock);
        Assert.False(For(story, Officer, now).CanUnlock);

        Assert.False(For(story, Bureau, Story.At(4, 23, 23)).CanUnlock);   // nothing is locked yet
        Assert.NotNull(For(story, Bureau, Story.At(4, 23, 23)).WhyNot(DispatchAct.Unlock));

        story.Then(story.Next(DispatchAct.Unlock, "wang") with { Day = new DateOnly(2026, 4, 28) });
        Assert.True(For(story, Bureau, Story.At(4, 27)).CanUnlock);   // an exception can be made longer while it runs
        Assert.True(For(story, Officer, Story.At(4, 28, 23)).CanSubmit);
        Assert.Equal(LockReason.PastLock, For(story, Officer, Story.At(4, 29, 0)).Lock!.Reason);
    }

    [Fact]
    public void A_cycle_closed_while_somebody_types_takes_the_report_no_more_but_keeps_the_draft()
    {
        var choices = For(Story.InHand(), Officer, Story.At(4, 8), new DateOnly(2026, 4, 8));

        Assert.Equal(LockReason.CycleClosed, choices.Lock!.Reason);
        Assert.False(choices.CanSubmit);
        Assert.True(choices.CanReport);
    }

    [Theory]
    [InlineData(4, 20, null), InlineData(4, 21, "CycleClosed")]
    public void An_extension_that_was_granted_outlives_the_end_of_its_cycle_and_ends_on_its_day(int month, int day, string? reason)
    {
        var closed = new DateOnly(2026, 4, 10);
        var story = Story.InHand().Then(DispatchAct.AskExtension, "chen");
        story.Then(story.Next(DispatchAct.GrantExtension, "wang") with { Day = new DateOnly(2026, 4, 20) });
        var choices = For(story, Officer, Story.At(month, day, 23), closed);

        Assert.Equal(reason, choices.Lock?.Reason.ToString());
        Assert.Equal(reason is null, choices.CanSubmit);
        Assert.Equal(LockReason.CycleClosed, For(Story.InHand(), Officer, Story.At(4, 10, 23), closed).Lock!.Reason);   // one without a day of its own ends with the cycle
    }

    [Fact]
    public void What_stood_still_has_its_day_for_signing_moved_along_and_what_was_signed_for_keeps_it()
    {
        DispatchEvent Issue(Story story) => story.Next(DispatchAct.Issue, "wang") with { SignBy = new DateOnly(2026, 3, 5) };
        var waiting = Story.Registered().Then(DispatchAct.Review, "zhao");
        waiting.Then(Issue(waiting)).Then(DispatchAct.Suspend, "wang", Story.At(3, 4));
        var moved = Standstill.Of(waiting.Item, new DateOnly(2026, 3, 11), WorkCalendar.Shipped);
        Assert.Equal(new Standstill(new DateOnly(2026, 4, 16), new DateOnly(2026, 3, 12)), moved);
        waiting.Then(waiting.Next(DispatchAct.Resume, "wang", Story.At(3, 11)) with { Day = moved.Due, SignBy = moved.SignBy });
        Assert.False(RailModel.Of(waiting.Item, Story.At(3, 12, 23), WorkCalendar.Shipped).Nodes[(int)DispatchStage.Signed].IsLate);
        Assert.True(RailModel.Of(waiting.Item, Story.At(3, 13), WorkCalendar.Shipped).Nodes[(int)DispatchStage.Signed].IsLate);

        var signed = Story.Registered().Then(DispatchAct.Review, "zhao");
        signed.Then(Issue(signed)).Then(DispatchAct.Sign, "chen").Then(DispatchAct.Suspend, "wang", Story.At(3, 4));
        Assert.Null(Standstill.Of(signed.Item, new DateOnly(2026, 3, 11), WorkCalendar.Shipped).SignBy);
    }

    [Fact]
    public void Why_not_names_each_act_once_with_the_reason_that_this_person_has()
    {
        var registrar = new ItemChoices(Story.Registered().Item, Bureau, CycleBounds.None, Story.At(3, 3)).Impossible;
        Assert.Equal("登记人不能审核自己登记的事项，请由他人审核。", Assert.Single(registrar, one => one.Acts.Contains(DispatchAct.Review)).Why.Zh);
        Assert.Equal("只有责任单位可以办理。", Assert.Single(registrar, one => one.Acts.Contains(DispatchAct.Sign)).Why.Zh);
        Assert.DoesNotContain(registrar, one => one.Acts.Contains(DispatchAct.Reject) || one.Acts.Contains(DispatchAct.Register));
    }

    [Theory]
    [InlineData(1, "Yellow", "Green"), InlineData(4, "Yellow", "Yellow"), InlineData(0, "Green", "Green")]
    public void When_a_light_turns_yellow_is_a_rule_and_not_a_law_of_the_program(int below, string onTheDay, string threeBefore)
    {
        Assert.Equal(onTheDay, Of(Story.At(4, 9)));
        Assert.Equal(threeBefore, Of(Story.At(4, 3)));
        Assert.Equal("Red", Of(Story.At(4, 10)));   // late is late by any rule

        string Of(DateTimeOffset now) => Lights.Of(Story.InHand().Item, now, WorkCalendar.Shipped, new LightRule(below)).Light.ToString();
    }

    [Fact]
    public void An_approved_report_and_a_suspended_item_say_so()
    {
        Assert.Equal(LockReason.Approved, For(Story.Reported().Then(DispatchAct.Check, "li"), Officer, Story.At(4, 1)).Lock!.Reason);
        Assert.Equal(LockReason.Suspended, For(Story.InHand().Then(DispatchAct.Suspend, "wang"), Officer, Story.At(4, 1)).Lock!.Reason);
        Assert.Equal(ReportState.Approved, For(Story.Closed(), Officer, Story.At(4, 1)).State);
    }

    // Due on Thursday 9 April 2026; 6 April is a day off, so 3 April (Friday) has 3 working days left: 7, 8, 9.
    [Theory]
    [InlineData(4, 3, "Green", 3), InlineData(4, 4, "Green", 3), InlineData(4, 7, "Yellow", 2), InlineData(4, 9, "Yellow", 0), InlineData(4, 10, "Red", -1), InlineData(4, 13, "Red", -2)]
    public void The_light_is_green_then_yellow_below_three_working_days_then_red(int month, int day, string light, int left)
    {
        var view = Lights.Of(Story.InHand().Item, Story.At(month, day, 23), WorkCalendar.Shipped, new LightRule(3));
        Assert.Equal((light, left), (view.Light.ToString(), view.DaysLeft!.Value));
    }

    [Fact]
    public void The_edge_of_a_deadline_is_midnight_in_China_whatever_the_host_says()
    {
        var last = ChinaTime.At(new DateTime(2026, 4, 9, 23, 59, 59));
        foreach (var zone in new[] { -11, 0, 9 })
        {
            Assert.Equal(Light.Yellow, Lights.Of(Story.InHand().Item, last.ToOffset(TimeSpan.FromHours(zone)), WorkCalendar.Shipped, new LightRule(3)).Light);
            Assert.Equal(Light.Red, Lights.Of(Story.InHand().Item, last.AddSeconds(1).ToOffset(TimeSpan.FromHours(zone)), WorkCalendar.Shipped, new LightRule(3)).Light);
        }
    }

    [Fact]
    public void A_slow_reviewer_makes_nobody_late_and_no_clock_runs_while_it_is_suspended()
    {
        var rule = new LightRule(3);
        var inTime = Story.InHand().Then(DispatchAct.Report, "chen", Story.At(4, 9, 23));
        Assert.Equal(Light.Green, Lights.Of(inTime.Item, Story.At(5, 20), WorkCalendar.Shipped, rule).Light);
        var late = Story.InHand().Then(DispatchAct.Report, "chen", Story.At(4, 10, 0)).Then(DispatchAct.Check, "li").Then(DispatchAct.Close, "wang");
        Assert.Equal(Light.Red, Lights.Of(late.Item, Story.At(5, 20), WorkCalendar.Shipped, rule).Light);
        Assert.Equal(Light.Grey, Lights.Of(Story.InHand().Then(DispatchAct.Suspend, "wang").Item, Story.At(5, 20), WorkCalendar.Shipped, rule).Light);
        Assert.Equal(Light.Grey, Lights.Of(Story.Registered().Item, Story.At(5, 20), WorkCalendar.Shipped, rule).Light);
    }

    [Fact]
    public void A_report_in_time_that_is_returned_after_the_lock_is_taken_again_and_is_not_late()
    {
        var story = Story.InHand().Then(DispatchAct.Report, "chen", Story.At(4, 9, 23));
        story.Then(story.Next(DispatchAct.Return, "li", Story.At(4, 27)) with { Day = new DateOnly(2026, 4, 30) });

        Assert.Null(For(story, Officer, Story.At(4, 30, 23)).Lock);
        Assert.Null(For(story, Officer, Story.At(4, 30, 23), new DateOnly(2026, 4, 24)).Lock);   // also where the cycle was closed
        Assert.Equal(LockReason.PastLock, For(story, Officer, Story.At(5, 1, 0)).Lock!.Reason);
        Assert.Equal((new DateOnly(2026, 4, 30), Story.Due), (story.Item.Due, story.Item.FirstDue));
        Assert.Equal(Light.Green, Lights.Of(story.Then(DispatchAct.Report, "chen", Story.At(4, 30, 23)).Item, Story.At(5, 20), WorkCalendar.Shipped, new LightRule(3)).Light);
    }

    [Fact]
    public void A_late_report_that_is_returned_is_taken_again_and_stays_late()
    {
        var story = Story.InHand().Then(DispatchAct.Report, "chen", Story.At(4, 10, 0));
        story.Then(story.Next(DispatchAct.Return, "li", Story.At(4, 27)) with { Day = new DateOnly(2026, 4, 30) });

        Assert.Null(For(story, Officer, Story.At(4, 30, 23)).Lock);
        Assert.Equal(Light.Red, Lights.Of(story.Then(DispatchAct.Report, "chen", Story.At(4, 28)).Item, Story.At(5, 20), WorkCalendar.Shipped, new LightRule(3)).Light);
    }

    [Theory]
    [InlineData(23, true), InlineData(24, false)]
    public void A_report_is_withdrawn_only_while_it_can_be_handed_in_again(int day, bool can)
    {
        var story = Story.InHand().Then(DispatchAct.Report, "chen", Story.At(4, 9));

        Assert.Equal(can, For(story, Officer, Story.At(4, day)).CanWithdraw);
        Assert.Equal(can, For(story, Officer, Story.At(4, day)).WhyNot(DispatchAct.Withdraw) is null);
    }

    [Fact]
    public void Signing_has_its_own_day()
    {
        var story = Story.Registered().Then(DispatchAct.Review, "zhao");
        story.Then(story.Next(DispatchAct.Issue, "wang") with { SignBy = new DateOnly(2026, 3, 5) });

        bool IsLate(DateTimeOffset now) => RailModel.Of(story.Item, now, WorkCalendar.Shipped).Nodes[(int)DispatchStage.Signed].IsLate;
        Assert.False(IsLate(Story.At(3, 5, 23)));
        Assert.True(IsLate(Story.At(3, 6, 0)));
        story.Then(DispatchAct.Sign, "chen", Story.At(3, 5, 23));
        Assert.False(IsLate(Story.At(3, 9)));
    }
}

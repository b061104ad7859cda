using Greenprint.Delivery.Dispatch;
using Greenprint.Delivery.Reports;

namespace Greenprint.Delivery.Tests.Dispatch;

/// <summary>What may be done in which stage, typed by hand; the program's own table is not asked.</summary>
public sealed class DispatchTableTests
{
    // One column per stage: Registered Reviewed Issued Signed InHand Reported Checked Closed.
    private static readonly Dictionary<string, string> Possible = new()
    {
        ["Register"] = "........",
        ["Review"] = "x.......",
        ["Reject"] = "xx......",
        ["Issue"] = ".x......",
        ["Sign"] = "..x.....",
        ["Decline"] = "..x.....",
        ["Begin"] = "...x....",
        ["Report"] = "...xx...",
        ["Withdraw"] = ".....x..",
        ["Return"] = ".....xx.",
        ["Check"] = ".....x..",
        ["Close"] = "......x.",
        ["Urge"] = "..xxx...",
        ["AskExtension"] = "..xxx...",
        ["GrantExtension"] = "........",
        ["RefuseExtension"] = "........",
        ["Suspend"] = "xxxxx...",
        ["Resume"] = "........",
        ["Merge"] = "xxxxxx..",
        ["HandOver"] = "xxxxx...",   // to another unit
        ["Unlock"] = "..xxx...",
        ["AskStrikeOff"] = ".......x",
        ["AcceptStrikeOff"] = "........",
        ["RefuseStrikeOff"] = "........",
        ["RecordAcceptance"] = "........",
    };

    private static Story At(DispatchStage stage) => stage switch
    {
        DispatchStage.Registered => Story.Registered(StrikeOffStep.County),
        DispatchStage.Reviewed => Story.Registered(StrikeOffStep.County).Then(DispatchAct.Review, "zhao"),
        DispatchStage.Issued => Story.Issued(StrikeOffStep.County),
        DispatchStage.Signed => Story.Issued(StrikeOffStep.County).Then(DispatchAct.Sign, "chen"),
        DispatchStage.InHand => Story.InHand(StrikeOffStep.County),
        DispatchStage.Reported => Story.Reported(StrikeOffStep.County),
        DispatchStage.Checked => Story.Reported(StrikeOffStep.County).Then(DispatchAct.Check, "li"),
        _ => Story.Closed(StrikeOffStep.County),
    };

    [Fact]
    public void In_each_stage_exactly_the_acts_of_the_table_are_possible()
    {
        Assert.Equal(Enum.GetNames<DispatchAct>(), Possible.Keys);
        foreach (var stage in Enum.GetValues<DispatchStage>())
        {
            var story = At(stage);
            Assert.Equal(stage, story.Item.Stage);
            foreach (var (act, row) in Possible)
            {
                var next = story.Next(Enum.Parse<DispatchAct>(act), "somebody-else");
                Assert.True((row[(int)stage] == 'x') == (DispatchFold.WhyNot(story.Item, next) is null), $"{act} at {stage}");
            }
        }
    }

    [Fact]
    public void While_it_is_suspended_it_is_resumed_merged_or_handed_over_and_nothing_else()
    {
        var story = Story.InHand().Then(DispatchAct.Suspend, "wang");

        Assert.Equal(
            [DispatchAct.Resume, DispatchAct.Merge, DispatchAct.HandOver],
            Enum.GetValues<DispatchAct>().Where(act => DispatchFold.WhyNot(story.Item, story.Next(act, "somebody-else")) is null));
    }

    [Theory]
    [InlineData("Reject"), InlineData("Decline"), InlineData("Return"), InlineData("AskExtension"), InlineData("RefuseExtension"), InlineData("Suspend"), InlineData("Merge"), InlineData("HandOver"), InlineData("Unlock"), InlineData("RefuseStrikeOff")]
    public void What_takes_something_from_others_needs_a_reason(string name)
    {
        var act = Enum.Parse<DispatchAct>(name);
        var story = act switch
        {
            DispatchAct.Reject => Story.Registered(),
            DispatchAct.Decline => Story.Issued(),
            DispatchAct.Return => Story.Reported(),
            DispatchAct.RefuseExtension => Story.InHand().Then(DispatchAct.AskExtension, "chen"),
            DispatchAct.RefuseStrikeOff => Story.Closed(StrikeOffStep.County).Then(DispatchAct.AskStrikeOff, "chen"),
            _ => Story.InHand(),
        };

        Assert.Null(DispatchFold.WhyNot(story.Item, story.Next(act, "zhao")));
        Assert.NotNull(DispatchFold.WhyNot(story.Item, story.Next(act, "zhao") with { Why = " " }));
    }

    [Fact]
    public void Whoever_proposes_does_not_approve()
    {
        Assert.NotNull(DispatchFold.StateForbids(Story.Registered().Item, DispatchAct.Review, "wang"));
        Assert.NotNull(DispatchFold.StateForbids(Story.Reported().Item, DispatchAct.Check, "chen"));
        Assert.NotNull(DispatchFold.StateForbids(Story.Reported().Item, DispatchAct.Return, "chen"));
        Assert.NotNull(DispatchFold.StateForbids(Story.Reported().Then(DispatchAct.Check, "li").Item, DispatchAct.Return, "chen"));
        Assert.NotNull(DispatchFold.StateForbids(Story.InHand().Then(DispatchAct.AskExtension, "chen").Item, DispatchAct.GrantExtension, "chen"));
        Assert.NotNull(DispatchFold.StateForbids(Story.Closed(StrikeOffStep.County).Then(DispatchAct.AskStrikeOff, "chen").Item, DispatchAct.AcceptStrikeOff, "chen"));
    }

    [Fact]
    public void A_strike_off_is_a_chain_of_acceptances_by_different_people_and_a_refusal_begins_it_anew()
    {
        var story = Story.Closed(StrikeOffStep.County, StrikeOffStep.Prefecture, StrikeOffStep.Trade).Then(DispatchAct.AskStrikeOff, "chen");
        Assert.Equal(StrikeOffStep.County, story.Item.NextStep);
        story.Then(DispatchAct.AcceptStrikeOff, "zhao");
        Assert.Equal(StrikeOffStep.Prefecture, story.Item.NextStep);
        Assert.NotNull(DispatchFold.StateForbids(story.Item, DispatchAct.AcceptStrikeOff, "zhao"));

        story.Then(DispatchAct.RefuseStrikeOff, "sun");
        Assert.Null(story.Item.NextStep);
        story.Then(DispatchAct.AskStrikeOff, "chen").Then(DispatchAct.AcceptStrikeOff, "zhao").Then(DispatchAct.AcceptStrikeOff, "sun");
        Assert.False(story.Item.IsStruckOff);
        story.Then(DispatchAct.AcceptStrikeOff, "qian");
        Assert.True(story.Item.IsStruckOff);
        Assert.NotNull(DispatchFold.StateForbids(story.Item, DispatchAct.AskStrikeOff, "chen"));
    }

    [Fact]
    public void A_returned_report_leaves_the_rail_at_in_hand_and_the_second_one_counts()
    {
        var story = Story.Reported().Then(DispatchAct.Return, "li");
        Assert.Equal((DispatchStage.InHand, ReportState.Returned, 1), (story.Item.Stage, ReportStates.Of(story.Item), story.Item.Returned));
        Assert.DoesNotContain(DispatchStage.Reported, story.Item.Nodes.Keys);
        Assert.Null(story.Item.ReportedAt);

        story.Then(DispatchAct.Report, "chen").Then(DispatchAct.Withdraw, "chen").Then(DispatchAct.Report, "chen").Then(DispatchAct.Check, "li");
        Assert.Equal([ReportState.Returned, ReportState.Withdrawn, ReportState.Approved], ReportStates.OfEach(story.Events));
        Assert.Equal(3, story.Item.Reports);
    }

    [Fact]
    public void Another_unit_signs_anew_and_another_person_goes_on_where_it_stands()
    {
        var unit = Story.InHand().Then(DispatchAct.HandOver, "wang").Item;
        Assert.Equal((DispatchStage.Issued, "jia/farming", null), (unit.Stage, unit.Unit, unit.Person));

        var story = Story.InHand();
        var person = story.Then(story.Next(DispatchAct.HandOver, "wang") with { Unit = null, Person = "sun" }).Item;
        Assert.Equal((DispatchStage.InHand, Story.Unit, "sun"), (person.Stage, person.Unit, person.Person));
    }

    [Fact]
    public void An_extension_is_the_day_that_was_granted_and_the_first_day_stays_readable()
    {
        var story = Story.InHand().Then(DispatchAct.AskExtension, "chen");
        Assert.NotNull(DispatchFold.StateForbids(story.Item, DispatchAct.AskExtension, "chen"));

        var granted = story.Then(story.Next(DispatchAct.GrantExtension, "wang") with { Day = new DateOnly(2026, 4, 15) }).Item;
        Assert.Equal((new DateOnly(2026, 4, 15), Story.Due, null), (granted.Due, granted.FirstDue, granted.Extension));
        Assert.NotNull(DispatchFold.WhyNot(granted, story.Next(DispatchAct.AskExtension, "chen") with { Day = granted.Due }));
    }
}

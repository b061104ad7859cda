using Greenprint.Delivery.Dispatch;
using Greenprint.Delivery.Reports;
using Greenprint.Testing;

namespace Greenprint.Delivery.Tests.Dispatch;

/// <summary>Laws over everything that people may try, in any order.</summary>
public sealed class DispatchLawTests
{
    private static readonly string[] People = ["wang", "zhao", "chen", "li", "sun"];
    private static readonly Gen<(DispatchAct Act, string By, int Days)[]> Tries =
        Gen.Select(Gen.Enum<DispatchAct>(), Gen.Int[0, 4].Select(index => People[index]), Gen.Int[-3, 20]).Array[1, 60];

    [Fact]
    public void What_the_state_forbids_is_never_folded_and_what_it_allows_always_is() => Walk((story, next) =>
    {
        if (DispatchFold.WhyNot(story.Item, next) is null)
        {
            Assert.Equal(next.Number, DispatchFold.Apply(story.Item, next).Version);
        }
        else
        {
            Assert.Throws<InvalidOperationException>(() => DispatchFold.Apply(story.Item, next));
        }
    });

    [Fact]
    public void The_fold_of_any_accepted_events_is_a_state_that_makes_sense() => Walk((story, _) =>
    {
        var item = story.Item;
        Assert.True(item.Nodes.ContainsKey(item.Stage));
        Assert.All(item.Nodes.Keys, node => Assert.True(node <= item.Stage));
        Assert.Equal(item.Stage >= DispatchStage.Reported, item.ReportedBy is not null);
        Assert.True(item.Due >= item.FirstDue);
        Assert.True(item.Reports >= item.Returned);
        Assert.False(item.IsSuspended && item.Stage >= DispatchStage.Reported);
        Assert.Equal(item.Reports, ReportStates.OfEach(story.Events).Count);
        Assert.True(item.Reports == 0 || item.Stage < DispatchStage.Reported || ReportStates.OfEach(story.Events)[^1] == ReportStates.Of(item));
    });

    [Fact]
    public void Nobody_ever_approves_what_they_proposed() => Walk((story, _) =>
    {
        var reporter = "";
        foreach (var e in story.Events)
        {
            reporter = e.Act == DispatchAct.Report ? e.By : reporter;
            Assert.False(e.Act == DispatchAct.Review && e.By == "wang");
            Assert.False(e.Act == DispatchAct.Check && e.By == reporter);
        }

        Assert.Equal(story.Item.StrikeOff.Accepted.Count, story.Item.StrikeOff.Accepted.Distinct().Count());
    });

    [Fact]
    public void What_a_page_offers_is_what_the_fold_takes() => Walk((story, next) =>
    {
        var choices = new ItemChoices(story.Item, new Viewer(next.By, true, true, true, Enum.GetValues<StrikeOffStep>()), CycleBounds.None, Story.At(3, 20));
        if (!choices.May(next.Act) && choices.Lock is null)
        {
            Assert.NotNull(DispatchFold.WhyNot(story.Item, next));
        }

        Assert.Equal(choices.May(DispatchAct.Report), choices.CanSubmit);
        Assert.All(choices.Possible, act => Assert.Null(DispatchFold.StateForbids(story.Item, act, next.By)));
    });

    [Fact]
    public void Who_has_no_right_is_offered_nothing() => Walk((story, next) =>
    {
        var nobody = new Viewer(next.By, false, false, false, []);
        Assert.Empty(new ItemChoices(story.Item, nobody, CycleBounds.None, Story.At(3, 20)).Possible.Where(act => act is not (DispatchAct.AcceptStrikeOff or DispatchAct.RefuseStrikeOff)));
        Assert.False(new ItemChoices(story.Item, nobody, CycleBounds.None, Story.At(3, 20)).CanReport);
    });

    private static void Walk(Action<Story, DispatchEvent> law) => Tries.Sample(
        tries =>
        {
            var story = Story.Registered(StrikeOffStep.County, StrikeOffStep.Trade);
            foreach (var (act, by, days) in tries)
            {
                var next = story.Next(act, by) with { Day = story.Item.Due.AddDays(days) };
                law(story, next);
                if (DispatchFold.WhyNot(story.Item, next) is null)
                {
                    story.Then(next);
                }
            }
        },
        iter: Laws.Tries(300));
}

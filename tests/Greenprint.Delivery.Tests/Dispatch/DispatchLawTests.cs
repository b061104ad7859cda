using System.Collections.Concurrent;
using System.Text.Json;
using Greenprint.Delivery.Dispatch;
using Greenprint.Delivery.Reports;
using Greenprint.Delivery.WorkingDays;
using Greenprint.Quantities;
using Greenprint.Testing;

namespace Greenprint.Delivery.Tests.Dispatch;

/// <summary>Laws over everything that people may try, in any order.</summary>
public sealed class DispatchLawTests
{
    private static readonly string[] People = ["wang", "zhao", "chen", "li", "sun"];

    // The acts that may lead back, and the ones that lead on and by how much at most: typed by hand, the program's table is not asked.
    private static readonly DispatchAct[] Back = [DispatchAct.Decline, DispatchAct.Withdraw, DispatchAct.Return, DispatchAct.HandOver];

    private static readonly Dictionary<DispatchAct, DispatchStage> On = new()
    {
        [DispatchAct.Review] = DispatchStage.Reviewed,
        [DispatchAct.Issue] = DispatchStage.Issued,
        [DispatchAct.Sign] = DispatchStage.Signed,
        [DispatchAct.Begin] = DispatchStage.InHand,
        [DispatchAct.Report] = DispatchStage.Reported,
        [DispatchAct.Check] = DispatchStage.Checked,
        [DispatchAct.Close] = DispatchStage.Closed,
    };

    private static readonly Gen<(int Pick, string By, int Days)[]> Tries =
        Gen.Select(Gen.Int[0, 9_999], Gen.Int[0, 4].Select(index => People[index]), Gen.Int[-3, 20]).Array[1, 80];

    private static ItemChoices For(DispatchItem item, string person, bool all = true) =>
        new(item, all ? new Viewer(person, true, true, true, Enum.GetValues<StrikeOffStep>()) { IsOutside = true } : new Viewer(person, false, false, false, []), CycleBounds.None, Story.At(3, 20));

    [Fact]
    public void The_walks_of_these_laws_meet_every_act_and_every_stage()
    {
        ConcurrentDictionary<DispatchAct, bool> acts = [];
        ConcurrentDictionary<DispatchStage, bool> stages = [];
        Walk((story, next) =>
        {
            stages[story.Item.Stage] = true;
            if (DispatchFold.WhyNot(story.Item, next) is null)
            {
                acts[next.Act] = true;
            }
        },
        1_500);
        Assert.SkipUnless(Laws.AreWhole, "Only a share of the tries is made.");
        Assert.Equal(Enum.GetValues<DispatchAct>().Skip(1), acts.Keys.Order());
        Assert.Equal(Enum.GetValues<DispatchStage>(), stages.Keys.Order());
    }

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
    public void An_item_goes_back_only_by_an_act_that_says_so_and_on_by_one_node_at_a_time() => Walk((story, next) =>
    {
        if (DispatchFold.WhyNot(story.Item, next) is not null)
        {
            return;
        }

        var (was, now) = (story.Item.Stage, DispatchFold.Apply(story.Item, next).Stage);
        if (On.TryGetValue(next.Act, out var node))
        {
            Assert.Equal(node, now);
            Assert.True(now == was + 1 || (next.Act == DispatchAct.Report && was == DispatchStage.Signed));   // a report from 签收 has begun as well
        }
        else
        {
            Assert.True(now == was || (now < was && Back.Contains(next.Act)), $"{next.Act}: {was} to {now}");
        }
    });

    [Fact]
    public void In_every_state_each_act_is_possible_or_says_why_not_in_both_languages() => Walk((story, next) =>
    {
        foreach (var choices in new[] { For(story.Item, next.By), For(story.Item, next.By, all: false) })
        {
            foreach (var act in Enum.GetValues<DispatchAct>())
            {
                var why = choices.WhyNot(act);
                Assert.Equal(why is null, choices.Possible.Contains(act));
                Assert.True(why is null || (why.Zh.Length > 3 && why.En is { Length: > 3 }));
            }

            // What a page shows as possible and as not is everything, and each once.
            Assert.Equal(Enum.GetValues<DispatchAct>().Skip(1), choices.Possible.Concat(choices.Impossible.SelectMany(one => one.Acts)).Order());
            Assert.All(choices.Impossible, one => Assert.All(one.Acts, act => Assert.Equal(one.Why, choices.WhyNot(act))));
        }
    });

    [Fact]
    public void Whatever_is_open_somebody_can_take_on_and_what_has_ended_nobody_can() => Walk((story, _) =>
    {
        var item = story.Item;
        var possible = For(item, "somebody who did nothing yet").Possible;
        if (item.Ending != DispatchEnding.None)
        {
            Assert.Empty(possible);
        }
        else if (item.IsSuspended)
        {
            Assert.Contains(DispatchAct.Resume, possible);
        }
        else if (item.IsOpen)
        {
            Assert.Contains(possible, On.ContainsKey);
        }
        else if (item.Steps.Count > 0 && !item.IsStruckOff)
        {
            Assert.Contains(possible, act => act is DispatchAct.AskStrikeOff or DispatchAct.AcceptStrikeOff);
        }
    });

    [Fact]
    public void What_a_page_offers_is_what_the_fold_takes() => Walk((story, next) =>
    {
        var choices = For(story.Item, next.By);
        if (!choices.May(next.Act) && choices.Lock is null && next.Act != DispatchAct.Unlock)   // an item without a cycle never locks
        {
            Assert.NotNull(DispatchFold.WhyNot(story.Item, next));
        }

        Assert.Equal(choices.May(DispatchAct.Report), choices.CanSubmit);
        Assert.Equal(choices.May(DispatchAct.Unlock), choices.CanUnlock);
        Assert.All(choices.Possible, act => Assert.Null(DispatchFold.StateForbids(story.Item, act, next.By)));
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
    public void The_same_events_give_the_same_item_at_once_or_one_by_one_and_after_a_way_through_the_store() => Walk((story, _) =>
    {
        static string Said(DispatchItem item) => JsonSerializer.Serialize(item);
        var all = Said(DispatchFold.Of(story.Events));
        Assert.Equal(all, Said(story.Events.Aggregate((DispatchItem?)null, DispatchFold.Apply)!));
        Assert.Equal(all, Said(DispatchFold.Of(story.Events.Select(e => EventRow.Of("item", e).ToEvent()))));
        Assert.Throws<InvalidOperationException>(() => DispatchFold.Apply(story.Item, story.Events[^1]));   // an event counts once
    });

    [Fact]
    public void Nobody_ever_approves_or_sends_back_what_they_proposed() => Walk((story, _) =>
    {
        var (reporter, asker, accepted) = ("", "", new List<string>());
        foreach (var e in story.Events)
        {
            reporter = e.Act == DispatchAct.Report ? e.By : reporter;
            asker = e.Act is DispatchAct.AskExtension or DispatchAct.AskStrikeOff ? e.By : asker;
            Assert.False(e.Act == DispatchAct.Review && e.By == "wang");
            Assert.False(e.Act is DispatchAct.Check or DispatchAct.Return && e.By == reporter);
            Assert.False(e.Act is DispatchAct.GrantExtension or DispatchAct.AcceptStrikeOff or DispatchAct.RecordAcceptance && e.By == asker);
            accepted = e.Act == DispatchAct.AcceptStrikeOff ? [.. accepted, e.By] : e.Act is DispatchAct.RefuseStrikeOff or DispatchAct.AskStrikeOff ? [] : accepted;
            Assert.Equal(accepted.Count, accepted.Distinct().Count());
        }
    });

    [Fact]
    public void What_stood_still_has_as_many_working_days_left_as_before_to_report_and_to_sign() => Gen.Select(Gen.Int[0, 25], Gen.Int[0, 60], Gen.Int[0, 20]).Sample(
        (suspendedAfter, stood, signWithin) =>
        {
            var (calendar, issue) = (WorkCalendar.Shipped, new DateOnly(2026, 3, 3));
            var story = Story.Registered().Then(DispatchAct.Review, "zhao");
            story.Then(story.Next(DispatchAct.Issue, "wang") with { SignBy = calendar.Add(issue, signWithin) });
            var from = issue.AddDays(suspendedAfter);
            var before = story.Then(DispatchAct.Suspend, "wang", ChinaTime.At(from.ToDateTime(new TimeOnly(9, 0)))).Item;
            var moved = Standstill.Of(before, from.AddDays(stood), calendar);
            var after = story.Then(story.Next(DispatchAct.Resume, "wang") with { Day = moved.Due, SignBy = moved.SignBy }).Item;

            Assert.Equal(calendar.Between(from, before.Due), calendar.Between(from.AddDays(stood), after.Due));
            if (before.SignBy >= from)
            {
                Assert.Equal(calendar.Between(from, before.SignBy!.Value), calendar.Between(from.AddDays(stood), after.SignBy!.Value));
            }
        },
        iter: Laws.Tries(300));

    [Fact]
    public void Who_has_no_right_is_offered_nothing() => Walk((story, next) =>
    {
        var choices = For(story.Item, next.By, all: false);
        Assert.Empty(choices.Possible);
        Assert.False(choices.CanReport);
    });

    [Fact]
    public void A_light_follows_from_the_days_and_the_state_and_from_nothing_else() => Walk((story, next) =>
    {
        static LightView Light(DispatchItem item, DateTimeOffset now) => Lights.Of(item, now, WorkCalendar.Shipped, new LightRule(3));
        var now = Story.At(4, 9).AddDays(next.Number % 30 - 5);
        var light = Light(story.Item, now);

        // Told by others, about another unit, in another zone: the same.
        var others = story.Events.Select(e => e with { By = "x" + e.By, ByName = "别人", Why = "别的理由", Unit = e.Unit is null ? null : "x" + e.Unit, Person = null });
        var item = DispatchFold.Of(others);
        Assert.Equal(light, Light(item, now.ToOffset(TimeSpan.FromHours(-7))));

        // Time alone never makes it better.
        var later = Light(story.Item, now.AddDays(2));
        Assert.True(later.Light == light.Light || (light.Light, later.Light) is (Delivery.Light.Green, Delivery.Light.Yellow or Delivery.Light.Red) or (Delivery.Light.Yellow, Delivery.Light.Red));
        Assert.Equal(light.Light == Delivery.Light.Grey, story.Item.Ending != DispatchEnding.None || story.Item.IsSuspended || story.Item.Stage < DispatchStage.Issued);
    });

    // Half of the tries are what is possible, so that the walks come far; the others are anything. What ends an item is tried seldom.
    private static void Walk(Action<Story, DispatchEvent> law, int tries = 300) => Tries.Sample(
        walk =>
        {
            // A chain of strike-off is rarely walked to its end by chance: every third walk has none.
            var story = walk[0].Pick % 3 == 0 ? Story.Registered() : Story.Registered(StrikeOffStep.County, StrikeOffStep.Trade);
            foreach (var (pick, by, days) in walk)
            {
                var item = story.Item;
                var sensible = Enum.GetValues<DispatchAct>()
                    .Where(act => DispatchFold.StateForbids(item, act, by) is null && (pick % 13 == 0 || act is not (DispatchAct.Reject or DispatchAct.Merge))).ToList();
                var act = pick % 2 == 0 || sensible.Count == 0 ? (DispatchAct)(pick % 25) : sensible[pick / 2 % sensible.Count];
                var next = story.Next(act, by) with { Day = act == DispatchAct.Resume && days < 0 ? null : item.Due.AddDays(days) };
                law(story, next);
                if (DispatchFold.WhyNot(item, next) is null)
                {
                    story.Then(next);
                }
            }
        },
        iter: Laws.Tries(tries));
}

using Greenprint.Planning.Adjusting;
using Greenprint.Quantities;
using Greenprint.Testing;

namespace Greenprint.Planning.Tests.Adjusting;

/// <summary>Laws over everything that people may try, in any order.</summary>
public sealed class AdjustmentLawTests
{
    private static readonly string[] People = ["wang", "zhao", "chen", "li"];
    private static readonly Gen<(AdjustmentAct Act, string By, int Day, string Unit)[]> Tries = Gen.Select(
        Gen.Enum<AdjustmentAct>(), Gen.Int[0, 3].Select(index => People[index]), Gen.Int[0, 3], Gen.Bool.Select(water => water ? Request.Water : Request.Housing)).Array[1, 50];

    [Fact]
    public void What_the_state_forbids_is_never_folded_and_what_it_allows_always_is() => Walk((request, next) =>
    {
        if (AdjustmentFold.WhyNot(request.Now, next) is null)
        {
            Assert.Equal(next.Number, AdjustmentFold.Apply("jia-15", "A2027-01", request.Now, next).Version);
        }
        else
        {
            Assert.Throws<InvalidOperationException>(() => AdjustmentFold.Apply("jia-15", "A2027-01", request.Now, next));
        }
    });

    [Fact]
    public void It_is_decided_once_by_somebody_else_after_the_units_were_heard_and_published_once_after_that() => Walk((request, _) =>
    {
        var decisions = request.Events.Where(e => e.Act is AdjustmentAct.Approve or AdjustmentAct.Refuse).ToList();
        Assert.True(decisions.Count <= 1);
        Assert.All(decisions, e => Assert.NotEqual(request.Events[0].By, e.By));
        Assert.True(request.Events.Count(e => e.Act == AdjustmentAct.Publish) <= (decisions is [{ Act: AdjustmentAct.Approve }] ? 1 : 0));
        foreach (var approval in decisions.Where(e => e.Act == AdjustmentAct.Approve))
        {
            var before = AdjustmentFold.Of("jia-15", "A2027-01", request.Events.Take(approval.Number - 1));
            Assert.NotEmpty(before.Asked);
            Assert.True(!before.Silent.Any() || ChinaTime.DayOf(approval.At) > before.OpinionsUntil);
        }
    });

    [Fact]
    public void The_fold_of_any_accepted_events_is_a_state_that_makes_sense() => Walk((request, _) =>
    {
        if (request.Now is not { } now)
        {
            return;
        }

        Assert.True(now.Nodes.ContainsKey(now.Stage));
        Assert.All(now.Nodes.Keys, node => Assert.True(node <= now.Stage));
        Assert.Equal(now.Stage >= AdjustmentStage.Consulted, now.Asked.Count > 0);
        Assert.All(now.Opinions, opinion => Assert.Contains(opinion.Unit, now.Asked));
        Assert.Equal(now.Opinions.Count, now.Opinions.Select(opinion => opinion.Unit).Distinct().Count());
        Assert.Equal(now.Decision is not null, now.Stage >= AdjustmentStage.Decided || now.Ending == AdjustmentEnding.Refused);
        Assert.Equal(1, (now.IsOpen ? 1 : 0) + (now.IsApproved ? 1 : 0) + (now.Ending != AdjustmentEnding.None ? 1 : 0));
        Assert.Equal(request.Events[0].Proposal!.OldTarget, now.Proposal.OldTarget);
    });

    [Fact]
    public void As_of_any_moment_it_stands_as_its_events_until_then_make_it() => Walk((request, _) =>
    {
        for (var taken = 1; taken < request.Events.Count; taken++)
        {
            var then = AdjustmentFold.Of("jia-15", "A2027-01", request.Events.Take(taken));
            var after = AdjustmentFold.Apply("jia-15", "A2027-01", then, request.Events[taken]);
            Assert.Equal(taken + 1, after.Version);
            Assert.True(!(then.Ending != AdjustmentEnding.None));   // nothing happens to what has ended
        }
    });

    [Fact]
    public void What_a_page_offers_the_fold_takes() => Walk((request, next) =>
    {
        if (request.Now is { } now)
        {
            var viewer = new AdjustmentViewer(next.By, true, true, true, true, true, new HashSet<string> { Request.Water, Request.Housing });
            var today = ChinaTime.DayOf(next.At);
            Assert.All(new AdjustmentChoices(now, viewer, today).Possible, act => Assert.Null(AdjustmentFold.StateForbids(now, act, next.By, today)));
        }
    });

    private static void Walk(Action<Request, AdjustmentEvent> law) => Tries.Sample(
        tries =>
        {
            var (request, day) = (new Request([]), 1);
            foreach (var (act, by, days, unit) in tries)
            {
                day += days;
                var next = request.Next(act, by, day, unit);
                law(request, next);
                if (AdjustmentFold.WhyNot(request.Now, next) is null)
                {
                    request = new([.. request.Events, next]);
                }
            }
        },
        iter: Laws.Tries(300));
}

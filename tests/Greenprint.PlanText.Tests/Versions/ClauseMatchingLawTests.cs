using Greenprint.PlanText.Versions;

namespace Greenprint.PlanText.Tests.Versions;

public sealed class ClauseMatchingLawTests
{
    [Fact]
    public void A_plan_read_twice_keeps_every_id_and_changes_nothing() => SketchedPlan.Plans.Sample(plan =>
    {
        var matches = ClauseMatching.Match(plan, SketchedPlan.ReadAnew(plan));

        Assert.Equal(plan.Select(clause => (clause.Id, ClauseChange.None)), matches.Clauses.Select(match => (match.Id, match.Change)));
    });

    [Fact]
    public void However_the_clauses_are_shuffled_each_keeps_its_id() => SketchedPlan.Plans.SelectMany(plan => Gen.Shuffle(plan.ToArray()).Select(shuffled => (plan, shuffled))).Sample((_, shuffled) =>
    {
        var matches = ClauseMatching.Match(shuffled.OrderBy(clause => clause.Id, StringComparer.Ordinal).ToArray(), SketchedPlan.ReadAnew(shuffled));

        Assert.Equal(shuffled.Select(clause => clause.Id), matches.Clauses.Select(match => match.Id));
    });

    [Fact]
    public void A_new_clause_is_the_only_one_added_and_its_id_was_never_used() => Gen.Select(SketchedPlan.Plans, SketchedPlan.Text, Gen.Int[0, 99]).Sample((plan, text, place) =>
    {
        var after = plan.ToList();
        after.Insert(place % (plan.Count + 1), new VersionedClause("", 2, "第八节", "无中生有的一节", text));
        var matches = ClauseMatching.Match(plan, SketchedPlan.ReadAnew(after), everUsed: ["c1.7", "c6"]);

        var added = Assert.Single(matches.Clauses, match => match.IsAdded);
        Assert.Equal("无中生有的一节", added.New!.Title);
        Assert.DoesNotContain(added.Id, plan.Select(clause => clause.Id).Concat(["c1.7", "c6"]));
        Assert.DoesNotContain(matches.Clauses, match => match.IsGone || match.Old?.Title != match.New!.Title && !match.IsAdded);
    });

    [Fact]
    public void A_deleted_clause_is_the_only_one_gone() => Gen.Select(SketchedPlan.Plans, Gen.Int[0, 99]).Sample((plan, place) =>
    {
        var gone = plan[place % plan.Count];
        var matches = ClauseMatching.Match(plan, SketchedPlan.ReadAnew(plan.Where(clause => clause != gone)));

        Assert.Equal(gone, Assert.Single(matches.Clauses, match => match.IsGone).Old);
        Assert.DoesNotContain(matches.Clauses, match => match.IsAdded);
    });

    [Fact]
    public void A_clause_keeps_its_id_under_another_heading_title() => Gen.Select(SketchedPlan.Plans, Gen.Int[0, 99]).Sample((plan, place) =>
    {
        var at = place % plan.Count;
        var after = SketchedPlan.ReadAnew(plan.Select((clause, i) => i == at ? clause with { Title = "完全不同的说法" } : clause));
        var matches = ClauseMatching.Match(plan, after);

        Assert.Equal(plan.Select(clause => clause.Id), matches.Clauses.Select(match => match.Id));
        Assert.Equal(plan.Select((_, i) => i == at ? ClauseChange.Retitled : ClauseChange.None), matches.Clauses.Select(match => match.Change));
    });

    [Fact]
    public void Turned_round_the_same_clauses_are_pairs() => SketchedPlan.Versions.Sample((before, after) =>
    {
        var there = ClauseMatching.Match(before, after).Clauses.Select(match => (match.Old?.Id, match.New?.Id));
        var back = ClauseMatching.Match(after, before).Clauses.Select(match => (match.New?.Id, match.Old?.Id));

        Assert.Equal(there.Order(), back.Order());
    });

    [Fact]
    public void Every_clause_of_both_versions_stands_once_and_no_id_is_given_twice() => SketchedPlan.Versions.Sample((before, after) =>
    {
        var matches = ClauseMatching.Match(before, after).Clauses;

        Assert.Equal(after, matches.Where(match => !match.IsGone).Select(match => match.New!));
        Assert.Equal(before.Select(clause => clause.Id).Order(), matches.Where(match => !match.IsAdded).Select(match => match.Old!.Id).Order());
        Assert.Equal(matches.Count, matches.DistinctBy(match => match.Id).Count());
        Assert.All(matches, match => Assert.Equal(match.Id, match.Old?.Id ?? match.Id));
    });
}

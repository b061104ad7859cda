using Greenprint.Planning.Adjusting;
using Greenprint.Planning.Plans;
using Greenprint.Planning.Tests.Packs;
using Greenprint.Planning.Tests.YearTasks;
using Greenprint.Platform;
using Greenprint.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Greenprint.Planning.Tests.Adjusting.AdjustmentStore;
using static Greenprint.Planning.Tests.Packs.Some;

namespace Greenprint.Planning.Tests.Adjusting;

public sealed class AdjustmentStoreTests
{
    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task T8_an_approved_adjustment_of_one_year_writes_one_revision_and_the_old_target_is_still_readable(StoreEngine engine)
    {
        await using var store = await Prepared(engine);
        var request = await store.Proposed(Good, Days(96m, step: 95.2m));
        await store.Heard(request.Code);
        Assert.Single(await store.Versions());

        await store.Done(request.Code, "li", Approval(store));

        var versions = await store.Versions();
        Assert.Equal(2, versions.Count);
        Assert.Equal([new(2027, 95.5m), new(2028, 96m)], versions[0].Steps);
        Assert.Equal([new(2027, 95.2m), new(2028, 96m)], versions[1].Steps);
        Assert.Equal(versions[0].Target, versions[1].Target);
        Assert.Equal(("甲府〔2027〕3号", $"调整申请 {request.Code}：气象条件不利，经专家论证。"), (versions[1].Document, versions[1].Reason));
        Assert.Single(await store.Versions("water"));
        var approved = (await store.Find(request.Code))!;
        Assert.Equal((AdjustmentStage.Decided, 2, "li"), (approved.Stage, approved.Decision!.Revision!.Value, approved.Decision.By));
        Assert.Equal([new(2027, 95.5m), new(2028, 96m)], approved.Proposal.OldTarget!.Steps);

        await store.Done(request.Code, "zhao", new(AdjustmentAct.Publish, 0));
        Assert.Equal(AdjustmentStage.Published, (await store.Find(request.Code))!.Stage);
        var record = await store.In(services => services.GetRequiredService<IHistory>().Of($"adjustment/{Plan}/{request.Code}", Stop));
        Assert.Equal(
            ["adjustment.drafted", "adjustment.submitted", "adjustment.opinions-asked", "adjustment.opinion-given", "adjustment.approved", "adjustment.published"],
            record.Select(entry => entry.Kind));
        Assert.Null(await store.In(services => services.GetRequiredService<IHistory>().Verify(Stop)));
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_crash_in_the_middle_of_an_approval_leaves_neither_target_nor_decision_and_the_next_try_writes_both(StoreEngine engine)
    {
        await using var store = await Prepared(engine);
        var request = await store.Proposed(Good, Days(95.8m));
        await store.Heard(request.Code);

        // After all was written, before the commit.
        await Assert.ThrowsAsync<IOException>(() => store.As<int>("li", async (services, change) =>
        {
            Assert.Empty(await services.GetRequiredService<IAdjustments>().Act(change, Plan, request.Code, Approval(store) with { Seen = 4 }, Stop));
            throw new IOException("The machine went down.");
        }));

        // Between the target and the decision.
        await Assert.ThrowsAnyAsync<InvalidOperationException>(() => store.As("li", async (services, change) =>
        {
            change.Db.Add(AdjustmentRow.Of(Plan, request.Code, new(5, AdjustmentAct.Publish, change.At, "x", "x")));
            return await services.GetRequiredService<IAdjustments>().Act(change, Plan, request.Code, Approval(store) with { Seen = 4 }, Stop);
        }));

        Assert.Single(await store.Versions());
        Assert.Equal((AdjustmentStage.Consulted, 4), ((await store.Find(request.Code))!.Stage, (await store.Find(request.Code))!.Version));
        var record = await store.In(services => services.GetRequiredService<IHistory>().Of($"indicator/{Plan}/good", Stop));
        Assert.Empty(record);

        await store.Done(request.Code, "li", Approval(store));
        Assert.Equal(2, (await store.Versions()).Count);
        Assert.True((await store.Find(request.Code))!.IsApproved);
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Of_two_requests_about_one_target_the_second_is_not_approved_until_it_is_written_anew_and_both_texts_stay(StoreEngine engine)
    {
        await using var store = await Prepared(engine);
        var first = await store.Proposed(Good, Days(95.8m));
        var second = await store.Proposed(Good, Days(95.5m));
        await store.Heard(first.Code);
        await store.Heard(second.Code);
        await store.Done(first.Code, "li", Approval(store));

        var refused = Assert.Single(await store.Act(second.Code, "li", Approval(store)));

        Assert.Equal("PLN-031", refused.Finding.Code);
        Assert.Contains("≥96", refused.Finding.Message.Zh, StringComparison.Ordinal);
        Assert.Contains("≥95.8", refused.Finding.Message.Zh, StringComparison.Ordinal);
        Assert.Equal(95.5m, (await store.Find(second.Code))!.Proposal.NewTarget!.Target.Value);
        Assert.Equal(2, (await store.Versions()).Count);

        await store.Done(second.Code, "li", new(AdjustmentAct.Return, 0) { Why = "按新目标重写。" });
        Assert.Equal("PLN-012", Assert.Single(await store.Act(second.Code, "wang", new(AdjustmentAct.Amend, 0) { Request = Days(95.5m, seen: 1) })).Finding.Code);
        await store.Done(second.Code, "wang", new(AdjustmentAct.Amend, 0) { Request = Days(95.5m, seen: 2) });
        await store.Heard(second.Code);
        await store.Done(second.Code, "li", Approval(store));
        Assert.Equal([96m, 95.8m, 95.5m], (await store.Versions()).Select(version => version.Target.Value!.Value));
    }

    [Fact]
    public async Task A_target_that_changed_meanwhile_is_not_submitted_and_says_who_changed_it()
    {
        await using var store = await Prepared(StoreEngine.Sqlite);
        var request = await store.Proposed(Good, Days(95.8m));
        await store.As("sun", (services, change) => services.GetRequiredService<ITargets>().Revise(
            change, Plan, "good", new(Days(97m).Target!.Target, "甲市〔2027〕1号", store.Clock.Today(), "上级下达"), Stop));

        var refused = Assert.Single(await store.Act(request.Code, "wang", new(AdjustmentAct.Submit, 0)));

        Assert.Equal("PLN-031", refused.Finding.Code);
        Assert.Contains("sun", refused.Finding.Message.Zh, StringComparison.Ordinal);
        Assert.Equal("PLN-012", Assert.Single((await store.Propose(Good, Days(95m))).Findings).Finding.Code);
    }

    [Fact]
    public async Task Who_acts_on_what_somebody_else_acted_on_meanwhile_is_told_and_nothing_is_done()
    {
        await using var store = await Prepared(StoreEngine.Sqlite);
        var request = await store.Proposed(Good, Days(95.8m));
        await store.Heard(request.Code);

        var late = Assert.Single(await store.Act(request.Code, "li", Approval(store) with { Seen = 3 }));

        Assert.Equal("PLN-030", late.Finding.Code);
        Assert.Contains("chen", late.Finding.Message.Zh, StringComparison.Ordinal);
        Assert.Contains("反馈意见", late.Finding.Message.Zh, StringComparison.Ordinal);
        Assert.Single(await store.Versions());
    }

    [Fact]
    public async Task Of_two_who_decide_at_once_one_decides()
    {
        await using var store = await Prepared(StoreEngine.Sqlite);
        var request = await store.Proposed(Good, Days(95.8m));
        await store.Heard(request.Code);

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(i => Task.Run(() => store.Act(request.Code, $"li{i}", Approval(store) with { Seen = 4 }), Stop)));

        Assert.Single(answers, findings => findings.Count == 0);
        Assert.Equal(2, (await store.Versions()).Count);
    }

    [Fact]
    public async Task A_target_weaker_than_the_plan_above_needs_the_document_that_allows_it()
    {
        await using var store = await Prepared(StoreEngine.Sqlite);
        var request = await store.Proposed(Good, Days(94m));   // the city asks 95
        await store.Heard(request.Code);

        var refused = Assert.Single(await store.Act(request.Code, "li", Approval(store)));
        Assert.Equal(("waiver", "PLN-029"), (refused.Field, refused.Finding.Code));
        Assert.Contains("上级规划", refused.Finding.Message.Zh, StringComparison.Ordinal);
        Assert.Single(await store.Versions());

        await store.Done(request.Code, "li", Approval(store) with { Waiver = "甲市环委〔2027〕2号" });
        Assert.Equal("甲市环委〔2027〕2号", (await store.Find(request.Code))!.Decision!.Waiver);
        Assert.Equal(94m, (await store.Versions())[^1].Target.Value);
    }

    [Fact]
    public async Task A_target_weaker_than_the_share_that_the_plan_above_gives_this_place_needs_it_too()
    {
        await using var store = await Prepared(StoreEngine.Sqlite);
        Assert.Empty(await store.As("shi", (services, change) => services.GetRequiredService<IAllocations>().Allocate(
            change, "shi-15", "good", 2030, AllocationTo.Areas, new(CombinationRule.Mean, [new(County.Code, 96.5m)], "甲市〔2026〕9号", "分解"), null, Stop)));
        var request = await store.Proposed(Good, Days(95.5m));   // more than the city's own 95, less than the county's share
        await store.Heard(request.Code);

        var refused = Assert.Single(await store.Act(request.Code, "li", Approval(store)));

        Assert.Equal("waiver", refused.Field);
        Assert.Contains("上级下达的目标", refused.Finding.Message.Zh, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_binding_target_is_adjusted_only_by_who_assigned_it()
    {
        await using var store = await Prepared(StoreEngine.Sqlite, IndicatorNature.Binding);
        var request = await store.Proposed(Good, Days(97m));   // stricter, and still not the county's to set
        await store.Heard(request.Code);

        Assert.Equal("assigner", Assert.Single(await store.Act(request.Code, "li", Approval(store))).Field);
        await store.Done(request.Code, "li", Approval(store) with { Assigner = "甲市〔2027〕5号" });

        var other = await store.Proposed(new(AdjustmentSubjectKind.Target, "own"), Own(79m));
        await store.Heard(other.Code);
        await store.Done(other.Code, "shi", Approval(store) with { IsAssigner = true });
        Assert.Equal(79m, (await store.Versions("own"))[^1].Target.Value);
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_year_task_is_adjusted_and_its_first_content_stays(StoreEngine engine)
    {
        await using var store = await Prepared(engine);
        var task = await store.Added(TaskStore.NewSewers() with { Effects = [], Support = [] }, Plan);
        AdjustmentSubject subject = new(AdjustmentSubjectKind.YearTask, task.Code);
        var request = await store.Proposed(subject, new("用地未批。", 1) { Task = task.Content with { Quantity = 250 } });
        await store.Heard(request.Code);
        await store.Done(request.Code, "li", Approval(store));

        var revisions = await store.Revisions(task.Id);
        Assert.Equal([320m, 250m], revisions.Select(revision => revision.Content.Quantity!.Value));
        Assert.Equal(($"调整申请 {request.Code}：用地未批。", "li"), (revisions[1].Why, revisions[1].RecordedBy));
        Assert.Equal((320m, 250m, 2), ((await store.Find(request.Code))!.Proposal.OldTask!.Quantity!.Value, (await store.Find(request.Code))!.Proposal.NewTask!.Quantity!.Value, (await store.Find(request.Code))!.Decision!.Revision));
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task An_adjusted_year_task_holds_from_the_date_of_its_document_as_a_target_does(StoreEngine engine)
    {
        await using var store = await Prepared(engine);
        var first = store.Clock.Today();
        var task = await store.Added(TaskStore.NewSewers() with { Effects = [], Support = [] }, Plan);
        AdjustmentSubject subject = new(AdjustmentSubjectKind.YearTask, task.Code);
        store.Clock.Set(first.AddDays(30));
        await Adjusted(250, 1, first.AddDays(10));
        await Adjusted(200, 2, first.AddDays(20));

        Assert.Equal([320m, 250m, 250m, 200m, 200m], [await On(9), await On(10), await On(19), await On(20), await On(30)]);
        Assert.Empty(await store.TasksAsOf(first.AddDays(-1), Plan));

        // A document from before the last one decides nothing any more; one from before the task was set does not set it earlier.
        var late = await store.Proposed(subject, new("用地未批。", 3) { Task = task.Content with { Quantity = 100 } });
        await store.Heard(late.Code);
        Assert.Equal("on", Assert.Single(await store.Act(late.Code, "li", Approval(store) with { Day = first.AddDays(19) })).Field);
        Assert.Equal(3, (await store.Revisions(task.Id)).Count);

        async Task Adjusted(decimal quantity, int seen, DateOnly on)
        {
            var request = await store.Proposed(subject, new("用地未批。", seen) { Task = task.Content with { Quantity = quantity } });
            await store.Heard(request.Code);
            await store.Done(request.Code, "li", Approval(store) with { Day = on });
        }

        async Task<decimal> On(int days) => Assert.Single(await store.TasksAsOf(first.AddDays(days), Plan)).Content.Quantity!.Value;
    }

    [Fact]
    public async Task A_document_from_before_a_task_was_set_does_not_set_it_earlier_and_what_was_edited_counts_from_its_record()
    {
        await using var store = await Prepared(StoreEngine.Sqlite);
        var first = store.Clock.Today();
        var task = await store.Added(TaskStore.NewSewers() with { Effects = [], Support = [] }, Plan);
        var request = await store.Proposed(new(AdjustmentSubjectKind.YearTask, task.Code), new("用地未批。", 1) { Task = task.Content with { Quantity = 250 } });
        await store.Heard(request.Code);
        await store.Done(request.Code, "li", Approval(store) with { Day = first.AddDays(-40) });
        store.Clock.Set(first.AddDays(5));
        Assert.Empty((await store.Revise(task, task.Content with { Quantity = 240 })).Findings);

        Assert.Empty(await store.TasksAsOf(first.AddDays(-1), Plan));
        Assert.Equal(250m, Assert.Single(await store.TasksAsOf(first.AddDays(4), Plan)).Content.Quantity);
        Assert.Equal(240m, Assert.Single(await store.TasksAsOf(first.AddDays(5), Plan)).Content.Quantity);
    }

    [Fact]
    public async Task A_missing_baseline_comes_with_a_request_and_one_that_is_there_is_not_written_over()
    {
        await using var store = await Prepared(StoreEngine.Sqlite);
        await store.Within(async (_, change) => await change.Db.Set<BaselineRow>().Where(row => row.Indicator == "good").ExecuteDeleteAsync(Stop));
        Assert.Null(await Baseline());
        var same = (await store.Versions())[0];
        AdjustmentRequest Asking(Baseline baseline, int seen) => new("2025 年环境质量公报。", seen) { Target = new(same.Target, same.Steps) { Baseline = baseline } };
        Baseline given = new(2025, 93.5m, ("93.5", "93.5"));

        Assert.Equal("PLN-029", Assert.Single((await store.Propose(Good, Asking(given with { Value = null }, 1))).Findings).Finding.Code);
        Assert.Equal("PLN-029", Assert.Single((await store.Propose(Good, Asking(given with { Year = 2029 }, 1))).Findings).Finding.Code);
        var request = await store.Proposed(Good, Asking(given, 1));
        await store.Heard(request.Code);
        Assert.Null(await Baseline());
        await store.Done(request.Code, "li", Approval(store));

        Assert.Equal(given, await Baseline());

        // It holds from the day of its document; before that there was none.
        var adopted = (await store.Versions())[1].On!.Value;
        Assert.Equal((null, given), (await BaselineOn(adopted.AddDays(-1)), await BaselineOn(adopted)));
        Assert.Equal((2, same.Target), ((await store.Versions()).Count, (await store.Versions())[1].Target));
        Assert.Equal("PLN-029", Assert.Single((await store.Propose(Good, Asking(given with { Value = 90m }, 2))).Findings).Finding.Code);

        async Task<Baseline?> Baseline() => (await store.Plan(Plan))!.Indicators.Single(one => one.Code == "good").Baseline;
        async Task<Baseline?> BaselineOn(DateOnly day) =>
            (await store.In(services => services.GetRequiredService<IPlans>().FindAsOf(Plan, day, Stop)))!.Indicators.Single(one => one.Code == "good").Baseline;
    }

    [Fact]
    public async Task What_cannot_be_asked_for_is_refused_before_anybody_is_bothered()
    {
        await using var store = await Prepared(StoreEngine.Sqlite);
        async Task<string> Code(AdjustmentSubject subject, AdjustmentRequest request) => Assert.Single((await store.Propose(subject, request)).Findings).Finding.Code;

        Assert.Equal("PLN-029", await Code(Good, Days(96m)));   // as it is
        Assert.Equal("PLN-029", await Code(Good, Days(97m) with { Grounds = " " }));
        Assert.Equal("PLN-029", await Code(Good, Days(97m) with { Target = null }));
        Assert.Equal("PLN-029", await Code(Good, new("x", 1) { Target = new(Days(97m).Target!.Target with { Value = null }, []) }));
        Assert.Equal("PLN-011", await Code(new(AdjustmentSubjectKind.Target, "none"), Days(97m)));
        Assert.Equal("PLN-026", await Code(new(AdjustmentSubjectKind.YearTask, "2026-77"), new("x", 1) { Task = TaskStore.NewSewers() }));
        Assert.Equal("PLN-028", Assert.Single(await store.As("li", (services, change) => services.GetRequiredService<IAdjustments>().Act(change, Plan, "A2026-99", new(AdjustmentAct.Approve, 1), Stop))).Finding.Code);
        var request = await store.Proposed(Good, Days(95.8m));
        await store.Done(request.Code, "wang", new(AdjustmentAct.Submit, 0));
        Assert.Equal("units", Assert.Single(await store.Act(request.Code, "zhao", new(AdjustmentAct.AskOpinions, 0) { Units = ["elsewhere"], Day = store.Clock.Today() })).Field);
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task As_of_an_earlier_day_requests_and_targets_stand_as_they_did(StoreEngine engine)
    {
        await using var store = await Prepared(engine);
        var first = store.Clock.Today();
        var request = await store.Proposed(Good, Days(95.8m));
        store.Clock.Set(first.AddDays(10));
        await store.Heard(request.Code);
        await store.Done(request.Code, "li", Approval(store));
        var other = await store.Proposed(new(AdjustmentSubjectKind.Target, "own"), Own(79m));

        var then = await store.In(services => services.GetRequiredService<IAdjustments>().OfAsOf(Plan, first.AddDays(9), Stop));
        var now = await store.In(services => services.GetRequiredService<IAdjustments>().Of(Plan, Stop));
        Assert.Equal(AdjustmentStage.Drafted, Assert.Single(then).Stage);
        Assert.Equal([other.Code, request.Code], now.Select(one => one.Code));
        Assert.Equal(AdjustmentStage.Decided, now[1].Stage);
        var plan = await store.In(services => services.GetRequiredService<IPlans>().FindAsOf(Plan, first.AddDays(9), Stop));
        Assert.Equal(96m, plan!.Indicators.Single(one => one.Code == "good").Target.Value);
        Assert.Equal(95.8m, (await store.Plan(Plan))!.Indicators.Single(one => one.Code == "good").Target.Value);
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_unit_is_told_what_it_is_asked_about_until_it_has_answered_or_its_day_has_passed(StoreEngine engine)
    {
        await using var store = await Prepared(engine);
        var request = await store.Proposed(Good, Days(95.8m));
        await store.Done(request.Code, "wang", new(AdjustmentAct.Submit, 0));
        var today = store.Clock.Today();
        await store.Done(request.Code, "zhao", new(AdjustmentAct.AskOpinions, 0) { Units = [TaskStore.Housing.Id, Bureau.Id], Day = today.AddDays(7) });

        Assert.Equal(request.Code, Assert.Single(await Waiting(TaskStore.Housing.Id, today.AddDays(7))).Code);
        Assert.Empty(await Waiting(TaskStore.Housing.Id, today.AddDays(8)));
        Assert.Empty(await Waiting("elsewhere", today));
        await store.Done(request.Code, "chen", new(AdjustmentAct.GiveOpinion, 0) { Unit = TaskStore.Housing.Id, Opinion = OpinionKind.Agree });
        Assert.Empty(await Waiting(TaskStore.Housing.Id, today));
        Assert.Single(await Waiting(Bureau.Id, today));
        await store.Done(request.Code, "wang", new(AdjustmentAct.Withdraw, 0) { Why = "不再需要。" });
        Assert.Empty(await Waiting(Bureau.Id, today));

        async Task<IReadOnlyList<Adjustment>> Waiting(string unit, DateOnly day)
        {
            AdjustmentViewer speaker = new("sun", false, false, false, false, false, new HashSet<string> { unit });
            return [.. (await store.In(services => services.GetRequiredService<IAdjustments>().Unfinished(Stop))).Where(one => AdjustmentInbox.WaitsFor(new(one, speaker, day), PlanStatus.InForce) == AdjustmentAct.GiveOpinion)];
        }
    }

    private static AdjustmentRequest Own(decimal value) => new("监测方法更新。", 1)
    {
        Target = new(new Target(TargetKind.AtLeast, 2030, value, null, new(FormattableString.Invariant($"≥{value}"))), [new(2027, value), new(2028, value)]),
    };
}

using Greenprint.Planning.Tests.YearTasks;
using Greenprint.Platform;
using Greenprint.Testing;
using Microsoft.Extensions.DependencyInjection;
using static Greenprint.Planning.Tests.Adjusting.AdjustmentStore;
using static Greenprint.Planning.Tests.Packs.Some;

namespace Greenprint.Planning.Tests.Adjusting;

public sealed class KeyTaskAdjustmentTests
{
    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_key_task_is_adjusted_by_the_same_chain_and_the_first_one_is_still_readable(StoreEngine engine)
    {
        await using var store = await Prepared(engine);
        var before = await Task(store);
        var request = await store.Proposed(Subject(before), Asked(before));
        await store.Heard(request.Code);
        Assert.Equal(before.Title, (await Task(store)).Title);

        await store.Done(request.Code, "li", Approval(store));

        var now = await Task(store);
        Assert.Equal(("加快治污", TaskStore.Housing.Id), (now.Title.Zh, now.Lead));
        Assert.Equal([Bureau.Id], now.Support);
        var versions = await Versions(store, before.Code);
        Assert.Equal(2, versions.Count);
        Assert.True(versions[0].Content.Same(KeyTaskContent.Of(before)));
        Assert.Equal((null, "甲府〔2027〕3号", store.Clock.Today()), (versions[0].Document, versions[1].Document, versions[1].On!.Value));
        Assert.Equal($"调整申请 {request.Code}：机构改革，职责划转。", versions[1].Reason);
        var approved = (await store.Find(request.Code))!;
        Assert.Equal(2, approved.Decision!.Revision);
        Assert.True(approved.Proposal.OldKeyTask!.Same(KeyTaskContent.Of(before)));
        var record = Assert.Single(await store.In(services => services.GetRequiredService<IHistory>().Of($"key-task/{Plan}/{before.Code}", Stop)));
        Assert.Equal("key-task.revised", record.Kind);
        Assert.Null(await store.In(services => services.GetRequiredService<IHistory>().Verify(Stop)));
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task As_of_an_earlier_day_a_key_task_says_what_it_said_then(StoreEngine engine)
    {
        await using var store = await Prepared(engine);
        var (before, first) = (await Task(store), store.Clock.Today());
        var request = await store.Proposed(Subject(before), Asked(before));
        store.Clock.Set(first.AddDays(10));
        await store.Heard(request.Code);
        await store.Done(request.Code, "li", Approval(store));

        Assert.Equal(before.Title, (await Task(store, first.AddDays(9))).Title);
        Assert.Equal(before.Lead, (await Task(store, first.AddDays(9))).Lead);
        Assert.Equal("加快治污", (await Task(store, first.AddDays(10))).Title.Zh);
        Assert.Equal("加快治污", (await Task(store)).Title.Zh);
        Assert.Equal(1, KeyTaskVersion.InForce(await Versions(store, before.Code), first.AddDays(9)).Number);
    }

    [Fact]
    public async Task A_crash_in_the_middle_of_an_approval_leaves_neither_key_task_nor_decision()
    {
        await using var store = await Prepared(StoreEngine.Sqlite);
        var before = await Task(store);
        var request = await store.Proposed(Subject(before), Asked(before));
        await store.Heard(request.Code);

        await Assert.ThrowsAsync<IOException>(() => store.As<int>("li", async (services, change) =>
        {
            Assert.Empty(await services.GetRequiredService<IAdjustments>().Act(change, Plan, request.Code, Approval(store) with { Seen = 4 }, Stop));
            throw new IOException("The machine went down.");
        }));

        Assert.True(KeyTaskContent.Of(await Task(store)).Same(KeyTaskContent.Of(before)));
        Assert.Single(await Versions(store, before.Code));
        Assert.Equal(AdjustmentStage.Consulted, (await store.Find(request.Code))!.Stage);
        await store.Done(request.Code, "li", Approval(store));
        Assert.Equal(2, (await Versions(store, before.Code)).Count);
    }

    [Fact]
    public async Task Of_two_requests_about_one_key_task_the_second_is_not_approved_and_the_proposer_approves_neither()
    {
        await using var store = await Prepared(StoreEngine.Sqlite);
        var before = await Task(store);
        var first = await store.Proposed(Subject(before), Asked(before));
        var second = await store.Proposed(Subject(before), Asked(before, "另一名称"));
        await store.Heard(first.Code);
        await store.Heard(second.Code);
        Assert.Contains("申请人不能决定自己的申请", Assert.Single(await store.Act(first.Code, "wang", Approval(store))).Finding.Message.Zh, StringComparison.Ordinal);
        await store.Done(first.Code, "li", Approval(store));

        var refused = Assert.Single(await store.Act(second.Code, "li", Approval(store)));

        Assert.Equal("PLN-031", refused.Finding.Code);
        Assert.Contains("加快治污", refused.Finding.Message.Zh, StringComparison.Ordinal);
        Assert.Equal(2, (await Versions(store, before.Code)).Count);
        Assert.Equal("PLN-012", Assert.Single((await store.Propose(Subject(before), Asked(before))).Findings).Finding.Code);
    }

    [Fact]
    public async Task What_cannot_be_asked_of_a_key_task_is_refused_before_anybody_is_bothered()
    {
        await using var store = await Prepared(StoreEngine.Sqlite);
        var before = await Task(store);
        async Task<string> Field(KeyTaskContent? content) =>
            Assert.Single((await store.Propose(Subject(before), new("理由", 1) { KeyTask = content })).Findings).Field;

        Assert.Equal("title", await Field(KeyTaskContent.Of(before)));   // as it is
        Assert.Equal("title", await Field(Asked(before).KeyTask! with { Title = new(" ") }));
        Assert.Equal("lead", await Field(Asked(before).KeyTask! with { Lead = "elsewhere" }));
        Assert.Equal("support", await Field(Asked(before).KeyTask! with { Support = [TaskStore.Housing.Id] }));
        Assert.Equal("", await Field(null));
        Assert.Equal("PLN-029", Assert.Single((await store.Propose(new(AdjustmentSubjectKind.KeyTask, "none"), Asked(before))).Findings).Finding.Code);
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task What_was_found_above_is_kept_with_the_decision_though_the_plan_above_is_changed_later(StoreEngine engine)
    {
        await using var store = await Prepared(engine);
        var approved = await store.Proposed(Good, Days(95.8m));
        var refused = await store.Proposed(new(AdjustmentSubjectKind.Target, "good"), Days(97m));
        await store.Heard(approved.Code);
        await store.Heard(refused.Code);
        Assert.Null((await store.Find(approved.Code))!.Last.Check);
        await store.Done(refused.Code, "li", new(AdjustmentAct.Refuse, 0) { Why = "暂不调整。" });
        await store.Done(approved.Code, "li", Approval(store));

        var check = (await store.Find(approved.Code))!.Decision!.Check!;
        Assert.Equal(CheckAgainst.UpperPlan, check.Lines[0].Against);
        Assert.NotNull(check.Above);
        Assert.Equal((1, 1), (check.Above.Document!.Value, check.Above.TargetVersion!.Value));
        Assert.Equal(64, check.Above.Sha256!.Length);
        Assert.NotNull((await store.Find(refused.Code))!.Decision!.Check);

        // The plan above asks more from now on: a new request is weaker, the decision stays as it was taken.
        var above = (await store.Plan(check.Above.Plan))!.Indicators.Single(one => one.Code == "good");
        await store.As("shi", (services, change) => services.GetRequiredService<ITargets>().Revise(
            change, check.Above.Plan, "good", new(above.Target with { Value = 99m, Text = new("≥99") }, "甲市〔2027〕9号", store.Clock.Today(), "收紧"), Stop));
        var later = await store.Proposed(Good, Days(95.9m, seen: 2));
        await store.Heard(later.Code);
        Assert.Equal("waiver", Assert.Single(await store.Act(later.Code, "li", Approval(store))).Field);
        await store.Done(later.Code, "li", Approval(store) with { Waiver = "甲市〔2027〕10号" });

        Assert.Equal(check.Lines, (await store.Find(approved.Code))!.Decision!.Check!.Lines);
        var now = (await store.Find(later.Code))!.Decision!.Check!;
        Assert.Equal((CheckVerdict.Weaker, 2), (now.Lines[0].Verdict, now.Above!.TargetVersion!.Value));
    }

    private static AdjustmentSubject Subject(KeyTaskView task) => new(AdjustmentSubjectKind.KeyTask, task.Code);

    private static AdjustmentRequest Asked(KeyTaskView task, string title = "加快治污") => new("机构改革，职责划转。", 1)
    {
        KeyTask = KeyTaskContent.Of(task) with { Title = new(title), Lead = TaskStore.Housing.Id, Support = [Bureau.Id] },
    };

    private static async Task<KeyTaskView> Task(TestStore store, DateOnly? day = null) => (await store.In(services =>
        day is { } then ? services.GetRequiredService<IPlans>().FindAsOf(Plan, then, Stop) : services.GetRequiredService<IPlans>().Find(Plan, Stop)))!.KeyTasks[0];

    private static Task<IReadOnlyList<KeyTaskVersion>> Versions(TestStore store, string code) =>
        store.In(services => services.GetRequiredService<IKeyTasks>().Versions(Plan, code, Stop));
}

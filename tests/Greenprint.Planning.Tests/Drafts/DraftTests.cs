using Greenprint.Planning.Drafts;
using Greenprint.Planning.Plans;
using Greenprint.Planning.Tests.Packs;
using Greenprint.PlanText;
using Greenprint.Platform;
using Greenprint.Quantities;
using Greenprint.Testing;
using Microsoft.Extensions.DependencyInjection;
using static Greenprint.Planning.Tests.Packs.Some;

namespace Greenprint.Planning.Tests.Drafts;

public sealed class DraftTests
{
    private static readonly Adoption Adopted = new("台府〔2021〕9号", new DateOnly(2021, 12, 30));

    private static readonly PlanReading Reading = new()
    {
        Title = "台山市生态环境保护“十四五”规划",
        Region = "台山市",
        Period = new(2021, 2025),
        Source = new("plan.docx", "docx", null, 1234, new string('a', 64)),
        Outline = [new("c1", 1, "一、", "现状", null), new("c2", 1, "二、", "任务", null), new("c2.1", 2, "1.", "大气", null), new("c2.2", 2, "2.", "水", null)],
        Clauses = [new("c0", [new("前言一段", null, 1)]), new("c2.1", [new("第一段", null, 5), new("第二段", null, 6)])],
        Goals = [new("持续改善", "c1")],
        KeyTasks = [new("1.", "大气", "c2.1"), new("2.", "水", "c2.2")],
        Safeguards = [new("（一）", "组织", "c1")],
        Warnings = [new("number-repaired", "编号已修正", "a number was repaired", null, 7, "PLT-003")],
    };

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_read_document_becomes_a_draft_with_its_file_and_digest(StoreEngine engine)
    {
        await using var store = await Store(engine);

        var done = await Import(store, Reading);
        var plan = await store.Plan(done.Plan);

        Assert.Equal((PlanImportOutcome.Stored, "440781-2021"), (done.Outcome, done.Plan));
        Assert.Equal((PlanStatus.Draft, 2021, 2025), (plan!.Summary.Status, plan.Summary.Start, plan.Summary.End));
        Assert.Equal(["正文之前", "现状", "任务", "大气", "水"], plan.Clauses.Select(clause => clause.Title.Zh));
        Assert.Equal(["第一段", "第二段"], plan.Clauses[3].Paragraphs.Select(paragraph => paragraph.Zh));
        Assert.Empty(plan.Goals);
        Assert.Empty(plan.KeyTasks);
        Assert.Empty(plan.Safeguards);
        Assert.Empty(plan.Indicators);
        var regions = await store.In(services => services.GetRequiredService<IRegions>().All(Stop));
        Assert.Equal(["440000", "440700", "440781"], regions.Select(region => region.Code));
        var document = await store.In(services => Task.FromResult(services.GetRequiredService<GreenprintDb>().Set<DocumentRow>().Single()));
        Assert.Equal(("plan.docx", new string('a', 64), 1234L), (document.Name, document.Sha256, document.Bytes));
        Assert.Contains("编号已修正", document.Warnings, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_file_again_changes_nothing_and_another_one_gets_an_id_of_its_own()
    {
        await using var store = await Store(StoreEngine.Sqlite);
        await Import(store, Reading);

        Assert.Equal(PlanImportOutcome.Unchanged, (await Import(store, Reading)).Outcome);
        Assert.Equal("440781-2021-2", (await Import(store, Reading with { Source = Reading.Source! with { Sha256 = new string('b', 64) } })).Plan);
    }

    [Fact]
    public async Task What_the_document_does_not_say_is_asked_for_and_nothing_is_written()
    {
        await using var store = await Store(StoreEngine.Sqlite);

        var unclear = await Import(store, Reading with { Region = null, Period = null });
        var unknown = await Import(store, Reading with { Region = "某某县" });

        Assert.Equal(["PLN-008", "PLN-009"], unclear.Findings.Select(finding => finding.Code));
        Assert.Equal("PLN-008", Assert.Single(unknown.Findings).Code);
        Assert.Empty(await store.In(services => services.GetRequiredService<IRegions>().All(Stop)));
        Assert.Equal("320581-2016", (await Import(store, Reading with { Region = "某某县" }, new("320581", new(2016, 2020)))).Plan);
        Assert.Equal("某某县", (await store.In(services => services.GetRequiredService<IRegions>().Find("320581", Stop)))!.Name.Zh);
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task An_editor_corrects_confirms_and_takes_it_back(StoreEngine engine)
    {
        await using var store = await Store(engine);
        await Import(store, Reading);
        const string Id = "440781-2021";

        Assert.Null(await Act(store, (life, change) => life.Edit(change, Id, 1, new(new("改过的标题"), "440781", 2021, 2025), Stop)));
        Assert.Equal("PLN-020", (await Act(store, (life, change) => life.Confirm(change, Id, 2, Adopted, Stop)))!.Code);
        foreach (var without in new Adoption[] { new(" ", Adopted.On), Adopted with { On = null }, Adopted with { On = new DateOnly(2099, 1, 1) }, new(new string('文', 201), Adopted.On) })
        {
            Assert.Equal("PLN-015", (await Act(store, (life, change) => life.Confirm(change, Id, 2, without, Stop, leaveOpenOut: true)))!.Code);
        }

        Assert.Null(await Act(store, (life, change) => life.Confirm(change, Id, 2, Adopted, Stop, leaveOpenOut: true)));

        var plan = await store.Plan(Id);
        Assert.Equal((PlanStatus.InForce, "改过的标题"), (plan!.Summary.Status, plan.Summary.Title.Zh));
        Assert.Empty(plan.KeyTasks);

        Assert.Equal("PLN-013", (await Act(store, (life, change) => life.Confirm(change, Id, 3, Adopted, Stop)))!.Code);
        Assert.Equal("PLN-015", (await Act(store, (life, change) => life.Reopen(change, Id, 3, " ", Stop)))!.Code);
        Assert.Null(await Act(store, (life, change) => life.Reopen(change, Id, 3, "标题有误", Stop)));
        Assert.Equal(PlanStatus.Draft, (await store.Plan(Id))!.Summary.Status);

        var history = await store.In(services => services.GetRequiredService<IHistory>().Of($"plan/{Id}", Stop));
        Assert.Equal(["plan.drafted", "plan.corrected", "plan.confirmed", "plan.reopened"], history.Select(entry => entry.Kind));
        Assert.Equal(("王编辑", "台府〔2021〕9号（2021-12-30）"), (history[2].ActorName, history[2].Why));
        Assert.Contains(new string('a', 64), history[2].Body, StringComparison.Ordinal);
        Assert.Null(await store.In(services => services.GetRequiredService<IHistory>().Verify(Stop)));
    }

    [Fact]
    public async Task Of_two_who_edit_the_second_is_told_and_nothing_of_the_first_is_lost()
    {
        await using var store = await Store(StoreEngine.Sqlite);
        await Import(store, Reading);
        DraftEdit Titled(string title) => new(new(title), "440781", 2021, 2025);

        Assert.Null(await Act(store, (life, change) => life.Edit(change, "440781-2021", 1, Titled("第一个"), Stop)));
        var refused = await Act(store, (life, change) => life.Edit(change, "440781-2021", 1, Titled("第二个"), Stop));

        Assert.Equal("PLN-012", refused!.Code);
        Assert.Equal("第一个", (await store.Plan("440781-2021"))!.Summary.Title.Zh);
    }

    [Fact]
    public async Task A_plan_with_indicators_never_goes_back_to_draft()
    {
        await using var store = await Store(StoreEngine.Sqlite);
        await store.Import(Pack());

        Assert.Equal("PLN-013", (await Act(store, (life, change) => life.Reopen(change, "jia-15", 1, "x", Stop)))!.Code);
    }

    [Fact]
    public async Task A_plan_is_closed_once_its_last_year_is_over()
    {
        await using var store = await Store(StoreEngine.Sqlite);
        await store.Import(Pack());

        Assert.Equal("PLN-013", (await Act(store, (life, change) => life.Close(change, "jia-15", 1, Stop)))!.Code);
        store.Clock.Set(new DateOnly(2031, 1, 1));
        Assert.Null(await Act(store, (life, change) => life.Close(change, "jia-15", 1, Stop)));
        Assert.Equal(PlanStatus.Closed, (await store.Plan("jia-15"))!.Summary.Status);
    }

    [Fact]
    public async Task A_discarded_draft_is_gone_and_stands_on_the_record()
    {
        await using var store = await Store(StoreEngine.Sqlite);
        await Import(store, Reading);

        Assert.Null(await Act(store, (life, change) => life.Discard(change, "440781-2021", 1, "传错文件", Stop)));

        Assert.Null(await store.Plan("440781-2021"));
        Assert.Empty(await store.In(services => Task.FromResult(services.GetRequiredService<GreenprintDb>().Set<ClauseRow>().ToList())));
        Assert.Equal("传错文件", (await store.In(services => services.GetRequiredService<IHistory>().Of("plan/440781-2021", Stop)))[^1].Why);
        Assert.Equal("PLN-010", (await Act(store, (life, change) => life.Confirm(change, "440781-2021", 2, Adopted, Stop)))!.Code);
    }

    [Fact]
    public async Task Only_drafts_are_edited_and_a_draft_keeps_a_title_and_a_period()
    {
        await using var store = await Store(StoreEngine.Sqlite);
        await Import(store, Reading);
        await store.Import(Pack());

        Assert.Equal("PLN-013", (await Act(store, (life, change) => life.Edit(change, "jia-15", 1, new(new("x"), "990101", 2026, 2030), Stop)))!.Code);
        Assert.Equal("PLN-015", (await Act(store, (life, change) => life.Edit(change, "440781-2021", 1, new(new(" "), "440781", 2021, 2025), Stop)))!.Code);
        Assert.Equal("PLN-015", (await Act(store, (life, change) => life.Edit(change, "440781-2021", 1, new(new("x"), "440781", 2025, 2021), Stop)))!.Code);
        Assert.Equal("PLN-013", (await Act(store, (life, change) => life.Discard(change, "jia-15", 1, "x", Stop)))!.Code);
    }

    private static Task<PlanImport> Import(TestStore store, PlanReading reading, DraftWishes? wishes = null) =>
        store.Within((services, change) => services.GetRequiredService<DraftImport>().Import(change, reading, wishes ?? new(), Stop));

    private static Task<Finding?> Act(TestStore store, Func<PlanLife, Change, Task<Finding?>> act) =>
        store.Within((services, change) => act(services.GetRequiredService<PlanLife>(), change));
}

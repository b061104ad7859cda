using Greenprint.Planning.Confirming;
using Greenprint.Planning.Drafts;
using Greenprint.Planning.Tests.Packs;
using Greenprint.Platform;
using Greenprint.Quantities;
using Greenprint.Testing;
using Microsoft.Extensions.DependencyInjection;
using static Greenprint.Planning.Tests.Confirming.Taishan;
using static Greenprint.Planning.Tests.Packs.Some;

namespace Greenprint.Planning.Tests.Confirming;

public sealed class ConfirmingDeskTests
{
    private static readonly Adoption Adopted = new("台府〔2021〕9号", new DateOnly(2021, 12, 30));

    private const string Pm25 = "细颗粒物（PM2.5）年均浓度";

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Everything_that_was_read_waits_open_with_its_place_and_nothing_is_in_the_plan(StoreEngine engine)
    {
        await using var store = await Draft(engine);
        var wang = await store.Person("wang");

        var view = await store.View(wang);

        Assert.Equal((1, "plan.pdf", "pdf", 9, 11), (view.Document, view.SourceName, view.Format, view.PageCount, view.OpenCount));
        Assert.Null(view.WhyNotEdit);
        Assert.Null(view.UndoLabel);
        Assert.All(view.Items, item => Assert.Equal((FoundState.Open, FoundChange.First, 0), (item.State, item.Change, item.Seen)));
        Assert.Equal(new FoundPlace(1, 4, "c1", "生态环境持续改善"), view.Named("生态环境持续改善").Place);
        var task = view.Items.Single(item => item is { Kind: FoundKind.KeyTask, Content.Name: "大气" });
        Assert.Equal(("t1", "第一段\n开展油气回收治理（市生态环境局牵头）。", 3, 2), (task.Id, task.Content.Text, task.Place.Page, task.Place.Line));
        Assert.True(view.Items.Single(item => item is { Kind: FoundKind.KeyTask, Content.Name: "水" }).Confidence < task.Confidence);
        Assert.Equal(((decimal?)22m, "air-pm25", (int?)1), (view.Named(Pm25).Content.BaselineValue, view.Named(Pm25).Content.Code, view.Named(Pm25).Content.Decimals));
        var plan = (await store.Plan(Plan))!;
        Assert.Empty(plan.Indicators);
        Assert.Empty(plan.Goals);
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task An_accepted_indicator_is_in_the_plan_as_it_was_printed(StoreEngine engine)
    {
        await using var store = await Draft(engine);
        var wang = await store.Person("wang");
        var view = await store.View(wang);

        Assert.Null(await store.Desk(desk => desk.Accept(wang, Plan, 1, [view.Named(Pm25).Seen(), view.Named("单位GDP能源消耗降低").Seen(), view.Named("近岸海域水质优良比例").Seen()], Stop)));

        var plan = (await store.Plan(Plan))!;
        Assert.Equal(["环境治理", "应对气候变化"], plan.Groups.Select(group => group.Name.Zh));
        var pm25 = plan.Indicators[0];
        Assert.Equal(("air-pm25", Pm25, "μg/m³", 1, DesiredDirection.Down), (pm25.Code, pm25.Name.Zh, pm25.Unit, pm25.Decimals, pm25.Direction));
        Assert.Equal((IndicatorNature.Binding, ValueOrigin.Reported, plan.Groups[0].Code), (pm25.Nature, pm25.Deciding, pm25.Group));
        Assert.Equal(new Baseline(2020, 22, new("22.0")), pm25.Baseline);
        Assert.Equal(new Target(TargetKind.AtMost, 2025, 20.5m, null, new("≤20.5")), pm25.Target);
        Assert.Equal(new Target(TargetKind.Cumulative, 2025, 14.5m, null, new("〔14.5〕"), From: 2021), plan.Indicators[1].Target);
        Assert.Equal((TargetKind.AssignedBySuperior, "完成省下达任务", DesiredDirection.Up), (plan.Indicators[2].Target.Kind, plan.Indicators[2].Target.Text.Zh, plan.Indicators[2].Direction));
    }

    [Fact]
    public async Task Tasks_goals_and_safeguards_enter_with_their_text_and_the_units_that_are_known()
    {
        await using var store = await Draft(StoreEngine.Sqlite);
        var wang = await store.Person("wang");
        var view = await store.View(wang);

        Assert.Null(await store.Desk(desk => desk.Accept(
            wang, Plan, 1, [.. view.Items.Where(item => item.Kind is FoundKind.Goal or FoundKind.KeyTask or FoundKind.Safeguard).Select(item => item.Seen())], Stop)));

        var plan = (await store.Plan(Plan))!;
        Assert.Equal("生态环境持续改善", Assert.Single(plan.Goals).Text.Zh);
        Assert.Equal("压实责任。", Assert.Single(plan.Safeguards).Text.Zh);
        Assert.Equal(["大气", "水"], plan.KeyTasks.Select(task => task.Title.Zh));
        Assert.Equal(("taishan/ecology", "c2.1", "第一节"), (plan.KeyTasks[0].Lead, plan.KeyTasks[0].ClauseId, plan.KeyTasks[0].Number));
        Assert.Empty(plan.KeyTasks[0].Support);   // 市公安局 is printed, and not a unit here
        Assert.Equal(["市公安局"], (await store.View(wang)).Items.Single(item => item.Id == "t1").Content.Support);
    }

    [Fact]
    public async Task What_is_not_enough_for_a_target_is_refused_with_the_field_and_nothing_of_the_act_is_done()
    {
        await using var store = await Draft(StoreEngine.Sqlite);
        var wang = await store.Person("wang");
        var view = await store.View(wang);
        var empty = view.Named("某新指标");

        var refused = await store.Desk(desk => desk.Accept(wang, Plan, 1, [view.Named(Pm25).Seen(), empty.Seen()], Stop));

        Assert.Equal(("PLN-018", nameof(FoundContent.TargetKind)), (refused!.Code, refused.Place!.Source));
        Assert.Equal(nameof(FoundContent.TargetKind), empty.WhyNotAccept!.Field);
        Assert.Empty((await store.Plan(Plan))!.Indicators);
        Assert.Null(await store.Desk(desk => desk.Correct(
            wang, Plan, 1, empty.Id, 0, empty.Content with { TargetKind = TargetKind.Milestone, TargetYear = 2024, TargetText = "建成" }, Stop)));
        Assert.Equal(("i5", TargetKind.Milestone, 2024), (await store.Plan(Plan))!.Indicators is [var only] ? (only.Code, only.Target.Kind, only.Target.Year) : default);
        Assert.Equal(FoundState.Corrected, (await store.View(wang)).Named("某新指标").State);
    }

    [Theory]
    [InlineData(nameof(FoundContent.Name))]
    [InlineData(nameof(FoundContent.TargetYear))]
    [InlineData(nameof(FoundContent.TargetValue))]
    [InlineData(nameof(FoundContent.TargetUpper))]
    [InlineData(nameof(FoundContent.BaselineYear))]
    [InlineData(nameof(FoundContent.Direction))]
    [InlineData(nameof(FoundContent.Code))]
    [InlineData(nameof(FoundContent.Decimals))]
    public void The_missing_field_is_named(string field)
    {
        var whole = new FoundContent { Name = "指标", TargetKind = TargetKind.AtLeast, TargetYear = 2025, TargetValue = 90, BaselineYear = 2020, BaselineValue = 80, BaselineText = "80" };
        var plan = new PlanSummary("p", "440781", new("规划"), 2021, 2025, PlanStatus.Draft, false);
        Assert.Null(PlanEntry.WhyNot(FoundKind.Indicator, whole, plan));

        var lacking = field switch
        {
            nameof(FoundContent.Name) => whole with { Name = " " },
            nameof(FoundContent.TargetYear) => whole with { TargetYear = null },
            nameof(FoundContent.TargetValue) => whole with { TargetValue = null },
            nameof(FoundContent.TargetUpper) => whole with { TargetKind = TargetKind.Range },
            nameof(FoundContent.BaselineYear) => whole with { BaselineYear = null },
            nameof(FoundContent.Direction) => whole with { TargetKind = TargetKind.Direction, TargetValue = null },
            nameof(FoundContent.Code) => whole with { Code = "含汉字" },
            _ => whole with { Decimals = 9 },
        };

        Assert.Equal(field, PlanEntry.WhyNot(FoundKind.Indicator, lacking, plan)?.Field);
    }

    [Fact]
    public void An_amount_of_change_is_not_compared_with_a_state()
    {
        var plan = new PlanSummary("p", "440781", new("规划"), 2021, 2025, PlanStatus.Draft, false);
        var fall = new FoundContent
        {
            Name = "单位GDP能耗",
            TargetKind = TargetKind.AtLeast,
            TargetYear = 2025,
            TargetValue = 14.5m,
            TargetText = "下降14.5%",
            TargetChange = PlanText.TargetChange.Decrease,
            Direction = DesiredDirection.Up,
            BaselineYear = 2020,
            BaselineValue = 0.43m,
            BaselineText = "0.43",
        };

        Assert.Equal(nameof(FoundContent.TargetValue), PlanEntry.WhyNot(FoundKind.Indicator, fall, plan)?.Field);
        Assert.Equal(nameof(FoundContent.TargetValue), PlanEntry.WhyNot(FoundKind.Indicator, fall with { BaselineYear = null, BaselineValue = null, BaselineText = null }, plan)?.Field);
        Assert.Null(PlanEntry.WhyNot(FoundKind.Indicator, fall with { TargetChange = null }, plan));
        Assert.Null(PlanEntry.WhyNot(FoundKind.Indicator, fall with { Name = "单位GDP能耗降低（%）" }, plan));
    }

    [Fact]
    public void A_ceiling_on_growth_is_kept_to_by_growing_less()
    {
        var reading = Taishan.Reading with { Indicators = [Row("1", "用水总量增加", "%", null, new(2025, "增加不超过3%", PlanText.PrintedTargetKind.AtMost, 3m) { Change = PlanText.TargetChange.Increase }, "水", 0.9m)] };
        var content = ReadItems.Of(reading).Single(item => item.Kind == FoundKind.Indicator).Content;

        Assert.Null(PlanEntry.WhyNot(FoundKind.Indicator, content, new("p", "440781", new("规划"), 2021, 2025, PlanStatus.Draft, false)));
        Assert.Equal(DesiredDirection.Down, Greenprint.Planning.Packs.PackReading.DirectionOf(PlanEntry.Indicator("x", content, "g")));
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(2, 2)]
    [InlineData(null, 1)]
    public void An_indicator_has_never_fewer_decimals_than_its_own_figures(int? said, int decimals) =>
        Assert.Equal(decimals, PlanEntry.Indicator("x", new() { Name = "指标", TargetKind = TargetKind.AtMost, TargetYear = 2025, TargetValue = 20.5m, Decimals = said }, "g").Decimals);

    [Fact]
    public async Task Who_has_the_plan_open_from_before_an_act_neither_confirms_nor_discards_it()
    {
        await using var store = await Draft(StoreEngine.Sqlite);
        var wang = await store.Person("wang");
        Assert.Null(await store.Desk(async desk => await desk.Accept(wang, Plan, 1, [(await store.View(wang)).Named(Pm25).Seen()], Stop)));

        Assert.Equal("PLN-012", (await store.Within((services, change) => services.GetRequiredService<PlanLife>().Confirm(change, Plan, 1, Adopted, Stop, leaveOpenOut: true)))!.Code);
        Assert.Equal("PLN-012", (await store.Within((services, change) => services.GetRequiredService<PlanLife>().Discard(change, Plan, 1, "传错", Stop)))!.Code);
        Assert.Single((await store.Plan(Plan))!.Indicators);
    }

    [Fact]
    public async Task A_pack_does_not_replace_a_draft_about_whose_items_somebody_decided()
    {
        await using var store = await Draft(StoreEngine.Sqlite);
        var wang = await store.Person("wang");
        Assert.Null(await store.Desk(async desk => await desk.Accept(wang, Plan, 1, [(await store.View(wang)).Named(Pm25).Seen()], Stop)));

        var done = await store.Import(Pack(Plan, PlanStatus.Draft));

        Assert.Equal((PlanImportOutcome.Refused, "PLN-013"), (done.Outcome, Assert.Single(done.Findings).Code));
        Assert.Equal(Pm25, Assert.Single((await store.Plan(Plan))!.Indicators).Name.Zh);
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_period_that_an_item_in_the_plan_does_not_fit_is_refused_and_a_sum_begins_with_the_plan(StoreEngine engine)
    {
        await using var store = await Draft(engine);
        var wang = await store.Person("wang");
        Assert.Null(await store.Desk(async desk => await desk.Accept(wang, Plan, 1, [(await store.View(wang)).Named("单位GDP能源消耗降低").Seen()], Stop)));
        Task<Finding?> Edit(int start, int end) => store.Within((services, change) => services.GetRequiredService<PlanLife>().Edit(change, Plan, 2, new(new("规划"), "440781", start, end), Stop));

        Assert.Equal("PLN-018", (await Edit(2026, 2030))!.Code);
        Assert.Equal(2021, (await store.Plan(Plan))!.Summary.Start);
        Assert.Null(await Edit(2020, 2025));
        Assert.Equal(2020, Assert.Single((await store.Plan(Plan))!.Indicators).Target.From);
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Of_two_editors_the_second_is_told_who_decided_and_nothing_of_the_first_is_lost(StoreEngine engine)
    {
        await using var store = await Draft(engine);
        var (wang, zhao) = (await store.Person("wang"), await store.Person("zhao", region: "440700"));
        var seen = (await store.View(zhao)).Named(Pm25);

        Assert.Null(await store.Desk(desk => desk.Accept(wang, Plan, 1, [seen.Seen()], Stop)));
        var refused = await store.Desk(desk => desk.Reject(zhao, Plan, 1, [seen.Seen()], "重复", Stop));

        Assert.Equal("PLN-017", refused!.Code);
        Assert.Equal(FoundState.Accepted, (await store.View(zhao)).Named(Pm25).State);
        Assert.Null((await store.View(zhao)).UndoLabel);   // one takes back one's own acts
        Assert.Null(await store.Desk(desk => desk.Reject(zhao, Plan, 1, [(seen with { Seen = 1 }).Seen()], "重复", Stop)));
        Assert.Equal("PLN-017", (await store.Desk(desk => desk.Undo(wang, Plan, 1, Stop)))!.Code);
        Assert.Equal((FoundState.Rejected, "重复"), (await store.View(wang)).Named(Pm25) is var now ? (now.State, now.Why) : default);
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task Undo_takes_it_out_of_the_plan_and_redo_puts_it_back(StoreEngine engine)
    {
        await using var store = await Draft(engine);
        var wang = await store.Person("wang");
        var view = await store.View(wang);
        Assert.Null(await store.Desk(desk => desk.Accept(wang, Plan, 1, [view.Named(Pm25).Seen(), view.Named("森林覆盖率").Seen()], Stop)));
        Assert.Null(await store.Desk(desk => desk.Add(wang, Plan, 1, FoundKind.Goal, new() { Name = "补充的目标" }, new(2, null, "c1", null), Stop)));
        Assert.Equal("补充“补充的目标”", (await store.View(wang)).UndoLabel!.Zh);

        Assert.Null(await store.Desk(desk => desk.Undo(wang, Plan, 1, Stop)));
        Assert.Null(await store.Desk(desk => desk.Undo(wang, Plan, 1, Stop)));
        var after = await store.View(wang);
        Assert.Equal(("采纳 2 项", 11), (after.RedoLabel!.Zh, after.Items.Count));
        Assert.Empty((await store.Plan(Plan))!.Indicators);
        Assert.Empty((await store.Plan(Plan))!.Groups);
        Assert.Equal("PLN-013", (await store.Desk(desk => desk.Undo(wang, Plan, 1, Stop)))!.Code);

        Assert.Null(await store.Desk(desk => desk.Redo(wang, Plan, 1, Stop)));
        Assert.Null(await store.Desk(desk => desk.Redo(wang, Plan, 1, Stop)));
        Assert.Null((await store.View(wang)).RedoLabel);
        var plan = (await store.Plan(Plan))!;
        Assert.Equal((2, "补充的目标"), (plan.Indicators.Count, Assert.Single(plan.Goals).Text.Zh));
        var history = await store.In(services => services.GetRequiredService<IHistory>().Of($"plan/{Plan}/items", Stop));
        Assert.Equal(["items.accepted", "items.added", "items.undone", "items.undone", "items.redone", "items.redone"], history.Select(entry => entry.Kind));
        Assert.Null(await store.In(services => services.GetRequiredService<IHistory>().Verify(Stop)));
    }

    [Fact]
    public async Task Who_may_not_edit_this_plan_decides_nothing()
    {
        await using var store = await Draft(StoreEngine.Sqlite);
        var (administrator, neighbour) = (await store.Person("admin", Role.Administrator), await store.Person("li", Role.Editor, "440700"));
        var elsewhere = await store.Person("chen", Role.Editor, "440783");
        var item = (await store.View(neighbour)).Named(Pm25).Seen();

        foreach (var nobody in new[] { administrator, elsewhere })
        {
            Assert.Equal("PLN-016", (await store.Desk(desk => desk.Accept(nobody, Plan, 1, [item], Stop)))!.Code);
            Assert.Equal("PLN-016", (await store.Desk(desk => desk.Correct(nobody, Plan, 1, item.Id, 0, new() { Name = "x" }, Stop)))!.Code);
            Assert.Equal("PLN-016", (await store.Desk(desk => desk.Reject(nobody, Plan, 1, [item], null, Stop)))!.Code);
            Assert.Equal("PLN-016", (await store.Desk(desk => desk.Add(nobody, Plan, 1, FoundKind.Goal, new() { Name = "x" }, new(null, null, null, null), Stop)))!.Code);
            Assert.Equal("PLN-016", (await store.Desk(desk => desk.Undo(nobody, Plan, 1, Stop)))!.Code);
            Assert.Equal("PLN-016", (await store.Desk(desk => desk.Redo(nobody, Plan, 1, Stop)))!.Code);
        }

        Assert.All((await store.View(neighbour)).Items, one => Assert.Equal(FoundState.Open, one.State));
        Assert.Null(await store.Desk(desk => desk.Accept(neighbour, Plan, 1, [item], Stop)));   // a prefecture's editor sees its counties
    }

    [Fact]
    public async Task A_confirmed_plan_is_closed_to_the_screen_and_what_was_left_open_is_rejected_on_the_record()
    {
        await using var store = await Draft(StoreEngine.Sqlite);
        var wang = await store.Person("wang");
        var pm25 = (await store.View(wang)).Named(Pm25).Seen();
        Assert.Null(await store.Desk(desk => desk.Accept(wang, Plan, 1, [pm25], Stop)));

        var refused = await store.Within((services, change) => services.GetRequiredService<PlanLife>().Confirm(change, Plan, 2, Adopted, Stop));
        Assert.Equal("PLN-020", refused!.Code);
        Assert.Contains("10 项", refused.Message.Zh, StringComparison.Ordinal);
        Assert.Null(await store.Within((services, change) => services.GetRequiredService<PlanLife>().Confirm(change, Plan, 2, Adopted, Stop, leaveOpenOut: true)));

        var view = await store.View(wang);
        Assert.NotNull(view.WhyNotEdit);
        Assert.Equal(0, view.OpenCount);
        Assert.All(view.Items.Where(item => item.Id != pm25.Id), item => Assert.Equal((FoundState.Rejected, OpenItems.LeftOut), (item.State, item.Why)));
        Assert.Equal("PLN-013", (await store.Desk(desk => desk.Undo(wang, Plan, 1, Stop)))!.Code);
        Assert.Equal(Pm25, Assert.Single((await store.Plan(Plan))!.Indicators).Name.Zh);
    }

    [Fact]
    public async Task A_discarded_draft_takes_its_items_and_decisions_along()
    {
        await using var store = await Draft(StoreEngine.Sqlite);
        var wang = await store.Person("wang");
        Assert.Null(await store.Desk(async desk => await desk.Accept(wang, Plan, 1, [(await store.View(wang)).Named(Pm25).Seen()], Stop)));

        Assert.Null(await store.Within((services, change) => services.GetRequiredService<PlanLife>().Discard(change, Plan, 2, "传错", Stop)));

        Assert.Equal(0, await store.In(services => Task.FromResult(services.GetRequiredService<GreenprintDb>().Set<FoundRow>().Count() + services.GetRequiredService<GreenprintDb>().Set<DecisionRow>().Count())));
    }
}

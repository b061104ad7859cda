using Greenprint.Delivery.Dispatch;
using Greenprint.Delivery.Tests.Store;
using Greenprint.Platform;
using Greenprint.Quantities;
using Greenprint.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Greenprint.Delivery.Tests.Dispatch;

public sealed class SingleItemTests
{
    private static readonly SingleOrder Sewage = new(Guid.Parse("5d0c2d5e-3ed5-4a1f-9a44-0d4d6f2f3f01"), County.Region, SingleKind.Inspection)
    {
        Document = "甲督察〔2026〕3号",
        Title = "整改河岸生活污水直排口",
        Ask = "右岸一处污水直排，完成接管并复查",
        Unit = County.Water,
        Due = new(2026, 4, 30),
        SignBy = new(2026, 3, 13),
        Steps = [StrikeOffStep.Trade, StrikeOffStep.County, StrikeOffStep.Prefecture],
    };

    private static Task<(string? Item, IReadOnlyList<Finding> Faults)> Register(County county, string who, SingleOrder order) =>
        county.In(services => services.GetRequiredService<SingleDesk>().Register(county[who], order, County.Stop));

    // Registered, carried out, approved, closed, and its strike-off asked for.
    private static async Task<string> Asked(County county, SingleOrder order)
    {
        var (item, faults) = await Register(county, "wang", order);
        Assert.Empty(faults);
        foreach (var (who, act) in new[] { ("zhao", DispatchAct.Review), ("wang", DispatchAct.Issue), ("chen", DispatchAct.Sign) })
        {
            Assert.Null(await county.Do(who, item!, act));
        }

        await county.Report("chen", item!, isDone: true);
        foreach (var (who, act) in new[] { ("zhao", DispatchAct.Check), ("wang", DispatchAct.Close), ("chen", DispatchAct.AskStrikeOff) })
        {
            Assert.Null(await county.Do(who, item!, act));
        }

        return item!;
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task What_the_bureau_registers_alone_goes_to_its_strike_off_and_what_nobody_here_accepts_is_recorded_from_its_document(StoreEngine engine)
    {
        await using var county = await County.Open(engine);   // the prefecture is here and nobody in it
        var item = await Asked(county, Sewage);
        var stored = await county.Stored(item);
        Assert.Equal((new DateOnly(2026, 3, 13), new DateOnly(2026, 4, 30), "甲督察〔2026〕3号"), (stored.Item.SignBy!.Value, stored.Row.Due, stored.Events[0].Why!));
        Assert.Equal(SingleKind.Inspection, SingleKinds.Of(stored.Row.Subject));
        Assert.Equal([StrikeOffStep.County, StrikeOffStep.Prefecture, StrikeOffStep.Trade], stored.Item.Steps);

        // The county has its leader: the bureau records nothing for them.
        Assert.Equal("DLV-003", (await county.Do("wang", item, DispatchAct.RecordAcceptance, "甲政〔2026〕5号"))!.Code);
        Assert.Null(await county.Do("li", item, DispatchAct.AcceptStrikeOff));

        foreach (var who in new[] { "chen", "li", "he" })
        {
            Assert.Equal("DLV-003", (await county.Do(who, item, DispatchAct.RecordAcceptance, "甲市验〔2026〕9号"))!.Code);
        }

        Assert.Contains("文号", (await county.Do("wang", item, DispatchAct.RecordAcceptance))!.Message.Zh, StringComparison.Ordinal);
        Assert.Null(await county.Do("zhao", item, DispatchAct.RecordAcceptance, "甲市验〔2026〕9号，2026年3月2日"));

        // Whoever wrote down what a document says has accepted nothing: their own acceptance is still theirs to give.
        Assert.Null(await county.Do("zhao", item, DispatchAct.AcceptStrikeOff));
        Assert.True((await county.Stored(item)).Item.IsStruckOff);
        var history = await county.In(services => services.GetRequiredService<IHistory>().Of($"dispatch/{item}", County.Stop));
        Assert.Equal("甲市验〔2026〕9号，2026年3月2日", Assert.Single(history, entry => entry.Kind == "dispatch.acceptance-recorded").Why);
    }

    [Fact]
    public async Task What_the_government_above_did_not_accept_is_recorded_too_and_the_chain_begins_anew()
    {
        await using var county = await County.Open(StoreEngine.Sqlite);
        var item = await Asked(county, Sewage);
        Assert.Equal("DLV-003", (await county.Do("wang", item, DispatchAct.RefuseStrikeOff, "不是本环节"))!.Code);
        Assert.Null(await county.Do("li", item, DispatchAct.AcceptStrikeOff));

        Assert.Null(await county.Do("wang", item, DispatchAct.RefuseStrikeOff, "甲市验〔2026〕9号：未接管"));
        Assert.Equal(StrikeOff.None, (await county.Stored(item)).Item.StrikeOff);
        Assert.Null(await county.Do("chen", item, DispatchAct.AskStrikeOff));
    }

    [Fact]
    public async Task An_acceptance_that_only_who_gave_one_before_could_give_is_recorded_and_never_hangs()
    {
        await using var county = await County.Open(StoreEngine.Sqlite);
        await county.Person("mayor", new RoleIn(Role.Leader, "990100"));   // leads the prefecture, and may accept in the county as well
        var item = await Asked(county, Sewage);
        Assert.Null(await county.Do("mayor", item, DispatchAct.AcceptStrikeOff));

        Assert.Equal("DLV-003", (await county.Do("mayor", item, DispatchAct.AcceptStrikeOff))!.Code);
        Assert.Null(await county.Do("wang", item, DispatchAct.RecordAcceptance, "甲市验〔2026〕9号"));
    }

    [Theory]
    [InlineData("chen", County.Region), InlineData("li", County.Region), InlineData("he", County.Region), InlineData("wang", "990100"), InlineData("wang", "none")]
    public async Task Only_who_runs_the_dispatch_of_a_region_registers_there(string who, string region)
    {
        await using var county = await County.Open(StoreEngine.Sqlite);

        var (item, faults) = await Register(county, who, Sewage with { Region = region });
        Assert.Null(item);
        Assert.Equal("DLV-013", Assert.Single(faults).Code);
        Assert.Equal(0, await county.In(services => services.GetRequiredService<GreenprintDb>().Set<ItemRow>().CountAsync(County.Stop)));
    }

    [Fact]
    public async Task A_form_sent_twice_registers_one_item_and_whoever_registered_it_does_not_review_it()
    {
        await using var county = await County.Open(StoreEngine.Sqlite);
        var first = (await Register(county, "wang", Sewage)).Item!;

        Assert.Equal(first, (await Register(county, "wang", Sewage)).Item);
        var choices = (await county.In(services => services.GetRequiredService<DispatchDesk>().Find(county["wang"], first, County.Stop)))!.Value.Choices;
        Assert.Contains(choices.Impossible, one => one.Acts.Contains(DispatchAct.Review) && one.Why.Zh.Contains("登记人不能审核", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_day_for_signing_that_was_named_moves_with_a_suspension_and_is_a_fresh_one_after_a_refusal_to_sign()
    {
        await using var county = await County.Open(StoreEngine.Sqlite);
        var item = (await Register(county, "wang", Sewage)).Item!;
        Assert.Null(await county.Do("zhao", item, DispatchAct.Review));
        Assert.Null(await county.Do("wang", item, DispatchAct.Suspend, "等待批复"));
        county.Store.Clock.Set(new DateOnly(2026, 3, 9));
        Assert.Null(await county.Do("wang", item, DispatchAct.Resume));
        Assert.Null(await county.Do("wang", item, DispatchAct.Issue));
        Assert.Equal(new DateOnly(2026, 3, 20), (await county.Stored(item)).Row.SignBy);   // a week later than the 13th

        Assert.Null(await county.Do("chen", item, DispatchAct.Decline, "不属本单位职责"));
        Assert.Null(await county.Do("wang", item, DispatchAct.Issue));
        Assert.Equal(new DateOnly(2026, 3, 11), (await county.Stored(item)).Row.SignBy);   // two working days, as the rule says
    }

    [Fact]
    public async Task What_is_wrong_with_an_order_is_named_field_by_field()
    {
        await using var county = await County.Open(StoreEngine.Sqlite);
        async Task<string> Fields(SingleOrder order) => string.Join(' ', (await Register(county, "wang", order)).Faults.Select(fault => fault.Place!.Column));

        Assert.Equal("title ask unit due", await Fields(new(Guid.NewGuid(), County.Region, SingleKind.Other) { Title = " " }));
        Assert.Equal("due", await Fields(Sewage with { Due = new(2026, 3, 1) }));
        Assert.Equal("sign-by", await Fields(Sewage with { SignBy = new(2026, 5, 1) }));
        Assert.Equal("unit", await Fields(Sewage with { Unit = "jia/gone" }));
        Assert.Equal("person", await Fields(Sewage with { Person = county.IdOf("chen") }));   // who has no post there
        Assert.Equal("plan", await Fields(Sewage with { Plan = "none" }));
        Assert.Equal("document", await Fields(Sewage with { Document = new('文', 201) }));
        await county.Appoint("chen", County.Water);
        Assert.Equal("", await Fields(Sewage with { Person = county.IdOf("chen") }));
    }

    [Theory]
    [InlineData(RegionLevel.Town, "County Prefecture Trade"), InlineData(RegionLevel.County, "County Prefecture Trade"), InlineData(RegionLevel.Prefecture, "Prefecture Trade"), InlineData(RegionLevel.Province, "Trade")]
    public async Task The_acceptances_fit_the_region(RegionLevel level, string steps)
    {
        Assert.Equal(steps, string.Join(' ', Acceptances.For(level)));

        await using var county = await County.Open(StoreEngine.Sqlite);
        await county.Person("bureau", new RoleIn(Role.Editor, "990100"));
        var (_, faults) = await Register(county, "bureau", Sewage with { Region = "990100" });
        Assert.Contains(faults, fault => fault.Place!.Column == "steps");   // a prefecture has no acceptance of a county
    }
}

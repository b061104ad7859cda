using Greenprint.Planning.YearTasks;
using Greenprint.Platform;
using static Greenprint.Planning.Tests.Packs.Some;
using static Greenprint.Planning.Tests.YearTasks.TaskStore;

namespace Greenprint.Planning.Tests.YearTasks;

/// <summary>What a year task must keep to, told by the field at fault.</summary>
public sealed class YearTaskRuleTests
{
    public static TheoryData<string, YearTaskContent> Faults => new()
    {
        { "title", NewSewers() with { Title = (" ", "x") } },
        { "year", NewSewers() with { Year = 2031, Due = new(2031, 1, 1) } },
        { "due", NewSewers() with { Due = new(2027, 1, 1) } },
        { "quantity", NewSewers() with { Quantity = -1 } },
        { "unit", NewSewers() with { Unit = " " } },
        { "source", NewSewers() with { Source = new(YearTaskSourceKind.Measure, "m99") } },
        { "source", NewSewers() with { Source = new(YearTaskSourceKind.KeyTask, "m1") } },
        { "lead", NewSewers() with { Lead = "" } },
        { "lead", NewSewers() with { Lead = Dissolved.Id } },
        { "support", NewSewers() with { Support = [Housing.Id] } },
        { "support", NewSewers() with { Support = [Bureau.Id, Bureau.Id] } },
        { "support", NewSewers() with { Support = ["other/unit"] } },
        { "place", NewSewers() with { Place = "440781" } },
        { "parent", NewSewers() with { Parent = "2026-09", Place = East.Code } },
        { "depends", NewSewers() with { DependsOn = ["2026-09"] } },
        { "effects", NewSewers() with { Effects = [new("none", EffectDirection.Raises)] } },
        { "effects", NewSewers() with { Effects = [new("air-pm25", EffectDirection.Lowers, 0)] } },
        { "effects", NewSewers() with { Effects = [new("air-pm25", EffectDirection.Lowers), new("air-pm25", EffectDirection.Raises)] } },
    };

    [Theory, MemberData(nameof(Faults))]
    public async Task A_field_that_does_not_fit_is_named_and_nothing_is_stored(string field, YearTaskContent content)
    {
        await using var store = await Prepared(StoreEngine.Sqlite);

        var saving = await store.Add(content);

        Assert.Equal((field, "PLN-024"), Assert.Single(saving.Findings) is var finding ? (finding.Field, finding.Finding.Code) : default);
        Assert.Empty(await store.Tasks());
    }

    [Fact]
    public async Task A_unit_that_closes_later_may_still_lead_and_zero_is_a_quantity()
    {
        await using var store = await Prepared(StoreEngine.Sqlite);

        Assert.Empty((await store.Add(NewSewers() with { Lead = Dissolved.Id, Due = new(2026, 6, 30), Quantity = 0 })).Findings);
    }

    [Fact]
    public async Task A_task_is_split_once_each_place_once_in_the_unit_of_the_whole()
    {
        await using var store = await Prepared(StoreEngine.Sqlite);
        var whole = await store.Added(NewSewers());
        var row = NewSewers() with { Parent = whole.Code, Place = East.Code, Quantity = 200 };
        var east = await store.Added(row);

        Assert.Equal("place", Field(await store.Add(row)));
        Assert.Equal("place", Field(await store.Add(row with { Place = null })));
        Assert.Equal("parent", Field(await store.Add(row with { Place = West.Code, Unit = "户" })));
        Assert.Equal("parent", Field(await store.Add(row with { Place = West.Code, Parent = east.Code })));
        Assert.Equal("unit", Field(await store.Revise(whole, whole.Content with { Unit = "户" })));
        Assert.Equal("parent", Field(await store.Revise(whole, whole.Content with { Parent = whole.Code, Place = West.Code })));
        Assert.Contains(east.Code, Assert.Single((await store.Cancel(whole)).Findings).Finding.Message.Zh, StringComparison.Ordinal);
        Assert.Empty((await store.Add(row with { Place = EastOffice.Id })).Findings);   // a park or an office is a place as well
    }

    [Fact]
    public async Task No_row_lies_within_another_for_its_quantity_would_count_twice()
    {
        await using var store = await Prepared(StoreEngine.Sqlite);
        var whole = await store.Added(NewSewers());
        var east = new YearTask("jia-15", "2026-02", 1, NewSewers() with { Parent = whole.Code, Place = East.Code }) { RecordedAt = DateTimeOffset.UnixEpoch, RecordedBy = "x" };
        Region inner = new("990101100200", East.Code, ("东村", "East Village"), RegionLevel.Town, IsDemo: true);
        var view = (await store.Plan("jia-15"))!;

        Assert.Equal("place", Assert.Single(Check(east, inner.Code)).Field);
        Assert.Equal("place", Assert.Single(Check(east with { Content = east.Content with { Place = inner.Code } }, East.Code)).Field);
        Assert.Empty(Check(east, West.Code));

        IReadOnlyList<FieldFinding> Check(YearTask standing, string place) => YearTaskRules.Check(null, east.Content with { Place = place }, new(
            view,
            new[] { whole, standing }.ToDictionary(task => task.Code),
            new[] { Bureau, Housing }.ToDictionary(unit => unit.Id),
            new[] { East, West, inner }.ToDictionary(region => region.Code)));
    }

    [Fact]
    public async Task Tasks_that_would_wait_for_each_other_are_refused_and_the_chain_is_named()
    {
        await using var store = await Prepared(StoreEngine.Sqlite);
        var first = await store.Added(NewSewers());
        var second = await store.Added(NewSewers() with { DependsOn = [first.Code] });
        var third = await store.Added(NewSewers() with { DependsOn = [second.Code] });

        var saving = await store.Revise(first, first.Content with { DependsOn = [third.Code] });

        var finding = Assert.Single(saving.Findings);
        Assert.Equal(("depends", "PLN-025"), (finding.Field, finding.Finding.Code));
        Assert.Contains("2026-01 → 2026-03 → 2026-02 → 2026-01", finding.Finding.Message.Zh, StringComparison.Ordinal);
        Assert.Equal("PLN-025", Assert.Single((await store.Revise(first, first.Content with { DependsOn = [first.Code] })).Findings).Finding.Code);
        Assert.Contains("2026-03", Assert.Single((await store.Cancel(second)).Findings).Finding.Message.Zh, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_change_needs_its_reason_and_a_difference_and_stays_in_its_year()
    {
        await using var store = await Prepared(StoreEngine.Sqlite);
        var task = await store.Added(NewSewers());

        Assert.Equal("why", Field(await store.Revise(task, task.Content with { Quantity = 1 }, " ")));
        Assert.Equal("", Field(await store.Revise(task, task.Content with { Title = (" 新建污水管网 ", "Build sewers") })));
        Assert.Equal("year", Field(await store.Revise(task, NewSewers(2027))));
        Assert.Equal("PLN-026", Assert.Single((await store.Revise(task with { Code = "2026-99" }, task.Content)).Findings).Finding.Code);
    }

    private static string Field(YearTaskSaving saving) => Assert.Single(saving.Findings).Field;
}

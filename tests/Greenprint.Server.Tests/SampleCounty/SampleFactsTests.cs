using Greenprint.Planning;
using Greenprint.Platform;
using Greenprint.Quantities;
using Greenprint.Server.SampleCounty;

namespace Greenprint.Server.Tests.SampleCounty;

/// <summary>What the facts of the sample county promise.</summary>
public sealed class SampleFactsTests
{
    private static readonly Dictionary<string, PlanPack> Packs = SampleFiles.Packs().ToDictionary(pack => pack.Id);

    [Fact]
    public void Every_place_is_invented_and_says_so()
    {
        var regions = Packs.Values.SelectMany(pack => pack.Regions).ToList();

        Assert.All(regions, region => Assert.StartsWith("99", region.Code, StringComparison.Ordinal));
        Assert.All(regions, region => Assert.True(region.IsDemo));
        Assert.All(Packs.Values, pack => Assert.True(pack.Demo));
        Assert.All(SampleFiles.Stations(), station => Assert.StartsWith("99", station.Region, StringComparison.Ordinal));
    }

    [Theory, InlineData("lanwan-14"), InlineData("lanwan-15")]
    public void A_plan_of_Lanwan_has_the_structure_of_the_pilot_and_every_kind_and_origin(string id)
    {
        var plan = Packs[id];

        Assert.Single(plan.Goals);
        Assert.Equal(11, plan.KeyTasks.Count);
        Assert.Equal(5, plan.Safeguards.Count);
        Assert.Equal(21, plan.Indicators.Count);
        Assert.Equal(["环境治理", "应对气候变化", "环境风险防控", "生态保护"], plan.Groups.Select(group => group.Name.Zh));
        Assert.Equal(Enum.GetValues<TargetKind>().Order(), plan.Indicators.Select(indicator => indicator.Target.Kind).Distinct().Order());
        Assert.Equal(Enum.GetValues<ValueOrigin>().Order(), plan.Indicators.Select(indicator => indicator.Deciding).Distinct().Order());
        Assert.Equal(9, plan.Indicators.Count(indicator => indicator.Nature == IndicatorNature.Binding));
    }

    [Fact]
    public void Every_text_of_a_plan_is_there_in_both_languages()
    {
        var texts = Packs.Values.SelectMany(plan => plan.Clauses.SelectMany(clause => clause.Paragraphs.Append(clause.Title))
            .Concat(plan.KeyTasks.SelectMany(task => new[] { task.Title, task.Text }))
            .Concat(plan.Safeguards.SelectMany(safeguard => new[] { safeguard.Title, safeguard.Text }))
            .Concat(plan.Indicators.Select(indicator => indicator.Name))
            .Concat(plan.Goals.Select(goal => goal.Text)));

        Assert.All(texts, text => Assert.True(text.Zh.Length > 0 && text.En?.Length > 0, text.Zh));
    }

    [Fact]
    public void Year_tasks_of_three_years_say_in_both_languages_what_is_done_how_it_is_seen_and_what_proves_it()
    {
        var tasks = SampleFiles.YearTasks().SelectMany(plan => plan).ToList();

        Assert.Equal([2024, 2025, 2026], tasks.Select(entry => entry.Task.Year).Distinct().Order());
        Assert.All(tasks, entry => Assert.True(entry.Task.Title.En?.Length > 0 && entry.Task.Criterion?.En?.Length > 0 && entry.Task.Evidence is not null && entry.Task.Quantity > 0, entry.Code));
        Assert.True(tasks.Count(entry => entry.Task.Parent is not null) >= 30);
    }

    [Fact]
    public void The_second_county_uses_the_same_names_so_that_a_leak_would_show()
    {
        var shared = Packs["lanwan-15"].Indicators.Select(indicator => indicator.Code).Intersect(Packs["xiyuan-15"].Indicators.Select(indicator => indicator.Code));

        Assert.Equal(6, shared.Count());
        Assert.Equal(2, SampleFiles.Stations().Count(station => station.Name.Zh == "县政府"));
    }

    // The first pack that names a unit adds it; a second one must not tell it otherwise.
    [Fact]
    public void A_unit_is_told_alike_wherever_it_is_told_and_stands_below_the_government_except_who_comes_from_outside()
    {
        var told = Packs.Values.SelectMany(pack => pack.Units).GroupBy(unit => unit.Id).ToList();

        Assert.Empty(told.Where(unit => unit.Distinct().Count() > 1).Select(unit => unit.Key));
        Assert.Empty(told.Select(unit => unit.First()).Where(unit => unit.Parent is null != (unit.Kind is OrgLevel.Government or OrgLevel.Evaluator)).Select(unit => unit.Id));
        Assert.Equal(Enum.GetValues<OrgLevel>().Order(), told.Select(unit => unit.First().Kind).Distinct().Order());
    }

    [Fact]
    public void Everybody_of_the_county_works_in_a_unit_of_it_and_every_unit_that_exists_has_somebody()
    {
        var day = new DateOnly(2026, 11, 20);
        var units = Packs["lanwan-15"].Units;
        var people = SampleFiles.People();

        Assert.Empty(people.Select(person => person.Unit).Except(Packs.Values.SelectMany(pack => pack.Units).Select(unit => unit.Id)));
        Assert.Equal("pei-yuan", Assert.Single(people, person => person.Scope == RoleScope.Above).UserName);
        Assert.Empty(units.Select(unit => unit.Id).Except(people.Where(person => person.From <= day && !(person.Until < day)).Select(person => person.Unit)));
        Assert.Equal(people.Count, people.Select(person => person.Name).Distinct().Count());
        Assert.Equal(Enum.GetValues<Role>().Except([Role.Public]).Order(), people.Select(person => person.Role).OfType<Role>().Distinct().Order());
    }

    [Fact]
    public void Every_value_belongs_to_an_indicator_and_names_its_document_and_unit()
    {
        var rows = SampleFiles.Values(new DateOnly(2099, 12, 31));

        Assert.All(rows, row => Assert.Contains(Packs[row.Entry.Plan].Indicators, indicator => indicator.Code == row.Entry.Indicator));
        Assert.All(rows, row => Assert.True(row.Entry.Document?.Length > 0 && row.Entry.Person?.Length > 0));
        Assert.All(rows, row => Assert.True(row.Entry.Period.Last < row.Entry.On, $"{row.Entry.Indicator} {row.Entry.Period} is told before it is over"));
    }

    [Fact]
    public void Every_series_belongs_to_a_station() =>
        Assert.Empty(SampleFiles.Levels().Select(level => level.Station).Except(SampleFiles.Stations().Select(station => station.Code)));

    // The plan says where it starts from; the program computes it. The two are the same number, or the page contradicts itself.
    [Theory]
    [InlineData("lanwan-14", "lanwan", 2020)]
    [InlineData("lanwan-15", "lanwan", 2025)]
    [InlineData("xiyuan-15", "xiyuan", 2025)]
    [InlineData("cangyu-15", "", 2025)]
    public void The_baselines_are_what_the_measurements_give(string plan, string county, int year)
    {
        var air = PlainFigures.Air(county, Period.OfYear(year));
        decimal? Baseline(string code) => Packs[plan].Indicators.Single(indicator => indicator.Code == code).Baseline!.Value;

        Assert.Equal(air.Mean(MeasuredItems.Pm25).Figure.Rounded(1), Baseline("air-pm25"));
        Assert.Equal(PlainFigures.GoodSections(county, Period.OfYear(year)).Rounded(1), Baseline("water-good"));
        if (plan.StartsWith("lanwan", StringComparison.Ordinal))
        {
            Assert.Equal(air.Percentile(MeasuredItems.O3).Figure.Rounded(0), Baseline("air-o3"));
        }
    }
}

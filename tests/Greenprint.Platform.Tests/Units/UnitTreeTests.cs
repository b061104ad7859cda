namespace Greenprint.Platform.Tests;

public sealed class UnitTreeTests
{
    // Any unit above any other, themselves too: circles and lost parents among them.
    private static readonly Gen<List<Organization>> AnyUnits = Gen.Select(Gen.Int[-1, 12], Gen.Enum<OrgLevel>()).List[0, 10].Select(list =>
        list.Select((one, i) => new Organization($"u{i}", "990121", new("单位"), Parent: one.Item1 < 0 ? null : $"u{one.Item1}", Kind: one.Item2)).ToList());

    [Fact]
    public void Every_unit_stands_in_the_list_once_whatever_the_data_say() => AnyUnits.Sample(units =>
        Assert.Equal(units.Select(unit => unit.Id).Order(), new UnitTree(units).InOrder.Select(node => node.Unit.Id).Order()));

    [Fact]
    public void A_unit_stands_after_the_one_above_it_and_one_step_deeper() => AnyUnits.Sample(units =>
    {
        var order = new UnitTree(units).InOrder;
        foreach (var (node, i) in order.Select((node, i) => (node, i)).Where(pair => pair.node.Depth > 0))
        {
            var above = order.Take(i).Last(other => other.Depth == node.Depth - 1);
            Assert.Equal(node.Unit.Parent, above.Unit.Id);
        }
    });

    [Fact]
    public void What_is_below_a_unit_is_it_and_what_is_below_its_own() => AnyUnits.Sample(units =>
    {
        var tree = new UnitTree(units);
        foreach (var unit in units)
        {
            var below = tree.WithBelow(unit.Id);
            Assert.Contains(unit.Id, below);
            Assert.True(units.Where(other => other.Parent is { } parent && below.Contains(parent)).All(other => below.Contains(other.Id)));
        }
    });

    [Fact]
    public void The_government_stands_before_the_bureau_the_departments_the_park_and_the_towns()
    {
        var tree = new UnitTree(
        [
            new("c/evaluator", "1", new("评估机构"), Kind: OrgLevel.Evaluator),
            new("c/town", "1", new("镇"), Parent: "c/gov", Kind: OrgLevel.Town),
            new("c/park", "1", new("管委会"), Parent: "c/gov", Kind: OrgLevel.ParkCommittee),
            new("c/water", "1", new("水利局"), Parent: "c/gov"),
            new("c/eco", "1", new("生态环境局"), Parent: "c/gov", Kind: OrgLevel.Bureau),
            new("c/gov", "1", new("县人民政府"), Kind: OrgLevel.Government),
        ]);

        Assert.Equal(["c/gov", "c/eco", "c/water", "c/park", "c/town", "c/evaluator"], tree.InOrder.Select(node => node.Unit.Id));
        Assert.Equal([0, 1, 1, 1, 1, 0], tree.InOrder.Select(node => node.Depth));
        Assert.Empty(tree.WithBelow("nowhere"));
    }
}

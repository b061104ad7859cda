using Greenprint.PlanText.Alignment;

namespace Greenprint.PlanText.Tests.Alignment;

public sealed class AlignmentLawTests
{
    private static readonly string[] Names = ["优良天数比率", "细颗粒物（PM2.5）浓度", "农村生活污水治理率", "用水总量", "森林覆盖率", "单位GDP能源消耗降低", "无人知道的某项指标"];

    private static readonly Gen<PrintedTarget> Targets = Gen.Select(
        Any.Of(PrintedTargetKind.AtLeast, PrintedTargetKind.AtMost, PrintedTargetKind.Range), Gen.Decimal[0, 99], Gen.Int[0, 3], Any.Of(2028, 2030),
        (kind, value, width, year) => new PrintedTarget(year, $"{kind} {value} {width}", kind, value) { To = kind == PrintedTargetKind.Range ? value + width : null });

    private static readonly Gen<IReadOnlyList<IndicatorItem>> Tables = Gen.Shuffle(Names).SelectMany(names => Gen.Select(Targets.Array[names.Length], Gen.Int[1, names.Length],
        (targets, count) => (IReadOnlyList<IndicatorItem>)[.. names.Take(count).Select((name, i) => Item(name, targets[i]))]));

    [Fact]
    public void A_plan_carries_itself() => Tables.Sample(table =>
    {
        var pairs = PlanAligner.Pairs(table, table, new(IsAbove: true));
        Assert.All(pairs, pair => Assert.Equal((AlignmentStatus.Carried, pair.Upper), (pair.Status, pair.Local)));
        Assert.Equal(table.Count, pairs.Count);
    });

    [Fact]
    public void Swapping_the_plans_turns_tightened_into_weakened_and_missing_into_local_only() => Gen.Select(Tables, Tables).Sample((one, other) =>
    {
        var (there, back) = (PlanAligner.Pairs(one, other, new(IsAbove: true)), PlanAligner.Pairs(other, one, new(IsAbove: true)));
        Assert.Equal(
            there.Select(pair => (Swapped(pair.Status), pair.Local?.Name, pair.Upper?.Name)).Order(),
            back.Select(pair => (pair.Status, pair.Upper?.Name, pair.Local?.Name)).Order());
    });

    [Fact]
    public void Every_row_of_both_plans_stands_in_exactly_one_pair() => Gen.Select(Tables, Tables).Sample((local, upper) =>
    {
        var pairs = PlanAligner.Pairs(local, upper, new(IsAbove: true));
        Assert.Equal(upper, pairs.Select(pair => pair.Upper).OfType<IndicatorItem>());
        Assert.Equal(local.OrderBy(item => item.Name, StringComparer.Ordinal), pairs.Select(pair => pair.Local).OfType<IndicatorItem>().OrderBy(item => item.Name, StringComparer.Ordinal));
    });

    internal static IndicatorItem Item(string name, PrintedTarget? target, string? unit = "%", PrintedValue? baseline = null) =>
        new(null, null, name, null, unit, baseline, target, [], null, 1, name, 0.98m, "c1");

    private static AlignmentStatus Swapped(AlignmentStatus status) => status switch
    {
        AlignmentStatus.Tightened => AlignmentStatus.Weakened,
        AlignmentStatus.Weakened => AlignmentStatus.Tightened,
        AlignmentStatus.Missing => AlignmentStatus.LocalOnly,
        AlignmentStatus.LocalOnly => AlignmentStatus.Missing,
        _ => status,
    };
}

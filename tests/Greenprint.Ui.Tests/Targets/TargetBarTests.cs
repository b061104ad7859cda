using Bunit;
using Greenprint.Ui.Gallery;
using Greenprint.Ui.Targets;

namespace Greenprint.Ui.Tests.Targets;

public sealed class TargetBarTests : BunitContext
{
    public TargetBarTests() => Reader.Of(Cultures.Chinese);

    public static TheoryData<string, string, string> Sentences => new()
    {
        { "至少（上升）", "2025年基准88.2%，2030年目标≥\u202F93.0%，2026年1—10月为89.6%，已走完全程的29%，按序时进度同期应达到89.1%，年度目标：2026年89.2、2027年90.1、2028年91.1、2029年92.0、2030年93.0。", "Baseline 88.2% in 2025; target for 2030: ≥\u202F93.0%; January–October 2026: 89.6%; 29% of the way is done; the schedule asks for 89.1% by then; targets by year: 2026 89.2, 2027 90.1, 2028 91.1, 2029 92.0, 2030 93.0." },
        { "比基准更差", "2025年基准158微克/立方米，2030年目标≤\u202F150微克/立方米，2026年为163微克/立方米，比基准差5微克/立方米，按序时进度同期应达到157微克/立方米，年度目标：2026年156、2028年153、2030年150。", "Baseline 158\u00A0µg/m³ in 2025; target for 2030: ≤\u202F150\u00A0µg/m³; 2026: 163\u00A0µg/m³; worse than the baseline by 5\u00A0µg/m³; the schedule asks for 157\u00A0µg/m³ by then; targets by year: 2026 156, 2028 153, 2030 150." },
        { "超过目标", "2025年基准52.0%，2030年目标≥\u202F60.0%，2026年为63.5%，已达目标，按序时进度同期应达到53.4%。", "Baseline 52.0% in 2025; target for 2030: ≥\u202F60.0%; 2026: 63.5%; the target is met; the schedule asks for 53.4% by then." },
        { "零目标，已达到", "2025年基准3.0%，2030年目标≤\u202F0.0%，2026年为0.0%，已达目标，按序时进度同期应达到2.5%。", "Baseline 3.0% in 2025; target for 2030: ≤\u202F0.0%; 2026: 0.0%; the target is met; the schedule asks for 2.5% by then." },
        { "保持100%", "2025年基准100.0%，2030年目标≥\u202F100.0%，2026年为100.0%，符合目标要求。", "Baseline 100.0% in 2025; target for 2030: ≥\u202F100.0%; 2026: 100.0%; the target holds." },
        { "保持，不符合", "2025年基准42.3%，2030年目标≥\u202F42.3%，2026年为41.6%，不符合目标要求。", "Baseline 42.3% in 2025; target for 2030: ≥\u202F42.3%; 2026: 41.6%; the target does not hold." },
        { "区间", "2025年基准7.9，2030年目标6.5–8.5，2026年为7.4，符合目标要求。", "Baseline 7.9 in 2025; target for 2030: 6.5–8.5; 2026: 7.4; the target holds." },
        { "累计", "2030年目标累计\u202F10个，至2026年10月为3个，已走完全程的30%，按序时进度同期应达到2个，年度目标：2026年2、2027年4、2028年6、2029年8、2030年10。", "Target for 2030: Σ\u202F10\u00A0projects; to October 2026: 3\u00A0projects; 30% of the way is done; the schedule asks for 2\u00A0projects by then; targets by year: 2026 2, 2027 4, 2028 6, 2029 8, 2030 10." },
        { "尚无数值", "2025年基准38.0%，2030年目标≥\u202F45.0%，尚无实际值，按序时进度今天应达到39.2%。", "Baseline 38.0% in 2025; target for 2030: ≥\u202F45.0%; no value yet; the schedule asks for 39.2% today." },
        { "待上级下达", "2025年基准412吨，2030年目标待上级下达，尚无实际值。", "Baseline 412\u00A0t in 2025; target for 2030: Waiting for the superior; no value yet." },
        { "方向性目标", "2025年基准0.512吨/万元，2030年目标持续下降，2026年为0.498吨/万元。", "Baseline 0.512\u00A0t/10⁴ yuan in 2025; target for 2030: Falling; 2026: 0.498\u00A0t/10⁴ yuan." },
    };

    [Theory, MemberData(nameof(Sentences))]
    public void The_text_alternative_tells_the_numbers_of_the_picture(string bar, string zh, string en)
    {
        var sentence = TargetBarText.Sentence(Bar(bar));

        Assert.Equal(zh, sentence.Zh);
        Assert.Equal(en, sentence.En);
    }

    [Theory]
    [InlineData("至少（上升）", "bar-rail bar-done bar-start bar-tick bar-target bar-expected bar-latest")]
    [InlineData("至多（下降），滞后", "bar-rail bar-done bar-start bar-tick bar-target bar-expected bar-latest")]
    [InlineData("比基准更差", "bar-rail bar-back bar-start bar-tick bar-target bar-expected bar-latest")]
    [InlineData("超过目标", "bar-rail bar-done bar-beyond bar-start bar-target bar-expected bar-latest")]
    [InlineData("零目标，已达到", "bar-rail bar-done bar-start bar-target bar-expected bar-latest")]
    [InlineData("保持100%", "bar-rail bar-band bar-target bar-start bar-latest")]
    [InlineData("区间", "bar-rail bar-band bar-target bar-start bar-latest")]
    [InlineData("累计", "bar-rail bar-done bar-start bar-tick bar-target bar-expected bar-latest")]
    [InlineData("尚无数值", "bar-rail bar-start bar-target bar-expected")]
    [InlineData("待上级下达", "bar-none bar-start")]
    [InlineData("方向性目标", "bar-none bar-start bar-latest")]
    public void Each_kind_of_target_draws_its_own_parts(string bar, string parts)
    {
        var picture = Render<TargetBar>(parameters => parameters.Add(component => component.Model, Bar(bar)).Add(component => component.Compact, true));

        var drawn = picture.FindAll("svg [class]").Select(element => element.ClassName!.Split(' ')[0]).Distinct();
        Assert.Equal(parts.Split(' ').Order(StringComparer.Ordinal), drawn.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_falling_indicator_also_goes_from_left_to_right()
    {
        var model = Bar("至多（下降），滞后");
        var scale = TargetBarScale.Of(model);

        Assert.True(scale.At(29m) < scale.At(28.8m) && scale.At(28.8m) < scale.At(25m));
    }

    [Fact]
    public void A_value_far_outside_is_drawn_at_the_edge_with_an_arrow()
    {
        var model = new TargetBarModel(new(TargetShape.AtLeast, 10m), 2030, ("", ""), 0) { Baseline = 0m, Latest = 500m };
        var scale = TargetBarScale.Of(model);

        Assert.Equal(1, scale.Outside(500m));
        Assert.Equal(97m, scale.At(500m));
        Assert.Contains("<path class=\"bar-latest", Render<TargetBar>(parameters => parameters.Add(component => component.Model, model)).Markup, StringComparison.Ordinal);
    }

    // Holds for whatever a plan asks: nothing leaves the picture, and nearer to the target is never further left.
    [Fact]
    public void Everything_stands_inside_the_bar_and_nearer_to_the_target_is_further_right() =>
        Gen.Select(Gen.Int[-1000, 1000], Gen.Int[-1000, 1000], Gen.Int[-3000, 3000], Gen.Int[-3000, 3000]).Where(four => four.Item1 != four.Item2).Sample(four =>
        {
            var (baseline, target, one, other) = (four.Item1 / 10m, four.Item2 / 10m, four.Item3 / 10m, four.Item4 / 10m);
            var model = new TargetBarModel(new(target > baseline ? TargetShape.AtLeast : TargetShape.AtMost, target), 2030, ("", ""), 1) { Baseline = baseline, Latest = one, Expected = other };
            var scale = TargetBarScale.Of(model);
            decimal[] places = [scale.At(baseline), scale.At(target), scale.At(one), scale.At(other)];
            var sign = Math.Sign(target - baseline);
            return places.All(place => place is >= 0 and <= 100)
                && scale.At(baseline) < scale.At(target)
                && (sign * one <= sign * other ? scale.At(one) <= scale.At(other) : scale.At(one) >= scale.At(other));
        });

    [Theory]
    [InlineData(TargetShape.Keep, true, 100, 100, true)]
    [InlineData(TargetShape.Keep, true, 100, 99.9, false)]
    [InlineData(TargetShape.AtMost, null, 0, 0, true)]
    [InlineData(TargetShape.AtMost, null, 0, 0.1, false)]
    [InlineData(TargetShape.AtLeast, null, 5, 0, false)]
    public void A_bound_holds_at_the_number_itself(TargetShape shape, bool? higher, double target, double latest, bool holds) =>
        Assert.Equal(holds, new TargetBarModel(new(shape, (decimal)target, HigherIsBetter: higher), 2030, ("", ""), 1) { Baseline = (decimal)target, Latest = (decimal)latest }.Holds);

    [Fact]
    public void A_way_that_is_not_finished_never_reads_as_a_hundred_percent()
    {
        var model = new TargetBarModel(new(TargetShape.AtLeast, 100m), 2030, ("%", "%"), 1) { Baseline = 0m, Latest = 99.96m };

        Assert.Contains("已走完全程的99%", TargetBarText.Sentence(model).Zh, StringComparison.Ordinal);
    }

    private static TargetBarModel Bar(string name) => GallerySamples.Bars.Single(bar => bar.Name.Zh == name).Model;
}

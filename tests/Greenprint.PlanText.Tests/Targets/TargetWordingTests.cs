using System.Globalization;
using Greenprint.PlanText.Catalogue;
using Greenprint.PlanText.Targets;

namespace Greenprint.PlanText.Tests.Targets;

public sealed class TargetWordingTests
{
    [Theory]
    [InlineData("≥97", PrintedTargetKind.AtLeast, "97")]
    [InlineData("90%以上", PrintedTargetKind.AtLeast, "90")]
    [InlineData("不低于 35", PrintedTargetKind.AtLeast, "35")]
    [InlineData("达到60%以上", PrintedTargetKind.AtLeast, "60")]
    [InlineData("提高到0.705", PrintedTargetKind.AtLeast, "0.705")]
    [InlineData("大于90％", PrintedTargetKind.AtLeast, "90")]
    [InlineData("≤30.7", PrintedTargetKind.AtMost, "30.7")]
    [InlineData("不高于1.4%", PrintedTargetKind.AtMost, "1.4")]
    [InlineData("不得高于6", PrintedTargetKind.AtMost, "6")]
    [InlineData("控制在4.05以内", PrintedTargetKind.AtMost, "4.05")]
    [InlineData("降低到9", PrintedTargetKind.AtMost, "9")]
    [InlineData("不超过 145", PrintedTargetKind.AtMost, "145")]
    [InlineData("1,234.5以下", PrintedTargetKind.AtMost, "1234.5")]
    [InlineData("〔10〕", PrintedTargetKind.Cumulative, "10")]
    [InlineData("［19075］", PrintedTargetKind.Cumulative, "19075")]
    [InlineData("[≥15]", PrintedTargetKind.Cumulative, "15")]
    [InlineData("累计13.5", PrintedTargetKind.Cumulative, "13.5")]
    [InlineData("35～40", PrintedTargetKind.Range, "35")]
    [InlineData("下降14.5%", PrintedTargetKind.AtLeast, "14.5")]
    [InlineData("不降低", PrintedTargetKind.Keep, null)]
    [InlineData("不减少", PrintedTargetKind.Keep, null)]
    [InlineData("保持稳定", PrintedTargetKind.Keep, null)]
    [InlineData("面积不减少、功能不降低、性质不改变", PrintedTargetKind.Keep, null)]
    [InlineData("基本消除", PrintedTargetKind.Direction, null)]
    [InlineData("稳中向好", PrintedTargetKind.Direction, null)]
    [InlineData("有效保障", PrintedTargetKind.Direction, null)]
    [InlineData("—", PrintedTargetKind.Direction, null)]
    [InlineData("完成省下达", PrintedTargetKind.AssignedBySuperior, null)]
    [InlineData("完成省级控制指标", PrintedTargetKind.AssignedBySuperior, null)]
    [InlineData("完成省上下达要求", PrintedTargetKind.AssignedBySuperior, null)]
    [InlineData("完成省定目标", PrintedTargetKind.AssignedBySuperior, null)]
    [InlineData("达到上级要求", PrintedTargetKind.AssignedBySuperior, null)]
    [InlineData("按国家核定目标执行。", PrintedTargetKind.AssignedBySuperior, null)]
    [InlineData("国家下达指标", PrintedTargetKind.AssignedBySuperior, null)]
    [InlineData("与国家批复一致", PrintedTargetKind.AssignedBySuperior, null)]
    [InlineData("建成国家森林城市", PrintedTargetKind.Milestone, null)]
    public void Words_of_plans_have_one_meaning(string text, PrintedTargetKind kind, string? value)
    {
        var meaning = TargetWording.Read(text, IndicatorSide.Unknown);

        Assert.Equal((kind, value is null ? null : decimal.Parse(value, CultureInfo.InvariantCulture)), (meaning.Kind, meaning.Value));
        Assert.True(meaning.IsUnderstood);
    }

    [Theory]
    [InlineData("4.0、3.5")]
    [InlineData("珠三角地区：50粤东西北地区：25")]
    public void Two_numbers_in_one_cell_are_not_understood_and_give_no_value(string text)
    {
        var meaning = TargetWording.Read(text, IndicatorSide.Up);

        Assert.Null(meaning.Value);
        Assert.False(meaning.IsUnderstood);
    }

    [Fact]
    public void A_mark_of_a_footnote_is_no_part_of_the_number() =>
        Assert.Equal(
            [10809m, 41.6m, 247.93m],
            new[] { "10809[1]", "41.6*", "247.93*" }.Select(text => TargetWording.Read(text, IndicatorSide.Up).Value));

    private static readonly Gen<string> Numbers = Gen.Int[0, 99_999].SelectMany(thousandths => Gen.Int[0, 3].Select(decimals =>
        (thousandths / 1000m).ToString("F" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture)));

    private static readonly Gen<string> Floors = Any.Of("≥{0}", ">={0}", "不低于{0}", "不少于{0}", "不小于{0}", "{0}以上", "{0}%及以上", "达到{0}%以上", "提高到{0}", "超过{0}", "高于{0}");

    private static readonly Gen<string> Ceilings = Any.Of("≤{0}", "<={0}", "不高于{0}", "不超过{0}", "不大于{0}", "{0}以下", "{0}以内", "控制在{0}以内", "下降到{0}", "降至{0}", "低于{0}");

    private static readonly Gen<string> Spaces = Any.Of("", " ", "　", "\n");

    [Fact]
    public void Every_floor_is_at_least_and_every_ceiling_at_most_whatever_the_indicator_is() =>
        Gen.Select(Numbers, Floors, Ceilings, Gen.Enum<IndicatorSide>()).Sample((number, floor, ceiling, side) =>
        {
            var value = decimal.Parse(number, CultureInfo.InvariantCulture);
            var (low, high) = (TargetWording.Read(Fill(floor, number), side), TargetWording.Read(Fill(ceiling, number), side));
            return (low.Kind, low.Value) == (PrintedTargetKind.AtLeast, value) && (high.Kind, high.Value) == (PrintedTargetKind.AtMost, value) && low.SideIsKnown && high.SideIsKnown;
        });

    [Fact]
    public void White_space_of_a_wrapped_cell_changes_nothing() =>
        Gen.Select(Numbers, Gen.OneOf(Floors, Ceilings), Spaces).Sample((number, wording, space) =>
            TargetWording.Read(Fill(wording, number), IndicatorSide.Up)
            == TargetWording.Read(string.Join(space, Fill(wording, number).Select(c => c.ToString())), IndicatorSide.Up));

    [Fact]
    public void A_bare_number_takes_the_side_of_its_indicator_and_says_when_none_is_known() =>
        Gen.Select(Numbers, Gen.Enum<IndicatorSide>(), Any.Of("", "%", "％", "左右", "吨")).Sample((number, side, tail) =>
        {
            var meaning = TargetWording.Read(number + tail, side);
            return meaning.Value == decimal.Parse(number, CultureInfo.InvariantCulture)
                && meaning.Kind == (side == IndicatorSide.Down ? PrintedTargetKind.AtMost : PrintedTargetKind.AtLeast)
                && meaning.SideIsKnown == (side != IndicatorSide.Unknown);
        });

    [Fact]
    public void A_number_in_brackets_is_a_five_year_sum_in_every_kind_of_bracket() =>
        Gen.Select(Numbers, Any.Of("[{0}]", "［{0}］", "〔{0}〕", "【{0}】", "[≥{0}]", "〔{0}%〕")).Sample((number, brackets) =>
            TargetWording.Read(Fill(brackets, number), IndicatorSide.Up) is { Kind: PrintedTargetKind.Cumulative } sum
            && sum.Value == decimal.Parse(number, CultureInfo.InvariantCulture));

    [Fact]
    public void Any_text_is_read_without_throwing() =>
        Gen.String.Sample(text => TargetWording.Read(text, IndicatorSide.Unknown) is not null);

    private static string Fill(string wording, string number) => wording.Replace("{0}", number, StringComparison.Ordinal);
}

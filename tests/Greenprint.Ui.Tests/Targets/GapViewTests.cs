using Greenprint.Quantities;
using Greenprint.Ui.Targets;

namespace Greenprint.Ui.Tests.Targets;

public sealed class GapViewTests
{
    private static readonly Bilingual Share = ("%", "%");

    public static TheoryData<GapKind, decimal?, string, string> Sentences => new()
    {
        { GapKind.Remaining, 0.8m, "距目标还差0.8个百分点", "0.8\u00A0percentage points to go" },
        { GapKind.Met, 0m, "已达目标", "Met" },
        { GapKind.Met, 0.04m, "已达目标", "Met" },   // not better by "0.0"
        { GapKind.Met, 2.5m, "已达目标，优于目标2.5个百分点", "Met, better than the target by 2.5\u00A0percentage points" },
        { GapKind.WorseThanBaseline, 5m, "比基准值差5.0个百分点", "Worse than the baseline by 5.0\u00A0percentage points" },
        { GapKind.Missed, 1m, "未达目标，差1.0个百分点", "Missed by 1.0\u00A0percentage point" },
        { GapKind.WaitingForAssignment, null, "待上级下达目标", "Waiting for the superior to set the target" },
        { GapKind.Unknown, null, "暂无法判定", "Cannot be judged yet" },
        { GapKind.RightDirection, null, "变化方向符合要求", "Moving the right way" },
        { GapKind.WrongDirection, null, "变化方向不符合要求", "Not moving the right way" },
        { GapKind.NotDone, null, "尚未完成", "Not done yet" },
    };

    [Theory, MemberData(nameof(Sentences))]
    public void A_gap_has_one_wording_in_each_language(GapKind kind, decimal? amount, string zh, string en)
    {
        var sentence = new GapView(kind, amount).Sentence(Share, 1);

        Assert.Equal((zh, en), (sentence.Zh, sentence.En));
    }

    [Fact]
    public void Every_kind_of_gap_has_its_wording() =>
        Assert.Equal(Enum.GetValues<GapKind>().Length, Enum.GetValues<GapKind>().Select(kind => new GapView(kind, 1).Sentence(Share, 1).Zh).Distinct().Count());

    [Fact]
    public void A_note_says_which_document_is_awaited()
    {
        var sentence = new GapView(GapKind.WaitingForAssignment, Note: ("预计年底下达", "expected by the end of the year")).Sentence(Share, 1);

        Assert.Equal("待上级下达目标：预计年底下达", sentence.Zh);
        Assert.Equal("Waiting for the superior to set the target: expected by the end of the year", sentence.En);
    }

    [Theory]
    [InlineData(0, "目标年剩余不足1个月", "less than a month left")]
    [InlineData(1, "还有1个月", "1 month left")]
    [InlineData(11, "还有11个月", "11 months left")]
    [InlineData(48, "还有4年", "4 years left")]
    [InlineData(49, "还有4年1个月", "4 years and 1 month left")]
    public void The_time_left_is_told_in_months_and_from_two_years_on_in_years(int months, string zh, string en)
    {
        var left = new GapView(GapKind.Remaining, 1, months).TimeLeft();

        Assert.Equal((zh, en), (left?.Zh, left?.En));
    }

    [Fact]
    public void When_the_target_year_is_over_no_time_is_told() => Assert.Null(new GapView(GapKind.Missed, 1).TimeLeft());
}

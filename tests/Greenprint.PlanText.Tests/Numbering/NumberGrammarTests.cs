using Greenprint.PlanText.Numbering;

namespace Greenprint.PlanText.Tests.Numbering;

public sealed class NumberGrammarTests
{
    [Theory]
    [InlineData("第一章 总则", NumberStyle.Chapter, 1, "第一章", "总则")]
    [InlineData("第 十 二 章　总则", NumberStyle.Chapter, 12, "第十二章", "总则")]
    [InlineData("第3节总则", NumberStyle.Section, 3, "第3节", "总则")]
    [InlineData("第三节目标指标", NumberStyle.Section, 3, "第三节", "目标指标")]
    [InlineData("第二部分：任务", NumberStyle.Part, 2, "第二部分", "任务")]
    [InlineData("第一条 为了", NumberStyle.Article, 1, "第一条", "为了")]
    [InlineData("一、总体要求", NumberStyle.Ideograph, 1, "一、", "总体要求")]
    [InlineData("十一 、 总体要求", NumberStyle.Ideograph, 11, "十一、", "总体要求")]
    [InlineData("二．总体要求", NumberStyle.Ideograph, 2, "二．", "总体要求")]
    [InlineData("（一）目标", NumberStyle.BracketIdeograph, 1, "（一）", "目标")]
    [InlineData("( 十二 ) 目标", NumberStyle.BracketIdeograph, 12, "(十二)", "目标")]
    [InlineData("（三)目标", NumberStyle.BracketIdeograph, 3, "（三)", "目标")]
    [InlineData("（二）、目标", NumberStyle.BracketIdeograph, 2, "（二）、", "目标")]
    [InlineData("1.加快转型", NumberStyle.Digit, 1, "1.", "加快转型")]
    [InlineData("１０．加快转型", NumberStyle.Digit, 10, "１０．", "加快转型")]
    [InlineData("4、 编制过程", NumberStyle.Digit, 4, "4、", "编制过程")]
    [InlineData("（3） 衔接", NumberStyle.BracketDigit, 3, "（3）", "衔接")]
    [InlineData("3）衔接", NumberStyle.HalfBracketDigit, 3, "3）", "衔接")]
    [InlineData("③衔接", NumberStyle.Circled, 3, "③", "衔接")]
    [InlineData("2.3 绿色转型", NumberStyle.Decimal2, 3, "2.3", "绿色转型")]
    [InlineData("2.3.1 绿色转型", NumberStyle.Decimal3, 1, "2.3.1", "绿色转型")]
    internal void A_number_is_read_in_each_style(string text, NumberStyle style, int value, string printed, string rest)
    {
        var mark = NumberGrammar.Read(text)!.Value;

        Assert.Equal((style, value, printed, rest), (mark.Style, mark.Value, mark.Printed, text[mark.Length..]));
    }

    [Theory]
    [InlineData("2020年，全市")]
    [InlineData("85.7%。危险废物")]
    [InlineData("1.5度")]
    [InlineData("25.8% ； 氮氧化物")]
    [InlineData("0.705，万元工业增加值")]
    [InlineData("1,000吨")]
    [InlineData("第一季度")]
    [InlineData("第二课堂等社会实践")]
    [InlineData("第一章程")]
    [InlineData("一是加强")]
    [InlineData("十四五时期")]
    [InlineData("三线一单")]
    [InlineData("（试行）")]
    [InlineData("（2021—2025年）")]
    [InlineData("PM2.5浓度")]
    public void What_only_looks_like_a_number_is_none(string text)
    {
        Assert.Null(NumberGrammar.Read(text));
    }

    [Fact]
    public void What_is_written_is_read_in_every_style_and_width()
    {
        var style = Any.Of(NumberStyle.Chapter, NumberStyle.Section, NumberStyle.Ideograph, NumberStyle.BracketIdeograph, NumberStyle.Digit, NumberStyle.BracketDigit);
        var title = Any.Of("总体要求", "目标指标", "“三水”统筹", "PM2.5控制", "2025年目标", "程序");

        Gen.Select(style, Gen.Int[1, 99], Gen.Bool, Any.Of("", " ", "　", "\t "), title).Sample((wanted, value, half, gap, words) =>
        {
            // 1. before a digit is a decimal, and no one begins a title so without a space.
            var space = gap.Length == 0 && char.IsAsciiDigit(words[0]) ? " " : gap;
            var mark = NumberGrammar.Read(Written(wanted, value, half) + space + words);
            return mark is { } read && read.Style == wanted && read.Value == value && (Written(wanted, value, half) + space + words)[read.Length..] == words;
        });
    }

    [Theory]
    [InlineData("十", 10)]
    [InlineData("二十一", 21)]
    [InlineData("一百零三", 103)]
    [InlineData("二〇二五", 2025)]
    [InlineData("２０２５", 2025)]
    [InlineData("十几", null)]
    [InlineData("", null)]
    public void A_Chinese_number_is_read(string text, int? number)
    {
        Assert.Equal(number, ChineseNumber.Read(text));
    }

    internal static string Written(NumberStyle style, int value, bool half)
    {
        var chinese = Chinese(value);
        return style switch
        {
            NumberStyle.Chapter => $"第{chinese}章",
            NumberStyle.Section => $"第{chinese}节",
            NumberStyle.Ideograph => half ? $"{chinese}." : $"{chinese}、",
            NumberStyle.BracketIdeograph => half ? $"({chinese})" : $"（{chinese}）",
            NumberStyle.Digit => half ? $"{value}." : $"{value}．",
            NumberStyle.BracketDigit => half ? $"({value})" : $"（{value}）",
            _ => throw new ArgumentOutOfRangeException(nameof(style)),
        };
    }

    internal static string Chinese(int value)
    {
        const string Digits = "零一二三四五六七八九";
        return (value / 10, value % 10) switch
        {
            (0, var ones) => Digits[ones].ToString(),
            (1, 0) => "十",
            (1, var ones) => $"十{Digits[ones]}",
            (var tens, 0) => $"{Digits[tens]}十",
            var (tens, ones) => $"{Digits[tens]}十{Digits[ones]}",
        };
    }
}

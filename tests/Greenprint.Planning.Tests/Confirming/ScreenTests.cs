using Greenprint.Planning.Confirming;
using Greenprint.Planning.Confirming.Screen;

namespace Greenprint.Planning.Tests.Confirming;

/// <summary>What the confirming screen shows first, reads from its form, and marks in the text.</summary>
public sealed class ScreenTests
{
    [Fact]
    public void What_cannot_be_accepted_comes_first_then_what_is_least_certain()
    {
        FoundItem[] items = [Item("i1", 0.98m), Item("m1", 0.6m, FoundKind.Measure), Item("i2", 0.99m) with { WhyNotAccept = new("TargetYear", ("没有目标年。", "No year.")) }, Item("g1", 0.6m, FoundKind.Goal)];

        Assert.Equal(["i2", "g1", "m1", "i1"], new ItemFilter().Of(items).Select(item => item.Id));
        Assert.Equal(["g1", "i1", "i2", "m1"], new ItemFilter { InDocumentOrder = true }.Of(items).Select(item => item.Id));
    }

    [Fact]
    public void Doubtful_is_what_is_open_and_either_uncertain_or_incomplete()
    {
        Assert.True(ItemFilter.IsDoubtful(Item("m1", 0.79m)));
        Assert.False(ItemFilter.IsDoubtful(Item("m1", 0.8m)));
        Assert.True(ItemFilter.IsDoubtful(Item("m1", 1m) with { WhyNotAccept = new("Name", ("没有名称。", "No name.")) }));
        Assert.False(ItemFilter.IsDoubtful(Item("m1", 0.1m) with { State = FoundState.Rejected }));
    }

    [Fact]
    public void Beside_each_view_stands_how_many_items_it_would_show_whatever_is_searched()
    {
        FoundItem[] items = [Item("i1", 0.98m), Item("i2", 0.5m), Item("i3", 0.9m) with { State = FoundState.Rejected }, Item("m1", 0.6m, FoundKind.Measure)];
        var filter = new ItemFilter { Kind = FoundKind.Indicator, Search = "没有这样的" };

        Assert.Equal(
            [3, 2, 1, 0, 1],
            new[] { ItemView.All, ItemView.Open, ItemView.Doubtful, ItemView.Accepted, ItemView.Rejected }.Select(view => filter.Count(items, view)));
    }

    [Theory]
    [InlineData("农业农村局", "m1")]
    [InlineData("污水 农业", "m1")]
    [InlineData("≥80", "i1")]
    [InlineData("没有这样的", "")]
    public void Every_word_of_a_search_must_stand_somewhere_in_the_item(string search, string found)
    {
        FoundItem[] items =
        [
            Item("i1", 1m) with { Found = new FoundContent { Name = "污水治理率", TargetText = "≥80" } },
            Item("m1", 1m, FoundKind.Measure) with { Found = new FoundContent { Name = "建设污水处理设施", Lead = ["市农业农村局"] } },
        ];

        Assert.Equal(found, string.Join(' ', new ItemFilter { Search = search }.Of(items).Select(item => item.Id)));
    }

    [Fact]
    public void A_form_that_nobody_touched_says_what_it_was_given()
    {
        foreach (var kind in Enum.GetValues<FoundKind>())
        {
            Assert.Equal(Full, new FoundForm(kind, Full).Read()! with { Lead = Full.Lead, Support = Full.Support });
        }
    }

    [Theory]
    [InlineData(nameof(FoundContent.TargetValue), "1，5")]
    [InlineData(nameof(FoundContent.TargetValue), "1,500")]
    [InlineData(nameof(FoundContent.TargetYear), "25")]
    [InlineData(nameof(FoundContent.BaselineYear), "二〇二五")]
    [InlineData(nameof(FoundContent.TargetKind), "Whatever")]
    public void What_cannot_be_read_is_refused_by_its_field(string field, string typed)
    {
        var form = new FoundForm(FoundKind.Indicator, Full) { [field] = typed };

        Assert.Null(form.Read());
        Assert.Equal([field], form.Wrong.Keys);
    }

    [Fact]
    public void An_emptied_field_is_nothing_and_full_width_digits_are_digits()
    {
        var form = new FoundForm(FoundKind.Indicator, Full) { [nameof(FoundContent.BaselineValue)] = " ", [nameof(FoundContent.TargetValue)] = "８２．５", [nameof(FoundContent.Lead)] = "甲局、乙局，丙局" };

        var content = form.Read()!;

        Assert.Null(content.BaselineValue);
        Assert.Equal(82.5m, content.TargetValue);
        Assert.Equal(["甲局", "乙局", "丙局"], content.Lead);
    }

    [Fact]
    public void What_the_browser_kept_comes_back_field_by_field()
    {
        var form = new FoundForm(FoundKind.Goal, new FoundContent { Name = "持续改善" });

        Assert.False(form.Restore(new Dictionary<string, string> { ["Name"] = "持续改善", ["ClauseId"] = "" }));
        Assert.True(form.Restore(new Dictionary<string, string> { ["Name"] = "明显改善", ["NoField"] = "x" }));
        Assert.Equal("明显改善", form.Read()!.Name);
    }

    [Theory]
    [InlineData("到2025年，空气 质量\n持续改善。", "空气质量持续改善", 7, 10)]
    [InlineData("甲乙丙", "丁", null, 0)]
    [InlineData("甲乙丙", "  ", null, 0)]
    [InlineData("甲乙丙", null, null, 0)]
    public void A_quote_is_found_whatever_breaks_its_line(string text, string? quote, int? start, int length) =>
        Assert.Equal(start is { } at ? (at, length) : null, Quotes.Find(text, quote));

    [Fact]
    public void A_mark_covers_the_words_of_its_quote_and_nothing_more() =>
        Gen.Select(Gen.String[Gen.Char["甲乙 \n"], 0, 30], Gen.String[Gen.Char["甲乙 "], 1, 4]).Sample((text, quote) =>
            Quotes.Find(text, quote) is not { } found || Bare(text.Substring(found.Start, found.Length)) == Bare(quote));

    private static readonly FoundContent Full = new()
    {
        Number = "3",
        Name = "污水治理率",
        Text = "内容",
        Group = "环境治理",
        Unit = "%",
        BaselineYear = 2025,
        BaselineValue = 62.5m,
        BaselineText = "62.5",
        TargetKind = TargetKind.AtLeast,
        TargetYear = 2030,
        TargetValue = 80m,
        TargetText = "≥80",
        Nature = IndicatorNature.Binding,
        Decimals = 1,
        Direction = DesiredDirection.Up,
        Code = "sewage",
        Lead = ["甲局"],
        Support = ["乙局", "丙局"],
        Period = "2026—2028",
        Money = 1200m,
        MoneyUnit = "万元",
        ClauseId = "c1.2",
    };

    private static string Bare(string text) => string.Concat(text.Where(one => !char.IsWhiteSpace(one)));

    private static FoundItem Item(string id, decimal confidence, FoundKind kind = FoundKind.Indicator) =>
        new(id, kind, 1, FoundState.Open, FoundChange.First, confidence, new FoundContent { Name = id }, null, null, new(null, null, null, null), null, 0);
}

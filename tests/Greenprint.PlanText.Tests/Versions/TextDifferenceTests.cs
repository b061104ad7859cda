using Greenprint.Documents;
using Greenprint.PlanText.Versions;

namespace Greenprint.PlanText.Tests.Versions;

public sealed class TextDifferenceTests
{
    private static readonly Gen<string> Texts = Gen.Char["一二三十排污整治，。12.5%PM\n"].Array[0, 40].Select(letters => new string(letters));

    [Theory]
    [InlineData("优良天数比率达到93%以上。", "优良天数比率达到94.5%以上。", "优良天数比率达到[-93-]{+94.5+}%以上。")]
    [InlineData("到2025年，全县森林覆盖率稳定在58%。", "到2030年，全县森林覆盖率达到58.9%。", "到[-2025-]{+2030+}年，全县森林覆盖率[-稳定在58-]{+达到58.9+}%。")]
    [InlineData("完成120公里管网改造。", "完成120公里老旧管网改造，建设泵站3座。", "完成120公里{+老旧+}管网改造{+，建设泵站3座+}。")]
    [InlineData("牵头单位：县水务局。", "牵头单位：县住房城乡建设局。", "牵头单位：县[-水务-]{+住房城乡建设+}局。")]
    [InlineData("加强组织领导。", "发展海洋经济，建设现代化渔港。", "[-加强组织领导。-]{+发展海洋经济，建设现代化渔港。+}")]
    [InlineData("相同。", "相同。", "相同。")]
    [InlineData("", "新增。", "{+新增。+}")]
    [InlineData("删去。", "", "[-删去。-]")]
    public void A_difference_reads_as_a_person_would_mark_it(string before, string after, string marked) =>
        Assert.Equal(marked, string.Concat(TextDifference.Of(before, after).Select(span => span.Revision switch
        {
            Revision.Inserted => "{+" + span.Text + "+}",
            Revision.Deleted => "[-" + span.Text + "-]",
            _ => span.Text,
        })));

    [Fact]
    public void Kept_and_deleted_are_the_old_text_and_kept_and_inserted_the_new() => Gen.Select(Texts, Texts).Sample((before, after) =>
    {
        var spans = TextDifference.Of(before, after);

        Assert.Equal(before, string.Concat(spans.Where(span => span.Revision != Revision.Inserted).Select(span => span.Text)));
        Assert.Equal(after, string.Concat(spans.Where(span => span.Revision != Revision.Deleted).Select(span => span.Text)));
        Assert.DoesNotContain(spans, span => span.Text.Length == 0);
        Assert.All(spans.Zip(spans.Skip(1)), pair => Assert.NotEqual(pair.First.Revision, pair.Second.Revision));
    });

    [Fact]
    public void A_very_long_text_is_compared_by_sentences()
    {
        var before = string.Concat(Enumerable.Range(0, 900).Select(i => $"第{i}项任务按期完成并通过验收。"));
        var after = before.Replace("第450项任务按期完成", "第450项任务提前完成", StringComparison.Ordinal);

        Assert.Equal(
            [(Revision.Deleted, "第450项任务按期完成并通过验收。"), (Revision.Inserted, "第450项任务提前完成并通过验收。")],
            TextDifference.Of(before, after).Where(span => span.Revision != Revision.Kept).Select(span => (span.Revision, span.Text)));
    }
}

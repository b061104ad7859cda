using Greenprint.Documents;
using Greenprint.PlanText.Alignment;
using Greenprint.Testing;

namespace Greenprint.PlanText.Tests.Alignment;

/// <summary>A city's plan beside a province's, as an exercise: the expected answers were worked by hand from the two printed tables.</summary>
public sealed class RealAlignmentTests
{
    private static readonly (string Upper, string? Local, AlignmentStatus Status)[] Expected =
    [
        ("单位地区生产总值二氧化碳排放降低", "单位国内生产总值二氧化碳排放降低", AlignmentStatus.Carried),
        ("单位地区生产总值能源消耗降低", "单位地区生产总值能源消耗下降", AlignmentStatus.Carried),
        ("非化石能源占一次能源消费比重", null, AlignmentStatus.Missing),
        ("高技术制造业增加值占规模以上工业增加值比重", null, AlignmentStatus.Missing),
        ("万元地区生产总值用水量", "单位地区生产总值用水量下降", AlignmentStatus.UnitDiffers),
        ("绿色建筑占城镇新建建筑比例", null, AlignmentStatus.Missing),
        ("地级及以上城市空气质量优良天数比率", "空气质量优良天数比例", AlignmentStatus.NotComparable),
        ("PM2.5年均浓度", "细颗粒物（PM2.5）年均浓度", AlignmentStatus.NotComparable),
        ("地表水达到或好于Ⅲ类水体比例", "地表水（省控及以上断面）质量达到或优于Ⅲ类水体比例", AlignmentStatus.Tightened),
        ("受污染耕地安全利用率", "受污染耕地安全利用率", AlignmentStatus.Tightened),
        ("单位GDP建设用地面积降低", "单位地区生产总值建设用地使用面积降低", AlignmentStatus.Carried),
        ("一般工业固体废物综合利用率", null, AlignmentStatus.Missing),
        ("城市生活垃圾回收利用率", "生活垃圾回收利用率", AlignmentStatus.Carried),
        ("森林覆盖率", "森林覆盖率", AlignmentStatus.Tightened),
        ("湿地保护率", null, AlignmentStatus.Missing),
        ("自然岸线保有率", "自然海岸线保有率", AlignmentStatus.NotComparable),
        ("碧道长度", null, AlignmentStatus.Missing),
        ("农村生活污水治理率", "农村生活污水治理率", AlignmentStatus.Tightened),
        ("城市人均公园绿地面积", null, AlignmentStatus.Missing),
        ("公共交通占机动化出行比例", null, AlignmentStatus.Missing),
        ("公共交通占机动化出行比例", null, AlignmentStatus.Missing),
    ];

    [Fact]
    public void A_city_s_plan_beside_a_province_s_gives_the_pairs_that_a_person_finds()
    {
        var alignment = PlanAligner.Align(Read("sanya"), Read("guangdong_ecological_civilisation"));

        Assert.Equal(Expected, alignment.Pairs.Where(pair => pair.Upper is not null).Select(pair => (pair.Upper!.Name, pair.Local?.Name, pair.Status)));
        Assert.Equal(17, alignment.Summary["localOnly"]);
        Assert.All(alignment.Pairs, pair =>
        {
            Assert.NotEmpty(pair.Reason);
            Assert.NotEmpty(pair.ReasonEn);
            Assert.InRange(pair.Confidence, 0.01m, 1m);

            // The province's first table, results of the last period, stands on page 11.
            Assert.True(pair.Upper is null || pair.Upper.Page is 21 or 22);
            Assert.True(pair.Local is null || pair.Local.Page is 18 or 19);
        });
    }

    [Fact]
    public void Clauses_of_one_subject_find_each_other_across_two_plans()
    {
        var clauses = PlanAligner.Align(Read("sanya"), Read("guangdong_ecological_civilisation")).Clauses.Select(pair => (pair.Upper.Title, pair.Local.Title)).ToArray();

        Assert.Contains(("指导思想", "指导思想"), clauses);
        Assert.Contains(("探索生态产品价值实现机制", "建立健全生态产品价值实现机制"), clauses);
        Assert.Contains(("全面推行垃圾分类", "生活垃圾源头减量和资源化"), clauses);
        Assert.DoesNotContain("推进南岭国家公园建设", clauses.Select(pair => pair.Item1));   // a park of that province
    }

    [Theory]
    [InlineData("huainan")]
    [InlineData("neijiang")]
    [InlineData("sanya")]
    [InlineData("zhengzhou")]
    public void A_real_plan_carries_itself(string name)
    {
        var plan = Read(name);
        var alignment = PlanAligner.Align(plan, plan);

        Assert.Equal(plan.Indicators.Count, alignment.Summary["carried"]);
        Assert.All(alignment.Pairs, pair => Assert.Equal(pair.Upper!.Quote, pair.Local!.Quote));
        Assert.All(alignment.Clauses, pair => Assert.Equal((pair.Upper, 1m), (pair.Local, pair.Likeness)));
    }

    private static PlanReading Read(string name)
    {
        var document = DocumentReader.ReadFile(SharedData.At("data", "plans", name + ".pdf"));
        Assert.Null(document.Refusal);
        return PlanReader.Read(document.Document!);
    }
}

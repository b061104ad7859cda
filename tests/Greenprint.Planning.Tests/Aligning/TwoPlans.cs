using Greenprint.Planning.Aligning;
using Greenprint.Planning.Tests.Packs;
using Greenprint.Platform;
using Greenprint.Quantities;
using Greenprint.Testing;
using Microsoft.Extensions.DependencyInjection;
using static Greenprint.Planning.Tests.Packs.Some;

namespace Greenprint.Planning.Tests.Aligning;

/// <summary>A county's plan below a city's: one target weakened, one missing, one tightened, one carried in another unit, one of its own.</summary>
internal static class TwoPlans
{
    public static PlanPack Upper(string region = "990100") => Some.Pack("shi-15", PlanStatus.InForce,
    [
        Row("pm25", "细颗粒物（PM2.5）年均浓度", "µg/m³", TargetKind.AtMost, 20m, 22m),
        Row("good", "空气质量优良天数比率", "%", TargetKind.AtLeast, 95m, 93m),
        Row("forest", "森林覆盖率", "%", TargetKind.AtLeast, 55m, 54m),
        Row("water", "用水总量", "亿立方米", TargetKind.AtMost, 4m, 4.1m),
    ]) with
    {
        Region = region,
        Title = ("甲市规划", "Plan of Jia City"),
        Regions = [County, new Region("990100", null, ("甲市", "Jia City"), RegionLevel.Prefecture, IsDemo: true)],
        Clauses = [new("c1", 1, "第一章", ("治理大气污染", "Air"), [new Bilingual("推进挥发性有机物综合治理，建设低排放区。")])],
    };

    public static PlanPack Local(string region = "990101") => Some.Pack("xian-15", PlanStatus.InForce,
    [
        Row("pm25", "PM2.5浓度", "µg/m³", TargetKind.AtMost, 21m, 23m),
        Row("good", "空气质量优良天数比率", "%", TargetKind.AtLeast, 96m, 94m),
        Row("water", "用水总量", "万立方米", TargetKind.AtMost, 40000m, 41000m),
        Row("own", "越冬水鸟记录种数", "种", TargetKind.AtLeast, 80m, 78m),
    ]) with
    {
        Region = region,
        UpperPlan = "shi-15",
        Clauses = [new("c1", 1, "第一章", ("大气污染治理", "Air"), [new Bilingual("推进挥发性有机物综合治理，建设低排放区，开展执法检查。")])],
    };

    public static async Task<AlignmentSheet> Align(this TestStore store, string local = "xian-15", string upper = "plan/shi-15") => await store.In(async services =>
    {
        var (desk, plans) = (services.GetRequiredService<AlignmentDesk>(), services.GetRequiredService<IPlans>());
        return await desk.Align(await desk.Source((await plans.Find(local, Stop))!, Stop), (await desk.Source(upper, Stop))!, Stop);
    });

    public static AlignedFinding Find(this AlignmentSheet sheet, string key) => sheet.Findings.Single(finding => finding.Key == key);

    /// <summary>Answers as somebody who has just read the page.</summary>
    public static async Task<Finding?> Answer(this TestStore store, string key, AnswerKind kind, string text, AlignmentSheet? seen = null)
    {
        var now = await store.Align();
        var finding = (seen ?? now).Find(key);
        return await store.Within((_, change) => AlignmentAnswers.Record(
            change, "990101", now, key, new AnswerGiven(kind, text, finding.Answers.Count, AlignmentAnswers.Trace(finding)), Stop));
    }

    private static PackIndicator Row(string code, string name, string unit, TargetKind kind, decimal target, decimal baseline) => Pm25() with
    {
        Code = code,
        Name = new Bilingual(name),
        Unit = unit,
        Direction = kind == TargetKind.AtMost ? DesiredDirection.Down : DesiredDirection.Up,
        Method = null,
        Deciding = ValueOrigin.Reported,
        Baseline = new PackBaseline(2025, baseline),
        Target = new PackTarget(kind, 2030, target),
        Steps = [],
    };
}

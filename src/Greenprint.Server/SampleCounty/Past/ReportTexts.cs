using System.Globalization;
using Greenprint.Delivery;
using Greenprint.Planning;

namespace Greenprint.Server.SampleCounty.Past;

/// <summary>What the units of the county write in their reports: plain sentences, another choice of them each month.</summary>
internal static class ReportTexts
{
    private static readonly string[] Beginning =
    [
        "已制定实施方案，责任分解到股室和具体人员，前期摸排正在进行。",
        "已召开部署会，明确时间表和责任人，正在办理立项和采购手续。",
        "已完成摸底和清单核对，拟于下月启动实施。",
        "已完成方案编制并征求有关单位意见，正在修改完善。",
    ];

    private static readonly string[] Early =
    [
        "首批内容已启动，现场人员和设备到位。",
        "施工（服务）单位已进场，按周调度。",
        "已分片推进，每周现场检查一次。",
        "试点部分已完成，正在总结做法后铺开。",
    ];

    private static readonly string[] Middle =
    [
        "各项工作按序时推进，已完成部分经现场核查。",
        "进度与计划基本一致，质量抽查未发现重大问题。",
        "进度略快于计划，已同步整理档案资料。",
        "本月开展现场督导，指出的问题已立行立改。",
    ];

    private static readonly string[] Late =
    [
        "已进入收尾阶段，剩余部分已倒排工期。",
        "主体内容基本完成，正在查漏补缺。",
        "剩余点位已落实到人，争取提前完成。",
        "已完成部分正在组织自验。",
    ];

    private static readonly string[] Hard =
    [
        "近期降雨偏多，户外作业时间减少。",
        "配套资金拨付较慢，已向县财政局报告。",
        "个别点位用地手续尚在办理。",
        "第三方检测机构排期紧张，报告出具时间后延。",
        "涉及单位较多，资料收集进度不一。",
        "设备到货时间晚于合同约定。",
    ];

    private static readonly string[] Next =
    [
        "加强现场调度，每周通报进度。",
        "加快剩余部分实施，同步整理佐证材料。",
        "会同配合单位现场办公，解决个别点位问题。",
        "组织阶段性自查，确保质量。",
        "倒排工期，按月完成计划。",
    ];

    /// <summary>The report of a month.</summary>
    internal static Progress Of(YearTask task, TaskCourse course, int month)
    {
        var seed = Noise.Seed(task.Id);
        var (quantity, share, isDone) = (course.Quantity(month), course.Share(month), course.IsDone(month));
        var content = task.Content;
        if (isDone)
        {
            return new(quantity, $"{content.Title.Zh}{Amount(content, quantity)}，年度任务已全部完成，{content.Criterion?.Zh ?? "达到年度要求"}。验收材料附后。", "", "做好后续管护和资料归档。", IsDone: true);
        }

        var stage = share switch { 0 => Beginning, < 0.35m => Early, < 0.8m => Middle, _ => Late };
        var done = share == 0 ? "" : $"截至{month}月底，累计完成{Amount(content, quantity)}，占年度任务的{Percent(share)}。";
        var hard = Noise.Uniform(seed, 40 + month) < 0.35 ? Pick(Hard, seed, 60 + month) : "";
        return new(quantity, done + Pick(stage, seed, 20 + month), hard, Pick(Next, seed, 80 + month));
    }

    private static string Amount(YearTaskContent content, decimal quantity) => quantity.ToString(CultureInfo.InvariantCulture) + content.Unit;

    private static string Percent(decimal share) => decimal.Round(100 * share, 0, MidpointRounding.ToEven).ToString(CultureInfo.InvariantCulture) + "%";

    private static string Pick(string[] from, ulong seed, int at) => from[(int)(Noise.Uniform(seed, at) * from.Length)];
}

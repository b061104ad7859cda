using Greenprint.Indicators;
using Greenprint.Planning;
using Greenprint.Platform;
using Greenprint.Quantities;

namespace Greenprint.Portal.Tests;

/// <summary>Two plans of one invented county with an indicator of every kind, and a draft that nobody outside may see.</summary>
internal static class SampleCounty
{
    public static SampleDoors Doors()
    {
        var doors = new SampleDoors();
        doors.RegionList.Add(new("990121", null, ("岚湾县", "Lanwan County"), RegionLevel.County, IsDemo: true));
        doors.Plans.AddRange([Plan("p15", 2026, 2030, PlanStatus.InForce, Indicators()), Plan("p14", 2021, 2025, PlanStatus.Closed, Closed()), Plan("draft", 2031, 2035, PlanStatus.Draft, [])]);
        Put(doors, "p15", "pm25", Computed(2025, 29m), Computed("2026-01..2026-10", 28.84m, "run-1"), Issued("2026-01..2026-10", 28.1m));
        Put(doors, "p15", "good-days", Issued("2026-01..2026-10", 87.5m));
        Put(doors, "p15", "black-water", Reported("2026-01..2026-10", 0m));
        Put(doors, "p15", "forest", Reported("2026", 42.31m), Reported("2026", 42.35m) with { Revision = 2, Note = "补测", Document = "林〔2026〕7号" });
        Put(doors, "p15", "mangrove", Reported("2026-01..2026-10", 9.5m));
        Put(doors, "p15", "o3", NotGiven("2026-01..2026-10"));
        Put(doors, "p14", "share", Reported("2025", 97m));
        doors.Runs["run-1"] = new(
            "run-1", "p15", "pm25", Period.OfYearTo(2026, 10), "air-pm25-mean/1", ("细颗粒物年均浓度", "Annual mean of PM2.5"),
            [new("HJ663-2026", ("环境空气质量评价技术规范", "Assessment of ambient air"), ("统计方法", "Statistics"))],
            28.84m, 28.8m, ("保留1位小数，四舍六入五成双", "One decimal, half to even"), null,
            [new(("一中站", "School No. 1"), "PM2.5", "µg/m³", ChinaTime.StartOf(new(2026, 1, 1)), ChinaTime.StartOf(new(2026, 11, 1)), 6_984, "sha256:aa")],
            "sha256:abcdef", [new(("一中站", "School No. 1"), "PM2.5", 312, ("仪器故障", "Instrument fault"), ["2026-05-03"])],
            [new(("有效天数", "Valid days"), "291")], ChinaTime.StartOf(new(2026, 11, 2)), []);
        doors.VersionList[("p15", "pm25")] =
        [
            new(1, Target(TargetKind.AtMost, 26m), [], null, null, null, doors.Now, "editor"),
            new(2, Target(TargetKind.AtMost, 25m), [], "岚政〔2026〕3号", new(2026, 5, 1), "收严目标", doors.Now, "secret person"),
        ];
        return doors;
    }

    private static List<IndicatorView> Indicators() =>
    [
        Indicator("pm25", "细颗粒物年均浓度", "PM2.5, annual mean", "µg/m³", 1, DesiredDirection.Down, Target(TargetKind.AtMost, 25m), 29m, ["t1"], ValueOrigin.Computed) with
        {
            Steps = [new(2026, 28.2m), new(2027, 27.4m), new(2028, 26.6m), new(2029, 25.8m), new(2030, 25m)],
            Nature = IndicatorNature.Binding,
            Definition = new("按 HJ 663 统计。", "By HJ 663."),
        },
        Indicator("good-days", "优良天数比率", "Share of good days", "%", 1, DesiredDirection.Up, Target(TargetKind.AtLeast, 93m), 88.2m, ["t1"], ValueOrigin.Issued),
        Indicator("o3", "臭氧浓度", "Ozone", "µg/m³", 0, DesiredDirection.Down, Target(TargetKind.AtMost, 150m), 158m, ["t1", "t2"], ValueOrigin.Computed),
        Indicator("black-water", "黑臭水体数量", "Black waters", "", 0, DesiredDirection.Down, Target(TargetKind.AtMost, 0m), 0m, ["t2"], ValueOrigin.Reported),
        Indicator("forest", "森林覆盖率", "Forest cover", "%", 2, DesiredDirection.Up, Target(TargetKind.Keep, null, ("不降低", "No lower")), 42.3m, ["t2"], ValueOrigin.Reported),
        Indicator("mangrove", "红树林修复面积", "Mangroves", "hm²", 1, DesiredDirection.Up, Target(TargetKind.Cumulative, 60m, ("〔60〕", "〔60〕")), null, ["t2"], ValueOrigin.Reported) with { Baseline = null, Target = Target(TargetKind.Cumulative, 60m) with { From = 2026 } },
        Indicator("co2", "二氧化碳排放强度", "CO2 intensity", "%", 1, DesiredDirection.Up, Target(TargetKind.AssignedBySuperior, null, ("完成上级下达任务", "As assigned")), null, [], ValueOrigin.Issued),
        Indicator("base", "监测能力建设", "Monitoring base", "", 0, DesiredDirection.Up, Target(TargetKind.Milestone, 1m, ("2028年底前建成", "Done by the end of 2028")), 0m, [], ValueOrigin.Reported),
    ];

    private static List<IndicatorView> Closed() =>
        [Indicator("share", "污水处理率", "Sewage treated", "%", 1, DesiredDirection.Up, new(TargetKind.AtLeast, 2025, 98m, null, ("≥98", "≥98")), 92m, ["t1"], ValueOrigin.Reported) with { Baseline = new(2020, 92m, ("92", "92")), Plan = "p14" }];

    private static PlanView Plan(string id, int start, int end, PlanStatus status, List<IndicatorView> indicators) => new(
        new(id, "990121", ($"岚湾县规划{start}", $"Lanwan plan {start}"), start, end, status, IsDemo: true),
        [new(("到规划期末，天更蓝、水更清。", "By the end the sky is bluer and water clearer."), "c1")],
        [new("air", ("环境治理", "Environment"))],
        [
            new("c1", 1, "第一章", ("总体要求", "Where we go"), [("坚持系统治理。", "Work on the whole.")], null),
            new("c2", 2, "第一节", ("深入打好蓝天保卫战", "Clear skies"), [new("加强工业源治理。")], null),
        ],
        [
            new("t1", "1.", ("打好蓝天保卫战", "Clear skies"), ("", ""), "c2", "x/ecology"),
            new("t2", "2.", ("打好碧水保卫战", "Clear waters"), ("", ""), null, null),
            new("t3", "3.", ("健全治理体系", "Better governance"), ("", ""), null, null),
        ],
        [],
        indicators);

    private static IndicatorView Indicator(
        string code, string zh, string en, string unit, int decimals, DesiredDirection direction, Target target, decimal? baseline, IReadOnlyList<string> tasks, ValueOrigin deciding) => new(
        "p15", code, (zh, en), "air", unit, decimals, direction, null, tasks, "x/ecology", [], deciding, null,
        baseline is { } start ? new(2025, start, ("", "")) : null, target, null, [], null, null);

    private static Target Target(TargetKind kind, decimal? value, Bilingual? text = null) => new(kind, 2030, value, null, text ?? ("", ""));

    private static void Put(SampleDoors doors, string plan, string code, params IndicatorValue[] values) => doors.ValueList[(plan, code)] = [.. values];

    private static IndicatorValue Computed(int year, decimal value) => Value(Period.OfYear(year), ValueOrigin.Computed, value);

    private static IndicatorValue Computed(string period, decimal value, string run) => Value(Period.Parse(period), ValueOrigin.Computed, value) with { Run = run };

    private static IndicatorValue Issued(string period, decimal value) => Value(Period.Parse(period), ValueOrigin.Issued, value) with { Document = "环函〔2026〕8号", Person = "secret person" };

    private static IndicatorValue Reported(string period, decimal value) => Value(Period.Parse(period), ValueOrigin.Reported, value) with { Person = "secret person" };

    private static IndicatorValue NotGiven(string period) => Value(Period.Parse(period), ValueOrigin.Computed, null) with { NotGiven = ("2月有效天数不足", "Too few valid days in February") };

    private static IndicatorValue Value(Period period, ValueOrigin origin, decimal? value) =>
        new(0, period, origin, 1, value, value is { } given ? Rounding.HalfEven(given, 1) : null, null, period.Kind == PeriodKind.YearToDate, null, null, null, null, ChinaTime.StartOf(new(2026, 11, 3)), null);
}

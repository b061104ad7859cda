using Greenprint.Quantities;
using Greenprint.Ui.Charts;
using Greenprint.Ui.Content;
using Greenprint.Ui.States;
using Greenprint.Ui.Targets;

namespace Greenprint.Ui.Gallery;

/// <summary>One sample of every variant, for the gallery and for tests. The numbers are invented.</summary>
internal static class GallerySamples
{
    private static readonly Bilingual Share = ("%", "%");
    private static readonly Bilingual Micrograms = ("微克/立方米", "µg/m³");
    private static readonly Bilingual Projects = ("个", "projects");

    internal static IReadOnlyList<StateCount> States { get; } =
    [
        new(new("Achieved", ("已完成", "Achieved"), StateTone.Achieved, ("目标年已过，且达到目标。", "The target year is over and the bound holds.")), 3),
        new(new("OnTrack", ("达到或快于序时进度", "On track"), StateTone.Good, ("进展不慢于年度目标或直线进度。", "At least as far as the yearly step or the straight line asks.")), 11),
        new(new("AtRisk", ("略滞后", "Slightly behind"), StateTone.Slow, ("完成序时进度的八成以上。", "At least eight tenths of what today asks.")), 2),
        new(new("OffTrack", ("滞后", "Behind"), StateTone.Behind, ("完成不足序时进度的八成。", "Less than eight tenths of what today asks.")), 1),
        new(new("Regressing", ("不降反升", "Worse than at the start"), StateTone.Worse, ("比基准值更差。", "Worse than the baseline.")), 1),
        new(new("NotAchieved", ("未完成", "Not achieved"), StateTone.Failed, ("目标年已过，未达到目标。", "The target year is over and the bound does not hold.")), 1),
        new(new("WaitingForAssignment", ("待上级下达", "Waiting for the superior"), StateTone.Waiting, ("目标由上级下达，尚无文件。", "The superior sets the target; there is no document yet.")), 1),
        new(new("Unknown", ("暂无法判定", "Cannot be judged yet"), StateTone.Unknown, ("尚无数值，或数值不能给出。", "No value yet, or it cannot be given.")), 1),
        new(new("Suspended", ("已暂停", "Suspended"), StateTone.Halted, ("依据文件暂停。", "Suspended by a decision.")), 1),
    ];

    // Some of each, one whole, and nothing.
    internal static IReadOnlyList<RingModel> Rings { get; } = [RingOf("有多有少", 9, 14, 2, 5), RingOf("全部如此", 0, 12, 0, 0), RingOf("没有", 0, 0, 0, 0)];

    private static RingModel RingOf(string title, params int[] counts) => new(
        new(title), ("已完成", "Done"),
        [.. counts.Zip([StateTone.Achieved, StateTone.Good, StateTone.Slow, StateTone.Unknown], (count, tone) => new RingPart(new($"部分 {tone}"), ("说明", "what it means"), count, tone, "ui", false) { IsGood = tone == StateTone.Achieved })]);

    internal static IReadOnlyList<(Bilingual Name, TargetBarModel Model)> Bars { get; } =
    [
        (("至少（上升）", "At least (rising)"), new(new(TargetShape.AtLeast, 93m), 2030, Share, 1)
        {
            Baseline = 88.2m, BaselineYear = 2025, Latest = 89.6m, LatestWhen = ("2026年1—10月", "January–October 2026"), Expected = 89.06m,
            Steps = [new(2026, 89.2m), new(2027, 90.1m), new(2028, 91.1m), new(2029, 92m), new(2030, 93m)],
        }),
        (("至多（下降），滞后", "At most (falling), behind"), new(new(TargetShape.AtMost, 25m), 2030, Micrograms, 1)
        {
            Baseline = 29m, BaselineYear = 2025, Latest = 28.8m, LatestWhen = ("2026年1—10月", "January–October 2026"), Expected = 28.28m,
            Steps = [new(2026, 28.2m), new(2027, 27.4m), new(2028, 26.6m), new(2029, 25.8m), new(2030, 25m)],
        }),
        (("比基准更差", "Worse than the baseline"), new(new(TargetShape.AtMost, 150m), 2030, Micrograms, 0)
        {
            Baseline = 158m, BaselineYear = 2025, Latest = 163m, LatestWhen = ("2026年", "2026"), Expected = 156.6m, Steps = [new(2026, 156m), new(2028, 153m), new(2030, 150m)],
        }),
        (("超过目标", "Beyond the target"), new(new(TargetShape.AtLeast, 60m), 2030, Share, 1)
        {
            Baseline = 52m, BaselineYear = 2025, Latest = 63.5m, LatestWhen = ("2026年", "2026"), Expected = 53.4m,
        }),
        (("零目标，已达到", "Zero, reached"), new(new(TargetShape.AtMost, 0m), 2030, Share, 1) { Baseline = 3m, BaselineYear = 2025, Latest = 0m, LatestWhen = ("2026年", "2026"), Expected = 2.5m }),
        (("保持100%", "Keep 100%"), new(new(TargetShape.Keep, 100m, HigherIsBetter: true), 2030, Share, 1) { Baseline = 100m, BaselineYear = 2025, Latest = 100m, LatestWhen = ("2026年", "2026") }),
        (("保持，不符合", "Keep, broken"), new(new(TargetShape.Keep, 42.3m, HigherIsBetter: true), 2030, Share, 1) { Baseline = 42.3m, BaselineYear = 2025, Latest = 41.6m, LatestWhen = ("2026年", "2026") }),
        (("区间", "Range"), new(new(TargetShape.Range, 6.5m, 8.5m), 2030, ("", ""), 1) { Baseline = 7.9m, BaselineYear = 2025, Latest = 7.4m, LatestWhen = ("2026年", "2026") }),
        (("累计", "Cumulative"), new(new(TargetShape.Cumulative, 10m), 2030, Projects, 0)
        {
            Latest = 3m, LatestWhen = ("至2026年10月", "to October 2026"), Expected = 1.8m, Steps = [new(2026, 2m), new(2027, 4m), new(2028, 6m), new(2029, 8m), new(2030, 10m)],
        }),
        (("尚无数值", "No value yet"), new(new(TargetShape.AtLeast, 45m), 2030, Share, 1) { Baseline = 38m, BaselineYear = 2025, Expected = 39.2m }),
        (("待上级下达", "Waiting for the superior"), new(new(TargetShape.AssignedBySuperior, null), 2030, ("吨", "t"), 0) { Baseline = 412m, BaselineYear = 2025 }),
        (("方向性目标", "Direction"), new(new(TargetShape.Direction, null, HigherIsBetter: false), 2030, ("吨/万元", "t/10⁴ yuan"), 3) { Baseline = 0.512m, BaselineYear = 2025, Latest = 0.498m, LatestWhen = ("2026年", "2026") }),
    ];

    internal static IReadOnlyList<ValueStripModel> Strips { get; } =
    [
        new(new(88.2m, Figures.Year(2025)), new(89.64m, ("2026年1—10月", "January–October 2026")), new(TargetShape.AtLeast, 93m), Figures.Year(2030), new(GapKind.Remaining, 3.36m, 50), Share, 1)
        {
            Origin = ("由监测数据计算", "Computed from readings"), ProvenanceHref = "ui#provenance",
        },
        new(new(158m, Figures.Year(2025)), new(163m, Figures.Year(2026)), new(TargetShape.AtMost, 150m), Figures.Year(2030), new(GapKind.WorseThanBaseline, 5m, 49), Micrograms, 0)
        {
            Origin = ("上级核定", "Issued by the superior"),
        },
        new(new(3m, Figures.Year(2020)), new(0m, Figures.Year(2025)), new(TargetShape.AtMost, 0m), Figures.Year(2025), new(GapKind.Met, 0m), Share, 1),
        new(new(412m, Figures.Year(2025)), new(null, Figures.Year(2026), ("尚未填报", "Not reported yet")), new(TargetShape.AssignedBySuperior, null), Figures.Year(2030), new(GapKind.WaitingForAssignment, Note: ("预计2026年底下达", "expected at the end of 2026")), ("吨", "t"), 0),
    ];

    internal static YearChartModel Years { get; } = new(("细颗粒物（PM2.5）年平均浓度", "Annual mean of PM2.5"), Micrograms, 1,
    [
        new(2020, 33.4m, null), new(2021, 32.1m, null), new(2022, 30.6m, null), new(2023, null, null, Note: ("有效天数不足，不能给出", "Too few valid days: cannot be given")), new(2024, 29.8m, null), new(2025, 29m, null, 29m),
        new(2026, 28.8m, 28.2m, 28.2m, 28.1m), new(2027, null, 27.4m, 27.4m), new(2028, null, 26.6m, 26.6m), new(2029, null, 25.8m, 25.8m), new(2030, null, 25m, 25m),
    ])
    {
        ValueName = ("计算值", "Computed"),
        OtherName = ("上级核定值", "Issued"),
    };

    internal static ProvenanceModel Provenance { get; } = new(
    [
        new(("方法", "Method"), ("细颗粒物年平均浓度，第1版", "Annual mean of PM2.5, version 1"), "ui"),
        new(("标准", "Standard"), ("HJ 663—2026，GB 3095—2026 过渡阶段限值", "HJ 663-2026, GB 3095-2026 limits of the transition stage")),
        new(("输入", "Inputs"), ("4个站点，2026-01-01至2026-10-31，27,936条小时值", "4 stations, 2026-01-01 to 2026-10-31, 27,936 hourly values")),
        new(("修约", "Rounding"), ("保留1位小数，四舍六入五成双（GB/T 8170）", "One decimal, half to even (GB/T 8170)")),
    ])
    {
        Excluded = [new(("仪器故障", "Instrument fault"), 312), new(("超出量程", "Out of range"), 4, ("全部为9999.99", "all 9999.99"))],
        Digest = "6f1c0b7a6a2d4f6f7f3b0a5c5b8d0b4a8f1f2e3d4c5b6a798897a6b5c4d3e2f1",
        VerifyCommand = "greenprint indicator verify 1042",
    };
}

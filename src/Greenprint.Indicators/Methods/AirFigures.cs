using System.Globalization;
using Greenprint.Quantities;
using Greenprint.Standards;
using Greenprint.Standards.Air;

namespace Greenprint.Indicators;

/// <summary><c>air-pm25-mean</c>: mean concentration of fine particles, of the city's daily means.</summary>
internal sealed class AirParticleMean : AirMethod
{
    public override string Id => "air-pm25-mean";

    public override Bilingual Name => ("细颗粒物（PM2.5）平均浓度", "Mean concentration of PM2.5");

    public override Bilingual Clause => ("HJ 663：城市日均值的算术平均；有效性按 GB 3095 表 4", "HJ 663: arithmetic mean of the city's daily means; validity by GB 3095 table 4");

    public override string Unit => "µg/m³";

    public override IReadOnlyList<string> Items { get; } = [MeasuredItems.Pm25.Code];

    protected override Figure Of(AirResult result) => result.Mean(MeasuredItems.Pm25).Figure;

    protected override IEnumerable<ComputationStep> Steps(AirResult result) => [ValidDays(result, MeasuredItems.Pm25)];

    protected override bool Concerns(Standards.ExcludedRecords exclusion) => exclusion.Item == MeasuredItems.Pm25.Code;
}

/// <summary><c>air-o3-8h-p90</c>: 90th percentile of the city's daily maximum 8 h means of ozone.</summary>
internal sealed class AirOzonePercentile : AirMethod
{
    public override string Id => "air-o3-8h-p90";

    public override Bilingual Name => ("臭氧日最大 8 小时平均第 90 百分位数浓度", "90th percentile of daily maximum 8 h ozone");

    public override Bilingual Clause => ("HJ 663 附录 A：日最大 8 小时平均值的第 90 百分位数", "HJ 663 annex A: 90th percentile of the daily maximum 8 h means");

    public override string Unit => "µg/m³";

    public override IReadOnlyList<string> Items { get; } = [MeasuredItems.O3.Code];

    protected override Figure Of(AirResult result) => result.Percentile(MeasuredItems.O3).Figure;

    protected override IEnumerable<ComputationStep> Steps(AirResult result) => [ValidDays(result, MeasuredItems.O3)];

    protected override bool Concerns(Standards.ExcludedRecords exclusion) => exclusion.Item == MeasuredItems.O3.Code;
}

/// <summary><c>air-good-days</c>: days with an AQI of at most 100, as a share of the days with an AQI.</summary>
internal sealed class AirGoodDays : AirMethod
{
    public override string Id => "air-good-days";

    public override Bilingual Name => ("空气质量优良天数比例", "Share of days with good air");

    public override Bilingual Clause => ("HJ 633、HJ 663：AQI ≤ 100 的天数占有效天数的比例，各日按当日施行的版本评价", "HJ 633, HJ 663: days with AQI ≤ 100 among valid days, each day by the edition in force on it");

    public override string Unit => "%";

    public override IReadOnlyList<string> Items { get; } = [.. MeasuredItems.AirBasic.Select(item => item.Code)];

    protected override bool JudgesDays => true;

    protected override Figure Of(AirResult result) => result.GoodDayRatio;

    protected override IEnumerable<ComputationStep> Steps(AirResult result) =>
    [
        new(("优良天数", "Good days"), Whole(result.GoodDays)),
        new(("有效天数", "Valid days"), string.Create(CultureInfo.InvariantCulture, $"{result.DaysWithIndex} / {result.Period.Days}")),
    ];

    protected override bool Concerns(Standards.ExcludedRecords exclusion) => true;
}

using System.CommandLine;
using Greenprint.Quantities;
using Greenprint.Standards.Air;

namespace Greenprint.Server.Calculations.Air;

/// <summary>Descriptions of the options of the air verbs.</summary>
internal static class AirWords
{
    internal static readonly Bilingual Report = ("日报（daily）或实时报（hourly）。", "The daily or the hourly report.");

    internal static readonly Bilingual Practice = (
        "2012 版实时报的做法：platform 为国家平台发布的做法（默认，别名 --hourly-pm instantaneous），text 为 HJ 633-2012 第 5.1.3 条（臭氧 8 小时与颗粒物 24 小时滑动平均参评）。",
        "Practice of the hourly report of 2012: platform as the national platform publishes (default; alias --hourly-pm instantaneous), text by HJ 633-2012 5.1.3 (O3-8h and 24 h moving means of particles take part).");

    internal static Bilingual Compared(long different, long compared) => (
        $"两个版本的级别在 {compared} 行中有 {different} 行不同。", $"The level differs between the two editions in {different} of {compared} rows.");

    internal static Option<string> ReportOption(bool required)
    {
        var option = new Option<string>("--report") { Description = Report.Here, Required = required, HelpName = "hourly|daily" };
        option.AcceptOnlyFromAmong("hourly", "daily");
        return option;
    }

    internal static Option<string> PracticeOption()
    {
        var option = new Option<string>("--hourly-practice", "--hourly-pm") { Description = Practice.Here, DefaultValueFactory = _ => "platform", HelpName = "platform|text" };
        option.AcceptOnlyFromAmong("platform", "text", "instantaneous");
        return option;
    }

    internal static HourlyPractice PracticeOf(string? said) => said == "text" ? HourlyPractice.Text : HourlyPractice.Platform;

    internal static Option<string?> CityOption()
    {
        Bilingual what = (
            "点位与城市的对照表（列 station,city）：另给出每个城市的结果；表中没有数据的点位仍计入城市点位数。",
            "A table of stations and their cities (columns station,city): cities get rows too; a station of the table without data still counts among its city's points.");
        return new("--city-of") { Description = what.Here, HelpName = "FILE" };
    }

    internal static Option<string> EditionOption()
    {
        Bilingual what = (
            "标准版本：auto 按数据日期选用（默认），或指定 HJ633-2012、HJ633-2026 等。", "Edition of the standards: auto by the date of the data (default), or forced: HJ633-2012, HJ633-2026 …");
        return new("--edition") { Description = what.Here, DefaultValueFactory = _ => "auto", HelpName = "EDITION" };
    }
}

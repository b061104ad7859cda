using System.CommandLine;
using Greenprint.Quantities;

namespace Greenprint.Server.Calculations.Air;

/// <summary>Descriptions of the options of the air verbs.</summary>
internal static class AirWords
{
    internal static readonly Bilingual Report = ("日报（daily）或实时报（hourly）。", "The daily or the hourly report.");

    internal static readonly Bilingual Practice = (
        "2012 版实时报的做法：platform 为国家平台发布的做法（默认，别名 --hourly-pm instantaneous），text 为 HJ 633-2012 第 5.1.3 条（臭氧 8 小时与颗粒物 24 小时滑动平均参评）。",
        "Practice of the hourly report of 2012: platform as the national platform publishes (default; alias --hourly-pm instantaneous), text by HJ 633-2012 5.1.3 (O3-8h and 24 h moving means of particles take part).");

    internal static Option<string> EditionOption()
    {
        Bilingual what = (
            "标准版本：auto 按数据日期选用（默认），或指定 HJ633-2012、HJ633-2026 等。", "Edition of the standards: auto by the date of the data (default), or forced: HJ633-2012, HJ633-2026 …");
        return new("--edition") { Description = what.Here, DefaultValueFactory = _ => "auto", HelpName = "EDITION" };
    }
}

using Greenprint.Planning;
using Greenprint.Quantities;

namespace Greenprint.Portal.Indicators;

/// <summary>Words of an indicator's properties.</summary>
internal static class Words
{
    /// <summary>A unit as official texts of each language write it; a unit not listed is written alike in both.</summary>
    internal static Bilingual Unit(string unit) => unit switch
    {
        "µg/m³" or "μg/m³" => ("微克/立方米", "µg/m³"),
        "mg/m³" => ("毫克/立方米", "mg/m³"),
        "mg/L" => ("毫克/升", "mg/L"),
        "t" => ("吨", "t"),
        "km²" => ("平方千米", "km²"),
        "hm²" or "ha" => ("公顷", "ha"),
        _ => new(unit, unit),
    };

    internal static Bilingual Nature(IndicatorNature nature) => nature switch
    {
        IndicatorNature.Binding => ("约束性", "Binding"),
        IndicatorNature.Anticipatory => ("预期性", "Anticipatory"),
        IndicatorNature.Leading => ("引领性", "Leading"),
        _ => throw new ArgumentOutOfRangeException(nameof(nature), nature, "Unknown nature."),
    };

    internal static Bilingual Origin(ValueOrigin origin) => origin switch
    {
        ValueOrigin.Computed => ("计算值", "Computed"),
        ValueOrigin.Reported => ("填报值", "Reported"),
        ValueOrigin.Issued => ("上级核定值", "Issued by the superior"),
        _ => throw new ArgumentOutOfRangeException(nameof(origin), origin, "Unknown origin."),
    };

    internal static Bilingual Provisional(ValueOrigin origin) => new($"{Origin(origin).Zh}（暂定）", $"{Origin(origin).En} (provisional)");

    internal static Bilingual OriginLong(ValueOrigin origin) => origin switch
    {
        ValueOrigin.Computed => ("由监测数据按标准方法计算", "Computed from readings by the method of the standard"),
        ValueOrigin.Reported => ("由责任单位填报，附文件", "Reported by the responsible unit, with its document"),
        ValueOrigin.Issued => ("由上级核定，附文号", "Issued by the superior, with its document number"),
        _ => throw new ArgumentOutOfRangeException(nameof(origin), origin, "Unknown origin."),
    };

    internal static Bilingual Done(decimal value) => value >= 1 ? ("已建成", "Done") : ("未建成", "Not done");
}

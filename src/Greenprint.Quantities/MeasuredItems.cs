using System.Collections.Frozen;

namespace Greenprint.Quantities;

/// <summary>The catalogue of items. Air is stored in µg/m³, carbon monoxide in mg/m³, water in mg/L, as the standards print their limits.</summary>
public static class MeasuredItems
{
    /// <summary>Sulphur dioxide, µg/m³.</summary>
    public static readonly MeasuredItem So2 = Air("so2", "二氧化硫", "Sulphur dioxide", "SO₂", Units.MicrogramPerCubicMetre, 0);

    /// <summary>Nitrogen dioxide, µg/m³.</summary>
    public static readonly MeasuredItem No2 = Air("no2", "二氧化氮", "Nitrogen dioxide", "NO₂", Units.MicrogramPerCubicMetre, 0);

    /// <summary>Carbon monoxide, mg/m³; files that carry it in µg/m³ are a thousand times too large.</summary>
    public static readonly MeasuredItem Co = Air("co", "一氧化碳", "Carbon monoxide", "CO", Units.MilligramPerCubicMetre, 1);

    /// <summary>Ozone, µg/m³.</summary>
    public static readonly MeasuredItem O3 = Air("o3", "臭氧", "Ozone", "O₃", Units.MicrogramPerCubicMetre, 0);

    /// <summary>Inhalable particles, µg/m³.</summary>
    public static readonly MeasuredItem Pm10 = Air("pm10", "可吸入颗粒物", "Inhalable particles", "PM₁₀", Units.MicrogramPerCubicMetre, 0);

    /// <summary>Fine particles, µg/m³.</summary>
    public static readonly MeasuredItem Pm25 = Air("pm25", "细颗粒物", "Fine particles", "PM₂.₅", Units.MicrogramPerCubicMetre, 0);

    /// <summary>The six basic items of GB 3095, in the order in which primary pollutants are named (PM2.5, PM10, SO2, NO2, CO, O3).</summary>
    public static readonly IReadOnlyList<MeasuredItem> AirBasic = [Pm25, Pm10, So2, No2, Co, O3];

    /// <summary>The items of GB 3838-2002 table 1 with a value (all but water temperature), in its order.</summary>
    public static readonly IReadOnlyList<MeasuredItem> SurfaceWaterBasic =
    [
        new("ph", ("pH 值", "pH"), "pH", Medium.Water, "", 2),
        Water("do", "溶解氧", "Dissolved oxygen", "DO", 2),
        Water("codmn", "高锰酸盐指数", "Permanganate index", "CODMn", 1),
        Water("cod", "化学需氧量", "Chemical oxygen demand", "COD", 0),
        Water("bod5", "五日生化需氧量", "Five-day biochemical oxygen demand", "BOD₅", 1),
        Water("nh3n", "氨氮", "Ammonia nitrogen", "NH₃-N", 2),
        Water("tp", "总磷", "Total phosphorus", "TP", 3),
        Water("tn", "总氮", "Total nitrogen", "TN", 2),
        Water("cu", "铜", "Copper", "Cu", 4),
        Water("zn", "锌", "Zinc", "Zn", 4),
        Water("f", "氟化物", "Fluoride", "F⁻", 3),
        Water("se", "硒", "Selenium", "Se", 5),
        Water("as", "砷", "Arsenic", "As", 5),
        Water("hg", "汞", "Mercury", "Hg", 6),
        Water("cd", "镉", "Cadmium", "Cd", 5),
        Water("cr6", "六价铬", "Hexavalent chromium", "Cr(VI)", 4),
        Water("pb", "铅", "Lead", "Pb", 4),
        Water("cn", "氰化物", "Cyanide", "CN⁻", 4),
        Water("phenol", "挥发酚", "Volatile phenol", "ArOH", 5),
        Water("oil", "石油类", "Petroleum", "Oil", 3),
        Water("las", "阴离子表面活性剂", "Anionic surfactant", "LAS", 3),
        Water("sulfide", "硫化物", "Sulfide", "S²⁻", 4),
        new("fcoli", ("粪大肠菌群", "Faecal coliforms"), "FC", Medium.Water, "1/L", 0),
    ];

    /// <summary>What an automatic water station measures beside them, without a class.</summary>
    public static readonly IReadOnlyList<MeasuredItem> WaterSupporting =
    [
        new("temp", ("水温", "Water temperature"), "T", Medium.Water, "℃", 1),
        new("cond", ("电导率", "Conductivity"), "EC", Medium.Water, "µS/cm", 1),
        new("turb", ("浊度", "Turbidity"), "TU", Medium.Water, "NTU", 1),
        Water("chla", "叶绿素 a", "Chlorophyll a", "Chl-a", 4),
        new("algae", ("藻密度", "Algae density"), "AD", Medium.Water, "cells/L", 0),
    ];

    /// <summary>Every item that a series can hold.</summary>
    public static readonly IReadOnlyList<MeasuredItem> All = [.. AirBasic, .. SurfaceWaterBasic, .. WaterSupporting];

    private static readonly FrozenDictionary<string, MeasuredItem> ByCode = All.ToFrozenDictionary(item => item.Code, StringComparer.OrdinalIgnoreCase);

    /// <summary>The item with this code, or null.</summary>
    public static MeasuredItem? Find(string code) => ByCode.GetValueOrDefault(code);

    /// <summary>The item with this code.</summary>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public static MeasuredItem Get(string code) => Find(code) ?? throw new KeyNotFoundException($"'{code}' is no item of the catalogue.");

    private static MeasuredItem Air(string code, string zh, string en, string symbol, Unit unit, int decimals) =>
        new(code, (zh, en), symbol, Medium.Air, unit.Symbol, decimals);

    private static MeasuredItem Water(string code, string zh, string en, string symbol, int decimals) =>
        new(code, (zh, en), symbol, Medium.Water, Units.MilligramPerLitre.Symbol, decimals);
}

using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using Greenprint.Quantities;

namespace Greenprint.Monitoring;

/// <summary>What can be measured, with the one unit in which its readings are kept.</summary>
/// <param name="Code">As in the command line's promises: <c>pm25</c>, <c>codmn</c>.</param>
/// <param name="Kind">Which stations measure it.</param>
/// <param name="Name">Name.</param>
/// <param name="Unit">Unit of its readings.</param>
/// <param name="Highest">A value above it cannot be; rejected.</param>
/// <param name="Lowest">A value below it cannot be; rejected. Zero for what cannot be negative.</param>
public sealed record Item(string Code, StationKind Kind, Bilingual Name, string Unit, decimal Highest, decimal Lowest = 0);

/// <summary>The items that readings may have. Limits are of physics and instruments, not of law: they only keep out what cannot be.</summary>
public static class ItemCatalogue
{
    private const string MicrogramPerCubicMetre = "µg/m³";
    private const string MilligramPerCubicMetre = "mg/m³";
    private const string MilligramPerLitre = "mg/L";

    /// <summary>All items: air in the order of the air quality index, then water as the national platform lists it, then the rest of GB 3838.</summary>
    public static IReadOnlyList<Item> All { get; } =
    [
        Air("pm25", ("细颗粒物（PM2.5）", "PM2.5"), MicrogramPerCubicMetre, 5_000),
        Air("pm10", ("可吸入颗粒物（PM10）", "PM10"), MicrogramPerCubicMetre, 20_000),
        Air("so2", ("二氧化硫", "SO2"), MicrogramPerCubicMetre, 10_000),
        Air("no2", ("二氧化氮", "NO2"), MicrogramPerCubicMetre, 5_000),
        Air("co", ("一氧化碳", "CO"), MilligramPerCubicMetre, 150),
        Air("o3", ("臭氧", "O3"), MicrogramPerCubicMetre, 2_000),
        Air("o3_8h", ("臭氧（8小时滑动平均）", "O3, 8 h moving mean"), MicrogramPerCubicMetre, 2_000),
        Water("temp", ("水温", "Water temperature"), "℃", 60, -5),
        Water("ph", ("pH值", "pH"), "1", 14),
        Water("do", ("溶解氧", "Dissolved oxygen"), MilligramPerLitre, 60),
        Water("cond", ("电导率", "Conductivity"), "µS/cm", 200_000),
        Water("turb", ("浊度", "Turbidity"), "NTU", 100_000),
        Water("codmn", ("高锰酸盐指数", "Permanganate index"), MilligramPerLitre, 1_000),
        Water("nh3n", ("氨氮", "Ammonia nitrogen"), MilligramPerLitre, 1_000),
        Water("tp", ("总磷", "Total phosphorus"), MilligramPerLitre, 500),
        Water("tn", ("总氮", "Total nitrogen"), MilligramPerLitre, 1_000),
        Water("chla", ("叶绿素a", "Chlorophyll a"), MilligramPerLitre, 100),
        Water("algae", ("藻密度", "Algal density"), "cells/L", 9_000_000_000),
        Water("cod", ("化学需氧量", "COD"), MilligramPerLitre, 100_000),
        Water("bod5", ("五日生化需氧量", "BOD5"), MilligramPerLitre, 100_000),
        Water("cu", ("铜", "Copper"), MilligramPerLitre, 1_000),
        Water("zn", ("锌", "Zinc"), MilligramPerLitre, 1_000),
        Water("f", ("氟化物", "Fluoride"), MilligramPerLitre, 1_000),
        Water("se", ("硒", "Selenium"), MilligramPerLitre, 100),
        Water("as", ("砷", "Arsenic"), MilligramPerLitre, 100),
        Water("hg", ("汞", "Mercury"), MilligramPerLitre, 100),
        Water("cd", ("镉", "Cadmium"), MilligramPerLitre, 100),
        Water("cr6", ("六价铬", "Chromium (VI)"), MilligramPerLitre, 100),
        Water("pb", ("铅", "Lead"), MilligramPerLitre, 100),
        Water("cn", ("氰化物", "Cyanide"), MilligramPerLitre, 100),
        Water("phenol", ("挥发酚", "Volatile phenol"), MilligramPerLitre, 100),
        Water("oil", ("石油类", "Petroleum"), MilligramPerLitre, 10_000),
        Water("las", ("阴离子表面活性剂", "Anionic surfactants"), MilligramPerLitre, 1_000),
        Water("sulfide", ("硫化物", "Sulfide"), MilligramPerLitre, 1_000),
        Water("fcoli", ("粪大肠菌群", "Faecal coliforms"), "1/L", 9_000_000_000),
    ];

    private static readonly FrozenDictionary<(StationKind, string), Item> ByCode = All.ToFrozenDictionary(item => (item.Kind, item.Code));

    /// <summary>The item with this code for stations of this kind.</summary>
    public static bool TryFind(StationKind kind, string code, [NotNullWhen(true)] out Item? item) => ByCode.TryGetValue((kind, code), out item);

    private static Item Air(string code, Bilingual name, string unit, decimal highest) => new(code, StationKind.Air, name, unit, highest);

    private static Item Water(string code, Bilingual name, string unit, decimal highest, decimal lowest = 0) =>
        new(code, StationKind.SurfaceWater, name, unit, highest, lowest);
}

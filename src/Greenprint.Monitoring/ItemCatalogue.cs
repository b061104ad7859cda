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

/// <summary>The items that readings may have. Names and units are those of <see cref="MeasuredItems"/>; limits are of physics and instruments, not of law: they only keep out what cannot be.</summary>
public static class ItemCatalogue
{
    /// <summary>All items: air in the order of the air quality index, then water as the national platform lists it, then the rest of GB 3838.</summary>
    public static IReadOnlyList<Item> All { get; } =
    [
        Of("pm25", 5_000),
        Of("pm10", 20_000),
        Of("so2", 10_000),
        Of("no2", 5_000),
        Of("co", 150),
        Of("o3", 2_000),
        new("o3_8h", StationKind.Air, ("臭氧（8小时滑动平均）", "O3, 8 h moving mean"), MeasuredItems.O3.Unit, 2_000),   // a series of its own, but no other item
        Of("temp", 60, -5),
        Of("ph", 14),
        Of("do", 60),
        Of("cond", 200_000),
        Of("turb", 100_000),
        Of("codmn", 1_000),
        Of("nh3n", 1_000),
        Of("tp", 500),
        Of("tn", 1_000),
        Of("chla", 100),
        Of("algae", 9_000_000_000),
        Of("cod", 100_000),
        Of("bod5", 100_000),
        Of("cu", 1_000),
        Of("zn", 1_000),
        Of("f", 1_000),
        Of("se", 100),
        Of("as", 100),
        Of("hg", 100),
        Of("cd", 100),
        Of("cr6", 100),
        Of("pb", 100),
        Of("cn", 100),
        Of("phenol", 100),
        Of("oil", 10_000),
        Of("las", 1_000),
        Of("sulfide", 1_000),
        Of("fcoli", 9_000_000_000),
    ];

    private static readonly FrozenDictionary<(StationKind, string), Item> ByCode = All.ToFrozenDictionary(item => (item.Kind, item.Code));

    /// <summary>The item with this code for stations of this kind.</summary>
    public static bool TryFind(StationKind kind, string code, [NotNullWhen(true)] out Item? item) => ByCode.TryGetValue((kind, code), out item);

    private static Item Of(string code, decimal highest, decimal lowest = 0)
    {
        var item = MeasuredItems.Get(code);
        var isAir = item.Medium == Medium.Air;

        // A unit is always written, in stores and files: an empty cell would be a missing one. A number without unit has the unit 1.
        return new(
            code, isAir ? StationKind.Air : StationKind.SurfaceWater, isAir ? ($"{item.Name.Zh}（{item.Symbol}）", $"{item.Name.En} ({item.Symbol})") : item.Name,
            item.Unit.Length == 0 ? "1" : item.Unit, highest, lowest);
    }
}

using System.Collections.Frozen;
using Greenprint.Quantities;

namespace Greenprint.Standards.Soil;

/// <summary>The two limits of one item in one use of land (and, for farmland, one band of pH).</summary>
/// <param name="Item">Item.</param>
/// <param name="Screening">Screening value (风险筛选值): at or below it the risk is low.</param>
/// <param name="Control">Intervention or control value (风险管制值); null where the standard sets none (Cu, Ni, Zn on farmland).</param>
/// <param name="HasBackground">True where a content up to the natural background is no pollution although it is above the screening value (As, Co, V on building land).</param>
/// <param name="Rule">Where the screening value stands.</param>
/// <param name="ControlRule">Where the intervention value stands.</param>
public sealed record SoilLimit(StandardItem Item, decimal Screening, decimal? Control, bool HasBackground, RuleReference Rule, RuleReference? ControlRule);

/// <summary>The limits of one use of land and one pH, ready to judge by.</summary>
public sealed class SoilLimits
{
    private readonly FrozenDictionary<string, SoilLimit> byCode;

    internal SoilLimits(SoilTable table, string use, IReadOnlyList<SoilLimit> limits, IReadOnlyList<Bilingual> notes)
    {
        (Table, Use, All, Notes) = (table, use, limits, notes);
        byCode = limits.ToFrozenDictionary(limit => limit.Item.Code);
    }

    /// <summary>The standard.</summary>
    public SoilTable Table { get; }

    /// <summary>The use of land.</summary>
    public string Use { get; }

    /// <summary>Every limit, in the order of the standard.</summary>
    public IReadOnlyList<SoilLimit> All { get; }

    /// <summary>What was assumed: the strictest band for a missing pH, class 1 for an unknown use.</summary>
    public IReadOnlyList<Bilingual> Notes { get; }

    /// <summary>The limits of an item, or null where the standard sets none.</summary>
    public SoilLimit? For(string item) => byCode.GetValueOrDefault(item);
}

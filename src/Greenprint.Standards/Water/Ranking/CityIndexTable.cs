using Greenprint.Standards.Tables;

namespace Greenprint.Standards.Water;

/// <summary>The rules of the city water quality index.</summary>
public sealed class CityIndexTable
{
    private CityIndexTable(StandardEdition edition, RuleTable rules)
    {
        Edition = edition;
        Neutral = rules.Row("neutral").Number("value");
        (SpanAcid, SpanAlkaline) = (rules.Row("span-acid").Number("value"), rules.Row("span-alkaline").Number("value"));
        Unchanged = (WaterClass)rules.Whole("unchanged-class");
        (IndexDecimals, ChangeDecimals) = (rules.Whole("index-decimals"), rules.Whole("change-decimals"));
        Rule = rules.Rule("neutral");
    }

    /// <summary>The rules.</summary>
    public StandardEdition Edition { get; }

    /// <summary>Places of a published index.</summary>
    public int IndexDecimals { get; }

    /// <summary>Places of a published change in percent.</summary>
    public int ChangeDecimals { get; }

    /// <summary>Clause.</summary>
    public RuleReference Rule { get; }

    internal decimal Neutral { get; }

    internal decimal SpanAcid { get; }

    internal decimal SpanAlkaline { get; }

    internal WaterClass Unchanged { get; }

    internal static CityIndexTable Read(StandardFiles files, IReadOnlyList<StandardEdition> editions)
    {
        var edition = editions.OfKind("city-water-index");
        var (file, text) = files.Pair($"{edition.Id}/rules.csv");
        return new(edition, RuleTable.Read(edition, file, text));
    }
}

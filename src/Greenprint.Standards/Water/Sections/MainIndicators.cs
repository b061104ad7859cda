using System.Globalization;
using Greenprint.Quantities;

namespace Greenprint.Standards.Water;

/// <summary>How main pollution indicators are written.</summary>
public enum MainIndicatorForm
{
    /// <summary>化学需氧量(0.5)、总磷(0.2): the method's form.</summary>
    Brackets,

    /// <summary>氨氮/1.3、总磷/0.6: the form of Guangdong's bulletins.</summary>
    Slash,
}

/// <summary>A main pollution indicator of a river or basin.</summary>
/// <param name="Item">Item.</param>
/// <param name="Sections">Sections at which it is worse than class III.</param>
/// <param name="Rate">Share of all judged sections in percent (断面超标率).</param>
public sealed record RiverIndicator(MeasuredItem Item, int Sections, Figure Rate);

/// <summary>Main pollution indicators (主要污染指标) of sections, rivers and basins.</summary>
public static class MainIndicators
{
    /// <summary>
    /// Of a section worse than class III: cyanide and heavy metals that exceed III first, then by class, then by multiple; three at most. A section that is 优 or 良好
    /// has none.
    /// </summary>
    internal static List<ItemClass> OfSection(SurfaceWaterTable table, IEnumerable<ItemClass> judged) =>
        [.. judged.Where(item => item.Class > WaterClass.III)
            .OrderByDescending(item => table.NamedFirst(item.Item)).ThenByDescending(item => item.Class).ThenByDescending(item => item.Multiple ?? -1m)
            .Take(table.Sections.MainIndicators)];

    /// <summary>Of a river or basin: the items by the share of sections at which they are worse than class III, the three largest.</summary>
    /// <remarks>Items of equal share keep the order of the standard's table.</remarks>
    public static IReadOnlyList<RiverIndicator> OfRiver(SurfaceWaterTable table, IReadOnlyCollection<WaterJudgement> sections)
    {
        var exceeding = sections.SelectMany(section => section.Items).Where(item => item.Class > WaterClass.III).CountBy(item => item.Item);
        return [.. exceeding.OrderByDescending(item => item.Value).ThenBy(item => Order(table, item.Key)).Take(table.Sections.MainIndicators)
            .Select(item => new RiverIndicator(item.Key, item.Value, Figure.Of(Fraction.Of(item.Value * 100, sections.Count), table.RatioDecimals, "%")))];
    }

    /// <summary>The indicators of a section as a text, with their multiples where they have one: 化学需氧量(0.5)、总磷(0.2)、溶解氧; empty when there is none.</summary>
    public static Bilingual Text(SurfaceWaterTable table, IEnumerable<ItemClass> indicators, MainIndicatorForm form = MainIndicatorForm.Brackets) =>
        Joined(indicators.Select(item => (item.Item.Name, item.Multiple is { } multiple ? Written(Rounding.HalfEven(multiple, table.Sections.MultipleTextDecimals), table) : null)), form);

    /// <summary>The indicators of a river as a text, with their shares of sections: 总磷(33.3%)、氨氮(16.7%).</summary>
    public static Bilingual Text(IEnumerable<RiverIndicator> indicators, MainIndicatorForm form = MainIndicatorForm.Brackets) =>
        Joined(indicators.Select(item => (item.Item.Name, (string?)(item.Rate.Text + "%"))), form);

    private static string Written(decimal multiple, SurfaceWaterTable table) =>
        multiple.ToString("F" + table.Sections.MultipleTextDecimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    private static Bilingual Joined(IEnumerable<(Bilingual Name, string? Figure)> parts, MainIndicatorForm form)
    {
        string One(string name, string? figure) => figure is null ? name : form == MainIndicatorForm.Brackets ? $"{name}({figure})" : $"{name}/{figure}";
        var all = parts.ToList();
        return (string.Join('、', all.Select(part => One(part.Name.Zh, part.Figure))), string.Join(", ", all.Select(part => One(part.Name.En ?? part.Name.Zh, part.Figure))));
    }

    private static int Order(SurfaceWaterTable table, MeasuredItem item)
    {
        for (var at = 0; at < table.Limits.Count; at++)
        {
            if (table.Limits[at].Item == item)
            {
                return at;
            }
        }

        return int.MaxValue;
    }
}

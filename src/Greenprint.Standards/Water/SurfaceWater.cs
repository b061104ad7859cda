using Greenprint.Quantities;

namespace Greenprint.Standards.Water;

/// <summary>One item of a sample or mean, judged.</summary>
/// <param name="Item">Item.</param>
/// <param name="Value">The number, or null when below detection.</param>
/// <param name="Class">Its class alone.</param>
/// <param name="Multiple">Exceedance multiple over class III, (C − S)/S, before rounding; null where it does not exceed or has none (pH, DO).</param>
public sealed record ItemClass(MeasuredItem Item, decimal? Value, WaterClass Class, decimal? Multiple);

/// <summary>The class of a sample or section by its worst item (单因子评价法).</summary>
/// <param name="Class">The class.</param>
/// <param name="Limiting">The items that decide it (定类项目), worst first.</param>
/// <param name="Main">Main pollution indicators (主要污染指标): at most three, for water worse than class III.</param>
/// <param name="Items">Every item that took part.</param>
public sealed record WaterJudgement(WaterClass Class, IReadOnlyList<MeasuredItem> Limiting, IReadOnlyList<ItemClass> Main, IReadOnlyList<ItemClass> Items);

/// <summary>Single-factor evaluation of surface water (环办〔2011〕22号) by GB 3838-2002 table 1, on full values.</summary>
public static class SurfaceWater
{
    /// <summary>
    /// The class of the worst of the items that take part. Values are compared in full, not as displayed; at a limit the better class; below detection counts as
    /// class I; a missing item takes no part.
    /// </summary>
    /// <param name="table">From <see cref="StandardLibrary.SurfaceWater"/>.</param>
    /// <param name="values">Values by item; items that take no part may be among them.</param>
    /// <param name="body">River or lake.</param>
    /// <returns>Null when no item that takes part has a value.</returns>
    public static WaterJudgement? Classify(SurfaceWaterTable table, IEnumerable<KeyValuePair<MeasuredItem, MeasuredValue>> values, WaterBody body)
    {
        var judged = new List<ItemClass>();
        foreach (var (item, value) in values)
        {
            if (!value.IsMissing && table.TakesPart(item) && table.For(item, body) is { } limit)
            {
                judged.Add(Judge(table, item, value, limit));
            }
        }

        if (judged.Count == 0)
        {
            return null;
        }

        var worst = judged.Max(item => item.Class);
        var limiting = judged.Where(item => item.Class == worst)
            .OrderByDescending(item => item.Class > WaterClass.III && table.NamedFirst(item.Item)).ThenByDescending(item => item.Multiple ?? -1m);
        return new(worst, [.. limiting.Select(item => item.Item)], Main(table, judged), judged);
    }

    /// <summary>Items worse than class III: cyanide and heavy metals first, then by class, then by multiple; three at most.</summary>
    private static List<ItemClass> Main(SurfaceWaterTable table, List<ItemClass> judged) =>
        [.. judged.Where(item => item.Class > WaterClass.III)
            .OrderByDescending(item => table.NamedFirst(item.Item)).ThenByDescending(item => item.Class).ThenByDescending(item => item.Multiple ?? -1m)
            .Take(3)];

    private static ItemClass Judge(SurfaceWaterTable table, MeasuredItem item, MeasuredValue value, WaterLimit limit)
    {
        if (value.Value is not { } number)
        {
            return new(item, null, WaterClass.I, null);   // not detected: no worse than the best class, whatever the detection limit
        }

        var of = limit.Classify(number);
        var third = limit.Limits[(int)WaterClass.III - 1];
        var multiple = of > WaterClass.III && table.HasMultiple(item) && limit.Worse == Worse.Higher ? (number - third) / third : (decimal?)null;
        return new(item, number, of, multiple);
    }
}

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
/// <param name="Unjudged">Items below a detection limit that is too high to tell, where <see cref="HighDetectionLimit.CannotBeJudged"/> was chosen.</param>
public sealed record WaterJudgement(
    WaterClass Class, IReadOnlyList<MeasuredItem> Limiting, IReadOnlyList<ItemClass> Main, IReadOnlyList<ItemClass> Items, IReadOnlyList<MeasuredItem> Unjudged);

/// <summary>Single-factor evaluation of surface water (环办〔2011〕22号) by GB 3838-2002 table 1.</summary>
public static class SurfaceWater
{
    private static readonly MeasuredItem Oxygen = MeasuredItems.Get("do");
    private static readonly MeasuredItem Temperature = MeasuredItems.Get("temp");

    /// <summary>
    /// The class of the worst of the items that take part. Values are compared in full, not as displayed (the table says so); at a limit the better class; below
    /// detection counts as class I; a missing item takes no part.
    /// </summary>
    /// <param name="table">From <see cref="StandardLibrary.SurfaceWater"/>.</param>
    /// <param name="values">Values by item; items that take no part may be among them.</param>
    /// <param name="body">River or lake.</param>
    /// <param name="options">Variants; null: the defaults.</param>
    /// <returns>Null when no item that takes part has a value that can be judged.</returns>
    public static WaterJudgement? Classify(
        SurfaceWaterTable table, IEnumerable<KeyValuePair<MeasuredItem, MeasuredValue>> values, WaterBody body, WaterOptions? options = null)
    {
        options ??= WaterOptions.Default;
        var judged = new List<ItemClass>();
        var unjudged = new List<MeasuredItem>();
        decimal? temperature = null;
        foreach (var (item, value) in values)
        {
            if (item == Temperature)
            {
                temperature = value.Value;
            }

            if (!value.IsMissing && table.Judging(item, body, options) is { } limit)
            {
                if (value.Value < 0 || (options.HighDetectionLimit == HighDetectionLimit.CannotBeJudged && limit.IsTooHigh(value)))
                {
                    unjudged.Add(item);
                }
                else
                {
                    judged.Add(Judge(table, item, value, limit));
                }
            }
        }

        if (options.Oxygen == OxygenClassI.SaturationOrLimit && temperature is { } warm)
        {
            Saturate(table, judged, warm);
        }

        return judged.Count == 0 ? null : Of(table, judged, unjudged);
    }

    private static WaterJudgement Of(SurfaceWaterTable table, List<ItemClass> judged, List<MeasuredItem> unjudged)
    {
        var worst = judged.Max(item => item.Class);
        var limiting = judged.Where(item => item.Class == worst)
            .OrderByDescending(item => item.Class > WaterClass.III && table.NamedFirst(item.Item)).ThenByDescending(item => item.Multiple ?? -1m);
        return new(worst, [.. limiting.Select(item => item.Item)], MainIndicators.OfSection(table, judged), judged, unjudged);
    }

    private static void Saturate(SurfaceWaterTable table, List<ItemClass> judged, decimal temperature)
    {
        var at = judged.FindIndex(item => item.Item == Oxygen);
        if (at >= 0 && judged[at] is { Class: > WaterClass.I, Value: { } value } && table.Saturation.Reaches(value, temperature))
        {
            judged[at] = judged[at] with { Class = WaterClass.I };
        }
    }

    private static ItemClass Judge(SurfaceWaterTable table, MeasuredItem item, MeasuredValue value, WaterLimit limit)
    {
        if (value.Value is not { } number)
        {
            return new(item, null, limit.ClassNotDetected, null);   // whatever the detection limit
        }

        var of = limit.Classify(number);
        return new(item, number, of, of > WaterClass.III && table.HasMultiple(item) ? limit.Multiple(number) : null);
    }
}

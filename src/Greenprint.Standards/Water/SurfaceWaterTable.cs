using System.Collections.Frozen;
using Greenprint.Quantities;

namespace Greenprint.Standards.Water;

/// <summary>Which values are worse.</summary>
public enum Worse
{
    /// <summary>More is worse: nearly every item.</summary>
    Higher,

    /// <summary>Less is worse: dissolved oxygen.</summary>
    Lower,

    /// <summary>Outside a range is 劣Ⅴ: pH.</summary>
    Outside,
}

/// <summary>One row of GB 3838 table 1.</summary>
/// <param name="Item">Item.</param>
/// <param name="Body">The body of water it holds for, or null for both.</param>
/// <param name="Worse">Which values are worse.</param>
/// <param name="Limits">Limits of class I to V; of a range its upper bound, five times.</param>
/// <param name="Lowest">Lower bound of a range.</param>
/// <param name="Rule">Clause.</param>
public sealed record WaterLimit(MeasuredItem Item, WaterBody? Body, Worse Worse, IReadOnlyList<decimal> Limits, decimal? Lowest, RuleReference Rule)
{
    /// <summary>The best class whose limit the full value meets; a value at the limit has the better class.</summary>
    public WaterClass Classify(decimal value)
    {
        for (var at = 0; at < Limits.Count; at++)
        {
            var meets = Worse switch
            {
                Worse.Higher => value <= Limits[at],
                Worse.Lower => value >= Limits[at],
                _ => Lowest <= value && value <= Limits[at],
            };
            if (meets)
            {
                return (WaterClass)(at + 1);
            }
        }

        return WaterClass.WorseThanV;
    }
}

/// <summary>GB 3838-2002 table 1 (24 basic items) with the rules of 环办〔2011〕22号.</summary>
public sealed class SurfaceWaterTable
{
    private readonly FrozenDictionary<(string Item, WaterBody Body), WaterLimit> limits;
    private readonly FrozenSet<string> referenceOnly;
    private readonly FrozenSet<string> noMultiple;
    private readonly FrozenSet<string> limitingFirst;

    internal SurfaceWaterTable(
        StandardEdition edition, StandardEdition method, IReadOnlyList<WaterLimit> limits, IReadOnlyList<WaterClassInfo> classes, SurfaceWaterRules rules)
    {
        (Edition, Method, Limits, Classes) = (edition, method, limits, classes);
        this.limits = limits
            .SelectMany(limit => (limit.Body is { } body ? [body] : Enum.GetValues<WaterBody>()).Select(of => (Key: (limit.Item.Code, of), limit)))
            .ToFrozenDictionary(entry => entry.Key, entry => entry.limit);
        referenceOnly = rules.ReferenceOnly.ToFrozenSet();
        noMultiple = rules.NoMultiple.ToFrozenSet();
        limitingFirst = rules.LimitingFirst.ToFrozenSet();
        (RatioDecimals, MultipleDecimals, ClassRule) = (rules.RatioDecimals, rules.MultipleDecimals, rules.ClassRule);
    }

    /// <summary>GB 3838.</summary>
    public StandardEdition Edition { get; }

    /// <summary>环办〔2011〕22号.</summary>
    public StandardEdition Method { get; }

    /// <summary>Every row.</summary>
    public IReadOnlyList<WaterLimit> Limits { get; }

    /// <summary>The six classes for a reader, best first.</summary>
    public IReadOnlyList<WaterClassInfo> Classes { get; }

    /// <summary>Places of a share of sections in percent (1).</summary>
    public int RatioDecimals { get; }

    /// <summary>Places of an exceedance multiple.</summary>
    public int MultipleDecimals { get; }

    /// <summary>Clause of the single-factor evaluation.</summary>
    public RuleReference ClassRule { get; }

    /// <summary>The limits of an item in a body of water, or null where the standard sets none (nitrogen in a river).</summary>
    public WaterLimit? For(MeasuredItem item, WaterBody body) => limits.GetValueOrDefault((item.Code, body));

    /// <summary>True for the 21 items that decide a class; false for 水温, 总氮, 粪大肠菌群, which are for reference only, and for items without limits.</summary>
    public bool TakesPart(MeasuredItem item) => !referenceOnly.Contains(item.Code) && limits.ContainsKey((item.Code, WaterBody.River));

    /// <summary>False for 水温, pH and DO, which have no exceedance multiple.</summary>
    public bool HasMultiple(MeasuredItem item) => !noMultiple.Contains(item.Code);

    /// <summary>True for cyanide and heavy metals, which are named before other items that exceed.</summary>
    public bool NamedFirst(MeasuredItem item) => limitingFirst.Contains(item.Code);

    /// <summary>Name, state and colour of a class.</summary>
    public WaterClassInfo Info(WaterClass of) => Classes[(int)of - 1];
}

/// <summary>What <c>rules.csv</c> of 环办〔2011〕22号 says.</summary>
internal sealed record SurfaceWaterRules(
    IReadOnlyList<string> ReferenceOnly, IReadOnlyList<string> NoMultiple, IReadOnlyList<string> LimitingFirst, int RatioDecimals, int MultipleDecimals, RuleReference ClassRule);

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
    private readonly decimal[] limits = [.. Limits];

    /// <summary>The best class whose limit the full value meets; a value at the limit has the better class.</summary>
    public WaterClass Classify(decimal value)
    {
        for (var at = 0; at < limits.Length; at++)
        {
            var meets = Worse switch
            {
                Worse.Higher => value <= limits[at],
                Worse.Lower => value >= limits[at],
                _ => Lowest <= value && value <= limits[at],
            };
            if (meets)
            {
                return (WaterClass)(at + 1);
            }
        }

        return WaterClass.WorseThanV;
    }

    /// <summary>The class of a value below detection: the best, but of dissolved oxygen, where none was found, the worst.</summary>
    public WaterClass ClassNotDetected => Worse == Worse.Lower ? Classify(0m) : WaterClass.I;

    /// <summary>The limit of class III, over which exceedance is counted; of a range its upper bound.</summary>
    public decimal OfClassIII => Limits[(int)WaterClass.III - 1];

    /// <summary>The exceedance multiple over class III, (C − S)/S, before rounding; null where less is worse, or outside a range.</summary>
    public decimal? Multiple(decimal value) => Worse == Worse.Higher ? (value - OfClassIII) / OfClassIII : null;

    /// <summary>True for a value below a detection limit that is itself above the limit of class III: whether the water meets III cannot be told from it.</summary>
    public bool IsTooHigh(MeasuredValue value) => Worse == Worse.Higher && value.DetectionLimit > OfClassIII;
}

/// <summary>The saturation of fresh water with oxygen at the pressure of sea level, DOf = 468/(31.6 + T) mg/L, and the share of it that is class I.</summary>
/// <param name="Percent">90.</param>
/// <param name="Rule">Clause of the share; the formula is HJ 2.3's.</param>
public sealed record OxygenSaturation(int Percent, RuleReference Rule)
{
    /// <summary>True when the oxygen reaches the share of the saturation, compared exactly.</summary>
    /// <param name="oxygen">mg/L.</param>
    /// <param name="temperature">℃, above −31.6.</param>
    public bool Reaches(decimal oxygen, decimal temperature)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(temperature, -31.6m);
        return oxygen * (31.6m + temperature) * 100m >= 468m * Percent;
    }
}

/// <summary>GB 3838-2002 table 1 (24 basic items) with the rules of 环办〔2011〕22号.</summary>
public sealed class SurfaceWaterTable
{
    private readonly FrozenDictionary<(string Item, WaterBody Body), WaterLimit> limits;
    private readonly FrozenSet<string> referenceOnly;
    private readonly FrozenSet<string> noMultiple;
    private readonly FrozenSet<string> limitingFirst;
    private readonly SurfaceWaterRules rules;

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
        this.rules = rules;
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
    public int RatioDecimals => rules.RatioDecimals;

    /// <summary>Places of an exceedance multiple.</summary>
    public int MultipleDecimals => rules.MultipleDecimals;

    /// <summary>Clause of the single-factor evaluation.</summary>
    public RuleReference ClassRule => rules.ClassRule;

    /// <summary>How much people may change the temperature of water.</summary>
    public WaterTemperatureRule Temperature => rules.Temperature;

    /// <summary>The alternative limit of class I for dissolved oxygen.</summary>
    public OxygenSaturation Saturation => rules.Saturation;

    /// <summary>What 环办〔2011〕22号 says about periods, rivers and change.</summary>
    internal SectionRules Sections => rules.Sections;

    /// <summary>The limits of an item in a body of water, or null where the standard sets none (nitrogen in a river).</summary>
    public WaterLimit? For(MeasuredItem item, WaterBody body) => limits.GetValueOrDefault((item.Code, body));

    /// <summary>True for the 21 items that decide a class; false for 水温, 总氮, 粪大肠菌群, which are for reference only, and for items without limits.</summary>
    public bool TakesPart(MeasuredItem item) => !referenceOnly.Contains(item.Code) && limits.ContainsKey((item.Code, WaterBody.River));

    /// <summary>The limits that decide on an item under the options, or null when it takes no part.</summary>
    internal WaterLimit? Judging(MeasuredItem item, WaterBody body, WaterOptions options)
    {
        if (TakesPart(item))
        {
            return For(item, body);
        }

        return item.Code == "tn" && (options.Nitrogen == TotalNitrogen.InLakesAndRivers || (options.Nitrogen == TotalNitrogen.InLakes && body == WaterBody.Lake))
            ? For(item, WaterBody.Lake)
            : null;
    }

    /// <summary>False for 水温, pH and DO, which have no exceedance multiple.</summary>
    public bool HasMultiple(MeasuredItem item) => !noMultiple.Contains(item.Code);

    /// <summary>True for cyanide and heavy metals, which are named before other items that exceed.</summary>
    public bool NamedFirst(MeasuredItem item) => limitingFirst.Contains(item.Code);

    /// <summary>Name, state, colour and uses of a class.</summary>
    public WaterClassInfo Info(WaterClass of) => Classes[(int)of - 1];
}

/// <summary>What the <c>rules.csv</c> of GB 3838 and of 环办〔2011〕22号 say.</summary>
internal sealed record SurfaceWaterRules(
    IReadOnlyList<string> ReferenceOnly, IReadOnlyList<string> NoMultiple, IReadOnlyList<string> LimitingFirst, int RatioDecimals, int MultipleDecimals,
    RuleReference ClassRule, WaterTemperatureRule Temperature, OxygenSaturation Saturation, SectionRules Sections);

using Greenprint.Quantities;

namespace Greenprint.Standards.Soil;

/// <summary>A use of land with limits of its own.</summary>
/// <param name="Code">As files name it: <c>paddy</c>, <c>other</c>, <c>orchard</c>; <c>class1</c>, <c>class2</c>.</param>
/// <param name="Name">For a reader: 水田, 第一类用地 …</param>
public sealed record LandUse(string Code, Bilingual Name);

/// <summary>A grade of soil for a reader.</summary>
/// <param name="Grade">1: nothing above a screening value; 2: something above it; 3: something above an intervention value.</param>
/// <param name="Name">优先保护类 …</param>
/// <param name="Meaning">What follows.</param>
public sealed record SoilGrade(int Grade, Bilingual Name, Bilingual Meaning);

/// <summary>GB 15618-2018 (farmland) or GB 36600-2018 (building land): screening and intervention values by use of land and, for farmland, by pH.</summary>
public sealed class SoilTable
{
    /// <summary>Upper ends of the bands of pH, which belong to the band: up to 5.5, 6.5, 7.5, and above.</summary>
    private static readonly decimal[] BandEnds = [5.5m, 6.5m, 7.5m];

    private static readonly Bilingual NoPh = ("缺少 pH，按各项目最严格的 pH 档判定", "no pH: each item is judged by its strictest band");

    private readonly Dictionary<(string Use, int Band), SoilLimits> limits = [];

    internal SoilTable(StandardEdition edition, IReadOnlyList<SoilGrade> grades, IReadOnlyList<LandUse> uses, LandUse? unknownUse, IReadOnlyList<SoilRow> rows)
    {
        (Edition, Grades, Uses, UnknownUse) = (edition, grades, uses, unknownUse);
        Items = [.. rows.Select(row => row.Item).Distinct()];
        DependsOnPh = rows.Any(row => row.Values.Distinct().Count() > 1);
        foreach (var use in uses)
        {
            for (var band = 0; band <= BandEnds.Length + 1; band++)
            {
                limits[(use.Code, band)] = new(this, use.Code, [.. Items.Select(item => Limit(rows, item, use.Code, band))], DependsOnPh && band == Strictest ? [NoPh] : []);
            }
        }

        if (unknownUse is not null)
        {
            var (all, notes) = (limits[(unknownUse.Code, Strictest)].All, new[] { AssumedUse(unknownUse) });
            limits[("", Strictest)] = new(this, unknownUse.Code, all, notes);
        }
    }

    /// <summary>The edition.</summary>
    public StandardEdition Edition { get; }

    /// <summary>The three grades.</summary>
    public IReadOnlyList<SoilGrade> Grades { get; }

    /// <summary>The uses of land.</summary>
    public IReadOnlyList<LandUse> Uses { get; }

    /// <summary>The use that land of unknown use is judged by (GB 36600 5.3.1: class 1); null where the use must be known.</summary>
    public LandUse? UnknownUse { get; }

    /// <summary>What the standard limits.</summary>
    public IReadOnlyList<StandardItem> Items { get; }

    /// <summary>True where limits depend on pH.</summary>
    public bool DependsOnPh { get; }

    /// <summary>The unit of all limits.</summary>
    public static Unit Unit => Units.MilligramPerKilogram;

    /// <summary>Every set of limits.</summary>
    internal IEnumerable<SoilLimits> Sets => limits.Values;

    private static int Strictest => BandEnds.Length + 1;

    /// <summary>Reads a use as files write it: its code or its Chinese name; an empty text where the standard says what is then assumed.</summary>
    /// <param name="text">Cell of a file.</param>
    /// <param name="use">The code; empty for a use that is assumed.</param>
    /// <returns>False for a use that the standard does not know: it is not guessed.</returns>
    public bool TryUse(string? text, out string use)
    {
        var plain = (text ?? "").Trim();
        var known = Uses.FirstOrDefault(of => string.Equals(of.Code, plain, StringComparison.OrdinalIgnoreCase) || of.Name.Zh == plain);
        use = known?.Code ?? "";
        return known is not null || (plain.Length == 0 && UnknownUse is not null);
    }

    /// <summary>The limits of a use of land.</summary>
    /// <param name="use">A code of <see cref="Uses"/>; empty: <see cref="UnknownUse"/>.</param>
    /// <param name="ph">pH of the soil; null: missing, then each item is judged by its strictest band and the notes say so. Without meaning for building land.</param>
    /// <exception cref="ArgumentException">The standard has no such use.</exception>
    public SoilLimits For(string use, decimal? ph)
    {
        var band = !DependsOnPh || use.Length == 0 ? Strictest : BandOf(ph);
        return limits.GetValueOrDefault((use, band)) ?? throw new ArgumentException($"{Edition.Number} has no use of land '{use}'.", nameof(use));
    }

    /// <summary>The band of a pH, from 0; after the last one for a missing pH.</summary>
    private static int BandOf(decimal? ph)
    {
        if (ph is not { } value)
        {
            return Strictest;
        }

        var band = 0;
        while (band < BandEnds.Length && value > BandEnds[band])
        {
            band++;
        }

        return band;
    }

    private static SoilLimit Limit(IReadOnlyList<SoilRow> rows, StandardItem item, string use, int band)
    {
        decimal In(SoilRow row) => band == Strictest ? row.Values.Min() : row.Values[band];
        var screening = Row(rows, item, use, control: false)!;
        var control = Row(rows, item, use, control: true);
        return new(item, In(screening), control is null ? null : In(control), screening.HasBackground, screening.Rule, control?.Rule);
    }

    /// <summary>The row of the use itself, else that of other land (an orchard has copper of its own only, a paddy field none), else that of any.</summary>
    private static SoilRow? Row(IReadOnlyList<SoilRow> rows, StandardItem item, string use, bool control) =>
        new[] { use, "other", "any" }.Select(of => rows.FirstOrDefault(row => row.Item == item && row.IsControl == control && row.Use == of)).FirstOrDefault(row => row is not null);

    private static Bilingual AssumedUse(LandUse use) =>
        ($"用地类型不明，按{use.Name.Zh}判定", $"unknown use of land: judged as {use.Name.En}");
}

/// <summary>One row of the tables, one value a band; building land has the same value in all.</summary>
internal sealed record SoilRow(StandardItem Item, string Use, bool IsControl, IReadOnlyList<decimal> Values, bool HasBackground, RuleReference Rule);

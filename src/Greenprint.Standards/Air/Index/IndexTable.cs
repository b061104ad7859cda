using System.Collections.Frozen;
using Greenprint.Quantities;
using Greenprint.Standards.Tables;

namespace Greenprint.Standards.Air;

/// <summary>HJ 633 in one edition: break points, levels, the daily and the hourly report, and the rules around them.</summary>
public sealed class IndexTable
{
    private readonly FrozenDictionary<IndexItem, Breakpoints> breakpoints;
    private readonly FrozenDictionary<IndexItem, ScaledColumn> scaled;
    private readonly FrozenDictionary<string, int> decimals;
    private readonly FrozenDictionary<MeasuredItem, Bilingual> groups;
    private readonly IndexReport platform;
    private readonly IndexReport text;

    private IndexTable(StandardEdition edition, IReadOnlyList<Breakpoints> columns, IReadOnlyList<AirLevel> levels, AdviceTable advice, string file, RuleTable rules)
    {
        Edition = edition;
        Levels = levels;
        breakpoints = columns.ToFrozenDictionary(column => column.Of);
        decimals = rules.PerItem("concentration-decimals").ToFrozenDictionary();
        scaled = columns.ToFrozenDictionary(column => column.Of, column => new ScaledColumn(column, decimals[column.Of.Item.Code]));
        Daily = IndexReport.Parse(rules, file, "daily-", "", columns, Scaled);
        platform = IndexReport.Parse(rules, file, "hourly-", "-platform", columns, Scaled);
        text = IndexReport.Parse(rules, file, "hourly-", "-text", columns, Scaled);
        PrimaryAbove = rules.Whole("primary-above");
        ExceedingAbove = rules.All("exceeding-above").Any() ? rules.Whole("exceeding-above") : null;
        Least = rules.Whole("index-least");
        UnmonitoredYears = rules.All("unmonitored-years").Any() ? rules.Whole("unmonitored-years") : null;
        groups = advice.Groups.ToFrozenDictionary();
        if (levels[0].From != Least)
        {
            throw new StandardTableException(file, 0, $"The smallest index is {Least}, but the first level begins at {levels[0].From}.");
        }
    }

    /// <summary>HJ 633 in this edition.</summary>
    public StandardEdition Edition { get; }

    /// <summary>The six levels, best first.</summary>
    public IReadOnlyList<AirLevel> Levels { get; }

    /// <summary>The daily report (日报): seven entries in 2012, six from 2026.</summary>
    public IndexReport Daily { get; }

    /// <summary>A primary pollutant (首要污染物) is named above this AQI (50).</summary>
    public int PrimaryAbove { get; }

    /// <summary>An exceeding pollutant (超标污染物) is named above this sub-index (100); null in an edition that has none.</summary>
    public int? ExceedingAbove { get; }

    /// <summary>The smallest AQI: 0 in 2012, 1 from 2026. A sub-index may still be computed as 0.</summary>
    public int Least { get; }

    /// <summary>
    /// An item that the monitoring plan leaves out keeps no index back when it was never primary in light or worse pollution for so many years in a row (3; 5.3.2);
    /// null in an edition without this exception.
    /// </summary>
    public int? UnmonitoredYears { get; }

    /// <summary>All columns of the table.</summary>
    public IReadOnlyCollection<Breakpoints> Breakpoints => breakpoints.Values;

    /// <summary>The hourly report (实时报). The edition of 2026 has one, whatever the practice.</summary>
    public IndexReport Hourly(HourlyPractice practice = HourlyPractice.Platform) => practice == HourlyPractice.Platform ? platform : text;

    /// <summary>Places to which a concentration is rounded before it meets the table.</summary>
    internal int Decimals(MeasuredItem item) => decimals[item.Code];

    /// <summary>Who is sensitive to an item whose sub-index is above 100 (敏感人群); null in the edition of 2012, which names no groups by item.</summary>
    public Bilingual? SensitiveGroups(MeasuredItem item) => groups.GetValueOrDefault(item);

    /// <summary>A column over whole numbers, for many values.</summary>
    /// <exception cref="KeyNotFoundException">The table has no such column.</exception>
    public ScaledColumn Scaled(IndexItem of) => scaled.TryGetValue(of, out var found) ? found : throw NoColumn(of);

    /// <summary>The concentration as the index sees it: rounded half to even to the edition's places, once, from the full value.</summary>
    public decimal Reported(MeasuredItem item, Fraction concentration) => concentration.HalfEven(decimals[item.Code]);

    /// <summary>The concentration as the index sees it.</summary>
    public decimal Reported(MeasuredItem item, decimal concentration) => Rounding.HalfEven(concentration, decimals[item.Code]);

    /// <summary>The sub-index IAQI (空气质量分指数) of a rounded concentration, rounded up to a whole number.</summary>
    /// <returns>Null where the edition computes none: 2012, O3-8h and SO2-1h above 800 µg/m³.</returns>
    /// <exception cref="KeyNotFoundException">The table has no such column.</exception>
    public int? SubIndex(IndexItem of, decimal reported) => breakpoints.TryGetValue(of, out var column) ? column.SubIndex(reported) : throw NoColumn(of);

    /// <summary>The level of an AQI; above 500 the sixth.</summary>
    public AirLevel LevelOf(int aqi)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(aqi);
        for (var at = 0; at < Levels.Count; at++)   // by number: an enumerator would be allocated for each row of a file
        {
            if (aqi <= Levels[at].To)
            {
                return Levels[at];
            }
        }

        return Levels[^1];
    }

    /// <summary>Reads the four tables of an edition.</summary>
    internal static IndexTable Parse(StandardEdition edition, StandardFiles files)
    {
        var (points, levels, advice, rules) = (
            files.Pair($"{edition.Id}/breakpoints.csv"), files.Pair($"{edition.Id}/levels.csv"), files.Pair($"{edition.Id}/advice.csv"), files.Pair($"{edition.Id}/rules.csv"));
        var words = AdviceTable.Read(advice.File, advice.Text);
        return new(
            edition, IndexTableFiles.Breakpoints(edition, points.File, points.Text), IndexTableFiles.Levels(levels.File, levels.Text, words), words,
            rules.File, RuleTable.Read(edition, rules.File, rules.Text));
    }

    private KeyNotFoundException NoColumn(IndexItem of) => new($"{Edition.Number} has no break points for {of.Label} over {of.Averaging}.");
}

using System.Collections.Frozen;
using Greenprint.Quantities;
using Greenprint.Standards.Tables;

namespace Greenprint.Standards.Air;

/// <summary>An item with the time it is averaged over: what a column of the index table stands for.</summary>
/// <param name="Item">Item.</param>
/// <param name="Averaging">Time.</param>
public readonly record struct IndexItem(MeasuredItem Item, Averaging Averaging)
{
    /// <summary>Name in files and as a primary pollutant: PM2.5, PM10, SO2, NO2, CO, O3, O3-8h.</summary>
    public string Label => (Item.Code, Averaging) switch
    {
        ("pm25", _) => "PM2.5",
        ("pm10", _) => "PM10",
        ("o3", Averaging.EightHours) => "O3-8h",
        var (code, _) => code.ToUpperInvariant(),
    };
}

/// <summary>One column of the table of IAQI break points (空气质量分指数及对应的污染物项目浓度限值).</summary>
/// <param name="Of">Item and averaging time.</param>
/// <param name="Points">Index and concentration, both rising.</param>
/// <param name="Beyond">The index of a concentration above the last point, or null where none is computed.</param>
/// <param name="Rule">Clause.</param>
public sealed record Breakpoints(IndexItem Of, IReadOnlyList<(int Index, decimal Concentration)> Points, int? Beyond, RuleReference Rule);

/// <summary>HJ 633 in one edition: break points, levels, items of the daily report, and the rules around them.</summary>
public sealed class IndexTable
{
    private readonly FrozenDictionary<IndexItem, Breakpoints> breakpoints;
    private readonly FrozenDictionary<string, int> decimals;

    private IndexTable(
        StandardEdition edition, IEnumerable<Breakpoints> breakpoints, IReadOnlyList<AirLevel> levels, IReadOnlyList<IndexItem> daily, IReadOnlyDictionary<string, int> decimals,
        (int Value, RuleReference Rule) publishAbove, int primaryAbove)
    {
        Edition = edition;
        this.breakpoints = breakpoints.ToFrozenDictionary(column => column.Of);
        Levels = levels;
        DailyItems = daily;
        this.decimals = decimals.ToFrozenDictionary();
        (PublishIncompleteAbove, MissingItemRule) = publishAbove;
        PrimaryAbove = primaryAbove;
    }

    /// <summary>HJ 633 in this edition.</summary>
    public StandardEdition Edition { get; }

    /// <summary>The six levels, best first.</summary>
    public IReadOnlyList<AirLevel> Levels { get; }

    /// <summary>What the daily report (日报) is made of: seven entries in 2012, six from 2026, in the order in which primary pollutants are named.</summary>
    public IReadOnlyList<IndexItem> DailyItems { get; }

    /// <summary>An AQI of a day with a missing item is published only above this (100).</summary>
    public int PublishIncompleteAbove { get; }

    /// <summary>The clause about missing items.</summary>
    public RuleReference MissingItemRule { get; }

    /// <summary>A primary pollutant (首要污染物) is named above this AQI (50).</summary>
    public int PrimaryAbove { get; }

    /// <summary>All columns of the table.</summary>
    public IReadOnlyCollection<Breakpoints> Breakpoints => breakpoints.Values;

    /// <summary>The concentration as the index sees it: rounded half to even to the edition's places, once, from the full value.</summary>
    public decimal Reported(MeasuredItem item, Fraction concentration) => concentration.HalfEven(decimals[item.Code]);

    /// <summary>The concentration as the index sees it.</summary>
    public decimal Reported(MeasuredItem item, decimal concentration) => Rounding.HalfEven(concentration, decimals[item.Code]);

    /// <summary>The sub-index IAQI (空气质量分指数) of a rounded concentration, rounded up to a whole number.</summary>
    /// <returns>Null where the edition computes none: 2012, O3-8h and SO2-1h above 800 µg/m³.</returns>
    /// <exception cref="KeyNotFoundException">The table has no such column.</exception>
    public int? SubIndex(IndexItem of, decimal reported)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(reported);
        var column = breakpoints.TryGetValue(of, out var found) ? found : throw new KeyNotFoundException($"{Edition.Number} has no break points for {of.Label} over {of.Averaging}.");
        for (var i = 1; i < column.Points.Count; i++)
        {
            var (high, above) = column.Points[i];
            if (reported <= above)
            {
                var (low, below) = column.Points[i - 1];

                // Multiplied before divided: a quotient that is a whole number comes out whole, and nothing is rounded up by a cut digit.
                return (int)decimal.Ceiling((high - low) * (reported - below) / (above - below)) + low;
            }
        }

        return column.Beyond;
    }

    /// <summary>The level of an AQI; above 500 the sixth.</summary>
    public AirLevel LevelOf(int aqi)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(aqi);
        return Levels.FirstOrDefault(level => aqi <= level.To) ?? Levels[^1];
    }

    /// <summary>Reads the three tables of an edition.</summary>
    internal static IndexTable Parse(
        StandardEdition edition, (string File, TextReader Text) points, (string File, TextReader Text) levels, (string File, TextReader Text) rules)
    {
        var columns = IndexTableFiles.Breakpoints(edition, points.File, points.Text);
        var read = RuleTable.Read(edition, rules.File, rules.Text);
        var daily = read.All("daily-item").Select(rule => new IndexItem(
            rule.Item ?? throw rule.Row.Fault("An item of the daily report needs its item."), AirTableCells.Averaging(rule.Row, "value"))).ToList();
        foreach (var missing in daily.Where(item => columns.All(column => column.Of != item)))
        {
            throw new StandardTableException(rules.File, 0, $"The daily report asks for {missing.Label}, for which there are no break points.");
        }

        var order = MeasuredItems.AirBasic.Select((item, at) => (item, at)).ToDictionary(entry => entry.item, entry => entry.at);
        return new(
            edition, columns, IndexTableFiles.Levels(levels.File, levels.Text),
            [.. daily.OrderBy(item => order[item.Item]).ThenBy(item => item.Averaging)],
            read.PerItem("concentration-decimals"), (read.Whole("missing-item-publish-above"), read.Rule("missing-item-publish-above")), read.Whole("primary-above"));
    }
}

using System.Globalization;
using Greenprint.Quantities;
using Greenprint.Standards.Tables;

namespace Greenprint.Standards.Air;

/// <summary>A limit of GB 3095 table 2 (其他项目): TSP, NOx, Pb and benzo[a]pyrene, in µg/m³.</summary>
/// <param name="Item">Item of the catalogue.</param>
/// <param name="Averaging">Over what time.</param>
/// <param name="Class1">一级 limit.</param>
/// <param name="Class2">二级 limit.</param>
/// <param name="Decimals">Places to which a value is rounded before it is held against the limit (HJ 663-2026 table 3).</param>
/// <param name="Rule">Clause.</param>
public sealed record OtherAirLimit(StandardItem Item, Averaging Averaging, decimal Class1, decimal Class2, int Decimals, RuleReference Rule)
{
    /// <summary>The limit of the zone.</summary>
    public decimal In(AirZone zone) => zone == AirZone.Class1 ? Class1 : Class2;

    /// <summary>True when the value, rounded once to the places in which it is judged, is no more than the limit.</summary>
    public bool IsMetBy(Fraction value, AirZone zone) => value.HalfEven(Decimals) <= In(zone);
}

/// <summary>A reference value of GB 3095-2026 annex A (参考浓度限值): advice for local standards, never judged by.</summary>
/// <param name="Item">Item of the catalogue.</param>
/// <param name="Averaging">Over what time.</param>
/// <param name="Use">any, urban, pasture or farm.</param>
/// <param name="Unit">µg/m³, or µg/(dm²·d) for the flux of fluoride.</param>
/// <param name="Value">The value.</param>
/// <param name="Rule">Clause.</param>
public sealed record ReferenceLimit(StandardItem Item, Averaging Averaging, string Use, string Unit, decimal Value, RuleReference Rule);

/// <summary>The least data of a valid value (GB 3095 table 4) of an item of table 2.</summary>
/// <param name="Item">Item of the catalogue.</param>
/// <param name="Averaging">Of what the value is the mean.</param>
/// <param name="Of">What is counted: days, hours, minutes.</param>
/// <param name="Least">Fewest in all.</param>
/// <param name="Month">Fewest in a month, or null.</param>
/// <param name="February">Fewest in a February, or null.</param>
/// <param name="Rule">Clause.</param>
public sealed record MinimumData(StandardItem Item, Averaging Averaging, string Of, int Least, int? Month, int? February, RuleReference Rule);

/// <summary>A mean of an item of table 2 over a season or year, held against its limit.</summary>
/// <param name="Figure">The mean, or why it cannot be given.</param>
/// <param name="Limit">The limit.</param>
/// <param name="Meets">The verdict, or null where it is not given. Whether table 2 applies at all the ministry or the province decides (GB 3095-2026 4.5).</param>
/// <param name="Multiple">Exceedance multiple (C − S)/S, or null where it meets or is not given.</param>
public sealed record OtherAirFigure(Figure Figure, OtherAirLimit Limit, bool? Meets, decimal? Multiple);

/// <summary>Table 2, annex A and the least data of GB 3095, in one stage.</summary>
public sealed class OtherAirTable
{
    private OtherAirTable(IReadOnlyList<OtherAirLimit> limits, IReadOnlyList<ReferenceLimit> references, IReadOnlyList<MinimumData> minima) =>
        (Limits, References, Minima) = (limits, references, minima);

    /// <summary>The limits of table 2.</summary>
    public IReadOnlyList<OtherAirLimit> Limits { get; }

    /// <summary>The reference values of annex A; empty for the edition of 2012, whose annex was not seen.</summary>
    public IReadOnlyList<ReferenceLimit> References { get; }

    /// <summary>The least data.</summary>
    public IReadOnlyList<MinimumData> Minima { get; }

    /// <summary>The limit of an item over a time, or null where the table sets none.</summary>
    public OtherAirLimit? For(string item, Averaging averaging) => Limits.FirstOrDefault(limit => limit.Item.Code == item && limit.Averaging == averaging);

    /// <summary>The mean of daily values over a quarter (季平均) or year (年平均).</summary>
    /// <remarks>The text asks for evenly spread days (分布均匀); only their number, in all and in each month, is checked.</remarks>
    /// <param name="item">tsp, nox, pb or bap.</param>
    /// <param name="period">A quarter or a year.</param>
    /// <param name="days">Valid daily values in µg/m³; others of the same item are ignored.</param>
    /// <param name="zone">Whose limit.</param>
    /// <exception cref="ArgumentException">The table sets no limit for the item over such a period.</exception>
    public OtherAirFigure Mean(string item, Period period, IReadOnlyDictionary<DateOnly, decimal> days, AirZone zone = AirZone.Class2)
    {
        var averaging = period.Kind == PeriodKind.Year ? Averaging.Year : period.Kind == PeriodKind.Quarter ? Averaging.Season : throw new ArgumentException("A quarter or a year is needed.", nameof(period));
        var limit = For(item, averaging) ?? throw new ArgumentException($"Table 2 sets no limit for {item} over {averaging}.", nameof(item));
        var within = days.Where(day => period.Contains(day.Key)).ToList();
        if (Lack(period, Minima.First(minimum => minimum.Item == limit.Item && minimum.Averaging == averaging), [.. within.Select(day => day.Key)]) is { } reason)
        {
            return new(Figure.Without(reason, limit.Decimals, Units.MicrogramPerCubicMetre.Symbol), limit, null, null);
        }

        var mean = Fraction.Mean(within.Select(day => day.Value));
        var meets = limit.IsMetBy(mean, zone);
        return new(
            Figure.Of(mean, limit.Decimals, Units.MicrogramPerCubicMetre.Symbol), limit, meets,
            meets ? null : (Fraction.Of(mean.HalfEven(limit.Decimals) - limit.In(zone)) / Fraction.Of(limit.In(zone))).HalfEven(2));
    }

    private static NotGiven? Lack(Period period, MinimumData minimum, IReadOnlyList<DateOnly> days)
    {
        var months = period.Months
            .Select(month => new MonthShortfall(month, days.Count(day => day.Month == month.Month), (month.Month == 2 ? minimum.February : minimum.Month) ?? 0))
            .Where(month => month.Days < month.Needed).ToList();
        if (months.Count == 0 && days.Count >= minimum.Least)
        {
            return null;
        }

        var (zh, en) = (
            string.Join("、", months.Select(month => string.Create(CultureInfo.InvariantCulture, $"{month.Month:yyyy-MM}（{month.Days} 天）"))),
            string.Join(", ", months.Select(month => string.Create(CultureInfo.InvariantCulture, $"{month.Month:yyyy-MM} ({month.Days})"))));
        return new(
            days.Count == 0 ? NotGivenReason.NoData : NotGivenReason.TooFewDays, minimum.Rule,
            ($"不能给出：{period} 有效日均值 {days.Count} 个，至少需 {minimum.Least} 个、每月 {minimum.Month} 个（二月 {minimum.February} 个，{minimum.Rule.Text.Zh}）{(zh.Length > 0 ? $"；不足的月份：{zh}" : "")}。",
             $"Cannot be given: {period} has {days.Count} daily means; {minimum.Least} are needed, {minimum.Month} a month ({minimum.February} in February, {minimum.Rule.Text.En}){(en.Length > 0 ? $"; too few in {en}" : "")}."),
            months);
    }

    internal static OtherAirTable Read(StandardFiles files, ItemCatalogue items, AirLimitTable of)
    {
        var edition = of.Edition;
        StandardItem Item(CsvRow row) => items.Find(row["item"]) ?? throw row.Fault($"'{row["item"]}' is no item.");
        var (file, text) = files.Pair($"{edition.Id}/other-limits.csv");
        var limits = CsvTable.Read(file, text, "stage", "item", "averaging", "unit", "class1", "class2", "decimals", "clause", "mark").Rows
            .Where(row => row["stage"] == (of.Stage?.Id ?? ""))
            .Select(row => row.Number("class1") <= row.Number("class2") && row["unit"] == Units.MicrogramPerCubicMetre.Symbol
                ? new OtherAirLimit(Item(row), AveragingOf(row), row.Number("class1"), row.Number("class2"), row.Whole("decimals"), RuleReference.Of(edition, row["clause"], row.Mark()))
                : throw row.Fault("Class 1 is laxer than class 2, or the unit is not µg/m³.")).ToList();
        (file, text) = files.Pair($"{edition.Id}/minimum.csv");
        var minima = CsvTable.Read(file, text, "item", "averaging", "of", "least", "month", "february", "clause", "mark").Rows
            .Select(row => new MinimumData(
                Item(row), AveragingOf(row), row["of"], row.Whole("least"), (int?)row.TryNumber("month"), (int?)row.TryNumber("february"), RuleReference.Of(edition, row["clause"], row.Mark()))).ToList();
        var lacking = limits.Find(limit => limit.Averaging >= Air.Averaging.Season && !minima.Exists(minimum => minimum.Item == limit.Item && minimum.Averaging == limit.Averaging));
        if (limits.Count == 0 || lacking is not null)
        {
            throw new StandardTableException(file, 0, lacking is null ? "The stage has no limits of table 2." : $"The least data for {lacking.Item.Code} over {lacking.Averaging} are missing.");
        }

        return new(limits, files.Has($"{edition.Id}/reference-limits.csv") ? AnnexA(files, edition, Item) : [], minima);
    }

    private static List<ReferenceLimit> AnnexA(StandardFiles files, StandardEdition edition, Func<CsvRow, StandardItem> item)
    {
        var (file, text) = files.Pair($"{edition.Id}/reference-limits.csv");
        return [.. CsvTable.Read(file, text, "item", "averaging", "use", "unit", "value", "clause", "mark").Rows.Select(row => new ReferenceLimit(
            item(row), AveragingOf(row), row.OneOf("use", ("any", "any"), ("urban", "urban"), ("pasture", "pasture"), ("farm", "farm")), row["unit"], row.Number("value"),
            RuleReference.Of(edition, row["clause"], row.Mark())))];
    }

    private static Averaging AveragingOf(CsvRow row) => row.OneOf(
        "averaging", ("hour", Air.Averaging.Hour), ("day", Air.Averaging.Day), ("month", Air.Averaging.Month), ("season", Air.Averaging.Season),
        ("growing-season", Air.Averaging.GrowingSeason), ("year", Air.Averaging.Year));
}

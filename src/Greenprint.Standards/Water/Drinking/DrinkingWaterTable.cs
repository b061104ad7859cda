using System.Collections.Frozen;
using Greenprint.Standards.Tables;

namespace Greenprint.Standards.Water;

/// <summary>What a survey of a drinking-water source covers.</summary>
public enum DrinkingSurvey
{
    /// <summary>61 items each month: table 1 but chemical oxygen demand, table 2, 33 items of table 3.</summary>
    Monthly,

    /// <summary>All 109 items of tables 1, 2 and 3, once a year.</summary>
    Full,
}

/// <summary>One row of GB 3838 table 2 or 3: an item of drinking-water sources with its one limit.</summary>
/// <param name="Table">2 or 3.</param>
/// <param name="Number">Number in its table.</param>
/// <param name="Item">Item.</param>
/// <param name="Limit">mg/L; the limit itself is allowed.</param>
/// <param name="Rule">Clause.</param>
public sealed record DrinkingLimit(int Table, int Number, StandardItem Item, decimal Limit, RuleReference Rule);

/// <summary>GB 3838 tables 2 and 3, and what surveys of sources cover.</summary>
public sealed class DrinkingWaterTable
{
    private readonly FrozenDictionary<string, DrinkingLimit> limits;
    private readonly Dictionary<DrinkingSurvey, IReadOnlyList<StandardItem>> surveys;

    private DrinkingWaterTable(
        SurfaceWaterTable surface, StandardEdition survey, IReadOnlyList<DrinkingLimit> limits, Dictionary<DrinkingSurvey, IReadOnlyList<StandardItem>> surveys)
    {
        (Surface, Survey, Limits) = (surface, survey, limits);
        this.limits = limits.ToFrozenDictionary(limit => limit.Item.Code);
        this.surveys = surveys;
    }

    /// <summary>Table 1, of which sources must keep class III.</summary>
    public SurfaceWaterTable Surface { get; }

    /// <summary>Where the lists of surveys come from.</summary>
    public StandardEdition Survey { get; }

    /// <summary>The 85 rows of tables 2 and 3.</summary>
    public IReadOnlyList<DrinkingLimit> Limits { get; }

    /// <summary>The row of an item in table 2 or 3, or null.</summary>
    public DrinkingLimit? For(StandardItem item) => limits.GetValueOrDefault(item.Code);

    /// <summary>The items that a survey covers.</summary>
    public IReadOnlyList<StandardItem> Items(DrinkingSurvey survey) => surveys[survey];

    internal static DrinkingWaterTable Read(StandardFiles files, IReadOnlyList<StandardEdition> editions, ItemCatalogue items, SurfaceWaterTable surface)
    {
        var (file, text) = files.Pair($"{surface.Edition.Id}/drinking.csv");
        var limits = new List<DrinkingLimit>();
        foreach (var row in CsvTable.Read(file, text, "table", "number", "item", "unit", "limit", "clause", "mark").Rows)
        {
            var limit = new DrinkingLimit(row.Whole("table"), row.Whole("number"), Item(items, row), row.Number("limit"), RuleReference.Of(surface.Edition, row["clause"], row.Mark()));
            if (limit.Limit <= 0 || row["unit"] != "mg/L")
            {
                throw row.Fault("A limit is more than zero, in mg/L.");
            }

            if (limits.Exists(other => other.Item == limit.Item) || limit.Number != limits.Count(other => other.Table == limit.Table) + 1)
            {
                throw row.Fault($"{limit.Item.Code} stands here a second time, or its number does not follow.");
            }

            limits.Add(limit);
        }

        var survey = editions.OfKind("drinking-water-survey");
        return new(surface, survey, limits, Surveys(files, survey, items, surface, limits));
    }

    private static Dictionary<DrinkingSurvey, IReadOnlyList<StandardItem>> Surveys(
        StandardFiles files, StandardEdition edition, ItemCatalogue items, SurfaceWaterTable surface, List<DrinkingLimit> limits)
    {
        var lists = new Dictionary<DrinkingSurvey, List<StandardItem>> { [DrinkingSurvey.Monthly] = [], [DrinkingSurvey.Full] = [] };
        var (file, text) = files.Pair($"{edition.Id}/surveys.csv");
        foreach (var row in CsvTable.Read(file, text, "survey", "item", "clause", "mark").Rows)
        {
            var list = lists[row.OneOf("survey", ("monthly", DrinkingSurvey.Monthly), ("full", DrinkingSurvey.Full))];
            var item = Item(items, row);
            if (list.Contains(item))
            {
                throw row.Fault($"{item.Code} stands in this survey a second time.");
            }

            if (item.Code != "temp" && !limits.Exists(limit => limit.Item == item) && !surface.Limits.Any(limit => limit.Item.Code == item.Code))
            {
                throw row.Fault($"{item.Code} has no limit in GB 3838.");
            }

            list.Add(item);
        }

        return lists.ToDictionary(list => list.Key, list => (IReadOnlyList<StandardItem>)list.Value);
    }

    private static StandardItem Item(ItemCatalogue items, CsvRow row) => items.Find(row["item"]) ?? throw row.Fault($"'{row["item"]}' is no item of the catalogue.");
}

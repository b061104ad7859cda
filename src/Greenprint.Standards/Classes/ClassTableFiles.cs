using System.Globalization;
using Greenprint.Quantities;
using Greenprint.Standards.Tables;

namespace Greenprint.Standards.Classes;

/// <summary>Reads <c>limits.csv</c>, <c>classes.csv</c> and, where there is one, <c>rules.csv</c> of a standard with classes, and refuses a table that contradicts itself.</summary>
internal static class ClassTableFiles
{
    private static readonly string[] Heads = ["I", "II", "III", "IV", "V"];

    internal static ClassTable Read(StandardFiles files, IReadOnlyList<StandardEdition> editions, ItemCatalogue items, string kind, Dimension? solid = null)
    {
        var edition = editions.OfKind(kind);
        var classes = Classes($"{edition.Id}/classes.csv", files.Open($"{edition.Id}/classes.csv"));
        var limits = Limits(edition, items, solid, classes.Count - 1, $"{edition.Id}/limits.csv", files.Open($"{edition.Id}/limits.csv"));
        var rules = CsvTable.Read($"{edition.Id}/rules.csv", files.Open($"{edition.Id}/rules.csv"), "rule", "item", "value", "clause", "mark");
        return new(edition, limits, classes, Sums(rules, items, limits), rules.Rows.Where(row => row["rule"] == "present-or-not").Select(row => Item(row, row["item"], items).Code),
            Whole(rules, "target-class"), Whole(rules, "multiple-decimals") ?? 2);
    }

    private static List<ClassInfo> Classes(string file, TextReader text)
    {
        var classes = new List<ClassInfo>();
        foreach (var row in CsvTable.Read(file, text, "class", "zh", "en").Rows)
        {
            if (row.Whole("class") != classes.Count + 1)
            {
                throw row.Fault(string.Create(CultureInfo.InvariantCulture, $"The class here is {classes.Count + 1}."));
            }

            classes.Add(new(row.Whole("class"), (row["zh"], row["en"])));
        }

        return classes.Count > 1 && classes.Count <= Heads.Length + 1 ? classes : throw new StandardTableException(file, 0, "There are one to five classes with limits, and one beyond them.");
    }

    private static List<ClassLimit> Limits(StandardEdition edition, ItemCatalogue items, Dimension? solid, int classes, string file, TextReader text)
    {
        var columns = Heads[..classes];
        var limits = new List<ClassLimit>();
        var table = CsvTable.Read(file, text, ["item", "use", "of", "unit", .. columns, "clause", "mark"]);
        foreach (var row in table.Rows)
        {
            var limit = new ClassLimit(
                Item(row, row["item"], items), row["use"], row.OneOf("of", ("value", false), ("increase", true)),
                (solid is null ? null : Units.Find(row["unit"], solid)) ?? Units.Find(row["unit"]) ?? throw row.Fault($"'{row["unit"]}' is no unit that is known."), Criteria(row, columns), RuleReference.Of(edition, row["clause"], row.Mark()));
            if (limits.Exists(other => other.Item == limit.Item && other.Option == limit.Option))
            {
                throw row.Fault($"{limit.Item.Code} has two rows for one use.");
            }

            if (limits.Find(other => other.Item == limit.Item) is { } plain && plain.Unit != limit.Unit)
            {
                throw row.Fault($"{limit.Item.Code} is given in {plain.Unit} for other uses, here in {limit.Unit}.");
            }

            limits.Add(limit);
        }

        return limits;
    }

    private static ClassCriterion[] Criteria(CsvRow row, string[] columns)
    {
        var criteria = new ClassCriterion[columns.Length];
        for (var at = 0; at < columns.Length; at++)
        {
            criteria[at] = ClassCriterion.TryParse(row[columns[at]]) ?? throw row.Fault($"'{row[columns[at]]}' in column '{columns[at]}' is no limit: write <=0.5, >=6, >6, 6-9, ND, 无 or -.");
            if (at > 0 && !criteria[at - 1].IsNoLaxerThan(criteria[at]))
            {
                throw row.Fault($"{row["item"]} gets stricter from class {columns[at - 1]} ({row[columns[at - 1]]}) to the worse class {columns[at]} ({row[columns[at]]}).");
            }
        }

        return criteria;
    }

    private static List<SumItem> Sums(CsvTable rules, ItemCatalogue items, List<ClassLimit> limits)
    {
        var sums = new List<SumItem>();
        foreach (var row in rules.Rows.Where(row => row["rule"] == "sum"))
        {
            var sum = new SumItem(Item(row, row["item"], items), [.. row["value"].Split(' ').Select(code => Item(row, code, items))]);
            sums.Add(limits.Exists(limit => limit.Item == sum.Item) && sum.Parts.Count is >= 2 and <= ClassColumns.MostParts ? sum : throw row.Fault("A sum is limited in this table and has two to eight parts."));
        }

        return sums;
    }

    private static int? Whole(CsvTable rules, string name) => rules.Rows.SingleOrDefault(row => row["rule"] == name)?.Whole("value");

    private static StandardItem Item(CsvRow row, string code, ItemCatalogue items) => items.Find(code) ?? throw row.Fault($"'{code}' is no item of the catalogue.");
}

using Greenprint.Standards.Tables;

namespace Greenprint.Standards.Soil;

/// <summary>Reads GB 15618 and GB 36600 and refuses a table that contradicts itself.</summary>
internal static class SoilTableFiles
{
    private static readonly string[] Bands = ["<=5.5", "5.5-6.5", "6.5-7.5", ">7.5"];

    internal static SoilTable Farmland(StandardFiles files, IReadOnlyList<StandardEdition> editions, ItemCatalogue items)
    {
        var edition = editions.OfKind("soil-agricultural");
        IReadOnlyList<LandUse> uses = [new("paddy", ("水田", "paddy field")), new("other", ("其他", "other farmland")), new("orchard", ("果园", "orchard"))];
        var file = $"{edition.Id}/limits.csv";
        var rows = new List<(SoilRow Row, CsvRow Source)>();
        foreach (var row in CsvTable.Read(file, files.Open(file), ["item", "kind", "use", "unit", .. Bands, "clause", "mark"]).Rows)
        {
            Unit(row);
            var use = row.OneOf("use", ("paddy", "paddy"), ("other", "other"), ("orchard", "orchard"), ("any", "any"));
            rows.Add((new(Item(row, items), use, row.OneOf("kind", ("screening", false), ("intervention", true)), [.. Bands.Select(row.Number)], false, Rule(edition, row)), row));
        }

        return Checked(edition, files, uses, null, rows);
    }

    internal static SoilTable BuildingLand(StandardFiles files, IReadOnlyList<StandardEdition> editions, ItemCatalogue items)
    {
        var edition = editions.OfKind("soil-construction");
        IReadOnlyList<LandUse> uses = [new("class1", ("第一类用地", "class 1 land")), new("class2", ("第二类用地", "class 2 land"))];
        var file = $"{edition.Id}/limits.csv";
        var rows = new List<(SoilRow Row, CsvRow Source)>();
        foreach (var row in CsvTable.Read(file, files.Open(file), "item", "unit", "screening1", "screening2", "control1", "control2", "background", "clause", "mark").Rows)
        {
            Unit(row);
            var (item, rule, background) = (Item(row, items), Rule(edition, row), row.OneOf("background", ("", false), ("yes", true)));
            foreach (var number in (int[])[1, 2])
            {
                foreach (var (column, control) in new[] { ("screening", false), ("control", true) })
                {
                    var value = row.Number($"{column}{number}");
                    rows.Add((new(item, $"class{number}", control, [value, value, value, value], background, rule), row));
                }
            }
        }

        return Checked(edition, files, uses, uses[0], rows);
    }

    private static SoilTable Checked(StandardEdition edition, StandardFiles files, IReadOnlyList<LandUse> uses, LandUse? unknown, IReadOnlyList<(SoilRow Row, CsvRow Source)> rows)
    {
        foreach (var (at, (row, source)) in rows.Index())
        {
            if (row.Values.Any(value => value <= 0))
            {
                throw source.Fault("A limit is more than zero.");
            }

            if (rows.Take(at).Any(other => other.Row.Item == row.Item && other.Row.Use == row.Use && other.Row.IsControl == row.IsControl))
            {
                throw source.Fault($"{row.Item.Code} has two rows for one use.");
            }

            var laxer = rows.FirstOrDefault(other =>
                row.IsControl && !other.Row.IsControl && other.Row.Item == row.Item && (row.Use == other.Row.Use || row.Use == "any") && other.Row.Values.Zip(row.Values).Any(pair => pair.First > pair.Second));
            if (laxer.Source is not null)
            {
                throw source.Fault($"{row.Item.Code}: the intervention value is below the screening value of line {laxer.Source.Line}.");
            }
        }

        foreach (var group in rows.GroupBy(row => row.Row.Item))
        {
            var missing = uses.FirstOrDefault(use => !group.Any(row => !row.Row.IsControl && (row.Row.Use == use.Code || row.Row.Use is "other" or "any")));
            if (missing is not null)
            {
                throw group.First().Source.Fault($"{group.Key.Code} has no screening value for the use '{missing.Code}'.");
            }
        }

        return new(edition, Grades($"{edition.Id}/grades.csv", files.Open($"{edition.Id}/grades.csv")), uses, unknown, [.. rows.Select(row => row.Row)]);
    }

    private static List<SoilGrade> Grades(string file, TextReader text)
    {
        var grades = CsvTable.Read(file, text, "grade", "zh", "en", "meaningZh", "meaningEn", "clause", "mark").Rows
            .Select(row => new SoilGrade(row.Whole("grade"), (row["zh"], row["en"]), (row["meaningZh"], row["meaningEn"]))).ToList();
        return grades.Select(grade => grade.Grade).SequenceEqual([1, 2, 3]) ? grades : throw new StandardTableException(file, 0, "There are three grades, 1 to 3.");
    }

    private static StandardItem Item(CsvRow row, ItemCatalogue items) => items.Find(row["item"]) ?? throw row.Fault($"'{row["item"]}' is no item of the catalogue.");

    private static void Unit(CsvRow row)
    {
        if (row["unit"] != SoilTable.Unit.Symbol)
        {
            throw row.Fault($"Limits of soil are given in {SoilTable.Unit.Symbol}, not in '{row["unit"]}'.");
        }
    }

    private static RuleReference Rule(StandardEdition edition, CsvRow row) => RuleReference.Of(edition, row["clause"], row.Mark());
}

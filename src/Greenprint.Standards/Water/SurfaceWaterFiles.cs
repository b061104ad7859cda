using System.Globalization;
using Greenprint.Quantities;
using Greenprint.Standards.Tables;

namespace Greenprint.Standards.Water;

/// <summary>Reads GB 3838-2002 and 环办〔2011〕22号 and refuses a table that contradicts itself.</summary>
internal static class SurfaceWaterFiles
{
    private static readonly string[] ClassColumns = ["I", "II", "III", "IV", "V"];

    internal static SurfaceWaterTable Read(StandardFiles files, IReadOnlyList<StandardEdition> editions)
    {
        var edition = editions.OfKind("surface-water");
        var method = editions.OfKind("surface-water-method");
        return new(
            edition, method,
            Limits(edition, $"{edition.Id}/limits.csv", files.Open($"{edition.Id}/limits.csv")),
            Classes(files, edition, method),
            Rules(files, edition, method));
    }

    private static SurfaceWaterRules Rules(StandardFiles files, StandardEdition edition, StandardEdition method)
    {
        var (limitsFile, limitsText) = files.Pair($"{edition.Id}/rules.csv");
        var limits = RuleTable.Read(edition, limitsFile, limitsText);
        var (rulesFile, rulesText) = files.Pair($"{method.Id}/rules.csv");
        var rules = RuleTable.Read(method, rulesFile, rulesText);
        return new(
            Codes(rules, "reference-only"), Codes(rules, "no-multiple"), Codes(rules, "limiting-first"),
            rules.Whole("ratio-decimals"), rules.Whole("multiple-decimals"), rules.All("reference-only").First().Rule,
            new(limits.Row("temperature-rise").Number("value"), limits.Row("temperature-fall").Number("value"), limits.Rule("temperature-rise")),
            new(limits.Whole("oxygen-saturation"), limits.Rule("oxygen-saturation")),
            SectionFiles.Read(files, method, rules));
    }

    internal static IReadOnlyList<WaterLimit> Limits(StandardEdition edition, string file, TextReader text)
    {
        var limits = new List<WaterLimit>();
        foreach (var row in CsvTable.Read(file, text, "item", "body", "unit", "worse", "I", "II", "III", "IV", "V", "clause", "mark").Rows)
        {
            var limit = Limit(edition, row);
            if (limits.Exists(other => other.Item == limit.Item && (other.Body is null || limit.Body is null || other.Body == limit.Body)))
            {
                throw row.Fault($"{limit.Item.Code} has two limits for one body of water.");
            }

            limits.Add(limit);
        }

        return limits;
    }

    private static List<WaterClassInfo> Classes(StandardFiles files, StandardEdition edition, StandardEdition method)
    {
        var (usesFile, usesText) = files.Pair($"{edition.Id}/uses.csv");
        var uses = CsvTable.Read(usesFile, usesText, "class", "zh", "en", "clause", "mark").Rows.ToDictionary(row => row.Whole("class"), row => new Bilingual(row["zh"], row["en"]));
        var classes = new List<WaterClassInfo>();
        var (file, text) = files.Pair($"{method.Id}/classes.csv");
        foreach (var row in CsvTable.Read(file, text, "class", "zh", "en", "stateZh", "stateEn", "colourZh", "colourEn", "rgb").Rows)
        {
            if (row.Whole("class") != classes.Count + 1)
            {
                throw row.Fault($"The class here is {classes.Count + 1}.");
            }

            classes.Add(new(
                (WaterClass)row.Whole("class"), (row["zh"], row["en"]), (row["stateZh"], row["stateEn"]), (row["colourZh"], row["colourEn"]), row["rgb"],
                uses.GetValueOrDefault(classes.Count + 1)));
        }

        return classes.Count == 6 ? classes : throw new StandardTableException(file, 0, "There are six classes, Ⅰ to 劣Ⅴ.");
    }

    private static WaterLimit Limit(StandardEdition edition, CsvRow row)
    {
        var item = MeasuredItems.Find(row["item"]);
        if (item is not { Medium: Medium.Water })
        {
            throw row.Fault($"'{row["item"]}' is no item of water.");
        }

        if (row["unit"] != item.Unit)
        {
            throw row.Fault($"{item.Code} is given in {(item.Unit.Length == 0 ? "no unit" : item.Unit)}, not in '{row["unit"]}'.");
        }

        var body = row.OneOf<WaterBody?>("body", ("any", null), ("river", WaterBody.River), ("lake", WaterBody.Lake));
        var worse = row.OneOf("worse", ("higher", Worse.Higher), ("lower", Worse.Lower), ("outside", Worse.Outside));
        var rule = RuleReference.Of(edition, row["clause"], row.Mark());
        if (worse == Worse.Outside)
        {
            var (low, high) = Range(row);
            return new(item, body, worse, [high, high, high, high, high], low, rule);
        }

        var limits = ClassColumns.Select(row.Number).ToArray();
        for (var at = 1; at < limits.Length; at++)
        {
            if (worse == Worse.Higher ? limits[at] < limits[at - 1] : limits[at] > limits[at - 1])
            {
                throw row.Fault(FormattableString.Invariant(
                    $"{item.Code} gets stricter from class {ClassColumns[at - 1]} ({limits[at - 1]}) to the worse class {ClassColumns[at]} ({limits[at]})."));
            }
        }

        return limits[0] > 0 ? new(item, body, worse, limits, null, rule) : throw row.Fault("A limit is more than zero.");
    }

    private static (decimal Low, decimal High) Range(CsvRow row)
    {
        var parts = row["I"].Split('-');
        if (ClassColumns.Any(column => row[column] != row["I"]) || parts.Length != 2
            || !decimal.TryParse(parts[0], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var low)
            || !decimal.TryParse(parts[1], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var high) || low >= high)
        {
            throw row.Fault("A range is written 6-9 and is the same in all classes.");
        }

        return (low, high);
    }

    private static List<string> Codes(RuleTable rules, string name) =>
        [.. rules.All(name).Select(rule => rule.Item?.Code ?? throw rule.Row.Fault($"The rule '{name}' needs its item."))];
}

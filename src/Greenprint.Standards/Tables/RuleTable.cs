using System.Globalization;
using Greenprint.Quantities;

namespace Greenprint.Standards.Tables;

/// <summary>A <c>rules.csv</c>: figures that a standard states in prose, each with clause and mark.</summary>
internal sealed class RuleTable
{
    private readonly string file;
    private readonly IReadOnlyList<RuleRow> rows;

    private RuleTable(string file, IReadOnlyList<RuleRow> rows) => (this.file, this.rows) = (file, rows);

    internal static RuleTable Read(StandardEdition edition, string file, TextReader text)
    {
        var rows = new List<RuleRow>();
        foreach (var row in CsvTable.Read(file, text, "rule", "item", "value", "clause", "mark", "note").Rows)
        {
            var code = row["item"];
            var item = code is "" or "*" ? null : MeasuredItems.Find(code) ?? throw row.Fault($"'{code}' is no item.");
            if (rows.Any(other => other.Name == row["rule"] && other.Item == item && (item is null || other.Row["value"] == row["value"])))
            {
                throw row.Fault($"The rule '{row["rule"]}' stands here a second time.");
            }

            rows.Add(new(row["rule"], item, row, RuleReference.Of(edition, row["clause"], row.Mark())));
        }

        return new(file, rows);
    }

    internal IEnumerable<RuleRow> All(string name) => rows.Where(row => row.Name == name);

    /// <summary>The one value of a rule that holds for every item.</summary>
    internal int Whole(string name) => One(name).Row.Whole("value");

    internal RuleReference Rule(string name) => One(name).Rule;

    /// <summary>The one row of a rule, for a value that is no whole number.</summary>
    internal CsvRow Row(string name) => One(name).Row;

    internal RuleReference Rule(string name, MeasuredItem item) =>
        All(name).FirstOrDefault(row => row.Item == item)?.Rule ?? throw new StandardTableException(file, 0, $"The rule '{name}' is missing for {item.Code}.");

    /// <summary>The values of a rule that each of the six basic items has.</summary>
    internal IReadOnlyDictionary<string, int> PerItem(string name)
    {
        var values = new Dictionary<string, int>();
        foreach (var row in All(name))
        {
            if (row.Item is null || !values.TryAdd(row.Item.Code, row.Row.Whole("value")))
            {
                throw row.Row.Fault($"The rule '{name}' has one value for each item.");
            }
        }

        var missing = MeasuredItems.AirBasic.FirstOrDefault(item => !values.ContainsKey(item.Code));
        return missing is null ? values : throw new StandardTableException(file, 0, $"The rule '{name}' is missing for {missing.Code}.");
    }

    private RuleRow One(string name)
    {
        var found = All(name).ToList();
        return found.Count == 1 ? found[0] : throw new StandardTableException(file, found.Count == 0 ? 0 : found[1].Row.Line, $"The rule '{name}' stands here {found.Count.ToString(CultureInfo.InvariantCulture)} times instead of once.");
    }
}

/// <summary>One rule.</summary>
internal sealed record RuleRow(string Name, MeasuredItem? Item, CsvRow Row, RuleReference Rule);

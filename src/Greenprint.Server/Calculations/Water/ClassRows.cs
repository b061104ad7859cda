using Greenprint.Quantities;
using Greenprint.Server.Calculations.Tables;
using Greenprint.Standards;
using Greenprint.Standards.Checks;
using Greenprint.Standards.Classes;

namespace Greenprint.Server.Calculations.Water;

/// <summary>Samples of sea water or groundwater: by a standard that gives each item limits for classes.</summary>
internal sealed class ClassRows : SampleRows
{
    private readonly ClassTable rules;
    private readonly ClassOptions options;
    private readonly StandardItem[] items;
    private readonly StandardItem[] judged;
    private readonly LabValues values;
    private readonly HashSet<(string Item, NotJudgedReason Reason)> said = [];

    internal ClassRows(TableReader table, TableWriter writer, FindingLog log, TableOrder order, ClassTable rules, ItemCatalogue catalogue, ClassOptions options)
        : base(table, writer, log, order, KnownColumns.Of(rules), columns => Sums(rules, columns))
    {
        (this.rules, this.options) = (rules, options);
        items = [.. Items.Select(column => catalogue.Get(column.Code))];
        judged = [.. items, .. Sums(rules, Items).Select(catalogue.Get)];
        values = new(table, log, Items, Read, (at, number) => items[at].Code == "ph" && number > 14
            ? TableFindings.BeyondEverything(table.Name, table.Line, Items[at].Header, table.Row[Items[at].Index].ToString(), "pH") : null);
    }

    public override IReadOnlyList<Finding> Judge() => PlausibleColumns.Judge(
        Table.Name, [.. Items.Select((column, at) => new BoundedColumn(column.Header, column.Unit!, Highest(items[at]), values.Profiles[at]))]);

    protected override bool Classify()
    {
        if (!values.Read())
        {
            return false;
        }

        var judgement = rules.Judge(items.Zip(values.Values, KeyValuePair.Create), options);
        foreach (var (item, reason, words) in judgement.NotJudged)
        {
            if (said.Add((item.Code, reason)))
            {
                Log.Add(TableFindings.NotJudged(Table.Name, Table.Line, item.Code, words));
            }
        }

        Place();
        Writer.Whole(judgement.Class ?? -1);
        Writer.Cell(string.Join(';', judgement.Limiting.Select(item => item.Code)));
        foreach (var item in judged)
        {
            Writer.Published(judgement.Items.FirstOrDefault(one => one.Item == item)?.Multiple, rules.MultipleDecimals);
        }

        Writer.EndRow();
        return true;
    }

    /// <summary>Sums that the columns make up and that have none of their own: inorganic nitrogen of its three parts.</summary>
    private static IEnumerable<string> Sums(ClassTable rules, IReadOnlyList<TableColumn> columns) => rules.Sums
        .Where(sum => !columns.Any(column => column.Code == sum.Item.Code) && sum.Parts.All(part => columns.Any(column => column.Code == part.Code)))
        .Select(sum => sum.Item.Code);

    private bool Read(int column, string text, out MeasuredValue value) => rules.TryRead(items[column].Code, text, out value);

    private decimal? Highest(StandardItem item) =>
        rules.For(item.Code)?.Criteria.Max(criterion => criterion.Low is null ? criterion.High : null) * PlausibleColumns.TimesOfWorstLimit;
}

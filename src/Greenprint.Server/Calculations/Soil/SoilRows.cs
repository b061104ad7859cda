using Greenprint.Quantities;
using Greenprint.Server.Calculations.Tables;
using Greenprint.Standards;
using Greenprint.Standards.Checks;
using Greenprint.Standards.Soil;

namespace Greenprint.Server.Calculations.Soil;

/// <summary>Plots by GB 15618-2018 or GB 36600-2018.</summary>
internal sealed class SoilRows : ITableRows
{
    private const int RatioDecimals = 2;

    private readonly TableReader table;
    private readonly TableWriter writer;
    private readonly FindingLog log;
    private readonly SoilTable rules;
    private readonly TableColumn plot;
    private readonly TableColumn? use;
    private readonly TableColumn? ph;
    private readonly StandardItem[] items;
    private readonly LabValues values;

    internal SoilRows(TableReader table, TableWriter writer, FindingLog log, TableOrder order, SoilTable rules, ItemCatalogue catalogue)
    {
        (this.table, this.writer, this.log, this.rules) = (table, writer, log, rules);
        IReadOnlyList<KnownColumn> known = [.. rules.Items.Select(item => KnownColumns.Of(item, SoilTable.Unit.Symbol))];
        var found = TableColumns.Find(table.Name, table.Header, order.Columns, [new("plot"), new("land_use"), new("ph", null, "pH 值"), .. known], UnitsLine.Read(table));
        plot = found.Needed("plot", table.Header);
        use = rules.UnknownUse is null ? found.Needed("land_use", table.Header) : found["land_use"];
        ph = found["ph"];
        if (found.Values.Count == 0)
        {
            throw new Platform.RefusedException(TableFindings.NoItems(table.Name, rules.Items.Select(item => item.Code), table.Header));
        }

        items = [.. found.Values.Select(column => catalogue.Get(column.Code))];
        values = new(table, log, found.Values, (int _, string text, out MeasuredValue value) => MeasuredValue.TryParse(text, out value));
        writer.Row(["plot", "grade", "limiting", .. items.Select(item => $"{item.Code}_ratio"), "note"]);
    }

    public bool Row()
    {
        if (!table.IsWhole)
        {
            log.Add(TableFindings.WrongWidth(table.Name, table.Line, table.Row.ColCount, table.Header.Count));
        }
        else if (values.Read() & ReadPh(out var acidity) & ReadUse(out var of))
        {
            Write(SoilJudge.Judge(rules.For(of, acidity), items.Zip(values.Values, KeyValuePair.Create)), acidity, of);
            return true;
        }

        writer.Cell(plot.Index < table.Row.ColCount ? table.Row[plot.Index].Span : []);
        writer.Empty(items.Length + 3);
        writer.EndRow();
        return false;
    }

    public IReadOnlyList<Finding> Judge() =>
        PlausibleColumns.Judge(table.Name, [.. values.Columns.Select((column, at) => new BoundedColumn(column.Header, column.Unit!, Highest(items[at]), values.Profiles[at]))]);

    public void End()
    {
    }

    private void Write(SoilJudgement judgement, decimal? acidity, string of)
    {
        var notes = new List<string>();
        foreach (var note in judgement.Notes)
        {
            log.Add(TableFindings.Assumed(table.Name, table.Line, note));
        }

        foreach (var (item, words) in judgement.NotJudged)
        {
            log.Add(TableFindings.NotJudged(table.Name, table.Line, item.Code, words));
        }

        if (rules.DependsOnPh && acidity is null)
        {
            notes.Add("strictest-ph");
        }

        if (of.Length == 0)
        {
            notes.Add("assumed-use");
        }

        writer.Cell(table.Row[plot.Index].Span);
        writer.Whole(judgement.Grade ?? -1);
        writer.Cell(string.Join(';', judgement.Limiting.Select(item => item.Code)));
        foreach (var item in items)
        {
            writer.Published(judgement.Items.FirstOrDefault(judged => judged.Item == item)?.Ratio, RatioDecimals);
        }

        writer.Cell(string.Join(';', notes));
        writer.EndRow();
    }

    private bool ReadPh(out decimal? acidity)
    {
        acidity = null;
        var text = ph is null ? [] : table.Row[ph.Index].Span;
        var cell = TableCell.Read(text);
        if (cell.Kind == CellKind.Missing)
        {
            return true;
        }

        acidity = cell.Kind == CellKind.Number ? cell.Value() : null;
        if (acidity is > 0 and <= 14)
        {
            return true;
        }

        log.Add(acidity is null
            ? TableFindings.NotANumber(table.Name, table.Line, ph!.Header, text.ToString())
            : TableFindings.BeyondEverything(table.Name, table.Line, ph!.Header, text.ToString(), "pH"));
        return false;
    }

    private bool ReadUse(out string of)
    {
        var text = use is null ? "" : table.Row[use.Index].ToString();
        if (rules.TryUse(text, out of))
        {
            return true;
        }

        log.Add(TableFindings.UnknownUse(table.Name, table.Line, use!.Header, text, rules.Uses.Select(known => known.Code)));
        return false;
    }

    private decimal? Highest(StandardItem item)
    {
        var limits = rules.Uses.SelectMany(known => (decimal?[])[rules.For(known.Code, 8m).For(item.Code)?.Control, rules.For(known.Code, 8m).For(item.Code)?.Screening]);
        return limits.Max() * PlausibleColumns.TimesOfWorstLimit;
    }
}

using Greenprint.Quantities;
using Greenprint.Server.Calculations.Tables;
using Greenprint.Standards.Checks;
using Greenprint.Standards.Water;

namespace Greenprint.Server.Calculations.Water;

/// <summary>Samples of surface water by GB 3838-2002 and 环办〔2011〕22号.</summary>
internal sealed class SurfaceWaterRows : SampleRows
{
    private static readonly IReadOnlyList<KnownColumn> Known = [.. KnownColumn.Of([.. MeasuredItems.SurfaceWaterBasic, MeasuredItems.Get("temp")])];

    private readonly SurfaceWaterTable rules;
    private readonly TableColumn body;
    private readonly MeasuredItem[] items;
    private readonly LabValues values;
    private readonly HashSet<string> doubted = new(StringComparer.Ordinal);
    private bool nitrogenSaid;

    internal SurfaceWaterRows(TableReader table, TableWriter writer, FindingLog log, TableOrder order, SurfaceWaterTable rules)
        : base(table, writer, log, order, Known, derived: null, new KnownColumn("water_type"))
    {
        this.rules = rules;
        body = Found.Needed("water_type", table.Header);
        items = [.. Items.Select(column => MeasuredItems.Get(column.Code))];
        values = new(table, log, Items, Read, Doubt);
    }

    public override IReadOnlyList<Finding> Judge() => PlausibleColumns.Judge(
        Table.Name, [.. Items.Select((column, at) => new BoundedColumn(column.Header, column.Unit!, Highest(items[at]), values.Profiles[at]))]);

    protected override bool Classify()
    {
        var good = values.Read(at => items[at].Code == "temp");
        var water = WaterInput.Body(Section, Table.Row[body.Index].ToString(), out var unknown, At());
        if (unknown is not null)
        {
            Log.Add(unknown);
        }

        if (!good || water is not { } of)
        {
            return false;
        }

        Remark(of);
        Place();
        Write(SurfaceWater.Classify(rules, items.Zip(values.Values, KeyValuePair.Create), of));
        return true;
    }

    private void Write(WaterJudgement? judgement)
    {
        Writer.Whole(judgement is null ? -1 : (int)judgement.Class);
        Writer.Cell(judgement is null ? "" : string.Join(';', judgement.Limiting.Select(item => item.Code)));
        foreach (var item in items)
        {
            Writer.Published(judgement?.Items.FirstOrDefault(judged => judged.Item == item)?.Multiple, rules.MultipleDecimals);
        }

        Writer.EndRow();
    }

    // Said once for a section, and once for nitrogen: both stand in every row of it.
    private void Remark(WaterBody of)
    {
        if (WaterInput.LooksLikeLake(Section, of, At()) is { } doubt && doubted.Add(Section))
        {
            Log.Add(doubt);
        }

        var nitrogen = Array.FindIndex(items, item => item.Code == "tn");
        if (of == WaterBody.River && !nitrogenSaid && nitrogen >= 0 && !values.Values[nitrogen].IsMissing)
        {
            nitrogenSaid = true;
            Log.Add(TableFindings.NitrogenOfRiver(Table.Name, Table.Line, Items[nitrogen].Header));
        }
    }

    private FindingPlace At(string? column = null) => new(Table.Name, Table.Line, column ?? body.Header);

    private Finding? Doubt(int at, decimal number) =>
        WaterInput.IsPossible(items[at], number) ? null : WaterFindings.Impossible(items[at], Table.Row[Items[at].Index].ToString(), At(Items[at].Header));

    private static bool Read(int column, string text, out MeasuredValue value) => MeasuredValue.TryParse(text, out value);

    private decimal? Highest(MeasuredItem item) => (rules.For(item, WaterBody.River) ?? rules.For(item, WaterBody.Lake)) switch
    {
        { Worse: Worse.Higher } limit => limit.Limits[^1] * PlausibleColumns.TimesOfWorstLimit,
        { Worse: Worse.Lower } limit => limit.Limits[0] * 4,   // oxygen of 30 mg/L: a share of saturation, most likely
        _ => null,
    };
}

using System.Text.RegularExpressions;
using Greenprint.Documents;
using Greenprint.PlanText.Catalogue;
using Greenprint.PlanText.Paragraphs;
using Greenprint.PlanText.Tables;
using Greenprint.PlanText.Targets;

namespace Greenprint.PlanText.Indicators;

/// <summary>The rows of one indicator table as indicators.</summary>
internal sealed partial class IndicatorRows(PlanTable table, IndicatorColumns columns, PlanPeriod? period, string? clauseId, string? category)
{
    private const int LongestQuote = 160;

    private readonly List<IndicatorItem> items = [];
    private readonly bool numbersInNames = columns.One(ColumnRole.Number) is null && NumbersInNames(table, columns);
    private string? category = category;
    private string? number;
    private string? name;
    private GridCell? last;

    /// <summary>Rows that hold something but no name.</summary>
    public List<PlanTableRow> NotRead { get; } = [];

    public IReadOnlyList<IndicatorItem> Read()
    {
        for (var i = columns.Head.From + columns.Head.Count; i < table.Rows.Count; i++)
        {
            var row = table.Rows[i];
            var cells = row.Cells.Distinct().Where(cell => !cell.IsEmpty).ToArray();
            if (cells.Length == 0 || columns.Head.Repeats(row))
            {
                continue;
            }

            if (Note().IsMatch(cells[0].Key))
            {
                break;
            }

            if (IsGroup(row, cells))
            {
                category = Enumerator().Replace(cells[^1].Text, "");
                continue;
            }

            Add(row, i);
        }

        return items;
    }

    private void Add(PlanTableRow row, int index)
    {
        category = CategoryOf(row, index) ?? category;
        var cell = row.Cells[columns.Names[0]];
        var sub = columns.Names.Skip(1).Select(column => row.Cells[column]).FirstOrDefault(other => other != cell && !other.IsEmpty);
        var printedNumber = columns.One(ColumnRole.Number) is { } at ? row.Cells[at].Text : "";
        if (cell.IsEmpty && (sub is null || name is null))
        {
            NotRead.Add(row);
            return;
        }

        if (!cell.IsEmpty)
        {
            (number, name) = (printedNumber.Length > 0 ? printedNumber : null, cell.Text);
            if (numbersInNames && NumberInName().Match(name) is { Success: true } own)
            {
                (number, name) = (own.Groups["n"].Value, name[own.Length..]);
            }
        }
        else if (printedNumber.Length > 0)
        {
            number = printedNumber;
        }

        var item = Item(row, name!, sub?.Text);

        // A sub-row without a nature of its own shares that of its number.
        items.Add((cell.IsEmpty || cell == last) && item.Nature is null && items.Count > 0 ? item with { Nature = items[^1].Nature } : item);
        last = cell;
    }

    private IndicatorItem Item(PlanTableRow row, string printed, string? sub)
    {
        var (main, unit) = UnitText.Split(printed);
        var (subName, subUnit) = sub is null ? (null, null) : UnitText.Split(sub);
        if (columns.One(ColumnRole.Unit) is { } unitColumn && !row.Cells[unitColumn].IsEmpty)
        {
            unit = row.Cells[unitColumn].Text;
        }

        // Without a column of its own the nature stands behind the name, or over a group: 一、约束性指标.
        var hasNature = columns.One(ColumnRole.Nature) is not null;
        var behind = hasNature ? null : NatureBehind().Match(main) is { Success: true } found ? found.Value : null;
        main = behind is null ? main : main[..^behind.Length].Trim();
        (main, unit) = behind is not null && unit is null ? UnitText.Split(main) : (main, unit);
        var full = subName is null ? main : $"{main}（{subName}）";
        var nature = columns.One(ColumnRole.Nature) is { } natureColumn ? NatureOf(row.Cells[natureColumn].Key) : NatureOf(behind ?? category ?? "");
        var target = columns.Target is { } targetColumn ? Target(row, targetColumn, full) : (null, 0.9m);
        var confidence = GridConfidence() * target.Confidence * (target.Target is null ? 0.7m : 1m);
        return new IndicatorItem(
            number, category, full, subName, subUnit ?? unit,
            columns.Baseline is { } baseline ? Value(row, baseline) : null,
            target.Target,
            [.. columns.Others.Select(column => Value(row, column)).OfType<PrintedValue>()],
            nature, row.Place.Page, Quote(row), decimal.Round(confidence, 2, MidpointRounding.ToEven), clauseId);
    }

    private PrintedValue? Value(PlanTableRow row, int column) =>
        row.Cells[column].IsEmpty ? null : new PrintedValue(columns.Head.Columns[column].Year, row.Cells[column].Text, PrintedNumber.Of(row.Cells[column].Text));

    private (PrintedTarget? Target, decimal Confidence) Target(PlanTableRow row, int column, string full)
    {
        if (row.Cells[column].IsEmpty)
        {
            return (null, 1m);
        }

        var meaning = TargetWording.Read(row.Cells[column].Text, IndicatorCatalogue.Bundled.SideOfName(full));
        var target = new PrintedTarget(columns.Head.Columns[column].Year ?? period?.End, row.Cells[column].Text, meaning.Kind, meaning.Value)
        {
            To = meaning.To,
            Change = meaning.Change,
        };
        return (target, meaning is { IsUnderstood: true, SideIsKnown: true } ? 1m : meaning.IsUnderstood ? 0.7m : 0.6m);
    }

    private decimal GridConfidence() => table.Grid switch
    {
        TableGrid.Stated or TableGrid.Ruled => 0.98m,
        TableGrid.PartlyRuled => 0.92m,
        _ => 0.88m,
    };

    // A category that is split over a page break may be printed only on the second page: its first part is blank, not merged with what is above.
    private string? CategoryOf(PlanTableRow row, int index)
    {
        if (columns.Category is not { } column)
        {
            return null;
        }

        if (!row.Cells[column].IsEmpty)
        {
            return Enumerator().Replace(row.Cells[column].Text, "");
        }

        var next = table.Rows.Skip(index + 1).FirstOrDefault(later => later.Place.Page != row.Place.Page);
        var restIsBlank = table.Rows.Skip(index + 1).TakeWhile(later => later.Place.Page == row.Place.Page).All(later => later.Cells[column].IsEmpty);
        return row.Place.Page is not null && restIsBlank && next is not null && !next.Cells[column].IsEmpty && next.Cells[column].Key != TextFold.Key(category ?? "")
            ? Enumerator().Replace(next.Cells[column].Text, "")
            : null;
    }

    // One cell over the whole row, or alone in it: 一、环境质量.
    private bool IsGroup(PlanTableRow row, GridCell[] cells) =>
        cells.Length == 2 && Numeral().IsMatch(cells[0].Key) || cells.Length == 1 && cells[0].Text.Length <= 24
        && (row.Cells.All(cell => cell == cells[0]) || Enumerator().IsMatch(cells[0].Text) || row.Cells[0] == cells[0] && columns.Names[0] > 0);

    private static string Quote(PlanTableRow row)
    {
        var text = string.Join(' ', row.Cells.Distinct().Where(cell => !cell.IsEmpty).Select(cell => cell.Text));
        return text.Length <= LongestQuote ? text : text[..LongestQuote];
    }

    private static PrintedNature? NatureOf(string key) =>
        key.Contains("约束", StringComparison.Ordinal) ? PrintedNature.Binding
        : key.Contains("预期", StringComparison.Ordinal) ? PrintedNature.Anticipatory
        : key.Contains("引领", StringComparison.Ordinal) || key.Contains("引导", StringComparison.Ordinal) ? PrintedNature.Leading
        : null;

    private static bool NumbersInNames(PlanTable table, IndicatorColumns columns)
    {
        var names = table.Rows.Skip(columns.Head.From + columns.Head.Count).Select(row => row.Cells[columns.Names[0]]).Distinct().Where(cell => !cell.IsEmpty).ToArray();
        return names.Count(cell => NumberInName().IsMatch(cell.Text)) * 2 > names.Length;
    }

    [GeneratedRegex(@"^[（(]?[一二三四五六七八九十]+[）)]?[、.．]?$")]
    private static partial Regex Numeral();

    [GeneratedRegex("[（(](约束|预期|引领)性(指标)?[）)]$")]
    private static partial Regex NatureBehind();

    [GeneratedRegex(@"^(?<n>\d{1,3})\s*[.．、]\s*(?=\D)")]
    private static partial Regex NumberInName();

    [GeneratedRegex(@"^(注|说明|备注)\d?[:：]|^注[\[〔]?\d|^资料来源")]
    private static partial Regex Note();

    [GeneratedRegex(@"^\s*([（(]?[一二三四五六七八九十]+[）)]\s*、?|[一二三四五六七八九十]+\s*[、.．])\s*")]
    private static partial Regex Enumerator();
}

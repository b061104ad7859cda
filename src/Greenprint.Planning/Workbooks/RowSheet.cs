using Greenprint.Quantities;

namespace Greenprint.Planning.Workbooks;

/// <summary>One column of a sheet of <typeparamref name="T"/>: how it is shown, and how a changed cell is taken over.</summary>
internal sealed record Field<T>(PlanColumn Column, Func<T, string> Get, Func<T, CellInput, T>? Set = null);

/// <summary>A sheet with one row for each of the plan's <typeparamref name="T"/>.</summary>
internal abstract class RowSheet<T>(string key, int order, Bilingual name) : IPlanSheet
    where T : class
{
    public string Key { get; } = key;

    public int Order { get; } = order;

    public Bilingual Name { get; } = name;

    public bool OwnsRows => Follows is null;

    /// <summary>The sheets whose rows these are, where none is added or removed here.</summary>
    protected virtual Bilingual? Follows => null;

    public PlanSheetTable Show(PlanSheetSource source)
    {
        var fields = Fields(source);
        return new(
            [.. fields.Select(field => field.Column)],
            [.. Items(source).Select(item => new PlanSheetRow(KeyOf(item), TitleOf(item), [.. fields.Select(field => field.Get(item))]))]);
    }

    public void Apply(PlanSheetEdits edits, PlanEdit edit)
    {
        var all = Fields(edit.Source);
        var fields = Open(all);
        var items = Items(edit.Source).ToList<T?>();
        var places = items.Index().ToDictionary(item => KeyOf(item.Item!), item => item.Index, StringComparer.Ordinal);
        foreach (var row in edits.Changed)
        {
            if (places.TryGetValue(row.Key, out var place))
            {
                items[place] = Take(items[place]!, row, fields, edit, isNew: false);
            }
            else
            {
                edit.Refuse(Key, RowAddress(row), ("这一行在其他工作表中已删除。", "This row was removed in another sheet."));
            }
        }

        foreach (var row in edits.Removed.Where(row => places.ContainsKey(row.Key)))
        {
            if (Follows is { } where)
            {
                edit.Refuse(Key, row.Title, (
                    $"这一行随“{where.Zh}”，不能单独删除。请恢复该行；不要数值的，清空单元格即可。", $"This row follows the sheet '{where.En}' and is not removed by itself. Put it back; empty its cells where they shall hold nothing."));
            }
            else
            {
                items[places[row.Key]] = null;
            }
        }

        foreach (var row in edits.Added)
        {
            if (Follows is not { } where)
            {
                items.Add(Take(New(edit), row, fields, edit, isNew: true));
            }
            else if (Meant(items, row, all) is { } one)
            {
                items[items.FindIndex(item => ReferenceEquals(item, one))] = Take(one, row, fields, edit, isNew: false);
            }
            else
            {
                edit.Refuse(Key, RowAddress(row), (
                    $"“{where.Zh}”中没有名称为“{row.Title}”的一行，或不止一行。", $"The sheet '{where.En}' has no row named '{row.Title}', or more than one."));
            }
        }

        Put(edit, [.. items.OfType<T>()]);
    }

    public IReadOnlyList<IReadOnlyDictionary<string, string>> AsShown(IReadOnlyList<PlanRowEdit> rows, PlanEdit scratch)
    {
        if (rows is [])
        {
            return [];
        }

        var all = Fields(scratch.Source);
        var fields = Open(all);
        var items = Items(scratch.Source);
        var known = items.ToDictionary(KeyOf, StringComparer.Ordinal);
        return [.. rows.Select(row => (row.Key.Length > 0 ? known.GetValueOrDefault(row.Key) : OwnsRows ? New(scratch) : Meant(items, row, all)) is { } item
            ? Shown(item, row, fields, scratch)
            : new Dictionary<string, string>())];
    }

    protected abstract IReadOnlyList<Field<T>> Fields(PlanSheetSource source);

    protected abstract IReadOnlyList<T> Items(PlanSheetSource source);

    /// <summary>Takes over what has become of the items: those that were not touched are the very objects of <see cref="Items"/>.</summary>
    protected abstract void Put(PlanEdit edit, IReadOnlyList<T> items);

    protected abstract string KeyOf(T item);

    protected abstract string TitleOf(T item);

    protected virtual T New(PlanEdit edit) => throw new InvalidOperationException("The rows of this sheet follow another sheet.");

    /// <summary>What follows from the changed cells by themselves, for example the printed form of a number.</summary>
    protected virtual T Settle(T item, PlanRowEdit row, PlanEdit edit) => item;

    protected static string RowAddress(PlanRowEdit row) => CellInput.Plain(row.Row);

    private static Dictionary<string, Field<T>> Open(IEnumerable<Field<T>> fields) => fields.Where(field => field.Set is not null).ToDictionary(field => field.Column.Key, StringComparer.Ordinal);

    // The one row of that title, and of the kind that the person wrote beside it: a task may be named like an indicator.
    private T? Meant(IEnumerable<T?> items, PlanRowEdit row, IEnumerable<Field<T>> fields)
    {
        var keys = fields.Where(field => field.Column.Rule == PlanColumnRule.Key && row.Cells.ContainsKey(field.Column.Key)).ToList();
        return items.OfType<T>().Where(item => TitleOf(item) == row.Title && keys.TrueForAll(field => field.Get(item) == row.Cells[field.Column.Key].After)).Take(2).ToList() is [var one] ? one : null;
    }

    private Dictionary<string, string> Shown(T item, PlanRowEdit row, Dictionary<string, Field<T>> fields, PlanEdit scratch)
    {
        var before = scratch.Refused.Count;
        var taken = Take(item, row, fields, scratch, isNew: false);

        // A cell that is refused leaves its place empty, which is not what the person wrote.
        var refused = scratch.Refused.Skip(before).Select(one => one.Address).ToHashSet(StringComparer.Ordinal);
        return row.Cells
            .Where(cell => fields.TryGetValue(cell.Key, out var field) && !refused.Contains(cell.Value.Address) && WorkbookRules.Filled(field.Column, cell.Value, "") is null)
            .ToDictionary(cell => cell.Key, cell => Cells.Written(fields[cell.Key].Column.Kind, fields[cell.Key].Get(taken)), StringComparer.Ordinal);
    }

    private T Take(T item, PlanRowEdit row, Dictionary<string, Field<T>> fields, PlanEdit edit, bool isNew)
    {
        foreach (var (column, cell) in row.Cells.OrderBy(cell => cell.Value.Address.Length).ThenBy(cell => cell.Value.Address, StringComparer.Ordinal))
        {
            if (fields.TryGetValue(column, out var field) && (!isNew || cell.After.Length > 0))
            {
                item = field.Set!(item, new CellInput(Key, cell, edit));
            }
        }

        return Settle(item, row, edit);
    }
}

/// <summary>Columns that many sheets have.</summary>
internal static class Columns
{
    public static Bilingual CodeHint { get; } = ("编号由程序给出，请勿修改；新增的行留空。", "Given by the program, not to be changed; leave it empty in a new row.");

    public static PlanColumn Code { get; } = new("code", ("编号", "Code"), PlanColumnKind.Text, PlanColumnRule.Key, 14) { Hint = CodeHint };

    public static PlanColumn Text(string key, Bilingual head, double width, PlanColumnRule rule = PlanColumnRule.Plan) => new(key, head, PlanColumnKind.Text, rule, width);

    public static PlanColumn Number(string key, Bilingual head, PlanColumnRule rule = PlanColumnRule.Plan) => new(key, head, PlanColumnKind.Number, rule, 12);

    public static PlanColumn Whole(string key, Bilingual head, PlanColumnRule rule = PlanColumnRule.Plan) => new(key, head, PlanColumnKind.Whole, rule, 10);

    public static PlanColumn Day(string key, Bilingual head, PlanColumnRule rule) => new(key, head, PlanColumnKind.Day, rule, 12);

    public static PlanColumn List(string key, Bilingual head, double width, IEnumerable<string> choices, PlanColumnRule rule = PlanColumnRule.Plan) =>
        new(key, head, PlanColumnKind.Text, rule, width) { Choices = [.. choices] };

    /// <summary>The Chinese of a text changed, its English kept.</summary>
    public static Bilingual Zh(this Bilingual? text, string? zh) => new(zh ?? "", text?.En);

    /// <summary>The English of a text changed.</summary>
    public static Bilingual En(this Bilingual? text, string? en) => new(text?.Zh ?? "", en);

    /// <summary>A text that says nothing is none.</summary>
    public static Bilingual? OrNone(this Bilingual? text) => text is null || (text.Zh.Length == 0 && string.IsNullOrEmpty(text.En)) ? null : text;
}

using System.Globalization;
using Greenprint.Planning.Office;
using Greenprint.Quantities;

namespace Greenprint.Planning.Workbooks;

/// <summary>One changed cell while a sheet takes it over. What it cannot be read as is refused, and the answer is then none.</summary>
internal sealed class CellInput(string sheet, PlanCellEdit cell, PlanEdit edit)
{
    private static readonly char[] Between = ['、', '，', ',', ';', '；', '\n'];

    public PlanEdit Edit => edit;

    public string Address => cell.Address;

    /// <summary>The text, or null for an empty cell.</summary>
    public string? Text => cell.After.Length == 0 ? null : cell.After;

    /// <summary>The code of a clause; refused where the plan has no such clause.</summary>
    public string? Clause
    {
        get
        {
            if (Text is { } id && !edit.Plan.Clauses.Any(clause => clause.Id == id))
            {
                Refuse(($"规划中没有编号为“{id}”的条款。", $"The plan has no clause '{id}'."));
            }

            return Text;
        }
    }

    public decimal? Number => RevisionForm.TryNumber(cell.After, out var number) ? number : null;

    public int? Whole => Number is { } number && number == decimal.Truncate(number) && Math.Abs(number) < 10_000 ? (int)number : null;

    public DateOnly? Day => Cells.DayOf(cell.After);

    /// <summary>The parts of a list such as 农业农村局、水利局.</summary>
    public IReadOnlyList<string> Parts => cell.After.Split(Between, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    public void Refuse(Bilingual why) => edit.Refuse(sheet, cell.Address, why);

    /// <summary>The choice whose name stands in the cell, in either language.</summary>
    public T? Choice<T>(IEnumerable<(T Value, Bilingual Name)> choices)
        where T : struct
    {
        if (Text is not { } text)
        {
            return null;
        }

        foreach (var (value, name) in choices)
        {
            if (name.Zh == text || string.Equals(name.En, text, StringComparison.OrdinalIgnoreCase))
            {
                return value;
            }
        }

        var (zh, en) = (string.Join("、", choices.Select(choice => choice.Name.Zh)), string.Join(", ", choices.Select(choice => choice.Name.En)));
        Refuse(($"“{text}”不在可选项之中：{zh}。", $"'{text}' is none of: {en}."));
        return null;
    }

    /// <summary>A unit that this installation knows; null and refused where it does not.</summary>
    public string? KnownUnit(string name)
    {
        if (edit.Units.Find(name) is { } id)
        {
            return id;
        }

        Refuse(($"这里没有单位“{name}”。请从下拉列表选择，或先登记该单位。", $"There is no unit '{name}' here. Choose one from the list, or add the unit first."));
        return null;
    }

    /// <summary>The units named in the cell; one that stood there before stays who it was.</summary>
    public IReadOnlyList<NamedUnit> Units(IReadOnlyList<NamedUnit> before) =>
    [
        .. Parts.Select(name => before.FirstOrDefault(unit => NameOf(unit, edit.Source) == name) ?? new NamedUnit(name, edit.Units.Find(name))),
    ];

    public static string NameOf(NamedUnit unit, PlanSheetSource source) => unit.Here(source.Units.Names, english: false);

    public static string Join(IEnumerable<string> parts) => string.Join("、", parts);

    public static string Plain(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string Plain(decimal? number) => number?.ToString("0.############################", CultureInfo.InvariantCulture) ?? "";

    public static string Plain(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";
}

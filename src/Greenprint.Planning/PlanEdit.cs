using Greenprint.Platform;
using Greenprint.Quantities;

namespace Greenprint.Planning;

/// <summary>What was changed in one sheet.</summary>
/// <param name="Changed">Rows with changed cells.</param>
/// <param name="Added">Rows that are new.</param>
/// <param name="Removed">Rows that are gone.</param>
public sealed record PlanSheetEdits(IReadOnlyList<PlanRowEdit> Changed, IReadOnlyList<PlanRowEdit> Added, IReadOnlyList<PlanRowRemoval> Removed)
{
    internal static PlanSheetEdits None { get; } = new([], [], []);

    internal int Count => Changed.Sum(row => row.Cells.Count) + Added.Count + Removed.Count;
}

/// <summary>A row with changed cells, or a new row with its filled cells.</summary>
/// <param name="Row">Its number in the file.</param>
/// <param name="Key">Key of the row; empty for a new one.</param>
/// <param name="Title">What it is about.</param>
/// <param name="Cells">The cells by the key of their column.</param>
public sealed record PlanRowEdit(int Row, string Key, string Title, IReadOnlyDictionary<string, PlanCellEdit> Cells);

/// <summary>A changed cell.</summary>
/// <param name="Address">For example <c>E7</c>.</param>
/// <param name="Before">What was exported; empty for none.</param>
/// <param name="After">What stands there now; empty for none.</param>
public sealed record PlanCellEdit(string Address, string Before, string After);

/// <summary>A row that is gone.</summary>
/// <param name="Key">Key of the row.</param>
/// <param name="Title">What it was about.</param>
/// <param name="Cells">What was exported of it, by the key of the column.</param>
public sealed record PlanRowRemoval(string Key, string Title, IReadOnlyDictionary<string, string> Cells);

/// <summary>A plan under the hand of the sheets: what they take over changes <see cref="Plan"/>, what they cannot take is refused by its cell.</summary>
/// <param name="plan">The plan as it stands.</param>
/// <param name="units">The units of this installation.</param>
/// <param name="english">The language of the workbook.</param>
/// <param name="version">The version of the plan as it stands.</param>
/// <param name="taken">Codes that may not be given again.</param>
public sealed class PlanEdit(PlanView plan, PlanUnits units, bool english, int version, IEnumerable<string> taken)
{
    private readonly List<(string Sheet, string Address, Bilingual Why)> refused = [];
    private readonly HashSet<string> taken = new(taken, StringComparer.Ordinal);
    private readonly Dictionary<string, int> last = new(StringComparer.Ordinal);

    /// <summary>The plan as edited so far.</summary>
    public PlanView Plan { get; set; } = plan;

    /// <summary>The units of this installation.</summary>
    public PlanUnits Units { get; } = units;

    /// <summary>The plan as a source for sheets.</summary>
    public PlanSheetSource Source => new(Plan, Units, english) { Work = Work };

    /// <summary>The year tasks as they stand, with what they are told with.</summary>
    internal Workbooks.PlanWork Work { get; init; } = Workbooks.PlanWork.None;

    /// <summary>The year tasks that were changed or added.</summary>
    internal IReadOnlyList<Workbooks.EditedTask> Tasks { get; set; } = [];

    internal IReadOnlyList<(string Sheet, string Address, Bilingual Why)> Refused => refused;

    /// <summary>Refuses a cell, and with it the whole workbook.</summary>
    /// <param name="sheet">Key of the sheet.</param>
    /// <param name="address">Address of the cell or number of the row.</param>
    /// <param name="why">What is wrong, and what to enter instead.</param>
    public void Refuse(string sheet, string address, Bilingual why) => refused.Add((sheet, address, why));

    /// <summary>
    /// The next free code: the letters of <paramref name="stem"/>, the version of the plan and a number. With the version no code is given a second time
    /// after its row was deleted: reports and links that name it never come to mean another thing. Stems of sheets begin with a w: the other letters are
    /// those of what is found in documents and may enter the plan later.
    /// </summary>
    public string NextCode(string stem)
    {
        for (var number = last.GetValueOrDefault(stem) + 1; ; number++)
        {
            var code = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{stem}{version}-{number}");
            if (taken.Add(code))
            {
                last[stem] = number;
                return code;
            }
        }
    }
}

/// <summary>The units of this installation, as people name them.</summary>
public sealed class PlanUnits
{
    private readonly Dictionary<string, Bilingual> names;
    private readonly ILookup<string, Organization> byName;
    private readonly string region;

    /// <param name="organizations">All units.</param>
    /// <param name="region">The region of the plan: its units come first.</param>
    public PlanUnits(IEnumerable<Organization> organizations, string region)
    {
        var all = organizations.ToList();
        names = all.ToDictionary(unit => unit.Id, unit => unit.Name, StringComparer.Ordinal);
        byName = all.SelectMany(unit => new[] { unit.Name.Zh, unit.Name.En ?? unit.Name.Zh, unit.Id }.Distinct().Select(name => (name, unit)))
            .ToLookup(pair => pair.name, pair => pair.unit, StringComparer.Ordinal);
        this.region = region;
        Known = [.. all.Where(unit => unit.Region == region).Select(unit => unit.Name)];
    }

    /// <summary>Names of the units of the plan's region.</summary>
    public IReadOnlyList<Bilingual> Known { get; }

    /// <summary>Names by id.</summary>
    public IReadOnlyDictionary<string, Bilingual> Names => names;

    /// <summary>Id of the unit of this name, in either language; null where there is none, or more than one.</summary>
    public string? Find(string name)
    {
        var found = byName[name].ToList();
        var own = found.Where(unit => unit.Region == region).ToList();
        return own is [var one] ? one.Id : own is [] && found is [var other] ? other.Id : null;
    }
}

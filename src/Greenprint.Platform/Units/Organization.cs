using Greenprint.Quantities;

namespace Greenprint.Platform;

/// <summary>What a unit is in the work of a plan.</summary>
/// <remarks>Zero is what a unit is where nothing was said: packs and stores from before there were kinds hold departments.</remarks>
public enum OrgLevel
{
    /// <summary>部门.</summary>
    Department = 0,

    /// <summary>人民政府（含办公室）.</summary>
    Government = 1,

    /// <summary>生态环境主管部门: it runs the plan.</summary>
    Bureau = 2,

    /// <summary>乡镇（街道）.</summary>
    Town = 3,

    /// <summary>园区管委会.</summary>
    ParkCommittee = 4,

    /// <summary>第三方评估机构: from outside, sees and judges.</summary>
    Evaluator = 5,
}

/// <summary>A unit (单位): bureau, department, town government. Belongs to a region.</summary>
/// <param name="Id">Stable id, for example <c>lanwan/ecology</c>.</param>
/// <param name="Region">Code of its region.</param>
/// <param name="Name">Name.</param>
/// <param name="Opened">First day, or null when always.</param>
/// <param name="Closed">Last day, or null while it exists.</param>
/// <param name="Parent">Id of the unit above, or null.</param>
/// <param name="Kind">What it is.</param>
public sealed record Organization(
    string Id, string Region, Bilingual Name, DateOnly? Opened = null, DateOnly? Closed = null, string? Parent = null, OrgLevel Kind = OrgLevel.Department)
{
    /// <summary>True when it exists on <paramref name="day"/>; its first and last day count.</summary>
    public bool ExistsOn(DateOnly day) => !(day < Opened) && !(day > Closed);
}

/// <summary>What kinds of units are called.</summary>
public static class OrgLevels
{
    /// <summary>The kinds in the order of a list of units.</summary>
    public static IReadOnlyList<OrgLevel> InOrder { get; } =
        [OrgLevel.Government, OrgLevel.Bureau, OrgLevel.Department, OrgLevel.ParkCommittee, OrgLevel.Town, OrgLevel.Evaluator];

    /// <summary>The kind's name.</summary>
    public static Bilingual Name(this OrgLevel kind) => kind switch
    {
        OrgLevel.Government => ("人民政府", "Government"),
        OrgLevel.Bureau => ("生态环境主管部门", "Environment bureau"),
        OrgLevel.Department => ("部门", "Department"),
        OrgLevel.Town => ("乡镇（街道）", "Town"),
        OrgLevel.ParkCommittee => ("园区管委会", "Park committee"),
        OrgLevel.Evaluator => ("第三方评估机构", "Outside evaluator"),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No such kind of unit."),
    };
}

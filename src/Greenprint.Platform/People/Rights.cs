using System.Security.Claims;

namespace Greenprint.Platform;

/// <summary>What a person may be in a region. Rights follow from the role; a right in a prefecture holds in its counties, one in a county only there.</summary>
public enum Role
{
    /// <summary>Runs the installation: people, settings. Not by itself an editor of plans.</summary>
    Administrator,

    /// <summary>Edits plans and enters values.</summary>
    Editor,

    /// <summary>Anybody, signed in or not.</summary>
    Public,

    /// <summary>Reports progress, for one unit or for every unit of a region.</summary>
    Reporter,

    /// <summary>Checks reports, of one unit or of every unit of a region; in the second case also opens and runs the dispatch.</summary>
    Reviewer,

    /// <summary>Sees the work and approves.</summary>
    Leader,

    /// <summary>Sees the work from outside, to judge it.</summary>
    Evaluator,

    /// <summary>Gives and takes back roles.</summary>
    SecurityAdministrator,

    /// <summary>Reads the history; changes nothing.</summary>
    AuditAdministrator,

    /// <summary>Answers for the data: observations, stations, their quality.</summary>
    DataSteward,
}

/// <summary>A role and where it holds.</summary>
/// <param name="Role">The role.</param>
/// <param name="Region">Code of the region; it holds there and below.</param>
/// <param name="Unit">Id of the unit that it is limited to, with the units below it; null is every unit of the region. Reporters and reviewers only.</param>
public sealed record RoleIn(Role Role, string Region, string? Unit = null);

/// <summary>Names of rights; each is also an authorization policy ("has it in at least one region").</summary>
public static class Rights
{
    /// <summary>Confirm and edit plans.</summary>
    public const string EditPlans = "edit-plans";

    /// <summary>Enter reported and issued values.</summary>
    public const string EnterValues = "enter-values";

    /// <summary>Import observations.</summary>
    public const string ImportReadings = "import-readings";

    /// <summary>Manage people, units and settings.</summary>
    public const string Administer = "administer";

    /// <summary>Report progress of a unit.</summary>
    public const string ReportProgress = "report-progress";

    /// <summary>Check and return or accept reports of a unit.</summary>
    public const string ReviewProgress = "review-progress";

    /// <summary>Open cycles, issue and urge.</summary>
    public const string Dispatch = "dispatch";

    /// <summary>Approve what somebody else proposed.</summary>
    public const string Approve = "approve";

    /// <summary>Publish what was approved.</summary>
    public const string Publish = "publish";

    /// <summary>See how the work stands, before it is public.</summary>
    public const string SeeWork = "see-work";

    /// <summary>Give and take back roles.</summary>
    public const string ManageRights = "manage-rights";

    /// <summary>Read the history of everything.</summary>
    public const string SeeAudit = "see-audit";

    /// <summary>Mend and release data.</summary>
    public const string StewardData = "steward-data";
}

/// <summary>Asks whether the person of a request may do something in a region.</summary>
public interface IRights
{
    /// <summary>True when <paramref name="user"/> has <paramref name="right"/> for all of <paramref name="region"/>, by a role there or above it.</summary>
    Task<bool> May(ClaimsPrincipal user, string right, string region, CancellationToken cancellation);

    /// <summary>
    /// True when <paramref name="user"/> has <paramref name="right"/> for the unit: by a role in <paramref name="region"/> or above it that names no unit,
    /// or by one that names this unit or one above it. A role for a unit goes with the unit, whichever government's plan asks it.
    /// </summary>
    /// <param name="user">Who asks.</param>
    /// <param name="right">One of <see cref="Rights"/>.</param>
    /// <param name="region">Code of the region whose matter it is, for example the plan's.</param>
    /// <param name="unit">Id of the unit; null asks for the whole region.</param>
    /// <param name="cancellation">Stops the question.</param>
    Task<bool> May(ClaimsPrincipal user, string right, string region, string? unit, CancellationToken cancellation);

    /// <summary>The units of a region and below (null: of all regions), that exist on <paramref name="day"/>, for which <paramref name="user"/> has <paramref name="right"/> as <see cref="May(ClaimsPrincipal, string, string, string?, CancellationToken)"/> says of each in its own region. A fixed number of queries.</summary>
    Task<IReadOnlySet<string>> UnitsOf(ClaimsPrincipal user, string right, string? region, DateOnly day, CancellationToken cancellation);

    /// <summary>Who has <paramref name="right"/> for a unit (null: for the whole region) by a role of their own; by name.</summary>
    Task<IReadOnlyList<PersonName>> Holders(string right, string region, string? unit, CancellationToken cancellation);

    /// <summary>Who the user is, for the history; null when not signed in.</summary>
    Actor? ActorOf(ClaimsPrincipal user);
}

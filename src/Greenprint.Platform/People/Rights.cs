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
}

/// <summary>Names of rights; each is also an authorization policy ("has it in at least one region").</summary>
public static class Rights
{
    /// <summary>Confirm and edit plans.</summary>
    public const string EditPlans = "edit-plans";

    /// <summary>Enter reported and issued values.</summary>
    public const string EnterValues = "enter-values";

    /// <summary>Import observations.</summary>
    public const string ImportReadings = "import-readings";

    /// <summary>Manage people and their rights.</summary>
    public const string Administer = "administer";
}

/// <summary>Asks whether the person of a request may do something in a region.</summary>
public interface IRights
{
    /// <summary>True when <paramref name="user"/> has <paramref name="right"/> in <paramref name="region"/> or above it.</summary>
    Task<bool> May(ClaimsPrincipal user, string right, string region, CancellationToken cancellation);

    /// <summary>Who the user is, for the history; null when not signed in.</summary>
    Actor? ActorOf(ClaimsPrincipal user);
}

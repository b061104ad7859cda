using Greenprint.Planning.Office;

namespace Greenprint.Planning;

/// <summary>Names of authorization policies for pages that other modules have of a plan. The part of their address that is its id is called <c>plan</c>.</summary>
public static class PlanPolicies
{
    /// <summary>May edit the plan that the address names; asked before the page is begun, for reading it and for posting to it alike.</summary>
    public const string Edits = EditsThisPlan.Policy;
}

using Greenprint.Quantities;

namespace Greenprint.Portal;

/// <summary>Every finding this module can raise; each is explained in <c>docs/findings.md</c>.</summary>
public static class PortalFindings
{
    /// <summary>No plan of this id that the public may see.</summary>
    public static Finding NoSuchPlan(string plan) => new("POR-001", (
        $"没有可以公开的规划“{plan}”。全部规划见 /api/v1/plans。", $"There is no public plan '{plan}'. All of them: /api/v1/plans."));

    /// <summary>The plan has no such indicator, or the plan is not public.</summary>
    public static Finding NoSuchIndicator(string plan, string indicator) => new("POR-002", (
        $"可以公开的规划“{plan}”没有指标“{indicator}”。", $"The public plan '{plan}' has no indicator '{indicator}'."));
}

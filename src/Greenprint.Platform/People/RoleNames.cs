using Greenprint.Quantities;

namespace Greenprint.Platform;

/// <summary>What a role is called.</summary>
public static class RoleNames
{
    /// <summary>The role's name.</summary>
    public static Bilingual Name(this Role role) => role switch
    {
        Role.Administrator => ("系统管理员", "Administrator"),
        Role.Editor => ("规划编辑", "Editor"),
        Role.Reporter => ("填报员", "Reporter"),
        Role.Reviewer => ("审核员", "Reviewer"),
        Role.Leader => ("分管领导", "Leader"),
        Role.Evaluator => ("评估人员", "Evaluator"),
        Role.SecurityAdministrator => ("安全管理员", "Security administrator"),
        Role.AuditAdministrator => ("审计管理员", "Audit administrator"),
        Role.DataSteward => ("数据管理员", "Data steward"),
        Role.Public => ("公众", "Public"),
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, "No such role."),
    };
}

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
        Role.Public => ("公众", "Public"),
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, "No such role."),
    };
}

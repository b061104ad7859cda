using Greenprint.Quantities;

namespace Greenprint.Platform;

/// <summary>What the platform's acts are called on the page. Acts of other modules show their own word.</summary>
internal static class HistoryKinds
{
    public static Bilingual Name(string kind) => kind switch
    {
        "store.created" => ("建立数据", "Store made"),
        "region.added" => ("增加行政区", "Region added"),
        "unit.added" => ("增加单位", "Unit added"),
        "person.created" => ("建立账号", "Account made"),
        "person.signed-in" => ("登录", "Signed in"),
        "person.sign-in-failed" => ("登录失败", "Sign-in failed"),
        "person.locked" => ("账号锁定", "Account locked"),
        "password.changed" => ("更改口令", "Password changed"),
        "password.reset" => ("重设口令", "Password set anew"),
        "role.given" => ("授予角色", "Role given"),
        "role.revoked" => ("撤销角色", "Role taken back"),
        "link.issued" => ("发出一次性链接", "One-time link issued"),
        "link.used" => ("使用一次性链接", "One-time link used"),
        _ => new(kind, kind),
    };
}

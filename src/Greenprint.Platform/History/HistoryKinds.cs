using Greenprint.Quantities;
using Microsoft.Extensions.DependencyInjection;

namespace Greenprint.Platform;

/// <summary>What one kind of act is called for a person. Each module brings the words of its own acts.</summary>
/// <param name="Kind">For example <c>plan.confirmed</c>.</param>
/// <param name="Name">Its name.</param>
public sealed record HistoryKind(string Kind, Bilingual Name);

/// <summary>Names of acts on the page of the history.</summary>
public static class HistoryKinds
{
    /// <summary>Adds names; an act without one shows its kind.</summary>
    public static void AddHistoryKinds(this IServiceCollection services, params (string Kind, Bilingual Name)[] kinds)
    {
        foreach (var (kind, name) in kinds)
        {
            services.AddSingleton(new HistoryKind(kind, name));
        }
    }

    internal static void AddPlatformHistoryKinds(this IServiceCollection services) => services.AddHistoryKinds(
        ("store.created", ("建立数据", "Store made")),
        ("region.added", ("增加行政区", "Region added")),
        ("unit.added", ("增加单位", "Unit added")),
        ("unit.reformed", ("变更单位", "Unit changed")),
        ("unit.corrected", ("更正单位", "Unit corrected")),
        ("unit.closed", ("撤销单位", "Unit closed")),
        ("post.given", ("任职", "Post given")),
        ("post.ended", ("离任", "Post ended")),
        ("person.handed-over", ("交接工作", "Work handed over")),
        ("person.created", ("建立账号", "Account made")),
        ("person.signed-in", ("登录", "Signed in")),
        ("person.sign-in-failed", ("登录失败", "Sign-in failed")),
        ("person.locked", ("账号锁定", "Account locked")),
        ("password.changed", ("更改口令", "Password changed")),
        ("password.reset", ("重设口令", "Password set anew")),
        ("session.begun", ("登录设备", "Session begun")),
        ("session.ended", ("退出登录", "Session ended")),
        ("sign-on.connected", ("关联统一身份", "Single sign-on connected")),
        ("sign-on.disconnected", ("解除统一身份关联", "Single sign-on disconnected")),
        ("sign-on.refused", ("统一身份登录被拒", "Single sign-on refused")),
        ("factor.begun", ("开始设置双因素", "Second factor begun")),
        ("factor.confirmed", ("启用双因素", "Second factor in use")),
        ("factor.removed", ("停用双因素", "Second factor removed")),
        ("factor.rule-set", ("要求双因素", "Second factor required")),
        ("factor.rule-lifted", ("取消双因素要求", "Second factor no longer required")),
        ("role.given", ("授予角色", "Role given")),
        ("role.revoked", ("撤销角色", "Role taken back")),
        ("link.issued", ("发出一次性链接", "One-time link issued")),
        ("link.used", ("使用一次性链接", "One-time link used")),
        ("view.saved", ("保存视图", "View kept")),
        ("view.renamed", ("视图改名", "View renamed")),
        ("view.removed", ("删除视图", "View deleted")),
        ("view.default", ("设为默认视图", "View opens first")),
        ("view.default-ended", ("取消默认视图", "View does not open first any more")),
        ("link.closed", ("一次性链接因授权变更失效", "One-time link ended by a new role")));
}

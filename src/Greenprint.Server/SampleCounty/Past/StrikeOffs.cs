using System.Security.Claims;
using Greenprint.Delivery;
using Greenprint.Platform;
using Greenprint.Quantities;

namespace Greenprint.Server.SampleCounty.Past;

/// <summary>Orders that other matters than the plan gave rise to, and the acceptances by which they are struck off.</summary>
internal sealed class StrikeOffs(IDispatch dispatch, IWorkOrders orders, IChanges changes, Agenda agenda, PastLife life, Staff staff, CancellationToken cancellation)
{
    private static readonly Actor Inspection = Actor.System("生态环境保护督察反馈（演示）");

    internal void Plan()
    {
        Order(new(2024, 5, 16), "outfall", "lanwan/housing", ("整改石汀河右岸生活污水直排口", "Mend the sewage outlet on the right bank of the Shiting River"), ("督察反馈：石汀河右岸一处生活污水直排", "The inspection found sewage running straight into the Shiting River"), how: 10);
        Order(new(2025, 3, 12), "manure", "lanwan/agriculture", ("整改青峪水库上游养殖场粪污外溢", "Stop the spill of manure above the Qingyu reservoir"), ("督察反馈：养殖场粪污设施不配套", "The inspection found a farm without manure works"), how: 10, isRefused: true);
        Order(new(2026, 7, 13), "dust", "lanwan/transport", ("整改港口散货堆场扬尘", "Stop the dust of the bulk yard in the port"), ("督察反馈：堆场未覆盖、未喷淋", "The inspection found the yard neither covered nor sprayed"), how: 8);
        Order(new(2026, 11, 10), "ozone", "lanwan/ecology", ("排查石汀产业园夜间异味投诉", "Look into the complaints about smells at night near the Shiting park"), ("群众投诉：夜间异味", "People complained about smells at night"), how: 0);
    }

    // How far it comes: the steps after the order, in their order.
    private void Order(DateOnly day, string key, string unit, Bilingual title, Bilingual reason, int how, bool isRefused = false) => agenda.On(day, new TimeOnly(9, 0), async () =>
    {
        var order = new WorkOrder($"inspection/{key}", "990121", unit, $"inspection/{key}", title, reason, day.AddDays(60)) { IsStruckOff = true };
        var id = await changes.Apply(Inspection, change => orders.Open(change, order, cancellation), cancellation);
        Func<Task>[] steps =
        [
            () => Do("he-pu", DispatchAct.Review, id),
            () => Do("he-pu", DispatchAct.Issue, id),
            () => ByUnit(unit, DispatchAct.Sign, id),
            () => Report(unit, id, title),
            () => Do("xu-qing", DispatchAct.Check, id),
            () => Do("he-pu", DispatchAct.Close, id),
            () => ByUnit(unit, DispatchAct.AskStrikeOff, id),
            () => Do("lin-yan", DispatchAct.AcceptStrikeOff, id),
            () => Do("pei-yuan", DispatchAct.AcceptStrikeOff, id),
            () => Do("xu-qing", DispatchAct.AcceptStrikeOff, id),
        ];
        // An acceptance that is refused once begins the chain anew.
        steps = isRefused ? [.. steps[..8], () => Do("pei-yuan", DispatchAct.RefuseStrikeOff, id, "现场仍有积存粪污，清理后再申请"), .. steps[6..]] : steps[..how];
        for (var i = 0; i < steps.Length; i++)
        {
            // Days for papers, weeks for the work and the acceptances.
            agenda.On(Workdays.At(day.AddDays(i < 3 ? i + 1 : 7 + (7 * (i - 2)))), new TimeOnly(14, 30), steps[i]);
        }
    });

    private Task Do(string who, DispatchAct act, string id, string? why = null) => dispatch.Do(staff.As(who), new(act) { Why = why }, [id], cancellation);

    private Task ByUnit(string unit, DispatchAct act, string id) => dispatch.Do(Reporter(unit), new(act), [id], cancellation);

    private Task Report(string unit, string id, Bilingual title) =>
        dispatch.Report(Reporter(unit), id, new(null, $"{title.Zh}：问题点位已完成整改，建立日常巡查制度，现场复查未见反弹。", "", "纳入日常监管，每月巡查一次。", IsDone: true), cancellation);

    private ClaimsPrincipal Reporter(string unit) =>
        staff.ReporterOf(unit, ChinaTime.DayOf(life.Now)) ?? throw new InvalidOperationException($"Nobody reports for {unit} on {life.Now:yyyy-MM-dd}.");
}

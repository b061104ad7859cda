using Greenprint.Delivery.Cycles;
using Greenprint.Delivery.Dispatch;
using Greenprint.Delivery.Evidences;
using Greenprint.Delivery.Health;
using Greenprint.Delivery.Inbox;
using Greenprint.Delivery.Lists;
using Greenprint.Delivery.Offline;
using Greenprint.Delivery.Reports;
using Greenprint.Planning;
using Greenprint.Platform;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Greenprint.Delivery;

/// <summary>Dispatch, progress reports and proof (调度、进展填报、佐证材料): the door of the module.</summary>
public static class DeliveryModule
{
    /// <summary>Registers what the module needs and offers.</summary>
    public static IHostApplicationBuilder AddDelivery(this IHostApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var services = builder.Services;
        services.AddSingleton(new MappingSource(typeof(DeliveryModule).Assembly));
        services.AddOptions<DeliveryOptions>().Bind(builder.Configuration.GetSection("Delivery")).ValidateOnStart();
        services.AddSingleton<IValidateOptions<DeliveryOptions>, DeliveryOptionsValidator>();
        services.AddHistoryKinds([.. Enum.GetValues<DispatchAct>().Select(act => (DispatchStore.KindOf(act), DispatchWords.Of(act)))]);
        services.AddHistoryKinds(
            ("cycle.opened", ("开启调度", "Cycle opened")), ("cycle.closed", ("结束调度", "Cycle closed")), ("cycle.reopened", ("重新开放调度", "Cycle opened again")),
            ("report.drafted", ("保存报告草稿", "Draft of a report kept")), ("report.submitted", ("报送进展", "Progress reported")),
            ("evidence.added", ("上传佐证材料", "Proof attached")), ("evidence.removed", ("移除佐证材料", "Proof taken out")));
        services.AddHistoryKinds(("notice.reminded", ("提醒即将到期和逾期事项", "Reminded of what is due or late")));
        services.AddNoticeKinds(ItemNotices.Kinds);
        services.AddScoped<ItemNotices>();
        services.AddScoped<IRoutine, DueReminders>();
        services.AddScoped<Acceptances>();
        services.AddScoped<Charges>();
        services.AddScoped<Viewers>();
        services.AddScoped<DispatchDesk>();
        services.AddScoped<CycleCalls>();
        services.AddScoped<CycleDesk>();
        services.AddScoped<ReportDesk>();
        services.AddScoped<WorkLists>();
        services.AddScoped<ItemLists>();
        services.AddScoped<FigureTaking>();
        services.AddSingleton<Thumbnails>();
        services.AddScoped<EvidenceDesk>();
        services.AddScoped<OfflineDesk>();
        services.AddScoped<IFileNames>(provider => provider.GetRequiredService<EvidenceDesk>());
        services.AddScoped<IDispatch, DispatchDoor>();
        services.AddScoped<WorkOrders>();
        services.AddScoped<IWorkOrders>(provider => provider.GetRequiredService<WorkOrders>());
        services.AddScoped<SingleDesk>();
        services.AddScoped<ITaskCompletion, TaskCompletion>();
        services.AddScoped<ITaskStandings, TaskStandings>();
        services.AddScoped<IHealthChecks, DispatchChecks>();
        services.AddScoped<IUnitUse, OpenWork>();
        services.AddScoped<IHandOver, ItemHandOver>();
        services.AddScoped<IAuthorizationHandler, WorksOnItemHandler>();
        services.AddScoped<IAuthorizationHandler, RunsCycleHandler>();
        services.AddAuthorizationBuilder()
            .AddPolicy(WorksOnItem.Policy, policy => policy.RequireAuthenticatedUser().AddRequirements(new WorksOnItem(toReport: false)))
            .AddPolicy(WorksOnItem.ReportPolicy, policy => policy.RequireAuthenticatedUser().AddRequirements(new WorksOnItem(toReport: true)))
            .AddPolicy(RunsCycle.Policy, policy => policy.RequireAuthenticatedUser().AddRequirements(new RunsCycle()));
        return builder;
    }

    /// <summary>Maps the endpoints of the module. Its pages are Razor components that the host finds in this assembly.</summary>
    public static IEndpointRouteBuilder MapDelivery(this IEndpointRouteBuilder endpoints)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        endpoints.MapEvidence();
        endpoints.MapDrafts();
        endpoints.MapDesk();
        endpoints.MapOffline();
        endpoints.MapItemLists();
        endpoints.MapCycles();
        endpoints.MapMatrix();
        endpoints.MapProgress();
        return endpoints;
    }
}

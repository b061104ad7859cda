using System.CommandLine;
using Greenprint.Planning.Adjusting;
using Greenprint.Planning.Aligning;
using Greenprint.Planning.Allocations;
using Greenprint.Planning.AsOf;
using Greenprint.Planning.Confirming;
using Greenprint.Planning.Confirming.Screen;
using Greenprint.Planning.Drafts;
using Greenprint.Planning.Duties;
using Greenprint.Planning.Health;
using Greenprint.Planning.KeyTasks;
using Greenprint.Planning.Library;
using Greenprint.Planning.Office;
using Greenprint.Planning.Packs;
using Greenprint.Planning.Plans;
using Greenprint.Planning.Reading;
using Greenprint.Planning.Targets;
using Greenprint.Planning.Versions;
using Greenprint.Planning.Workbooks;
using Greenprint.Planning.Workbooks.Jobs;
using Greenprint.Planning.Writing;
using Greenprint.Planning.YearTasks;
using Greenprint.Platform;
using Greenprint.Quantities;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace Greenprint.Planning;

/// <summary>Plans, their text, goals, indicators, targets and key tasks (规划、条款、目标、指标、目标值、重点任务): the door of the module.</summary>
public static class PlanningModule
{
    /// <summary>Registers what the module needs and offers.</summary>
    public static IHostApplicationBuilder AddPlanning(this IHostApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton(new MappingSource(typeof(PlanningModule).Assembly));
        services.AddHistoryKinds(
            ("plan.drafted", ("读入文件，存为草稿", "Read from a file, stored as a draft")), ("plan.corrected", ("修改草稿", "Draft corrected")), ("plan.confirmed", ("确认规划", "Plan confirmed")),
            ("plan.imported", ("导入规划包", "Imported as a plan pack")), ("plan.reopened", ("退回草稿", "Taken back to draft")), ("plan.closed", ("关闭规划", "Plan closed")),
            ("plan.discarded", ("丢弃草稿", "Draft discarded")), ("plan.workbook", ("用工作簿修改", "Changed by a workbook")), ("target.revised", ("调整目标值", "Target revised")), ("indicator.method-bound", ("绑定算法", "Method bound")),
            ("plan.next-version", ("读入新版本", "Next version read")), ("plan.version-compared", ("存入对照版本", "Version stored for comparison")),
            ("items.accepted", ("采纳读出的内容", "Items accepted")), ("items.corrected", ("修改读出的内容", "Item corrected")), ("items.rejected", ("不采纳读出的内容", "Items rejected")),
            ("items.added", ("补充内容", "Item added")), ("items.undone", ("撤销", "Undone")), ("items.redone", ("重做", "Done again")),
            ("alignment.answered", ("答复衔接事项", "Finding of an alignment answered")), ("library.added", ("加入参考规划", "Added to the library of plans")),
            ("library.removed", ("移出参考规划", "Taken out of the library of plans")));
        services.AddHistoryKinds(
            ("year-task.added", ("设立年度任务", "Year task set")), ("year-task.revised", ("修改年度任务", "Year task changed")), ("year-task.cancelled", ("取消年度任务", "Year task cancelled")),
            ("target.allocated", ("分解目标", "Target allocated")), ("year-task.restored", ("恢复年度任务", "Year task put in force again")), ("year-tasks.taken-over", ("录入年度任务清单", "List of year tasks taken over")));
        services.AddHistoryKinds(
            ("workbook.uploaded", ("上传工作簿", "Workbook uploaded")), ("workbook.checked", ("核对工作簿", "Workbook checked")), ("workbook.refused", ("工作簿有误，未写入", "Workbook refused")),
            ("workbook.ordered", ("确认写入工作簿", "Workbook to be taken over")), ("workbook.applied", ("工作簿已写入", "Workbook taken over")), ("workbook.interrupted", ("工作簿处理中断", "Workbook interrupted")));
        services.AddScoped<IPlans, StoredPlans>();
        services.AddHistoryKinds([.. AdjustmentWords.Kinds, ("key-task.revised", ("调整重点任务", "Key task adjusted"))]);
        services.AddScoped<StoredKeyTasks>();
        services.AddScoped<IKeyTasks>(provider => provider.GetRequiredService<StoredKeyTasks>());
        services.AddScoped<StoredTargets>();
        services.AddScoped<ITargets>(provider => provider.GetRequiredService<StoredTargets>());
        services.AddScoped<IMethodBindings, StoredBindings>();
        services.AddScoped<StoredYearTasks>();
        services.AddScoped<IYearTasks>(provider => provider.GetRequiredService<StoredYearTasks>());
        services.AddScoped<StoredAdjustments>();
        services.AddScoped<IAdjustments>(provider => provider.GetRequiredService<StoredAdjustments>());
        services.AddScoped<AdjustmentChecks>();
        services.AddScoped<AdjustmentProposals>();
        services.AddScoped<AdjustmentNotices>();
        services.AddNoticeKinds(AdjustmentNotices.Kinds);
        services.AddScoped<AdjustmentDesk>();
        services.AddScoped<IAdjustmentInbox, AdjustmentInbox>();
        services.AddScoped<TargetTables>();
        services.AddScoped<IAuthorizationHandler, SeesAdjustmentsHandler>();
        services.AddScoped<YearTaskDesk>();
        services.AddScoped<IUnitUse, UnitsWithTasks>();
        services.AddScoped<IUnitUse, UnitsInPlans>();
        services.AddScoped<IHandOver, TaskHandOver>();
        services.AddScoped<IAllocations, StoredAllocations>();
        services.AddScoped<AllocationDesk>();
        services.AddScoped<PlanPacks>();
        services.AddScoped<IPlanPacks>(provider => provider.GetRequiredService<PlanPacks>());
        services.AddScoped<PlanFiles>();
        services.AddScoped<IFileNames>(provider => provider.GetRequiredService<PlanFiles>());
        services.AddScoped<VersionImport>();
        services.AddScoped<PlanVersions>();
        services.AddScoped<DraftImport>();
        services.AddSingleton<PagePictures>();
        services.AddScoped<PlanLife>();
        foreach (var sheet in new IPlanSheet[] { new IndicatorSheet(), new StepSheet(), new TaskSheet(), new DutySheet(), new ProjectSheet(), new MeasureSheet(), new YearSheet() })
        {
            services.AddSingleton(sheet);
        }

        services.AddScoped<PlanWorkbooks>();
        services.AddScoped<IPlanWorkbooks>(provider => provider.GetRequiredService<PlanWorkbooks>());
        services.TryAddSingleton<ReadWorkbookFile>(_ => new WorkbookUpload().Read);
        services.TryAddSingleton<MarkWorkbookFile>(_ => new WorkbookUpload().Mark);
        services.AddSingleton<JobQueue>();
        services.AddScoped<WorkbookJobs>();
        services.AddScoped<IFileNames>(provider => provider.GetRequiredService<WorkbookJobs>());
        services.AddHostedService<WorkbookWorker>();
        services.AddScoped<OfficeDesk>();
        services.AddScoped<ConfirmingDesk>();
        services.AddScoped<LibraryShelf>();
        services.AddScoped<SurveyDesk>();
        services.AddScoped<AlignmentDesk>();
        services.AddScoped<ConfirmingActs>();
        services.AddSingleton<PageMarks>();
        services.AddScoped<IHealthChecks, PlanChecks>();
        services.AddScoped<PlanHealth>();
        services.AddScoped<IAuthorizationHandler, EditsThisPlanHandler>();
        services.AddScoped<IAuthorizationHandler, SeesThisPlanHandler>();
        services.AddAuthorizationBuilder()
            .AddPolicy(EditsThisPlan.Policy, policy => policy.RequireAuthenticatedUser().AddRequirements(new EditsThisPlan()))
            .AddPolicy(SeesAdjustments.Policy, policy => policy.RequireAuthenticatedUser().AddRequirements(new SeesAdjustments()))
            .AddPolicy(SeesThisPlan.Policy, policy => policy.RequireAuthenticatedUser().AddRequirements(new SeesThisPlan()));
        services.TryAddSingleton<ReadPlanFile>(_ => new PlanUpload().Read);
        return builder;
    }

    /// <summary>Maps the endpoints of the module. Its pages are Razor components that the host finds in this assembly.</summary>
    public static IEndpointRouteBuilder MapPlanning(this IEndpointRouteBuilder endpoints)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        endpoints.MapPagePictures();
        endpoints.MapAlignment();
        endpoints.MapWorkbooks();
        endpoints.MapWorkbookJobs();
        endpoints.MapMarkedCopies();
        endpoints.MapYearTasks();
        endpoints.MapKeyTasks();
        endpoints.MapTargetTable();
        endpoints.MapDuties();
        endpoints.MapAdjustments();
        endpoints.MapAdjustmentList();
        endpoints.MapPlanHealth();
        return endpoints;
    }

    /// <summary>The verbs of the module: <c>plan …</c>.</summary>
    public static IEnumerable<Command> Verbs(IVerbHost host)
    {
        yield return new Command("plan", new Bilingual("解读和管理规划。", "Read and keep plans.").Here) { ReadPlanVerb.Command(), AlignPlansVerb.Command(), DiffPlansVerb.Command(), ImportPlanVerb.Command(host), ExportPlanVerb.Command(host), AuditPlanVerb.Command(host), WorkbookVerbs.Command(host) };
    }
}

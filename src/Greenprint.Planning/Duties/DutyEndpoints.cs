using Greenprint.Documents;
using Greenprint.Planning.Office;
using Greenprint.Planning.Workbooks;
using Greenprint.Planning.YearTasks;
using Greenprint.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Greenprint.Planning.Duties;

internal static class DutyEndpoints
{
    private const string Word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    public static void MapDuties(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/office/plans/{plan}/duties.xlsx", GetDutyWorkbook)
            .WithName(nameof(GetDutyWorkbook))
            .WithSummary("The responsibility list as a workbook: the lines that the filters of the address show")
            .RequireAuthorization(Rights.SeeWork, SeesThisPlan.Policy)
            .ExcludeFromDescription();
        endpoints.MapGet("/office/plans/{plan}/duties.docx", GetDutyDocument)
            .WithName(nameof(GetDutyDocument))
            .WithSummary("The responsibility list as a Word file in the layout of government documents")
            .RequireAuthorization(Rights.SeeWork, SeesThisPlan.Policy)
            .ExcludeFromDescription();
    }

    internal static async Task<Results<FileStreamHttpResult, NotFound>> GetDutyWorkbook(
        string plan, HttpRequest request, YearTaskDesk desk, IPlans plans, IChinaClock clock, CancellationToken cancellation) =>
        await Asked(plan, request, desk, plans, clock, cancellation) is var (sheet, filter)
            ? File(stream => WorkbookWriter.Write(DutyExport.Workbook(sheet, filter, DutyList.Of(sheet, filter)), stream), WorkbookEndpoints.Type, $"{plan}-duties.xlsx")
            : TypedResults.NotFound();

    internal static async Task<Results<FileStreamHttpResult, NotFound>> GetDutyDocument(
        string plan, HttpRequest request, YearTaskDesk desk, IPlans plans, IChinaClock clock, CancellationToken cancellation) =>
        await Asked(plan, request, desk, plans, clock, cancellation) is var (sheet, filter)
            ? File(stream => OfficialWriter.Write(DutyExport.Document(sheet, filter, DutyList.Of(sheet, filter), filter.AsOf ?? clock.Today), stream), Word, $"{plan}-duties.docx")
            : TypedResults.NotFound();

    private static async Task<(YearTaskSheet Sheet, TaskFilter Filter)?> Asked(
        string plan, HttpRequest request, YearTaskDesk desk, IPlans plans, IChinaClock clock, CancellationToken cancellation)
    {
        if ((await plans.All(cancellation)).FirstOrDefault(one => one.Id == plan) is not { } summary)
        {
            return null;
        }

        var filter = TaskFilter.Of(request.Query, summary, clock.Today);
        return ((await desk.Find(plan, filter.Year, filter.AsOf, cancellation))!, filter);
    }

    private static FileStreamHttpResult File(Action<Stream> write, string type, string name)
    {
        var stream = new MemoryStream();
        write(stream);
        stream.Position = 0;
        return TypedResults.Stream(stream, type, name);
    }
}

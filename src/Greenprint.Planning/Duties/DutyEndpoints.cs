using Greenprint.Documents;
using Greenprint.Planning.Office;
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
        endpoints.MapList("/office/plans/{plan}/duties", "The responsibility list: the lines that the filters of the address show", GetDuties, Rights.SeeWork, SeesThisPlan.Policy);
        endpoints.MapGet("/office/plans/{plan}/duties.docx", GetDutyDocument)
            .WithName(nameof(GetDutyDocument))
            .WithSummary("The responsibility list as a Word file in the layout of government documents")
            .RequireAuthorization(Rights.SeeWork, SeesThisPlan.Policy)
            .ExcludeFromDescription();
    }

    internal static async Task<ListFile?> GetDuties(string plan, HttpRequest request, YearTaskDesk desk, IChinaClock clock, CancellationToken cancellation) =>
        await DutyTable.Find(desk, plan, request.Query, cancellation) is { } table ? DutyExport.List(table, clock.Now) : null;

    internal static async Task<Results<FileStreamHttpResult, NotFound>> GetDutyDocument(string plan, HttpRequest request, YearTaskDesk desk, IChinaClock clock, CancellationToken cancellation)
    {
        if (await DutyTable.Find(desk, plan, request.Query, cancellation) is not { } table)
        {
            return TypedResults.NotFound();
        }

        var stream = new MemoryStream();
        OfficialWriter.Write(DutyExport.Document(table, clock.Today), stream);
        stream.Position = 0;
        return TypedResults.Stream(stream, Word, $"{plan}-duties.docx");
    }
}

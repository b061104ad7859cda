using Greenprint.Documents;
using Greenprint.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Greenprint.Delivery.Offline;

internal static class OfflineEndpoint
{
    private const string Type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public static void MapOffline(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/office/work/form.xlsx", GetReportForm)
            .WithName(nameof(GetReportForm)).WithSummary("What one must report, as a workbook to fill in offline").RequireAuthorization(Rights.ReportProgress).ExcludeFromDescription();

    internal static async Task<FileStreamHttpResult> GetReportForm(string? cycle, OfflineDesk desk, IChinaClock clock, HttpContext context)
    {
        var stream = new MemoryStream();
        WorkbookWriter.Write(await desk.Form(context.User, cycle, context.RequestAborted), stream);
        stream.Position = 0;
        context.Response.Headers.CacheControl = "private, no-store";
        return TypedResults.Stream(stream, Type, FormattableString.Invariant($"report-{clock.Today:yyyyMMdd}.xlsx"));
    }
}

using System.Text.Json;
using System.Text.RegularExpressions;
using Greenprint.Documents;
using Greenprint.Planning.Office;
using Greenprint.Platform;
using Greenprint.Quantities;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Greenprint.Planning.Workbooks.Jobs;

/// <summary>How far a workbook is, for the script of its page.</summary>
/// <param name="IsRunning">False once the page has something new to show.</param>
/// <param name="Text">What is being done.</param>
/// <param name="Percent">0 to 100.</param>
public sealed record JobProgressAnswer(bool IsRunning, string Text, int Percent);

internal static partial class JobEndpoints
{
    public static void MapWorkbookJobs(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/office/plans/{plan}/workbook/{job}/progress", GetProgress)
            .WithName("GetWorkbookProgress").WithSummary("How far a workbook that was brought back is").RequireAuthorization(Rights.EditPlans, EditsThisPlan.Policy).ExcludeFromDescription();
        endpoints.MapGet("/office/plans/{plan}/workbook/{job}/marked.xlsx", GetMarked)
            .WithName("GetMarkedWorkbook").WithSummary("The workbook as it was uploaded, with what is to be mended beside each row").RequireAuthorization(Rights.EditPlans, EditsThisPlan.Policy).ExcludeFromDescription();
    }

    internal static async Task<Results<Ok<JobProgressAnswer>, NotFound>> GetProgress(string plan, string job, WorkbookJobs jobs, JobQueue queue, HttpResponse response, CancellationToken cancellation)
    {
        response.Headers.CacheControl = "no-store";
        return await jobs.Find(plan, job, cancellation) is { } found
            ? TypedResults.Ok(new JobProgressAnswer(found.Row.IsRunning, (queue.ProgressOf(job)?.Step ?? JobWords.Of(found.Row.State)).Here, queue.ProgressOf(job)?.Percent ?? 0))
            : TypedResults.NotFound();
    }

    internal static async Task<Results<FileStreamHttpResult, NotFound, ProblemHttpResult>> GetMarked(string plan, string job, WorkbookJobs jobs, MarkWorkbookFile mark, CancellationToken cancellation)
    {
        if (await jobs.Find(plan, job, cancellation) is not { Outcome: { Faults.Count: > 0 } outcome } found)
        {
            return TypedResults.NotFound();
        }

        var folder = Directory.CreateTempSubdirectory("greenprint-marked-");
        try
        {
            var (file, notes, to) = (Path.Combine(folder.FullName, "in.xlsx"), Path.Combine(folder.FullName, "notes.json"), Path.Combine(folder.FullName, "out.xlsx"));
            await jobs.Copy(found.Row, file, cancellation);
            await File.WriteAllTextAsync(notes, JsonSerializer.Serialize(NotesOf(outcome.Faults), PlanPackJson.Compact), cancellation);
            if (await mark(file, notes, to, found.Row.File, cancellation) is { } refusal)
            {
                return refusal.ToUnprocessable();
            }

            return TypedResults.Stream(new MemoryStream(await File.ReadAllBytesAsync(to, cancellation)), WorkbookEndpoints.Type, $"{Path.GetFileNameWithoutExtension(found.Row.File)}-{WorkbookNotes.Head.Here}.xlsx");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>The faults by sheet and row; those of a whole sheet stand on the page only.</summary>
    internal static SheetNotes NotesOf(IEnumerable<Finding> faults) => new(
        [WorkbookNotes.Head.Here, WorkbookNotes.Head.Zh, WorkbookNotes.Head.En!],
        [
            .. faults.Select(fault => (Fault: fault, Place: Place().Match(fault.Place?.Source ?? ""))).Where(one => one.Place.Success)
                .GroupBy(one => (Sheet: one.Place.Groups["sheet"].Value, Row: int.Parse(one.Place.Groups["row"].Value, System.Globalization.CultureInfo.InvariantCulture)))
                .Select(group => new SheetNote(group.Key.Sheet, group.Key.Row, string.Join('\n', group.Select(one => one.Place.Groups["column"].Value is { Length: > 0 } column ? $"{column}{group.Key.Row}: {one.Fault.Message.Here}" : one.Fault.Message.Here)))),
        ]);

    [GeneratedRegex("^(?<sheet>.+)!(?<column>[A-Z]*)(?<row>[0-9]+)(:[0-9]+)?$")]
    private static partial Regex Place();
}

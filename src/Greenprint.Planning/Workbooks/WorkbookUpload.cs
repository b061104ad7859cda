using System.Text.Json;
using Greenprint.Documents;
using Greenprint.Planning.Reading;
using Greenprint.Quantities;

namespace Greenprint.Planning.Workbooks;

/// <summary>Writes notes beside the rows of a foreign workbook, outside this process; null when it was done.</summary>
internal delegate Task<Finding?> MarkWorkbookFile(string path, string notes, string to, string name, CancellationToken cancellation);

/// <summary>Reads a workbook in a process of its own (<c>greenprint plan workbook read FILE</c>), as <see cref="PlanUpload"/> does with documents.</summary>
/// <param name="program">The program, and the arguments before the verb; null: this very program.</param>
internal sealed class WorkbookUpload(IReadOnlyList<string>? program = null)
{
    private const int Seconds = 60;
    private readonly ReadingProcess process = new(program, Seconds);

    public async Task<WorkbookReading> Read(string path, string name, CancellationToken cancellation)
    {
        var (json, exitCode, stopped) = await process.Run(["plan", "workbook", "read", path], name, cancellation);
        if (stopped is not null || exitCode != 0)
        {
            return new(null, stopped ?? ReadingProcess.RefusalIn(json, exitCode, name));
        }

        try
        {
            return JsonSerializer.Deserialize<SourceWorkbook>(json, PlanPackJson.Compact) is { } book ? new(book, null) : new(null, ReadingFindings.ReaderFailed(name, exitCode));
        }
        catch (JsonException)
        {
            return new(null, ReadingFindings.ReaderFailed(name, exitCode));
        }
    }

    public async Task<Finding?> Mark(string path, string notes, string to, string name, CancellationToken cancellation)
    {
        var (json, exitCode, stopped) = await process.Run(["plan", "workbook", "mark", path, notes, to], name, cancellation);
        return stopped ?? (exitCode == 0 ? null : ReadingProcess.RefusalIn(json, exitCode, name));
    }
}

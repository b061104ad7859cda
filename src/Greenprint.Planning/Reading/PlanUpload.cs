using System.Text.Json;
using Greenprint.PlanText;
using Greenprint.Quantities;

namespace Greenprint.Planning.Reading;

/// <summary>What came of reading an upload: the reading, or the reason of a refusal.</summary>
internal sealed record PlanUploadResult(PlanReading? Reading, Finding? Refusal);

/// <summary>Reads a foreign document in a process of its own (<c>greenprint plan read FILE --json</c>).</summary>
/// <param name="program">The program, and the arguments before the verb; null: this very program.</param>
/// <param name="seconds">How long a reading may take.</param>
internal sealed class PlanUpload(IReadOnlyList<string>? program = null, int seconds = 60)
{
    private readonly ReadingProcess process = new(program, seconds);

    /// <summary>Reads the file at <paramref name="path"/>; messages name it <paramref name="name"/>, because the path is the server's own affair.</summary>
    public async Task<PlanUploadResult> Read(string path, string name, CancellationToken cancellation)
    {
        var (json, exitCode, stopped) = await process.Run(["plan", "read", path, "--json"], name, cancellation);
        if (stopped is not null || exitCode != 0)
        {
            return new PlanUploadResult(null, stopped ?? ReadingProcess.RefusalIn(json, exitCode, name));
        }

        try
        {
            var reading = PlanReadingJson.Read(json);
            return new PlanUploadResult(reading with { Source = reading.Source is null ? null : reading.Source with { Name = name } }, null);
        }
        catch (JsonException)
        {
            return new PlanUploadResult(null, ReadingFindings.ReaderFailed(name, exitCode));
        }
    }
}

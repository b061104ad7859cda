using System.Text.Encodings.Web;
using System.Text.Json;

namespace Greenprint.PlanText;

/// <summary>The one way a reading becomes JSON and comes back: a server reads a foreign document in a child process and takes its answer from here.</summary>
public static class PlanReadingJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        NewLine = "\n",

        // The output is a file or a terminal, never a page: a person must be able to read the Chinese in it.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The reading as indented JSON with readable Chinese.</summary>
    public static string Write(PlanReading reading) => JsonSerializer.Serialize(reading, Options);

    /// <summary>A reading that <see cref="Write"/> wrote, of this or an earlier version.</summary>
    /// <exception cref="JsonException">The text is not such a reading.</exception>
    public static PlanReading Read(string json) =>
        JsonSerializer.Deserialize<PlanReading>(json, Options) ?? throw new JsonException("The text holds no reading.");
}

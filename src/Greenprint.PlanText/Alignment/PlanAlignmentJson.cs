using System.Text.Encodings.Web;
using System.Text.Json;

namespace Greenprint.PlanText.Alignment;

/// <summary>An alignment as JSON, with the same conventions as a reading.</summary>
public static class PlanAlignmentJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,   // a file or a terminal, never a page
    };

    /// <summary>The alignment as indented JSON with readable Chinese.</summary>
    public static string Write(PlanAlignment alignment) => JsonSerializer.Serialize(alignment, Options);
}

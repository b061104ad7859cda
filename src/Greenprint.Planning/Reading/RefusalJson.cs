using System.Text.Encodings.Web;
using System.Text.Json;
using Greenprint.Quantities;

namespace Greenprint.Planning.Reading;

/// <summary>A refusal as JSON, so that whoever ran the verb as a child has the finding and not only its words.</summary>
internal static class RefusalJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Write(Finding finding) => JsonSerializer.Serialize(
        new Answer(new Refusal(finding.Code, finding.Message.Zh, finding.Message.En, finding.Place?.Source, finding.Place?.Line)), Options);

    /// <summary>The finding in an answer of <see cref="Write"/>, or null where the text is another.</summary>
    public static Finding? Read(string json)
    {
        try
        {
            return JsonSerializer.Deserialize<Answer>(json, Options)?.Refusal is { } refusal
                ? new Finding(refusal.Code, new Bilingual(refusal.Message, refusal.MessageEn), new FindingPlace(refusal.File, refusal.Line))
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private sealed record Answer(Refusal? Refusal);

    private sealed record Refusal(string Code, string Message, string? MessageEn, string? File, int? Line);
}

using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Greenprint.Planning.Confirming;

/// <summary>The content of an item as the store keeps it: what is not printed is left out, so that equal contents are equal texts.</summary>
internal static class FoundJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter() },
    };

    public static string Write(FoundContent content) => JsonSerializer.Serialize(content, Options);

    public static FoundContent Read(string json) => JsonSerializer.Deserialize<FoundContent>(json, Options)!;

    public static FoundContent? ReadOrNull(string? json) => json is null ? null : Read(json);
}

using System.Text.Json;

namespace Greenprint.Platform;

/// <summary>What an entry recorded, in one readable line; the whole of it stands below as it was recorded.</summary>
internal static class HistoryText
{
    private const int Longest = 160;

    public static string Line(string body)
    {
        using var json = JsonDocument.Parse(body);
        var line = json.RootElement.ValueKind == JsonValueKind.Object
            ? string.Join(" · ", json.RootElement.EnumerateObject().Select(Part).Where(part => part is not null))
            : Value(json.RootElement) ?? "";
        return line.Length <= Longest ? line : string.Concat(line.AsSpan(0, Longest), "…");
    }

    // Numbers that only programs use say nothing to a reader.
    private static string? Part(JsonProperty property) =>
        property.Name is "id" || Value(property.Value) is not { Length: > 0 } value ? null : $"{property.Name}: {value}";

    private static string? Value(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null or JsonValueKind.Undefined => null,
        JsonValueKind.Array => $"[{value.GetArrayLength()}]",
        JsonValueKind.Object => value.TryGetProperty("zh", out var zh) ? zh.GetString() : "{…}",
        _ => value.ToString(),
    };
}

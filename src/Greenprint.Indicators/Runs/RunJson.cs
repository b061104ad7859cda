using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Greenprint.Quantities;

namespace Greenprint.Indicators;

/// <summary>How this module writes JSON: camelCase, Chinese as Chinese, enums by name, periods as text, nothing left out.</summary>
internal static class RunJson
{
    public static JsonSerializerOptions Options { get; } = Make(indented: false);

    public static JsonSerializerOptions Indented { get; } = Make(indented: true);

    private static JsonSerializerOptions Make(bool indented) => new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = indented,
        Converters = { new JsonStringEnumConverter(), new PeriodConverter(), new BilingualConverter() },
    };

    private sealed class PeriodConverter : JsonConverter<Period>
    {
        public override Period Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Period.Parse(reader.GetString() ?? "");

        public override void Write(Utf8JsonWriter writer, Period value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
    }

    // By hand, because the record's computed properties (the text for the current reader) are no part of a promise.
    private sealed class BilingualConverter : JsonConverter<Bilingual>
    {
        public override Bilingual Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            using var document = JsonDocument.ParseValue(ref reader);
            return new(
                document.RootElement.GetProperty("zh").GetString() ?? "",
                document.RootElement.TryGetProperty("en", out var english) ? english.GetString() : null);
        }

        public override void Write(Utf8JsonWriter writer, Bilingual value, JsonSerializerOptions options)
        {
            writer.WriteStartObject();
            writer.WriteString("zh", value.Zh);
            writer.WriteString("en", value.En);
            writer.WriteEndObject();
        }
    }
}

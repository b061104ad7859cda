using System.Collections;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Greenprint.Quantities;

namespace Greenprint.Planning;

/// <summary>The one way a pack becomes JSON and comes back. What it does not know it refuses: a mistyped name is a mistake, not a remark.</summary>
public static class PlanPackJson
{
    internal static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        NumberHandling = JsonNumberHandling.Strict,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        Converters = { new JsonStringEnumConverter(namingPolicy: null, allowIntegerValues: false), new BilingualText() },
    };

    internal static JsonSerializerOptions Compact { get; } = new(Options) { WriteIndented = false };

    // What is empty or as by default is left out, so that a field added to the format later does not make old packs look changed.
    private static readonly JsonSerializerOptions Canonical = new(Options)
    {
        WriteIndented = false,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver
        {
            Modifiers =
            {
                type =>
                {
                    foreach (var property in type.Properties.Where(property => typeof(IEnumerable).IsAssignableFrom(property.PropertyType)))
                    {
                        property.ShouldSerialize = (_, value) => value is string or IEnumerable and not ICollection { Count: 0 };
                    }
                },
            },
        },
    };

    /// <summary>The content of a pack as bytes: equal for equal content, whatever the file looked like.</summary>
    internal static byte[] Content(PlanPack pack) => JsonSerializer.SerializeToUtf8Bytes(pack, Canonical);

    /// <summary>The pack as indented JSON.</summary>
    public static string Write(PlanPack pack) => JsonSerializer.Serialize(pack, Options);

    /// <summary>Reads a pack.</summary>
    /// <param name="json">The text of the file.</param>
    /// <param name="source">Its name, for findings.</param>
    /// <returns>The pack, or the finding that says where the file is none.</returns>
    public static (PlanPack? Pack, Finding? Fault) Read(string json, string source)
    {
        try
        {
            return JsonSerializer.Deserialize<PlanPack>(json, Options) is { } pack
                ? (pack, null)
                : (null, PlanningFindings.NotAPack(source, null, "null"));
        }
        catch (JsonException fault)
        {
            var reason = fault.Message.Split(" Path:")[0];
            return (null, PlanningFindings.NotAPack(source, fault.LineNumber is { } line ? checked((int)line + 1) : null, $"{fault.Path}: {reason}"));
        }
    }

    /// <summary>A text in two languages is <c>{"zh": …, "en": …}</c>, or a plain string where there is only Chinese.</summary>
    private sealed class BilingualText : JsonConverter<Bilingual>
    {
        public override Bilingual Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            if (reader.TokenType == JsonTokenType.String)
            {
                return new(reader.GetString()!);
            }

            var parts = JsonSerializer.Deserialize<Dictionary<string, string?>>(ref reader, options);
            return parts is not null && parts.Keys.All(key => key is "zh" or "en") && parts.GetValueOrDefault("zh") is { } zh
                ? new(zh, parts.GetValueOrDefault("en"))
                : throw new JsonException("""A text is a string, or {"zh": …, "en": …}.""");
        }

        public override void Write(Utf8JsonWriter writer, Bilingual value, JsonSerializerOptions options)
        {
            if (value.En is null)
            {
                writer.WriteStringValue(value.Zh);
                return;
            }

            writer.WriteStartObject();
            writer.WriteString("zh", value.Zh);
            writer.WriteString("en", value.En);
            writer.WriteEndObject();
        }
    }
}

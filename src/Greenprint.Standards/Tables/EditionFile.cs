using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;
using Greenprint.Quantities;

namespace Greenprint.Standards.Tables;

/// <summary>Reads <c>standard.json</c>; a fault names the line of the entry it is about.</summary>
internal static class EditionFile
{
    /// <summary>Kinds whose values this library holds against their limits in one way only; the others follow what their edition says.</summary>
    private static readonly FrozenDictionary<string, Comparison> OneWay = new Dictionary<string, Comparison>
    {
        ["air-limits"] = Comparison.Rounded,
        ["air-index"] = Comparison.Rounded,
        ["air-assessment"] = Comparison.Rounded,
        ["surface-water"] = Comparison.Full,
        ["surface-water-method"] = Comparison.Full,
        ["coastal-assessment"] = Comparison.Full,
        ["soil-agricultural"] = Comparison.Full,
        ["soil-construction"] = Comparison.Full,
        ["noise-assessment"] = Comparison.Rounded,
    }.ToFrozenDictionary();

    internal static StandardEdition Read(string file, string json, string folder)
    {
        var at = new Lines(file, json);
        try
        {
            using var document = JsonDocument.Parse(json);
            var root = document.RootElement;
            var edition = new StandardEdition(
                root.GetProperty("id").GetString()!,
                root.GetProperty("number").GetString()!,
                root.GetProperty("kind").GetString()!,
                Text(root.GetProperty("title")),
                at.Day(root.GetProperty("issued")),
                root.GetProperty("compare").GetString() switch
                {
                    "full" => Comparison.Full,
                    "rounded" => Comparison.Rounded,
                    var other => throw at.Fault("\"compare\"", $"'{other}' is no rule of comparison: write full or rounded."),
                },
                Text(root.GetProperty("source")),
                [.. root.GetProperty("checked").EnumerateArray().Select(entry => new EditionCheck(
                    entry.GetProperty("by").GetString()!,
                    at.Day(entry.GetProperty("on")) ?? throw at.Fault("\"checked\"", "A check has its day."),
                    Text(entry)))],
                [.. root.GetProperty("inForce").EnumerateArray().Select(entry => new Validity(
                    [.. entry.GetProperty("regions").EnumerateArray().Select(region => region.GetString()!)],
                    at.Day(entry.GetProperty("from")) ?? throw at.Fault("\"inForce\"", "A validity has its first day."),
                    at.Day(entry.GetProperty("to")),
                    MarkOf(at, entry.GetProperty("mark").GetString())))],
                [.. root.GetProperty("stages").EnumerateArray().Select(stage => new EditionStage(
                    stage.GetProperty("id").GetString()!, Text(stage),
                    at.Day(stage.GetProperty("from")) ?? throw at.Fault("\"stages\"", "A stage has its first day."),
                    at.Day(stage.GetProperty("to"))))]);
            Check(at, edition, folder);
            return edition;
        }
        catch (Exception fault) when (fault is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            var line = (fault as JsonException)?.LineNumber is { } number ? (int)number + 1 : 0;
            throw new StandardTableException(file, line, fault.Message, fault);
        }
    }

    /// <summary>The line of the first entry with this text, or 0.</summary>
    internal static int LineOf(string json, string entry)
    {
        var at = json.IndexOf(entry, StringComparison.Ordinal);
        return at < 0 ? 0 : json.AsSpan(0, at).Count('\n') + 1;
    }

    private static void Check(Lines at, StandardEdition edition, string folder)
    {
        if (edition.Id != folder)
        {
            throw at.Fault("\"id\"", $"The id '{edition.Id}' is not the name of the folder '{folder}'.");
        }

        if (OneWay.TryGetValue(edition.Kind, out var only) && only != edition.Comparison)
        {
            throw at.Fault("\"compare\"", $"Values of the kind '{edition.Kind}' are compared {(only == Comparison.Full ? "in full" : "rounded")}: the library knows no other rule for them.");
        }

        if (edition.InForce.Count == 0)
        {
            throw at.Fault("\"inForce\"", "An edition is in force somewhere.");
        }

        foreach (var validity in edition.InForce)
        {
            if (validity.To < validity.From || validity.From < edition.Issued)
            {
                throw at.Fault($"\"from\": \"{validity.From:yyyy-MM-dd}\"", "An edition comes into force no earlier than it is issued, and ends no earlier than it begins.");
            }
        }

        if (edition.Checks.Count == 0 || edition.Checks.FirstOrDefault(check => check.By.Length == 0 || check.On < edition.Issued) is not null)
        {
            throw at.Fault("\"checked\"", "Somebody with a name compared the tables with their source, no earlier than the edition was issued.");
        }

        for (var i = 0; i < edition.Stages.Count; i++)
        {
            var stage = edition.Stages[i];
            var expected = i == 0 ? edition.InForce.Min(validity => validity.From) : edition.Stages[i - 1].To?.AddDays(1);
            if (stage.From != expected)
            {
                throw at.Fault(
                    $"\"id\": \"{stage.Id}\"",
                    FormattableString.Invariant($"The stage '{stage.Id}' begins {stage.From:yyyy-MM-dd}; it should begin {expected:yyyy-MM-dd}, so that no day has two stages or none."));
            }
        }
    }

    private static Bilingual Text(JsonElement element) => (element.GetProperty("zh").GetString()!, element.GetProperty("en").GetString()!);

    private static Mark MarkOf(Lines at, string? text) => text switch
    {
        "VERIFIED" => Mark.Verified,
        "TRANSCRIBED" => Mark.Transcribed,
        "UNVERIFIED" => Mark.Unverified,
        _ => throw at.Fault($"\"mark\": \"{text}\"", $"'{text}' is no mark: write VERIFIED, TRANSCRIBED or UNVERIFIED."),
    };

    /// <summary>Where an entry stands: the first line that has its text.</summary>
    private sealed class Lines(string file, string json)
    {
        internal StandardTableException Fault(string entry, string reason) => new(file, LineOf(json, entry), reason);

        internal DateOnly? Day(JsonElement element)
        {
            if (element.ValueKind == JsonValueKind.Null)
            {
                return null;
            }

            var text = element.GetString()!;
            return DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
                : throw Fault($"\"{text}\"", $"'{text}' is no day: write yyyy-MM-dd.");
        }
    }
}

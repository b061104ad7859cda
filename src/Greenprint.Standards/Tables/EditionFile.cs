using System.Text.Json;
using Greenprint.Quantities;

namespace Greenprint.Standards.Tables;

/// <summary>Reads <c>standard.json</c>.</summary>
internal static class EditionFile
{
    internal static StandardEdition Read(string file, string json, string folder)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var root = document.RootElement;
            var edition = new StandardEdition(
                root.GetProperty("id").GetString()!,
                root.GetProperty("number").GetString()!,
                root.GetProperty("kind").GetString()!,
                Text(root.GetProperty("title")),
                Day(root.GetProperty("issued")),
                [.. root.GetProperty("inForce").EnumerateArray().Select(entry => new Validity(
                    [.. entry.GetProperty("regions").EnumerateArray().Select(region => region.GetString()!)],
                    Day(entry.GetProperty("from")) ?? throw new StandardTableException(file, 0, "A validity has no first day."),
                    Day(entry.GetProperty("to")),
                    MarkOf(file, entry.GetProperty("mark").GetString())))],
                [.. root.GetProperty("stages").EnumerateArray().Select(stage => new EditionStage(
                    stage.GetProperty("id").GetString()!, Text(stage),
                    Day(stage.GetProperty("from")) ?? throw new StandardTableException(file, 0, "A stage has no first day."),
                    Day(stage.GetProperty("to"))))]);
            return Checked(file, edition, folder);
        }
        catch (Exception fault) when (fault is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            var line = (fault as JsonException)?.LineNumber is { } number ? (int)number + 1 : 0;
            throw new StandardTableException(file, line, fault.Message, fault);
        }
        catch (FormatException fault) when (fault is not StandardTableException)
        {
            throw new StandardTableException(file, 0, $"A date is written yyyy-MM-dd. {fault.Message}", fault);
        }
    }

    private static StandardEdition Checked(string file, StandardEdition edition, string folder)
    {
        if (edition.Id != folder)
        {
            throw new StandardTableException(file, 0, $"The id '{edition.Id}' is not the name of the folder '{folder}'.");
        }

        if (edition.InForce.Count == 0 || edition.InForce.Any(validity => validity.To < validity.From))
        {
            throw new StandardTableException(file, 0, "An edition is in force somewhere, and ends no earlier than it begins.");
        }

        for (var i = 0; i < edition.Stages.Count; i++)
        {
            var stage = edition.Stages[i];
            var expected = i == 0 ? edition.InForce.Min(validity => validity.From) : edition.Stages[i - 1].To?.AddDays(1);
            if (stage.From != expected)
            {
                throw new StandardTableException(file, 0, $"The stage '{stage.Id}' begins {stage.From:yyyy-MM-dd}; it should begin {expected:yyyy-MM-dd}, so that no day has two stages or none.");
            }
        }

        return edition;
    }

    private static Bilingual Text(JsonElement element) => (element.GetProperty("zh").GetString()!, element.GetProperty("en").GetString()!);

    private static DateOnly? Day(JsonElement element) =>
        element.ValueKind == JsonValueKind.Null ? null : DateOnly.ParseExact(element.GetString()!, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static Mark MarkOf(string file, string? text) => text switch
    {
        "VERIFIED" => Mark.Verified,
        "TRANSCRIBED" => Mark.Transcribed,
        "UNVERIFIED" => Mark.Unverified,
        _ => throw new StandardTableException(file, 0, $"'{text}' is no mark."),
    };
}

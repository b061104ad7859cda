using System.Globalization;
using Greenprint.Planning.Packs;
using Greenprint.Quantities;

namespace Greenprint.Planning.Office;

/// <summary>What an editor typed about a revision, as a revision.</summary>
internal static class RevisionForm
{
    /// <summary>Reads a typed number; empty is none. Full-width digits and signs are read as what they mean.</summary>
    public static bool TryNumber(string? text, out decimal? number)
    {
        number = null;
        if (string.IsNullOrWhiteSpace(text))
        {
            return true;
        }

        var plain = text.Normalize(System.Text.NormalizationForm.FormKC).Trim();
        if (!decimal.TryParse(plain, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value))
        {
            return false;
        }

        number = value;
        return true;
    }

    /// <summary>The yearly steps as typed, a year without a number being none; null where one of them is no number.</summary>
    public static IReadOnlyList<AnnualTarget>? Steps(IEnumerable<KeyValuePair<int, string?>> typed)
    {
        List<AnnualTarget> steps = [];
        foreach (var (year, text) in typed.OrderBy(step => step.Key))
        {
            if (!TryNumber(text, out var number))
            {
                return null;
            }

            if (number is { } value)
            {
                steps.Add(new(year, value));
            }
        }

        return steps;
    }

    /// <summary>The target in force with another number. A number for what the superior assigns comes with the document that assigns it.</summary>
    public static Target TargetOf(Target now, decimal? value, decimal? upper, string? text, string? assigned)
    {
        var isSame = value == now.Value && upper == now.Upper;
        var document = now.Kind == TargetKind.AssignedBySuperior && !isSame ? assigned?.Trim() : now.Document;
        var pack = new PackTarget(now.Kind, now.Year, value, upper, null, document, now.From);
        var printed = !string.IsNullOrWhiteSpace(text) ? new Bilingual(text.Trim()) : isSame ? now.Text : TargetText.Of(pack);
        return new(now.Kind, now.Year, value, upper, printed, document, now.From);
    }
}

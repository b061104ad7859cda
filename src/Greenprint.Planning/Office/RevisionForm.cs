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

    /// <summary>The target in force with another number. A number for what the superior assigns comes with the document that assigns it.</summary>
    public static TargetRevision Of(Target now, decimal? value, decimal? upper, string? text, string document, DateOnly on, string reason)
    {
        var assigned = now.Kind == TargetKind.AssignedBySuperior ? document.Trim() : now.Document;
        var pack = new PackTarget(now.Kind, now.Year, value, upper, null, assigned, now.From);
        var printed = string.IsNullOrWhiteSpace(text) ? TargetText.Of(pack) : new Bilingual(text.Trim());
        return new(new Target(now.Kind, now.Year, value, upper, printed, assigned, now.From), document, on, reason);
    }
}

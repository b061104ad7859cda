using System.Globalization;
using System.Text.Json.Serialization;

namespace Greenprint.Quantities;

/// <summary>A text in the product's two languages. The Chinese is the original; the English may be absent (a plan of a bureau has none).</summary>
/// <param name="Zh">Simplified Chinese, in the terms of official texts.</param>
/// <param name="En">English, or null where nobody wrote one: the Chinese is then shown, marked as Chinese.</param>
public sealed record Bilingual(string Zh, string? En = null)
{
    /// <summary>The text for a reader of the current UI culture: English where it exists and is asked for, else Chinese.</summary>
    [JsonIgnore]   // data is the same for every reader
    public string Here => In(CultureInfo.CurrentUICulture);

    /// <summary>The text for a reader of <paramref name="culture"/>.</summary>
    public string In(CultureInfo culture) => IsEnglish(culture) && !string.IsNullOrEmpty(En) ? En : Zh;

    /// <summary>True when the reader of the current UI culture wants English.</summary>
    public static bool EnglishHere => IsEnglish(CultureInfo.CurrentUICulture);

    /// <summary>Reads <c>("中文", "English")</c> as a text, so that a message can be written in place.</summary>
    public static implicit operator Bilingual((string Zh, string En) text) => new(text.Zh, text.En);

    /// <summary>The text for the current reader; see <see cref="Here"/>.</summary>
    public override string ToString() => Here;

    private static bool IsEnglish(CultureInfo culture) => culture.TwoLetterISOLanguageName == "en";
}

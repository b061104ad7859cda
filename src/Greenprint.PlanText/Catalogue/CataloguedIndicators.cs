using System.Text.RegularExpressions;
using Greenprint.PlanText.Alignment;
using Greenprint.PlanText.Paragraphs;

namespace Greenprint.PlanText;

/// <summary>An indicator that plans set again and again, as <c>data/indicators/catalogue.csv</c> knows it.</summary>
/// <param name="Code">Permanent code, for example <c>air-pm25</c>.</param>
/// <param name="Name">Name as most plans print it.</param>
/// <param name="Synonyms">Other wordings.</param>
/// <param name="Unit">Usual unit, or empty.</param>
public sealed record CataloguedIndicator(string Code, string Name, IReadOnlyList<string> Synonyms, string Unit);

/// <summary>The catalogue of indicators, for a person who looks for one by name, by another wording or by code.</summary>
public static partial class CataloguedIndicators
{
    /// <summary>All of them, in the order of the catalogue.</summary>
    public static IReadOnlyList<CataloguedIndicator> All { get; } =
        [.. Catalogue.IndicatorCatalogue.Bundled.All.Select(one => new CataloguedIndicator(one.Code, one.Name, one.Synonyms, one.Unit))];

    private static readonly (CataloguedIndicator Indicator, string[] Keys)[] Keys =
        [.. All.Select(one => (one, one.Synonyms.Prepend(one.Name).Prepend(one.Code).Select(Key).ToArray()))];

    /// <summary>The indicator of that code, or null.</summary>
    public static CataloguedIndicator? Find(string code) => All.FirstOrDefault(one => one.Code == code);

    /// <summary>The indicator that a row of a plan is, by its name; null where the catalogue has none.</summary>
    public static CataloguedIndicator? Of(IndicatorItem item) => IndicatorName.Of(item).Code is { } code ? Find(code) : null;

    /// <summary>Indicators whose code, name or other wording holds the text; those that begin with it first. Empty for an empty text.</summary>
    public static IReadOnlyList<CataloguedIndicator> Search(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var key = Key(text);
        return key.Length == 0 ? [] :
        [
            .. Keys.Where(one => one.Keys.Any(name => name.Contains(key, StringComparison.Ordinal)))
                .OrderBy(one => one.Keys.Any(name => name == key) ? 0 : one.Keys.Any(name => name.StartsWith(key, StringComparison.Ordinal)) ? 1 : 2)
                .Select(one => one.Indicator),
        ];
    }

    /// <summary>A text as it is compared: without case, width, white space, brackets and dots.</summary>
    internal static string Key(string text) => Signs().Replace(TextFold.Key(text), "").ToLowerInvariant();

    [GeneratedRegex(@"[()\[\]〔〕【】“”""、，,。.·\-—]")]
    private static partial Regex Signs();
}

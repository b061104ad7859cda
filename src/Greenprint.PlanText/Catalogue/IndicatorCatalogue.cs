using System.Collections.Frozen;
using System.Text;
using System.Text.RegularExpressions;
using Greenprint.PlanText.Paragraphs;

namespace Greenprint.PlanText.Catalogue;

/// <summary>An indicator that plans set again and again.</summary>
/// <param name="Code">Permanent code.</param>
/// <param name="Name">Name as most plans print it.</param>
/// <param name="Synonyms">Other wordings.</param>
/// <param name="Unit">Usual unit, or empty.</param>
/// <param name="Side">Which way is better.</param>
/// <param name="Source">What sets or defines it.</param>
/// <param name="Mark"><c>VERIFIED</c>, <c>TRANSCRIBED</c> or <c>UNVERIFIED</c>.</param>
internal sealed record CatalogueIndicator(
    string Code, string Name, IReadOnlyList<string> Synonyms, string Unit, IndicatorSide Side, string Source, string Mark);

/// <summary>The indicators under <c>data/indicators</c>, known by name.</summary>
internal sealed partial class IndicatorCatalogue
{
    private static readonly Lazy<IndicatorCatalogue> Shared = new(() => new IndicatorCatalogue(Rows("indicators.csv"), Rows("sides.csv")));

    private readonly FrozenDictionary<string, CatalogueIndicator> byName;
    private readonly (string Name, CatalogueIndicator Indicator)[] longestFirst;
    private readonly (string Ending, IndicatorSide Side)[] endings;

    private IndicatorCatalogue(IEnumerable<string[]> indicators, IEnumerable<string[]> sides)
    {
        All = [.. indicators.Select(cells => new CatalogueIndicator(
            cells[0], cells[1], cells[2].Length == 0 ? [] : cells[2].Split('|'), cells[3], SideOf(cells[4]), cells[5], cells[6]))];
        var names = All.SelectMany(indicator => indicator.Synonyms.Prepend(indicator.Name).Select(name => (Name: Key(name), Indicator: indicator))).ToArray();
        byName = names.DistinctBy(pair => pair.Name).ToFrozenDictionary(pair => pair.Name, pair => pair.Indicator, StringComparer.Ordinal);
        longestFirst = [.. names.Where(pair => pair.Name.Length >= 4).OrderByDescending(pair => pair.Name.Length)];
        endings = [.. sides.Select(cells => (Key(cells[0]), SideOf(cells[1]))).OrderByDescending(pair => pair.Item1.Length)];
    }

    public static IndicatorCatalogue Bundled => Shared.Value;

    public IReadOnlyList<CatalogueIndicator> All { get; }

    /// <summary>The indicator of that name, or null. Brackets, white space and the form of numerals do not matter.</summary>
    public CatalogueIndicator? Find(string name) =>
        byName.TryGetValue(Key(name), out var exact) ? exact
        : Array.Find(longestFirst, pair => Key(name).EndsWith(pair.Name, StringComparison.Ordinal)).Indicator;

    /// <summary>Which way the indicator is better: by its whole name, then by the end of its name, then by a known name inside it.</summary>
    public IndicatorSide SideOfName(string name)
    {
        var key = Key(name);
        if (byName.TryGetValue(key, out var exact))
        {
            return exact.Side;
        }

        // 降低 and 下降 at the end turn a quantity into its reduction: more of it is better, whatever the quantity is.
        if (Array.Find(endings, pair => key.EndsWith(pair.Ending, StringComparison.Ordinal)) is { Ending: not null } ending)
        {
            return ending.Side;
        }

        return Array.Find(longestFirst, pair => key.Contains(pair.Name, StringComparison.Ordinal)).Indicator?.Side ?? IndicatorSide.Unknown;
    }

    private static string Key(string name) => Noise().Replace(TextFold.Key(name.Replace('Ⅲ', '3').Replace('Ⅴ', '5')).Replace("III", "3", StringComparison.Ordinal).Replace("V类", "5类", StringComparison.Ordinal).Replace("I5类", "4类", StringComparison.Ordinal), "");

    private static IndicatorSide SideOf(string word) => word switch
    {
        "up" => IndicatorSide.Up,
        "down" => IndicatorSide.Down,
        _ => throw new InvalidDataException($"'{word}' is no direction of an indicator."),
    };

    private static List<string[]> Rows(string resource)
    {
        using var stream = typeof(IndicatorCatalogue).Assembly.GetManifestResourceStream(resource)!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var columns = reader.ReadLine()!.Split(',').Length;
        var rows = new List<string[]>();
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0)
            {
                var cells = line.Split(',');
                rows.Add(cells.Length == columns ? cells : throw new InvalidDataException($"{resource}, line {rows.Count + 2}: {columns} cells are expected."));
            }
        }

        return rows;
    }

    [GeneratedRegex(@"\((%|‰|[^()]*[吨米克亩顷个元次][^()]*)\)$|[()\[\]“”]")]
    private static partial Regex Noise();
}

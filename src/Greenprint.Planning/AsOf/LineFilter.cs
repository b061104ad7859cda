using Greenprint.Quantities;
using Greenprint.Ui.AsOf;
using Greenprint.Ui.Grids;
using Microsoft.AspNetCore.Http;

namespace Greenprint.Planning.AsOf;

/// <summary>Which lines of a plan a table shows: those of a unit, those with a word, as of a day. It stands in the address.</summary>
public sealed record LineFilter
{
    /// <summary>Id of a unit that leads or supports; null for all.</summary>
    public string? Unit { get; init; }

    /// <summary>A word that the line contains; null for any.</summary>
    public string? Text { get; init; }

    /// <summary>The day whose content is shown; null for now.</summary>
    public DateOnly? AsOf { get; init; }

    internal static LineFilter Of(IQueryCollection query, DateOnly today) => new() { Unit = AddressQuery.Text(query["unit"]), Text = AddressQuery.Text(query["q"]), AsOf = AsOfDay.Of(query["asOf"], today) };

    /// <summary>The address's query. For everything it is one too: an address without any opens with the view that its reader has chosen.</summary>
    internal string Query() => AddressQuery.Of(("unit", Unit ?? ""), ("q", Text), ("asOf", AsOf is { } day ? AsOfDay.Text(day) : null));

    internal bool Shows(IEnumerable<string?> units, IEnumerable<string?> texts) =>
        (Unit is null || units.Contains(Unit)) && (Text is null || texts.Any(text => text?.Contains(Text, StringComparison.OrdinalIgnoreCase) == true));

    /// <summary>What is chosen, in words; the day is said by itself.</summary>
    internal IEnumerable<Bilingual> Words(Func<string, Bilingual> unitName)
    {
        if (Unit is { } unit)
        {
            yield return ($"单位：{unitName(unit).Zh}", $"Unit: {unitName(unit).En ?? unitName(unit).Zh}");
        }

        if (Text is { } text)
        {
            yield return ($"包含“{text}”", $"contains '{text}'");
        }
    }
}

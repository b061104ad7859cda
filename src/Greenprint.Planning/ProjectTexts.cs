using System.Globalization;
using Greenprint.Quantities;

namespace Greenprint.Planning;

/// <summary>What a planned project says, in words for a reader.</summary>
public static class ProjectTexts
{
    /// <summary>Years of construction: as printed in Chinese, from the years in English, if there are any; null where neither is given.</summary>
    public static Bilingual? Years(ProjectView project)
    {
        ArgumentNullException.ThrowIfNull(project);
        string? Joined(string dash) => (project.Start ?? project.End) is not { } from
            ? null
            : (project.End ?? from) is var to && to == from
            ? from.ToString(CultureInfo.InvariantCulture)
            : string.Create(CultureInfo.InvariantCulture, $"{from}{dash}{to}");

        return (project.Period ?? Joined("—")) is { } zh ? new Bilingual(zh, Joined("–")) : null;
    }

    /// <summary>
    /// Money: as printed in Chinese; in English counted in millions where it is counted in 万元 or 亿元, with the print in brackets where it says more
    /// than the figure (约, 不低于).
    /// </summary>
    public static Bilingual? Money(PlannedMoney? money) => money is null ? null : new Bilingual(
        money.Text,
        (money.Value, money.Unit) switch
        {
            ({ } value, "万元") => Millions(value / 100, money),
            ({ } value, "亿元") => Millions(value * 100, money),
            _ => null,
        });

    /// <summary>The unit's name: as printed in Chinese, as known here in English; its id where there is no name.</summary>
    public static string Here(this NamedUnit named, IReadOnlyDictionary<string, Bilingual> units, bool english)
    {
        ArgumentNullException.ThrowIfNull(named);
        ArgumentNullException.ThrowIfNull(units);
        var known = named.Unit is null ? null : units.GetValueOrDefault(named.Unit);
        return (english ? known?.En ?? named.Name : named.Name) ?? known?.Zh ?? named.Unit ?? "";
    }

    private static string Millions(decimal value, PlannedMoney money) =>
        string.Create(CultureInfo.InvariantCulture, $"CNY {value:0.####} million{(IsBare(money) ? "" : $" ({money.Text})")}");

    // Only the figure and its unit, the figure perhaps grouped (12,000万元) and the unit perhaps in the column's head.
    private static bool IsBare(PlannedMoney money)
    {
        var text = string.Concat(money.Text.Where(c => !char.IsWhiteSpace(c)));
        var figure = text.EndsWith(money.Unit!, StringComparison.Ordinal) ? text[..^money.Unit!.Length] : text;
        return decimal.TryParse(figure, NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out _);
    }
}

using System.Globalization;
using Greenprint.Quantities;

namespace Greenprint.Planning;

/// <summary>What a planned project says, in words for a reader.</summary>
public static class ProjectTexts
{
    /// <summary>Years of construction: as printed in Chinese, from the years in English; null where neither is given.</summary>
    public static Bilingual? Years(ProjectView project)
    {
        ArgumentNullException.ThrowIfNull(project);
        string? Joined(string dash) => (project.Start ?? project.End) is not { } from
            ? null
            : (project.End ?? from) is var to && to == from
            ? from.ToString(CultureInfo.InvariantCulture)
            : string.Create(CultureInfo.InvariantCulture, $"{from}{dash}{to}");

        return (project.Period ?? Joined("—")) is { } zh ? new Bilingual(zh, Joined("–") ?? project.Period) : null;
    }

    /// <summary>Money: as printed in Chinese; in English counted in millions where it is counted in 万元 or 亿元.</summary>
    public static Bilingual? Money(PlannedMoney? money) => money is null ? null : new Bilingual(
        money.Text,
        (money.Value, money.Unit) switch
        {
            ({ } value, "万元") => Millions(value / 100),
            ({ } value, "亿元") => Millions(value * 100),
            _ => money.Text,
        });

    /// <summary>The unit's name: as printed in Chinese, as known here in English; its id where there is no name.</summary>
    public static string Here(this NamedUnit named, IReadOnlyDictionary<string, Bilingual> units, bool english)
    {
        ArgumentNullException.ThrowIfNull(named);
        ArgumentNullException.ThrowIfNull(units);
        var known = named.Unit is null ? null : units.GetValueOrDefault(named.Unit);
        return (english ? known?.En ?? named.Name : named.Name) ?? known?.Zh ?? named.Unit ?? "";
    }

    private static string Millions(decimal value) => string.Create(CultureInfo.InvariantCulture, $"CNY {value:0.####} million");
}

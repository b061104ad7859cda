using System.Globalization;

namespace Greenprint.Delivery.Dispatch;

/// <summary>Items in a form: id and the version that was seen, so that a list acted on late does not act past others.</summary>
internal static class ActKeys
{
    public static string Of(ItemRow item) => string.Create(CultureInfo.InvariantCulture, $"{item.Id}.{item.Version}");

    public static IReadOnlyList<(string Id, ActOrder Order)> Orders(IEnumerable<string>? keys, DispatchAct act, string? why) =>
    [
        .. (keys ?? []).Select(key => key.Split('.')).Where(parts => parts.Length == 2 && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out _))
            .Select(parts => (parts[0], new ActOrder(act, int.Parse(parts[1], CultureInfo.InvariantCulture)) { Why = why })),
    ];
}

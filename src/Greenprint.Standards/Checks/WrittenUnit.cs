namespace Greenprint.Standards.Checks;

/// <summary>Units as the heads of tables write them. A unit that is not understood is refused by whoever asked, never guessed.</summary>
public static class WrittenUnit
{
    private static readonly (string Written, int Power)[] Masses = [("ng", -9), ("µg", -6), ("mg", -3), ("kg", 3), ("g", 0)];

    // Per how much: a power of ten of one litre, or of one kilogram.
    private static readonly (string Written, bool Volume, int Power)[] Amounts = [("m3", true, 3), ("ml", true, -3), ("l", true, 0), ("kg", false, 0), ("mg", false, -6), ("g", false, -3)];

    private static readonly string[][] Same =
    [
        ["", "1", "无量纲", "-"], ["1/l", "个/l", "mpn/l", "cfu/l"], ["cells/l", "个/l"], ["℃", "°c", "c"], ["ppm", "mg/kg"], ["ppb", "µg/kg"],
    ];

    /// <summary>The power of ten from one unit to another, or null where they do not measure the same or one is unknown.</summary>
    public static int? Shift(string from, string to)
    {
        var (left, right) = (Plain(from), Plain(to));
        return left == right || Same.Any(group => group.Contains(left) && group.Contains(right)) ? 0
            : Parts(left) is { } one && Parts(right) is { } other && one.Volume == other.Volume ? one.Power - other.Power
            : null;
    }

    /// <summary>A head of a column as its name and the unit in brackets behind it, if there is one: <c>氨氮(mg/L)</c>.</summary>
    public static (string Name, string? Unit) Split(string head)
    {
        var text = head.Trim();
        var open = text.LastIndexOfAny(['(', '（']);
        return open > 0 && text[^1] is ')' or '）' ? (text[..open].Trim(), text[(open + 1)..^1].Trim()) : (text, null);
    }

    private static (bool Volume, int Power)? Parts(string unit)
    {
        var slash = unit.IndexOf('/');
        if (slash <= 0)
        {
            return null;
        }

        var (above, below) = (unit[..slash], unit[(slash + 1)..]);
        foreach (var (mass, power) in Masses)
        {
            foreach (var (amount, volume, size) in Amounts)
            {
                if (above == mass && below == amount)
                {
                    return (volume, power - size);
                }
            }
        }

        return null;
    }

    private static string Plain(string unit)
    {
        var plain = unit.Trim().Replace('μ', 'µ').Replace('³', '3').Replace("^", "", StringComparison.Ordinal).Replace('／', '/').ToLowerInvariant();
        return plain.StartsWith("ug/", StringComparison.Ordinal) || plain.StartsWith("us/", StringComparison.Ordinal) ? "µ" + plain[1..] : plain;
    }
}

using System.Collections.Frozen;

namespace Greenprint.Monitoring;

/// <summary>Units as files write them, and the power of ten that brings each to the unit of an item. A unit that is not listed is refused, never guessed.</summary>
internal static class Units
{
    // Keyed by the plain spelling of both: µ and μ are one sign, ³ is 3, letters are small.
    private static readonly FrozenDictionary<(string From, string To), int> Shifts = new Dictionary<(string, string), int>
    {
        [("mg/m3", "µg/m3")] = 3,
        [("µg/m3", "mg/m3")] = -3,
        [("µg/l", "mg/l")] = -3,
        [("g/l", "mg/l")] = 3,
        [("无量纲", "1")] = 0,
        [("", "1")] = 0,
        [("°c", "℃")] = 0,
        [("c", "℃")] = 0,
        [("ms/m", "µs/cm")] = 1,
        [("ms/cm", "µs/cm")] = 3,
        [("个/l", "cells/l")] = 0,
        [("个/l", "1/l")] = 0,
        [("mpn/l", "1/l")] = 0,
        [("万个/l", "cells/l")] = 4,
    }.ToFrozenDictionary();

    /// <summary>The power of ten from <paramref name="from"/> to <paramref name="to"/>, or null when they do not fit.</summary>
    public static int? Shift(string from, string to)
    {
        var (plainFrom, plainTo) = (Plain(from), Plain(to));
        if (plainFrom == plainTo)
        {
            return 0;
        }

        return Shifts.TryGetValue((plainFrom, plainTo), out var shift) ? shift : null;
    }

    private static string Plain(string unit)
    {
        var plain = unit.Trim().Replace('μ', 'µ').Replace('³', '3').ToLowerInvariant();
        return plain.StartsWith("ug/", StringComparison.Ordinal) || plain.StartsWith("us/", StringComparison.Ordinal) ? "µ" + plain[1..] : plain;
    }
}

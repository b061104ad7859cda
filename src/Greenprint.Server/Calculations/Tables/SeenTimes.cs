using System.Runtime.InteropServices;

namespace Greenprint.Server.Calculations.Tables;

/// <summary>Which hours, or days, of which stations a table has had: a bit each, in pieces of some months.</summary>
internal sealed class SeenTimes
{
    private const int PieceBits = 12;

    private readonly Dictionary<string, int> stations = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> byText;
    private readonly Dictionary<(int Station, int Piece), ulong[]> pieces = [];

    internal SeenTimes() => byText = stations.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>False when the station has had this hour of this day before.</summary>
    public bool Add(ReadOnlySpan<char> station, DateOnly day, int hour)
    {
        if (!byText.TryGetValue(station, out var number))
        {
            number = stations.Count;
            byText[station] = number;
        }

        var slot = (day.DayNumber * 24) + hour;
        ref var piece = ref CollectionsMarshal.GetValueRefOrAddDefault(pieces, (number, slot >> PieceBits), out _);
        piece ??= new ulong[1 << (PieceBits - 6)];
        var bit = slot & ((1 << PieceBits) - 1);
        var mask = 1UL << (bit & 63);
        ref var word = ref piece[bit >> 6];
        var isNew = (word & mask) == 0;
        word |= mask;
        return isNew;
    }
}

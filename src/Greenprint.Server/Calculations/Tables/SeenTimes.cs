using System.Runtime.InteropServices;

namespace Greenprint.Server.Calculations.Tables;

/// <summary>Which hours (or days, or minutes) of which places a table has had: a bit each, in pieces of 4096.</summary>
internal sealed class SeenTimes
{
    private const int PieceBits = 12;

    private readonly Dictionary<string, int> stations = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> byText;
    private readonly Dictionary<(int Station, int Piece), ulong[]> pieces = [];

    internal SeenTimes() => byText = stations.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>False when the place has had this step of time before.</summary>
    /// <param name="station">The place, as the table writes it.</param>
    /// <param name="slot">Number of the hour, day or minute.</param>
    public bool Add(ReadOnlySpan<char> station, long slot)
    {
        if (!byText.TryGetValue(station, out var number))
        {
            number = stations.Count;
            byText[station] = number;
        }

        ref var piece = ref CollectionsMarshal.GetValueRefOrAddDefault(pieces, (number, (int)(slot >> PieceBits)), out _);
        piece ??= new ulong[1 << (PieceBits - 6)];
        var bit = (int)(slot & ((1 << PieceBits) - 1));
        var mask = 1UL << (bit & 63);
        ref var word = ref piece[bit >> 6];
        var isNew = (word & mask) == 0;
        word |= mask;
        return isNew;
    }
}

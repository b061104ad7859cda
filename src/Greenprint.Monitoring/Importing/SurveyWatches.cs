using System.Runtime.InteropServices;

namespace Greenprint.Monitoring;

/// <summary>The starts that a series has had in this file: one bit each, in pieces of 4096 steps.</summary>
internal sealed class SeenStarts
{
    private const int PieceBits = 12;

    private readonly Dictionary<long, ulong[]> pieces = [];
    private ulong[] last = [];
    private long lastKey = long.MinValue;

    /// <summary>False when the start, or another within the same step, was there before.</summary>
    public bool Add(long start, int? stepMinutes)
    {
        // Hourly and four-hourly data fill a piece in months; what is dated to the minute takes sixty times as many bits.
        var slot = stepMinutes is > 0 && start % RowTime.Hour == 0 ? start / RowTime.Hour : (start / 60) + (1L << 40);
        var key = slot >> PieceBits;
        if (key != lastKey)
        {
            ref var piece = ref CollectionsMarshal.GetValueRefOrAddDefault(pieces, key, out _);
            last = piece ??= new ulong[1 << (PieceBits - 6)];
            lastKey = key;
        }

        var bit = (int)(slot & ((1 << PieceBits) - 1));
        var mask = 1UL << (bit & 63);
        ref var word = ref last[bit >> 6];
        var isNew = (word & mask) == 0;
        word |= mask;
        return isNew;
    }
}

/// <summary>Finds an hour that stands far above both its neighbours.</summary>
internal sealed class SpikeWatch(Item item)
{
    // How far above: beyond what weather does within an hour. In the unit of the item.
    private static readonly Dictionary<string, decimal> Steps = new(StringComparer.Ordinal)
    {
        ["pm25"] = 300,
        ["pm10"] = 500,
        ["so2"] = 300,
        ["no2"] = 200,
        ["o3"] = 200,
        ["co"] = 6,
    };

    private readonly long step = ItemOrdinals.Scaled(Steps[item.Code]);
    private (long Start, long Value) before = (long.MinValue, 0);
    private (long Start, long Value) middle = (long.MinValue, 0);

    public static bool Watches(Item item) => item.Kind == StationKind.Air && Steps.ContainsKey(item.Code);

    /// <summary>The start of the hour before <paramref name="value"/>, when that is a spike.</summary>
    public long? Add(in ParsedValue value)
    {
        var isSpike = middle.Start == before.Start + RowTime.Hour && value.Start == middle.Start + RowTime.Hour
            && middle.Value - Math.Max(before.Value, value.Scaled) >= step;
        var at = middle.Start;
        (before, middle) = (middle, (value.Start, value.Scaled));
        return isSpike ? at : null;
    }
}

/// <summary>Finds a station all of whose values stand still from row to row.</summary>
internal sealed class FrozenWatch
{
    private readonly List<(int Item, long Value)> previous = [];
    private readonly List<long> run = [];
    private long last;

    public void Add(List<ParsedValue> values, Action<long> found)
    {
        var start = values[0].Start;
        if (!StandsStill(values) || start <= last)
        {
            run.Clear();
            previous.Clear();
            previous.AddRange(values.Select(value => (value.Column.Ordinal, value.Scaled)));
        }

        last = start;
        if (run.Count == Survey.FrozenAfter)
        {
            found(start);
            return;
        }

        run.Add(start);
        if (run.Count == Survey.FrozenAfter)
        {
            run.ForEach(found);
        }
    }

    private bool StandsStill(List<ParsedValue> values)
    {
        if (previous.Count != values.Count)
        {
            return false;
        }

        for (var i = 0; i < values.Count; i++)
        {
            if (previous[i] != (values[i].Column.Ordinal, values[i].Scaled))
            {
                return false;
            }
        }

        return true;
    }
}

/// <summary>
/// The trap of carbon monoxide: µg/m³ in some files, mg/m³ in others. In open air it is never 50 mg/m³ and never below 0.02 mg/m³,
/// so a column of which more than half lies there is in the other unit.
/// </summary>
internal sealed class CarbonMonoxideUnit
{
    private static readonly long Large = ItemOrdinals.Scaled(50);
    private static readonly long Small = ItemOrdinals.Scaled(0.02m);
    private static readonly int Ordinal = ItemOrdinals.Of(AirColumns.Item("co"));

    private long all;
    private long large;
    private long small;
    private string? exampleOfLarge;
    private string? exampleOfSmall;

    public bool IsTooLarge => large * 2 > all;

    public bool IsTooSmall => small * 2 > all;

    public string Example => (IsTooLarge ? exampleOfLarge : exampleOfSmall) ?? "";

    public void Add(ParsedRow row)
    {
        foreach (var value in row.Values)
        {
            // Our own layout names the unit in every row; a column of its own has it from the format.
            if (value.Column.Ordinal != Ordinal || value.Column.Header != "CO")
            {
                continue;
            }

            all++;
            if (value.Scaled >= Large)
            {
                large++;
                exampleOfLarge ??= Written(value);
            }
            else if (value.Scaled > 0 && value.Scaled < Small)
            {
                small++;
                exampleOfSmall ??= Written(value);
            }
        }

        foreach (var rejected in row.Rejected)
        {
            if (rejected.Code == "MON-029" && rejected.Place?.Column == "CO")
            {
                all++;
                large++;
                exampleOfLarge ??= rejected.Message.En?.Split(' ')[0];
            }
        }
    }

    private static string Written(in ParsedValue value)
    {
        var written = ScaledValue.ToDecimal(value.Scaled);
        for (var shift = value.Column.Shift; shift < 0; shift++)
        {
            written *= 10;
        }

        return MonitoringFindings.Number(written / 1.000000000000m);
    }
}

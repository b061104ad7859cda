using Greenprint.Quantities;
using nietras.SeparatedValues;

namespace Greenprint.Monitoring;

/// <summary>What the layouts of hourly air data share.</summary>
internal static class AirColumns
{
    // The scales of the usual beta and TEOM instruments end at these round figures; a true value of exactly this size is a rare thing.
    private static readonly long[] ParticleCaps = [ItemOrdinals.Scaled(985), ItemOrdinals.Scaled(999), ItemOrdinals.Scaled(1000)];
    private static readonly long CarbonMonoxideCap = ItemOrdinals.Scaled(10);
    private static readonly int Pm25 = Ordinal("pm25");
    private static readonly int Pm10 = Ordinal("pm10");
    private static readonly int Co = Ordinal("co");

    public delegate bool ValueReader(ReadOnlySpan<char> cell, ValueColumn column, long time, ReadingFlags rowFlags, ParsedRow into);

    /// <summary>The columns that the header has, each with the way from the format's unit to the item's.</summary>
    public static ValueColumn[] Of(FileContext file, int stepMinutes, params (string Header, string Item, string Unit)[] columns) =>
    [
        .. from column in columns
           let index = file.IndexOf(column.Header)
           where index >= 0
           select new ValueColumn(index, column.Header, Item(column.Item), Units.Shift(column.Unit, Item(column.Item).Unit)!.Value, stepMinutes),
    ];

    public static Item Item(string code) =>
        ItemCatalogue.TryFind(StationKind.Air, code, out var item) ? item : throw new ArgumentException($"No item {code}.", nameof(code));

    /// <summary>Reads all value cells of a row and remarks what can be seen within it.</summary>
    public static void Read(SepReader.Row cells, ValueColumn[] columns, long start, ParsedRow into, ValueReader read)
    {
        foreach (var column in columns)
        {
            if (!read(cells[column.Index].Span, column, start, ReadingFlags.None, into))
            {
                return;
            }
        }

        Remark(into.Values);
    }

    private static void Remark(List<ParsedValue> values)
    {
        var (fine, coarse) = (-1, -1);
        for (var i = 0; i < values.Count; i++)
        {
            var (ordinal, scaled) = (values[i].Column.Ordinal, values[i].Scaled);
            var particle = ordinal == Pm25 || ordinal == Pm10;
            if ((particle && ParticleCaps.Contains(scaled)) || (ordinal == Co && scaled == CarbonMonoxideCap))
            {
                values[i] = values[i] with { Flags = values[i].Flags | ReadingFlags.InstrumentCap };
            }

            fine = ordinal == Pm25 ? i : fine;
            coarse = ordinal == Pm10 ? i : coarse;
        }

        if (fine >= 0 && coarse >= 0 && values[fine].Scaled > values[coarse].Scaled)
        {
            values[fine] = values[fine] with { Flags = values[fine].Flags | ReadingFlags.ParticleOrder };
            values[coarse] = values[coarse] with { Flags = values[coarse].Flags | ReadingFlags.ParticleOrder };
        }
    }

    private static int Ordinal(string code) => ItemOrdinals.Of(Item(code));
}

namespace Greenprint.Monitoring;

/// <summary>What a cell holds.</summary>
internal enum CellContent
{
    Missing,
    Value,
    NotANumber,
    Negative,
    Sentinel,
    Implausible,
    NotHeld,
    NoDetectionLimit,
}

/// <summary>A column of values: the item, and the way from the file's unit to the item's.</summary>
/// <param name="Index">Position in the row, from 0.</param>
/// <param name="Header">As the header writes it, for messages.</param>
/// <param name="Item">The item.</param>
/// <param name="Shift">Power of ten from the file's unit.</param>
/// <param name="StepMinutes">Length of time a value stands for; null when the file does not say.</param>
/// <param name="Lag">Seconds from the row's time back to the start of the value's time.</param>
internal sealed record ValueColumn(int Index, string Header, Item Item, int Shift, int? StepMinutes, int Lag = 0)
{
    public int Ordinal { get; } = ItemOrdinals.Of(Item);

    public long Highest { get; } = ItemOrdinals.Scaled(Item.Highest);

    public long Lowest { get; } = ItemOrdinals.Scaled(Item.Lowest);

    /// <summary>What a value stands for where neither the file nor the store says: an hour of air, a sample of water.</summary>
    public static int UsualStep(StationKind kind) => kind == StationKind.Air ? 60 : 0;
}

/// <summary>Reads a cell as a value: missing, below detection, a number, or what it is instead.</summary>
internal static class CellReader
{
    public static CellContent Read(ReadOnlySpan<char> cell, ValueColumn column, out long scaled, out ReadingFlags flags)
    {
        scaled = 0;
        flags = ReadingFlags.None;
        var text = cell.Trim();
        if (IsMissing(text))
        {
            return CellContent.Missing;
        }

        if (text is "未检出" or "ND" or "nd" or "<DL")
        {
            return CellContent.NoDetectionLimit;
        }

        if (text[0] == '<' || text[^1] is 'L' or 'l')
        {
            flags = ReadingFlags.BelowDetection;
            text = text[0] == '<' ? text[1..].TrimStart() : text[..^1].TrimEnd();
        }

        return ScaledValue.Read(text, column.Shift, out scaled) switch
        {
            ScaledReading.NotANumber => CellContent.NotANumber,
            _ when IsSentinel(text, column.Item) => CellContent.Sentinel,
            ScaledReading.TooLarge or ScaledReading.TooPrecise => CellContent.NotHeld,
            _ when scaled < 0 && column.Lowest >= 0 => CellContent.Negative,
            _ when scaled > column.Highest || scaled < column.Lowest => CellContent.Implausible,
            _ => CellContent.Value,
        };
    }

    /// <summary>How sources write that there is no value.</summary>
    public static bool IsMissing(ReadOnlySpan<char> text) =>
        text is "" or "-" or "--" or "—" or "——" or "*" or "/" or "NA" or "NaN" or "nan" or "N/A" or "NULL" or "null";

    // -99, -999, -9999, 9999.99, 99999 … An honest 9999 is possible only where values run that high.
    private static bool IsSentinel(ReadOnlySpan<char> text, Item item)
    {
        var negative = text.Length > 0 && text[0] == '-';
        var digits = negative ? text[1..] : text;
        if (digits.Length < 2 || digits.ContainsAnyExcept('9', '.'))
        {
            // -999.0 and 9999.00 are the same codes.
            var point = digits.IndexOf('.');
            return point > 0 && !digits[(point + 1)..].ContainsAnyExcept('0') && IsSentinel(text[..(point + (negative ? 1 : 0))], item);
        }

        var nines = digits.IndexOf('.') is var at and >= 0 ? at : digits.Length;
        return negative ? nines >= 2 : nines >= 5 || (nines == 4 && (item.Highest < 50_000 || nines < digits.Length));
    }
}

/// <summary>Position of each item in the catalogue.</summary>
internal static class ItemOrdinals
{
    private static readonly Dictionary<Item, int> Ordinals = ItemCatalogue.All.Index().ToDictionary(entry => entry.Item, entry => entry.Index);

    public static int Count => ItemCatalogue.All.Count;

    public static int Of(Item item) => Ordinals[item];

    public static long Scaled(decimal value) =>
        ScaledValue.TryFrom(value, out var scaled) ? scaled : throw new InvalidOperationException($"{value} does not fit a reading.");
}

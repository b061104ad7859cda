using Greenprint.Quantities;

namespace Greenprint.Standards.Air.Columns;

/// <summary>The hourly means of one item at many stations, as scaled integers in one array.</summary>
/// <typeparam name="T"><see cref="short"/> or <see cref="int"/>.</typeparam>
/// <param name="Item">One of <see cref="MeasuredItems.AirBasic"/>.</param>
/// <param name="Decimals">Places of the stored integers, 0 to 3: with 1, the integer 305 is 30.5 in the item's unit (µg/m³, carbon monoxide mg/m³).</param>
/// <param name="Values">Station after station, day after day, 24 hours each (hour h is the mean over [h:00, h+1:00) China time); the smallest number of the type where there is none.</param>
/// <param name="Flags">One byte an hour in the same order: 0 where the value counts; with any other the hour takes no part, whatever its value. Empty: every value counts.</param>
public readonly record struct HourColumn<T>(MeasuredItem Item, int Decimals, ReadOnlyMemory<T> Values, ReadOnlyMemory<byte> Flags = default)
    where T : struct;

/// <summary>The hours of many stations over the same whole days: a column for each item.</summary>
/// <remarks>It only points at the arrays; nothing is copied. Values finer than three decimals belong into an <see cref="HourlySeries"/>.</remarks>
/// <typeparam name="T"><see cref="short"/> or <see cref="int"/>.</typeparam>
public sealed class HourColumns<T>
    where T : struct
{
    /// <summary>More places than a monitoring network reports would let the sum of a day leave 32 bits.</summary>
    private const int MostDecimals = 3;

    private readonly HourColumn<T>?[] columns = new HourColumn<T>?[MeasuredItems.AirBasic.Count];

    /// <summary>Takes the columns as they are.</summary>
    /// <param name="first">First day.</param>
    /// <param name="days">Number of days.</param>
    /// <param name="stations">Number of stations.</param>
    /// <param name="columns">At most one an item; an item without one is missing everywhere.</param>
    /// <exception cref="ArgumentException">A column's length is not stations × days × 24, its item is none of the six, comes twice, or has more than three decimals.</exception>
    /// <exception cref="NotSupportedException"><typeparamref name="T"/> is neither <see cref="short"/> nor <see cref="int"/>.</exception>
    public HourColumns(DateOnly first, int days, int stations, params IReadOnlyList<HourColumn<T>> columns)
    {
        if (typeof(T) != typeof(short) && typeof(T) != typeof(int))
        {
            throw new NotSupportedException($"Hours are kept as short or int, not as {typeof(T).Name}.");
        }

        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(days);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(stations);
        (First, Days, Stations) = (first, days, stations);
        foreach (var column in columns)
        {
            Take(column);
        }
    }

    /// <summary>First day.</summary>
    public DateOnly First { get; }

    /// <summary>Number of days.</summary>
    public int Days { get; }

    /// <summary>Number of stations.</summary>
    public int Stations { get; }

    /// <summary>Places of an item's stored integers; 0 where it has no column.</summary>
    internal int Decimals(int item) => columns[item]?.Decimals ?? 0;

    internal bool Has(int item) => columns[item] is not null;

    internal ReadOnlySpan<T> Values(int item, int station) => columns[item]!.Value.Values.Span.Slice(station * Days * 24, Days * 24);

    internal ReadOnlySpan<byte> Flags(int item, int station) =>
        columns[item]!.Value.Flags is { IsEmpty: false } flags ? flags.Span.Slice(station * Days * 24, Days * 24) : [];

    private void Take(HourColumn<T> column)
    {
        var at = ColumnLayout.ItemOf(column.Item);
        if (columns[at] is not null)
        {
            throw new ArgumentException($"{column.Item.Code} has two columns.", nameof(column));
        }

        if (column.Decimals is < 0 or > MostDecimals)
        {
            throw new ArgumentException($"{column.Item.Code}: 0 to {MostDecimals} decimals, not {column.Decimals}.", nameof(column));
        }

        var hours = checked(Stations * Days * 24);
        if (column.Values.Length != hours || (!column.Flags.IsEmpty && column.Flags.Length != hours))
        {
            throw new ArgumentException($"{column.Item.Code}: {Stations} stations × {Days} days × 24 = {hours} hours are needed, not {column.Values.Length} values and {column.Flags.Length} flags.", nameof(column));
        }

        columns[at] = column;
    }
}

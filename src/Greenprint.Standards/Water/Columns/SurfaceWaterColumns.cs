using Greenprint.Quantities;

namespace Greenprint.Standards.Water;

/// <summary>The limits of GB 3838 table 1 bound to the columns of a table, for judging many samples without allocating for each.</summary>
/// <remarks>May be shared between threads. The results are those of <see cref="SurfaceWater.Classify"/>.</remarks>
public sealed class SurfaceWaterColumns
{
    private const int Bodies = 2;
    private const int MostOnStack = 64;
    private const decimal None = -1m;   // behind every multiple

    private readonly SurfaceWaterTable table;
    private readonly WaterOptions options;
    private readonly WaterLimit?[] limits;   // of river and lake for each column
    private readonly bool[] named;
    private readonly bool[] hasMultiple;
    private readonly int temperature;
    private readonly int oxygen;

    /// <summary>Binds columns.</summary>
    /// <param name="table">From <see cref="StandardLibrary.SurfaceWater"/>.</param>
    /// <param name="items">The item of each column; columns of items that take no part may be among them.</param>
    /// <param name="options">Variants; null: the defaults.</param>
    public SurfaceWaterColumns(SurfaceWaterTable table, IReadOnlyList<MeasuredItem> items, WaterOptions? options = null)
    {
        (this.table, this.options) = (table, options ?? WaterOptions.Default);
        Items = [.. items];
        limits = [.. Items.SelectMany(item => new[] { table.Judging(item, WaterBody.River, this.options), table.Judging(item, WaterBody.Lake, this.options) })];
        named = [.. Items.Select(table.NamedFirst)];
        hasMultiple = [.. Items.Select(table.HasMultiple)];
        temperature = Column("temp");
        oxygen = this.options.Oxygen == OxygenClassI.SaturationOrLimit && temperature >= 0 ? Column("do") : -1;
    }

    /// <summary>The item of each column.</summary>
    public IReadOnlyList<MeasuredItem> Items { get; }

    /// <summary>True where a column takes part in the class of a river or of a lake.</summary>
    public bool IsJudged(int column) => limits[column * Bodies] is not null || limits[(column * Bodies) + 1] is not null;

    /// <summary>Judges one sample.</summary>
    /// <param name="row">A value for each column.</param>
    /// <param name="body">River or lake.</param>
    /// <param name="classes">Receives the class of each item; 0 where it takes no part.</param>
    /// <returns>The class of the worst item, 1 to 6, or 0 where none could be judged.</returns>
    public int Judge(ReadOnlySpan<MeasuredValue> row, WaterBody body, Span<byte> classes)
    {
        var worst = 0;
        for (var column = 0; column < row.Length; column++)
        {
            var of = Limit(column, body) is { } limit ? Class(limit, row[column]) : 0;
            if (column == oxygen && of > (int)WaterClass.I && row[temperature].Value is { } warm && row[column].Value is { } found && table.Saturation.Reaches(found, warm))
            {
                of = (int)WaterClass.I;
            }

            classes[column] = (byte)of;
            worst = Math.Max(worst, of);
        }

        return worst;
    }

    /// <summary>Exceedance multiple over class III, before rounding; null where the value does not exceed or has none (pH, DO).</summary>
    public decimal? Multiple(int column, in MeasuredValue value, WaterBody body) =>
        hasMultiple[column] && Limit(column, body) is { } limit && value.Value is { } number && limit.Classify(number) > WaterClass.III
            ? limit.Multiple(number)
            : null;

    /// <summary>The columns that decide the class of a sample: cyanide and heavy metals that exceed class III first, then the largest multiple.</summary>
    /// <param name="row">The sample as it was judged.</param>
    /// <param name="body">River or lake.</param>
    /// <param name="classes">Classes of its items.</param>
    /// <param name="worst">Its class, at least 1.</param>
    /// <param name="columns">Receives the columns; as long as the row.</param>
    /// <returns>How many there are.</returns>
    public int Limiting(ReadOnlySpan<MeasuredValue> row, WaterBody body, ReadOnlySpan<byte> classes, int worst, Span<int> columns)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(worst, 1);
        Span<decimal> multiples = classes.Length <= MostOnStack ? stackalloc decimal[MostOnStack] : new decimal[classes.Length];
        var count = 0;
        for (var column = 0; column < classes.Length; column++)
        {
            if (classes[column] != worst)
            {
                continue;
            }

            var multiple = worst > (int)WaterClass.III && hasMultiple[column] && row[column].Value is { } number ? Limit(column, body)!.Multiple(number) ?? None : None;
            var at = count++;
            for (; at > 0 && Before(column, multiple, columns[at - 1], multiples[at - 1], worst); at--)
            {
                (columns[at], multiples[at]) = (columns[at - 1], multiples[at - 1]);
            }

            (columns[at], multiples[at]) = (column, multiple);
        }

        return count;
    }

    /// <summary>
    /// Judges a whole column of values that are whole numbers of 10⁻⁹ of the item's unit, and raises the class of each row with it. Call it once for each column.
    /// </summary>
    /// <param name="column">The column.</param>
    /// <param name="values">A value for each row; <see cref="ScaledWater"/> says how missing and below detection are written.</param>
    /// <param name="bodies">River or lake, for each row.</param>
    /// <param name="rows">Class of each row so far (0 in the beginning); raised where this item is worse.</param>
    /// <exception cref="NotSupportedException">The oxygen of a row is to be compared with its temperature, which needs the row.</exception>
    public void Raise(int column, ReadOnlySpan<long> values, ReadOnlySpan<WaterBody> bodies, Span<byte> rows)
    {
        if (column == oxygen)
        {
            throw new NotSupportedException("Oxygen against the saturation needs the temperature of its row: judge rows.");
        }

        ArgumentOutOfRangeException.ThrowIfNotEqual(bodies.Length, values.Length);
        ArgumentOutOfRangeException.ThrowIfNotEqual(rows.Length, values.Length);
        Span<ScaledLimit> scaled = [ScaledLimit.Of(Limit(column, WaterBody.River)), ScaledLimit.Of(Limit(column, WaterBody.Lake))];
        for (var row = 0; row < values.Length; row++)
        {
            var body = bodies[row];
            var of = Limit(column, body) is not { } limit ? 0
                : values[row] >= 0 ? scaled[(int)body].Class(values[row])
                : Class(limit, ScaledWater.Read(values[row]));
            if (of > rows[row])
            {
                rows[row] = (byte)of;
            }
        }
    }

    private WaterLimit? Limit(int column, WaterBody body) => limits[(column * Bodies) + (int)body];

    private int Class(WaterLimit limit, in MeasuredValue value)
    {
        if (value.IsMissing || value.Value < 0 || (options.HighDetectionLimit == HighDetectionLimit.CannotBeJudged && limit.IsTooHigh(value)))
        {
            return 0;
        }

        return value.Value is { } number ? (int)limit.Classify(number) : (int)limit.ClassNotDetected;
    }

    private bool Before(int column, decimal multiple, int other, decimal otherMultiple, int worst) =>
        worst > (int)WaterClass.III && named[column] != named[other] ? named[column] : multiple > otherMultiple;

    private int Column(string code)
    {
        for (var at = 0; at < Items.Count; at++)
        {
            if (Items[at].Code == code)
            {
                return at;
            }
        }

        return -1;
    }
}

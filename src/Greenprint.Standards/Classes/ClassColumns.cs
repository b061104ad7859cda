using Greenprint.Quantities;

namespace Greenprint.Standards.Classes;

/// <summary>The limits of a table bound to the columns of a file, for judging many rows without allocating for each.</summary>
/// <remarks>May be shared between threads. The results are those of <see cref="ClassJudge.Judge"/>.</remarks>
public sealed class ClassColumns
{
    internal const int MostParts = 8;

    private const int NoColumn = -1;

    private const int MostOnStack = 256;

    private readonly ClassLimit?[] limits;
    private readonly bool[] increases;
    private readonly (int Target, int[] Parts, bool IsWhole)[] sums;   // not whole: a part has no column, so that the sum can only be given
    private readonly ClassOptions options;
    private readonly Comparison comparison;
    private readonly int? target;
    private readonly int given;

    internal ClassColumns(ClassTable table, IReadOnlyList<StandardItem> items, ClassOptions options)
    {
        this.options = options;
        comparison = options.Comparison ?? table.Edition.Comparison;
        target = options.Target ?? table.Target;
        given = items.Count;
        List<StandardItem> all = [.. items];
        int ColumnOf(StandardItem item) => all.FindIndex(other => other.Code == item.Code);
        var found = new List<(int, int[], bool)>();
        foreach (var sum in table.Sums)
        {
            int[] parts = [.. sum.Parts.Select(ColumnOf).Where(part => part != NoColumn)];
            var isWhole = parts.Length == sum.Parts.Count;
            if (isWhole && ColumnOf(sum.Item) == NoColumn)
            {
                all.Add(sum.Item);
            }

            if (ColumnOf(sum.Item) != NoColumn)
            {
                found.Add((ColumnOf(sum.Item), parts, isWhole));
            }
        }

        (Items, sums) = (all, [.. found]);
        var known = all.Select(item => table.For(item.Code, options.Use)).ToList();
        increases = [.. known.Select(limit => limit is { OfIncrease: true } && !options.ValuesAreIncreases)];
        limits = [.. known.Select((limit, column) => increases[column] ? null : limit)];
    }

    /// <summary>The items that are judged: those given, then sums that they make up.</summary>
    public IReadOnlyList<StandardItem> Items { get; }

    /// <summary>True where a column has limits that it is judged by.</summary>
    public bool IsJudged(int column) => limits[column] is not null;

    /// <summary>Judges one row.</summary>
    /// <param name="row">As many values as <see cref="Items"/>, those given first; the sums are filled in here where they are missing.</param>
    /// <param name="classes">Receives the class of each item; 0 where it takes no part.</param>
    /// <returns>The class of the worst item, or 0 where none could be judged.</returns>
    public int Judge(Span<MeasuredValue> row, Span<byte> classes)
    {
        FillSums(row);
        var worst = 0;
        for (var column = 0; column < limits.Length; column++)
        {
            var of = limits[column] is { } limit ? limit.ClassOf(row[column], comparison, options.BelowDetection, out _) : 0;
            classes[column] = (byte)of;
            worst = Math.Max(worst, of);
        }

        return worst;
    }

    /// <summary>Judges rows that lie one after another.</summary>
    /// <param name="cells">Rows of as many values as <see cref="Items"/>.</param>
    /// <param name="rows">Receives the class of each row.</param>
    /// <param name="classes">Receives the class of each cell.</param>
    public void Judge(Span<MeasuredValue> cells, Span<byte> rows, Span<byte> classes)
    {
        var width = Items.Count;
        ArgumentOutOfRangeException.ThrowIfNotEqual(cells.Length, rows.Length * width);
        for (var row = 0; row < rows.Length; row++)
        {
            rows[row] = (byte)Judge(cells.Slice(row * width, width), classes.Slice(row * width, width));
        }
    }

    /// <summary>Why a column takes no part in a judged row although something was measured for it; null where it takes part, where nothing was, or where it has no limits.</summary>
    public NotJudgedReason? Reason(int column, ReadOnlySpan<MeasuredValue> row)
    {
        if (row[column].IsMissing)
        {
            foreach (var (sum, parts, _) in sums)
            {
                foreach (var part in parts)
                {
                    if (sum == column && !row[part].IsMissing)
                    {
                        return NotJudgedReason.SumIncomplete;
                    }
                }
            }

            return null;
        }

        if (increases[column])
        {
            return NotJudgedReason.Increase;
        }

        NotJudgedReason? reason = null;
        _ = limits[column]?.ClassOf(row[column], comparison, options.BelowDetection, out reason);
        return reason;
    }

    /// <summary>Exceedance multiple of a value over the target class, before rounding; null where it does not exceed or has none.</summary>
    public decimal? Multiple(int column, in MeasuredValue value) =>
        target is { } of && limits[column] is { } limit && (value.Value ?? 0m) >= 0 ? limit.MultipleOver(of, value, comparison) : null;

    /// <summary>The columns that decide the class of a row, the largest multiple first.</summary>
    /// <param name="row">The row as it was judged.</param>
    /// <param name="classes">Classes of its items.</param>
    /// <param name="worst">The row's class, at least 1.</param>
    /// <param name="columns">Receives the columns; as long as the row.</param>
    /// <returns>How many there are.</returns>
    public int Limiting(ReadOnlySpan<MeasuredValue> row, ReadOnlySpan<byte> classes, int worst, Span<int> columns)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(worst, 1);
        Span<decimal> multiples = classes.Length <= MostOnStack ? stackalloc decimal[classes.Length] : new decimal[classes.Length];
        var count = 0;
        for (var column = 0; column < classes.Length; column++)
        {
            if (classes[column] != worst)
            {
                continue;
            }

            var multiple = Multiple(column, row[column]) ?? -1m;
            var at = count++;
            for (; at > 0 && multiples[at - 1] < multiple; at--)
            {
                (columns[at], multiples[at]) = (columns[at - 1], multiples[at - 1]);
            }

            (columns[at], multiples[at]) = (column, multiple);
        }

        return count;
    }

    private void FillSums(Span<MeasuredValue> row)
    {
        Span<MeasuredValue> values = stackalloc MeasuredValue[MostParts];
        foreach (var (sum, parts, isWhole) in sums)
        {
            if (isWhole && (sum >= given || row[sum].IsMissing))
            {
                for (var part = 0; part < parts.Length; part++)
                {
                    values[part] = row[parts[part]];
                }

                row[sum] = Sums.Of(values[..parts.Length], options.InSums);
            }
        }
    }
}

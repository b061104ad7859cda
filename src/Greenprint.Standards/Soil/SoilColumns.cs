using Greenprint.Quantities;

namespace Greenprint.Standards.Soil;

/// <summary>Grades rows of a file without allocating for each. May be shared between threads; the results are those of <see cref="SoilJudge.Judge"/>.</summary>
public sealed class SoilColumns
{
    private readonly Dictionary<SoilLimits, SoilLimit?[]> bySet = [];
    private readonly decimal?[] background;
    private readonly SoilTable table;

    /// <summary>Binds a standard to the columns of a file.</summary>
    /// <param name="table">The standard.</param>
    /// <param name="items">Items of the columns, in their order; items without limits may be among them.</param>
    /// <param name="background">Natural background by item code, where it is known.</param>
    public SoilColumns(SoilTable table, IReadOnlyList<StandardItem> items, IReadOnlyDictionary<string, decimal>? background = null)
    {
        ArgumentNullException.ThrowIfNull(table);
        (this.table, Items) = (table, items);
        this.background = [.. items.Select(item => background is not null && background.TryGetValue(item.Code, out var known) ? known : (decimal?)null)];
        foreach (var set in table.Sets)
        {
            bySet[set] = [.. items.Select(item => set.For(item.Code))];
        }
    }

    /// <summary>The items of the columns.</summary>
    public IReadOnlyList<StandardItem> Items { get; }

    /// <summary>Grades one row.</summary>
    /// <param name="use">A code of <see cref="SoilTable.Uses"/>, or empty where the standard says what is then assumed.</param>
    /// <param name="ph">pH, or null: the strictest band.</param>
    /// <param name="row">Contents in mg/kg, one an item.</param>
    /// <param name="grades">Receives the grade of each item; 0 where it takes no part.</param>
    /// <param name="ratios">Receives content over screening value; null where it takes no part or was not detected.</param>
    /// <returns>The grade of the worst item, or 0 where none could be judged.</returns>
    public int Judge(string use, decimal? ph, ReadOnlySpan<MeasuredValue> row, Span<byte> grades, Span<decimal?> ratios)
    {
        var limits = bySet[table.For(use, ph)];
        var worst = 0;
        for (var column = 0; column < limits.Length; column++)
        {
            var grade = limits[column] is { } limit && !row[column].IsMissing ? SoilJudge.GradeOf(limit, row[column], background[column]) : 0;
            grades[column] = (byte)grade;
            ratios[column] = grade == 0 ? null : SoilJudge.RatioOf(limits[column]!, row[column]);
            worst = Math.Max(worst, grade);
        }

        return worst;
    }

    /// <summary>Why a value of a row takes no part; null where it was graded, is missing, or the standard does not limit the item.</summary>
    /// <param name="use">As in <see cref="Judge"/>.</param>
    /// <param name="ph">As in <see cref="Judge"/>.</param>
    /// <param name="column">The column.</param>
    /// <param name="value">Its value.</param>
    public Bilingual? Reason(string use, decimal? ph, int column, in MeasuredValue value) =>
        !value.IsMissing && bySet[table.For(use, ph)][column] is { } limit && SoilJudge.GradeOf(limit, value, background[column]) == 0 ? SoilJudge.WhyNot(value) : null;
}

using Greenprint.Quantities;
using Greenprint.Standards.Classes;

namespace Greenprint.Standards.Tests.Classes;

/// <summary>Laws of every standard whose classes are decided by the worst item, and the two ways in side by side.</summary>
public sealed class ClassLawsTests
{
    private static readonly Gen<ClassTable> Tables = Gen.Int[0, TestStandards.Library.ClassTables.Count - 1].Select(number => TestStandards.Library.ClassTables[number]);

    private static readonly Gen<ClassOptions> Options = Gen.Select(Gen.Enum<BelowDetection>(), Gen.Enum<BelowDetectionInSums>(), Gen.Bool, Gen.Enum<Comparison>(), Gen.Int[0, 3])
        .Select((below, sums, increases, comparison, target) => new ClassOptions(null, target == 0 ? null : target, below, sums, increases, comparison));

    private static readonly Gen<(ClassTable Table, StandardItem[] Items, MeasuredValue[][] Rows)> Files =
        from table in Tables
        from picks in Gen.Int[0, 1000].Array[1, 12]
        let all = table.Limits.Select(limit => limit.Item).Concat(table.Sums.SelectMany(sum => sum.Parts)).Append(TestStandards.Library.Items.Get("pm25")).Distinct().ToList()
        let items = picks.Select(pick => all[pick % all.Count]).Distinct().ToArray()
        from cells in Cell.Array[items.Length].Array[1, 4]
        select (table, items, cells.Select(row => row.Select((cell, column) => Value(table, items[column], cell)).ToArray()).ToArray());

    private static Gen<(int Kind, int Pick, int Number)> Cell => Gen.Select(Gen.Int[0, 9], Gen.Int[0, 4], Gen.Int[0, 3000]);

    [Fact]
    public void Columns_and_samples_are_judged_alike() => Gen.Select(Files, Options).Sample((file, options) =>
    {
        var columns = file.Table.Columns(file.Items, options);
        var width = columns.Items.Count;
        var cells = file.Rows.SelectMany(row => row.Concat(new MeasuredValue[width - row.Length])).ToArray();
        var (rows, classes) = (new byte[file.Rows.Length], new byte[cells.Length]);

        columns.Judge(cells, rows, classes);

        foreach (var (at, row) in file.Rows.Index())
        {
            var readable = file.Table.Judge(file.Items.Zip(row, KeyValuePair.Create), options);
            var (filled, of) = (cells[(at * width)..((at + 1) * width)], classes[(at * width)..((at + 1) * width)]);

            Assert.Equal(readable.Class ?? 0, rows[at]);
            Assert.Equal(readable.Items.Select(item => (item.Item.Code, item.Class, item.Multiple)).Order(),
                columns.Items.Select((item, column) => (item.Code, Class: (int)of[column], Multiple: of[column] == 0 ? null : columns.Multiple(column, filled[column]))).Where(item => item.Class > 0).Order());
            Assert.Equal(readable.NotJudged.Where(item => columns.Items.Contains(item.Item)).Select(item => (item.Item.Code, item.Reason)).Order(),
                columns.Items.Select((item, column) => (item.Code, Reason: columns.Reason(column, filled))).Where(item => item.Reason is not null).Select(item => (item.Code, item.Reason!.Value)).Order());
            if (rows[at] > 0)
            {
                var limiting = new int[width];
                var count = columns.Limiting(filled, of, rows[at], limiting);

                Assert.Equal(readable.Limiting.Order(ByCode), limiting[..count].Select(column => columns.Items[column]).Order(ByCode));
                Assert.Equal(columns.Multiple(limiting[0], filled[limiting[0]]) ?? -1m, readable.Items.Where(item => item.Class == rows[at]).Max(item => item.Multiple ?? -1m));
            }
        }
    });

    [Fact]
    public void A_sample_has_the_class_of_its_worst_item_and_one_more_item_never_makes_it_better() => Gen.Select(Files, Options).Sample((file, options) =>
    {
        var all = file.Items.Zip(file.Rows[0], KeyValuePair.Create).Where(pair => file.Table.Sums.All(sum => !sum.Parts.Contains(pair.Key))).ToList();
        var judged = file.Table.Judge(all, options);
        var fewer = file.Table.Judge(all.Skip(1), options);

        Assert.Equal(judged.Items.Count == 0 ? null : judged.Items.Max(item => item.Class), judged.Class);
        Assert.True(fewer.Class is null || fewer.Class <= judged.Class);
        Assert.All(judged.Items, item => Assert.Equal(item.Class == judged.Class, judged.Limiting.Contains(item.Item)));
    });

    [Fact]
    public void As_a_value_rises_its_class_moves_one_way_except_inside_a_range() =>
        Gen.Select(Tables, Gen.Int[0, 1000], Gen.Int[0, 3000].Array[2, 12]).Sample((table, pick, numbers) =>
        {
            var limit = table.Limits[pick % table.Limits.Count];
            var scale = Scale(limit);
            var classes = numbers.Order().Select(number => limit.ClassOf(number * scale, Comparison.Full)).ToList();

            Assert.True(limit.Criteria.Any(criterion => criterion is { Low: not null, High: not null })
                || classes.SequenceEqual(classes.Order()) || classes.SequenceEqual(classes.OrderDescending()), $"{limit.Item}: {string.Join(' ', classes)}");
        });

    [Fact]
    public void A_multiple_is_exact_to_the_last_published_place() => Gen.Select(Tables, Gen.Int[0, 1000], Gen.Int[1, 100_000]).Sample((table, pick, number) =>
    {
        var limit = table.Limits[pick % table.Limits.Count];
        var value = number * Scale(limit) / 100m;
        if (limit.MultipleOver(2, MeasuredValue.Of(value), Comparison.Full) is { } multiple)
        {
            var bound = limit.Criteria[1].High!.Value;
            var exact = (Fraction.Of(value) - Fraction.Of(bound)) / Fraction.Of(bound);

            Assert.True(multiple > 0);
            Assert.Equal(exact.HalfEven(2), Rounding.HalfEven(multiple, 2));
        }
        else
        {
            Assert.True(limit.Criteria[1] is not { Low: null, High: not null } || limit.ClassOf(value, Comparison.Full) <= 2);
        }
    });

    [Fact]
    public void Rounding_first_never_makes_a_limit_stricter_than_the_printed_places_allow() => Gen.Select(Tables, Gen.Int[0, 1000], Gen.Int[1, 100_000]).Sample((table, pick, number) =>
    {
        var limit = table.Limits[pick % table.Limits.Count];
        var value = number * Scale(limit) / 100m;
        if (limit.Criteria.All(criterion => criterion is { Low: null, High: not null }))
        {
            Assert.True(limit.ClassOf(value, Comparison.Rounded) <= limit.ClassOf(value, Comparison.Full));
        }
    });

    private static readonly IComparer<StandardItem> ByCode = Comparer<StandardItem>.Create((one, other) => string.CompareOrdinal(one.Code, other.Code));

    /// <summary>A thousandth of the largest bound, as a power of ten, so that random numbers fall around the limits.</summary>
    private static decimal Scale(ClassLimit limit)
    {
        var largest = limit.Criteria.Max(criterion => criterion.High ?? criterion.Low ?? 1m);
        var scale = 1m;
        for (; scale * 1000m > largest; scale /= 10m)
        {
        }

        return scale;
    }

    /// <summary>Often exactly a limit, often around it, sometimes below detection, missing or negative.</summary>
    private static MeasuredValue Value(ClassTable table, StandardItem item, (int Kind, int Pick, int Number) cell)
    {
        var limit = table.For(item.Code);
        var bounds = limit?.Criteria.Select(criterion => criterion.High ?? criterion.Low).OfType<decimal>().ToList() ?? [];
        var number = limit is null ? cell.Number / 1000m : cell.Number * Scale(limit);
        return cell.Kind switch
        {
            0 => MeasuredValue.Missing,
            1 => MeasuredValue.NotDetected,
            2 => MeasuredValue.Below(number + 0.000001m),
            3 => MeasuredValue.Of(-number),
            < 7 when bounds.Count > 0 => MeasuredValue.Of(bounds[cell.Pick % bounds.Count]),
            _ => MeasuredValue.Of(number),
        };
    }
}

using Greenprint.Quantities;
using Greenprint.Standards.Air;
using Greenprint.Testing;

namespace Greenprint.Standards.Tests.Air;

/// <summary>Laws of the fast way: whole numbers say what the decimals say, for every column, report and edition.</summary>
public sealed class ScaledIndexTests
{
    private static readonly IReadOnlyList<IndexTable> Tables = [.. TestStandards.Library.AirEditions.Select(edition => edition.Index).DistinctBy(table => table.Edition.Id)];

    // Hundredths, so that halves, break points and values beside both occur; missing now and then.
    private static readonly Gen<long> Scaled = Gen.Frequency(
        (6, Gen.Int[0, 40_000].Select(hundredths => hundredths * (HourlySeries.Scale / 100))),
        (3, Gen.Int[0, 4_000].Select(halves => halves * (HourlySeries.Scale / 2))),
        (2, Gen.Const(HourlySeries.Missing)));

    [Fact]
    public void A_sub_index_from_whole_numbers_is_that_of_decimals() =>
        Gen.Select(Gen.Int[0, Tables.Count - 1].Select(Tables.ElementAt), Scaled).Sample((table, scaled) =>
        {
            foreach (var column in table.Breakpoints)
            {
                var plain = scaled == HourlySeries.Missing ? null : table.SubIndex(column.Of, table.Reported(column.Of.Item, (decimal)scaled / HourlySeries.Scale));

                Assert.Equal(plain ?? ScaledColumn.None, table.Scaled(column.Of).SubIndex(scaled));
            }
        });

    [Fact]
    public void A_mean_is_rounded_once_from_its_exact_quotient() =>
        Gen.Select(Gen.Int[0, 400_000].Array[20, 24], Gen.Int[0, Tables.Count - 1].Select(Tables.ElementAt)).Sample((tenths, table) =>
        {
            var mean = new MovingMean(24, 20);
            foreach (var value in tenths)
            {
                mean.Add(value * (HourlySeries.Scale / 10));
            }

            foreach (var item in MeasuredItems.AirBasic.Where(item => item != MeasuredItems.O3))
            {
                var reported = table.Reported(item, Fraction.Mean(tenths.Select(value => value / 10m)));
                Assert.Equal((long)(reported * HourlySeries.Scale), mean.Reported(table.Scaled(new(item, Averaging.Day))));
            }
        }, iter: Laws.Tries(300));

    [Fact]
    public void A_moving_mean_is_that_of_the_last_hours_with_a_value() =>
        Gen.Select(Gen.Select(Gen.Int[0, 99], Gen.Int[0, 3000]).Array[0, 60], Gen.Int[1, 24], Gen.Int[1, 24]).Sample((hours, length, least) =>
        {
            var mean = new MovingMean(length, least);
            var all = hours.Select(hour => hour.Item1 < 30 ? HourlySeries.Missing : hour.Item2).ToList();
            all.ForEach(mean.Add);

            var last = all.TakeLast(length).Where(value => value != HourlySeries.Missing).ToList();
            Assert.Equal((last.Sum(), last.Count, last.Count >= least), (mean.Sum, mean.Count, mean.IsValid));
        });

    [Fact]
    public void A_row_costs_no_memory()
    {
        var table = Tables[0];
        var report = table.Hourly();
        var rows = new IndexRows(table, report);
        var (values, subIndices) = (new long[report.Items.Count], new int[report.Items.Count]);
        rows.Index(values, subIndices, out _);

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var row = 0; row < 1000; row++)
        {
            values[0] = row * HourlySeries.Scale;
            table.LevelOf(rows.Index(values, subIndices, out _));
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void A_negative_value_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Tables[0].Scaled(new(MeasuredItems.Pm25, Averaging.Day)).SubIndex(-1));
}

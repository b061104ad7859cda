using Greenprint.Quantities;
using Greenprint.Standards.Water;

namespace Greenprint.Standards.Tests.Water;

/// <summary>The column way gives what the readable way gives.</summary>
public sealed class WaterColumnsTests
{
    private static readonly MeasuredItem[] Columns = [.. MeasuredItems.SurfaceWaterBasic, MeasuredItems.Get("temp"), MeasuredItems.Get("chla")];

    private static readonly decimal[] Edges = [.. TestStandards.Library.SurfaceWater.Limits.SelectMany(limit => limit.Limits).Distinct()];

    // Values at a limit, near one, anywhere, below detection with and without a limit, and missing.
    private static readonly Gen<MeasuredValue> Values = Gen.Select(Gen.Int[0, 7], Gen.Int[0, Edges.Length - 1], Gen.Int[1, 30_000]).Select((kind, edge, number) => kind switch
    {
        0 => MeasuredValue.Missing,
        1 => MeasuredValue.NotDetected,
        2 => MeasuredValue.Below(number / 1000m),
        3 or 4 => MeasuredValue.Of(Edges[edge]),
        5 => MeasuredValue.Of(Edges[edge] + 0.000000001m),
        6 => MeasuredValue.Of(Edges[edge] - 0.000000001m),
        _ => MeasuredValue.Of(number / 1000m),
    });

    private static readonly Gen<MeasuredValue[]> Rows = Values.Array[Columns.Length];

    private static readonly Gen<WaterOptions> Options = Gen.Select(Gen.Enum<HighDetectionLimit>(), Gen.Enum<TotalNitrogen>(), Gen.Enum<OxygenClassI>())
        .Select((high, nitrogen, oxygen) => new WaterOptions(HighDetectionLimit: high, Nitrogen: nitrogen, Oxygen: oxygen));

    private static SurfaceWaterTable Table => TestStandards.Library.SurfaceWater;

    [Fact]
    public void A_row_of_columns_has_the_class_the_limiting_items_and_the_multiples_of_the_readable_way() =>
        Gen.Select(Rows, Gen.Enum<WaterBody>(), Options).Sample((row, body, options) =>
        {
            var columns = new SurfaceWaterColumns(Table, Columns, options);
            var classes = new byte[Columns.Length];
            var limiting = new int[Columns.Length];

            var worst = columns.Judge(row, body, classes);

            var readable = SurfaceWater.Classify(Table, Columns.Zip(row, KeyValuePair.Create), body, options);
            Assert.Equal((int?)readable?.Class ?? 0, worst);
            if (readable is null)
            {
                return;
            }

            var count = columns.Limiting(row, body, classes, worst, limiting);
            Assert.Equal(readable.Limiting, limiting.Take(count).Select(column => Columns[column]));
            Assert.All(readable.Items, item =>
            {
                var column = Array.IndexOf(Columns, item.Item);
                Assert.Equal((int)item.Class, classes[column]);
                Assert.Equal(item.Class > WaterClass.III ? item.Multiple : null, item.Class > WaterClass.III ? columns.Multiple(column, row[column], body) : null);
            });
        });

    [Fact]
    public void Whole_columns_of_scaled_numbers_have_the_classes_of_the_readable_way() =>
        Gen.Select(Rows.Array[1, 8], Gen.Enum<WaterBody>().Array[8], Options).Sample((rows, allBodies, given) =>
        {
            var options = given with { Oxygen = OxygenClassI.Limit };
            var columns = new SurfaceWaterColumns(Table, Columns, options);
            var bodies = allBodies[..rows.Length];
            var worst = new byte[rows.Length];

            for (var column = 0; column < Columns.Length; column++)
            {
                columns.Raise(column, [.. rows.Select(row => ScaledWater.Of(row[column]))], bodies, worst);
            }

            Assert.Equal(rows.Zip(bodies, (row, body) => (int?)SurfaceWater.Classify(Table, Columns.Zip(row, KeyValuePair.Create), body, options)?.Class ?? 0), worst.Select(of => (int)of));
        });

    [Fact]
    public void Judging_columns_allocates_nothing_for_a_value()
    {
        var columns = new SurfaceWaterColumns(Table, Columns);
        var row = Columns.Select((_, at) => MeasuredValue.Of(0.01m * at)).ToArray();
        var scaled = Enumerable.Repeat(ScaledWater.Of(MeasuredValue.Of(0.3m)), 1000).ToArray();
        var (bodies, worst, classes, limiting) = (new WaterBody[1000], new byte[1000], new byte[Columns.Length], new int[Columns.Length]);
        void Judge()
        {
            for (var column = 0; column < Columns.Length; column++)
            {
                columns.Raise(column, scaled, bodies, worst);
            }

            for (var n = 0; n < 1000; n++)
            {
                columns.Limiting(row, WaterBody.Lake, classes, Math.Max(1, columns.Judge(row, WaterBody.Lake, classes)), limiting);
            }
        }

        Judge();
        var before = GC.GetAllocatedBytesForCurrentThread();
        Judge();

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void A_scaled_value_reads_back() => Values.Sample(value => Assert.Equal(value, ScaledWater.Read(ScaledWater.Of(value))));

    [Fact]
    public void A_scaled_value_is_never_cut_and_never_negative()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => ScaledWater.Of(MeasuredValue.Of(0.0000000001m)));
        Assert.Throws<ArgumentOutOfRangeException>(() => ScaledWater.Of(MeasuredValue.Of(-0.1m)));
    }

    [Fact]
    public void Oxygen_against_its_saturation_needs_the_row()
    {
        var columns = new SurfaceWaterColumns(Table, Columns, new(Oxygen: OxygenClassI.SaturationOrLimit));

        Assert.Throws<NotSupportedException>(() => columns.Raise(Array.IndexOf(Columns, MeasuredItems.Get("do")), [1], [WaterBody.River], new byte[1]));
    }
}

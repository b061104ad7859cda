using Greenprint.Quantities;
using Greenprint.Standards.Soil;

namespace Greenprint.Standards.Tests.Classes;

/// <summary>A million rows are judged without a million allocations.</summary>
public sealed class ColumnsAllocationTests
{
    private const int Rows = 2_000;

    [Fact]
    public void Classes_of_many_rows_allocate_nothing()
    {
        string[] codes = ["no3n", "no2n", "nh3n", "do", "cod", "dip", "oil", "ph"];
        var columns = TestStandards.Library.SeaWater.Columns([.. codes.Select(TestStandards.Library.Items.Get)], new(Target: 2));
        var row = new MeasuredValue[columns.Items.Count];
        var (classes, limiting) = (new byte[row.Length], new int[row.Length]);
        var (worst, decided) = (0, 0);

        var allocated = Allocated(number =>
        {
            for (var column = 0; column < codes.Length; column++)
            {
                row[column] = column == 2 ? MeasuredValue.Below(0.004m) : MeasuredValue.Of((number + column) % 97 / 10m);
            }

            row[^1] = MeasuredValue.Missing;
            worst = Math.Max(worst, columns.Judge(row, classes));
            decided += columns.Limiting(row, classes, worst, limiting);
        });

        Assert.Equal((0L, 5), (allocated, worst));
        Assert.True(decided > 0);
    }

    [Fact]
    public void Grades_of_many_plots_allocate_nothing()
    {
        string[] codes = ["cd", "hg", "as", "pb", "cr", "cu", "ni", "zn"];
        var columns = new SoilColumns(TestStandards.Library.Farmland, [.. codes.Select(TestStandards.Library.Items.Get)]);
        var row = new MeasuredValue[codes.Length];
        var (grades, ratios) = (new byte[codes.Length], new decimal?[codes.Length]);
        var worst = 0;

        var allocated = Allocated(number =>
        {
            for (var column = 0; column < codes.Length; column++)
            {
                row[column] = MeasuredValue.Of((number + column) % 97 / 7m);
            }

            worst = Math.Max(worst, columns.Judge("paddy", number % 9 == 0 ? null : 4m + (number % 50 / 10m), row, grades, ratios));
        });

        Assert.Equal((0L, 3), (allocated, worst));
    }

    /// <summary>Bytes that this thread allocates over many rows, after some to warm up.</summary>
    private static long Allocated(Action<int> judge)
    {
        for (var row = 0; row < 50; row++)
        {
            judge(row);
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var row = 0; row < Rows; row++)
        {
            judge(row);
        }

        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}

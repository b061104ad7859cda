using Greenprint.Planning.YearTasks;
using static Greenprint.Planning.Tests.YearTasks.TaskStore;

namespace Greenprint.Planning.Tests.YearTasks;

/// <summary>Laws of sums by place and of what waits for what.</summary>
public sealed class SplitAndOrderLawTests
{
    [Fact]
    public void T1_a_sum_of_zeros_is_zero_and_a_missing_row_makes_the_sum_a_part()
    {
        Assert.Equal(new SplitBalance(0, 0, 2, 0), SplitBalance.Of(Task(0), [Task(0), Task(0)]));
        Assert.True(SplitBalance.Of(Task(0), [Task(0), Task(0)]).IsEven);
        Assert.Equal(new SplitBalance(5, 5, 1, 1), SplitBalance.Of(Task(5), [Task(5), Task(null)]));
        Assert.False(SplitBalance.Of(Task(5), [Task(5), Task(null)]).IsEven);
        Assert.Equal(new SplitBalance(5, null, 0, 1), SplitBalance.Of(Task(5), [Task(null)]));
        Assert.Null(SplitBalance.Of(Task(5), [Task(null)]).Difference);
    }

    [Fact]
    public void T11_the_quantity_of_the_whole_is_its_own_and_never_the_sum_of_its_rows()
    {
        var balance = SplitBalance.Of(Task(100), [Task(50), Task(30)]);

        Assert.Equal((100m, 80m, -20m, false), (balance.Total!.Value, balance.Sum!.Value, balance.Difference!.Value, balance.IsEven));
    }

    [Fact]
    public void A_cancelled_row_counts_neither_as_a_figure_nor_as_a_gap() =>
        Assert.Equal(new SplitBalance(5, 5, 1, 0), SplitBalance.Of(Task(5), [Task(5), Task(7) with { IsCancelled = true }, Task(null) with { IsCancelled = true }]));

    [Fact]
    public void The_sum_does_not_depend_on_the_order_of_the_rows() =>
        Gen.Long[-1_000_000, 1_000_000].Array[0, 12].Sample(thousandths =>
        {
            var rows = thousandths.Select(number => Task(number % 7 == 0 ? null : number / 1000m)).ToList();
            Assert.Equal(SplitBalance.Of(Task(1), rows), SplitBalance.Of(Task(1), Enumerable.Reverse(rows)));
        });

    // Tasks that only wait for earlier ones have no circle; one more dependency closes one exactly where it leads back.
    [Fact]
    public void A_circle_is_found_where_there_is_one_and_every_step_of_the_chain_is_a_dependency() =>
        Gen.Select(Gen.Int[2, 12], Gen.Int[0, 1000].Array[0, 30]).Sample((size, pairs) =>
        {
            var before = Enumerable.Range(0, size).ToDictionary(Name, _ => new List<string>());
            foreach (var (a, b) in pairs.Select(pair => (pair % size, pair / size % size)).Where(pair => pair.Item1 > pair.Item2))
            {
                before[Name(a)].Add(Name(b));
            }

            Assert.All(before.Keys, task => Assert.Null(Dependencies.Circle(task, one => before[one])));

            var reaches = Reached(before, Name(size - 1)).Contains(Name(0));
            before[Name(0)].Add(Name(size - 1));
            var circle = Dependencies.Circle(Name(0), one => before[one]);
            Assert.Equal(reaches, circle is not null);
            if (circle is not null)
            {
                Assert.Equal((Name(0), Name(0)), (circle[0], circle[^1]));
                Assert.All(circle.Zip(circle.Skip(1)), step => Assert.Contains(step.Second, before[step.First]));
            }
        });

    private static HashSet<string> Reached(Dictionary<string, List<string>> before, string from)
    {
        HashSet<string> reached = [];
        Stack<string> open = new([from]);
        while (open.TryPop(out var task))
        {
            foreach (var next in before[task].Where(reached.Add))
            {
                open.Push(next);
            }
        }

        return reached;
    }

    private static string Name(int number) => $"t{number}";

    private static YearTask Task(decimal? quantity) => new("jia-15", "2026-01", 1, NewSewers() with { Quantity = quantity }) { RecordedAt = DateTimeOffset.UnixEpoch, RecordedBy = "x" };
}

using Greenprint.Ui.Grids;

namespace Greenprint.Ui.Tests.Grids;

public sealed class GridSortTests
{
    private static readonly GridColumns<(int Id, int? Due)> Columns = new(("id", row => row.Id), ("due", row => row.Due));

    [Theory]
    [InlineData("due", "due", false), InlineData("-due", "due", true), InlineData("-", "", false), InlineData("", "", false), InlineData("name", "", false), InlineData("--due", "", false)]
    public void An_address_sorts_by_a_column_that_is_there_and_by_nothing_else(string text, string column, bool descending) =>
        Assert.Equal(new GridSort(column, descending), GridSort.Of(text, Columns.Names));

    [Fact]
    public void The_head_of_a_column_goes_one_way_the_other_way_and_back()
    {
        var up = GridSort.None.Next("due");
        var down = up.Next("due");

        Assert.Equal(("due", "ascending"), (up.Text, up.AriaOf("due")));
        Assert.Equal(("-due", "descending"), (down.Text, down.AriaOf("due")));
        Assert.Null(down.Next("due").Text);
        Assert.Equal(("id", "none"), (down.Next("id").Text, down.Next("id").AriaOf("due")));
    }

    [Fact]
    public void Sorting_loses_no_row_keeps_equal_ones_as_they_were_and_puts_what_is_empty_last_either_way() =>
        Gen.Select(Gen.Int[0, 4], Gen.Bool).Array[0, 30].Sample(drawn =>
        {
            var rows = drawn.Select((one, i) => (i, one.Item2 ? one.Item1 : (int?)null)).ToList();
            foreach (var sort in new[] { new GridSort("due", false), new GridSort("due", true) })
            {
                var sorted = sort.Order<(int Id, int? Due)>(rows, Columns);
                var dues = sorted.Select(row => row.Due).OfType<int>().ToList();
                Assert.Equal(rows.Select(row => row.i).Order(), sorted.Select(row => row.Id).Order());
                Assert.Equal(sort.IsDescending ? dues.OrderDescending() : dues.Order(), dues);
                Assert.All(sorted.Skip(dues.Count), row => Assert.Null(row.Due));
                Assert.All(sorted.GroupBy(row => row.Due), same => Assert.Equal(same.Select(row => row.Id).Order(), same.Select(row => row.Id)));
            }
        });
}

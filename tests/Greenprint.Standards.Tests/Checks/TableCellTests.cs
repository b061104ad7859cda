using System.Globalization;
using Greenprint.Standards.Checks;

namespace Greenprint.Standards.Tests.Checks;

public sealed class TableCellTests
{
    [Theory]
    [InlineData("35", 35_000_000_000)]
    [InlineData(" 0.035 ", 35_000_000)]
    [InlineData("1e-05", 10_000)]
    [InlineData("12.3400000000000000000", 12_340_000_000)]
    [InlineData(".5", 500_000_000)]
    public void A_number_is_read_exactly(string text, long scaled)
    {
        var cell = TableCell.Read(text);

        Assert.Equal(CellKind.Number, cell.Kind);
        Assert.True(cell.TryScaled(0, out var read));
        Assert.Equal(scaled, read);
    }

    [Theory]
    [InlineData("", CellKind.Missing)]
    [InlineData("  ", CellKind.Missing)]
    [InlineData("NaN", CellKind.Missing)]
    [InlineData("—", CellKind.Missing)]
    [InlineData("0", CellKind.Number)]
    [InlineData("-3", CellKind.Negative)]
    [InlineData("<0.02", CellKind.BelowDetection)]
    [InlineData("0.02L", CellKind.BelowDetection)]
    [InlineData("未检出", CellKind.BelowDetection)]
    [InlineData("<二", CellKind.Text)]
    [InlineData("1,200", CellKind.Text)]
    [InlineData("35µg", CellKind.Text)]
    [InlineData("３５", CellKind.Text)]
    [InlineData("1.2.3", CellKind.Text)]
    [InlineData(".", CellKind.Text)]
    [InlineData("良", CellKind.Text)]
    public void A_cell_is_a_number_or_what_it_is_instead_and_an_empty_one_is_never_zero(string text, CellKind kind) => Assert.Equal(kind, TableCell.Read(text).Kind);

    [Fact]
    public void A_value_with_more_places_than_a_series_holds_is_not_cut_in_silence()
    {
        var cell = TableCell.Read("12.3333333333333");

        Assert.False(cell.TryScaled(0, out _));
        Assert.Equal(12.3333333333333m, cell.Value());
    }

    [Fact]
    public void The_exact_number_and_the_scaled_one_agree_whatever_the_unit() =>
        Gen.Select(Gen.Int[0, 999_999], Gen.Int[0, 6], Gen.Int[-3, 3]).Sample((digits, places, shift) =>
        {
            var value = new decimal(digits, 0, 0, false, (byte)places);
            var cell = TableCell.Read(value.ToString(CultureInfo.InvariantCulture));
            var expected = value * (decimal)Math.Pow(10, shift + 3) / 1000m;

            return cell.Value(shift) == expected && cell.TryScaled(shift, out var scaled) && scaled == expected * 1_000_000_000m;
        });
}

using Greenprint.Quantities;

namespace Greenprint.Standards.Tests;

/// <summary>The catalogue of items is one, in data; the code's face of it agrees.</summary>
public sealed class ItemCatalogueTests
{
    private static ItemCatalogue Items => TestStandards.Library.Items;

    [Fact]
    public void Every_item_that_a_series_can_hold_stands_in_the_catalogue_with_the_same_names_and_places() =>
        Assert.All(MeasuredItems.All, item =>
        {
            var listed = Items.Get(item.Code);

            Assert.Equal((item.Name, item.Symbol, (int?)item.Decimals), (listed.Name, listed.Symbol, listed.Decimals));
        });

    [Fact]
    public void Every_table_of_limits_names_only_items_of_the_catalogue() =>
        Assert.Empty(TestStandards.Library.Editions.SelectMany(edition => TestStandards.Library.Describe(edition.Id).Items).Where(item => Items.Find(item.Code) is null).Select(item => item.Code));

    [Fact]
    public void Every_unit_of_a_table_of_limits_is_known() =>
        Assert.Empty(TestStandards.Library.Editions.SelectMany(edition => TestStandards.Library.Describe(edition.Id).Items).Where(item => Units.Find(item.Unit) is null).Select(item => $"{item.Code}: {item.Unit}"));

    [Theory]
    [InlineData("cd", "cd")]
    [InlineData("CD", "cd")]
    [InlineData("镉", "cd")]
    [InlineData("总汞", "hg")]
    [InlineData("pH值", "ph")]
    [InlineData("pH 值", "ph")]
    [InlineData("氯仿", "chloroform")]
    [InlineData("苯并（a）芘", "bap")]
    [InlineData("苯并(a)芘", "bap")]
    [InlineData("土壤", null)]
    public void A_column_is_named_by_code_or_by_a_name_of_official_texts(string text, string? code) => Assert.Equal(code, Items.Named(text)?.Code);

    [Fact]
    public void An_unknown_code_is_not_guessed() => Assert.Throws<KeyNotFoundException>(() => Items.Get("kryptonite"));
}

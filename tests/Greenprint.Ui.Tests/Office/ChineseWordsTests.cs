using System.Collections;
using System.Globalization;
using Greenprint.Ui.Office;
using Radzen.Blazor;

namespace Greenprint.Ui.Tests.Office;

public sealed class ChineseWordsTests
{
    private static readonly ChineseWords Words = new();

    public static TheoryData<string> Keys => [.. RadzenStrings.ResourceManager.GetResourceSet(CultureInfo.InvariantCulture, createIfNotExists: true, tryParents: false)!
        .Cast<DictionaryEntry>().Select(entry => (string)entry.Key).Where(key => ChineseWords.Components.Contains(key.Split('_')[0])).Order(StringComparer.Ordinal)];

    [Theory, MemberData(nameof(Keys))]
    public void Every_word_of_the_components_in_use_has_its_Chinese(string key) =>
        Assert.False(string.IsNullOrEmpty(Words.Get(key, Cultures.Chinese)), $"{key}: {RadzenStrings.ResourceManager.GetString(key, CultureInfo.InvariantCulture)}");

    [Fact]
    public void English_is_left_to_the_package() => Assert.Null(Words.Get("Dialog_CloseAriaLabel", Cultures.English));
}

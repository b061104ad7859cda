using System.Collections;
using System.Globalization;
using System.Text.RegularExpressions;
using Greenprint.Testing;
using Greenprint.Ui.Office;
using Radzen.Blazor;

namespace Greenprint.Ui.Tests.Office;

public sealed partial class ChineseWordsTests
{
    private static readonly ChineseWords Words = new();

    public static TheoryData<string> Keys => [.. Strings().Where(key => ChineseWords.Components.Contains(key.Split('_')[0])).Order(StringComparer.Ordinal)];

    [Theory, MemberData(nameof(Keys))]
    public void Every_word_of_the_components_in_use_has_its_Chinese(string key) =>
        Assert.False(string.IsNullOrEmpty(Words.Get(key, Cultures.Chinese)), $"{key}: {RadzenStrings.ResourceManager.GetString(key, CultureInfo.InvariantCulture)}");

    [Fact]
    public void Every_component_on_our_pages_that_has_words_is_among_those_in_use()
    {
        var withWords = Strings().Select(key => key.Split('_')[0]).ToHashSet(StringComparer.Ordinal);
        var onPages = Directory.EnumerateFiles(RepositoryRoot.Combine("src"), "*.razor", SearchOption.AllDirectories)
            .SelectMany(file => Tag().Matches(File.ReadAllText(file)))
            .Select(match => match.Groups[1].Value)
            .ToHashSet(StringComparer.Ordinal);

        Assert.Contains("DropDown", onPages);
        Assert.Empty(onPages.Where(withWords.Contains).Except(ChineseWords.Components));
    }

    [Fact]
    public void English_is_left_to_the_package() => Assert.Null(Words.Get("Dialog_CloseAriaLabel", Cultures.English));

    private static IEnumerable<string> Strings() => RadzenStrings.ResourceManager.GetResourceSet(CultureInfo.InvariantCulture, createIfNotExists: true, tryParents: false)!
        .Cast<DictionaryEntry>().Select(entry => (string)entry.Key);

    [GeneratedRegex(@"<Radzen(\w+)")]
    private static partial Regex Tag();
}

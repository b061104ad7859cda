using System.Text.RegularExpressions;

namespace Greenprint.PlanText.Subjects;

/// <summary>The region whose plan it is.</summary>
internal static partial class RegionFinder
{
    private const int MostNames = 20;

    /// <param name="title">The title and what stands on the cover.</param>
    /// <param name="text">The paragraphs, in order.</param>
    public static string? Find(string title, IReadOnlyList<string> text)
    {
        if (AtHead(title) is { } region)
        {
            return region;
        }

        // A note about a plan does not carry the region in its title: the plan it quotes most does, and the nearest region is the lowest.
        var quoted = text.SelectMany(paragraph => Quoted().Matches(paragraph).Select(match => AtHead(match.Groups[1].Value))).OfType<string>()
            .GroupBy(name => name)
            .Select(same => (Name: same.Key, Count: same.Count()))
            .OrderByDescending(same => same.Count)
            .Take(MostNames)
            .Select(same => (same.Name, same.Count, Named: text.Sum(paragraph => Occurrences(paragraph, same.Name))))
            .OrderByDescending(same => same.Count)
            .ThenByDescending(same => same.Named)
            .ToArray();
        return quoted.Length > 0 ? quoted[0].Name : Office(text);
    }

    /// <summary>The region at the head of a name: 台山市 of 台山市生态环境保护“十四五”规划.</summary>
    internal static string? AtHead(string name) => Head().Match(name.TrimStart('《', '〈', ' ')) is { Success: true } match && !NotPlace().IsMatch(match.Value) ? match.Value : null;

    // The first office that signs: 台山市人民政府.
    private static string? Office(IReadOnlyList<string> text) =>
        text.Select(paragraph => Government().Match(paragraph)).FirstOrDefault(match => match.Success) is { } found && AtHead(found.Groups[1].Value) is { } region
            ? region
            : null;

    private static int Occurrences(string text, string name)
    {
        var count = 0;
        for (var at = text.IndexOf(name, StringComparison.Ordinal); at >= 0; at = text.IndexOf(name, at + name.Length, StringComparison.Ordinal))
        {
            count++;
        }

        return count;
    }

    private const string Han = @"\p{IsCJKUnifiedIdeographs}";
    private const string Units = "特别行政区|自治区|自治州|自治县|自治旗|经济技术开发区|高新技术产业开发区|开发区|新区|林区|矿区|地区|省|市|县|区|盟|旗|镇|乡|街道";

    // One or several units of government in a row: 江门市, 江门市新会区, 恩施土家族苗族自治州利川市; but not 淮南市生态功能区 and not 某县城市.
    [GeneratedRegex("^" + Han + "{2,12}?(?:" + Units + ")(?:(?!生态|功能|城|自然|保护|环境|水|大气|土壤|重点|主城|中心|示范|国土|海洋|农)" + Han + "{1,4}?(?:" + Units + "))?(?![域级场政位间])")]
    private static partial Regex Head();

    [GeneratedRegex(@"^(全|本|我|各|该|国家|中华|大湾|粤港澳大|关于|城|郊|流|地|社|园|景|辖|中心城|生态|重点|主城|示范)(省|市|县|区)?")]
    private static partial Regex NotPlace();

    [GeneratedRegex(@"(\p{IsCJKUnifiedIdeographs}{2,10}[省市县区州盟旗])(?:人民政府|生态环境局|人大|委员会)")]
    private static partial Regex Government();

    [GeneratedRegex(@"《([^》]{4,60})》")]
    private static partial Regex Quoted();
}

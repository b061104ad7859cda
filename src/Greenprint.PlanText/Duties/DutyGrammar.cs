using System.Text.RegularExpressions;
using Greenprint.PlanText.Paragraphs;

namespace Greenprint.PlanText.Duties;

/// <summary>Who leads and who supports, as a text names them.</summary>
/// <param name="Lead">牵头, 责任, 负责, 推进.</param>
/// <param name="Support">配合, 参与.</param>
/// <param name="At">Where the naming begins in its text.</param>
/// <param name="To">Where it ends.</param>
internal sealed record Duty(IReadOnlyList<string> Lead, IReadOnlyList<string> Support, int At, int To);

/// <summary>The grammar of responsibilities: （牵头单位：…；配合单位：…）, （市水务局牵头，市财政局配合）, （责任单位：…）, 推进单位：….</summary>
internal static partial class DutyGrammar
{
    private const int LongestUnit = 26;

    /// <summary>The first naming in a text, or null.</summary>
    public static Duty? In(string text) => All(text).FirstOrDefault();

    public static IEnumerable<Duty> All(string text)
    {
        foreach (Match bracket in Bracket().Matches(text))
        {
            if (Read(bracket.Groups["body"].Value) is { } named)
            {
                yield return new Duty(named.Lead, named.Support, bracket.Index, bracket.Index + bracket.Length);
            }
        }

        if (Line().Match(text) is { Success: true } line && Read(line.Value.TrimEnd('。')) is { } own)
        {
            yield return new Duty(own.Lead, own.Support, line.Index, line.Index + line.Length);
        }
    }

    private static (List<string> Lead, List<string> Support)? Read(string body)
    {
        List<string> lead = [];
        List<string> support = [];
        var labelled = Labels().Matches(body);
        if (labelled.Count > 0)
        {
            for (var i = 0; i < labelled.Count; i++)
            {
                var from = labelled[i].Index + labelled[i].Length;
                var to = i + 1 < labelled.Count ? labelled[i + 1].Index : body.Length;
                (IsSupport(labelled[i].Value) ? support : lead).AddRange(Units(body[from..to], strict: false));
            }
        }
        else
        {
            foreach (var part in Parts().Split(body))
            {
                var verb = Verb().Match(part);
                var units = Units(verb.Success ? part[..verb.Index] : part, strict: !verb.Success);
                (verb.Success && IsSupport(verb.Value) ? support : lead).AddRange(units);
            }
        }

        return lead.Count + support.Count == 0 ? null : (lead, support);
    }

    // Without a word of duty only a list of nothing but units is one: （市生态环境局、市水务局）.
    private static List<string> Units(string text, bool strict)
    {
        var names = Parted(Tail().Replace(text.Trim(' ', '，', '；', '。', '：', ':', ';'), "")).Select(name => TextFold.OneSpace(name).Trim()).Where(name => name.Length > 1).ToList();
        var good = names.Where(IsUnit).ToList();
        return strict ? (names.Count > 0 && good.Count == names.Count && names.All(IsOffice) ? good : []) : good;
    }

    // 各县（市、区）人民政府 is one name: brackets part nothing.
    private static IEnumerable<string> Parted(string text)
    {
        var (from, depth) = (0, 0);
        for (var i = 0; i < text.Length; i++)
        {
            depth += text[i] is '（' or '(' ? 1 : text[i] is '）' or ')' ? -1 : 0;
            if (depth == 0 && text[i] is '、' or '，' or ',' or '；' or ';' || depth == 0 && text[i] == '和' && from < i && IsOffice(text[from..i]))
            {
                yield return text[from..i];
                from = i + 1;
            }
        }

        yield return text[from..];
    }

    private static bool IsUnit(string name) => name.Length <= LongestUnit && Unit().IsMatch(name);

    private static bool IsOffice(string name) => name.Length <= LongestUnit && Office().IsMatch(name);

    private static bool IsSupport(string word) => word.Contains("配合", StringComparison.Ordinal) || word.Contains("参与", StringComparison.Ordinal) || word.Contains("协办", StringComparison.Ordinal) || word.Contains("协助", StringComparison.Ordinal);

    [GeneratedRegex(@"[（(【\[](?<body>(?:[^（()）【】\[\]]|[（(][^（()）]{1,14}[）)]){3,300})[）)】\]](?=[。；;，]?)")]
    private static partial Regex Bracket();

    [GeneratedRegex(@"^(?:牵头|责任|主责|配合|推进|实施|参与|主管|主要责任|承办)(?:单位|部门|领导)[：:].{2,300}$")]
    private static partial Regex Line();

    [GeneratedRegex(@"(?:牵头|责任|主责|配合|推进|实施|参与|主管|主办|协办|承办|负责|落实)(?:责任)?(?:单位|部门|主体)\s*[：:为]\s*|牵头\s*[：:]|配合\s*[：:]|责任\s*[：:]")]
    private static partial Regex Labels();

    [GeneratedRegex("[，；;,。](?=[^，；;,。]*(?:牵头|配合|参与|负责|协助|落实))|(?<=牵头|配合|参与|负责)[，；;,、]")]
    private static partial Regex Parts();

    [GeneratedRegex("(?:按照?(?:各自)?职责(?:分工)?)?(?:分工)?(?:共同)?(?:牵头|配合|参与|负责|协助|落实)(?:负责|实施|落实|推进)?$")]
    private static partial Regex Verb();

    [GeneratedRegex("(?:等)?(?:单位|部门|相关部门|有关部门)?(?:按照?(?:各自)?职责(?:分工)?.*)?$|等$")]
    private static partial Regex Tail();

    [GeneratedRegex(@"(局|委|办|厅|部|院|中心|公司|政府|管委会|集团|所|站|处|队|会|署|行|社|园区|开发区|新区|街道|镇|乡|县|区|市|单位|部门|法院|分局|学校|企业|台|馆|校|[）)])$")]
    private static partial Regex Unit();

    [GeneratedRegex(@"(局|委|办|厅|部|政府|管委会|委员会|办公室|分局|法院|检察院|支队|大队|街道办事处|集团|公司)$")]
    private static partial Regex Office();
}

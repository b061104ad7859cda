using System.Globalization;
using System.Text.RegularExpressions;
using Greenprint.PlanText.Catalogue;

namespace Greenprint.PlanText.Targets;

/// <summary>Targets with a date and a number in running text: 到2025年，…达到90%以上.</summary>
/// <remarks>
/// A date holds until the next one or the end of its sentence. A phrase gives one target for each verb of aiming that a number follows;
/// numbers inside names (PM2.5, 第90百分位, 35蒸吨以下锅炉) have no such verb before them and give none.
/// </remarks>
internal static partial class TextTargets
{
    private const int LongestQuote = 80;
    private const int LongestIndicator = 40;
    private const decimal SideKnown = 0.85m;
    private const decimal SideGuessed = 0.6m;

    public static List<TargetInText> Read(IEnumerable<PlanSentence> sentences, PlanPeriod? period) =>
        [.. sentences.SelectMany(sentence => Of(sentence, period))];

    private static IEnumerable<TargetInText> Of(PlanSentence sentence, PlanPeriod? period)
    {
        var dates = Dates(sentence.Text, period);
        if (dates.Count == 0)
        {
            yield break;
        }

        string? subject = null;
        foreach (var phrase in Phrases(sentence.Text))
        {
            var date = dates.LastOrDefault(known => known.At < phrase.To);
            var bare = date is not null && date.At >= phrase.From ? phrase.Text[Math.Min(phrase.Text.Length, date.To - phrase.From)..] : phrase.Text;
            foreach (var found in OfPhrase(bare, subject))
            {
                if (date is { Year: { } year })
                {
                    yield return new TargetInText(
                        Quote(sentence.Text, date, phrase), found.Indicator, found.Kind, found.Value, found.Unit, year, sentence.Page, sentence.ClauseId)
                    {
                        Change = found.Change,
                        To = found.To,
                        Confidence = found.SideIsKnown ? SideKnown : SideGuessed,
                    };
                }
            }

            subject = SubjectOf(bare) ?? subject;
        }
    }

    // With its date where the date stands in the phrase or just before it.
    private static string Quote(string sentence, TargetDate date, Phrase phrase) =>
        phrase.From - date.To <= 1 && phrase.To - date.At <= LongestQuote ? sentence[Math.Min(date.At, phrase.From)..phrase.To].Trim() : phrase.Text.Trim();

    private sealed record TargetDate(int At, int To, int? Year);

    private sealed record Phrase(int From, int To, string Text);

    private sealed record Found(string? Indicator, PrintedTargetKind Kind, decimal? Value, decimal? To, string? Unit, TargetChange? Change, bool SideIsKnown);

    // A year before the plan is a look back: it ends what an earlier date opened, and opens nothing.
    private static List<TargetDate> Dates(string text, PlanPeriod? period)
    {
        var dates = new List<TargetDate>();
        foreach (Match match in Date().Matches(text))
        {
            if (match.Groups["year"].Success)
            {
                var year = int.Parse(match.Groups["year"].Value, CultureInfo.InvariantCulture);
                var isAim = period is null ? match.Groups["to"].Success : year >= period.Start;
                if (!match.Groups["than"].Success)
                {
                    dates.Add(new TargetDate(match.Index, match.Index + match.Length, isAim ? year : null));
                }
            }
            else if (period is not null && match.Groups["five"].Success)
            {
                var five = Numbering.ChineseNumber.Read(match.Groups["five"].Value) is { } number ? 1955 + 5 * number : (int?)null;
                dates.Add(new TargetDate(match.Index, match.Index + match.Length, five == period.End ? five : null));
            }
        }

        return dates;
    }

    private static IEnumerable<Phrase> Phrases(string text)
    {
        var from = 0;
        var depth = 0;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length)
            {
                depth = Math.Max(0, depth + (text[i] is '（' or '(' ? 1 : text[i] is '）' or ')' ? -1 : 0));
            }

            if (i == text.Length || depth == 0 && (text[i] is '，' or '；' or '。' or ';' or '：' || text[i] == ',' && !IsInNumber(text, i)))
            {
                if (i > from)
                {
                    yield return new Phrase(from, i, text[from..i]);
                }

                from = i + 1;
            }
        }
    }

    private static bool IsInNumber(string text, int i) => i > 0 && i + 1 < text.Length && char.IsDigit(text[i - 1]) && char.IsDigit(text[i + 1]);

    private static IEnumerable<Found> OfPhrase(string phrase, string? subject)
    {
        if (Shares().Match(phrase) is { Success: true } shares)
        {
            foreach (var found in Shared(shares, phrase, subject))
            {
                yield return found;
            }

            yield break;
        }

        var (read, from) = (false, 0);
        foreach (Match match in State().Matches(phrase))
        {
            var before = phrase[from..match.Index];
            from = match.Index + match.Length;
            if (Name(before, subject) is { } name && PrintedNumber.Parse(match.Groups["n"].Value) is { } value && !IsPartOfName(phrase, match))
            {
                read = true;
                yield return Meaning(name, match.Groups["verb"].Value, match.Groups["tail"].Value, value, match.Groups["to"], match.Groups["unit"].Value);
            }
        }

        // 新增污水管网260公里, 建成森林城市4个: the thing stands between the verb and the number.
        if (Thing().Match(phrase) is { Success: true } thing && PrintedNumber.Parse(thing.Groups["n"].Value) is { } count && !read)
        {
            var verb = thing.Groups["verb"].Value;
            var name = Trim(thing.Groups["thing"].Value.Length > 0 ? thing.Groups["thing"].Value : thing.Groups["after"].Value);
            var change = verb is "新增" or "增加" or "新建" ? TargetChange.Increase : verb is "减少" or "削减" or "压减" or "淘汰" or "压采" ? TargetChange.Decrease : (TargetChange?)null;
            if (name.Length > 1)
            {
                yield return new Found(name, PrintedTargetKind.AtLeast, count, null, NullIfEmpty(thing.Groups["unit"].Value), change, SideIsKnown: true);
            }
        }
    }

    // A、B分别降低20%、15%: as many names as numbers.
    private static IEnumerable<Found> Shared(Match shares, string phrase, string? subject)
    {
        var numbers = ShareNumber().Matches(shares.Groups["list"].Value);
        var names = (Name(phrase[..shares.Index], subject) ?? "").Split('、', '和', '及').Select(name => name.Trim()).Where(name => name.Length > 0).ToArray();
        for (var i = 0; i < numbers.Count; i++)
        {
            if (PrintedNumber.Parse(numbers[i].Groups["n"].Value) is { } value)
            {
                var name = names.Length == numbers.Count ? names[i] : string.Join('、', names);
                yield return Meaning(name, shares.Groups["verb"].Value, numbers[i].Groups["tail"].Value + shares.Groups["tail"].Value, value, Match.Empty.Groups[0], numbers[i].Groups["unit"].Value);
            }
        }
    }

    private static Found Meaning(string name, string verb, string tail, decimal value, Group to, string unit)
    {
        var wording = $"{verb}{value.ToString(CultureInfo.InvariantCulture)}{(to.Success ? "-" + to.Value : "")}{tail}";
        var meaning = TargetWording.Read(wording, IndicatorCatalogue.Bundled.SideOfName(name));
        return new Found(name, meaning.Kind, meaning.Value ?? value, meaning.To, NullIfEmpty(unit), meaning.Change, meaning.SideIsKnown);
    }

    // 达到30万吨以上规模的: the number belongs to a thing that is named after it.
    private static bool IsPartOfName(string phrase, Match match) => phrase.AsSpan(match.Index + match.Length) is ['的' or '级', ..] || phrase.AsSpan(match.Index + match.Length).StartsWith("规模")
        || phrase[..match.Index].EndsWith("调整", StringComparison.Ordinal);

    private static string? Name(string before, string? subject)
    {
        var name = Trim(before);
        if (!Words().IsMatch(name) || name is "目标值" or "现状值" or "规划值")
        {
            return subject;
        }

        return name.Length is > 1 and <= LongestIndicator ? name : name.Length <= 1 ? subject : name[^LongestIndicator..];
    }

    private static string? SubjectOf(string phrase) => State().Match(phrase) is { Success: true } match ? Trim(phrase[..match.Index]) is var name && Words().IsMatch(name) ? name : null : Trim(phrase) is { Length: > 2 and <= 24 } text && Words().IsMatch(text) ? text : null;

    private static string Trim(string text) => Leads().Replace(Ends().Replace(text.Trim(), ""), "").Trim('，', '、', '：', ' ', '—', '-');

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;

    private const string Number = @"\d{1,3}(?:[,，]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?";
    private const string Verb =
        "(?:力争|努力|基本|预计|原则上|平均|均|也|要|应|须|需|年均|累计|总体|分别|同比|进一步)*"
        + "(?:达到|提高到|提高至|提升到|提升至|增加到|增加至|增长到|增长至|扩大到|恢复到|恢复至|上升到|上升至|下降到|下降至|降低到|降低至|减少到|减少至|削减到|控制在|控制到|稳定在|保持在|维持在|压减到|压减至|降至|降到|增至|升至|"
        + "不得低于|不得高于|不得超过|不低于|不少于|不小于|不高于|不超过|不大于|不多于|不突破|高于|大于|优于|低于|小于|少于|超过|"
        + "下降|降低|减少|削减|减排|压减|压采总量|压采|增加|增长|提高|提升|上升|达|为|接近|约|≥|≤|>|<|＞|＜)";

    [GeneratedRegex(@"(?<to>(?:力争|争取|预计|计划|确保|原则上)?(?:到|至|截至|截止|截止到))?\s*(?<than>(?:较|比|相比|与|相对于?|在)\s*)?(?<year>20\d\d)\s*年(?:底|末|年底|年末)?(?:前|以前|之前|时)?|(?:到|至)?[“""]?(?<five>十?[一二三四五六七])五[”""]?(?:规划)?(?:期间|时期|末期?|期末|以来)")]
    private static partial Regex Date();

    [GeneratedRegex("(?<verb>" + Verb + @")\s*(?:约|至少|近|在|到)?\s*(?<n>" + Number + @")\s*(?:[-－—–~～至]\s*(?<to>" + Number + @")\s*)?(?<unit>" + UnitText.Simple + @"(?:[/／·]" + UnitText.Simple + @")*)?\s*(?<tail>及?以上|及?以下|以内|之内|左右|或以上)?")]
    private static partial Regex State();

    [GeneratedRegex(@"^.*?(?<verb>新增|增加|新建|改建|建成|完成|创建|建设|打造|修复|治理|整治|实施|淘汰|减少|削减|压减|压采|培育|改造|实现)(?<thing>[^，。；\d]{0,30}?)\s*(?:约|不少于|至少)?(?<n>" + Number + @")\s*(?<unit>" + UnitText.Simple + @")(?:以上|左右|及以上)?(?<after>[^，。；\d]{0,24})$")]
    private static partial Regex Thing();

    [GeneratedRegex(@"分别(?<verb>" + Verb + @")?\s*(?:约|在|到|至)?\s*(?<list>(?:" + Number + @")\s*(?:" + UnitText.Simple + @")?(?:以上|以下|左右)?(?:\s*[、和及,，]\s*(?:" + Number + @")\s*(?:" + UnitText.Simple + @")?(?:以上|以下|左右)?)+)(?<tail>以上|以下|以内|左右)?")]
    private static partial Regex Shares();

    [GeneratedRegex("(?<n>" + Number + @")\s*(?<unit>" + UnitText.Simple + ")?(?<tail>以上|以下|左右)?")]
    private static partial Regex ShareNumber();

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}{2}|[A-Z]{2}")]
    private static partial Regex Words();

    // Words of aiming in front of the name.
    [GeneratedRegex(@"^(?:[—–-]+|[（(]?[\d一二三四五六七八九十]{1,3}[）).．、]|其中|力争|确保|实现|努力|基本(?!农田)|使|将|并|且|同时|累计|完成(?!率)|建成(?!区)|以及|和|及|推动|促进|做到|要求|较20\d\d年|比20\d\d年|前|底|末|底前|期间|的|[，、：\s])+")]
    private static partial Regex Leads();

    [GeneratedRegex(@"(?:力争|努力|基本|预计|要|应|均|也|实现|总体|较20\d\d年|比20\d\d年|比[“”]?十[一二三四五]五[”]?末|同比|不断|累计|年均|每年)+$")]
    private static partial Regex Ends();
}

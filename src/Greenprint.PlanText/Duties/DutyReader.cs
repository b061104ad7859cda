using System.Text.RegularExpressions;
using Greenprint.PlanText.Targets;

namespace Greenprint.PlanText.Duties;

/// <summary>The measures of the task chapters and the responsibilities of all clauses.</summary>
internal static partial class DutyReader
{
    private const int ShortestMeasure = 5;
    private const int LongestMeasure = 400;
    private const int LongestParagraph = 20_000;

    public static List<ResponsibilityItem> Responsibilities(IEnumerable<Clause> clauses)
    {
        var items = new List<ResponsibilityItem>();
        foreach (var clause in clauses)
        {
            var named = clause.Paragraphs.Where(paragraph => paragraph.Rows is null && paragraph.Text.Length <= LongestParagraph)
                .SelectMany(paragraph => DutyGrammar.All(paragraph.Text).Select(duty => (Paragraph: paragraph, Duty: duty))).ToArray();
            if (named.Length > 0)
            {
                var (paragraph, first) = named[0];
                items.Add(new ResponsibilityItem(
                    clause.ClauseId,
                    [.. named.SelectMany(naming => naming.Duty.Lead).Distinct()],
                    [.. named.SelectMany(naming => naming.Duty.Support).Distinct()])
                {
                    Page = paragraph.Page,
                    Quote = paragraph.Text[first.At..first.To],
                    Confidence = 0.85m,
                });
            }
        }

        return items;
    }

    /// <param name="clauses">All clauses.</param>
    /// <param name="tasks">Ids of the headings of the tasks: measures stand under them.</param>
    public static List<MeasureItem> Measures(IEnumerable<Clause> clauses, IReadOnlySet<string> tasks)
    {
        var measures = new List<MeasureItem>();
        foreach (var clause in clauses.Where(clause => IsBelow(clause.ClauseId, tasks)))
        {
            var open = 0;
            foreach (var paragraph in clause.Paragraphs.Where(paragraph => paragraph.Rows is null && !paragraph.IsLaidOut && paragraph.Text.Length <= LongestParagraph && !Aside().IsMatch(paragraph.Text)))
            {
                var duties = DutyGrammar.All(paragraph.Text).ToArray();
                var own = Of(paragraph, clause.ClauseId, duties).ToArray();

                // A bracket in a paragraph of its own names those of the paragraph before it.
                if (own.Length == 0 && duties.Length > 0)
                {
                    for (var i = Math.Max(open, 0); i < measures.Count; i++)
                    {
                        measures[i] = measures[i].ClauseId == clause.ClauseId && measures[i].Lead.Count == 0 ? measures[i] with { Lead = duties[0].Lead, Support = duties[0].Support } : measures[i];
                    }
                }

                open = own.Length > 0 ? measures.Count : open;
                measures.AddRange(own);
            }
        }

        return measures;
    }

    private static bool IsBelow(string clauseId, IReadOnlySet<string> tasks)
    {
        while (!tasks.Contains(clauseId))
        {
            if (clauseId.LastIndexOf('.') is var dot && dot < 0)
            {
                return false;
            }

            clauseId = clauseId[..dot];
        }

        return true;
    }

    private static IEnumerable<MeasureItem> Of(ClauseParagraph source, string clauseId, Duty[] duties)
    {
        var paragraph = source.Text;
        var at = 0;
        foreach (var sentence in PlanSentence.Split(paragraph))
        {
            at = Math.Max(0, paragraph.IndexOf(sentence[..Math.Min(4, sentence.Length)], at, StringComparison.Ordinal));
            var text = duties.Aggregate(sentence, (rest, duty) => duty.To <= paragraph.Length ? rest.Replace(paragraph[duty.At..duty.To], "", StringComparison.Ordinal) : rest).Trim();
            var duty = duties.FirstOrDefault(named => named.At >= at);
            if (text.Length is >= ShortestMeasure and <= LongestMeasure && Doing().Match(text) is { Success: true } verb)
            {
                yield return new MeasureItem(text, clauseId, duty?.Lead ?? [], duty?.Support ?? [], verb.Groups["first"].Success ? 0.8m : 0.6m) { Page = source.Page };
            }
        }
    }

    private const string Verbs =
        "推进|加强|强化|完善|建立|健全|实施|开展|推动|加快|严格|落实|提升|优化|深化|建设|打造|推广|鼓励|支持|引导|严禁|禁止|控制|实行|制定|编制|组织|探索|培育|发展|构建|统筹|促进|提高|规范|整治|治理|淘汰|压减|修复|保护|严控|严守|做好|确保|巩固|扩大|拓展|聚焦|创建|改造|新建|完成|建成|实现|推行|依法|加大|压实|明确|划定|设立|设置|形成|强调|抓好|清理|排查|监测|调整|改善|增强|争取|引进|普及|宣传|倡导|限制|削减|减少|提倡|保障|维护|启动|试点|试行|执行|贯彻|坚持|坚决|对标|围绕|按照|结合|依托|充分|全面|持续|积极|大力|深入|着力|有序|稳步|重点|全力|切实|科学|合理|进一步|逐步|不断|继续|严厉|适时|及时|定期|力争|因地制宜|以.{1,30}为";

    [GeneratedRegex(@"^(?:[（(]?[\d一二三四五六七八九十]+[）)．.、]\s*)?(?:(?<first>" + Verbs + ")|[^，。]{1,30}，(?:" + Verbs + "))")]
    private static partial Regex Doing();

    [GeneratedRegex(@"^(专\s*栏|[表图]\s*[\d一二三四五六七八九十]|注\s*[：:])")]
    private static partial Regex Aside();
}

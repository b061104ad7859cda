using System.Text.RegularExpressions;
using Greenprint.PlanText.Outlines;

namespace Greenprint.PlanText.Subjects;

/// <summary>The goals in words: the paragraphs of the sections that state them.</summary>
internal static partial class GoalFinder
{
    public static List<GoalItem> Find(Outline outline, PlanPeriod? period)
    {
        var sections = outline.Nodes.Where(node => IsGoals(node.Item.Title) && !PeriodFinder.IsEarlier(node.Item.Title, period)).ToArray();
        if (sections.Length == 0)
        {
            sections = [.. outline.Nodes.Where(node => node.Item.Title.Contains("目标", StringComparison.Ordinal) && !Elsewhere().IsMatch(node.Item.Title) && !PeriodFinder.IsEarlier(node.Item.Title, period) && node.Item.Title.Length <= 20)];
        }

        return [.. sections.Where(node => !Enclosing(node).Any(sections.Contains)).SelectMany(Wordings)];
    }

    /// <summary>True for the title of a section that states the goals.</summary>
    internal static bool IsGoals(string title) => Goals().IsMatch(title.Replace(" ", "", StringComparison.Ordinal)) && !Elsewhere().IsMatch(title);

    private static IEnumerable<OutlineNode> Enclosing(OutlineNode node)
    {
        for (var outer = node.Parent; outer is not null; outer = outer.Parent)
        {
            yield return outer;
        }
    }

    private static IEnumerable<GoalItem> Wordings(OutlineNode section) =>
        section.WithDescendants().Where(node => node == section || !Indicators().IsMatch(node.Item.Title)).SelectMany(node => Wordings(node, node == section));

    private static IEnumerable<GoalItem> Wordings(OutlineNode node, bool isSection)
    {
        // A numbered goal whose title is the goal itself: "1. 空气质量持续改善。…"
        if (!isSection && node.Item.RunIn && node.Body.Count > 0 && !IsGoals(node.Item.Title))
        {
            yield return new GoalItem($"{node.Item.Title}。{node.Body[0].Text}", node.Item.Id);
        }

        var skip = !isSection && node.Item.RunIn && !IsGoals(node.Item.Title) ? 1 : 0;
        foreach (var paragraph in node.Body.Skip(skip))
        {
            if (Aside().IsMatch(paragraph.Text) || paragraph.Rows is not null || paragraph.IsLaidOut)
            {
                yield break;   // from the caption of the indicator table on, there is a table and its notes
            }

            if (paragraph.Text.Length > 12 && !paragraph.Text.EndsWith('：'))
            {
                yield return new GoalItem(Dash().Replace(paragraph.Text, ""), node.Item.Id);
            }
        }
    }

    [GeneratedRegex(@"^(规划|总体|主要|发展|工作|具体|近期|远期|中长期|中期|阶段性?|战略|行动|生态环境保护|生态环境|生态文明建设|环境保护|保护|“?十[一二三四五六七八九]?五”?(期间|时期)?|20\d\d年|到20\d\d年|和|与|及|、)*目标(和|与|及|、)?(指标|任务|要求|愿景|展望|远景|定位)?(体系)?$")]
    private static partial Regex Goals();

    [GeneratedRegex(@"完成|考核|责任|评估|评价|分解|回顾|落实|碳达峰|碳中和|达标|任务分工|指标体系$|具体指标")]
    private static partial Regex Elsewhere();

    [GeneratedRegex(@"指标")]
    private static partial Regex Indicators();

    [GeneratedRegex(@"^(专\s*栏|[表图]\s*[\d一二三四五六七八九十]|注\s*[：:])")]
    private static partial Regex Aside();

    [GeneratedRegex(@"^[—–─-]{1,3}\s*")]
    private static partial Regex Dash();
}
